"""Rows of a report by one grouping or two, with the titles that people read."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import product
from typing import NamedTuple

from tracker.journal.rules.overlaps import DaySpan, SessionSpan, overlaps_by_day
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
    of rows that are stretches of the clock. `overlaps` are the latest of the
    `overlap_days` (how many), each with the items that ran then; `recollected` is the
    seconds from memory, 0 unless the report is of all time.
    """

    chosen: SessionFilter
    by: tuple[str, ...]
    rows: list[ReportRow]
    groups: list[ReportRow]
    days: Days | None
    total: HoursTotal
    overlaps: list[tuple[Overlap, tuple[str, ...]]]
    overlap_days: int
    recollected: int
    running: RunningTimer | None


def group_columns(by: Iterable[str]) -> list[str]:
    """The columns of a session that these groupings need."""
    return sorted({_COLUMNS.get(grouping, "day") for grouping in by})


def report_rows(
    groups: Iterable[SessionGroup],
    by: Sequence[str],
    *,
    days: Days | None = None,
    say: Callable[[str, str], str],
) -> list[ReportRow]:
    """The rows by these groupings; those of the clock the earliest first.

    All others come the longest first. A session with two tags counts under both. Within
    `days`, those of the clock that have no session have a row too. `say` is the title of
    a grouping and a key.
    """
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


def day_overlaps(overlaps: Iterable[Overlap]) -> Iterator[SessionGroup]:
    """What overlaps take off rows of the clock: groups with negative seconds."""
    for day, seconds in overlaps:
        yield _less(day.isoformat(), seconds, {})


def row_overlaps(
    spans: Iterable[SessionSpan], by: Sequence[str], since: date | None
) -> Iterator[SessionGroup]:
    """What the overlaps of a row's own sessions take off each row by these groupings.

    These are groups with negative seconds, of days from `since` on. `spans` come sorted
    by day.
    """
    names = [grouping for grouping in by if not is_clock(grouping)]
    rows: dict[tuple[str, ...], list[DaySpan]] = defaultdict(list)
    for span in spans:
        for keys in product(*(_keys(span, name) for name in names)):
            rows[keys].append(span[:3])
    first = since.isoformat() if since else ""
    for keys, own in rows.items():
        for day, seconds in overlaps_by_day(own):
            if seconds and day >= first:
                yield _less(day, seconds, dict(zip(names, keys, strict=True)))


def _less(day: str, seconds: int, keys: Mapping[str, str]) -> SessionGroup:
    """A group that takes seconds off the row with a day and these keys by grouping."""
    item, track, tags = (keys.get(name, "") for name in _COLUMNS)
    return SessionGroup(day, item, "", track, "", tags, -seconds, 0)


def _keys(group: SessionGroup | SessionSpan, by: str) -> list[str]:
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
