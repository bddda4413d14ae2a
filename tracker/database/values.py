"""How a day and an instant stand in a column, said once for both halves, and the names rows go by."""

import os
from datetime import UTC, date, datetime, timedelta, timezone

# Without i, l, o and u: read aloud or retyped at night, nothing is mistaken, and no id is the word `last`.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # 32: five bits of a byte each


def new_uid() -> str:
    """A random name of 16 letters (80 bits), the same on every machine that ever merges the row.

    From the system's randomness, as `secrets` does it; that module alone would take 4 ms to import.
    """
    return "".join(ALPHABET[byte & 31] for byte in os.urandom(16))


def stamp(now: int) -> dict[str, object]:
    """What each new row of the person's has: its name for ever, and when it was last edited (UTC seconds)."""
    return {"uid": new_uid(), "edited_at": now}


def day_to_text(day: date) -> str:
    """A day as its column holds it: ISO."""
    return day.isoformat()


def text_to_day(text: str) -> date:
    """A column's ISO text as the day it is."""
    return date.fromisoformat(text)


def instant_to_seconds(moment: datetime) -> int:
    """An aware moment as its column holds it: whole UTC seconds."""
    return int(moment.timestamp())


def offset_to_seconds(moment: datetime) -> int:
    """Seconds east of UTC at an aware moment."""
    offset = moment.utcoffset()
    return 0 if offset is None else int(offset.total_seconds())


def seconds_to_instant(seconds: int, offset: int = 0) -> datetime:
    """UTC seconds as an aware moment, shown at `offset` seconds east of UTC."""
    zone = timezone(timedelta(seconds=offset)) if offset else UTC
    return datetime.fromtimestamp(seconds, zone)
