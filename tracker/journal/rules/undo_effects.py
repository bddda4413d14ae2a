"""What undo and redo did, in words, from the rows that they changed."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from tracker.database.command_log import LoggedChange, Row
from tracker.journal.rules.row_words import RowWords, say_count
from tracker.journal.rules.session_effects import (
    LISTED,
    pair_stretches,
    say_stretch,
    session_effects,
    timer_effect,
)
from tracker.labels import STATUS_LABELS

if TYPE_CHECKING:  # only the undo of an import needs it
    from tracker.database.many_sessions import ManySessions

# Rows that go with a row of another table, by the columns that refer to it: they
# are not named beside it.
_PARTS = {
    "item_aka": {"item_id": "item"},
    "item_requires": {"item_id": "item"},
    "item_skill": {"item_id": "item"},
    "evidence": {"result_id": "result", "rating_id": "rating"},
}
# What is named first.
_ORDER = {"session": 0, "timer": 1}
_SILENT = ("tombstone", "overlap", "prompt_pass")
_STATES = ("item_state", "milestone_state")
# Columns that say when something was written, and names of rows.
_STAMPS = ("id", "uid", "edited_at", "said_at", "entered", "day", "position")


def list_effects(
    words: RowWords,
    changes: Sequence[LoggedChange],
    day: date,
    *,
    removed: "Sequence[ManySessions]",
    back: "Sequence[ManySessions]",
) -> Iterator[str]:
    """What the changes of an undo or a redo did, as parts of a sentence.

    `changes` has one change for each row; `day` is that of the command. Sessions of
    large imports were `removed` or are `back` besides.
    """
    whole = [change for change in changes if _is_whole(change)]
    rows = {(change.table, change.values["id"]) for change in whole}
    named = [change for change in changes if not _is_part(change, rows)]
    ordered = sorted(named, key=lambda change: _ORDER.get(change.table, 2))
    sessions = [change for change in ordered if change.table == "session"]
    yield from session_effects(words, sessions, day, removed, back)
    others = ordered[len(sessions) :]
    for table, group in groupby(others, key=lambda change: change.table):
        of_table = list(group)
        if table == "timer":
            yield from (timer_effect(words, change) for change in of_table)
        elif table not in _SILENT:
            yield from _table_effects(words, table, of_table)


def _is_whole(change: LoggedChange) -> bool:
    """Whether a row came, went, or has another name, and its parts with it."""
    before, after = change.before, change.after
    return not before or not after or before.get("slug") != after.get("slug")


def _is_part(change: LoggedChange, rows: set[tuple[str, int]]) -> bool:
    """Whether a row came or went with the row that it is a part of."""
    wholes = _PARTS.get(change.table, {})
    return any((wholes[name], change.values[name]) in rows for name in wholes)


def _table_effects(
    words: RowWords, table: str, changes: Sequence[LoggedChange]
) -> Iterator[str]:
    if len(changes) <= LISTED:
        for change in changes:
            yield _row_effect(words, change)
        return
    count = say_count(len(changes), table)
    if not any(change.after for change in changes):
        yield f"{count} are removed"
    elif not any(change.before for change in changes):
        yield f"{count} are back"
    else:
        yield f"{count} are as they were"


def _row_effect(words: RowWords, change: LoggedChange) -> str:
    before, after = change.before, change.after
    if change.table in _STATES:
        return _state_effect(words, change)
    noun = words.noun(change.table, change.values)
    if after is None:
        return f"{noun} is removed"
    if change.table == "setting":
        was = f" (was {before['value']})" if before else ""
        return f"{noun} is {after['value']} again{was}"
    if before is None:
        return f"{noun} is back"
    differing = [
        name
        for name in after
        if after[name] != before.get(name) and name not in _STAMPS
    ]
    parts = [
        f"{_say_column(name)} {words.value(name, after[name])}"
        f" (was {words.value(name, before.get(name))})"
        for name in differing
    ]
    return f"{noun} again has {', '.join(parts)}" if parts else f"{noun} is as it was"


def _say_column(name: str) -> str:
    return name.removesuffix("_id").replace("_", " ")


def _state_effect(words: RowWords, change: LoggedChange) -> str:
    """`fastai is done again`, `fastai is no longer at 3/7`."""
    subject = words.subject(change.values)
    if change.after is None:
        return f"{subject} is no longer {_say_state(change.values)}"
    now = f"{subject} is {_say_state(change.after)} again"
    return f"{now} (was {_say_state(change.before)})" if change.before else now


def _say_state(row: Row) -> str:
    label = STATUS_LABELS.get(row["state"] or "", "")
    parts = f"at {row['part']}/{row['whole']}" if row.get("whole") else ""
    return " ".join(filter(None, (label, parts)))


def say_sessions(
    words: RowWords, changes: Sequence[LoggedChange], command_line: str
) -> str:
    """The sessions that a command was about, where `command_line` does not say it."""
    sessions = [change for change in changes if change.table == "session"]
    pairs = pair_stretches(words, sessions)
    stretches = [after or before for before, after in pairs]
    if not stretches:
        return ""
    first = stretches[0]
    if command_line.startswith("log ") and first[0].item in command_line.split():
        return ""
    more = f" and {len(stretches) - 1} more" if len(stretches) > 1 else ""
    return f"{say_stretch(words, first)}{more}"
