"""Forecasts are saved outside the history, so undo and redo leave them alone."""

import sqlite3
from contextlib import closing

from tests.conftest import NOW
from tests.journal.harness import dump
from tests.plans.harness import log_weeks
from tracker.database import locks


def test_undo_ignores_forecasts(tracker):
    """After a forecast, undo takes back the command before it; the forecast stays."""
    log_weeks(tracker, 8)
    before = dump(tracker.db)
    tracker.ok("log ppo 5m", NOW)
    tracker.ok("forecast ppo")
    kept = dump(tracker.db)["forecast"]

    assert tracker.json("undo")["command"]["words"] == "log ppo 5m"
    assert dump(tracker.db) == before | {"forecast": kept}
    assert len(kept) == 1
    assert "forecast" not in tracker.ok("history --limit 100")


def test_redo_ignores_forecasts(tracker):
    """A command that was undone can be redone after a forecast."""
    log_weeks(tracker, 8)
    tracker.ok("log ppo 5m", NOW)
    done = dump(tracker.db)
    tracker.ok("undo")
    tracker.ok("forecast ppo")

    assert tracker.json("redo")["command"]["words"] == "log ppo 5m"
    assert dump(tracker.db) == done | {"forecast": dump(tracker.db)["forecast"]}


def test_undoing_an_item_takes_its_forecasts(tracker):
    """Undoing a new item removes its forecasts, and redo brings them back."""
    log_weeks(tracker, 8)
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


def test_merged_forecasts_return_after_redo(tracker, tmp_path):
    """A merge with forecasts can be undone and redone around a new forecast."""
    log_weeks(tracker, 8)
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


def test_forecast_without_write_access(tracker, monkeypatch):
    """While the database is locked, a forecast is shown and not saved."""
    log_weeks(tracker, 8)
    kept = tracker.ok("forecast ppo", NOW)
    monkeypatch.setattr(locks, "BUSY_SECONDS", 0)
    with closing(sqlite3.connect(tracker.db)) as writer:
        writer.execute("begin immediate")
        output = tracker("forecast ppo")

    assert (output.code, output.out) == (
        0,
        kept.replace(
            "Saved, to compare with the day you finish. No past forecast is due yet.\n",
            "",
        ),
    )
    assert output.err.replace("\n", " ").rstrip() == (
        f"Another process is writing to {tracker.db}, so it could not be used."
        " This forecast was not saved."
    )
    assert tracker.json("forecast ppo", "2026-11-24T14:30")["record"]["open"] == 1
