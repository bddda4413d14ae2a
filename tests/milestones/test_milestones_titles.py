"""The person's own title and line of a work: `reach --title` and `--summary`."""

import shutil
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.journal.harness import rows
from tracker.limits import LONGEST_SUMMARY, LONGEST_TITLE
from tracker.milestones.commands.reach import reach

OPEN, DONE = "replication-open-source", "replication-done"


def words(tracker: Tracker, milestone: str) -> list[tuple[str | None, str | None]]:
    """The title and the summary of each result of a milestone."""
    results = tracker.json(f"show {milestone}")["milestone"]["results"]
    return [(result["title"], result["summary"]) for result in results]


def test_they_are_said_and_shown(tracker: Tracker) -> None:
    """The answer and `show` have both, on one line each; typing again replaces one."""
    tracker.ok("log ppo 2h")
    first = tracker.ok(
        [
            "reach",
            DONE,
            "--with",
            "ppo",
            "--title",
            " PPO,\n again",
            "--summary",
            "One.",
        ]
    )
    tracker.ok(["reach", DONE, "--title", "PPO on one GPU"])

    assert "  title in exports: PPO, again\n  summary in exports: One.\n" in first
    assert "  title     PPO on one GPU\n  summary   One.\n" in tracker.ok(
        f"show {DONE}"
    )
    assert words(tracker, DONE) == [("PPO on one GPU", "One.")]


def test_they_belong_to_the_work(tracker: Tracker) -> None:
    """Results with one item have one title and one line; others keep their own."""
    tracker.ok(f"reach {DONE} --with ppo --claimed 86% --evidence repo:a.example/x")
    tracker.ok(f"reach {DONE} --with gan --title Gans")
    tracker.ok(f"reach {OPEN} --with ppo --title 'PPO again' --summary 'In one file'")

    assert words(tracker, OPEN) == [("PPO again", "In one file")]
    assert sorted(words(tracker, DONE)) == [
        ("Gans", None),
        ("PPO again", "In one file"),
    ]
    results = tracker.json(f"show {DONE}")["milestone"]["results"]
    assert [result["claimed"] for result in results if result["item"] == "ppo"] == [
        "86%"
    ]
    tracker.ok("undo")
    assert sorted(words(tracker, DONE), key=str) == [("Gans", None), (None, None)]


def test_help_says_where_they_appear() -> None:
    """The help of both options names exports."""
    helps = {param.name: param.click_options.get("help", "") for param in reach.params}

    back = "'' takes it back."
    assert helps["title"] == f"Your title of the work, in exports; {back}"
    summary = f"One line on the work, under its title in exports; {back}"
    assert helps["summary"] == summary


def test_another_milestone_keeps_them(tracker: Tracker) -> None:
    """A later result with the item has the words of its work; one typed keeps the other."""
    tracker.ok(f"reach {DONE} --with ppo --title Mine --summary Line")
    tracker.ok(f"reach {OPEN} --with ppo --evidence repo:https://git.example/a")
    assert words(tracker, OPEN) == [("Mine", "Line")]

    tracker.ok(f"reach {OPEN} --with ppo --title Better")
    assert words(tracker, DONE) == [("Better", "Line")]


def test_a_work_that_is_left_out_stays_so(tracker: Tracker) -> None:
    """A work left out of exports stays out when something else is reached with it."""
    tracker.ok(f"reach {DONE} --with ppo --title Mine")
    tracker.ok("feature --hide ppo")
    tracker.ok(f"reach {OPEN} --with ppo")
    tracker.ok(f"reopen {DONE}")

    (work,) = tracker.json("feature")["works"]
    assert (work["item"], work["title"], work["hidden"]) == ("ppo", "Mine", True)


def test_the_item_of_a_result_takes_the_words_on(tracker: Tracker) -> None:
    """A result that gets its item later keeps the words that it has."""
    tracker.ok(f"reach {DONE} --title Mine")
    tracker.ok(f"reach {DONE} --with ppo")

    assert words(tracker, DONE) == [("Mine", None)]


def test_an_empty_one_takes_it_back(tracker: Tracker) -> None:
    """An empty title gives the work its own again; the words of no work are kept."""
    tracker.ok(f"reach {DONE} --with ppo --title Mine --summary Line")
    tracker.ok(["reach", DONE, "--title", " \n"])
    assert words(tracker, DONE) == [(None, "Line")]

    tracker.ok(f"reopen {DONE}")
    assert rows(tracker.db, "select count(*) from work") == [(0,)]


def test_merge_keeps_a_figure_beside_an_order(tracker: Tracker, place: Path) -> None:
    """An order given here takes back no figure that another machine adds."""
    tracker.ok(f"reach {DONE} --with ppo", "2026-11-20T10:00")
    tracker.ok(f"reach {DONE} --with gan", "2026-11-20T10:00")
    other = place.with_name("other.db")
    shutil.copy(tracker.db, other)
    figure = f"reach {DONE} --with ppo --reproduced 83% --part half"
    tracker.ok(f"--db {other} {figure}", "2026-11-21T10:00")
    tracker.ok("feature gan ppo", "2026-11-22T10:00")
    tracker.ok(f"merge {other}")

    results = tracker.json(f"show {DONE}")["milestone"]["results"]
    assert [r["reproduced"] for r in results if r["item"] == "ppo"] == ["83%"]
    assert [w["item"] for w in tracker.json("feature")["works"]] == ["gan", "ppo"]


def test_too_long(tracker: Tracker) -> None:
    """One that is too long is refused, with the line to type."""
    tracker.ok("items")
    long = tracker(["reach", DONE, "--summary", "x" * (LONGEST_SUMMARY + 1)])

    assert (long.code, long.err) == (
        2,
        "The text of --summary has 241 characters; at most 240 are allowed.\n"
        f"Type one short line in quotes:\n  tracker reach {DONE} --summary TEXT\n",
    )


@given(st.text(max_size=LONGEST_TITLE + 9))
def test_any_title_is_one_line(text: str) -> None:
    """Any title is refused, or is one line of at most so many characters."""
    (option,) = (param for param in reach.params if param.name == "title")
    try:
        line = option.read([text], None)
    except Exception as fault:
        assert getattr(fault, "exit_code", None) == 2
        return
    assert len(line) <= LONGEST_TITLE
    assert line == line.strip() and len(line.splitlines()) <= 1
