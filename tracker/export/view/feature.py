"""The works in exports as text and as JSON."""

from collections.abc import Iterator, Sequence
from typing import TypedDict

from tracker.export.rules.progress import Work
from tracker.text.tables import table

NO_WORKS = (
    "Nothing is reached yet, so exports list no work. To record one:\n"
    "  tracker reach MILESTONE --evidence repo:URL"
)


class RankedWorkData(TypedDict):
    """A work, and its place in exports, if the person gave it one."""

    item: str | None
    milestone: str
    title: str
    rank: int | None
    hidden: bool


class WorksData(TypedDict):
    """The works in the order of exports, those left out among them."""

    works: list[RankedWorkData]


def works_data(works: Sequence[Work]) -> WorksData:
    """The keys of the works."""
    return {
        "works": [
            {
                "item": work.item,
                "milestone": work.milestones[0],
                "title": work.title,
                "rank": work.rank or None,
                "hidden": work.rank == 0,
            }
            for work in works
        ]
    }


def works_text(works: Sequence[Work]) -> str:
    """Each work with its place, name and title; then those left out."""
    return "\n".join(_lines(works)) if works else NO_WORKS


def ordered_text(works: Sequence[Work]) -> str:
    """The same after a change."""
    return f"{works_text(works)}\nUndo: tracker undo"


def _lines(works: Sequence[Work]) -> Iterator[str]:
    shown = [work for work in works if work.rank != 0 and not work.vouched]
    vouched = [work for work in works if work.rank != 0 and work.vouched]
    hidden = [work for work in works if work.rank == 0]
    if shown:
        yield "Works in exports, in this order:"
        rows = [(str(at), w.key, w.title) for at, w in enumerate(shown, 1)]
        yield table(rows, "rll")
    if vouched:
        yield "No works: others confirm these. Exports list their letters and reviews:"
        yield table([("-", work.key, work.title) for work in vouched], "rll")
    if hidden:
        yield "Left out of exports:"
        yield table([("-", work.key, work.title) for work in hidden], "rll")
    if len(shown) > 1:
        yield f"To put another first: tracker feature {shown[1].key}"
    if hidden:
        yield f"To bring one back: tracker feature --show {hidden[0].key}"
