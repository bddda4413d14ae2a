"""Sessions with the titles and tracks of their items."""

from sqlite3 import Connection

from tracker.database.settings import Settings
from tracker.export.rules.person import person_of
from tracker.export.rules.sessions import SessionLog
from tracker.export.store.items import read_item_names
from tracker.journal.store.clock_hours import clock_seconds
from tracker.journal.store.session_lists import read_chronicle
from tracker.text.periods import Period


def build_session_log(
    db: Connection, period: Period, settings: Settings, *, redact: bool
) -> SessionLog:
    """All sessions of a period, oldest first, read one by one."""
    return SessionLog(
        since=period.since,
        until=period.until,
        rows=read_chronicle(db, period.since, period.until),
        items=read_item_names(db),
        seconds=clock_seconds(db, period.since, period.until),
        redacted=redact,
        person=person_of(settings, redact=redact),
    )
