"""What is learned from a whole file before any of its rows is read for good: counts, people, order, unit, years."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tracker.errors import Refused, Unreadable
from tracker.imports.rules.dates import DAY_FIRST, WrittenDay, order_of, read_written
from tracker.imports.rules.entries import Glance
from tracker.imports.rules.lengths import bare
from tracker.imports.rules.years import Years, first_year
from tracker.text.columns import quoted

_NO_UNIT = "Name them with --columns, like --columns date,project,minutes,note, or with hours for minutes."


@dataclass(slots=True)
class FileProfile:
    """A file as a whole. `entries` counts them; `people` and `days` are as written, each once, in order."""

    entries: int = 0
    people: dict[str, None] = field(default_factory=dict)
    days: dict[str, None] = field(default_factory=dict)
    yearless: list[WrittenDay] = field(default_factory=list)
    dated: WrittenDay | None = None
    lengths: set[str] = field(default_factory=set)
    planned: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read: `order` of day and month, `unit` of bare lengths, `years` to begin with, whose rows."""

    order: str = DAY_FIRST
    unit: str = "h"
    year: int | None = None
    users: frozenset[str] | None = None


def profile_file(glances: Iterable[Glance]) -> FileProfile:
    """Look at all entries once."""
    found = FileProfile()
    days, people, lengths = found.days, found.people, found.lengths
    for day, user, length, planned in glances:
        found.entries += 1
        if day not in days:
            days[day] = None
            _see_day(found, day)
        elif found.yearless:
            _see_day(found, day)
        if user not in people:
            people[user] = None
        if length:
            lengths.add(length)
        found.planned += planned
    people.pop("", None)
    return found


def _see_day(found: FileProfile, text: str) -> None:
    """Keep the course of days without a year: only where it moves, so that a long file stays small."""
    written = read_written(text) if text else None
    if written is None:
        return
    if written.year is not None:
        found.dated = found.dated or written
    elif not found.yearless or found.yearless[-1] != written:
        found.yearless.append(written)


def decide(
    found: FileProfile,
    today: date,
    *,
    dates: str | None,
    user: str | None,
    year: int | None,
) -> Reading:
    """How the file is to be read, as told or as all of it together says.

    Raises Unreadable where day and month or hours and minutes can be taken for each other, Refused where several
    people's rows are in it and `user` does not say whose are meant.
    """
    order = order_of(found.days, dates)
    if year is None and found.yearless:
        year = (
            found.dated.year
            if found.dated
            else first_year(found.yearless, order, today)
        )
    return Reading(
        order, unit_of(found.lengths), year, users_of(list(found.people), user)
    )


def unit_of(lengths: Iterable[str]) -> str:
    """The unit of bare numbers: minutes where any is beyond 24, hours where any has a decimal sign.

    Raises Unreadable for whole numbers up to 24, which could be either.
    """
    numbers = [(text, number) for text in lengths if (number := bare(text)) is not None]
    if not numbers:
        return "h"
    most = max(number for _, number in numbers)
    if most > 24:
        return "s" if most > 24 * 60 else "m"
    if any("." in text or "," in text for text, _ in numbers):
        return "h"
    if most == Decimal(0):
        return "h"
    raise Unreadable("Its lengths could be hours or minutes.", _NO_UNIT)


def users_of(people: list[str], told: str | None) -> frozenset[str] | None:
    """Whose rows are meant; None for everybody's. A person is told by name or address, or a part that is theirs alone.

    Raises Refused where several people are in the file and none is told, Unreadable where nobody is called so.
    """
    names = {_name(who): None for who in people}
    if told is None:
        if len(names) < 2:
            return None
        raise Refused(
            f"It holds the time of {len(names)} people: {_shown(names)}.",
            "Say whose with --user NAME.",
        )
    wanted = told.casefold().strip()
    exact = frozenset(
        who for who in people if wanted in (_name(who).casefold(), who.casefold())
    )
    found = exact or frozenset(
        who for who in people if wanted and wanted in who.casefold()
    )
    if not people or len({_name(who) for who in found}) == 1:
        return found or None
    raise Unreadable(
        f"{quoted(told)} is not one person of this file.",
        f"Its people are {_shown(found or names)}.",
    )


def _name(who: str) -> str:
    """The name of `Ada Example <ada@example.org>`; an address by itself is the name."""
    return who.partition(" <")[0]


def _shown(people: Iterable[str]) -> str:
    listed = sorted(people)
    return ", ".join(map(quoted, listed[:6])) + (
        f" and {len(listed) - 6} more" if len(listed) > 6 else ""
    )


def years(reading: Reading, today: date) -> Years:
    """The course of years to begin with."""
    return Years(reading.year if reading.year is not None else today.year)
