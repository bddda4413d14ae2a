"""Local times and the instants they name, also where the clocks change."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from tracker.errors import Refused, Unreadable
from tracker.text.columns import quoted
from tracker.text.times import Point


class ClockChange(Refused):
    """The refusal of a local time that happens twice, or never.

    `moments` are both of its readings, or one before and one after the change. `spans`
    are the options, with exact times, that a stretch with this time could have.
    """

    def __init__(self, message: str, hint: str, moments: tuple[datetime, ...]) -> None:
        super().__init__(message, hint)
        self.moments = moments
        self.spans: tuple[tuple[str, ...], ...] = ()

    def offer(self, text: str) -> None:
        """Offer the moments in place of `text`."""
        self.typed = text
        self.instead = tuple(map(say_exactly, self.moments))


def say_exactly(moment: datetime) -> str:
    """`2026-11-01T01:30-05:00`; with seconds where they are not zero."""
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def parse_zone(name: str) -> ZoneInfo:
    """The zone called `name` in the IANA database, such as `Europe/Berlin`.

    Raises Unreadable for any other name; of a city it names the zone.
    """
    try:
        return ZoneInfo(name.strip())
    except (ZoneInfoNotFoundError, ValueError, OSError):
        hint = "Type one like Europe/Berlin or UTC."
        message = f"{quoted(name)} is not a time zone."
        like = _zones_like(name)
        instead = like or ["Europe/Berlin"]
        raise Unreadable(
            message, hint, typed=name, instead=instead, candidates=like
        ) from None


def _zones_like(name: str) -> list[str]:
    """The zones of a city, or of a name in other letters: `Asia/Tokyo` for `tokyo`."""
    wanted = name.strip().replace(" ", "_").casefold()
    zones = {zone: zone.casefold() for zone in available_timezones()}
    return sorted(
        zone for zone, small in zones.items() if f"/{small}".endswith(f"/{wanted}")
    )


def local_to_instant(day: date, wall: time, zone: tzinfo) -> datetime:
    """The instant, aware in `zone`, at which clocks there show `wall` on `day`.

    Raises Refused for a time that a clock change skips, and for one that happens twice
    and has no offset.
    """
    local = datetime.combine(day, wall.replace(tzinfo=None, fold=0), zone)
    later = local.replace(fold=1)
    if local.utcoffset() == later.utcoffset():
        return local
    if _exists(local, zone):
        raise _twice_error(local, later)
    raise _skipped_error(local, later, zone)


def _exists(local: datetime, zone: tzinfo) -> bool:
    back = local.astimezone(UTC).astimezone(zone)
    return back.replace(tzinfo=None, fold=0) == local.replace(tzinfo=None)


def _twice_error(local: datetime, later: datetime) -> ClockChange:
    first, second = say_exactly(local), say_exactly(later)
    return ClockChange(
        f"{_say_moment(local)} happens twice, because the clocks go back.",
        f"Type the offset too: {first} is the first, {second} the second.",
        (local, later),
    )


def _skipped_error(local: datetime, later: datetime, zone: tzinfo) -> ClockChange:
    """The refusal, with a time as far before the change and one as far after it."""
    before = later.astimezone(UTC).astimezone(zone)
    after = local.astimezone(UTC).astimezone(zone)
    return ClockChange(
        f"{_say_moment(local)} does not exist, because the clocks go forward.",
        f"Type another time: {_say_clock(before)} is before the change,"
        f" {_say_clock(after)} after it.",
        (before, after),
    )


def _say_moment(moment: datetime) -> str:
    return f"{_say_clock(moment)} on {moment.date().isoformat()}"


def _say_clock(moment: datetime) -> str:
    return moment.strftime("%H:%M:%S" if moment.second else "%H:%M")


def place_point(point: Point, zone: tzinfo, day_starts: timedelta) -> Point:
    """`point` on the calendar, where days start `day_starts` after midnight.

    A time of a day that is before its start is that of the night after it.
    """
    wall, instant = point.wall, point.instant
    if instant is not None and not point.dated:
        wall = instant.astimezone(zone).time()
    if point.on_calendar or wall is None:
        return point
    after_midnight = timedelta(
        hours=wall.hour, minutes=wall.minute, seconds=wall.second
    )
    late = after_midnight < day_starts
    return (add_day(point) if late else point)._replace(on_calendar=True)


def add_day(point: Point) -> Point:
    """`point` a day later."""
    if point.instant is not None:
        return point._replace(instant=point.instant + timedelta(days=1))
    return point._replace(day=point.day and point.day + timedelta(days=1))


def resolve_point(point: Point, zone: tzinfo) -> datetime:
    """The instant of `point`, aware in `zone`; raises Refused as `local_to_instant`."""
    if point.instant is not None:
        return point.instant.astimezone(zone)
    if point.day is None or point.wall is None:
        raise ValueError(f"neither an instant nor a day with a time: {point}")
    return local_to_instant(point.day, point.wall, zone)


def possible_moments(point: Point, zone: tzinfo) -> tuple[datetime, ...]:
    """The instant of `point`; the moments to choose from where the clocks change."""
    try:
        return (resolve_point(point, zone),)
    except ClockChange as change:
        return change.moments
