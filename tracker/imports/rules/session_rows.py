"""Sessions of a file as the rows of the journal."""

from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.keys import day_key, is_lasting_id
from tracker.imports.rules.tags import tags_column
from tracker.journal.rules.records import NewSession


def session_rows(
    entry: ReadySession, item_id: int, batch_id: int | None, now_utc: int
) -> list[NewSession]:
    """The rows of an entry that was read at `now_utc` (UTC seconds), one for each day.

    The first row has the entry's own key as its uid, and what the log says of it.
    """
    logged_at = now_utc if entry.logged_at is None else entry.logged_at
    tags = tags_column(entry.tags)
    rows = [
        NewSession(
            uid=day_key(entry.uid, number),
            edited_at=logged_at,
            item_id=item_id,
            day=part.day,
            seconds=part.seconds,
            started_at=part.started_at,
            utc_offset=part.utc_offset,
            note=entry.note,
            tags=tags,
            source=entry.source,
            logged_at=logged_at,
            project=entry.project or None,
            batch_id=batch_id,
            entry_id=None,
            entry_states=None,
            entry_updated=None,
        )
        for number, part in enumerate(entry.parts)
    ]
    if entry.state:
        rows[0] = _with_entry(rows[0], entry)
    return rows


def _with_entry(row: NewSession, entry: ReadySession) -> NewSession:
    """The row with what recognises a correction of its entry."""
    is_short = entry.entry_id and not is_lasting_id(entry.entry_id)
    return row._replace(
        entry_id=entry.entry_id if is_short else None,
        entry_states=entry.state,
        entry_updated=entry.updated,
    )


def later_uids(uid: str) -> list[str]:
    """The uids of an entry's second and third row: 24 h touch 3 days at most."""
    return [day_key(uid, 1), day_key(uid, 2)]
