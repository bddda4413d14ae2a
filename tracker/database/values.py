"""How columns hold a day, an instant and lines; the random names of rows."""

import os
from datetime import UTC, date, datetime, timedelta, timezone

# Without i, l, o and u, so that no letter looks or sounds like another, and no id is
# the word `last`.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # 32: five bits of a byte each


def new_uid() -> str:
    """A random name of 16 letters (80 bits), the same on every machine.

    The randomness is the system's, as in `secrets`; importing that takes 4 ms.
    """
    return "".join(ALPHABET[byte & 31] for byte in os.urandom(16))


def stamp(now_utc: int) -> dict[str, object]:
    """The columns that each new personal row has: its uid, and when it was edited."""
    return {"uid": new_uid(), "edited_at": now_utc}


def day_to_text(day: date) -> str:
    """A day as its column holds it, such as 2026-11-23."""
    return day.isoformat()


def text_to_day(text: str) -> date:
    """The day of a column's ISO text."""
    return date.fromisoformat(text)


def instant_to_seconds(instant: datetime) -> int:
    """An aware instant as its column holds it: whole UTC seconds."""
    return int(instant.timestamp())


def offset_to_seconds(instant: datetime) -> int:
    """Seconds east of UTC at an aware instant."""
    offset = instant.utcoffset()
    return 0 if offset is None else int(offset.total_seconds())


def seconds_to_instant(seconds: int, offset: int = 0) -> datetime:
    """UTC seconds as an aware instant, `offset` seconds east of UTC."""
    zone = timezone(timedelta(seconds=offset)) if offset else UTC
    return datetime.fromtimestamp(seconds, zone)


def line_columns(lines: tuple[int, int] | None) -> dict[str, int | None]:
    """The columns for the first and last line of the guide."""
    first, last = lines or (None, None)
    return {"line_first": first, "line_last": last}
