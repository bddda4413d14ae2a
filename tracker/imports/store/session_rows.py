"""Entries as the journal's rows."""

from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.keys import day_key
from tracker.imports.rules.tags import tags_column
from tracker.journal.rules.records import NewSession


def session_rows(
    entry: ReadySession, item_id: int, batch_id: int | None, now: int
) -> list[NewSession]:
    """The sessions of an entry, one for each day, read at `now` (UTC seconds); the first bears the entry's own key."""
    _, uid, _, project, note, tags, _, parts, _, source, logged_at = entry
    logged, tagged = now if logged_at is None else logged_at, tags_column(tags)
    return [
        NewSession(
            day_key(uid, number), logged, item_id, day, seconds, started_at, utc_offset, note, tagged, source, logged,
            project or None, batch_id,
        )
        for number, (day, seconds, started_at, utc_offset) in enumerate(parts)
    ]  # fmt: skip


def later_ids(uid: str) -> list[str]:
    """The ids that the days of an entry after its first one may have: no 24 hours touch more than three days."""
    return [day_key(uid, 1), day_key(uid, 2)]
