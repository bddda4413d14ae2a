"""The history, and its steps, as text and JSON."""

from datetime import datetime, tzinfo
from typing import Annotated, TypedDict

from tracker.database.command_log import HistoryEntry
from tracker.database.values import seconds_to_instant
from tracker.journal.rules.history_steps import (
    HistoryLine,
    HistoryStep,
    say_command,
    say_words,
)
from tracker.journal.rules.pieces import LocalMoment
from tracker.json_types import Instant
from tracker.text.columns import wrap
from tracker.text.tables import table

_STATE_LABELS = {"done": "", "undone": "undone", "closed": "cannot be undone"}
# What was done, and the verb that takes it back.
_STEPS = {"undo": ("Undone", "redo"), "redo": ("Redone", "undo")}


class CommandData(TypedDict):
    """A command of the history; one that is closed cannot be undone."""

    id: int
    at: Instant
    words: str
    state: Annotated[str, tuple(_STATE_LABELS)]


class StepData(TypedDict):
    """A command undone or redone; `effects` are parts of a sentence."""

    command: CommandData
    effects: list[str]


class HistoryData(TypedDict):
    """The commands that changed something, newest first."""

    commands: list[CommandData]


def step_data(step: HistoryStep) -> StepData:
    """An undone or redone command, as JSON."""
    return {"command": _data(step.entry), "effects": list(step.effects)}


def commands_data(lines: list[HistoryLine]) -> HistoryData:
    """Commands as JSON."""
    return {"commands": [_data(line.entry) for line in lines]}


def _data(entry: HistoryEntry) -> CommandData:
    return {
        "id": entry.id,
        "at": seconds_to_instant(entry.at).isoformat(),
        "words": entry.words,
        "state": entry.state,
    }


def history_text(zone: tzinfo, lines: list[HistoryLine]) -> str:
    """The commands that changed something, newest first, with number and state."""
    if not lines:
        return "No command has changed anything yet."
    rows = [
        (
            str(line.entry.id),
            _say_minute(line.entry.at, zone),
            _STATE_LABELS[line.entry.state],
            _say_line(line),
        )
        for line in lines
    ]
    return table(rows, "rlll")


def _say_line(line: HistoryLine) -> str:
    """`rm last (1h30m on ppo, Mon 2 Nov)`."""
    if not line.sessions:
        return say_words(line.entry)
    return f"{say_words(line.entry)} ({line.sessions})"


def _say_minute(instant: int, zone: tzinfo) -> str:
    return f"{datetime.fromtimestamp(instant, zone):%Y-%m-%d %H:%M}"


def step_text(verb: str, moment: LocalMoment, step: HistoryStep) -> str:
    """Which command was undone or redone, what that did, and how to reverse it."""
    done, back = _STEPS[verb]
    way_back = f"{back.capitalize()}: tracker {back}"
    if back == "undo" and step.day != moment.today:
        way_back += " --older"
    head = f"{done}: {say_command(step, moment)}"
    if len(step.effects) == 1:
        return wrap(f"{head}: {step.effects[0]}.\n{way_back}")
    lines = [wrap(f"{head}{':' if step.effects else '.'}")]
    lines += [wrap(effect, 2) for effect in step.effects]
    return "\n".join([*lines, way_back])
