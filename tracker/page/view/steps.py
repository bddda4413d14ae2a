"""What to do next: each step with its hours, a link, and what to type."""

from typing import NamedTuple

from markupsafe import Markup

from tracker.export.render.blocks import Link
from tracker.page.rules.answer import PageAnswer
from tracker.page.view.names import split_names
from tracker.page.view.templates import fill
from tracker.readiness.rules.actions import ASK_FOR_LETTER, UNSEEN, Action
from tracker.readiness.rules.hours import NO_HOURS
from tracker.readiness.view.gaps import UNKNOWN_HOURS
from tracker.readiness.view.hour_columns import say_number

MOST_STEPS = 3
LETTER = "Ask somebody who can judge it for a letter or a review:"
MORE = "More to do: tracker next"


class NextStep(NamedTuple):
    """One thing to do, as texts and the things that it names; `command` is to be typed."""

    do: tuple[str | Link, ...]
    hours: str
    command: str


def steps_section(answer: PageAnswer) -> Markup | None:
    """The first steps that `tracker next` lists; None where there are none."""
    actions = answer.next.actions
    if not actions:
        return None
    steps = [_step(action, answer) for action in actions[:MOST_STEPS]]
    more = MORE if len(actions) > MOST_STEPS else ""
    return fill("steps.html", steps=steps, more=more)


def _step(action: Action, answer: PageAnswer) -> NextStep:
    command = ""
    do, things = action.do, _find_things(action, answer)
    if do.startswith(ASK_FOR_LETTER):
        do = LETTER + do.removeprefix(ASK_FOR_LETTER).replace("very-", "very ")
        things = {action.slug: Link("", answer.skills[action.slug])}
    if action.slug in action.steps:
        command = f"tracker show {action.slug}"
    elif action.part == UNSEEN and action.milestone is None:
        command = action.show_by
    parts = split_names(do[:1].upper() + do[1:], things)
    named = (things.get(part, part) for part in parts)
    return NextStep(tuple(named), _say_hours(action), command)


def _find_things(action: Action, answer: PageAnswer) -> dict[str, Link]:
    """The items and milestones of an action by slug, with their titles."""
    slugs = (action.slug, action.milestone or "", *action.steps)
    items = answer.next.items
    return {
        slug: Link(items[slug].url or "" if slug in items else "", answer.titles[slug])
        for slug in slugs
        if slug in answer.titles
    }


def _say_hours(action: Action) -> str:
    """`about 104 h (90-117)`; empty where it takes none."""
    if not action.has_known_hours:
        return UNKNOWN_HOURS
    if action.hours == NO_HOURS:
        return ""
    low, likely, high = map(say_number, action.hours)
    return f"about {likely} h ({low}-{high} h)"
