"""What an edit makes of a session's time: the start stays, the end moves."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from tracker.journal.rules.days import ONE_DAY, move_to_day
from tracker.journal.rules.pieces import LocalMoment, split_stretch
from tracker.journal.rules.records import Piece, Session
from tracker.text.stretches import Stretch, parse_from_to
from tracker.text.times import parse_point


class Edit(NamedTuple):
    """What `edit` changes of a session's time: an amount in seconds, times as typed."""

    amount: int | None = None
    day: date | None = None
    start: str | None = None
    end: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the time stays as it is."""
        no_days_or_amount = self.amount is None and self.day is None
        return no_days_or_amount and not self.start and not self.end


def edited_pieces(old: Session, edit: Edit, moment: LocalMoment) -> tuple[Piece, ...]:
    """The pieces that a session becomes; what `edit` leaves out stays.

    Raises Unreadable where too much or too little is typed, Refused as `split_stretch`.
    """
    if edit.is_empty:
        return (Piece(old.day, old.seconds, old.started_at, old.utc_offset),)
    day = edit.day or old.day
    start = _moved_start(old, day, moment)
    if edit.start or edit.end:
        return _retimed_pieces(old.seconds, start, day, edit, moment)
    stretch = Stretch(day, start, edit.amount or old.seconds)
    return split_stretch(stretch, None, moment)


def _moved_start(old: Session, day: date, moment: LocalMoment) -> datetime | None:
    """The session's start, at the same time of day on `day`; None where it has none."""
    if old.started_at is None:
        return None
    start = datetime.fromtimestamp(old.started_at, moment.zone)
    if day == old.day:
        return start
    return move_to_day(start, start.date() + (day - old.day), moment.zone)


def _retimed_pieces(
    seconds: int, start: datetime | None, day: date, edit: Edit, moment: LocalMoment
) -> tuple[Piece, ...]:
    """The pieces with the start or the end that was typed.

    A session that had a time keeps its other end; one that had none keeps its amount.
    """
    start_text, end_text, amount = edit.start, edit.end, edit.amount
    calendar_day = _calendar_day(edit, day, moment)
    if not (start_text and end_text) and amount is None:
        if start is None:
            amount = seconds
        elif start_text:
            end = start.astimezone(UTC) + timedelta(seconds=seconds)
            end_text = end.astimezone(moment.zone).isoformat()
        else:
            start_text, calendar_day = start.isoformat(), start.date()
    stretch = parse_from_to(
        start_text,
        end_text,
        amount,
        now=moment.now,
        today=moment.today,
        zone=moment.zone,
        day=calendar_day,
    )
    return split_stretch(stretch, None, moment)


def _calendar_day(edit: Edit, day: date, moment: LocalMoment) -> date | None:
    """The calendar day of the time that was typed.

    A day in the text itself counts, else the session's; its last hours may lie after
    midnight, on the next calendar day.
    """
    point = parse_point(edit.start or edit.end or "", moment.now, moment.today, day)
    if point.dated or point.wall is None:
        return edit.day
    after_midnight = timedelta(hours=point.wall.hour, minutes=point.wall.minute)
    return day + ONE_DAY if after_midnight < moment.day_starts else day
