"""The hours a week that a person has for this: as they set them, else as they were of late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

# So many whole weeks are looked back upon, and no pace is told before there are that many.
WEEKS = 8


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds a week; `stated` by the person, else their own average of the last weeks."""

    seconds: int
    stated: bool

    def weeks(self, seconds: int) -> int:
        """How many weeks so many seconds take, begun ones whole."""
        return -(-seconds // self.seconds)


def looked_back(today: date) -> tuple[date, date]:
    """The first and the last day of the last eight whole weeks."""
    monday = today - timedelta(days=today.weekday())
    return monday - timedelta(weeks=WEEKS), monday - timedelta(days=1)


def own_pace(clocks: Iterable[int], first: date | None, since: date) -> Pace | None:
    """The average of eight weeks that began on `since`, by the seconds of their days, to the minute.

    None where the first session ever came later, or nothing was logged in them.
    """
    seconds = sum(clocks) // WEEKS // 60 * 60
    return Pace(seconds, stated=False) if first and first <= since and seconds else None
