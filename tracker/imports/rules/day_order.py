"""Whether day, month or year comes first in a file.

This is decided once for a file, by all of its days, never per row.
"""

from collections.abc import Iterable, Iterator

from tracker.errors import Unreadable
from tracker.imports.rules.dates import (
    DAY_FIRST,
    MONTH_FIRST,
    YEAR_FIRST,
    WrittenDay,
    read_numbers,
)
from tracker.imports.rules.questions import answers
from tracker.text.month_days import MONTH_NAMES

_ORDER_OPTIONS = {
    "Day first": f"--dates {DAY_FIRST}",
    "Month first": f"--dates {MONTH_FIRST}",
}


def order_of(days: Iterable[str], order: str | None) -> str:
    """Which of day, month and year comes first in a file, by all of its days together.

    `order` is the one given by `--dates`, which then counts. Raises Unreadable where
    both orders are possible and give different days.
    """
    if order:
        return order
    unordered = set(_unordered_days(days))
    if _is_year_first(unordered):
        return YEAR_FIRST
    pairs = {(written.first, written.second) for written in unordered}
    has_day_first = any(first > 12 for first, _ in pairs)
    has_month_first = any(second > 12 for _, second in pairs)
    if has_day_first and has_month_first:
        raise Unreadable(
            "Some of the days are written day first, others month first."
            " Choose one order; rows in the other are then skipped.",
            answers(_ORDER_OPTIONS),
        )
    if has_month_first:
        return MONTH_FIRST
    if has_day_first or all(first == second for first, second in pairs):
        return DAY_FIRST
    first, second = min(pair for pair in pairs if pair[0] != pair[1])
    raise Unreadable(
        f"The days can be read in two ways: {first}/{second} could be"
        f" {_say(first, second)} or {_say(second, first)}.",
        answers(_ORDER_OPTIONS),
    )


def _unordered_days(days: Iterable[str]) -> Iterator[WrittenDay]:
    for text in days:
        written = read_numbers(text)
        if written and written.unordered:
            yield written


def _say(day: int, month: int) -> str:
    """`3 Apr`."""
    return f"{day} {MONTH_NAMES[month - 1]}"


def _is_year_first(days: Iterable[WrittenDay]) -> bool:
    """Whether days like 26-01-21 begin with the year.

    They do where none can begin with a day or month, and the last number changes more
    often than the first.
    """
    numbers = [(written.first, written.second, written.third) for written in days]
    if not numbers or not all(_could_be_year_first(*three) for three in numbers):
        return False
    firsts = {first for first, _, _ in numbers}
    thirds = {third for _, _, third in numbers}
    return len(firsts) < len(thirds)


def _could_be_year_first(first: int, second: int, third: int | None) -> bool:
    return first > 12 and 1 <= second <= 12 and third is not None and 0 < third <= 31
