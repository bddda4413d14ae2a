"""Local times and the instants they name, also where the clocks change."""

from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracker.errors import Refused, Unreadable
from tracker.text.columns import quoted
from tracker.text.times import Point


def parse_zone(name: str) -> ZoneInfo:
    """The zone called `name` in the IANA database, such as `Europe/Berlin`.

    Raises Unreadable for any other name.
    """
    try:
        return ZoneInfo(name.strip())
    except (ZoneInfoNotFoundError, ValueError, OSError):
        hint = "Type one like Europe/Berlin or UTC."
        message = f"{quoted(name)} is not a time zone."
        zone = "Europe/Berlin"
        raise Unreadable(message, hint, typed=name, instead=[zone]) from None


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


def _twice_error(local: datetime, later: datetime) -> Refused:
    spec = "seconds" if local.second else "minutes"
    first, second = local.isoformat(timespec=spec), later.isoformat(timespec=spec)
    return Refused(
        f"{_say_moment(local)} happens twice, because the clocks go back.",
        f"Type the offset too: {first} is the first, {second} the second.",
    )


def _skipped_error(local: datetime, later: datetime, zone: tzinfo) -> Refused:
    """The refusal, with a time as far before the change and one as far after it."""
    before = _say_clock(later.astimezone(UTC).astimezone(zone))
    after = _say_clock(local.astimezone(UTC).astimezone(zone))
    return Refused(
        f"{_say_moment(local)} does not exist, because the clocks go forward.",
        f"Type another time: {before} is before the change, {after} after it.",
    )


def _say_moment(moment: datetime) -> str:
    return f"{_say_clock(moment)} on {moment.date().isoformat()}"


def _say_clock(moment: datetime) -> str:
    return moment.strftime("%H:%M:%S" if moment.second else "%H:%M")


def resolve_point(point: Point, zone: tzinfo) -> datetime:
    """The instant of `point`, aware in `zone`; raises Refused as `local_to_instant`."""
    if point.instant is not None:
        return point.instant.astimezone(zone)
    if point.day is None or point.wall is None:
        raise ValueError(f"neither an instant nor a day with a time: {point}")
    return local_to_instant(point.day, point.wall, zone)
