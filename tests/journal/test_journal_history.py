"""History, undo and redo: what they name, what they ask, and what stands in the way."""

import pytest

from tests.conftest import Tracker
from tests.journal.harness import dump, rows

TUESDAY, MONDAY = "2026-11-03T22:31", "2026-11-02T21:00"
JANUARY = "2027-01-16T22:30"


def test_history(tracker: Tracker) -> None:
    """The history lists commands as typed with their ID, newest first, and marks what was undone."""
    tracker.ok("log fastai 1h -n 'two words'")
    tracker.ok("start ppo", "2026-11-23T15:00")
    tracker.ok("undo")
    tracker("log nobody 1h")

    assert tracker.ok("history") == (
        "2  2026-11-23 15:00  undone  start ppo\n"
        "1  2026-11-23 14:30          log fastai 1h -n 'two words'\n"
    )
    assert tracker.json("history")["commands"] == [
        {
            "id": 2,
            "at": "2026-11-23T14:00:00+00:00",
            "words": "start ppo",
            "state": "undone",
        },
        {
            "id": 1,
            "at": "2026-11-23T13:30:00+00:00",
            "words": "log fastai 1h -n 'two words'",
            "state": "done",
        },
    ]


def test_history_names_sessions(tracker: Tracker) -> None:
    """The history says which session a command was about, where its words do not."""
    tracker.ok("log ppo 1h30m", MONDAY)
    tracker.ok("log ziegler mon 23:00-1:00", TUESDAY)
    tracker.ok("log ziegler 1h")
    tracker.ok("edit last --amount 45m")
    tracker.ok("rm last")

    assert tracker.ok("history") == (
        "5  2026-11-03 22:31    rm last (45m on ziegler-2019, Tue 3 Nov)\n"
        "4  2026-11-03 22:31    edit last --amount 45m (45m on ziegler-2019, Tue 3 Nov)\n"
        "3  2026-11-03 22:31    log ziegler 1h (1h00m on ziegler-2019, Tue 3 Nov)\n"
        "2  2026-11-03 22:31    log ziegler mon 23:00-1:00 (2h00m on ziegler-2019, Mon\n"
        "                       2 Nov and Tue 3 Nov)\n"
        "1  2026-11-02 21:00    log ppo 1h30m\n"
    )


def test_undo_of_nothing(tracker: Tracker) -> None:
    """Before the first command there is nothing to undo, to redo or to list."""
    assert [tracker(word).code for word in ("undo", "redo", "history")] == [4, 4, 0]
    assert tracker.ok("history") == "No command has changed anything yet.\n"


def test_undo_names_day_and_effect(tracker: Tracker) -> None:
    """Undo and redo name the command, its day and what they did, and how to reverse that."""
    tracker.ok("log fastai 1h")

    assert tracker.ok("undo") == (
        "Undone: log fastai 1h, just now: removed 1h00m on fastai.\n"
        "Redo: tracker redo\n"
    )
    assert tracker.ok("redo") == (
        "Redone: log fastai 1h, just now: 1h00m on fastai, Mon 23 Nov, is back.\n"
        "Undo: tracker undo\n"
    )
    answer = tracker.json("undo")
    assert answer["command"]["words"] == "log fastai 1h"
    assert answer["effects"] == ["removed 1h00m on fastai"]


