"""Log sessions."""

from collections.abc import Sequence
from sqlite3 import Connection
from typing import NamedTuple

from tracker.errors import Refused
from tracker.journal.rules.checks import source_of
from tracker.journal.rules.pieces import LocalMoment, split_stretch
from tracker.journal.rules.records import (
    Piece,
    Session,
    SessionDetails,
    WrittenSessions,
)
from tracker.journal.rules.word_names import WordUse
from tracker.journal.rules.word_times import (
    TimeOptions,
    offer_exact,
    offer_past_day,
    read_stretch,
)
from tracker.journal.service.changes import (
    StretchChange,
    check_written,
    write_changes,
)
from tracker.journal.service.item_words import read_item_words, require_last_item
from tracker.journal.service.summaries import summarise_written
from tracker.journal.store.sessions import was_logged_since
from tracker.limits import SAME_WITHIN

LOG_WORDS = WordUse(needs_length=True)


class LogOptions(NamedTuple):
    """The note, and whether an overlap is allowed.

    With `asks_part`, a part of a name means an item only where that is in progress.
    """

    note: str
    overlap: bool
    asks_part: bool


class LoggedWords(NamedTuple):
    """What was logged, the item as typed, the note where it was read among the words.

    `has_day` is whether the words or the options name the day.
    """

    answer: WrittenSessions
    typed_item: str
    word_note: str
    has_day: bool


def log_words(
    db: Connection,
    words: Sequence[str],
    times: TimeOptions,
    moment: LocalMoment,
    options: LogOptions,
) -> LoggedWords:
    """Log the stretch of work that words and options name, without an item on the last.

    Raises Unreadable, NotFound or Ambiguous for the words, Refused where the rules do.
    """
    note = options.note
    use = LOG_WORDS._replace(asks_part=options.asks_part)
    read = read_item_words(db, words, moment, use, note=note)
    chosen = read.item or require_last_item(db)
    try:
        stretch = read_stretch(read.typed, times, moment)
        pieces = split_stretch(stretch, moment)
    except Refused as fault:
        offer_exact(fault, read.typed, words)
        offer_past_day(fault, read.typed)
        raise
    source = source_of(pieces[-1].day, moment.today)
    details = SessionDetails(
        chosen.id, read.note, read.typed.tags, source, moment.now_utc
    )
    sessions = write_session(db, details, pieces, moment, overlap=options.overlap)
    answer = summarise_written(db, sessions, moment.today, item=chosen)
    since = moment.now_utc - SAME_WITHIN
    answer = answer._replace(repeats=was_logged_since(db, sessions[0], since))
    return LoggedWords(answer, read.typed_item, read.note, stretch.day is not None)


def write_session(
    db: Connection,
    details: SessionDetails,
    pieces: Sequence[Piece],
    moment: LocalMoment,
    *,
    overlap: bool,
) -> tuple[Session, ...]:
    """Add a session for each piece. Raises Refused where the rules do."""
    change = StretchChange((), details, tuple(pieces))
    (written,) = write_changes(db, [change], moment)
    check_written(db, written, moment, overlap=overlap)
    return written.sessions
