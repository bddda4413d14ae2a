"""Lists of sessions, with their short ids and the total of all that are chosen."""

from sqlite3 import Connection

from tracker.journal.rules.records import RunningTimer, SessionFilter, SessionList
from tracker.journal.store.session_ids import short_id
from tracker.journal.store.session_lists import find_sessions, sum_sessions

# The shortest id that tells a session from all others takes two look-ups; a list longer
# than this shows as many letters as do for any database.
LONG_LIST, ENOUGH_LETTERS = 200, 11


def list_sessions(
    db: Connection,
    chosen: SessionFilter,
    limit: int,
    running: RunningTimer | None = None,
) -> SessionList:
    """The newest `limit` sessions chosen (-1: all), and the total of all of them."""
    sessions = find_sessions(db, chosen, limit)
    if len(sessions) > LONG_LIST:
        ids = [session.uid[:ENOUGH_LETTERS] for session in sessions]
    else:
        ids = [short_id(db, session.uid) for session in sessions]
    return SessionList(chosen, sessions, ids, sum_sessions(db, chosen), running)
