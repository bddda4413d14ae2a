"""Instants as texts, made of parts: `datetime` takes four times as long for each.

That is half the time of an export of a million sessions, each with three of them.
"""

from datetime import date
from functools import lru_cache

from tracker.database.values import seconds_to_instant

EPOCH = date(1970, 1, 1).toordinal()
DAY = 86_400  # seconds
# `00:00:` to `23:59:`, and `00` to `59`.
_MINUTES = [f"{at // 60:02}:{at % 60:02}:" for at in range(DAY // 60)]
_SECONDS = [f"{at:02}" for at in range(60)]


def instant_text(seconds: int, offset: int = 0) -> str:
    """UTC seconds as ISO text, `offset` seconds east of UTC: `2026-11-23T14:30:00+01:00`.

    The same as `seconds_to_instant(seconds, offset).isoformat()`.
    """
    day, second = divmod(seconds + offset, DAY)
    minute, second = divmod(second, 60)
    return f"{_day(day)}{_MINUTES[minute]}{_SECONDS[second]}{_zone(offset)}"


@lru_cache
def _day(number: int) -> str:
    """The start of the text for that day since 1970."""
    return f"{date.fromordinal(EPOCH + number).isoformat()}T"


@lru_cache
def _zone(offset: int) -> str:
    """The end of the text, such as `+01:00`."""
    return seconds_to_instant(0, offset).isoformat()[len("1970-01-01T00:00:00") :]
