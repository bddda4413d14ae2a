"""What an edit makes of the time of a session: its start stays and its end moves with the amount."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from tracker.journal.rules.days import ONE_DAY, moved
from tracker.journal.rules.pieces import Moment, split_stretch
from tracker.journal.rules.records import Piece, Session
from tracker.text.stretches import Stretch, parse_from_to
from tracker.text.times import parse_point


class Edit(NamedTuple):
    """What was typed of a session's time: an amount in seconds, a day, a start and an end as text."""

    amount: int | None = None
    day: date | None = None
    start: str | None = None
    end: str | None = None

    @property
    def nothing(self) -> bool:
        """Whether the time stays as it is."""
        return (
            self.amount is None and self.day is None and not self.start and not self.end
        )


def edited_pieces(old: Session, edit: Edit, when: Moment) -> tuple[Piece, ...]:
    """The pieces that a session becomes; its own day and time are what is not typed.

    Raises Unreadable where too much or too little is said, Refused as `place` does.
    """
    if edit.nothing:
        return (Piece(old.day, old.seconds, old.started_at, old.utc_offset),)
    day = edit.day or old.day
    began = None if old.started_at is None else _began(old, old.started_at, day, when)
    if edit.start or edit.end:
        return _retimed(old.seconds, began, day, edit, when)
    return split_stretch(Stretch(day, began, edit.amount or old.seconds), None, when)


def _began(old: Session, started_at: int, day: date, when: Moment) -> datetime:
    """The start that a session has, at the same time of day on another `day`."""
    start = datetime.fromtimestamp(started_at, when.zone)
    return (
        start
        if day == old.day
        else moved(start, start.date() + (day - old.day), when.zone)
    )


def _retimed(
    seconds: int, began: datetime | None, day: date, edit: Edit, when: Moment
) -> tuple[Piece, ...]:
    """The session with the start or end that was typed; one that had a time keeps its other end, or its amount."""
    start, end, amount, said = (
        edit.start,
        edit.end,
        edit.amount,
        _said_day(edit, day, when),
    )
    if not (start and end) and amount is None:
        if began is None:
            amount = seconds
        elif start:
            end = (
                (began.astimezone(UTC) + timedelta(seconds=seconds))
                .astimezone(when.zone)
                .isoformat()
            )
        else:
            start, said = began.isoformat(), began.date()
    return split_stretch(
        parse_from_to(start, end, amount, when.moment, when.today, when.zone, said),
        None,
        when,
    )


def _said_day(edit: Edit, day: date, when: Moment) -> date | None:
    """The calendar day of the time that was typed: of its own text, else the session's, whose last hours may follow."""
    point = parse_point(edit.start or edit.end or "", when.moment, when.today, day)
    if point.dated or point.wall is None:
        return edit.day
    after_midnight = timedelta(hours=point.wall.hour, minutes=point.wall.minute)
    return day + ONE_DAY if after_midnight < when.starts else day
