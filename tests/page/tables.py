"""The tables and the calendar of a page, compared with the packet cell by cell."""

import re
from datetime import date, timedelta
from typing import Any

from tests.export.walk import Page
from tests.page.lines import page_lines
from tests.page.patterns import CALENDAR, DAY
from tracker.text.amounts import say_amount
from tracker.text.month_days import MONTH_NAMES

_MONTH = "|".join(MONTH_NAMES)
# A day in the table of months: `23 Nov 45m`
TABLE_DAY = re.compile(rf"\b(\d\d? (?:{_MONTH})) ((?:\d+h\d\d|\d+)m)\b")


def misplaced_hours(page: str, packet: dict[str, Any]) -> list[list[str]]:
    """The rows of weeks by track whose hours are not those of that week."""
    hours = packet["hours"]
    titles = {track["title"]: track["track"] for track in hours["by_track"]}
    weeks = {date.fromisoformat(week["since"]): week for week in hours["weeks"]}
    wrong = []
    for head, *rows in Page(page).tables:
        if head[0] == "Week":
            tracks = [titles.get(name, name) for name in head[1:]]
            wrong += [row for row in rows if not _is_week(row, tracks, weeks, hours)]
    return wrong


def _is_week(
    row: list[str], tracks: list[str], weeks: dict[date, Any], hours: dict[str, Any]
) -> bool:
    """Whether the cells of a row are what its week, or the total, has of each track."""
    found = DAY.search(row[0])
    span = weeks.get(_day_of(found)) if found else hours
    if span is None:
        return False
    seconds = {track["track"]: track["seconds"] for track in span["by_track"]}
    seconds |= {"Total": span["seconds"], "Counted twice": -span["shared"]}
    amounts = [seconds.get(track, 0) for track in tracks]
    cells = [say_amount(amount) if amount else "" for amount in amounts[:-1]]
    return row[1:] == [*cells, say_amount(amounts[-1])]


def _day_of(found: re.Match[str]) -> date:
    _, day, month, year = found.groups()
    return date(int(year), MONTH_NAMES.index(month) + 1, int(day))


def wrong_days(page: str, packet: dict[str, Any]) -> list[str]:
    """The days of the calendar and its table that are not said as they are, or not there."""
    year = packet["year"]
    since, until = map(date.fromisoformat, (year["since"], year["until"]))
    last = until + timedelta(6 - until.weekday())
    lines = [line for section, line in page_lines(page) if section == "year"]
    said = [line for line in lines if CALENDAR.fullmatch(line)]
    in_table = [found.groups() for line in lines for found in TABLE_DAY.finditer(line)]
    days = [since + timedelta(number) for number in range((last - since).days + 1)]
    studied = {
        date.fromisoformat(fact["day"]): fact["seconds"] for fact in year["days"]
    }
    # Without hours there is no calendar.
    right = [_say_day(day, year) for day in days if studied]
    pairs = {(_say_date(day), say_amount(studied[day])) for day in studied}
    return sorted(set(said) ^ set(right)) + sorted(map(str, set(in_table) ^ pairs))


def _say_date(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]}"


def _say_day(day: date, year: dict[str, Any]) -> str:
    """`Mon 23 Nov 2026: 45m`, `no hours`, `break` or `to come`."""
    seconds = {fact["day"]: fact["seconds"] for fact in year["days"]}
    text, is_off = day.isoformat(), False
    for off in year["breaks"]:
        is_off |= off["since"] <= text <= off["until"]
    said = "break" if is_off else "no hours"
    if text in seconds:
        said = say_amount(seconds[text])
    if text > year["until"]:
        said = "to come"
    return f"{day:%a} {_say_date(day)} {day.year}: {said}"
