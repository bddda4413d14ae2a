"""A time of day without its day as the one moment that it can be, for `--at`."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from tracker.errors import Refused, Unreadable
from tracker.limits import LONGEST_SESSION
from tracker.text.columns import quoted
from tracker.text.days import say_day
from tracker.text.times import Point, parse_point
from tracker.text.zones import ClockChange, place_point, resolve_point

_A_DAY = timedelta(days=1)
_AN_HOUR = timedelta(hours=1)
_NOON = 12
# Two instants in UTC: after the first, up to the second.
_Span = tuple[datetime, datetime]


def latest_moment(
    text: str, now: datetime, today: date, day_starts: timedelta = timedelta()
) -> datetime:
    """The moment that `text` names; without a day, the latest one up to `now`.

    At 00:10, `23:50` is yesterday's. With a day, a time before `day_starts` is that of
    the night after it. Both moments are aware and local. A day in the
    text is taken as it is, also after `now` (a rule refuses it). Raises Unreadable for
    what is no point in time and for two readings, Refused for a skipped time.
    """
    point = parse_point(text, now, today)
    if point.dated:
        return _resolve(point, text, now, day_starts)
    instant = now.astimezone(UTC)
    day, span = now.date(), (instant - 3 * _A_DAY, instant)
    moments = _moments_on(day, text, now, span)
    return _only(moments or _moments_on(day - _A_DAY, text, now, span), text)


def moment_between(
    text: str,
    start: datetime,
    now: datetime,
    today: date,
    day_starts: timedelta = timedelta(),
) -> datetime:
    """The one moment after `start`, up to `now`, that `text` names.

    All are aware; the moment is in the zone of `now`. A time without a day is looked
    for within a session's longest after `start`. Raises as `latest_moment`, and Refused
    for a moment that is not between the two.
    """
    point = parse_point(text, now, today)
    first, last = start.astimezone(UTC), now.astimezone(UTC)
    if point.dated:
        moments = [_resolve(point, text, now, day_starts)]
        if not first < moments[0].astimezone(UTC) <= last:
            moments = []
    else:
        last = min(last, first + timedelta(seconds=LONGEST_SESSION))
        moments = _moments_in(text, now, (first, last))
    if not moments:
        raise _refusal(text, (first, last), point, now)
    return _only(moments, text)


def _resolve(point: Point, text: str, now: datetime, day_starts: timedelta) -> datetime:
    """The moment of a dated point. Raises ClockChange with what to type for `text`."""
    try:
        return resolve_point(place_point(point, _zone(now), day_starts), _zone(now))
    except ClockChange as change:
        change.offer(text)
        raise


def _zone(now: datetime) -> tzinfo:
    return now.tzinfo or UTC


def _moments_in(text: str, now: datetime, span: _Span) -> list[datetime]:
    """The moments in `span` of a time without a day, on any of its days."""
    day, last_day = (moment.astimezone(now.tzinfo).date() for moment in span)
    moments = []
    while day <= last_day:
        moments += _moments_on(day, text, now, span)
        day += _A_DAY
    return moments


def _moments_on(day: date, text: str, now: datetime, span: _Span) -> list[datetime]:
    """The moments on `day`, after the first of `span` and up to its last.

    There are two where the clocks go back. Raises Refused where they skip the time.
    """
    point, zone = parse_point(text, now, day, day), _zone(now)
    if point.instant is not None:
        instants = {point.instant.astimezone(UTC)}
    else:
        local = datetime.combine(day, point.wall or time(), zone)
        instants = {local.astimezone(UTC), local.replace(fold=1).astimezone(UTC)}
    inside = sorted(instant for instant in instants if span[0] < instant <= span[1])
    moments = [instant.astimezone(zone) for instant in inside]
    if moments and point.wall and moments[0].time() != point.wall:
        _resolve(Point(day, point.wall, on_calendar=True), text, now, timedelta())
    return moments


def _only(moments: list[datetime], text: str) -> datetime:
    """The one of `moments`; raises Unreadable, with both to type, where there are two."""
    if len(moments) == 1:
        return moments[0]
    stamps = [moment.isoformat(timespec="minutes") for moment in moments]
    message = f"{quoted(text)} can be read in more than one way."
    hint = f"Type {' or '.join(stamps)}."
    raise Unreadable(message, hint, typed=text, instead=stamps)


def _refusal(text: str, span: _Span, point: Point, now: datetime) -> Refused:
    """What to say of a `text` without a moment in `span`, and a time that has one.

    It is the same time in the other half of the day, else one soon after the start.
    """
    start, end = (moment.astimezone(now.tzinfo) for moment in span)
    first, last = f"{start:%H:%M}", f"{end:%H:%M}"
    if start.date() != end.date():
        first = f"{say_day(start.date(), now.date())}, {first},"
        last = f"{say_day(end.date(), now.date())}, {last}"
    between = (span[0] + min(_AN_HOUR, (span[1] - span[0]) / 2)).astimezone(now.tzinfo)
    other = (
        f"{between:%H:%M}"
        if between.replace(second=0, microsecond=0) > start
        else "now"
    )
    if point.wall and not point.dated:
        swapped = f"{(point.wall.hour + _NOON) % 24}:{point.wall:%M}"
        other = swapped if _moments_in(swapped, now, span) else other
    return Refused(
        f"{quoted(text)} is not between {first} and {last}.",
        f"Type a time between the two, for example {other}.",
        typed=text,
        instead=[other],
    )