EFFECTS = {
    "log ppo 23:30-0:30 --on sun": ["removed 1h00m on ppo, Sun 1 Nov and Mon 2 Nov"],
    "log ppo 1h; edit last --amount 45m": ["1h00m on ppo, Tue 3 Nov, again (was 45m)"],
    "log ppo 1h -n one; edit last --item fastai -n two --tag deep": [
        "1h00m on ppo, Tue 3 Nov, note 'one', no tags, again"
        " (was on fastai, note 'two', +deep)"
    ],
    "log ppo 20:00-21:00; edit last --on sun": [
        "1h00m on ppo, Tue 3 Nov, again (was Sun 1 Nov)"
    ],
    "log ppo 1h; rm last": ["1h00m on ppo, Tue 3 Nov, is back"],
    "start ppo": ["removed the timer on ppo"],
    "start fastai --at 'mon 23:05'; cancel": [
        "the timer on fastai runs again, since Mon 2 Nov 23:05"
    ],
    "start fastai --at 20:05; stop --at 21:05": [
        "removed 1h00m on fastai",
        "the timer on fastai runs again, since 20:05",
    ],
    "recall ppo 20h --over 2025": ["20h00m from memory on ppo is removed"],
    "done fastai": ["fastai is no longer done"],
    "progress fastai 3/7; progress fastai 5/7": ["fastai is at 3/7 again (was at 5/7)"],
    "skip fastai; reopen fastai": ["fastai is skipped again"],
    "drop arxiv-paper": ["arxiv-paper is no longer dropped"],
    "reach python-done --evidence repo:https://git.example/x": [
        "the result of python-done is removed"
    ],
    "reach python-done; reopen python-done": ["the result of python-done is back"],
    "attempt arxiv-paper --with ppo": [
        "the attempt at arxiv-paper with ppo is removed"
    ],
    "rate python basic; rate python strong": [
        "the rating of python again has level basic (was strong)"
    ],
    "target professor": ["the setting target is removed"],
    "config name Ada; config name Bob": ["the setting name is Ada again (was Bob)"],
    "plan gan --by 2026-12-01": ["the plan for gan by Tue 1 Dec is removed"],
    "break 2026-12-20 2027-01-03": [
        "the break of Sun 20 Dec to Sun 3 Jan 2027 is removed"
    ],
    "note 'a view'": ["the note of Tue 3 Nov is removed"],
    "applied ltff --asked 10k": ["the application to ltff of Tue 3 Nov is removed"],
    "applied ltff --report": ["the report to ltff of Tue 3 Nov is removed"],
    "add notes --title Notes --track math --aka jots --requires fastai": [
        "the item notes is removed"
    ],
    "add notes --title Notes --track math; rename notes --slug jotted": [
        "the item notes again has slug notes (was jotted)"
    ],
}


@pytest.mark.parametrize("words", EFFECTS)
def test_effects(tracker: Tracker, words: str) -> None:
    """Undo says of every kind of command what holds now."""
    for command in words.split("; "):
        tracker.ok(command, TUESDAY)

    assert tracker.json("undo")["effects"] == EFFECTS[words]


def test_long_effects(tracker: Tracker) -> None:
    """Several effects are a line each; many rows of a kind are counted."""
    for _ in range(5):
        tracker.ok("log ppo 30m", TUESDAY)
    ids = [row["id"] for row in tracker.json("sessions")["sessions"]]
    tracker.ok(["rm", *ids])
    assert tracker.json("undo")["effects"] == ["5 sessions on ppo (2h30m) are back"]
    tracker.ok("start fastai --at 20:05")
    tracker.ok("stop --at 21:05")
    assert tracker.ok("undo") == (
        "Undone: stop --at 21:05, just now:\n"
        "  removed 1h00m on fastai\n"
        "  the timer on fastai runs again, since 20:05\n"
        "Redo: tracker redo\n"
    )


def test_older(tracker: Tracker) -> None:
    """Undo asks before it takes back a command that is not of today."""
    tracker.ok("log ziegler 21:00-22:30", TUESDAY)
    before = dump(tracker.db)
    refused = tracker("undo", JANUARY)

    assert (refused.code, refused.err) == (
        4,
        "The last command is of Tue 3 Nov 2026, 10 weeks ago:"
        " log ziegler 21:00-22:30\n(1h30m on ziegler-2019, Tue 3 Nov 2026).\n"
        "To undo it all the same: tracker undo --older\n"
        "To choose another command: tracker history\n",
    )
    assert dump(tracker.db) == before
    assert tracker.ok("undo --older") == (
        "Undone: log ziegler 21:00-22:30, Tue 3 Nov 2026, 10 weeks ago: removed"
        " 1h30m on\nziegler-2019.\nRedo: tracker redo\n"
    )


def test_older_after_midnight(tracker: Tracker) -> None:
    """Where days start at 04:00, a command before midnight is of the same day at 01:00."""
    tracker.ok("config day-starts 04:00", "2026-11-03T22:00")
    tracker.ok("log ppo 1h", "2026-11-03T23:50")
    tracker.ok("undo", "2026-11-04T01:00")
    assert tracker("undo", "2026-11-04T04:30").code == 4


