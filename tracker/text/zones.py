"""Local times and the instants they are, honest about clock changes."""

from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracker.errors import Refused, Unreadable
from tracker.text.columns import quoted
from tracker.text.times import Point


def parse_zone(name: str) -> ZoneInfo:
    """The zone of that name in the IANA database, such as `Europe/Berlin`; raises Unreadable for any other."""
    try:
        return ZoneInfo(name.strip())
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Unreadable(
            f"{quoted(name)} is not a time zone.", "Type one like Europe/Berlin or UTC."
        ) from None


def local_to_instant(day: date, wall: time, zone: tzinfo) -> datetime:
    """The instant, aware in `zone`, at which clocks there show `wall` on `day`.

    Raises Refused for a time that a clock change skips, and for one that comes twice, which needs its offset.
    """
    local = datetime.combine(day, wall.replace(tzinfo=None, fold=0), zone)
    later = local.replace(fold=1)
    if local.utcoffset() == later.utcoffset():
        return local
    if _exists(local, zone):
        raise _twice(local, later)
    raise _skipped(local, later, zone)


def _exists(local: datetime, zone: tzinfo) -> bool:
    back = local.astimezone(UTC).astimezone(zone)
    return back.replace(tzinfo=None, fold=0) == local.replace(tzinfo=None)


def _twice(local: datetime, later: datetime) -> Refused:
    spec = "seconds" if local.second else "minutes"
    first, second = local.isoformat(timespec=spec), later.isoformat(timespec=spec)
    return Refused(
        f"{_said(local)} comes twice, since the clocks are set back.",
        f"Type the offset with it: {first} is the first, {second} the second.",
    )


def _skipped(local: datetime, later: datetime, zone: tzinfo) -> Refused:
    """The gap's own offsets show the two times that lie as far from the change on either side."""
    before, after = (
        moment.astimezone(UTC).astimezone(zone) for moment in (later, local)
    )
    return Refused(
        f"{_said(local)} does not exist, since the clocks are set forward.",
        f"Type a time that does: {_clock(before)} comes before the change, {_clock(after)} after it.",
    )


def _said(moment: datetime) -> str:
    return f"{_clock(moment)} on {moment.date().isoformat()}"


def _clock(moment: datetime) -> str:
    return moment.strftime("%H:%M:%S" if moment.second else "%H:%M")


def resolve_point(point: Point, zone: tzinfo) -> datetime:
    """The instant of `point`, aware in `zone`; raises Refused as `local_to_instant` does."""
    if point.instant is not None:
        return point.instant.astimezone(zone)
    if point.day is None or point.wall is None:
        raise ValueError(f"neither an instant nor a day with a time: {point}")
    return local_to_instant(point.day, point.wall, zone)
