"""Entries without a key here that may yet be sessions here, said otherwise.

A file is read once, in chunks: whether such a session has another entry in the file is
known at its end. Until then these entries wait.
"""

from collections.abc import Container, Iterator, Sequence
from sqlite3 import Connection
from typing import NamedTuple

from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.keys import is_lasting_id, old_id_key
from tracker.imports.rules.reports import ReadFile
from tracker.imports.rules.stored_entries import Match, SameLog, StoredEntry
from tracker.imports.service.corrections import read_stored_entry
from tracker.imports.service.vanished import Vanished
from tracker.imports.store import seen_sessions
from tracker.journal.rules.imported import ImportedSession
from tracker.journal.store import imported_sessions

# An id that so many sessions have is that of a person or of a project.
MOST_WITH_ID = 3


class Decision(NamedTuple):
    """What an entry that waited is to the sessions here; `stored` is None for others."""

    entry: ReadySession
    match: Match
    stored: StoredEntry | None = None


class LikelyChanges:
    """The waiting entries of one file called `file`.

    Nothing waits where nothing was imported before.
    """

    def __init__(self, db: Connection, file: ReadFile) -> None:
        self._db, self._file = db, file.name
        self._formats = imported_sessions.imported_formats(db)
        # By uid.
        self.waiting: dict[str, ReadySession] = {}
        # Whether the file has sessions of a batch.
        self._batches: dict[int, bool] = {}
        seen_sessions.begin(db)
        self.vanished = Vanished(db, file)

    def note_seen(self, uids: set[str]) -> None:
        """Remember that entries of the file are these sessions."""
        if self._formats:
            seen_sessions.add_seen(self._db, uids)

    def set_aside_doubtful(self, entries: Sequence[ReadySession]) -> set[str]:
        """The uids of those with a key here that may be another log's; they wait."""
        short = [entry for entry in entries if _may_be_of_two_logs(entry)]
        if not short:
            return set()
        states = imported_sessions.read_states(self._db, [e.uid for e in short])
        changed = {
            entry.uid: entry
            for entry in short
            if entry.state not in (states.get(entry.uid) or entry.state).split()
        }
        rows = imported_sessions.read_imported(self._db, changed) if changed else {}
        doubtful = {
            uid
            for uid, row in rows.items()
            if row.file != self._file
            and row.note != changed[uid].note
            and row.seconds != changed[uid].seconds
        }
        self.waiting |= {uid: changed[uid] for uid in doubtful}
        return doubtful

    def with_old_keys(self, entries: Sequence[ReadySession]) -> dict[str, ReadySession]:
        """Those of `entries` with an old key here, with that key; by their new key.

        Up to revision 0001 a key held the format as which the file was read.
        """
        if not self._formats:
            return {}
        by_key = {
            old_id_key(name, entry.entry_id): entry
            for entry in entries
            if entry.entry_id and is_lasting_id(entry.entry_id)
            for name in self._formats
        }
        known = imported_sessions.known_uids(self._db, by_key)
        return {by_key[key].uid: by_key[key]._replace(uid=key) for key in known}

    def set_aside(
        self, entries: Sequence[ReadySession], batch_id: int | None
    ) -> tuple[list[ReadySession], int]:
        """Those of `entries` that are new for sure, and how many wait already.

        The others wait. Sessions of the batch `batch_id` are not compared with.
        """
        if not self._formats or not entries:
            return list(entries), 0
        likely = self._likely(entries, batch_id)
        again = len(likely.keys() & self.waiting.keys())
        self.waiting |= likely
        return [entry for entry in entries if entry.uid not in likely], again

    def decide(self, batch_id: int | None) -> Iterator[Decision]:
        """Each waiting entry, once the file has been read."""
        rest = []
        for entry in self.waiting.values():
            decision = self._decide(entry, batch_id, (Match.SAME, Match.CORRECTED))
            if decision.match is Match.OTHER:
                rest.append(entry)
            else:
                yield decision
        for entry in rest:
            yield self._decide(entry, batch_id, (Match.PERHAPS,))

    def _likely(
        self, entries: Sequence[ReadySession], batch_id: int | None
    ) -> dict[str, ReadySession]:
        """Those of `entries` that a session here may be, by uid."""
        begun = {entry.parts[0].started_at for entry in entries}
        starts = {start for start in begun if start is not None}
        days = {entry.parts[0].day for entry in entries if entry.may_repeat}
        ids = {entry.entry_id for entry in entries} - {""}
        starts_here = imported_sessions.present_starts(self._db, starts, batch_id)
        days_here = imported_sessions.present_days(self._db, days, batch_id)
        ids_here = imported_sessions.present_entry_ids(self._db, ids, batch_id)
        ids_here |= self._old_short_ids(entries)
        corrected = self.vanished.may_be_corrected(entries)
        return {
            entry.uid: entry
            for entry in entries
            if entry.uid in corrected
            or entry.parts[0].started_at in starts_here
            or entry.entry_id in ids_here
            or (entry.parts[0].day, entry.project, entry.note) in days_here
            or (entry.parts[0].day, "", entry.note) in days_here
        }

    def _old_short_ids(self, entries: Sequence[ReadySession]) -> set[str]:
        """The short ids of `entries` that have an old key here."""
        by_key = {
            key: entry.entry_id for entry in entries for key in self._old_keys(entry)
        }
        known = imported_sessions.known_uids(self._db, by_key) if by_key else ()
        return {by_key[key] for key in known}

    def _old_keys(self, entry: ReadySession) -> list[str]:
        """The keys of an entry with a short id up to revision 0001."""
        if not entry.entry_id or is_lasting_id(entry.entry_id):
            return []
        return [old_id_key(name, entry.entry_id) for name in self._formats]

    def _decide(
        self, entry: ReadySession, batch_id: int | None, wanted: Container[Match]
    ) -> Decision:
        """What one entry is, of the `wanted` matches; another entry where none fits."""
        if self._is_removed(entry):
            return Decision(entry, Match.SAME)
        for stored, match in self._matches(entry, batch_id):
            if match in wanted:
                seen_sessions.add_seen(self._db, [stored.first.uid, *stored.later])
                return Decision(entry, match, stored)
        return Decision(entry, Match.OTHER)

    def _is_removed(self, entry: ReadySession) -> bool:
        """Whether the person removed an entry that had an old key."""
        keys = self._old_keys(entry)
        known = imported_sessions.known_uids(self._db, keys)
        return bool(known) and not imported_sessions.read_imported(self._db, known)

    def _matches(
        self, entry: ReadySession, batch_id: int | None
    ) -> Iterator[tuple[StoredEntry, Match]]:
        """The sessions that an entry may be, and what it is to each."""
        rows = self.in_its_place(entry, batch_id)
        own = imported_sessions.read_imported(self._db, [entry.uid])
        if own:
            yield self._match_of_key(own[entry.uid], entry, rows)
            return
        for row in self._with_its_id(entry, batch_id):
            if not seen_sessions.is_seen(self._db, row.uid):
                stored = read_stored_entry(self._db, row)
                yield stored, stored.match_of_id(entry, self._same_log(row))
        for row in rows:
            is_imported = row.batch_id is not None and not _may_be_of_two_logs(entry)
            if is_imported and not seen_sessions.is_seen(self._db, row.uid):
                stored = read_stored_entry(self._db, row)
                match = stored.match(entry, self._same_log(row))
                is_answered = match is Match.PERHAPS and stored.is_answered(entry, rows)
                yield stored, Match.SAME if is_answered else match

    def _match_of_key(
        self, row: ImportedSession, entry: ReadySession, rows: list[ImportedSession]
    ) -> tuple[StoredEntry, Match]:
        """The session with the key of a doubtful entry; `rows` are all in its place."""
        stored = read_stored_entry(self._db, row)
        if stored.is_answered(entry, rows):
            return stored, Match.SAME
        is_log = self._same_log(row) is SameLog.YES
        return stored, Match.CORRECTED if is_log else Match.PERHAPS

    def _same_log(self, row: ImportedSession) -> SameLog:
        """Whether this file is the log that a session came from."""
        batch_id = row.batch_id or 0
        if batch_id not in self._batches:
            self._batches[batch_id] = seen_sessions.has_seen_of(self._db, batch_id)
        if self._batches[batch_id]:
            return SameLog.YES
        return SameLog.PERHAPS if row.file == self._file else SameLog.NO

    def _with_its_id(
        self, entry: ReadySession, batch_id: int | None
    ) -> list[ImportedSession]:
        """The sessions with the short id of an entry, if it is no id of many."""
        if not entry.entry_id or is_lasting_id(entry.entry_id):
            return []
        old = imported_sessions.read_imported(self._db, self._old_keys(entry))
        rows = imported_sessions.sessions_with_entry_id(
            self._db, entry.entry_id, batch_id
        )
        return [*old.values(), *(rows if len(rows) < MOST_WITH_ID else [])]

    def in_its_place(
        self, entry: ReadySession, batch_id: int | None
    ) -> list[ImportedSession]:
        """The sessions with the start of an entry; without times, its day and note."""
        part = entry.parts[0]
        if part.started_at is not None:
            return imported_sessions.sessions_at_start(
                self._db, part.started_at, batch_id
            )
        return imported_sessions.sessions_on_day(
            self._db, part.day, entry.note, batch_id
        )


def _may_be_of_two_logs(entry: ReadySession) -> bool:
    """Whether another log may have an entry with the same short id on the same day."""
    is_short = bool(entry.entry_id) and not is_lasting_id(entry.entry_id)
    return is_short and entry.parts[0].started_at is None
