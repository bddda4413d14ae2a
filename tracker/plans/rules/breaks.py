"""Planned breaks: days on which nothing is meant, so that nothing is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.errors import NotFound, Refused, Unreadable
from tracker.readiness.rules.pace import days_within
from tracker.text.spoken_days import nearest_date

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Break:
    """Days off, the first and the last included."""

    since: date
    until: date

    @property
    def days(self) -> int:
        """How many days it is."""
        return (self.until - self.since).days + 1


def check_new(new: Break, known: Iterable[Break]) -> None:
    """Raises Unreadable for a break that ends before it begins, Refused for one that has days of another in it."""
    if new.until < new.since:
        begun = nearest_date(new.since.month, new.since.day, new.until, ahead=False)
        near = (
            new.until - begun < new.since - new.until
        )  # `20 nov` is next year's once it has passed
        what, first, last = (
            ("year too", begun, new.until)
            if near
            else ("first day first", new.until, new.since)
        )
        raise Unreadable(
            f"A break from {new.since} to {new.until} ends before it begins.",
            f"Type the {what}: tracker break {first} {last}",
        )
    for other in known:
        if other.since <= new.until and new.since <= other.until:
            raise Refused(
                f"A break from {other.since} to {other.until} is planned already.",
                f"Take it back first: tracker break {other.since} {other.until} --remove",
            )


def check_known(old: Break, known: Iterable[Break]) -> None:
    """Raises NotFound for a break that is not planned."""
    if old not in known:
        raise NotFound(
            f"There is no break from {old.since} to {old.until}.",
            "tracker break lists those there are.",
        )


def days_off(breaks: Iterable[Break], since: date, until: date) -> frozenset[date]:
    """The days between two, both included, that are in a break."""
    return days_within(((each.since, each.until) for each in breaks), since, until)


def soon(breaks: Iterable[Break], since: date, today: date) -> tuple[Break, ...]:
    """Those that are over at `since` at the earliest and begin within two weeks."""
    return tuple(
        each
        for each in breaks
        if each.until >= since and each.since <= today + 14 * ONE_DAY
    )


def day_after(today: date, days: int, breaks: Iterable[Break]) -> date:
    """The day on which so many days after `today` have passed, those in a break not counted; 0 is today."""
    off, day = days_off(breaks, today, date.max), today
    while days:
        day += ONE_DAY
        days -= day not in off
    return day


def days_until(today: date, day: date, breaks: Iterable[Break]) -> int:
    """How many days after `today` there are until `day`, this included and those in a break not."""
    return max((day - today).days, 0) - len(days_off(breaks, today + ONE_DAY, day))
