"""`next` as text."""

from collections.abc import Iterator

from tracker.curriculum.view.gates import say_rounds
from tracker.milestones.view.fields import say_guide_lines
from tracker.readiness.rules.actions import NOT_BEGUN, UNSEEN, Action
from tracker.readiness.rules.answers import NextAnswer
from tracker.readiness.rules.hours import NO_HOURS
from tracker.readiness.view.applications import opening_lines
from tracker.readiness.view.gaps import UNKNOWN_HOURS, known_lines
from tracker.readiness.view.hour_columns import INDENT, hours_row, say_span
from tracker.readiness.view.ready import role_name
from tracker.text.columns import wrap


def next_text(answer: NextAnswer) -> str:
    """A few things, each with its hours and what to type; or what to do instead."""
    if answer.gaps is None and not answer.actions:
        return "Nothing is in progress. Choose a role: tracker target ROLE"
    openings = answer.gaps.openings if answer.gaps else ()
    lines = [*opening_lines(openings)]
    if answer.actions:
        lines.append(_head(answer))
        lines += [line for each in answer.actions for line in _rows(each, answer)]
        lines += known_lines(answer.gaps) if answer.gaps else ()
    elif answer.gaps:
        lines.append(_say_nothing_left(answer))
    return "\n".join(lines)


def _head(answer: NextAnswer) -> str:
    name = f" for {role_name(answer.gaps.readiness)}" if answer.gaps else ""
    return wrap(f"Next{name}. Hours to go: low - likely - high.")


def _rows(action: Action, answer: NextAnswer) -> Iterator[str]:
    """What to do and its hours; below it why, and the command to begin with."""
    hours = say_span(action.hours) if action.hours != NO_HOURS else ""
    if not action.has_known_hours:
        hours = UNKNOWN_HOURS
    item = answer.items.get(action.slug)
    is_item = item is not None and action.slug in action.steps
    yield hours_row(
        hours, f"{action.do}: {item.title}" if item and is_item else action.do
    )
    if action.part == UNSEEN and action.milestone is None:
        yield f"  {action.show_by}"
    if item is None or not is_item:
        return
    if action.part == NOT_BEGUN and action.requirements:
        why = f"for {', '.join(action.requirements)}"
        lines = say_guide_lines(item.line)
        yield wrap(f"{why} ({lines})" if lines else why, indent=INDENT)
    if item.gate and not item.is_begun:
        rounds = ". ".join(
            part for part in (item.gate.odds, say_rounds(item.gate)) if part
        )
        if rounds:
            yield wrap(f"{rounds}.", indent=INDENT)
    if item.url:
        yield wrap(f"About 1 h to begin: tracker open {item.slug}", indent=INDENT)


def _say_nothing_left(answer: NextAnswer) -> str:
    assert answer.gaps
    name = role_name(answer.gaps.readiness)
    if not answer.gaps.gaps:
        return wrap(f"You have shown all that this role asks for: {name}.")
    return wrap(
        f"Nothing is in progress, and the curriculum lists no next step for {name}. "
        "Still open: tracker gaps"
    )
