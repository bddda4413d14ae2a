"""Rows of a report with the titles that people read."""

from collections.abc import Iterable
from datetime import date

from tracker.journal.rules.records import Sum
from tracker.text.days import say_day
from tracker.text.periods import month_of, say_period, week_of, week_start

UNTAGGED = "untagged"


def by_tag(sums: Iterable[Sum]) -> list[Sum]:
    """Sums by all the tags of a session as sums by each tag, the longest first.

    A session with two tags counts under both.
    """
    seconds: dict[str, int] = {}
    sessions: dict[str, int] = {}
    for row in sums:
        for tag in row.key.split() or [""]:
            seconds[tag] = seconds.get(tag, 0) + row.seconds
            sessions[tag] = sessions.get(tag, 0) + row.sessions
    rows = [Sum(tag, tag or UNTAGGED, seconds[tag], sessions[tag]) for tag in seconds]
    return sorted(rows, key=lambda row: (-row.seconds, row.key))


def by_day(sums: Iterable[Sum], today: date) -> list[Sum]:
    """Each day with its name: `Mon 23 Nov`."""
    return [
        row._replace(title=say_day(date.fromisoformat(row.key), today)) for row in sums
    ]


def by_week(sums: Iterable[Sum]) -> list[Sum]:
    """Sums by day as sums by week: `2026-W48`, with its first and last day."""
    weeks: dict[date, Sum] = {}
    for row in sums:
        monday = week_start(date.fromisoformat(row.key))
        if week := weeks.get(monday):
            seconds, sessions = week.seconds + row.seconds, week.sessions + row.sessions
            weeks[monday] = week._replace(seconds=seconds, sessions=sessions)
        else:
            title = say_period(week_of(monday))
            weeks[monday] = row._replace(key=f"{monday:%G-W%V}", title=title)
    return list(weeks.values())


def by_month(sums: Iterable[Sum]) -> list[Sum]:
    """Each month, `2026-11`, with its name."""
    rows = []
    for row in sums:
        first_day = date.fromisoformat(f"{row.key}-01")
        rows.append(row._replace(title=say_period(month_of(first_day))))
    return rows
