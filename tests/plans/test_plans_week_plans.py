"""`week` with plans and progress, and what is recorded before the first hour."""

import re
import sqlite3
from contextlib import closing

import pytest

from tests.plans.harness import log_weeks


def test_a_plan_has_one_line(tracker):
    """It says whether the likely days are in time; one that has passed, how to move it."""
    log_weeks(tracker, 12, "8h")
    tracker.ok("plan fastai --by 2027-01-31", "2026-11-23T12:00")
    tracker.ok("plan ziegler-2019 --by 2027-01-01")
    tracker.ok("plan learnpython --by tomorrow")

    def plans(now: str) -> list[str]:
        lines = tracker.ok("", now).splitlines()
        return lines[lines.index(next(x for x in lines if x[:7] == "Planned")) :][:4]

    assert plans("2026-11-23T12:00") == [
        "Planned: learnpython by 24 Nov, late at this pace (likely 13 to 22 Dec).",
        "Planned: ziegler-2019 by 1 Jan, late at this pace (likely 26 Feb to 11 Apr).",
        "Planned: fastai by 31 Jan, on time at this pace (likely 2 to 11 Dec).",
        "Next: continue fastai (about 11 h left).",
    ]
    passed = plans("2026-11-25T12:00")[:2]
    assert passed[0] == "Planned: learnpython by 24 Nov, which has passed. To move it:"
    assert tracker(passed[1].removeprefix("tracker ")).code == 0
    assert tracker.json("week")["planned"][0].keys() == {
        "slug",
        "due",
        "likely",
        "chance",
    }


def test_the_likely_days_are_those_of_forecast(tracker):
    """The week has the range of `forecast`, and saves none."""
    log_weeks(tracker, 12, "8h")
    tracker.ok("plan ziegler-2019 --by 2027-01-31", "2026-11-23T12:00")

    (planned,) = tracker.json("week")["planned"]

    with closing(sqlite3.connect(tracker.db)) as db:
        assert db.execute("select count(*) from forecast").fetchone() == (0,)
    (forecast,) = tracker.json("forecast")["forecasts"]
    assert planned["likely"] == forecast["half"]
    assert planned["chance"] == forecast["chance"]


def test_what_is_recorded_before_the_first_hour(tracker):
    """Without hours it shows the target, what is done and rated, and plans."""
    tracker.ok("rate python moderate")
    tracker.ok("done learnpython")
    tracker.ok("recall ppo 20h --over 2025")
    tracker.ok("plan fastai --by 2027-01-31")

    assert tracker.ok("") == (
        "Nothing logged yet.\n"
        "Done: learnpython.\n"
        "Rated: python moderate.\n"
        "From memory: 20 h, not counted in any total.\n"
        "Planned: fastai by 31 Jan, in 69 days.\n"
        "  tracker log fastai 1h30m            log today's study\n"
        "  tracker import toggl.csv --dry-run  bring your history (writes nothing)\n"
        "  tracker target                      choose a role\n"
        "  tracker next                        see more to do next\n"
    )


@pytest.mark.parametrize("progress", ["3/7", "2/3", "5/8", "1/200", "199/200"])
def test_progress_is_one_percentage_everywhere(tracker, progress):
    """Part of a whole is the same percentage on each screen."""
    tracker.ok("log fastai 1h")
    tracker.ok(f"progress fastai {progress}")
    part, _, whole = progress.partition("/")
    percent = f"{int(part) / int(whole):.0%}"

    screens = ["week", "items --search fastai", "show fastai", "gaps software-engineer"]
    for command in (*screens, "next", "week -0"):
        shown = re.findall(r"\b[0-9]+%", tracker.ok(command))
        assert set(shown) <= {percent}, command
        assert shown or command in ("gaps software-engineer", "next")


def test_days_far_off_have_their_years(tracker):
    """Likely days that are far off have years."""
    tracker.ok("config hours-a-week 12h")
    tracker.ok("target software-engineer")
    tracker.ok("plan arxiv-paper --by 2027-03-31")
    tracker.ok("plan choices-vouched --by 2026-12-20")
    tracker.ok("log fastai 1h")

    lines = tracker.ok("").splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("Planned"))
    assert lines[first : first + 4] == [
        "Planned: choices-vouched by 20 Dec, late at your aim (likely 31 Jul 2027 to",
        "6 Sep 2028).",
        "Planned: arxiv-paper by 31 Mar, late at your aim (likely 2 Sep 2027 to 28 Oct",
        "2028).",
    ]
