"""What to do next and what to apply for, a line or two each."""

from collections.abc import Iterator, Sequence

from tracker.labels import CLAIMED, SHOWN
from tracker.limits import HOUR
from tracker.plans.rules.week import NextSteps
from tracker.readiness.rules.actions import (
    ASK_FOR_LETTER,
    UNDER_WAY,
    UNSEEN,
    Action,
)
from tracker.readiness.rules.hours import NO_HOURS
from tracker.readiness.rules.records import Role
from tracker.readiness.view.applications import say_apply_now
from tracker.readiness.view.hour_columns import say_about
from tracker.text.columns import wrap


def step_lines(steps: NextSteps, head: str = "Next") -> Iterator[str]:
    """What to apply for, other roles that one could have, and what to do next."""
    yield from say_apply_now(steps.openings)
    yield from _other_roles(steps.other_roles)
    quick = [action for action in steps.actions[1:] if action.part == UNSEEN]
    named = [(head, steps.actions[:1]), ("Quick win", quick[:1])]
    sentences = [
        f"{name}: {_say_action(action)}." for name, few in named for action in few
    ]
    if sentences:
        yield wrap(" ".join(sentences))


def _other_roles(roles: Sequence[Role]) -> Iterator[str]:
    """The roles that one could apply for besides; nothing without any."""
    for role in roles[:1]:
        more = f"; {len(roles) - 1} more: tracker ready --roles" if roles[1:] else ""
        head = f"All required lines {SHOWN} or {CLAIMED}"
        yield wrap(f"{head}: tracker ready {role.slug}{more}")


def _say_action(action: Action) -> str:
    """`continue ppo (about 10 h left)`; `next` says how.

    An action that ends with a remark in brackets, or of unknown hours, has no figure.
    """
    if action.do.endswith(")"):
        return action.do
    what = action.do.partition(":")[0]
    if action.do.startswith(ASK_FOR_LETTER):
        what = f"ask for a letter on your {action.slug}"
    if action.hours == NO_HOURS:
        return what
    left = " left" if action.part == UNDER_WAY else ""
    return f"{what} ({_say_estimate(action.hours[1])}{left})"


def _say_estimate(seconds: int) -> str:
    """`about 10 h`, `about 1.5 h`, or `about 20 min` below an hour."""
    if seconds >= HOUR:
        return f"about {say_about(seconds)} h"
    return f"about {max(seconds // 60, 1)} min"
