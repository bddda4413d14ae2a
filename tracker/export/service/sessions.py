"""Sessions with the titles and tracks of their items."""

from sqlite3 import Connection

from tracker.curriculum.rules.items import Item
from tracker.curriculum.store.items import read_items
from tracker.database.settings import Settings
from tracker.database.values import seconds_to_instant
from tracker.export.rules.person import person_of
from tracker.export.rules.sessions import SessionLine, SessionLog
from tracker.export.rules.tasks import common_tags
from tracker.journal.rules.records import Session
from tracker.journal.store.clock_hours import clock_seconds
from tracker.journal.store.session_lists import sessions_between
from tracker.text.periods import Period


def build_session_log(
    db: Connection, period: Period, settings: Settings, *, redact: bool
) -> SessionLog:
    """All sessions of a period, oldest first, read one by one.

    With `redact` it has no notes, no tags of the person's own, and no person.
    """
    items = {item.slug: item for item in read_items(db)}
    sessions = sessions_between(db, period.since, period.until)
    return SessionLog(
        since=period.since,
        until=period.until,
        lines=(_line(session, items[session.item], redact) for session in sessions),
        seconds=clock_seconds(db, period.since, period.until),
        redacted=redact,
        person=person_of(settings, redact=redact),
    )


def _line(session: Session, item: Item, redact: bool) -> SessionLine:
    started_at = ended_at = None
    start = session.started_at
    if start is not None:
        offset = session.utc_offset or 0
        started_at = seconds_to_instant(start, offset)
        ended_at = seconds_to_instant(start + session.seconds, offset)
    return SessionLine(
        id=session.uid,
        item=item.slug,
        title=item.title,
        track=item.track,
        day=session.day,
        started_at=started_at,
        ended_at=ended_at,
        seconds=session.seconds,
        tags=common_tags(session.tags) if redact else session.tags,
        note=None if redact else session.note,
        source=session.source,
        logged_at=seconds_to_instant(session.logged_at),
        part_of=session.part_of,
    )
