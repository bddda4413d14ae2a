"""The one place that reads the clock and the machine's time zone."""

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracker.errors import Unreadable

YEARS = range(1970, 2200)  # those that the clock may show
_HINT = "Set it: export TRACKER_NOW=2026-11-23T14:30; or remove it: unset TRACKER_NOW"


class LocalZone(NamedTuple):
    """A zone, named by its `key`, and where it was found.

    `source` is `config`, `TZ`, the path of a file, `getprop` or `Windows`.
    """

    zone: ZoneInfo
    source: str


def machine_zone(
    environ: Mapping[str, str], localtime: str = "/etc/localtime"
) -> LocalZone:
    """The zone of $TZ, else the machine's; it is never guessed.

    The key of a zone without a name is its rule, such as `<+03>-3`, or its path. Raises
    Unreadable where the zone is not known.
    """
    typed = environ.get("TZ")
    if typed is None:
        source, name = localtime, os.path.realpath(localtime).partition("zoneinfo/")[2]
    else:
        source, name = "TZ", typed.removeprefix(":")
    if name:
        with suppress(ZoneInfoNotFoundError, ValueError, OSError):
            return LocalZone(ZoneInfo(name), source)
    # Only where neither is the name of a zone, as on most machines.
    from tracker.machine_zones import find_zone

    return LocalZone(*find_zone(typed, localtime))


def stamp_zone(environ: Mapping[str, str]) -> ZoneInfo:
    """The zone for the names of backups: UTC where the machine's is not known.

    A backup must not fail for want of a zone, nor need the person's settings.
    """
    try:
        return machine_zone(environ).zone
    except Unreadable:
        return machine_zone({"TZ": "UTC0"}).zone


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
    """Today in the zone of the names of backups."""
    return read_clock(environ, stamp_zone(environ)).date()


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
