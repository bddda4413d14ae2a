"""What `undo` and `redo` share."""

from collections.abc import Callable
from sqlite3 import Connection

from tracker.app import App
from tracker.database.connect import translated
from tracker.database.undo import HistoryEntry
from tracker.database.values import instant_to_seconds


def walk_history(
    app: App, walk: Callable[[Connection, int], HistoryEntry]
) -> HistoryEntry:
    """Undo or redo one command, and return it.

    It is a transaction of its own, so it does not go through `app.journal`, which
    would begin one.
    """
    now_utc = instant_to_seconds(app.now)
    with translated(app.path):
        entry = walk(app.open(write=True), now_utc)
    app.saved = True
    return entry
