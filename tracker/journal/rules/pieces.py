"""When a stretch of work was, as sessions are kept: each piece in its day."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple

from tracker.journal.rules.days import on_day, split
from tracker.journal.rules.limits import check_day_past, check_length, check_past
from tracker.journal.rules.records import Piece
from tracker.text.stretches import Stretch


class Moment(NamedTuple):
    """The moment of a command: the instant, the local day, the zone, and how long after midnight a day starts."""

    moment: datetime
    today: date
    zone: tzinfo
    starts: timedelta

    @property
    def now(self) -> int:
        """The instant in UTC seconds."""
        return int(self.moment.timestamp())

    @property
    def past_midnight(self) -> bool:
        """Whether the local day is still the one that began before midnight."""
        return self.moment.date() > self.today


def split_stretch(stretch: Stretch, on: date | None, when: Moment) -> tuple[Piece, ...]:
    """A stretch as a piece for each day it touches; `on` is the day that was studied, where `--on` said so.

    Past midnight in a day that has not ended yet, a time without a day lies in that day, and never in the one before.
    Raises Refused for no time, more than 24 h, or any that has not come yet.
    """
    check_length(stretch.seconds)
    if stretch.start is None:
        day = stretch.day or when.today
        check_day_past(day, when.today)
        return (Piece(day, stretch.seconds),)
    meant = on or (when.today if stretch.day is None and when.past_midnight else None)
    start = (
        on_day(stretch.start, meant, when.starts, when.zone) if meant else stretch.start
    )
    end = start.astimezone(UTC) + timedelta(seconds=stretch.seconds)
    check_past(end.astimezone(when.zone), when.moment, start)
    return split(int(start.timestamp()), stretch.seconds, when.starts, when.zone)
