"""Forecasts are kept beside the history: asking is no step of it, and nothing that was answered is taken back."""

import sqlite3
from contextlib import closing

from tests.conftest import NOW
from tests.journal.harness import dump
from tests.plans.test_plans_forecast import studied
from tracker.database import connect


def test_asking_leaves_undo_alone(tracker):
    """What was done before a question is what undo takes back; the forecast stays, and no history names it."""
    studied(tracker, 8)
    before = dump(tracker.db)
    tracker.ok("log ppo 5m", NOW)
    tracker.ok("forecast ppo")
    kept = dump(tracker.db)["forecast"]

    assert tracker.ok("undo").splitlines()[0] == "Undone: log ppo 5m"
    assert dump(tracker.db) == before | {"forecast": kept}
    assert len(kept) == 1
    assert "forecast" not in tracker.ok("history --limit 100")


def test_asking_leaves_redo_alone(tracker):
    """What was just undone can still be brought back after a question."""
    studied(tracker, 8)
    tracker.ok("log ppo 5m", NOW)
    done = dump(tracker.db)
    tracker.ok("undo")
    tracker.ok("forecast ppo")

    assert tracker.ok("redo").splitlines()[0] == "Done again: log ppo 5m"
    assert dump(tracker.db) == done | {"forecast": dump(tracker.db)["forecast"]}


def test_an_item_taken_back_takes_its_forecasts_along(tracker):
    """Adding an item can be undone after it was foreseen, and redone with it, whatever was asked since."""
    studied(tracker, 8)
    tracker.ok("add mine --title Mine --track math --hours 5-12", NOW)
    tracker.ok("forecast mine")
    (mine,) = dump(tracker.db)["forecast"]
    tracker.ok("undo")
    assert dump(tracker.db)["forecast"] == []
    tracker.ok("forecast ppo")
    (other,) = dump(tracker.db)["forecast"]
    tracker.ok("redo")

    assert sorted(dump(tracker.db)["forecast"]) == sorted([mine, other])
    assert tracker.json("forecast mine")["record"]["open"] == 2


def test_merged_forecasts_come_back(tracker, tmp_path):
    """A merge that brought forecasts can be undone and redone around one that was asked for in between."""
    studied(tracker, 8)
    other = tmp_path / "other.db"
    tracker.ok(["backup", str(other)], NOW)
    tracker.ok(["--db", str(other), "forecast", "ppo"])
    tracker.ok(["merge", str(other)])
    (merged,) = dump(tracker.db)["forecast"]
    tracker.ok("undo")
    tracker.ok("forecast fastai")
    tracker.ok("redo")

    assert merged in dump(tracker.db)["forecast"]
    assert tracker.json("forecast python-done")["record"]["open"] == 2


def test_answered_where_it_cannot_be_kept(tracker, monkeypatch):
    """While nothing can be written it is answered all the same, and says that it is not kept."""
    studied(tracker, 8)
    kept = tracker.ok("forecast ppo", NOW)
    monkeypatch.setattr(connect, "BUSY_SECONDS", 0)
    with closing(sqlite3.connect(tracker.db)) as writer:
        writer.execute("begin immediate")
        said = tracker("forecast ppo")

    assert (said.code, said.out) == (
        0,
        kept.replace(
            "Saved, to compare with the day you finish. No past forecast is due yet.\n",
            "",
        ),
    )
    assert said.err == (
        f"Another process is writing to {tracker.db}; nothing was written. This forecast was not saved.\n"
    )
    assert tracker.json("forecast ppo", "2026-11-24T14:30")["record"]["open"] == 1
