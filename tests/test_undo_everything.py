"""Undo and redo of every command that writes: every table comes back, row for row."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import Tracker
from tests.journal.harness import dump, undo_and_redo
from tracker.command_table import LOOKING, PLACES

# Each command that writes, in an order in which each changes something.
LIFE = (
    "add notes --title Notes --track math --hours 5-12 --aka jots --requires fastai",
    "log notes 1h30m +deep -n one",
    "log ppo 9:00-10:30",
    "log fastai 10:00-11:00 --overlap",
    "edit last --amount 45m --tag pair",
    "start ziegler +a",
    "cancel",
    "start ziegler --at 'yesterday 22:00'",
    "stop --at 1:30 +b -n late",
    "start fastai 13:00",
    "start 13:10 +a",
    "start ppo 13:30 -n baseline",
    "pause",
    "continue",
    "cancel",
    "recall ppo 20h --over 2025",
    "rename notes --slug jotted --title Jotted",
    "alias pd fastai",
    "alias pd --remove",
    "progress fastai 3/7",
    "done fastai python-done",
    "reopen python-done",
    "skip learnpython",
    "drop arxiv-paper",
    "reopen arxiv-paper",
    "attempt few-hundred-hour-replication --with ppo --since 2026-11-01"
    " --hours 200-260",
    "reach few-hundred-hour-replication"
    " --evidence repo:https://git.example/ppo --reproduced 980",
    "reach transformer-in-pytorch --evidence 'letter:Ada Lee, 3 Nov 2026'",
    "reach replication-done --with ppo --title 'PPO again' --summary 'In one file'",
    "feature ppo transformer-in-pytorch",
    "feature --hide transformer-in-pytorch",
    "feature ppo --show transformer-in-pytorch",
    "rate python moderate",
    "rate python strong --by Ada",
    "known cs-degree algorithms=strong aisf-course-done vae",
    "target research-contributor-empirical",
    "config day-starts 04:00",
    "config zone America/New_York",
    "import toggl.csv",
    "move Deep fastai",
    "merge other.db",
    "catalogue add own",
    "rm last",
    "config zone ''",
    "plan gan --by '31 jan' --because talk",
    "plan gan --because talk --private",
    "plan gan --public",
    "plan gan --by '28 feb'",
    "break 2026-12-20 2027-01-03",
    "note 'a view' --changed",
    "ask --answer fine",
    "review --plan 'two evenings on ppo'",
    "applied ltff --asked 10k",
    "applied ltff --report",
)
# Commands that write nothing to undo. A forecast is stored outside the history (see
# test_plans_kept.py); undo, redo and restore move through the history.
READING = LOOKING | {
    "page",
    "export",
    "backup",
    "restore",
    "doctor",
    "demo",
    "undo",
    "redo",
    "forecast",
}


@pytest.fixture(name="prepared")
def _prepared(
    tracker: Tracker, tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> Tracker:
    """A tracker, with the files that LIFE names in the current folder."""
    monkeypatch.chdir(tmp_path)
    header = (
        "User,Email,Client,Project,Task,Description,Billable,"
        "Start date,Start time,End date,End time,Duration,Tags"
    )
    days = [date(2026, 8, 3) + timedelta(weeks=n) for n in range(14)]
    rows = [
        f"Ada,a@x.org,,Deep,,n,No,{day},09:00:00,{day},10:30:00,01:30:00,"
        for day in days
    ]
    Path("toggl.csv").write_text("\n".join([header, *rows, ""]))
    Path("own").mkdir()
    Path("own/items.toml").write_text(
        '[[item]]\nslug = "toy"\ntitle = "Toy"\nkind = "project"\ntrack = "math"\n'
        'hours = [1, 2, 3]\nhours_from = "estimate"\nskills = ["python"]\n'
        'requires = ["fastai"]\norigin = "extension"\n'
    )
    tracker.ok("--db other.db log fastai 20m --on 2026-09-01")
    return tracker


def test_each_command(prepared: Tracker) -> None:
    """Each command that writes is one step, undone and redone to the row."""
    states = [dump(prepared.db)]
    for words in LIFE:
        prepared.ok(words)
        states.append(dump(prepared.db))
        assert states[-1] != states[-2], words

    undo_and_redo(prepared, states, ["", *LIFE])
    assert prepared("redo").code == 4
    assert len(prepared.json("history --limit 100")["commands"]) == len(LIFE)


# What records a state, a level, a setting or a day: said again it changes nothing.
REPEATED = (
    "add notes --title Notes --track math; rename notes --title Jotted --hours 5-12",
    "alias pd fastai",
    "log fastai 1h; edit last --amount 45m --tag pair -n x",
    "progress fastai 3/7",
    "done fastai python-done",
    "skip learnpython",
    "drop arxiv-paper",
    "done learnpython; reopen learnpython; skip learnpython",
    "attempt few-hundred-hour-replication --with ppo --since 2026-11-01 --hours 200-260",
    "reach python-done --evidence repo:https://git.example/x --claimed 1",
    "rate python moderate",
    "rate python strong --by Ada --evidence 'letter:Ada Lee, 3 Nov 2026'",
    "known cs-degree algorithms=strong aisf-course-done vae",
    "target research-contributor-empirical",
    "config day-starts 04:00",
    "config zone ''",
    "import toggl.csv",
    "merge other.db",
    "catalogue add own",
    "plan gan --by 2027-01-31; plan gan --because talk",
    "plan gan --by 2027-01-31 --because talk; plan gan --private",
)
# How an answer begins, or what an import and a merge say, which count what they added.
UNCHANGED = ("Nothing ", "Added 0 entries", "nothing to add or change")
LATER = ("2026-11-23T14:30", "2026-11-23T14:33", "2026-11-26T21:00")


@pytest.mark.parametrize("words", REPEATED)
def test_no_change_is_no_step(prepared: Tracker, words: str) -> None:
    """A command said again, at once or days later, says so and leaves the file as it was."""
    *before, last = words.split("; ")
    for command in [*before, last]:
        prepared.ok(command)
    file, history = prepared.db.read_bytes(), prepared.json("history --limit 100")
    for now in LATER:
        answer = prepared.ok(last, now)
        assert any(said in answer for said in UNCHANGED)
        assert "Undo: tracker undo" not in answer
        assert prepared.json(last, now)["changed"] is False
        assert prepared.db.read_bytes() == file

    assert prepared.json("history --limit 100") == history


def test_note_said_again(tracker: Tracker) -> None:
    """The same note of the same day is one; on another day it is another."""
    tracker.ok("note 'a view'")
    assert tracker.ok("note 'a view'", "2026-11-23T20:00") == (
        "Nothing changed: it was so already.\nNoted, Mon 23 Nov.\n"
    )
    tracker.ok("note 'a view'", "2026-11-24T20:00")
    assert len(dump(tracker.db)["note"]) == 2


def test_no_change_keeps_redo(tracker: Tracker, place: Path) -> None:
    """After undo, a command that changes nothing leaves the redo possible."""
    tracker.ok("skip fastai")
    tracker.ok("log ppo 30m")
    after = dump(place)
    tracker.ok("undo")
    tracker.ok("skip fastai")

    tracker.ok("redo")
    assert dump(place) == after


def test_no_command_is_missing() -> None:
    """Each command is in LIFE, which tests its undo, or writes nothing to undo."""
    assert {words.split()[0] for words in LIFE} | READING >= set(PLACES)
