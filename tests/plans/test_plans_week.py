"""`week`, and `tracker` without a command."""

import re
import sqlite3
from contextlib import closing
from datetime import UTC

import pytest

from tests.plans.harness import MONDAY, NO_PACE
from tracker.plans.rules.week import NextSteps, Week
from tracker.plans.rules.week_hours import WeekHours
from tracker.plans.view.week import week_text
from tracker.readiness.rules.actions import (
    ASK_FOR_LETTER,
    NOT_BEGUN,
    UNDER_WAY,
    UNSEEN,
    Action,
)
from tracker.readiness.rules.pace import Pace

FIRST_STEPS = """\
Nothing logged yet. Three ways to start:
  tracker log fastai 1h30m             log today's study
  tracker import toggl.csv --dry-run   bring your history (writes nothing)
  tracker target research-contributor-empirical
                                       choose a role
Two minutes well spent: tracker known  say what you can do already
To look around first, without touching your data: tracker demo
"""


@pytest.mark.parametrize("command", ["", "week"])
def test_without_a_database_it_shows_first_steps(tracker, command):
    """Without a database it shows how to start, and makes none."""
    output = tracker(command)

    assert (output.code, output.out, output.err) == (0, FIRST_STEPS, "")
    assert not tracker.db.exists()


def test_every_first_step_works(tracker):
    """Each command of the first steps works."""
    toggl = tracker.db.parent / "toggl.csv"
    toggl.write_text(
        "Project,Description,Start date,Start time,End date,End time,Duration\n"
    )
    typed = re.findall(r"(?:^  |: )tracker (.+?)(?:  .*)?$", FIRST_STEPS, re.MULTILINE)

    assert len(typed) == 5
    for command in typed:
        tracker.ok(command.replace("toggl.csv", str(toggl)))


FIRST_DAY = """\
Nothing logged yet.
Target: Research contributor (empirical).
Next: start learnpython (about 25 h).
  tracker open learnpython            begin with it
  tracker log learnpython 1h30m       log today's study
  tracker import toggl.csv --dry-run  bring your history (writes nothing)
  tracker known                       say what you can do already
  tracker next                        see more to do next
"""


def test_an_empty_database_shows_the_first_steps(tracker):
    """Without a target the first steps are shown; with one, the first thing to do."""
    tracker.ok("config hours-a-week 12h")
    assert tracker.ok("week") == FIRST_STEPS

    tracker.ok("target research-contributor-empirical")
    assert tracker.ok("week") == tracker.ok("") == FIRST_DAY


def test_the_first_day_names_an_item_to_log(tracker):
    """Where a letter comes first, the first item to study is the one to log."""
    tracker.ok("target research-contributor-empirical")
    tracker.ok("rate research-taste moderate")

    lines = tracker.ok("week").splitlines()
    assert lines[3].startswith("Next: show choices-vouched (about 1.5 h).")
    assert "  tracker log learnpython 1h30m       log today's study" in lines


def test_the_week_says_where_to_apply(tracker):
    """What can be applied for now, and another role that is claimed, have a line each."""
    tracker.ok("target research-contributor-empirical")
    tracker.ok("known transformer-in-pytorch software-two-years")
    tracker.ok("log fastai 1h")

    assert tracker.ok("week").splitlines()[3:6] == [
        "Apply now (why: tracker ready): Look at Redwood Research's open roles, and",
        "apply; 1 more",
        "All required lines shown or claimed: tracker ready software-engineer",
    ]
    answer = tracker.json("week")
    openings = [opening["item"] for opening in answer["apply_now"]]
    assert openings == ["redwood-roles", "job-applications"]
    assert answer["other_roles"] == ["software-engineer"]


def test_week(tracker):
    """The week by day and by item, the aim, the plan and the next steps."""
    tracker.ok("config hours-a-week 12h", "2026-11-22T12:00")
    tracker.ok("attempt few-hundred-hour-replication --with ziegler-2019")
    tracker.ok("log ziegler-2019 9h")
    tracker.ok("log ziegler-2019 2h", "2026-11-23T20:00")
    tracker.ok("log ziegler-2019 3h30m", "2026-11-25T20:00")
    tracker.ok("log fastai 1h45m", "2026-11-26T20:00")
    tracker.ok("progress ziegler-2019 55%")
    tracker.ok("reach linear-algebra-done")
    add_plan(tracker.db, "2026-12-31", "2026-11-24", 1)
    add_plan(tracker.db, "2027-01-31", "2026-11-25", 2)

    assert tracker.ok("week", "2026-11-26T22:04") == (
        "Thu 26 Nov 2026. This week 7h15m (last week 9h00m; aim 12 h).\n"
        "  Mon 2h00m ▆▆   Tue -   Wed 3h30m ▆▆▆▃   Thu 1h45m ▆▅\n"
        "  5h30m  ziegler-2019  14h30m of 200-400 h, 55% self-reported\n"
        "  1h45m  fastai        1h45m of 45-130 h\n"
        "Planned: ziegler-2019 by 31 Jan, on time at your aim (likely 12 Dec to 23 Jan).\n"
        "Tomorrow: continue ziegler-2019 (about 54 h left). Quick win: show\n"
        "linear-algebra-done (about 1 h).\n"
    )
    assert tracker.ok("") == tracker.ok("week")


