"""One file's sessions into the journal: what is known stays, what was corrected is corrected, the rest is added."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import Connection, insert, update

from tracker.database.bridge import raw_connection
from tracker.database.schema.journal import import_batch
from tracker.database.values import new_uid, text_to_day
from tracker.imports.rules.entries import ReadySession, Skipped
from tracker.imports.store import repeats
from tracker.imports.store.corrections import correct
from tracker.imports.store.item_mapping import Items, MappedItem
from tracker.imports.store.session_rows import session_rows
from tracker.journal.rules.records import NewSession
from tracker.journal.store.imported_sessions import add_many, known_uids
from tracker.journal.store.overlaps import rewrite_overlaps

CHUNK = 250


@dataclass(frozen=True, slots=True)
class File:
    """The file that is read, as its batch remembers it."""

    name: str
    format: str
    digest: str


@dataclass(slots=True)
class Share:
    """What of a file went to one item, for one project: entries and their seconds."""

    target: MappedItem
    entries: int = 0
    seconds: int = 0


@dataclass(slots=True)
class Tally:
    """What came of a file's entries. `corrected` and `kept` (changed here since) are among the duplicates."""

    entries: int = 0
    added: int = 0
    duplicates: int = 0
    corrected: int = 0
    kept: int = 0
    seconds: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    shares: dict[tuple[str, str], Share] = field(default_factory=dict)
    days: set[str] = field(default_factory=set)
    batch: str | None = None


class Import:
    """One file on its way into the database, inside the caller's transaction, at `now` (UTC seconds)."""

    def __init__(self, db: Connection, file: File, items: Items, now: int) -> None:
        self._db, self._raw, self._file, self._items, self._now = (
            db,
            raw_connection(db),
            file,
            items,
            now,
        )
        self._batch_id: int | None = None
        self.tally = Tally()

    def bring(self, entries: Iterable[ReadySession | Skipped]) -> Tally:
        """Take all entries in, some hundred at a time, and put right the days they touch."""
        repeats.begin(self._raw)
        coming = iter(entries)
        while chunk := list(islice(coming, CHUNK)):
            sessions = repeats.number_repeats(
                self._raw, [entry for entry in chunk if isinstance(entry, ReadySession)]
            )
            self.tally.entries += len(chunk)
            self.tally.skipped += [
                entry for entry in chunk if isinstance(entry, Skipped)
            ]
            distinct = {entry.uid: entry for entry in sessions}
            self._write(
                distinct if len(distinct) == len(sessions) else self._once(sessions)
            )
        self._close()
        return self.tally

    def _once(self, sessions: Sequence[ReadySession]) -> dict[str, ReadySession]:
        """Each entry once; one that a later line corrects is written before that."""
        pending: dict[str, ReadySession] = {}
        for entry in sessions:
            twin = pending.get(entry.uid)
            if twin and (not entry.named or twin.says_as(entry)):
                self.tally.duplicates += 1
                continue
            if twin:
                self._write(pending)
                pending = {}
            pending[entry.uid] = entry
        return pending

    def _write(self, pending: dict[str, ReadySession]) -> None:
        """Write down the entries that are new, and correct those that are known and changed at their source."""
        here = known_uids(self._raw, pending)
        self.tally.duplicates += len(here)
        self._correct([pending[uid] for uid in here if pending[uid].named])
        fresh = [entry for uid, entry in pending.items() if uid not in here]
        if fresh:
            add_many(self._raw, self._rows(fresh))

    def _rows(self, entries: Sequence[ReadySession]) -> list[NewSession]:
        """The sessions of new entries, one a day, counted."""
        tally, batch, shares = self.tally, self._batch(), self.tally.shares
        rows: list[NewSession] = []
        for entry in entries:
            target = self._items.of(entry)
            key = (entry.item or entry.project, target.slug)
            share = (
                shares[key] if key in shares else shares.setdefault(key, Share(target))
            )
            share.entries += 1
            share.seconds += entry.seconds
            rows += session_rows(entry, target.id, batch, self._now)
        tally.added += len(entries)
        tally.seconds += sum(entry.seconds for entry in entries)
        tally.days |= {row.day for row in rows}
        return rows

    def _correct(self, entries: Sequence[ReadySession]) -> None:
        done = correct(self._raw, entries, self._now)
        self.tally.corrected += done.corrected
        self.tally.kept += done.kept
        self.tally.days |= done.days

    def _batch(self) -> int | None:
        """The number of this file's batch, begun with the first entry that is new."""
        if self._batch_id is None:
            uid = new_uid()
            told = {
                "file": self._file.name,
                "format": self._file.format,
                "digest": self._file.digest,
            }
            made = self._db.execute(
                insert(import_batch).values(
                    uid=uid,
                    edited_at=self._now,
                    read_at=self._now,
                    added=0,
                    seconds=0,
                    **told,
                )
            )
            (self._batch_id,) = made.inserted_primary_key or (None,)
            self.tally.batch = uid
        return self._batch_id

    def _close(self) -> None:
        tally = self.tally
        if self._batch_id is not None:
            mine = import_batch.c.id == self._batch_id
            self._db.execute(
                update(import_batch)
                .where(mine)
                .values(added=tally.added, seconds=tally.seconds)
            )
        rewrite_overlaps(self._raw, map(text_to_day, tally.days), self._now)


def make_room(db: Connection) -> None:
    """Let SQLite hold 8 MB of pages: the ids come in no order, and in 2 MB each pushes another page out."""
    raw_connection(db).execute("pragma cache_size = -8000")


def hold_back(db: Connection) -> None:
    """Let nothing of a transaction that will be rolled back reach the file meanwhile: not a byte, not its time."""
    raw_connection(db).execute("pragma cache_spill = off")
