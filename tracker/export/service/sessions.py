"""Sessions as an export hands them on: with the titles and tracks of their items, and without notes where asked."""

from sqlalchemy import Connection

from tracker.curriculum.rules.items import Item
from tracker.curriculum.store.items import read_items as read_items
from tracker.database.bridge import raw_connection
from tracker.database.values import seconds_to_instant
from tracker.export.rules.sessions import SessionLine, SessionLog
from tracker.export.rules.tasks import unnamed
from tracker.journal.rules.records import Session
from tracker.journal.store.clock_hours import clock_seconds
from tracker.journal.store.session_lists import sessions_between
from tracker.text.periods import Period


def build_session_log(db: Connection, period: Period, *, redact: bool) -> SessionLog:
    """All sessions of a period, oldest first, read one by one; with `redact` it is made without notes and own tags."""
    items = {item.slug: item for item in read_items(db)}
    found = sessions_between(raw_connection(db), period.since, period.until)
    return SessionLog(
        period.since,
        period.until,
        (_line(each, items[each.item], redact) for each in found),
        clock_seconds(raw_connection(db), period.since, period.until),
        redact,
    )


def _line(session: Session, item: Item, redact: bool) -> SessionLine:
    start, offset = session.started_at, session.utc_offset or 0
    return SessionLine(
        id=session.uid,
        item=item.slug,
        title=item.title,
        track=item.track,
        day=session.day,
        started_at=None if start is None else seconds_to_instant(start, offset),
        ended_at=None
        if start is None
        else seconds_to_instant(start + session.seconds, offset),
        seconds=session.seconds,
        tags=unnamed(session.tags) if redact else session.tags,
        note=None if redact else session.note,
        source=session.source,
        logged_at=seconds_to_instant(session.logged_at),
    )
