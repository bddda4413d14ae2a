"""The history as text and JSON."""

from datetime import datetime, tzinfo
from typing import Any

from tracker.database.undo import HistoryEntry
from tracker.database.values import seconds_to_instant
from tracker.text.columns import plain, shorten, table, wrap

# Columns of a command that is shown again: a note in it can be of any length.
_LONGEST = 240
_STATE_LABELS = {"done": "", "undone": "undone", "closed": "cannot be undone"}


def command_data(entry: HistoryEntry) -> dict[str, Any]:
    """One command, as JSON."""
    return {"command": _data(entry)}


def commands_data(entries: list[HistoryEntry]) -> dict[str, Any]:
    """Commands as JSON; `state` is `done`, `undone` or `closed` (cannot be undone)."""
    return {"commands": list(map(_data, entries))}


def _data(entry: HistoryEntry) -> dict[str, Any]:
    return {
        "at": seconds_to_instant(entry.at).isoformat(),
        "words": entry.words,
        "state": entry.state,
    }


def history_text(zone: tzinfo, entries: list[HistoryEntry]) -> str:
    """The commands that changed something, newest first, with their state."""
    if not entries:
        return "No command has changed anything yet."
    rows = [
        (_say_minute(entry.at, zone), _STATE_LABELS[entry.state], entry.words)
        for entry in entries
    ]
    return table(rows, "lll")


def _say_minute(instant: int, zone: tzinfo) -> str:
    return f"{datetime.fromtimestamp(instant, zone):%Y-%m-%d %H:%M}"


def history_step_text(verb: str, way_back: str, entry: HistoryEntry) -> str:
    """Which command was undone or redone, and the command that reverses that."""
    return wrap(f"{verb}: {shorten(plain(entry.words), _LONGEST)}\n{way_back}")
