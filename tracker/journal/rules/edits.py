"""What an edit makes of a stretch's time: the start stays, the end moves."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.journal.rules.checks import check_length, check_time_not_future
from tracker.journal.rules.days import (
    day_of,
    move_to_day,
    split_by_day,
)
from tracker.journal.rules.pieces import LocalMoment, join_parts, split_stretch
from tracker.journal.rules.records import Piece, Session, piece_of
from tracker.journal.rules.stored_days import own_moment, own_zone
from tracker.text.amounts import say_amount
from tracker.text.ranges import split_range
from tracker.text.stretches import Stretch, parse_from_to, parse_stretch
from tracker.text.times import Point, parse_point
from tracker.text.zones import ClockChange, place_point, resolve_point


class Edit(NamedTuple):
    """What `edit` changes of a session's time: an amount in seconds, times as typed.

    `times` is a range, in place of `start` and `end`.
    """

    amount: int | None = None
    day: date | None = None
    start: str | None = None
    end: str | None = None
    times: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the time stays as it is."""
        no_days_or_amount = self.amount is None and self.day is None
        return no_days_or_amount and not (self.start or self.end or self.times)


def edited_pieces(
    parts: Sequence[Session], edit: Edit, moment: LocalMoment
) -> tuple[Piece, ...]:
    """The pieces that the parts of a stretch become; what `edit` leaves out stays.

    Only another day places it by today's zone and start of day.
    Raises Unreadable where too much or too little is typed, Refused as `split_stretch`.
    """
    old = join_parts(parts)
    if not (edit.day or edit.start or edit.end or edit.times):
        return _resized_pieces(parts, edit.amount or old.seconds, moment)
    day = edit.day or old.day
    typed = _typed_point(edit, day, moment)
    own = own_moment(parts, moment)
    if not edit.day and _begins_on(old.day, typed, edit, own):
        moment = own
    start = _moved_start(old, edit.day, moment)
    if edit.times:
        now, today, zone, day_starts = moment
        on_day = _day_beside(typed, edit, day)
        stretch = parse_stretch(edit.times, now, today, zone, on_day, day_starts)
        return split_stretch(stretch, moment)
    if edit.start or edit.end:
        on_day = _day_beside(typed, edit, day)
        return _retimed_pieces(old.seconds, start, typed, on_day, edit, moment)
    stretch = Stretch(day, start, edit.amount or old.seconds)
    return split_stretch(stretch, moment)


def _resized_pieces(
    parts: Sequence[Session], seconds: int, moment: LocalMoment
) -> tuple[Piece, ...]:
    """The pieces of a stretch that keeps its days, its start and its zone.

    All but the last piece are as before, unless the stretch now ends in them.
    """
    if seconds == sum(part.seconds for part in parts):
        return tuple(map(piece_of, parts))
    check_length(seconds)
    pieces: list[Piece] = []
    for part in parts[:-1]:
        piece = piece_of(part)
        if seconds <= part.seconds:
            return (*pieces, piece._replace(seconds=seconds))
        pieces.append(piece)
        seconds -= part.seconds
    return (*pieces, *_resized_last(parts[-1], seconds, moment))


def _resized_last(
    last: Session, seconds: int, moment: LocalMoment
) -> tuple[Piece, ...]:
    """The pieces of the last part, with other `seconds`.

    What comes after the end of its day is of the days that follow.
    """
    if seconds == last.seconds:
        return (piece_of(last),)
    if last.started_at is None:
        return (piece_of(last)._replace(seconds=seconds),)
    zone = own_zone(last.started_at, last.utc_offset or 0, moment.zone)
    end = datetime.fromtimestamp(last.started_at + seconds, moment.zone)
    start = datetime.fromtimestamp(last.started_at, moment.zone)
    check_time_not_future(end, moment.now, start)
    pieces = split_by_day(last.started_at, seconds, moment.day_starts, zone)
    own = [pieces[0], *(piece for piece in pieces[1:] if piece.day <= last.day)]
    first = piece_of(last)._replace(seconds=sum(piece.seconds for piece in own))
    return (first, *pieces[len(own) :])


def _typed_point(edit: Edit, day: date, moment: LocalMoment) -> Point:
    """The first time that is typed; an empty one for none."""
    if edit.times:
        ends = split_range(edit.times, moment.now, moment.today, day)
        return ends[0] if ends else Point()
    typed = edit.start or edit.end
    return parse_point(typed, moment.now, moment.today, day) if typed else Point()


def _begins_on(day: date, point: Point, edit: Edit, own: LocalMoment) -> bool:
    """Whether a session of `day` still begins there with the time typed, `point`."""
    is_end = not (edit.times or edit.start or edit.amount)
    if is_end or not point.dated or point == Point():
        return True
    zone = own.zone
    start = resolve_point(place_point(point, zone, own.day_starts), zone)
    return day_of(int(start.timestamp()), own.day_starts, zone) == day


def _moved_start(
    old: Session, day: date | None, moment: LocalMoment
) -> datetime | None:
    """The session's start, at the same time of day on another `day`, if that is typed.

    None where it has none.
    """
    if old.started_at is None:
        return None
    start = datetime.fromtimestamp(old.started_at, moment.zone)
    days = day and day - moment.day_of(old.started_at)
    return move_to_day(start, start.date() + days, moment.zone) if days else start


def _retimed_pieces(
    seconds: int,
    start: datetime | None,
    point: Point,
    on_day: date | None,
    edit: Edit,
    moment: LocalMoment,
) -> tuple[Piece, ...]:
    """The pieces with the start or the end that was typed.

    A session that had a time keeps its other end; one that had none keeps its amount.
    """
    start_text, end_text, amount = edit.start, edit.end, edit.amount
    now, today, zone, day_starts = moment
    if amount is None and not (start_text and end_text):
        if start is None:
            amount = seconds
        elif start_text:
            amount = _seconds_after(start_text, point, start, seconds, moment)
        else:
            start_text, on_day = start.isoformat(), start.date()
    stretch = parse_from_to(
        start_text, end_text, amount, now, today, zone, on_day, day_starts
    )
    return split_stretch(stretch, moment)


def _seconds_after(
    text: str, point: Point, start: datetime, seconds: int, moment: LocalMoment
) -> int:
    """The seconds from another start, `point`, to the end of what began at `start`.

    `text` is the other start as typed. Raises Unreadable where it is not before the end.
    """
    zone = moment.zone
    end = start.astimezone(UTC) + timedelta(seconds=seconds)
    try:
        typed = resolve_point(place_point(point, zone, moment.day_starts), zone)
    except ClockChange as change:
        change.offer(text)
        raise
    left = int((end - typed.astimezone(UTC)).total_seconds())
    if left > 0:
        return left
    clock = f"{end.astimezone(zone):%H:%M}"
    raise Unreadable(
        f"It ended at {clock}, so it cannot start at {text}.",
        "To move all of it:",
        swaps=[(["--from"], ("at", *text.split(), "for", say_amount(seconds)))],
    )


def _day_beside(point: Point, edit: Edit, day: date) -> date | None:
    """The day of the time that was typed, `point`: the session's, unless it has one."""
    return edit.day if point.dated or point.wall is None else day
