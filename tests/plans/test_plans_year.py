"""`year`: the days of a year as a calendar, its weeks and its months."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.plans.test_plans_year_rules import years
from tracker.plans.rules.year import Year, find_halves, find_spans, month_columns
from tracker.plans.view.year import year_text
from tracker.plans.view.year_calendar import calendar_lines
from tracker.text.amounts import say_amount
from tracker.text.columns import display_width
from tracker.text.month_days import DAY_NAMES, MONTH_NAMES
from tracker.text.screen import SCREEN
from tracker.text.signs import SIGNS

NOW = "2026-11-23T21:40"


def live_two_months(tracker: Tracker) -> None:
    """Hours on some days of October and November, and a week off."""
    tracker.ok("break 2026-10-12 2026-10-18", "2026-10-01T20:00")
    for day, hours in {
        "2026-10-05": "1h",
        "2026-10-07": "2h30m",
        "2026-10-20": "30m",
        "2026-10-26": "1h15m",
        "2026-11-02": "4h",
        "2026-11-21": "2h",
    }.items():
        tracker.ok(f"log fastai {hours}", f"{day}T20:00")


YEAR = """\
11h15m on 6 days in the last 52 weeks, since Mon 1 Dec 2025.

    2025 2026
     Dec Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov
Mon  ············································░-·▒█···
Tue  ·············································-░····
Wed  ············································▓-·····
Thu  ·············································-·····
Fri  ·············································-·····
Sat  ·············································-····▒
Sun  ·············································-·····
Week ············································▇-▁▃█·▄·
     · none  ░ up to 1 h  ▒ up to 2 h  ▓ up to 3 h  █ more  - break
     Week: ▁▂▃▄▅▆▇█ up to 4 h

  Oct 2026  5h15m  4 days  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▂
  1-23 Nov  6h00m  2 days  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆
Highest week: 4 h, 2 Nov to 8 Nov 2026.
Break: Mon 12 Oct to Sun 18 Oct, 7 days.
"""


def test_last_weeks(tracker: Tracker) -> None:
    """Without a year it shows the last 52 weeks, up to today."""
    live_two_months(tracker)

    assert tracker.ok("year", NOW) == YEAR


ASCII_2026 = """\
11h15m on 6 days in 2026 so far.

     Jan Feb Mar  Apr May  Jun
Mon   .......................
Tue   .......................
Wed   .......................
Thu  ........................
Fri  ........................
Sat  ........................
Sun  ........................
Week ........................
   Jun Jul Aug  Sep Oct Nov
Mon  ................:-.+#...
Tue  .................-:....
Wed  ................*-.....
Thu  .................-.....
Fri  .................-.....
Sat  .................-....+
Sun  .................-.....
Week ................8-_o@.O.
     . none  : up to 1 h  + up to 2 h
     * up to 3 h  # more  - break
     Week: _oO8@ up to 4 h

  Oct 2026  5h15m  4 days  ###########+
  1-23 Nov  6h00m  2 days  #############
Highest week: 4 h, 2 Nov to 8 Nov 2026.
Break: Mon 12 Oct to Sun 18 Oct, 7 days.
"""


def test_calendar_year_of_a_narrow_terminal(tracker: Tracker, monkeypatch) -> None:
    """A calendar year begins with its first day; a narrow terminal has two halves."""
    monkeypatch.setenv("COLUMNS", "40")
    tracker.ok("config pictures ascii")
    live_two_months(tracker)

    assert tracker.ok("year 2026", NOW) == ASCII_2026


WIDE_2026 = """\
     Jan     Feb     Mar       Apr     May       Jun     Jul     Aug       Sep     Oct     Nov
Mon    · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ░ - · ▒ █ · · ·
Tue    · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · - ░ · · · ·
Wed    · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ▓ - · · · · ·
Thu  · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · - · · · · ·
Fri  · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · - · · · · ·
Sat  · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · - · · · · ▒
Sun  · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · - · · · · ·
Week · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ▇ - ▁ ▃ █ · ▄ ·
     · none  ░ up to 1 h  ▒ up to 2 h  ▓ up to 3 h  █ more  - break
     Week: ▁▂▃▄▅▆▇█ up to 4 h
