"""The import of one file: new entries are added, changed ones corrected."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from sqlite3 import Connection

from tracker.database.values import text_to_day
from tracker.imports.rules.entries import BY_RULE, ReadySession, Skipped
from tracker.imports.rules.entry_changes import question, vanished_question
from tracker.imports.rules.reports import ReadFile, Share, Tally
from tracker.imports.rules.session_rows import session_rows, uids_of
from tracker.imports.rules.stored_entries import Match, StoredEntry, is_logged
from tracker.imports.service.corrections import correct_sessions, short_ids
from tracker.imports.service.item_map import ItemMap
from tracker.imports.service.likely_changes import LikelyChanges
from tracker.imports.store import repeats
from tracker.imports.store.import_batches import add_batch, set_batch_totals
from tracker.journal.rules.records import NewSession
from tracker.journal.store.imported_sessions import add_many, known_uids
from tracker.journal.store.overlaps import rewrite_overlaps

# Entries that are written together: as many as one statement adds save a twentieth of the
# time, but take 5 MB more, and not always as much.
CHUNK = 1000


class FileImport:
    """One file's import inside the caller's transaction, at `now_utc` (UTC seconds)."""

    def __init__(
        self,
        db: Connection,
        file: ReadFile,
        items: ItemMap,
        now_utc: int,
        today: date,
    ) -> None:
        self._db = db
        self._file, self._items = file, items
        self._now_utc, self._today = now_utc, today
        self._likely = LikelyChanges(self._db, file)
        self._batch_id: int | None = None
        # The days whose overlaps may differ: sessions without times overlap none.
        self._timed_days: set[str] = set()
        self.tally = Tally()

    def run(self, entries: Iterable[ReadySession | Skipped]) -> Tally:
        """Import all entries, a chunk at a time, and the overlaps of their days."""
        repeats.begin(self._db)
        remaining = iter(entries)
        while chunk := list(islice(remaining, CHUNK)):
            sessions = [entry for entry in chunk if isinstance(entry, ReadySession)]
            self.tally.entries += len(chunk)
            if len(sessions) < len(chunk):
                self._skip([entry for entry in chunk if isinstance(entry, Skipped)])
            self._import_chunk(sessions)
        self._decide_likely()
        self._close_batch()
        days = map(text_to_day, self._timed_days)
        self.tally.overlapped = rewrite_overlaps(self._db, days)
        return self.tally

    def _skip(self, skipped: Sequence[Skipped]) -> None:
        self.tally.skipped += skipped
        self._likely.note_seen({entry.uid for entry in skipped if entry.uid})

    def _import_chunk(self, sessions: Sequence[ReadySession]) -> None:
        self._likely.vanished.note_days(sessions)
        by_uid = {entry.uid: entry for entry in sessions}
        stored_uids = known_uids(self._db, by_uid)
        if stored_uids or len(by_uid) < len(sessions) or self._likely.waiting:
            sessions = self._number_repeats(sessions, stored_uids)
            by_uid = {entry.uid: entry for entry in sessions}
            if len(by_uid) < len(sessions):
                by_uid = self._without_twins(sessions)
            stored_uids = known_uids(self._db, by_uid)
        self._write(by_uid, stored_uids)

    def _number_repeats(
        self, sessions: Sequence[ReadySession], stored_uids: set[str]
    ) -> Sequence[ReadySession]:
        """The entries; those that the file had before have uids of their own."""
        waiting = self._likely.waiting
        return repeats.number_repeats(
            self._db, sessions, stored_uids, waiting, self._batch_id
        )

    def _without_twins(
        self, sessions: Sequence[ReadySession]
    ) -> dict[str, ReadySession]:
        """Each entry once.

        An entry that a later line corrects is written before the correction.
        """
        pending: dict[str, ReadySession] = {}
        for entry in sessions:
            twin = pending.get(entry.uid)
            if twin and (not entry.has_id or twin.has_content_of(entry)):
                self.tally.duplicates += 1
                continue
            if twin:
                self._write(pending, known_uids(self._db, pending))
                pending = {}
            pending[entry.uid] = entry
        return pending

    def _write(
        self, entries: Mapping[str, ReadySession], stored_uids: set[str]
    ) -> None:
        """Add the entries that are new; correct those whose source has changed them.

        Those with `stored_uids` are here already.
        """
        likely = self._likely
        with_id = [e for uid, e in entries.items() if uid in stored_uids and e.has_id]
        doubtful = likely.set_aside_doubtful(with_id)
        likely.note_seen(
            {u for k in stored_uids - doubtful for u in uids_of(entries[k])}
        )
        unknown = [entry for uid, entry in entries.items() if uid not in stored_uids]
        old = likely.with_old_keys(unknown)
        likely.note_seen({entry.uid for entry in old.values()})
        changed = [entry for entry in with_id if entry.uid not in doubtful]
        self._correct([*changed, *old.values()])
        unknown = [entry for entry in unknown if entry.uid not in old]
        new, again = likely.set_aside(unknown, self._batch_id)
        self.tally.duplicates += len(stored_uids) - len(doubtful) + len(old) + again
        self._add(new)

    def _add(self, entries: Sequence[ReadySession]) -> None:
        if entries:
            add_many(self._db, self._new_rows(entries))

    def _decide_likely(self) -> None:
        """Add, correct or ask about the entries that waited for the file's end."""
        new = []
        for entry, match, stored in self._likely.decide(self._batch_id):
            if match is Match.PERHAPS and stored:
                ids = short_ids(self._db, stored)
                self.tally.skipped.append(question(stored, entry, self._today, ids))
            elif match is Match.OTHER:
                new.append(entry)
            else:
                self.tally.duplicates += 1
            if match is Match.CORRECTED and stored:
                self._correct([entry._replace(uid=stored.first.uid)])
        self._add(self._ask_about_corrected(new))
        self.tally.skipped.sort()
        self.tally.changes.sort()

    def _ask_about_corrected(self, new: list[ReadySession]) -> list[ReadySession]:
        """The entries that are new; asks about those that may have been corrected."""
        tally, vanished = self.tally, self._likely.vanished
        pairs = vanished.pair(new)
        for entry in new:
            if entry.uid in pairs:
                self._ask_about(entry, pairs[entry.uid])
        if not any(skipped.why == BY_RULE for skipped in tally.skipped):
            tally.vanished = vanished.left()
        return [entry for entry in new if entry.uid not in pairs]

    def _ask_about(self, entry: ReadySession, stored: StoredEntry) -> None:
        """Ask whether `entry` is what the log has no more, unless that was answered."""
        item = self._items.item_of(entry)
        rows = self._likely.in_its_place(entry, self._batch_id)
        if is_logged(entry, item.id, rows):
            self.tally.duplicates += 1
            return
        ids = short_ids(self._db, stored)
        asked = vanished_question(stored, entry, self._today, ids, item.slug)
        self.tally.skipped.append(asked)

    def _new_rows(self, entries: Sequence[ReadySession]) -> list[NewSession]:
        """The rows of new entries, one for each day; counts them in the tally."""
        tally, batch_id = self.tally, self._open_batch()
        rows: list[NewSession] = []
        for entry in entries:
            target = self._items.item_of(entry)
            key = (entry.item or entry.project, target.slug)
            share = tally.shares.get(key)
            if share is None:
                share = tally.shares[key] = Share(target.how)
            share.entries += 1
            share.seconds += entry.seconds
            rows += session_rows(entry, target.id, batch_id, self._now_utc)
        tally.added += len(entries)
        tally.seconds += sum(entry.seconds for entry in entries)
        tally.days |= {row.day for row in rows}
        self._timed_days |= {row.day for row in rows if row.started_at is not None}
        return rows

    def _correct(self, entries: Sequence[ReadySession]) -> None:
        result = correct_sessions(self._db, entries, self._now_utc, self._today)
        self.tally.changes += result.changes
        self.tally.days |= result.days
        self._timed_days |= result.days

    def _open_batch(self) -> int:
        """The number of this file's batch, which begins with its first new entry."""
        if self._batch_id is None:
            self._batch_id, self.tally.batch = add_batch(
                self._db, self._file, self._now_utc
            )
        return self._batch_id

    def _close_batch(self) -> None:
        if self._batch_id is not None:
            set_batch_totals(
                self._db,
                self._batch_id,
                added=self.tally.added,
                seconds=self.tally.seconds,
            )
