"""Edit and remove sessions; those of a stretch over a day's start together."""

from collections.abc import Sequence
from datetime import date
from sqlite3 import Connection
from typing import NamedTuple

from tracker.errors import NotFound, Refused, Unreadable
from tracker.journal.rules.checks import source_after_edit
from tracker.journal.rules.edits import Edit, edited_pieces
from tracker.journal.rules.pieces import LocalMoment, NamedStretch, join_parts
from tracker.journal.rules.records import (
    ChosenItem,
    Session,
    SessionDetails,
    WrittenSessions,
)
from tracker.journal.rules.word_edits import read_edit
from tracker.journal.rules.word_kinds import kinds_of
from tracker.journal.rules.word_names import WordUse, is_last
from tracker.journal.rules.word_times import offer_exact, offer_past_day
from tracker.journal.service.changes import (
    StretchChange,
    check_written,
    read_parts,
    separate,
    write_changes,
)
from tracker.journal.service.item_words import ItemWords, read_item_words
from tracker.journal.service.lines import find_session
from tracker.journal.service.summaries import summarise_written
from tracker.journal.store.items import choose_item
from tracker.journal.store.overlaps import rewrite_overlaps
from tracker.journal.store.session_ids import find_id, short_id
from tracker.journal.store.sessions import read_details, remove_session
from tracker.text.columns import quoted

EDIT_WORDS = WordUse(needs_item=False, phrase_is_item=False)


class SessionEdit(NamedTuple):
    """What `edit` changes: the item by name, the time, the note, the tags.

    None for the item, the note or the tags leaves them as they are; `added` are tags
    beside them.
    """

    time: Edit
    item: str | None = None
    note: str | None = None
    tags: tuple[str, ...] | None = None
    added: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be changed."""
        others = (self.item, self.note, self.tags)
        return self.time.is_empty and others == (None, None, None) and not self.added


def edit_session(
    db: Connection,
    typed_id: str,
    words: Sequence[str],
    edit: SessionEdit,
    moment: LocalMoment,
    *,
    overlap: bool,
) -> tuple[WrittenSessions, str]:
    """Correct the stretch that a session is of; also return its item as typed.

    `words` say what changes, beside the options `edit`. Raises NotFound or Ambiguous for
    the id or the item, Unreadable for words, Refused where the rules do.
    """
    parts = _find_parts(db, typed_id, words, moment)
    read = read_item_words(db, words, moment, EDIT_WORDS, note=edit.note or "")
    edit = _add_words(edit, read, moment, join_parts(parts).seconds)
    if edit.is_empty:
        raise Unreadable(
            "What should change?",
            "Type the new amount, times, day, item or note.",
            added=["AMOUNT"],
        )
    chosen = choose_item(db, edit.item) if edit.item else None
    try:
        change = plan_change(db, parts, edit, chosen, moment)
    except Refused as fault:
        offer_exact(fault, read.typed, words)
        offer_past_day(fault, read.typed)
        raise
    (written,) = write_changes(db, [change], moment)
    check_written(db, written, moment, overlap=overlap)
    answer = summarise_written(
        db, written.sessions, moment.today, before=parts, item=chosen
    )
    return answer, edit.item or ""


def _find_parts(
    db: Connection, typed_id: str, words: Sequence[str], moment: LocalMoment
) -> tuple[Session, ...]:
    """The stretch that an id names.

    An error for `edit 1h` offers `edit last 1h`, one for `edit fri 1h` that day.
    """
    try:
        return read_parts(db, find_session(db, typed_id, moment.today))
    except NotFound as fault:
        kinds = {*kinds_of(typed_id, moment)}
        if "day" in kinds and "amount" not in kinds:
            text = " ".join([typed_id, *words])
            fault.message = (
                f"{quoted(text)} begins with a day, not the id of a session."
            )
            fault.hint = "To change the sessions of that day in your editor:"
            fault.swaps = (([typed_id, *words], ("--day", typed_id)),)
        elif typed_id.startswith("+") or kinds:
            fault.message = f"{quoted(typed_id)} is not the id of a session."
            fault.hint = "To change the last one:"
            fault.swaps = (([typed_id], ("last", typed_id)),)
        raise


def _add_words(
    edit: SessionEdit, read: ItemWords, moment: LocalMoment, seconds: int
) -> SessionEdit:
    """What options and words change of a session of so many `seconds`.

    Raises Unreadable for what is typed twice.
    """
    if edit.item and read.item:
        raise Unreadable(
            f"{quoted(read.typed_item)} and --item do not go together.",
            "Type one item:",
            swaps=[(["--item"], ()), ([read.typed_item], ())],
        )
    item = read.typed_item
    if read.item and is_last(item):
        item = read.item.slug
    return edit._replace(
        time=read_edit(read.typed, edit.time, moment, seconds),
        item=edit.item or item or None,
        note=read.note or edit.note,
        added=read.typed.tags,
    )


def plan_change(
    db: Connection,
    parts: tuple[Session, ...],
    edit: SessionEdit,
    item: ChosenItem | None,
    moment: LocalMoment,
) -> StretchChange:
    """What `edit` makes of a stretch; `item` is the one that it names.

    Raises Unreadable or Refused for the time, as `edited_pieces`.
    """
    pieces = edited_pieces(parts, edit.time, moment)
    details = read_details(db, parts[0].uid)
    tags = details.tags if edit.tags is None else edit.tags
    changed = details._replace(
        item_id=item.id if item else details.item_id,
        note=details.note if edit.note is None else edit.note.strip(),
        tags=tuple(sorted({*tags, *edit.added})),
        source=_edited_source(details, parts[-1].day, pieces[-1].day, moment),
    )
    return StretchChange(parts, changed, pieces)


def _edited_source(
    details: SessionDetails, old_day: date, last_day: date, moment: LocalMoment
) -> str:
    """How the edited session was recorded; as before where its day is as before."""
    if last_day == old_day:
        return details.source
    logged_day = moment.day_of(details.logged_at)
    return source_after_edit(details.source, last_day, logged_day)


def remove_sessions(
    db: Connection, typed_ids: Sequence[str], now_utc: int
) -> list[NamedStretch]:
    """Remove the stretches of these sessions, and return them.

    Raises NotFound or Ambiguous for an id.
    """
    uids = [find_id(db, typed) for typed in typed_ids]
    stretches = dict.fromkeys(read_parts(db, uid) for uid in uids)
    removed = [(parts, short_id(db, parts[0].uid)) for parts in stretches]
    remove_stretches(db, list(stretches), now_utc)
    return removed


def remove_stretches(
    db: Connection, stretches: Sequence[tuple[Session, ...]], now_utc: int
) -> None:
    """Remove all parts of each stretch."""
    for parts in stretches:
        separate(db, parts, now_utc)
        for part in parts:
            remove_session(db, part.uid, now_utc)
    days = [part.day for parts in stretches for part in parts]
    rewrite_overlaps(db, days)