"""


def test_wide_terminal(tracker: Tracker, monkeypatch) -> None:
    """A terminal with room for it has a blank between two weeks."""
    monkeypatch.setenv("COLUMNS", "140")
    live_two_months(tracker)

    assert WIDE_2026 in tracker.ok("year 2026", NOW)


WORDS = """\
11h15m on 6 days in 2026 so far.
  Oct 2026  5h15m  4 days
  1-23 Nov  6h00m  2 days
Highest week: 4 h, 2 Nov to 8 Nov 2026.
Break: Mon 12 Oct to Sun 18 Oct, 7 days.
  5 Oct to 11 Oct 2026: 3h30m; Mon 1h00m, Wed 2h30m
  12 Oct to 18 Oct 2026: break
  19 Oct to 25 Oct 2026: 30m; Tue 30m
  26 Oct to 1 Nov 2026: 1h15m; Mon 1h15m
  2 Nov to 8 Nov 2026: 4h00m; Mon 4h00m
  9 Nov to 15 Nov 2026: nothing
  16 Nov to 22 Nov 2026: 2h00m; Sat 2h00m
  Mon 23 Nov 2026: nothing
"""


def test_year_without_pictures(tracker: Tracker) -> None:
    """Without pictures, sentences and figures say it, as a screen reader reads them."""
    live_two_months(tracker)
    tracker.ok("config pictures none")

    assert tracker.ok("year 2026", NOW) == WORDS


EMPTY = """\
Nothing logged in the last 52 weeks, since Mon 1 Dec 2025.
To log a session: tracker log fastai 1h30m
For all time: tracker report --all
"""


def test_empty_year(tracker: Tracker) -> None:
    """A year without hours is one sentence, with what to type."""
    tracker.ok("log fastai 1h", "2024-05-01T20:00")

    assert tracker.ok("year", NOW) == EMPTY
    assert tracker.ok("year 2025", NOW).splitlines()[0] == "Nothing logged in 2025."


def test_whole_year_and_one_day(tracker: Tracker) -> None:
    """A past year is whole; months before the first one with hours are left out."""
    tracker.ok("log fastai 1h", "2024-11-30T20:00")

    lines = tracker.ok("year 2024", NOW).splitlines()
    assert lines[0] == "1 h on 1 day in 2024."
    assert lines[-2:] == ["  Nov 2024  1h00m  1 day", "  Dec 2024      -"]


def test_year_as_json(tracker: Tracker) -> None:
    """The JSON has days with hours, all weeks and months, and the breaks."""
    live_two_months(tracker)
    data = tracker.json("year 2026", NOW)

    assert data | {"days": 0, "weeks": 0, "months": 0} == {
        "schema": 1,
        "kind": "year",
        "since": "2026-01-01",
        "until": "2026-11-23",
        "seconds": 40500,
        "study_days": 6,
        "days": 0,
        "weeks": 0,
        "months": 0,
        "shades": [3600, 7200, 10800],
        "breaks": [{"since": "2026-10-12", "until": "2026-10-18", "days": 7}],
    }
    assert data["days"][1] == {"day": "2026-10-07", "seconds": 9000}
    assert [len(data[key]) for key in ("days", "weeks", "months")] == [6, 48, 11]
    assert data["weeks"][41] == {
        "key": "2026-W42",
        "since": "2026-10-12",
        "until": "2026-10-18",
        "seconds": 0,
        "study_days": 0,
        "off": True,
    }
    assert data["months"][-1] == {
        "key": "2026-11",
        "since": "2026-11-01",
        "until": "2026-11-23",
        "seconds": 21600,
        "study_days": 2,
        "off": False,
    }


def test_month_in_a_break(tracker: Tracker) -> None:
    """A month in a break says so in place of hours."""
    tracker.ok("log fastai 2h", "2026-09-30T20:00")
    tracker.ok("break 2026-10-01 2026-11-01")

    assert "  Oct 2026      -  break\n" in tracker.ok("year", NOW)


@pytest.mark.parametrize("period", ["2026", "2025-12-01..2026-11-23"])
def test_year_has_the_hours_of_report(tracker: Tracker, period: str) -> None:
    """Its total is that of `report` for the same days: an overlap counts once."""
    live_two_months(tracker)
    tracker.ok("log fastai 20:00-22:00", "2026-11-20T23:00")
    tracker.ok("log ppo 21:00-23:00 --overlap")
    words = "year 2026" if period == "2026" else "year"

    year, report = tracker.json(words, NOW), tracker.json(f"report --period {period}")
    assert (
        year["seconds"]
        == report["seconds"]
        == sum(day["seconds"] for day in year["days"])
    )


def test_break_is_whole(tracker: Tracker) -> None:
    """A break that is not over, or that began in another year, is said as a whole."""
    tracker.ok("log fastai 1h")
    tracker.ok("log fastai 1h --on 2025-12-20")
    tracker.ok("break 2025-12-24 2026-01-03", "2025-12-20T20:00")
    tracker.ok("break 2026-11-20 2026-11-30", NOW)

    ended, running = "24 Dec 2025 to Sat 3 Jan", "Fri 20 Nov to Mon 30 Nov, 11 days."
    assert f"Break: Wed {ended}, 11 days." in tracker.ok("year 2025", NOW)
    text = " ".join(tracker.ok("year 2026", NOW).split())
    assert text.endswith(f"Breaks: Wed {ended}, 11 days; {running}")


def test_few_shades(tracker: Tracker) -> None:
    """Only shades up to that of the highest day are in the legend."""
    for day in range(1, 9):
        tracker.ok(f"log fastai 2h --on 2026-11-0{day}")

    assert "     · none  ░ up to 1 h  ▒ up to 2 h\n" in tracker.ok("year", NOW)


def test_year_creates_no_database(tracker: Tracker, tmp_path: Path) -> None:
    """It only looks: a name typed wrong makes no file."""
    place = tmp_path / "other.db"

    assert tracker.ok(f"--db {place} year").startswith("Nothing logged in the last")
    assert tracker.ok(f"--db {place} year 2025").startswith("Nothing logged in 2025.")
    assert not place.exists()


@given(years())
def test_words_have_all_days(year: Year) -> None:
    """Without pictures each day with hours is named once, in its week."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SCREEN, "signs", SIGNS["none"])
        patch.setattr(SCREEN, "columns", 200)
        lines = year_text(year.until, year).splitlines()

    weeks = [line for line in lines if line.startswith("  ") and "; " in line]
    days = [day for week in weeks for day in week.partition("; ")[2].split(", ")]
    assert days == [
        f"{day:%a} {say_amount(seconds)}"
        for day, seconds in sorted(year.seconds.items())
    ]
    assert len(weeks) == len({day.isocalendar()[:2] for day in year.seconds})


