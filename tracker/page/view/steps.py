"""What to do next: each step with its hours, a link, and what to type."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from tracker.export.render.blocks import Link
from tracker.page.view.templates import fill
from tracker.readiness.rules.actions import UNSEEN, Action
from tracker.readiness.rules.answers import NextAnswer
from tracker.readiness.rules.hours import NO_HOURS
from tracker.readiness.view.gaps import UNKNOWN_HOURS
from tracker.readiness.view.hour_columns import say_number

NOTHING = "Nothing is in progress. To choose a role: tracker target"
NOTHING_LEFT = "Nothing is in progress. What is still open: tracker gaps"


class NextStep(NamedTuple):
    """One thing to do; `link` opens it, and `command` is what to type."""

    do: str
    link: Link | None
    hours: str
    command: str


def steps_section(answer: NextAnswer) -> Markup:
    """The same steps as `tracker next` lists."""
    empty = NOTHING if answer.gaps is None else NOTHING_LEFT
    return fill("steps.html", steps=list(_steps(answer)), empty=empty)


def _steps(answer: NextAnswer) -> Iterator[NextStep]:
    for action in answer.actions:
        item = answer.items.get(action.slug)
        link, command = None, ""
        if item and action.slug in action.steps:
            link = Link(item.url or "", item.title)
            command = f"tracker show {item.slug}"
        elif action.part == UNSEEN and action.milestone is None:
            command = action.show_by
        do = action.do[:1].upper() + action.do[1:]
        yield NextStep(do, link, _say_hours(action), command)


def _say_hours(action: Action) -> str:
    """`about 104 h (90-117)`; empty where it takes none."""
    if not action.has_known_hours:
        return UNKNOWN_HOURS
    if action.hours == NO_HOURS:
        return ""
    low, likely, high = map(say_number, action.hours)
    return f"about {likely} h ({low}-{high} h)"
