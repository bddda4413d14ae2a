"""What each section of a page may say: the facts of its parts of the packet."""

from collections.abc import Iterator
from datetime import date
from math import floor
from typing import Any, NamedTuple

from tests.export.walk import ADDRESS, MINUTE, leaves
from tests.page.lines import PARTS
from tests.page.patterns import DAY, ISO_DAY, find_numbers
from tracker.limits import FORECAST_WEEKS, HOUR, IDLE_WEEKS
from tracker.plans.rules.year import WEEKS
from tracker.text.amounts import round_to_unit, say_amount
from tracker.text.month_days import MONTH_NAMES

FIVE = 5 * MINUTE
# Numbers of weeks that rules go by, and that sentences name.
RULES = {str(number) for number in (WEEKS, FORECAST_WEEKS, IDLE_WEEKS)}


class Facts(NamedTuple):
    """What a section may say: days, and amounts, hours and other numbers as texts.

    `hours` are those of each record and list, `counts` are of requirements, `spans` the
    days between two days of one record; `texts` are what reads as a number in its texts.
    """

    days: set[date]
    amounts: set[str]
    hours: list[set[str]]
    counts: set[tuple[str, ...]]
    percents: set[str]
    tenths: set[str]
    spans: set[int]
    others: set[str]
    texts: set[str]


def read_facts(packet: dict[str, Any], section: str) -> Facts:
    """What a section may say, by its parts of the packet."""
    part = {name: packet.get(name) for name in PARTS[section]}
    facts = list(leaves(part))
    strings = [value for _, value in facts if isinstance(value, str)]
    texts = [ADDRESS.sub("", text) for text in strings if not _is_iso_day(text)]
    # Lines of the guide are not on the page.
    counts = {value for key, value in facts if type(value) is int and key != "line"}
    shares = {value for _, value in facts if type(value) is float}
    days = {date.fromisoformat(text) for text in strings if _is_iso_day(text)}
    today = date.fromisoformat(packet["today"])
    # Some parts give hours, which the page says as hours and minutes.
    minutes = {round(value * 60) * MINUTE for value in shares}
    rounded = {
        round_to_unit(value, FIVE) * FIVE
        for key, value in facts
        if key == "usual" and value
    }
    return Facts(
        days={*days, *_days_in(texts, today), today},
        amounts={say_amount(n // MINUTE * MINUTE) for n in counts | rounded | minutes},
        hours=[_hours(record) for record in _records(part)],
        counts={_counts(record) for record in _records(part)},
        percents={f"{value * 100:.0f}" for value in shares},
        # How often a range should hold, and less than once.
        tenths={"5", "8", "1", *(f"{value * 10:.0f}" for value in shares)},
        spans=set(_spans(part, today)),
        others={*map(str, counts), *map(str, _lengths(part)), *RULES},
        texts={found[0] for text in texts for found in find_numbers(text)},
    )


def _days_in(texts: list[str], today: date) -> Iterator[date]:
    """The days that texts name: `2026-08-20`, or `18 Mar`, which is of this year."""
    for text in texts:
        yield from (date.fromisoformat(found[0]) for found in ISO_DAY.finditer(text))
        for found in DAY.finditer(text):
            month, year = MONTH_NAMES.index(found[3]) + 1, int(found[4] or today.year)
            yield date(year, month, int(found[2]))


def _forms(hours: float) -> Iterator[str]:
    """Whole hours, and tenths or hundredths as far as there are any.

    The packet has hundredths; what is said is rounded from the exact hours.
    """
    for exact in (hours - 0.005, hours, hours + 0.005):
        yield str(floor(exact + 0.5))
        yield f"{floor(10 * exact + 0.5) / 10:g}"
    yield f"{hours:.2f}".rstrip("0").rstrip(".")


def _records(value: Any) -> Iterator[list[Any] | dict[str, Any]]:
    """Every object and every list."""
    if isinstance(value, list | dict):
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _records(inner)


def _lengths(value: Any) -> Iterator[int]:
    """How many a list has, how many more than the four named, and of how many to choose."""
    for record in _records(value):
        if isinstance(record, list):
            yield len(record)
            yield len(record) - 4
            choices = [step["choice"] for step in record if _has_choice(step)]
            yield from (len(one["others"]) + choices.count(one) for one in choices)


def _has_choice(step: Any) -> bool:
    return isinstance(step, dict) and bool(step.get("choice"))


def _hours(record: list[Any] | dict[str, Any]) -> set[str]:
    """What is in a record itself, as hours; whole numbers are seconds, or those spent.

    Those of a gate are low, likely and high hours.
    """
    values = record.values() if isinstance(record, dict) else record
    hours = {value for value in values if type(value) is float}
    hours |= {value / HOUR for value in values if type(value) is int}
    if isinstance(record, dict) and record.get("needs"):
        hours.update(record["hours"] or ())
    if isinstance(record, dict) and record.get("spent"):
        hours.add(record["spent"])
    return {form for value in hours for form in _forms(value)}


def _counts(record: list[Any] | dict[str, Any]) -> tuple[str, ...]:
    """The counts of requirements that a record is, in the order of `COUNTS`."""
    counts = record if isinstance(record, dict) else {}
    return tuple(str(counts.get(key)) for key in ("met", "total", "claimed", "open"))


def _spans(value: Any, today: date) -> Iterator[int]:
    """The days between any two days of one record, and between one and today."""
    for record in _records(value):
        texts = record.values() if isinstance(record, dict) else ()
        days = [date.fromisoformat(text) for text in texts if _is_iso_day(text)]
        yield from (abs((one - other).days) for one in days for other in [*days, today])


def _is_iso_day(value: Any) -> bool:
    return isinstance(value, str) and bool(ISO_DAY.fullmatch(value))
