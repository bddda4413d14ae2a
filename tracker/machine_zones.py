"""The zone of a machine where neither $TZ nor a link is the name of one.

That is the path of a file, a rule of POSIX, a copied file, Windows and Android.
"""

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from zoneinfo import TZPATH, ZoneInfo

from tracker import system
from tracker.errors import Unreadable

LARGEST = 1_000_000  # bytes of a zone file; shipped ones have some thousands
_FOR_TRACKER = "tracker config zone Europe/Berlin"
_NAME = "(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)"
_OFFSET = "[+-]?[0-9]{1,2}(?::[0-9]{2}){0,2}"
# `<+03>-3`, `PST8PDT,M3.2.0,M11.1.0`: summer time only with the days of its changes, and
# those not counted from 0, as `59` for 1 March: Python reads that as the day before.
_RULE = re.compile(f"{_NAME}{_OFFSET}(?:{_NAME}(?:{_OFFSET})?(?:,[JM][^,]+){{2}})?")
_YEAR_BY_MONTHS = range(0, 366 * 24 * 3600, 30 * 24 * 3600)  # seconds after 1970


def find_zone(typed: str | None, localtime: str) -> tuple[ZoneInfo, str]:
    """The zone of $TZ (`typed`), else that of `localtime` or of the system, and its source.

    Raises Unreadable where it is not known.
    """
    if typed is not None:
        return _typed_zone(typed), "TZ"
    if system.WINDOWS:
        return _windows_zone(), "Windows"
    if os.path.lexists(localtime):
        return _machine_file_zone(localtime), localtime
    if hasattr(sys, "getandroidapilevel"):
        return _android_zone(), "getprop"
    raise _unknown(f"TZ is not set, and there is no {localtime}")


def _typed_zone(typed: str) -> ZoneInfo:
    """The zone of $TZ as the C library reads it, but never UTC for what it cannot read."""
    text = typed.removeprefix(":") or "UTC0"
    try:
        if os.path.isabs(text):
            return read_zone_file(text, [_name_in(text)], text)
        return read_rule(text, "UTC" if text == "UTC0" else text)
    except (OSError, ValueError):
        raise Unreadable(
            f"TZ is '{typed}', which is not a time zone.",
            f"Set it: export TZ=Europe/Berlin\nOr set it for tracker: {_FOR_TRACKER}",
        ) from None


def _machine_file_zone(localtime: str) -> ZoneInfo:
    """The zone of a file that is no link to a named one; beside it may be its name."""
    names = [_name_in(os.path.realpath(localtime))]
    with (
        suppress(OSError, ValueError),
        open(f"{os.path.dirname(localtime)}/timezone", encoding="ascii") as file,
    ):
        names.append(file.read(LARGEST).strip())
    try:
        return read_zone_file(localtime, names)
    except (OSError, ValueError):
        raise _unknown(f"{localtime} cannot be read as a zone file") from None


def _android_zone() -> ZoneInfo:
    # Only phones need it.
    import subprocess

    command = ["getprop", "persist.sys.timezone"]
    try:
        done = subprocess.run(command, capture_output=True, check=True, text=True)
        return ZoneInfo(done.stdout.strip())
    except (OSError, ValueError, LookupError, subprocess.SubprocessError):
        raise _unknown(f"{' '.join(command)} does not say it") from None


def _windows_zone() -> ZoneInfo:
    # It is installed on Windows only, and knows the names of its zones.
    import tzlocal

    try:
        return ZoneInfo(tzlocal.get_localzone_name())
    except (OSError, ValueError, LookupError):
        raise _unknown("Windows does not say it") from None


def _unknown(reason: str) -> Unreadable:
    return Unreadable(
        f"The time zone of this computer is not known: {reason}.",
        f"Say which it is: {_FOR_TRACKER}",
    )


def _name_in(path: str) -> str:
    """`Europe/Berlin` of `/usr/share/zoneinfo/Europe/Berlin`."""
    return path.rpartition("zoneinfo/")[2]


def read_zone_file(path: str, names: Iterable[str], key: str = "") -> ZoneInfo:
    """The zone of a file: the first of `names` whose own file has the same bytes.

    Where there is none, its key is `key`, or else the rule in its last line. Raises
    OSError or ValueError where it is no zone file.
    """
    content = _read_regular(path)
    for name in filter(None, names):
        for folder in TZPATH:
            with suppress(OSError, ValueError, LookupError):
                if _read_regular(os.path.join(folder, name)) == content:
                    return ZoneInfo(name)
    rule = content.rstrip(b"\n").rpartition(b"\n")[2]
    return _load(content, key or rule.decode("ascii") or path)


def _load(content: bytes, key: str) -> ZoneInfo:
    """The zone of a file's content; raises ValueError where that is no zone file."""
    try:
        return ZoneInfo.from_file(BytesIO(content), key)
    except (
        Exception
    ) as fault:  # zoneinfo checks little, and promises no class of errors
        raise ValueError(key) from fault


def _read_regular(path: str) -> bytes:
    if not os.path.isfile(path):
        raise OSError(f"no file: {path}")
    with open(path, "rb") as file:
        return file.read(LARGEST)


def read_rule(rule: str, key: str) -> ZoneInfo:
    """The zone of a rule of POSIX; raises ValueError where it is none.

    The rule is the last line of a zone file without any change of clocks (RFC 9636).
    """
    if not _RULE.fullmatch(rule):
        raise ValueError(rule)
    counts = (0, 0, 0, 0, 1, 1)  # one type of time, whose abbreviation is one zero
    head = b"TZif2" + bytes(15) + b"".join(n.to_bytes(4, "big") for n in counts)
    content = 2 * (head + bytes(6) + bytes(1)) + f"\n{rule}\n".encode("ascii")
    zone = _load(content, key)
    for seconds in _YEAR_BY_MONTHS:  # an offset of a day is noticed only here
        datetime.fromtimestamp(seconds, zone).utcoffset()
    return zone
