"""What a whole file decides before its rows are read: order, unit, years, people."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import Refused, Unreadable
from tracker.imports.rules.dates import WrittenDay, is_plausible, read_numbers
from tracker.imports.rules.day_order import order_of
from tracker.imports.rules.entries import (
    PLANNED,
    Glance,
    LogEntry,
    TrackerEntry,
    glance,
    with_project,
)
from tracker.imports.rules.file_profile import (
    Reading,
    decide,
    first_years,
    profile_file,
    unit_of,
    users_of,
)
from tracker.imports.rules.years import Years, first_year

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def written(*days: str) -> list[WrittenDay]:
    """Each day as its numbers."""
    return [day for day in map(read_numbers, days) if day]


def no_columns(unit: str) -> str:
    """As of a file without columns."""
    return ""


def columns(unit: str) -> str:
    """As of a table of days and lengths."""
    return f"--columns date,{unit}"


def no_total(total: Decimal) -> str:
    """As of a file that names no total."""
    return ""


# The order of day, month and year.
@pytest.mark.parametrize(
    ("days", "order"),
    [
        ([], "day-first"),
        (["2026-03-04", "2026-04-03"], "day-first"),
        (["13/04/2026"], "day-first"),
        (["04/13/2026"], "month-first"),
        (["03/04/2026", "03/14/2026"], "month-first"),
        (["03/04/2026", "14/03/2026"], "day-first"),
        (["05/05/2026", "06/06/2026"], "day-first"),
        (["3.4.2026", "4.13.2026"], "day-first"),
        (["26-04-09", "26-04-10"], "year-first"),
        (["13-04-09", "13-04-10", "13-05-11"], "year-first"),
        (["13-04-09", "14-04-09", "15-04-09"], "day-first"),
        (["26-04-09"], "day-first"),
        (["not a day", "", "13/04/2026"], "day-first"),
    ],
)
def test_order(days: list[str], order: str) -> None:
    """All days of a file decide together which number is the day."""
    assert order_of(days, None) == order


@pytest.mark.parametrize(
    ("days", "message"),
    [
        (
            ["03/04/2026"],
            "The days can be read in two ways: 3/4 could be 3 Apr or 4 Mar.",
        ),
        (
            ["12/11/2026", "02/01/2026", "05/05/2026"],
            "The days can be read in two ways: 2/1 could be 2 Jan or 1 Feb.",
        ),
        (
            ["13/04/2026", "04/13/2026"],
            "Some of the days are written day first, others month first. Choose one"
            " order; rows in the other are then skipped.",
        ),
        (
            ["3-4-26", "1-2-26"],
            "The days can be read in two ways: 1/2 could be 1 Feb or 2 Jan.",
        ),
    ],
)
def test_order_is_asked(days: list[str], message: str) -> None:
    """Days of two readings are asked about; any --dates answers."""
    with pytest.raises(Unreadable) as refusal:
        order_of(days, None)

    assert refusal.value.message == message
    assert refusal.value.hint == (
        "Day first:\n  tracker import FILE --dates day-first\n"
        "Month first:\n  tracker import FILE --dates month-first"
    )
    assert [order_of(days, order) for order in ("day-first", "year-first")] == [
        "day-first",
        "year-first",
    ]


@given(days=st.lists(DAYS, min_size=1, max_size=9), data=st.data())
def test_order_of_rows(days: list[date], data: st.DataObject) -> None:
    """The order of rows makes no difference to the order of day and month."""
    texts = [f"{day:%d/%m/%Y}" for day in days]
    shuffled = data.draw(st.permutations(texts))

    assert _order_or_message(texts) == _order_or_message(shuffled)


def _order_or_message(texts: Sequence[str]) -> str:
    try:
        return order_of(texts, None)
    except Unreadable as refusal:
        return refusal.message


@given(days=st.lists(DAYS, min_size=1, max_size=9))
def test_a_right_order_is_found_or_asked_for(days: list[date]) -> None:
    """Days written month first are never read day first, if that changes any of them."""
    order = _order_or_message([f"{day:%m/%d/%Y}" for day in days])

    if order == "day-first":
        assert all(day.day == day.month for day in days)


# Years.
@pytest.mark.parametrize(
    ("days", "years"),
    [
        (["30.12.", "31.12.", "1.1.", "2.1."], [2025, 2025, 2026, 2026]),
        (["2.1.", "1.1.", "31.12."], [2025, 2025, 2024]),
        (["1.6.", "30.11.", "1.5."], [2025, 2025, 2026]),
        (["1.1.", "30.6.", "1.1."], [2025, 2025, 2025]),
        (["31.12.", "15.1.2030", "16.1.", "31.12."], [2025, 2030, 2030, 2029]),
    ],
)
def test_years_go_on(days: list[str], years: list[int]) -> None:
    """A day without a year is in the year that brings it nearest to the one before."""
    course = Years(2025)

    assert [course.of(day, "day-first") for day in written(*days)] == years


@pytest.mark.parametrize(
    ("days", "today", "year"),
    [
        (["1.11."], TODAY, 2026),
        (["23.11."], TODAY, 2026),
        (["24.11."], TODAY, 2025),
        (["31.12."], TODAY, 2025),
        (["31.12.", "1.1."], TODAY, 2025),
        (["31.12.", "30.11."], TODAY, 2025),
        (["10.12.", "5.5.", "1.10."], TODAY, 2025),
        (["10.12.", "5.5.", "1.10.", "24.11."], TODAY, 2024),
        (["29.2."], TODAY, 2024),
        (["29.2.", "1.3."], date(2028, 2, 28), 2024),
        (["29.2.", "1.3."], date(2028, 3, 1), 2028),
        (["1.3.", "29.2."], date(2025, 1, 1), 2024),
        ([], TODAY, 2000),
    ],
)
def test_first_year(days: list[str], today: date, year: int) -> None:
    """The first year puts the latest day on or before today, as late as possible."""
    assert first_year(written(*days), "day-first", today) == year


@given(days=st.lists(DAYS, min_size=1, max_size=12), today=DAYS)
def test_no_day_is_in_the_future(days: list[date], today: date) -> None:
    """Of days without a year none is read as one after today."""
    texts = written(*(f"{day.day}.{day.month}." for day in days))
    course = Years(first_year(texts, "day-first", today))
    read = [(course.of(text, "day-first"), text.first, text.second) for text in texts]

    assert max(read) <= (today.year, today.month, today.day)


@pytest.mark.parametrize(
    ("reading", "year"), [(Reading(year=2020), 2020), (Reading(), 2026)]
)
def test_first_years(reading: Reading, year: int) -> None:
    """The years of a file begin with the one decided on, else with this one."""
    assert first_years(reading, TODAY) == Years(year)


@pytest.mark.parametrize(
    ("text", "plausible"),
    [
        ("8.00", False),
        ("0.5", False),
        ("1.13", False),
        ("13.1.", True),
        ("31.12.", True),
        ("32.12.", False),
        ("13/32", False),
        ("99/99/2026", True),
        ("2026-99-99", True),
        ("word", False),
    ],
)
def test_plausible(text: str, plausible: bool) -> None:
    """Without a year, numbers are a day only if a month can be among them."""
    assert is_plausible(read_numbers(text)) is plausible


# The unit of bare lengths.
@pytest.mark.parametrize(
    ("lengths", "unit"),
    [
        ({}, "h"),
        ({"0": 3}, "h"),
        ({"1.5": 1}, "h"),
        ({"1,5": 1, "12": 1}, "h"),
        ({"24.0": 1, "1": 9, "2": 1}, "h"),
        ({"90": 1}, "m"),
        ({"25": 1, "30": 1}, "m"),
        ({"1440": 1}, "m"),
        ({"1441": 1}, "s"),
        ({"3600": 1, "5400": 2}, "s"),
        ({"1:30": 1, "2h": 4}, "h"),
        ({"-90": 1}, "m"),
        ({"45.5": 2}, "m"),
    ],
)
def test_unit(lengths: dict[str, int], unit: str) -> None:
    """Bare lengths have the one unit that a day has room for."""
    assert unit_of(lengths, no_columns, no_total) == unit


@pytest.mark.parametrize(
    "lengths",
    [
        {"1": 1},
        {"2": 1, "12": 1},
        {"24": 1},
        {"13.5": 1, "14": 1},
        {"25": 1, "1": 1, "2": 1},
        {"1441": 1, "1": 1, "2": 1},
        {"25.5": 1, "1.5": 1, "2.5": 1},
    ],
)
def test_unit_is_asked(lengths: dict[str, int]) -> None:
    """Where hours and minutes both fit, or neither, tracker asks with both commands."""
    with pytest.raises(Unreadable) as refusal:
        unit_of(lengths, columns, no_total)

    assert refusal.value.message == "The lengths could be hours or minutes."
    assert refusal.value.hint == (
        "Hours:\n  tracker import FILE --columns date,hours\n"
        "Minutes:\n  tracker import FILE --columns date,minutes"
    )


@pytest.mark.parametrize("one", ["hours", "minutes", ""])
def test_unit_is_asked_by_example(one: str) -> None:
    """Without an option for both units the hint has an example."""

    def one_unit(unit: str) -> str:
        return columns(unit) if unit == one else ""

    with pytest.raises(Unreadable) as refusal:
        unit_of({"2": 1}, one_unit, no_total)

    assert refusal.value.hint == (
        "Say what each column is, with its unit. For example:\n"
        "  tracker import FILE --columns date,project,minutes,note"
    )


@pytest.mark.parametrize("unit", ["h", "m", "s"])
def test_unit_of_a_total(unit: str) -> None:
    """The unit of a total counts; the total is of all rows, with how often each is."""
    totals: list[Decimal] = []

    def total_in_unit(total: Decimal) -> str:
        totals.append(total)
        return unit

    assert unit_of({"2": 3, "5": 1, "x": 9}, no_columns, total_in_unit) == unit
    assert totals == [Decimal(11)]


# People.
PEOPLE = ["Ada Byron <ada@x.org>", "Ben <ben@x.org>", "Ann"]


@pytest.mark.parametrize(
    ("people", "user", "users"),
    [
        ([], None, None),
        (["Ada"], None, None),
        (["Ada <a@x.org>", "Ada <ada@work.org>"], None, None),
        (PEOPLE, "ann", ["Ann"]),
        (PEOPLE, " BEN ", ["Ben <ben@x.org>"]),
        (PEOPLE, "byron", ["Ada Byron <ada@x.org>"]),
        (PEOPLE, "Ada Byron <ada@x.org>", ["Ada Byron <ada@x.org>"]),
        (["Ann", "Anna"], "Ann", ["Ann"]),
        (["Ada <a@x>", "Ada <b@x>"], "ada", ["Ada <a@x>", "Ada <b@x>"]),
    ],
)
def test_users(people: list[str], user: str | None, users: list[str] | None) -> None:
    """One person needs no --user; of several it names one, by all of his spellings."""
    assert users_of(people, user) == (None if users is None else frozenset(users))


def test_several_people() -> None:
    """A file of several people is refused; of very many the first six are named."""
    people = [f"P{number}" for number in range(9)]

    with pytest.raises(Refused) as refusal:
        users_of(people, None)
    assert refusal.value.message == (
        "The file has the hours of 9 people: 'P0', 'P1', 'P2', 'P3', 'P4', 'P5' and 3"
        " more."
    )
    assert refusal.value.hint == (
        "Choose one, for example:\n  tracker import FILE --user P0"
    )


@pytest.mark.parametrize(
    ("user", "named", "example"),
    [
        ("an", "'Ann', 'Dan'", "Ann"),
        ("zed", "'Ann', 'Dan', 'Eve O'", "Ann"),
        (" ", "'Ann', 'Dan', 'Eve O'", "Ann"),
    ],
)
def test_no_one_person(user: str, named: str, example: str) -> None:
    """A part that several have lists those; a name that nobody has lists all."""
    with pytest.raises(Unreadable) as refusal:
        users_of(["Eve O", "Dan", "Ann"], user)

    assert refusal.value.message.endswith(f" Its people: {named}.")
    assert refusal.value.hint.endswith(f"--user {example}")


def test_nobody_is_named() -> None:
    """In a file that names nobody, --user can choose nobody: it is left out."""
    with pytest.raises(Unreadable) as refusal:
        users_of([], "Ada")

    assert refusal.value.message == (
        "The file names no people, so --user cannot choose one."
    )
    assert refusal.value.without == ("--user",)


# The profile.
def test_profile() -> None:
    """A profile counts entries and holds each day, person and bare length once."""
    profile = profile_file(
        [
            Glance("3.4.", "Ada", "2", project="ppo"),
            Glance("3.4.", "", "2", project="ppo"),
            Glance("4.4.2026", "Ada", "3", planned=60),
            Glance("sum", "", "99"),
            Glance("", "Ben", "4", project="rl"),
        ]
    )

    assert profile.entries == 5
    assert list(profile.people) == ["Ada", "Ben"]
    assert list(profile.days) == ["3.4.", "4.4.2026", "sum", ""]
    assert profile.yearless == [WrittenDay(None, 4, 3)]
    assert profile.dated == WrittenDay(2026, 4, 4)
    assert profile.lengths == {"2": 2, "3": 1, "4": 1}
    assert profile.projects == {"ppo": 2, "rl": 1}
    assert profile.planned == 60


def test_days_without_a_year_are_kept_where_they_change() -> None:
    """Days without a year are kept in their order, but once where they repeat."""
    days = ["1.1.", "1.1.", "2.1.", "2.1.", "1.1."]
    profile = profile_file(Glance(day, "", "") for day in days)

    assert [day.second for day in profile.yearless] == [1, 2, 1]


@pytest.mark.parametrize(
    ("days", "year", "first"),
    [
        (["24.11."], None, 2025),
        (["24.11."], 2019, 2019),
        (["24.11.", "3.1.2022"], None, 2022),
        (["2026-01-01"], None, None),
    ],
)
def test_decided_year(days: list[str], year: int | None, first: int | None) -> None:
    """--year counts before a day of the file with a year, and that before today."""
    profile = profile_file(Glance(day, "", "") for day in days)
    reading = decide(
        profile,
        TODAY,
        dates=None,
        user=None,
        year=year,
        columns_in=no_columns,
        unit_of_total=no_total,
    )

    assert reading == Reading(year=first)


# Entries at a glance.
@pytest.mark.parametrize(
    ("entry", "seen"),
    [
        (LogEntry(1, day="d", user="u", length="2"), Glance("d", "u", "2")),
        (LogEntry(1, day="d", length="2", unit="h"), Glance("d", "", "")),
        (LogEntry(1, fault=PLANNED, began=60, ended=180), Glance("", "", "", 120)),
        (LogEntry(1, fault="other", began=60, ended=180), Glance("", "", "")),
        (LogEntry(1, fault=PLANNED, began=60), Glance("", "", "")),
    ],
)
def test_glance(entry: LogEntry, seen: Glance) -> None:
    """A length with a unit decides nothing, and only plans are planned time."""
    assert glance(entry) == seen


@pytest.mark.parametrize(
    ("project", "result"), [("", "Sheet"), ("-", "Sheet"), ("ppo", "ppo")]
)
def test_with_project(project: str, result: str) -> None:
    """Only an entry without a project gets that of its sheet."""
    (entry,) = with_project([LogEntry(1, project=project)], "Sheet")

    assert entry.project == result


def test_glance_at_an_export() -> None:
    """A session that tracker exported names no person and no bare length."""
    exported = TrackerEntry(
        1, "id", "ppo", "2026-01-02", 60, None, None, "", (), "logged", 0
    )

    assert glance(exported) == Glance("2026-01-02", "", "")
