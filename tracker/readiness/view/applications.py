"""`Apply now`: what to apply for, where, and why, as text and as JSON."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypedDict

from tracker.curriculum.rules.items import Item
from tracker.curriculum.view.gates import list_gate
from tracker.labels import CLAIMED, SHOWN
from tracker.readiness.rules.applications import Opening
from tracker.readiness.rules.records import Role
from tracker.text.columns import wrap
from tracker.text.tables import table

HEADING = "Apply now"
INDENT = 2


def opening_lines(openings: Sequence[Opening]) -> Iterator[str]:
    """The section; nothing if there is nothing to apply for."""
    if not openings:
        return
    yield HEADING
    for why, group in groupby(openings, key=lambda opening: opening.why):
        listed = list(group)
        yield wrap(why, indent=INDENT)
        bar = listed[0].bar
        if bar:
            caveats = filter(None, (bar.note, bar.status))
            yield from (wrap(text, indent=INDENT) for text in caveats)
        for opening in listed:
            yield from item_lines(opening.item, 2 * INDENT)
    yield from _applied_lines(openings)


def _applied_lines(openings: Sequence[Opening]) -> Iterator[str]:
    """How to say that one has applied; of several, a line for each.

    A programme is done once it is finished, so none is named.
    """
    question = "Applied already? Say so:"
    rows = [
        (f"tracker done {opening.item.slug}", opening.item.title)
        for opening in openings
        if opening.item.kind != "programme"
    ]
    if not rows:
        return
    if len(rows) == 1:
        yield wrap(f"{question} {rows[0][0]}", indent=INDENT)
        return
    yield " " * INDENT + question
    yield table(rows, "l", indent=2 * INDENT)


def other_role_lines(roles: Sequence[Role]) -> Iterator[str]:
    """The roles that one could apply for besides; nothing without any."""
    if roles:
        which = "another role" if len(roles) == 1 else "other roles"
        named = [f"{role.title} (tracker ready {role.slug})" for role in roles]
        status = f"are {SHOWN} or {CLAIMED}"
        yield wrap(f"All required lines of {which} {status}:")
        yield from (wrap(name, indent=INDENT) for name in named)


def say_apply_now(openings: Sequence[Opening]) -> Iterator[str]:
    """The first thing to apply for, and how many more there are."""
    if openings:
        more = f"; {len(openings) - 1} more" if len(openings) > 1 else ""
        first = openings[0].item.title
        yield wrap(f"{HEADING} (why: tracker ready): {first}{more}")


def item_lines(item: Item, indent: int) -> Iterator[str]:
    """An item with its address, and what is known of its next round."""
    place = item.url or f"tracker show {item.slug}"
    yield wrap(f"{item.title}: {place}", indent=indent)
    if item.gate:
        yield wrap(f"needs {'; '.join(list_gate(item.gate))}", indent=indent)


class OpeningData(TypedDict):
    """Something to apply for now; `bar` is the employer's bar that is reached."""

    why: str
    bar: str | None
    item: str
    url: str | None


def openings_data(openings: Sequence[Opening]) -> list[OpeningData]:
    """The key `apply_now`."""
    return [
        {
            "why": opening.why,
            "bar": opening.bar.slug if opening.bar else None,
            "item": opening.item.slug,
            "url": opening.item.url,
        }
        for opening in openings
    ]


class ItemLinkData(TypedDict):
    """An item by which one applies."""

    item: str
    title: str
    url: str | None


def item_link(item: Item) -> ItemLinkData:
    """An item by which one applies: its slug, title and address."""
    return {"item": item.slug, "title": item.title, "url": item.url}
