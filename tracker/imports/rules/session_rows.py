"""Sessions of a file as the rows of the journal."""

from tracker.imports.rules.entries import ReadySession, new_record
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
        new_record(
            NewSession,
            (
                day_key(entry.uid, number) if number else entry.uid,
                logged_at,
                item_id,
                day,
                seconds,
                started_at,
                utc_offset,
                entry.note,
                tags,
                entry.source,
                logged_at,
                entry.project or None,
                batch_id,
                entry.uid if number else entry.part_of,
                None,
                None,
                None,
            ),
        )
        for number, (day, seconds, started_at, utc_offset) in enumerate(entry.parts)
    ]
    if entry.state:
        entry_id = None if is_lasting_id(entry.entry_id) else entry.entry_id or None
        rows[0] = NewSession(*rows[0][:-3], entry_id, entry.state, entry.updated)
    return rows


def uids_of(entry: ReadySession) -> list[str]:
    """The uids of an entry's rows, the first day's first."""
    return [day_key(entry.uid, number) for number in range(len(entry.parts))]


def later_uids(uid: str) -> list[str]:
    """The uids of an entry's second and third row: 24 h touch 3 days at most."""
    return [day_key(uid, 1), day_key(uid, 2)]
