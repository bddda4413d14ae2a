"""Items as text of 80 columns, and as the keys of JSON."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from tracker.curriculum.rules.items import STATUSES, Item, in_words
from tracker.text.amounts import say_bound, say_hours
from tracker.text.columns import count_noun, display_width, shorten, table, wrap
from tracker.text.days import say_day

HOUR, INDENT = 3600, 2


def hours_number(seconds: int) -> int | float:
    """Seconds as the hours of JSON: whole where they are, else to the second."""
    return seconds // HOUR if seconds % HOUR == 0 else round(seconds / HOUR, 4)


def item_estimate(item: Item) -> tuple[int, int, int] | None:
    """Low, likely and high seconds, where the item has an estimate."""
    if item.low is None or item.likely is None or item.high is None:
        return None
    return item.low, item.likely, item.high


def item_data(item: Item) -> dict[str, Any]:
    """The keys of an item in a list."""
    expected = item_estimate(item)
    return {
        "slug": item.slug,
        "title": item.title,
        "track": item.track,
        "kind": item.kind,
        "hours": [hours_number(each) for each in expected] if expected else None,
        "status": item.status,
        "progress": item.progress,
        "seconds": item.seconds,
    }


def items_data(items: Sequence[Item]) -> dict[str, Any]:
    """The keys of a list of items."""
    return {"items": [item_data(item) for item in items]}


def items_text(items: Sequence[Item]) -> str:
    """One line an item, under the name of its track; how it stands is told only where something was said or logged."""
    if not items:
        return "No item is like that.\n  tracker items              lists them all"
    blocks = [f"{_counted(items)}."]
    for name, members in groupby(items, key=lambda item: item.track):
        rows = [
            (i.slug, _bound(i), with_status(say_status(i), i.title)) for i in members
        ]
        blocks.append(f"{name}\n{layout_rows(rows)}")
    return "\n".join([*blocks, f"One whole: tracker show {items[0].slug}"])


def layout_rows(rows: Sequence[tuple[str, str, str]]) -> str:
    """Names, figures and texts as columns: where room is short it is the text that gives way, never a name."""
    taken = sum(max(display_width(row[at]) for row in rows) for at in (0, 1))
    room = max(80 - INDENT - 2 * 2 - taken, 12)
    lines = [(name, figure, shorten(text, room)) for name, figure, text in rows]
    if any(figure for _, figure, _ in lines):
        return table(lines, "lrl", indent=INDENT)
    return table([(name, text) for name, _, text in lines], "ll", indent=INDENT)


def with_status(standing: str, title: str) -> str:
    """A title behind how it stands, where there is something to say of that."""
    return f"{standing} - {title}" if standing else title


def say_status(item: Item) -> str:
    """How an item stands, in a few words: `doing 40%, 12h30m`; empty where nothing was said or logged."""
    if not item.is_begun:
        return "retired" if item.retired else ""
    far = (
        f" {item.progress:.0%}"
        if item.status == "doing" and item.progress is not None
        else ""
    )
    return (
        f"{in_words(item.shown_status)}{far}, {say_hours(item.seconds)}"
        if item.seconds
        else f"{in_words(item.shown_status)}{far}"
    )


def changed_text(item: Item) -> str:
    """What was understood of an item, after it was said."""
    told = in_words(item.shown_status)
    if item.part is not None and item.whole and item.state != "done":
        told = f"{told}, {_part(item.part, item.whole)} by your account"
    logged = f"{say_hours(item.seconds)} logged" if item.seconds else "Nothing logged"
    return f"{item.slug}: {told}. Undo: tracker undo\n  {'; '.join([logged, *_estimated(item)])}."


def done_before_text(item: Item, today: date) -> str:
    """That an item was done already; the day that was said first stays."""
    when = f", {say_day(item.state_day, today)}" if item.state_day else ""
    return wrap(
        f"{item.slug}: done already{when}; that day stays. To say another: tracker reopen {item.slug} first"
    )


def added_text(item: Item) -> str:
    """What was understood of an item that was added or renamed."""
    facts = [f"{item.kind} in {item.track}", *_estimated(item)]
    if item.url:
        facts.append(f"at {item.url}")
    if item.requires:
        facts.append(f"after {', '.join(item.requires)}")
    if item.aka:
        facts.append(f"also called {', '.join(item.aka)}")
    return "\n".join(
        (
            wrap(f"{item.slug}: {item.title}"),
            wrap("; ".join(facts), 2),
            "  Undo: tracker undo",
        )
    )


def _estimated(item: Item) -> list[str]:
    expected = item_estimate(item)
    return [f"estimate {say_estimate(expected)}"] if expected else []


def say_estimate(expected: tuple[int, int, int]) -> str:
    """An estimate as `45 - 80 - 130 h`."""
    return f"{' - '.join(f'{hours_number(each):g}' for each in expected)} h"


def _part(part: int, whole: int) -> str:
    return f"{part}%" if whole == 100 else f"{part} of {whole}"


def _bound(item: Item) -> str:
    expected = item_estimate(item)
    return say_bound(expected[0], expected[2]) if expected else ""


def _counted(items: Sequence[Item]) -> str:
    """`326 items: 323 not begun, 2 doing, 1 done`."""
    of = Counter(item.shown_status for item in items)
    said = [f"{of[status]} {in_words(status)}" for status in STATUSES if of[status]]
    return f"{count_noun(len(items), 'item')}: {', '.join(said)}"
