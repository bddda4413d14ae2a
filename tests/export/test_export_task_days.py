"""The hours of a task by day: a row a day, parts that add up, in whole minutes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.walk import tables
from tracker.export.render.figures import minute_parts, say_minutes
from tracker.text.amounts import parse_amount

COMMANDS = (
    ("2026-11-20T18:00", "log ppo 8:00-12:00 +coding"),
    ("2026-11-20T18:00", "log ppo 9:00-17:00 +agent --overlap"),
    ("2026-11-20T18:00", "log ppo 11:00-13:00 +pair-sarah --overlap"),
    ("2026-11-22T18:00", "log ppo 45m +not-counted"),
    ("2026-11-22T18:00", "log ppo 1h30m --on yesterday"),
    ("2026-11-22T18:00", "log fastai 3h"),
)
DAYS = """
Day          Counted  Not counted  Run by an agent
20 Nov 2026    5h00m                         8h00m
21 Nov 2026    1h30m
22 Nov 2026                   45m
Total          6h30m          45m            8h00m
"""


@pytest.fixture(name="task")
def _task(tracker):
    """A task of three days, with an overlap and an agent."""
    for now, words in COMMANDS:
        tracker.ok(words, now)
    tracker.now = "2026-11-23T14:30"
    return tracker


def test_a_row_a_day(task) -> None:
    """Each day with sessions has a row, each part with hours a column, then the totals."""
    text = task.ok("export hours --item ppo --by day --format txt")

    assert DAYS in text
    assert DAYS.strip().splitlines()[0] not in task.ok("export hours --item ppo")


def test_the_same_rows_in_each_format(task) -> None:
    """Markdown, a page, CSV and JSON have the same days."""
    words = "export hours --item ppo --by day --format"

    assert (
        "| 20 Nov 2026 |   5h00m |             |           8h00m |\n"
        "| 21 Nov 2026 |   1h30m |             |                 |\n"
    ) in task.ok(f"{words} md")
    assert tables(task.ok(f"{words} html"), "html")[-1][-2:] == [
        ["22 Nov 2026", "", "45m", ""],
        ["Total", "6h30m", "45m", "8h00m"],
    ]
    assert task.ok(f"{words} csv") == (
        "day,counted,counted_seconds,not-counted,not-counted_seconds,agent,agent_seconds\r\n"
        "2026-11-20,5h00m,18000,,0,8h00m,28800\r\n"
        "2026-11-21,1h30m,5400,,0,,0\r\n"
        "2026-11-22,,0,45m,2700,,0\r\n"
    )
    assert json.loads(task.ok(f"{words} json"))["days"] == [
        {"day": "2026-11-20", "parts": {"counted": 18000, "agent": 28800}},
        {"day": "2026-11-21", "parts": {"counted": 5400}},
        {"day": "2026-11-22", "parts": {"not-counted": 2700}},
    ]


def test_a_name_is_the_last_column(task) -> None:
    """CSV names the person in its last column, where a name is set; not with --redact."""
    task.ok("config name Ida")
    words = "export hours --item ppo --by day --format csv"

    assert task.ok(words).splitlines()[:2] == [
        "day,counted,counted_seconds,not-counted,not-counted_seconds,"
        "agent,agent_seconds,person",
        "2026-11-20,5h00m,18000,,0,8h00m,28800,Ida",
    ]
    assert task.ok("export sessions").splitlines()[0].endswith(",part_of,person")
    assert "Ida" not in task.ok(f"{words} --redact")
    assert "Ida" not in task.ok("export sessions --redact")


def test_seconds_break_no_sum(tracker, tmp_path) -> None:
    """Imported seconds are rounded to minutes that add up; the cap counts these minutes."""
    file = tmp_path / "log.csv"
    file.write_text(
        "Project,Start,End\n"
        "PPO,2026-11-20 08:00:00,2026-11-20 09:00:26\n"
        "PPO,2026-11-21 08:00:00,2026-11-21 09:00:26\n"
        "PPO,2026-11-22 08:00:00,2026-11-22 09:00:26\n"
    )
    tracker.ok(["import", str(file), "--zone", "UTC"])

    answer = tracker("export hours --by day --format csv --cap 3h1m")

    assert answer.out == (
        "day,counted,counted_seconds\r\n"
        "2026-11-20,1h01m,3626\r\n"
        "2026-11-21,1h00m,3626\r\n"
        "2026-11-22,1h00m,3626\r\n"
    )
    assert answer.err == "Cap: 3h01m. Counted: 3h01m.\n"


def test_days_without_sessions(task) -> None:
    """Before the first session the table is its head, and the period the day asked for."""
    words = "export hours --until 2019-01-01 --by day --format"

    assert task.ok(f"{words} csv") == "day,counted,counted_seconds\r\n"
    assert "\nTue 1 Jan 2019. From the author's own log" in task.ok(f"{words} txt")


@given(st.lists(st.integers(0, 90_000), min_size=1, max_size=40))
def test_minutes_add_up(seconds: list[int]) -> None:
    """The minutes of the parts add up to the minutes of the total."""
    parts = [
        parse_amount(part) if part != "0m" else 0 for part in minute_parts(seconds)
    ]

    assert sum(parts) == (parse_amount(say_minutes(sum(seconds))) if any(parts) else 0)
