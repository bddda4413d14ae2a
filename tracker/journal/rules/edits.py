"""What an edit makes of a stretch's time: the start stays, the end moves."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.journal.rules.checks import check_length, check_time_not_future
from tracker.journal.rules.days import (
    ONE_DAY,
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
from tracker.text.zones import resolve_point


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
        on_day = _calendar_day(typed, edit, day, moment)
        context = moment.now, moment.today, moment.zone, on_day
        return split_stretch(parse_stretch(edit.times, *context), None, moment)
    if edit.start or edit.end:
        on_day = _calendar_day(typed, edit, day, moment)
        return _retimed_pieces(old.seconds, start, typed, on_day, edit, moment)
    stretch = Stretch(day, start, edit.amount or old.seconds)
    return split_stretch(stretch, None, moment)


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
    start = resolve_point(point, own.zone)
    zone = start.tzinfo or own.zone
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
    days = day and day - day_of(old.started_at, moment.day_starts, moment.zone)
    return move_to_day(start, start.date() + days, moment.zone) if days else start


def _retimed_pieces(
    seconds: int,
    start: datetime | None,
    point: Point,
    calendar_day: date | None,
    edit: Edit,
    moment: LocalMoment,
) -> tuple[Piece, ...]:
    """The pieces with the start or the end that was typed.

    A session that had a time keeps its other end; one that had none keeps its amount.
    """
    start_text, end_text, amount = edit.start, edit.end, edit.amount
    if not (start_text and end_text) and amount is None:
        if start is None:
            amount = seconds
        elif start_text:
            end = start.astimezone(UTC) + timedelta(seconds=seconds)
            _check_start(start_text, point, calendar_day, end, seconds, moment)
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


def _check_start(
    text: str,
    point: Point,
    day: date | None,
    end: datetime,
    seconds: int,
    moment: LocalMoment,
) -> None:
    """Raises Unreadable for a start that is not before the end, which stays."""
    on_day = point if point.dated else point._replace(day=day or point.day)
    if resolve_point(on_day, moment.zone) < end:
        return
    clock = f"{end.astimezone(moment.zone):%H:%M}"
    raise Unreadable(
        f"It ended at {clock}, so it cannot start at {text}.",
        "To move all of it:",
        swaps=[(["--from"], ("at", *text.split(), "for", say_amount(seconds)))],
    )


def _calendar_day(
    point: Point, edit: Edit, day: date, moment: LocalMoment
) -> date | None:
    """The calendar day of the time that was typed, `point`.

    A day in the text itself counts, else the session's; its last hours may lie after
    midnight, on the next calendar day.
    """
    if point.dated or point.wall is None:
        return edit.day
    after_midnight = timedelta(hours=point.wall.hour, minutes=point.wall.minute)
    return day + ONE_DAY if after_midnight < moment.day_starts else day
