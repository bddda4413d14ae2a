"""The one place that reads the clock and the machine's time zone."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracker.errors import Unreadable

YEARS = range(
    1970, 2200
)  # as far as days are read; those around them are counted, and Python's end with 9999


def machine_zone(
    environ: Mapping[str, str], localtime: str = "/etc/localtime"
) -> tzinfo:
    """The zone of $TZ, else of the machine, else UTC.

    tzlocal would know more systems, and costs 8 ms on every call; tracker runs on POSIX, where these two say it.
    """
    named = environ.get("TZ", "").lstrip(":")
    linked = os.path.realpath(localtime).partition("zoneinfo/")[2]
    for name in (named, linked):
        if name:
            try:
                return ZoneInfo(name)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                continue
    return UTC


def read_clock(environ: Mapping[str, str], zone: tzinfo) -> datetime:
    """Now in `zone`, to the second; $TRACKER_NOW (ISO local time) sets it.

    Raises Unreadable where $TRACKER_NOW is no ISO time, or of a year that no day could be typed in.
    """
    told = environ.get("TRACKER_NOW")
    if not told:
        return datetime.now(zone).replace(microsecond=0)
    try:
        spoken = datetime.fromisoformat(told)
    except ValueError:
        raise Unreadable(
            f"TRACKER_NOW is '{told}', which is not an ISO time.",
            "Set it like 2026-11-23T14:30, or unset it.",
        ) from None
    if spoken.year not in YEARS:
        raise Unreadable(
            f"TRACKER_NOW is '{told}': it may be a time from {YEARS[0]} to {YEARS[-1]}.",
            "Set it like 2026-11-23T14:30, or unset it.",
        )
    return (
        (spoken if spoken.tzinfo else spoken.replace(tzinfo=zone))
        .astimezone(zone)
        .replace(microsecond=0)
    )