def test_older_redo(tracker: Tracker) -> None:
    """Redo asks before it redoes what was undone on another day."""
    tracker.ok("log ziegler 1h", TUESDAY)
    tracker.ok("edit last 45m")
    tracker.ok("undo")
    before = dump(tracker.db)
    refused = tracker("redo", JANUARY)

    assert (refused.code, refused.err) == (
        4,
        "The last undo is of Tue 3 Nov 2026, 10 weeks ago. It took back: edit last 45m"
        "\n(45m on ziegler-2019, Tue 3 Nov 2026).\n"
        "To redo it all the same: tracker redo --older\n"
        "To choose another command: tracker history\n",
    )
    assert dump(tracker.db) == before
    assert tracker.ok("redo --older") == (
        "Redone: edit last 45m, Tue 3 Nov 2026, 10 weeks ago: 45m on ziegler-2019, Tue"
        "\n3 Nov 2026, again (was 1h00m).\nUndo: tracker undo --older\n"
    )
    assert tracker("undo").code == 4
    tracker.ok("undo --older")
    tracker.ok("redo")


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-03T22:31:59", "just now"),
        ("2026-11-03T22:32", "1 minute ago"),
        ("2026-11-03T23:30", "59 minutes ago"),
        ("2026-11-03T23:59", "1 hour ago"),
    ],
)
def test_the_age_of_a_command(tracker: Tracker, now: str, said: str) -> None:
    """Undo says first what it takes back, and how long ago that was typed."""
    tracker.ok("log ppo 1h", TUESDAY)

    assert tracker.ok("undo", now) == (
        f"Undone: log ppo 1h, {said}: removed 1h00m on ppo.\nRedo: tracker redo\n"
    )


def test_undo_by_id(tracker: Tracker) -> None:
    """An older command is undone alone; those after it stay."""
    tracker.ok("log fastai 1h", MONDAY)
    tracker.ok("log ppo 2h", TUESDAY)

    assert tracker.ok("undo 1") == (
        "Undone: log fastai 1h, Mon 2 Nov, yesterday: removed 1h00m on fastai.\n"
        "Redo: tracker redo\n"
    )
    assert [row["item"] for row in tracker.json("sessions")["sessions"]] == ["ppo"]


def test_removed_and_logged_again(tracker: Tracker) -> None:
    """A removed session comes back after others were logged, which took its number."""
    tracker.ok("log fastai 1h -n first")
    tracker.ok("rm last")
    tracker.ok("log ppo 2h")
    tracker.ok("undo 2")
    notes = [row["note"] for row in tracker.json("sessions")["sessions"]]
    assert sorted(notes) == ["", "first"]
    tracker.ok("undo 1")
    assert [row["item"] for row in tracker.json("sessions")["sessions"]] == ["ppo"]


