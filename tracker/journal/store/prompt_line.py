"""`tracker status --line`, answered without the command and most of tracker.

A shell waits for it before each prompt. What is unusual is left to the command, which
prints the same in every case: `tests/journal/test_journal_prompt_line.py` compares them.
It takes 0.46 of what `benchmarks/floor.py status` takes; the command takes 0.81.
"""

import os
import time
from collections.abc import Sequence
from contextlib import closing

from tracker.database.connect import database_exists
from tracker.database.locks import LOCK_WAIT
from tracker.database.open import open_unmigrated
from tracker.database.revisions import revisions
from tracker.paths import database_path
from tracker.system import begins_with

WORDS = ["status", "--line"]
ZONE = "select value from setting where key = 'zone'"
# A start of the day that has another form than `04:00`, or makes no sense.
ODD_DAY_START = """select 1 from setting where key = 'day-starts' and not
                   (value glob '[01][0-9]:[0-5][0-9]' and value <= '12:00')"""
TIMER = """select item.slug, timer.started_at
           from timer join item on item.id = timer.item_id"""
# Letters that fit on one line of the narrowest terminal, and seconds that have a date.
_LONGEST_SLUG = 30
_DATED = range(2**32)
# Where Linux and macOS have the files of zones, and how each begins.
_ZONES = "/usr/share/zoneinfo"
_ZONE_HEAD = b"TZif"


class _Unusual(Exception):
    """The command has to answer."""


def print_line(arguments: Sequence[str]) -> bool:
    """Print the line where it is asked for; whether that is all there is to do.

    As the command does, it prints nothing where anything is wrong.
    """
    option, words = arguments[:-2], arguments[-2:]
    if words != WORDS or not _names_database(option):
        return False
    if "PYTHONTZPATH" in os.environ:  # zones are where it says
        return False
    try:
        LOCK_WAIT.for_prompt = True
        line = _read_line(database_path(option[-1] if option else None, os.environ))
    except _Unusual:
        return False
    except Exception:
        return True
    try:
        print(line, flush=True)  # noqa: T201 - the modules for answers take too long
    except OSError:  # the command gives up the output for good
        return False
    return True


def _names_database(option: Sequence[str]) -> bool:
    """Whether `--db` is left out, or names a file that is surely no placeholder."""
    if not option:
        return True
    is_plain = option[-1].endswith(".db") and "<" not in option[-1]
    return len(option) == 2 and option[0] == "--db" and is_plain


def _read_line(path: str) -> str:
    """The line; empty where no timer runs, and where there is no current database.

    Raises _Unusual, and as `open_unmigrated` and the clock.
    """
    if not database_exists(path):
        return ""
    db, revision = open_unmigrated(path)
    with closing(db):
        if revision != revisions()[-1]:
            return ""
        row = db.execute(ZONE).fetchone()
        zone = row[0] if row else None
        if not _is_known(zone) or db.execute(ODD_DAY_START).fetchone():
            raise _Unusual
        timer = db.execute(TIMER).fetchone()
        now = _read_clock(zone)
        return _say_timer(timer[0], timer[1], now) if timer else ""


def _say_timer(slug: str, started_at: int, now: int) -> str:
    """`fastai 1h30m`; whole minutes, rounded down, from one UTC second to another."""
    is_plain = slug.isascii() and slug.isprintable() and len(slug) <= _LONGEST_SLUG
    if not is_plain or started_at not in _DATED:
        raise _Unusual
    hours, minutes = divmod(max(now - started_at, 0) // 60, 60)
    return f"{slug} {hours}h{minutes:02}m" if hours else f"{slug} {minutes}m"


def _is_known(zone: str | None) -> bool:
    """Whether the zone that is set, else that of the machine, has a file where most are.

    No day is needed, but the command prints nothing without a zone.
    """
    name = os.environ.get("TZ", "").removeprefix(":") if zone is None else zone
    if zone is None and "TZ" not in os.environ:
        name = os.path.realpath("/etc/localtime").partition("zoneinfo/")[2]
    if name != os.path.normpath(name) or name.startswith(("/", ".")):
        return False
    try:
        return begins_with(f"{_ZONES}/{name}", _ZONE_HEAD)
    except OSError:
        return False


def _read_clock(zone: str | None) -> int:
    """Now in UTC seconds; raises as `read_clock`, and _Unusual for an odd year."""
    if os.environ.get("TRACKER_NOW"):
        from zoneinfo import ZoneInfo  # 4 ms, so only for a clock that is set

        from tracker.clock import machine_zone, read_clock

        here = ZoneInfo(zone) if zone else machine_zone(os.environ).zone
        return int(read_clock(os.environ, here).timestamp())
    now = int(time.time())
    if now not in _DATED:
        raise _Unusual
    return now