def add_plan(db, due, day, at):
    """Add a plan of ziegler-2019 as `plan` would."""
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute(
            "insert into plan (uid, edited_at, item_id, due, because, day, said_at, private)"
            " select ?, ?, id, ?, '', ?, ?, 0 from item where slug = 'ziegler-2019'",
            (f"plan-{at}", at, due, day, at),
        )


def test_overlapping_hours_count_once(tracker):
    """Hours of the week and the day are those on the clock; each item has its own."""
    tracker.ok("log fastai 9:00-11:00")
    tracker.ok("log ppo 10:00-12:00 --overlap")

    week = tracker.json("week")

    assert week["seconds"] == 3 * 3600
    assert week["days"] == [{"day": "2026-11-23", "seconds": 3 * 3600}]
    assert week["rows"] == [
        {"item": "fastai", "seconds": 7200},
        {"item": "ppo", "seconds": 7200},
    ]


def test_empty_week_has_no_row_of_days(tracker):
    """Where nothing was logged this week, there is no row of days, and no zero."""
    tracker.ok("log fastai 1h", "2026-11-10T12:00")

    assert tracker.ok("week", "2026-11-26T12:00") == (
        "Thu 26 Nov 2026. Nothing logged this week yet (last week nothing).\n"
        "Last session Tue 10 Nov, 16 days ago, on fastai.\n"
        "Next: continue fastai (about 79 h left).\n"
    )


def test_full_week_fits(tracker):
    """Seven full days stand in two lines of 80 columns, below each other."""
    hours = ("5h30m", "6h", "45m", "10h", "8h15m", "2h", "5h")
    for day, amount in enumerate(hours, start=23):
        tracker.ok(f"log fastai {amount}", f"2026-11-{day}T22:00")

    assert tracker.ok("week").splitlines()[1:3] == [
        "  Mon 5h30m ▆▆▆▆▆▃     Tue 6h00m ▆▆▆▆▆▆  Wed 45m   ▅      Thu 10h00m ▆▆▆▆▆▆▆▆▆▆",
        "  Fri 8h15m ▆▆▆▆▆▆▆▆▂  Sat 2h00m ▆▆      Sun 5h00m ▆▆▆▆▆",
    ]


def test_week_as_json(tracker):
    """All keys are there, also before the first run."""
    empty = tracker.json("week")
    tracker.ok("log fastai 1h")
    tracker.ok("target research-contributor-empirical")

    week = tracker.json("week")

    assert empty == {
        "schema": 1,
        "kind": "week",
        "since": "2026-11-23",
        "until": "2026-11-29",
        "seconds": 0,
        "days": [{"day": "2026-11-23", "seconds": 0}],
        "rows": [],
        "with_timer": 0,
        "running": None,
        "last_week": None,
        "usual": None,
        "last_item": None,
        "plan": None,
        "meant": None,
        "breaks": [],
        "planned": [],
        "actions": [],
        "apply_now": [],
        "other_roles": [],
        "pace": NO_PACE,
    }
    assert week.keys() == empty.keys()
    assert week["rows"] == [{"item": "fastai", "seconds": 3600}]
    assert {"do", "slug", "hours"} <= week["actions"][0].keys()


def test_looking_writes_nothing(tracker):
    """Showing the week leaves the file as it was, to the byte."""
    tracker.ok("log fastai 1h")
    before = tracker.db.read_bytes(), tracker.db.stat().st_mtime_ns

    tracker.ok("week")

    assert (tracker.db.read_bytes(), tracker.db.stat().st_mtime_ns) == before


def test_how_actions_are_said() -> None:
    """An action has its likely hours, unless unknown; a letter is for a named skill."""
    hours = (("a", (3600, 2 * 3600, 3 * 3600)),)
    actions = (
        Action(UNDER_WAY, "continue a", "a", pieces=hours),
        Action(NOT_BEGUN, "show b: Ask.", "b", pieces=(), has_known_hours=False),
        Action(UNSEEN, f"{ASK_FOR_LETTER} taste, basic", "taste", pieces=hours),
        Action(UNSEEN, "show c: Link it.", "c", pieces=hours, milestone="c"),
    )
    texts = [
        week_text(UTC, Week(Pace(MONDAY), WeekHours(MONDAY), steps=NextSteps((each,))))
        for each in actions
    ]

    assert [text.splitlines()[-1] for text in texts] == [
        "Next: continue a (about 2 h left).",
        "Next: show b.",
        "Next: ask for a letter on your taste (about 2 h).",
        "Next: show c (about 2 h).",
    ]
