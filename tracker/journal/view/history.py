"""The history as text and JSON."""

from datetime import datetime, tzinfo
from typing import Any

from tracker.database.undo import HistoryEntry
from tracker.database.values import seconds_to_instant
from tracker.text.columns import plain, shorten, table, wrap

LONGEST = (
    240  # columns of a command that is told again: a note in it can be of any length
)


def command_data(done: HistoryEntry) -> dict[str, Any]:
    """One command, as JSON."""
    return {"command": _data(done)}


def commands_data(commands: list[HistoryEntry]) -> dict[str, Any]:
    """Commands as JSON; `state` is `done`, `undone` or `closed` (beyond undoing)."""
    return {"commands": list(map(_data, commands))}


def _data(done: HistoryEntry) -> dict[str, Any]:
    return {
        "at": seconds_to_instant(done.at).isoformat(),
        "words": done.words,
        "state": done.state,
    }


def history_text(zone: tzinfo, commands: list[HistoryEntry]) -> str:
    """What was done, newest first, with what was undone marked."""
    if not commands:
        return "Nothing was done here yet that could be taken back."
    return table(
        [(_moment(done.at, zone), _state(done), done.words) for done in commands], "lll"
    )


def _moment(at: int, zone: tzinfo) -> str:
    return f"{datetime.fromtimestamp(at, zone):%Y-%m-%d %H:%M}"


def _state(done: HistoryEntry) -> str:
    return {"done": "", "undone": "undone", "closed": "kept"}[done.state]


def undone_text(verb: str, way: str, done: HistoryEntry) -> str:
    """Which command was taken back or brought back, and the way back from that."""
    return wrap(f"{verb}: {shorten(plain(done.words), LONGEST)}\n{way}")
