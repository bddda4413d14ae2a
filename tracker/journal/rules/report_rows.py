"""Rows of a report by one grouping or two, with the titles that people read."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from itertools import product
from typing import NamedTuple

from tracker.journal.rules.records import (
    HoursTotal,
    Overlap,
    RunningTimer,
    SessionFilter,
)
from tracker.journal.rules.report_days import (
    Days,
    is_clock,
    stretch_key,
    stretch_keys,
    stretch_title,
)
from tracker.text.periods import Period

UNTAGGED = "untagged"
# Grouping -> the column of a session that it needs.
_COLUMNS = {"item": "item_id", "track": "item_id", "tag": "tags"}


class SessionGroup(NamedTuple):
    """The sum of sessions that have the same day (ISO), item and tags.

    What they are not grouped by is empty.
    """

    day: str
    item: str
    item_title: str
    track: str
    track_title: str
    tags: str
    seconds: int
    sessions: int


class ReportRow(NamedTuple):
    """A row: seconds and sessions under a key, or under a key for each grouping.

    `notes` are those of its sessions, where days and items are asked for.
    """

    keys: tuple[str, ...]
    titles: tuple[str, ...]
    seconds: int
    sessions: int
    notes: tuple[str, ...] = ()


class HoursReport(NamedTuple):
    """Totals of the sessions chosen, in rows by one grouping or two.

    `groups` are the rows by the first grouping. `days` are the first and the last day
    of rows that are stretches of the clock. `overlaps` are the latest days with an
    overlap and the items that ran then; `recollected` is the seconds from memory, 0
    unless the report is of all time.
    """

    chosen: SessionFilter
    by: tuple[str, ...]
    rows: list[ReportRow]
    groups: list[ReportRow]
    days: Days | None
    total: HoursTotal
    overlaps: list[tuple[Overlap, tuple[str, ...]]]
    recollected: int
    running: RunningTimer | None


def group_columns(by: Iterable[str]) -> list[str]:
    """The columns of a session that these groupings need."""
    return sorted({_COLUMNS.get(grouping, "day") for grouping in by})


def report_rows(
    groups: Sequence[SessionGroup],
    by: Sequence[str],
    overlaps: Iterable[Overlap],
    *,
    days: Days | None = None,
    say: Callable[[str, str], str],
) -> list[ReportRow]:
    """The rows by these groupings; those of the clock the earliest first.

    All others come the longest first. Rows of the clock alone count shared time once; a
    session with two tags counts under both. Within `days`, those of the clock that have
    no session have a row too. `say` is the title of a grouping and a key.
    """
    if all(map(is_clock, by)):
        groups = [*groups, *map(_less, overlaps)]
    sums: dict[tuple[str, ...], tuple[int, int]] = {}
    if days:
        sums = {(key,): (0, 0) for key in stretch_keys(by[0], days)}
    for group in groups:
        for keys in product(*(_keys(group, grouping) for grouping in by)):
            seconds, sessions = sums.get(keys, (0, 0))
            sums[keys] = (seconds + group.seconds, sessions + group.sessions)
    rows = [
        ReportRow(keys, tuple(map(say, by, keys)), seconds, sessions)
        for keys, (seconds, sessions) in sums.items()
    ]
    return sorted(rows, key=lambda row: _rank(by[-1], row))


def _less(overlap: Overlap) -> SessionGroup:
    """What an overlap takes off the clock's sums."""
    day = overlap.day.isoformat()
    return SessionGroup(day, "", "", "", "", "", -overlap.seconds, 0)


def _keys(group: SessionGroup, by: str) -> list[str]:
    if by == "tag":
        return group.tags.split() or [""]
    if by == "item":
        return [group.item]
    return [group.track] if by == "track" else [_clock_key(by, group.day)]


@cache
def _clock_key(by: str, day: str) -> str:
    return day if by == "day" else stretch_key(by, date.fromisoformat(day))


def _rank(by: str, row: ReportRow) -> tuple[int, str]:
    return (0 if is_clock(by) else -row.seconds, row.keys[-1])


def sort_under(
    rows: Iterable[ReportRow], groups: Iterable[ReportRow]
) -> list[ReportRow]:
    """Rows by two groupings, in the order of the rows by the first of them."""
    places = {row.keys[0]: place for place, row in enumerate(groups)}
    return sorted(rows, key=lambda row: places[row.keys[0]])


def title_of(
    groups: Iterable[SessionGroup], period: Period, today: date
) -> Callable[[str, str], str]:
    """A function that says the title of a grouping's key."""
    names: dict[tuple[str, str], str] = {("tag", ""): UNTAGGED}
    for group in groups:
        names["item", group.item] = group.item_title
        names["track", group.track] = group.track_title

    @cache
    def say(by: str, key: str) -> str:
        if is_clock(by):
            return stretch_title(by, key, period, today)
        return names.get((by, key), key)

    return say


def add_notes(
    rows: Iterable[ReportRow],
    by: Sequence[str],
    notes: Iterable[tuple[str, str, str]],
) -> list[ReportRow]:
    """Rows by day and item with their notes, each once; `notes` are day, item, note."""
    lists: dict[tuple[str, ...], dict[str, None]] = {}
    for day, item, note in notes:
        keys = (day, item) if by[0] == "day" else (item, day)
        lists.setdefault(keys, {})[note] = None
    return [row._replace(notes=tuple(lists.get(row.keys, ()))) for row in rows]
