"""`next` as text."""

from collections.abc import Iterator

from tracker.curriculum.rules.items import Item
from tracker.curriculum.view.gates import say_rounds
from tracker.milestones.view.fields import say_guide_lines
from tracker.readiness.rules.actions import NOT_BEGUN, UNSEEN, Action
from tracker.readiness.rules.answers import NextAnswer
from tracker.readiness.rules.hours import NO_HOURS
from tracker.readiness.rules.known_claims import find_steps
from tracker.readiness.view.applications import opening_lines
from tracker.readiness.view.gaps import UNKNOWN_HOURS, known_lines
from tracker.readiness.view.hour_columns import hours_row, say_span, text_row
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
        if answer.more:
            lines.append(
                f"{answer.more} more in progress: tracker items --status doing"
            )
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
    if item is None or action.slug not in action.steps:
        yield hours_row(hours, action.do)
        if action.part == UNSEEN and action.milestone is None:
            yield f"  {action.show_by}"
    elif ": " in action.do:
        # It says what to type or what it needs already.
        yield hours_row(hours, action.do)
        yield from _gate_rows(item)
    else:
        yield hours_row(hours, f"{action.do}: {item.title}")
        if answer.gaps and action.slug not in find_steps(answer.gaps):
            yield text_row("Not on the road to this role.")
        yield from _item_rows(action, item)


def _gate_rows(item: Item) -> Iterator[str]:
    """The title of an item to apply to, the odds, and when to apply."""
    if item.gate is None or item.is_begun:
        return
    parts = (item.title, item.gate.odds, say_rounds(item.gate))
    text = ". ".join(part for part in parts if part)
    yield text_row(f"{text}. More: tracker show {item.slug}")


def _item_rows(action: Action, item: Item) -> Iterator[str]:
    """Why to begin an item, and how; of one past its estimate, how to finish it."""
    if action.part == NOT_BEGUN and action.requirements:
        why = f"for {', '.join(action.requirements)}"
        lines = say_guide_lines(item.line)
        yield text_row(f"{why} ({lines})" if lines else why)
    if item.low is not None and not action.has_known_hours:
        yield text_row(f"Done? Say so: tracker done {item.slug}")
    elif item.url:
        start = "Open it" if item.is_begun else "About 1 h to begin"
        yield text_row(f"{start}: tracker open {item.slug}")


def _say_nothing_left(answer: NextAnswer) -> str:
    assert answer.gaps
    name = role_name(answer.gaps.readiness)
    if not answer.gaps.gaps:
        return wrap(f"You have shown all that this role asks for: {name}.")
    return wrap(
        f"Nothing is in progress, and the curriculum lists no next step for {name}. "
        "Still open: tracker gaps"
    )
