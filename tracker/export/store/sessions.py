"""Sessions as an export hands them on: with the titles and tracks of their items, and without notes where asked."""

from sqlalchemy import Connection

from tracker.curriculum.rules.items import Item
from tracker.curriculum.store.reading import items as read_items
from tracker.database.bridge import raw
from tracker.database.values import instant_out
from tracker.export.rules.sessions import Line, Log
from tracker.export.rules.tasks import unnamed
from tracker.journal.rules.records import Session
from tracker.journal.store.clock import clock_seconds
from tracker.journal.store.listing import chronicle
from tracker.words.periods import Period


def log(db: Connection, period: Period, *, redact: bool) -> Log:
    """All sessions of a period, oldest first, read one by one; with `redact` it is made without notes and own tags."""
    items = {item.slug: item for item in read_items(db)}
    found = chronicle(raw(db), period.since, period.until)
    return Log(
        period.since,
        period.until,
        (_line(each, items[each.item], redact) for each in found),
        clock_seconds(raw(db), period.since, period.until),
        redact,
    )


def _line(session: Session, item: Item, redact: bool) -> Line:
    start, offset = session.started_at, session.utc_offset or 0
    return Line(
        id=session.uid,
        item=item.slug,
        title=item.title,
        track=item.track,
        day=session.day,
        started_at=None if start is None else instant_out(start, offset),
        ended_at=None if start is None else instant_out(start + session.seconds, offset),
        seconds=session.seconds,
        tags=unnamed(session.tags) if redact else session.tags,
        note=None if redact else session.note,
        source=session.source,
        logged_at=instant_out(session.logged_at),
    )