# What was typed, then the step, and its refusal.
REFUSALS = {
    "log ppo 1h; edit last --amount 45m | undo 1": (
        '"edit last --amount 45m" of Tue 3 Nov changed the session of Tue 3 Nov since.\n'
        "To undo that first: tracker undo 2\n"
    ),
    "log ppo 1h; edit last --amount 45m; undo; undo | redo 2": (
        'It needs the session of Tue 3 Nov, and "log ppo 1h" of Tue 3 Nov is undone.\n'
        "To redo that first: tracker redo 1\n"
    ),
    "add notes --title N --track math; log notes 1h | undo 1": (
        '"log notes 1h" of Tue 3 Nov builds on it: the session of Tue 3 Nov.\n'
        "To undo that first: tracker undo 2\n"
    ),
    "add notes --title N --track math; log notes 1h; undo; undo | redo 2": (
        'It needs the item notes, and "add notes --title N --track math" of Tue 3 Nov'
        " is\nundone.\n"
        "To redo that first: tracker redo 1\n"
    ),
    "add notes --title N --track math; undo; add notes --title M --track math"
    " | redo 1": (
        'The item notes is in its place, by "add notes --title M --track math" of Tue\n3'
        " Nov.\n"
        "To undo that first: tracker undo 3\n"
    ),
    "log ppo 20:00-21:00; rm last; log fastai 20:30-21:30 | undo 2": (
        'It conflicts with the session of Tue 3 Nov, which "log fastai 20:30-21:30" of'
        "\nTue 3 Nov added.\n"
        "To undo that first: tracker undo 3\n"
    ),
    "start ppo; cancel; start fastai | undo 2": (
        '"start fastai" of Tue 3 Nov changed the timer on ppo since.\n'
        "To undo that first: tracker undo 3\n"
    ),
    "skip fastai; reopen fastai; done fastai | undo 2": (
        'The state of fastai is in its place, by "done fastai" of Tue 3 Nov.\n'
        "To undo that first: tracker undo 3\n"
    ),
    "plan gan --by 2026-12-01; plan gan --by 2027-01-31 | undo 1": (
        '"plan gan --by 2027-01-31" of Tue 3 Nov changed the plan for gan by Tue 1 Dec\n'
        "since.\n"
        "To undo that first: tracker undo 2\n"
    ),
    "break 2026-12-20 2026-12-27; break 2026-12-20 2026-12-27 --remove;"
    " break 2026-12-24 2027-01-03 | undo 2": (
        "It conflicts with the break of Thu 24 Dec to Sun 3 Jan 2027, which"
        ' "break\n2026-12-24 2027-01-03" of Tue 3 Nov added.\n'
        "To undo that first: tracker undo 3\n"
    ),
    "log ppo 1h | undo 7": (
        "There is no command 7 in the history.\nTo list the commands: tracker history\n"
    ),
    "log ppo 1h; undo | undo 1": (
        "Command 1 is undone already.\nTo redo it: tracker redo 1\n"
    ),
    "log ppo 1h | redo 1": "Command 1 is not undone.\nTo undo it: tracker undo 1\n",
    "log ppo 1h | undo last": (
        "'last' is not the ID of a command.\nTo see the IDs: tracker history\n"
    ),
}


@pytest.mark.parametrize("words", REFUSALS)
def test_refused(tracker: Tracker, words: str) -> None:
    """What other commands depend on is refused with the one in the way; nothing changes."""
    typed, _, step = words.partition(" | ")
    for command in typed.split("; "):
        tracker.ok(command, TUESDAY)
    before, history = dump(tracker.db), tracker.json("history")
    refused = tracker(step)

    assert refused.code in (2, 3, 4)
    assert refused.err == REFUSALS[words]
    assert dump(tracker.db) == before
    assert tracker.json("history") == history


def test_overlap_that_was_before(tracker: Tracker) -> None:
    """A session comes back beside those that it overlapped before, and the overlap is right."""
    tracker.ok("log ppo 20:00-21:00", TUESDAY)
    tracker.ok("log fastai 20:30-21:30 --overlap")
    tracker.ok("rm last")
    tracker.ok("log gan 5m")
    tracker.ok("edit last -n x")
    tracker.ok("undo 3")
    assert rows(tracker.db, "select seconds from overlap") == [(1800,)]
    tracker.ok("undo 1")
    assert dump(tracker.db)["overlap"] == []


def test_full_day(tracker: Tracker) -> None:
    """No day gets more than 24 h by an undo."""
    tracker.ok("log ppo 20h --on yesterday", TUESDAY)
    tracker.ok("rm last")
    tracker.ok("log fastai 6h --on yesterday")
    refused = tracker("undo 2")

    assert (refused.code, refused.err) == (
        4,
        "Mon 2 Nov would have 26h00m on the clock; a day has 24 h.\n"
        "It has 6h00m so far: tracker sessions --since 2026-11-02 --until 2026-11-02\n",
    )


def test_redo_after_new_commands(tracker: Tracker) -> None:
    """What was undone last can be had back after new commands; any other by its ID."""
    tracker.ok("log fastai 1h")
    tracker.ok("log ppo 2h")
    tracker.ok("undo")
    tracker.ok("undo")
    tracker.ok("log gan 3h")
    tracker.ok("redo")
    assert tracker.json("redo 2")["command"]["words"] == "log ppo 2h"
    items = {row["item"] for row in tracker.json("sessions")["sessions"]}
    assert items == {"fastai", "ppo", "gan"}
    assert tracker.json("undo")["command"]["words"] == "log ppo 2h"


def test_quotes_in_the_history(tracker: Tracker) -> None:
    """A command is listed as a person types it, not as a shell writes an apostrophe."""
    tracker.ok(["log", "fastai", "1h", "-n", "don't"])

    assert 'log fastai 1h -n "don\'t"' in tracker.ok("history")
