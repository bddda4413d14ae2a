"""The person's own title and line of a work: `reach --title` and `--summary`."""

from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tracker
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
    helps = {param.name: getattr(param, "help", "") for param in reach.params}

    assert helps["title"] == "Your title of the work, in exports."
    assert helps["summary"] == "One line on the work, under its title in exports."


def test_too_long_or_empty(tracker: Tracker) -> None:
    """An empty one and one that is too long are refused, with the line to type."""
    tracker.ok("items")
    empty = tracker(["reach", DONE, "--title", " \n"])
    long = tracker(["reach", DONE, "--summary", "x" * (LONGEST_SUMMARY + 1)])

    assert (empty.code, empty.err) == (
        2,
        "The text of --title is empty.\nType one short line in quotes:\n"
        f"  tracker reach {DONE} --title TITLE\n",
    )
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
        line = option.type.convert(text, option, None)
    except Exception as fault:
        assert getattr(fault, "exit_code", None) == 2
        return
    assert 0 < len(line) <= LONGEST_TITLE
    assert line == line.strip() and len(line.splitlines()) == 1
