"""The calendar of a page: each day of the year once, with its hours."""

import re
from datetime import date, timedelta

from hypothesis import assume, given

from tests.plans.test_plans_year_rules import years
from tracker.page.view.calendar import calendar_section
from tracker.plans.rules.year import Year, days_from, last_weeks
from tracker.text.amounts import say_amount
from tracker.text.days import say_day

HOUR = 3600
TODAY = date(2026, 11, 26)
# A day's shade and title: `class="h2"` and `<title>Thu 26 Nov 2026: 1h45m</title>`.
DAY = re.compile(r'class="(\w+)">\n<title>([^<]*): ([^<]*)</title>')


def days_of(section: str) -> dict[str, tuple[str, str]]:
    """The class and the words of each day in the pictures, by its name."""
    found = DAY.findall(section)
    days = {name: (shade, says) for shade, name, says in found}
    assert len(days) == len(found)
    return days


def test_days_have_shades_and_titles() -> None:
    """A day says its hours, that it has none, is off, or is to come."""
    since, _ = last_weeks(TODAY)
    seconds = {TODAY: 6300, date(2026, 1, 1): 60, date(2026, 1, 2): 9 * HOUR}
    off = frozenset([date(2026, 1, 2), date(2026, 1, 3)])
    days = days_of(calendar_section(Year(since, TODAY, seconds, off)))

    assert len(days) == 52 * 7
    assert days["Thu 26 Nov 2026"] == ("h2", "1h45m")
    assert days["Fri 27 Nov 2026"] == ("ahead", "to come")
    assert days["Wed 25 Nov 2026"] == ("h0", "no hours")
    assert days["Thu 1 Jan 2026"] == ("h1", "1m")
    assert days["Fri 2 Jan 2026"] == ("h4", "9h00m")
    assert days["Sat 3 Jan 2026"] == ("off", "break")


@given(years())
def test_each_day_is_there_once(year: Year) -> None:
    """Pictures and table have the hours of every day, and those to come of its week."""
    assume(year.seconds)
    section = calendar_section(year)
    days = days_of(section)

    names = {say_day(day, date.min): day for day in days_from(year.since, year.until)}
    ahead = [name for name, (shade, _) in days.items() if shade == "ahead"]
    assert [*names, *ahead] == sorted(days, key=[*names, *ahead].index)
    assert len(ahead) == 6 - year.until.weekday()
    for name, day in names.items():
        amount = year.seconds.get(day)
        assert amount is None or days[name][1] == say_amount(amount)
        assert (days[name][0] == "off") == (amount is None and day in year.off)
    for day, amount in year.seconds.items():
        assert f"{day.day} {day:%b} {say_amount(amount)}" in section


SENTENCES = [
    "11h15m on 6 days in the last 52 weeks, since Mon 1 Dec 2025.",
    "Highest week: 6h15m, 5 Oct to 11 Oct 2026.",
    "Break: Mon 12 Oct to Sun 18 Oct, 7 days.",
]
LEGEND = ["no hours", "up to 30m", "up to 1 h", "up to 1h30m", "more", "break"]
OCTOBER = (
    "5 Oct 1h15m, 6 Oct 1h15m, 7 Oct 1h15m, 8 Oct 1h15m, 9 Oct 1h15m, 20 Oct 5h00m"
)
ROWS = ["Oct 2026", "11h15m", "6", OCTOBER, "1-26 Nov", "-", "-", ""]


def test_words_of_the_calendar() -> None:
    """Sentences say the total, the highest week and the breaks; the rest has hours."""
    monday, second = date(2026, 10, 5), date(2026, 10, 20)
    seconds = {monday + timedelta(days=n): 4500 for n in range(5)} | {second: 5 * HOUR}
    off = frozenset(days_from(date(2026, 10, 12), date(2026, 10, 18)))
    section = calendar_section(Year(*last_weeks(TODAY), seconds, off))

    assert re.findall(r"<p[^>]*>([^<]*)</p>", section) == SENTENCES
    assert re.findall(r"<span>([^<]*)</span></li>", section) == LEGEND
    assert re.findall(r"<td[^>]*>([^<]*)</td>", section)[-8:] == ROWS


def test_full_year_is_small() -> None:
    """A year with hours on each day takes less than 60 kB."""
    since, until = last_weeks(TODAY)
    seconds = dict.fromkeys(days_from(since, until), 12 * HOUR + 3599)

    assert len(calendar_section(Year(since, until, seconds)).encode()) < 60_000
