"""The commands that changed something, with the sessions they were about."""

from collections.abc import Sequence
from sqlite3 import Connection

from tracker.database.command_log import (
    HistoryEntry,
    LoggedChange,
    list_commands,
    net_changes,
    read_changes,
)
from tracker.journal.rules.history_steps import HistoryLine
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.row_words import RowWords
from tracker.journal.rules.undo_effects import say_sessions
from tracker.journal.store.row_names import name_finder

# The sessions of a command that changed more rows are not named in the history.
_NAMED = 50


def read_history(db: Connection, limit: int, moment: LocalMoment) -> list[HistoryLine]:
    """The last `limit` commands, newest first, with the sessions they were about."""
    entries = list_commands(db, limit)
    return [HistoryLine(entry, sessions_of(db, entry, moment)) for entry in entries]


def sessions_of(db: Connection, entry: HistoryEntry, moment: LocalMoment) -> str:
    """The sessions that a command was about, where its words do not say it."""
    changes = read_changes(db, entry.id, limit=_NAMED + 1)
    if len(changes) > _NAMED:
        return ""
    words = row_words(db, changes, moment)
    return say_sessions(words, net_changes(changes), entry.words)


def row_words(
    db: Connection, changes: Sequence[LoggedChange], moment: LocalMoment
) -> RowWords:
    """What says the rows of these changes in words."""
    return RowWords(name_finder(db, changes), moment.today, moment.zone)
