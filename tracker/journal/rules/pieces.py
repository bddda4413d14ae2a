"""A stretch of work as it is stored: one piece for each day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tracker.journal.rules.checks import (
    INSTEAD_OF_A_FUTURE_DAY,
    check_length,
    check_time_not_future,
)
from tracker.journal.rules.days import day_of, split_by_day
from tracker.journal.rules.records import Piece, Session, piece_of
from tracker.text.days import check_not_future

if TYPE_CHECKING:  # what reads stretches is slow to import
    from tracker.text.stretches import Stretch

# The parts of a stretch, one for each day it touches, and the short id of the first.
NamedStretch = tuple[tuple[Session, ...], str]


class LocalMoment(NamedTuple):
    """When a command runs: the instant, the local day, the zone, and the day's start.

    `day_starts` is how long after midnight a day starts.
    """

    now: datetime
    today: date
    zone: tzinfo
    day_starts: timedelta

    @property
    def now_utc(self) -> int:
        """The instant in UTC seconds."""
        return int(self.now.timestamp())

    def day_of(self, instant: int) -> date:
        """The day that an instant (UTC seconds) belongs to."""
        return day_of(instant, self.day_starts, self.zone)

    @property
    def is_past_midnight(self) -> bool:
        """Whether the local day is still the one that began before midnight."""
        return self.now.date() > self.today


def split_stretch(stretch: "Stretch", moment: LocalMoment) -> tuple[Piece, ...]:
    """A stretch as a piece for each day it touches.

    Raises Refused for no time, for more than 24 h, and for time in the future.
    """
    check_length(stretch.seconds)
    if stretch.start is None:
        day = stretch.day or moment.today
        hint = INSTEAD_OF_A_FUTURE_DAY
        check_not_future(day, moment.today, hint, without=["--on"])
        return (Piece(day, stretch.seconds),)
    zone, day_starts = moment.zone, moment.day_starts
    start = stretch.start
    end = start.astimezone(UTC) + timedelta(seconds=stretch.seconds)
    check_time_not_future(end.astimezone(zone), moment.now, start)
    return split_by_day(int(start.timestamp()), stretch.seconds, day_starts, zone)


def split_group(group: Sequence[Session]) -> list[tuple[Session, ...]]:
    """The stretches of sessions that were once written as one, each by its parts.

    `group` comes in the order of its starts. What was changed apart, on another machine
    or by an older tracker, is a stretch of its own: parts follow each other and have
    the same item, note and tags.
    """
    runs = [[group[0]]]
    for before, after in pairwise(group):
        if _goes_on(before, after):
            runs[-1].append(after)
        else:
            runs.append([after])
    return [tuple(run) for run in runs]


def _goes_on(before: Session, after: Session) -> bool:
    """Whether `after` begins where `before` ends, with its item, note and tags."""
    span = piece_of(before).span
    same = (before.item, before.note, before.tags)
    is_alike = same == (after.item, after.note, after.tags)
    return span is not None and span[1] == after.started_at and is_alike


def join_parts(parts: Sequence[Session]) -> Session:
    """The parts of a stretch as one session: the first one's start, all the seconds."""
    return parts[0]._replace(seconds=sum(part.seconds for part in parts))
