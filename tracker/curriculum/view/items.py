"""Items as a list, and as the keys of JSON."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import Annotated, TypedDict

from tracker.choices import ITEM_KINDS, ITEM_STATUSES
from tracker.curriculum.rules.items import Estimate, Item
from tracker.json_types import HourRange
from tracker.labels import STATUS_LABELS
from tracker.limits import HOUR
from tracker.text.amounts import say_bound, say_hours
from tracker.text.columns import count_noun
from tracker.text.tables import table

INDENT = 2
# A name, a figure and a text.
Row = tuple[str, str, str]


def hours_number(seconds: int) -> int | float:
    """Seconds as the hours of JSON: a whole number, else rounded to four places."""
    if seconds % HOUR == 0:
        return seconds // HOUR
    return round(seconds / HOUR, 4)


class ItemData(TypedDict):
    """An item in a list; `progress` is 0 to 1, `seconds` are those logged."""

    slug: str
    title: str
    track: str
    kind: Annotated[str, ITEM_KINDS]
    hours: HourRange | None
    status: Annotated[str, ITEM_STATUSES]
    progress: float | None
    seconds: int


def item_data(item: Item) -> ItemData:
    """The keys of an item in a list."""
    hours = None
    if item.estimate:
        hours = [hours_number(seconds) for seconds in item.estimate]
    return {
        "slug": item.slug,
        "title": item.title,
        "track": item.track,
        "kind": item.kind,
        "hours": hours,
        "status": item.status,
        "progress": item.progress,
        "seconds": item.seconds,
    }


class ItemsData(TypedDict):
    """Items, in the order of the curriculum."""

    items: list[ItemData]


def items_data(items: Sequence[Item]) -> ItemsData:
    """The keys of a list of items."""
    return {"items": [item_data(item) for item in items]}


def items_text(items: Sequence[Item]) -> str:
    """How many items have which status, then one line an item under its track."""
    if not items:
        return "No items match. To list all: tracker items"
    blocks = [f"{_say_counts(items)}."]
    for track, members in groupby(items, key=attrgetter("track")):
        rows = [_row(item) for item in members]
        blocks.append(f"{track}\n{layout_rows(rows)}")
    return "\n".join([*blocks, f"Show one: tracker show {items[0].slug}"])


def layout_rows(rows: Sequence[Row]) -> str:
    """Names, figures and texts in columns; without figures, two columns."""
    if any(figure for _, figure, _ in rows):
        return table(rows, "lrl", indent=INDENT)
    return table([(name, text) for name, _, text in rows], "ll", indent=INDENT)


def with_status(status: str, title: str) -> str:
    """A title after a status: `done - Fast.ai`; the title alone where that is empty."""
    return f"{status} - {title}" if status else title


def say_status(item: Item) -> str:
    """An item's status in a list: `in progress 40%, 12h30m`; empty if not started."""
    status = STATUS_LABELS[item.shown_status]
    if not item.is_begun:
        return status if item.retired else ""
    if item.status == "doing" and item.progress is not None:
        status = f"{status} {item.progress:.0%}"
    if item.seconds:
        status = f"{status}, {say_hours(item.seconds)}"
    return status


def say_estimate(estimate: Estimate) -> str:
    """An estimate as `45-130 h, likely 80 h`; `8 h` where all three are the same."""
    low, likely, high = estimate
    bound = say_bound(low, high)
    if low == high:
        return bound
    return f"{bound}, likely {say_bound(likely, likely)}"


def _row(item: Item) -> Row:
    hours = item.estimate
    bound = say_bound(hours[0], hours[2]) if hours else ""
    return item.slug, bound, with_status(say_status(item), item.title)


def _say_counts(items: Sequence[Item]) -> str:
    """`326 items: 323 not started, 2 in progress, 1 done`."""
    counts = Counter(item.shown_status for item in items)
    parts = [
        f"{counts[status]} {STATUS_LABELS[status]}"
        for status in ITEM_STATUSES
        if counts[status]
    ]
    return f"{count_noun(len(items), 'item')}: {', '.join(parts)}"
