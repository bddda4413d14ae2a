"""`week -1`, `week 2026-W40`: a week that is over, as it was."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plans.harness import MONDAY, WEEK
from tracker.errors import Refused
from tracker.text.weeks import parse_week

DAY = timedelta(days=1)
THURSDAY = date(2026, 11, 26)


def test_an_earlier_week_is_shown_as_it_was(tracker):
    """Its days and items, beside the week before, and all that changed in it."""
    tracker.ok("log fastai 2h", "2026-11-11T20:00")
    tracker.ok("plan fastai --by 2026-12-20 --because 'before the holidays'")
    tracker.ok("log ziegler-2019 9:00-11:00", "2026-11-17T20:00")
    tracker.ok("log fastai 10:00-10:30 --overlap")
    tracker.ok("progress fastai 3/7")
    tracker.ok("reach python-done --evidence repo:git.example/nina/python")
    tracker.ok("done learnpython", "2026-11-19T20:00")
    tracker.ok("skip project-euler")
    tracker.ok("rate python moderate")
    tracker.ok("attempt few-hundred-hour-replication --with ziegler-2019")
    tracker.ok("plan fastai --by 2027-01-31 --because flu", "2026-11-22T20:00")
    tracker.ok("note 'read the paper with Kim'")
    tracker.ok("log ppo 1h", "2026-11-23T20:00")

    assert tracker.ok("week -1", "2026-11-26T12:00") == (
        "Mon 16 Nov to Sun 22 Nov 2026: 2h00m (the week before 2h00m).\n"
        "  Mon -   Tue 2h00m ▆▆   Wed -   Thu -   Fri -   Sat -   Sun -\n"
        "  2h00m  ziegler-2019\n"
        "    30m  fastai\n"
        "  Items share 30m, which the total counts once.\n"
        "  reached   python-done\n"
        "  done      learnpython\n"
        "  evidence  python-done (repo)\n"
        "  progress  fastai 43% (3/7)\n"
        "  attempt   few-hundred-hour-replication\n"
        "  rated     python moderate\n"
        "  skipped   project-euler\n"
        "  moved     fastai from 20 Dec to 31 Jan 2027 because flu\n"
        "  note      Sun 22 Nov: read the paper with Kim\n"
    )
    for words in ("last", "last week", "2026-W47", "w47", "'18 nov'", "1 week ago"):
        assert tracker.ok(f"week {words}") == tracker.ok("week -1")
    assert tracker.ok("week -2").splitlines()[-2:] == [
        "  2h00m  fastai",
        "  planned   fastai for 20 Dec because before the holidays",
    ]


def test_an_earlier_week_as_json(tracker):
    """It has the keys of this week, and what changed."""
    assert tracker.json("week -1")["seconds"] == 0
    assert not tracker.db.exists()
    tracker.ok("log fastai 2h", "2026-11-11T20:00")
    tracker.ok("progress fastai 3/7", "2026-11-19T20:00")

    week = tracker.json("week -1", "2026-11-26T12:00")

    assert week.keys() == {*tracker.json("week"), "changes"}
    assert week["since"] == "2026-11-16"
    assert [day["seconds"] for day in week["days"]] == [0] * 7
    assert week["last_week"]["seconds"] == 7200
    assert week["changes"] == {
        "reached": [],
        "done": [],
        "skipped": [],
        "dropped": [],
        "attempted": [],
        "progress": [{"item": "fastai", "part": 3, "whole": 7}],
        "evidence": [],
        "rated": [],
        "planned": [],
        "moved": [],
        "notes": [],
    }


def test_this_week_can_be_named(tracker):
    """A name of this week shows what `week` shows."""
    tracker.ok("log fastai 2h")

    for words in ("this", "-0", "this week", "today", "2026-W48"):
        assert tracker.ok(f"week {words}") == tracker.ok("week")


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        ("xyz", 2, "'xyz' is not a week."),
        ("2026-10", 2, "'2026-10' is more than one week."),
        ("2026-W54", 2, "'2026-W54' is not a week."),
        ("2026-11-01..", 2, "'2026-11-01..' is not a week."),
        ("10/1", 2, "'10/1' can be read in more than one way."),
        ("2026-W49", 4, "The week of Mon 30 Nov has not begun."),
        ("--foo", 2, "There is no option '--foo'."),
        ("-1d", 2, "There is no option '-1d'."),
    ],
)
def test_what_is_no_week_is_refused(tracker, words, code, why):
    """What is no week, or several, or to come, is refused; options are not words."""
    tracker.ok("log fastai 2h")
    output = tracker(f"week {words}")

    assert (output.code, output.out, output.err.splitlines()[0]) == (code, "", why)


def test_the_weeks_of_a_month_are_offered(tracker):
    """Where a month is typed, there is a line to paste for each of its weeks."""
    lines = tracker("week 2026-10").err.splitlines()[2:]

    assert lines == [f"  tracker week 2026-W{number}" for number in range(40, 45)]
    assert all(tracker(line.removeprefix("  tracker ")).code == 0 for line in lines)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 900))
def test_a_week_has_many_names(today: date, weeks: int) -> None:
    """So many weeks back, the ISO number and each day of a week name its Monday."""
    monday = today - today.weekday() * DAY - weeks * WEEK

    assert parse_week(f"-{weeks}", today) == monday
    assert parse_week(f"{monday:%G-W%V}", today) == monday
    for days in range(7):
        assert parse_week((monday + days * DAY).isoformat(), today) == monday


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 52))
def test_a_bare_number_is_the_latest_week(today: date, number: int) -> None:
    """`w40` is this year's, or last year's where this year's has not begun."""
    monday = parse_week(f"w{number}", today)

    assert monday <= today < monday + 53 * WEEK
    assert monday.isocalendar().week == number


def test_a_later_week_has_not_begun() -> None:
    """Neither next week nor a later day of another week can be shown."""
    with pytest.raises(Refused):
        parse_week("2026-12-01", THURSDAY)
    assert parse_week("2026-11-29", THURSDAY) == MONDAY
