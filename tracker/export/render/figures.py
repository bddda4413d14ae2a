"""Figures as a reader meets them: hours rounded, days in ISO, ledgers in one phrase. Fixed words only."""

from datetime import date

from tracker.export.rules.packet import Artefact, Ledger, SourceHours, UnderWay, Unseen
from tracker.words.amounts import say_bound

HOUR = 3600
TENTH = 360
_SOURCES = {"live": "timer", "same-day": "same day", "later": "written later", "imported": "imported"}


def hours(seconds: int) -> str:
    """Seconds as hours: whole ones from 10 on, else to a tenth; what there is is never rounded to nothing."""
    if seconds >= 10 * HOUR:
        return str((seconds + HOUR // 2) // HOUR)
    tenths = max((seconds + TENTH // 2) // TENTH, 1 if seconds else 0)
    return f"{tenths / 10:g}"


def iso(day: date) -> str:
    """A day as 2026-06-14."""
    return day.isoformat()


def ledger(found: Ledger) -> str:
    """`302 of 200-400 h`, or `431 h, over its bound of 200-400 h`; where none is logged, nobody knows."""
    bound = say_bound(found.low, found.high)
    if not found.spent:
        return f"no hours logged of its {bound}"
    return f"{hours(found.spent)} h, over its bound of {bound}" if found.over else f"{hours(found.spent)} of {bound}"


def spent(found: UnderWay) -> str:
    """`161 of 200-400 h`, or `12 h` where there is neither bound nor estimate."""
    if found.low is None or found.high is None:
        return f"{hours(found.spent)} h"
    return f"{hours(found.spent)} of {say_bound(found.low, found.high)}"


def result(found: Artefact | Unseen) -> str:
    """What was claimed beside what was reproduced, and the ledger: empty, or beginning with `; `."""
    said = [
        f"claimed {found.claimed}" if found.claimed else "",
        f"reproduced {found.reproduced}" if found.reproduced else "",
        ledger(found.ledger) if found.ledger else "",
    ]
    return "".join(f"; {part}" for part in said if part)


def source(found: SourceHours) -> str:
    """`timer`, `same day`, `written later`, `imported from toggl`."""
    return f"imported from {found.read_from}" if found.read_from else _SOURCES[found.source]


def late(days: int) -> str:
    """`on the day`, `1 day late`, `3 days early`."""
    if not days:
        return "on the day"
    return f"{count(abs(days), 'day')} {'late' if days > 0 else 'early'}"


def count(number: int, what: str) -> str:
    """`1 day`, `611 sessions`."""
    return f"{number:,} {what}{'s' * (number != 1)}"
