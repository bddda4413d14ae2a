"""What a whole file says before its rows are read: people, order, unit, years."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from statistics import median

from tracker.errors import Refused, Unreadable
from tracker.imports.rules.dates import (
    DAY_FIRST,
    WrittenDay,
    is_plausible,
    read_numbers,
)
from tracker.imports.rules.day_order import order_of
from tracker.imports.rules.entries import Glance
from tracker.imports.rules.lengths import bare_number
from tracker.imports.rules.projects import MOST_PROJECTS
from tracker.imports.rules.questions import EXAMPLE, answer, answers
from tracker.imports.rules.years import Years, first_year
from tracker.system import quote
from tracker.text.columns import quoted

# Of a file's people, how many a message names.
MOST_PEOPLE = 6
# Bare lengths above a day's hours are minutes, above a day's minutes seconds.
DAY_HOURS, DAY_MINUTES = 24, 24 * 60
# Most lengths in hours are up to so many, most in minutes over.
MANY = 12


@dataclass(slots=True)
class FileProfile:
    """A file as a whole.

    `entries` counts them. `people` and `days` are as written, each once, in order;
    `lengths`, those without a unit, each with how often it is there. `yearless` are the
    days without a year, in order; `dated` is the first day with one. `planned` is
    seconds of a calendar.
    `projects` has the number of entries of each, of very many only the first.
    """

    entries: int = 0
    people: dict[str, None] = field(default_factory=dict)
    days: dict[str, None] = field(default_factory=dict)
    yearless: list[WrittenDay] = field(default_factory=list)
    dated: WrittenDay | None = None
    lengths: dict[str, int] = field(default_factory=dict)
    planned: int = 0
    projects: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read.

    `order` of day, month and year; `unit` of bare lengths; first `year` of days without
    one; the `users` whose rows count, None for everybody's.
    """

    order: str = DAY_FIRST
    unit: str = "h"
    year: int | None = None
    users: frozenset[str] | None = None


def profile_file(glances: Iterable[Glance]) -> FileProfile:
    """The profile of a file with these entries."""
    profile = FileProfile()
    days, people, lengths = profile.days, profile.people, profile.lengths
    projects = profile.projects
    for day, user, length, planned, project in glances:
        profile.entries += 1
        if day not in days:
            days[day] = None
            _add_day(profile, day)
        elif profile.yearless:
            _add_day(profile, day)
        if user not in people:
            people[user] = None
        if length and (not day or is_plausible(read_numbers(day))):
            lengths[length] = lengths.get(length, 0) + 1
        if project in projects:
            projects[project] += 1
        elif project and len(projects) < MOST_PROJECTS:
            projects[project] = 1
        profile.planned += planned
    people.pop("", None)
    return profile


def _add_day(profile: FileProfile, text: str) -> None:
    """Add a day; of days without a year only where they change, to keep memory flat."""
    written = read_numbers(text) if text else None
    if written is None:
        return
    if written.year is not None:
        profile.dated = profile.dated or written
    elif not profile.yearless or profile.yearless[-1] != written:
        profile.yearless.append(written)


def decide(
    profile: FileProfile,
    today: date,
    *,
    dates: str | None,
    user: str | None,
    year: int | None,
    columns_in: Callable[[str], str],
    unit_of_total: Callable[[Decimal], str],
) -> Reading:
    """How the file is read: by the options given, else by all of it together.

    `columns_in` gives the option that says lengths are in a unit, `unit_of_total` the
    unit that the file names with their total. Raises Unreadable
    where day and month, or hours and minutes, could be confused, and Refused where the
    file has several people's rows and `user` names none of them.
    """
    order = order_of(profile.days, dates)
    if year is None and profile.yearless:
        dated = profile.dated
        year = dated.year if dated else first_year(profile.yearless, order, today)
    return Reading(
        order=order,
        unit=unit_of(profile.lengths, columns_in, unit_of_total),
        year=year,
        users=users_of(list(profile.people), user),
    )


def unit_of(
    lengths: Mapping[str, int],
    columns_in: Callable[[str], str],
    unit_of_total: Callable[[Decimal], str],
) -> str:
    """The unit of bare lengths, `h`, `m` or `s`, if only one fits.

    `lengths` are as written, each with how often.

    A day has 24 hours and 1,440 minutes. Most lengths in minutes are over 12, and hours
    up to 12, where any has a decimal sign. Raises Unreadable where more than one unit
    fits, or none does.
    """
    numbers = {
        text: number for text in lengths if (number := bare_number(text)) is not None
    }
    longest = max(numbers.values(), default=Decimal(0))
    typical = median(numbers.values()) if numbers else Decimal(0)
    has_decimals = any("." in text or "," in text for text in numbers)
    if longest == 0 or (longest <= DAY_HOURS and has_decimals and typical <= MANY):
        return "h"
    if longest > DAY_MINUTES and typical > DAY_MINUTES // 2:
        return "s"
    if DAY_HOURS < longest <= DAY_MINUTES and typical > MANY:
        return "m"
    total = sum((numbers[text] * lengths[text] for text in numbers), Decimal(0))
    if unit := unit_of_total(total):
        return unit
    raise Unreadable(
        "The lengths could be hours or minutes.", _unit_options(columns_in)
    )


def _unit_options(columns_in: Callable[[str], str]) -> str:
    hours, minutes = columns_in("hours"), columns_in("minutes")
    if hours and minutes:
        return answers({"Hours": hours, "Minutes": minutes})
    return answer("Say what each column is, with its unit. For example", EXAMPLE)


def users_of(people: Sequence[str], user: str | None) -> frozenset[str] | None:
    """The people whose rows are imported; None for everybody's.

    `user` is a name or an address, or a part that only one person has.
    Raises Refused where several people are in the file and `user` is None, Unreadable
    where it does not name one of them.
    """
    names = list(dict.fromkeys(_name(person) for person in people))
    if user is None:
        if len(names) < 2:
            return None
        raise Refused(
            f"The file has the hours of {len(names)} people: {_list_people(names)}.",
            _user_option(names),
        )
    wanted = user.casefold().strip()
    matches = [person for person in people if wanted in _spellings(person)]
    if not matches and wanted:
        matches = [person for person in people if wanted in person.casefold()]
    if not people:
        raise Unreadable(
            "The file names no people, so --user cannot choose one.",
            "Import it without --user.",
            without=["--user"],
        )
    if len({_name(person) for person in matches}) == 1:
        return frozenset(matches)
    raise Unreadable(
        f"{quoted(user)} is not the name of one person in this file."
        f" Its people: {_list_people(matches or names)}.",
        _user_option(matches or names),
    )


def _user_option(people: Iterable[str]) -> str:
    first = min(_name(person) for person in people)
    return answer("Choose one, for example", f"--user {quote(first)}")


def _spellings(person: str) -> tuple[str, str]:
    return _name(person).casefold(), person.casefold()


def _name(person: str) -> str:
    """`Ada` of `Ada <ada@example.org>`; an address alone is the name."""
    return person.partition(" <")[0]


def _list_people(people: Iterable[str]) -> str:
    """`'Ada', 'Ben'`; of very many the first and how many more."""
    names = sorted(people)
    listed = ", ".join(map(quoted, names[:MOST_PEOPLE]))
    rest = len(names) - MOST_PEOPLE
    return f"{listed} and {rest} more" if rest > 0 else listed


def first_years(reading: Reading, today: date) -> Years:
    """The years of days without one, from the first on."""
    return Years(reading.year if reading.year is not None else today.year)
