"""Undo and redo of every command that writes: every table comes back, row for row."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.journal.harness import dump
from tracker.command_table import PLACES

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
    "plan gan --by '28 feb'",
    "break 2026-12-20 2027-01-03",
    "note 'a view' --changed",
    "ask --answer fine",
    "review --plan 'two evenings on ppo'",
    "applied ltff --asked 10k",
)
# Commands that write nothing to undo. A forecast is stored outside the history (see
# test_plans_kept.py); undo, redo and restore move through the history.
READING = {
    "status",
    "sessions",
    "report",
    "history",
    "items",
    "show",
    "open",
    "milestones",
    "ready",
    "gaps",
    "next",
    "skills",
    "week",
    "export",
    "funders",
    "applications",
    "backup",
    "restore",
    "doctor",
    "completion",
    "demo",
    "undo",
    "redo",
    "forecast",
}
ITEMS = st.sampled_from(["fastai", "ppo", "ziegler-2019", "mine", "podcast"])
MILESTONES = st.sampled_from(
    ["python-done", "few-hundred-hour-replication", "replication-done", "arxiv-paper"]
)
DAYS = st.sampled_from(["2026-11-01", "2026-11-20", "yesterday", "today"])
TEXT = st.sampled_from(["one", "'two words'", "'\u00e9\U0001f389'", "''"])
COMMANDS = st.one_of(
    st.builds(
        "log {} {} --on {} -n {}".format,
        ITEMS,
        st.sampled_from(["30m", "22:00-23:30 --overlap"]),
        DAYS,
        TEXT,
    ),
    st.builds("start {} +a -n {}".format, ITEMS, TEXT),
    st.builds("edit last --item {} --note {}".format, ITEMS, TEXT),
    st.builds("recall {} 5h --over 2026-10".format, ITEMS),
    st.builds("progress {} {}".format, ITEMS, st.sampled_from(["3/7", "40%", "0/2"])),
    st.builds(
        "{} {}".format, st.sampled_from(["done", "drop", "reopen"]), ITEMS | MILESTONES
    ),
    st.builds("skip {}".format, ITEMS),
    st.builds(
        "add {} --title {} --track math --requires {}".format,
        st.sampled_from(["mine", "own"]),
        TEXT,
        ITEMS,
    ),
    st.builds(
        "rename {} --slug {}".format, ITEMS, st.sampled_from(["mine", "own", "other"])
    ),
    st.builds("alias {} {}".format, st.sampled_from(["own", "other", "x"]), ITEMS),
    st.sampled_from(["alias x --remove", "alias own --remove"]),
    st.builds("attempt {} --with {} --since {}".format, MILESTONES, ITEMS, DAYS),
    st.builds(
        "reach {} --with {} --on {} --evidence repo:git.example/x --claimed 1".format,
        MILESTONES,
        ITEMS,
        DAYS,
    ),
    st.builds("rate python {} --by Ada".format, st.sampled_from(["basic", "strong"])),
    st.builds("known python=strong {} {}".format, ITEMS, MILESTONES),
    st.builds("target {}".format, st.sampled_from(["professor", "software-engineer"])),
    st.builds(
        "config {}".format,
        st.sampled_from(
            ["day-starts 04:00", "zone UTC", "name Ada", "name ''", "zone ''"]
        ),
    ),
    st.sampled_from(
        [
            "stop",
            "stop --trust",
            "pause",
            "continue",
            "start",
            "cancel",
            "rm last",
            "undo",
            "redo",
        ]
    ),
)


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


def walk(tracker: Tracker, states: list[dict[str, list[tuple[object, ...]]]]) -> None:
    """Undo everything, then redo it; each step leads to the next state."""
    for state in reversed(states[:-1]):
        tracker.ok("undo")
        assert dump(tracker.db) == state
    assert tracker("undo").code == 4
    for state in states[1:]:
        tracker.ok("redo")
        assert dump(tracker.db) == state
    assert tracker("redo").code == 4


def test_each_command(prepared: Tracker) -> None:
    """Each command that writes is one step, undone and redone to the row."""
    states = [dump(prepared.db)]
    for words in LIFE:
        prepared.ok(words)
        states.append(dump(prepared.db))
        assert states[-1] != states[-2], words

    walk(prepared, states)
    assert len(prepared.json("history --limit 100")["commands"]) == len(LIFE)


def test_no_change_is_no_step(tracker: Tracker, place: Path) -> None:
    """A command that changes nothing is no step: undo undoes the one before it."""
    before = dump(place)
    tracker.ok("skip fastai")
    after = dump(place)
    tracker.ok("skip fastai")

    assert dump(place) == after
    assert len(tracker.json("history")["commands"]) == 1
    tracker.ok("undo")
    assert dump(place) == before


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


@settings(max_examples=12)
@given(commands=st.lists(COMMANDS, min_size=6, max_size=16))
def test_any_commands(tracker: Tracker, template: Path, commands: list[str]) -> None:
    """Any commands in any order are undone and redone to the row, in every table."""
    with (
        closing(sqlite3.connect(template)) as source,
        closing(sqlite3.connect(tracker.db)) as db,
    ):
        source.backup(db)
    states = [dump(tracker.db)]
    # The last command leaves nothing to redo, also after an undo.
    for words in [*commands, "note end"]:
        code, after = tracker(words).code, dump(tracker.db)
        assert code in (0, 2, 3, 4), words
        if words == "undo" and not code:
            states.pop()
            assert after == states[-1]
        elif after != states[-1]:
            assert not code, words
            states.append(after)

    walk(tracker, states)
