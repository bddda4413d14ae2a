"""Sessions of earlier imports that a log does not name any more.

One that was corrected in the log is known by that: it has a new entry in its place.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from sqlite3 import Connection

from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.pairs import pair_vanished
from tracker.imports.rules.reports import ReadFile
from tracker.imports.rules.session_rows import later_uids
from tracker.imports.rules.stored_entries import StoredEntry
from tracker.imports.service.corrections import read_stored_entry, short_ids
from tracker.imports.store import vanished_sessions
from tracker.journal.rules.imported import ImportedSession
from tracker.journal.store.imported_sessions import read_imported

# Of more sessions, no command removes all at once.
MOST_REMOVED = 12


class Vanished:
    """What `file` does not name any more of the earlier imports of its name."""

    def __init__(self, db: Connection, file: ReadFile) -> None:
        self._db = db
        self._batches = vanished_sessions.earlier_batches(db, file)
        self._first, self._last = "9", ""
        self._left: list[str] = []

    def note_days(self, entries: Sequence[ReadySession]) -> None:
        """Remember which days the file covers."""
        if self._batches and entries:
            days = [entry.parts[0].day for entry in entries]
            self._first = min(self._first, *days)
            self._last = max(self._last, *days)

    def may_be_corrected(self, entries: Sequence[ReadySession]) -> set[str]:
        """The uids of those that may be corrections: they wait for the file's end."""
        if not self._batches:
            return set()
        days = {entry.parts[0].day for entry in entries if not entry.has_id}
        here = vanished_sessions.days_of_batches(self._db, self._batches, days)
        return {
            entry.uid
            for entry in entries
            if not entry.has_id and entry.parts[0].day in here
        }

    def pair(self, entries: Sequence[ReadySession]) -> dict[str, StoredEntry]:
        """The vanished sessions that new `entries` may be, by the uid of the entry."""
        if not self._batches or not self._last:
            return {}
        uids = vanished_sessions.vanished_uids(
            self._db, self._batches, self._first, self._last
        )
        later = {part for uid in uids for part in later_uids(uid)}
        self._left = [uid for uid in uids if uid not in later]
        if not self._left:
            return {}
        by_uid = read_imported(self._db, self._left)
        rows = [by_uid[uid] for uid in self._left]
        partners = pair_vanished(entries, rows)
        others = self._other_logs(rows, entries, partners)
        taken = {row.uid for row in partners.values()}
        self._left = [
            row.uid
            for row in rows
            if row.uid not in taken and row.batch_id not in others
        ]
        return {
            uid: read_stored_entry(self._db, row)
            for uid, row in partners.items()
            if row.batch_id not in others
        }

    def _other_logs(
        self,
        rows: Sequence[ImportedSession],
        entries: Sequence[ReadySession],
        partners: Mapping[str, ImportedSession],
    ) -> set[int | None]:
        """The batches of another log of that name.

        This one has none of their sessions, and less than half of their lengths.
        """
        own = vanished_sessions.own_batches(self._db, self._batches)
        sizes = Counter(row.batch_id for row in rows)
        seconds = {entry.uid: entry.seconds for entry in entries}
        alike = Counter(
            row.batch_id for uid, row in partners.items() if row.seconds == seconds[uid]
        )
        return {
            batch
            for batch, size in sizes.items()
            if batch not in own and 2 * alike[batch] < size
        }

    def left(self) -> tuple[int, str]:
        """How many have no partner, and their short ids unless they are many."""
        if len(self._left) > MOST_REMOVED:
            return len(self._left), ""
        rows = read_imported(self._db, self._left) if self._left else {}
        stored = [read_stored_entry(self._db, rows[uid]) for uid in self._left]
        return len(stored), " ".join(short_ids(self._db, entry) for entry in stored)
