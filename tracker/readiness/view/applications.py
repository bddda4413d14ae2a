"""`Apply now`: what to apply for, where, and why, as text and as JSON."""

from collections.abc import Iterator, Sequence

from tracker.curriculum.rules.items import Gate, Item
from tracker.readiness.rules.applications import Opening
from tracker.text.columns import wrap

HEADING = "Apply now"
INDENT = 2


def opening_lines(openings: Sequence[Opening]) -> Iterator[str]:
    """The section; nothing if there is nothing to apply for."""
    if not openings:
        return
    yield HEADING
    reason_above = ""
    for opening in openings:
        if opening.why != reason_above:
            yield wrap(opening.why, indent=INDENT)
        reason_above = opening.why
        if opening.bar and opening.bar.status:
            yield wrap(opening.bar.status, indent=INDENT)
        yield from item_lines(opening.item, 2 * INDENT)
    done = f"tracker done {openings[0].item.slug}"
    yield wrap(f"Applied already? Say so: {done}", indent=INDENT)


def item_lines(item: Item, indent: int) -> Iterator[str]:
    """An item with its address, and what is known of its next round."""
    place = f": {item.url}" if item.url else f" ({item.slug})"
    yield wrap(f"{item.title}{place}", indent=indent)
    if item.gate:
        yield wrap(say_round(item.gate), indent=indent)


def say_round(gate: Gate) -> str:
    """`next round: summer 2027; 120 of about 2,200 (as of 2026-09)`.

    Empty where nothing of it is known.
    """
    parts = [f"next round: {gate.window}"] if gate.window else []
    if gate.closed:
        parts = ["closed, no next round known"]
    if gate.odds:
        parts.append(gate.odds)
    as_of = f" (as of {gate.as_of})" if gate.as_of and parts else ""
    return "; ".join(parts) + as_of


def openings_data(openings: Sequence[Opening]) -> list[dict[str, str | None]]:
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


def item_link(item: Item) -> dict[str, str | None]:
    """An item by which one applies: its slug, title and address."""
    return {"item": item.slug, "title": item.title, "url": item.url}
