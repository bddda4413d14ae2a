"""Lines of a report, named: what SQL sums by, as people call it."""

from collections.abc import Iterable
from datetime import date

from tracker.journal.rules.records import Sum
from tracker.text.days import say_day
from tracker.text.periods import month_of, say_period, week_of

UNTAGGED = "untagged"


def by_tag(sums: Iterable[Sum]) -> list[Sum]:
    """Sums by all the tags of a session as sums by each tag; a session with two tags counts under both."""
    seconds: dict[str, int] = {}
    sessions: dict[str, int] = {}
    for line in sums:
        for tag in line.key.split() or [""]:
            seconds[tag] = seconds.get(tag, 0) + line.seconds
            sessions[tag] = sessions.get(tag, 0) + line.sessions
    found = [Sum(tag, tag or UNTAGGED, seconds[tag], sessions[tag]) for tag in seconds]
    return sorted(found, key=lambda line: (-line.seconds, line.key))


def by_day(sums: Iterable[Sum], today: date) -> list[Sum]:
    """Each day with its name."""
    return [
        _named(line, line.key, say_day(date.fromisoformat(line.key), today))
        for line in sums
    ]


def by_week(sums: Iterable[Sum]) -> list[Sum]:
    """Each week, which SQL knows by its Monday, as `2026-W48` with its days."""
    mondays = [(line, date.fromisoformat(line.key)) for line in sums]
    return [
        _named(line, f"{day:%G-W%V}", say_period(week_of(day))) for line, day in mondays
    ]


def by_month(sums: Iterable[Sum]) -> list[Sum]:
    """Each month, `2026-11`, with its name."""
    return [
        _named(
            line, line.key, say_period(month_of(date.fromisoformat(f"{line.key}-01")))
        )
        for line in sums
    ]


def _named(line: Sum, key: str, title: str) -> Sum:
    return Sum(key, title, line.seconds, line.sessions)
