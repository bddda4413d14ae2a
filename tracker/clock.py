"""The one place that reads the clock and the machine's time zone."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracker.errors import Unreadable

YEARS = range(1970, 2200)  # those that the clock may show
_HINT = "Set it: export TRACKER_NOW=2026-11-23T14:30; or remove it: unset TRACKER_NOW"


def machine_zone(
    environ: Mapping[str, str], localtime: str = "/etc/localtime"
) -> tzinfo:
    """The zone of $TZ, else of the machine, else UTC.

    tracker runs on POSIX, where these two are enough; tzlocal would cost 8 ms a call.
    """
    # The C library also takes the path of a file: TZ=:/usr/share/zoneinfo/Asia/Tokyo
    from_environ = environ.get("TZ", "").lstrip(":").rpartition("zoneinfo/")[2]
    from_link = os.path.realpath(localtime).partition("zoneinfo/")[2]
    for name in (from_environ, from_link):
        if name:
            try:
                return ZoneInfo(name)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                continue
    return UTC


def read_clock(environ: Mapping[str, str], zone: tzinfo) -> datetime:
    """Now in `zone`, to the second; $TRACKER_NOW (ISO local time) sets it.

    Raises Unreadable where $TRACKER_NOW is not an ISO time from 1970 to 2199, and where
    the computer's clock shows another year.
    """
    text = environ.get("TRACKER_NOW")
    if not text:
        return _read_machine_clock(zone)
    try:
        now = datetime.fromisoformat(text)
    except ValueError:
        message = f"TRACKER_NOW is '{text}', which is not an ISO time."
        raise Unreadable(message, _HINT) from None
    if now.year not in YEARS:
        years = f"{YEARS[0]} to {YEARS[-1]}"
        message = f"TRACKER_NOW is '{text}', which is not a time from {years}."
        raise Unreadable(message, _HINT)
    if now.tzinfo is None:
        now = now.replace(tzinfo=zone)
    return now.astimezone(zone).replace(microsecond=0)


def machine_day(environ: Mapping[str, str]) -> date:
    """Today in the machine's zone, for what must not need the person's settings."""
    return read_clock(environ, machine_zone(environ)).date()


def _read_machine_clock(zone: tzinfo) -> datetime:
    """The computer's time; zones move the first and last hours to another year."""
    try:
        now = datetime.now(zone).replace(microsecond=0)
    except (OverflowError, OSError, ValueError):
        now = datetime.min
    if not YEARS[0] - 1 <= now.year <= YEARS[-1] + 1:
        raise Unreadable(
            f"The clock of this computer does not show a year from {YEARS[0]} to"
            f" {YEARS[-1]}.",
            "Set the clock, then try again.",
        )
    return now