@given(years(), st.integers(40, 200))
def test_months_are_named(year: Year, columns: int) -> None:
    """All months of a calendar are named, in order, and years where there are two."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SCREEN, "columns", columns)
        lines = calendar_lines(year)

    named = [names.split() for names, row in pairwise(lines) if row[:3] == "Mon"]
    weeks = find_spans(year, "week")
    parts = [weeks] if len(named) == 1 else find_halves(weeks)
    days = [[day for _, day in month_columns(part)] for part in parts]
    assert named == [[MONTH_NAMES[day.month - 1] for day in part] for part in days]
    years_named = [line.split() for line in lines if line.strip()[:1] in ("1", "2")]
    numbers = [sorted({str(day.year) for day in part}) for part in days]
    assert years_named == [part for part in numbers if len(part) > 1]


@given(years(), st.integers(40, 200), st.sampled_from(sorted(SIGNS)))
def test_year_fits(year: Year, columns: int, pictures: str) -> None:
    """No line is wider than the terminal, and each day has its sign."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SCREEN, "columns", columns)
        patch.setattr(SCREEN, "signs", SIGNS[pictures])
        text = year_text(year.until, year)

    for line in text.splitlines():
        assert display_width(line) <= columns or ": tracker " in line
    if pictures != "none" and year.seconds:
        rows = text.split("\n\n")[1].splitlines()
        days = "".join(row[5:] for row in rows if row[:3] in DAY_NAMES)
        assert len(days.replace(" ", "")) == (year.until - year.since).days + 1
