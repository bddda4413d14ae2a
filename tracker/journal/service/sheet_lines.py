"""One line of a sheet, read by the words of `log`: what its session is to be."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from sqlite3 import Connection
from typing import NamedTuple

from tracker.errors import TrackerError, Unreadable
from tracker.journal.rules.checks import source_of
from tracker.journal.rules.edits import Edit
from tracker.journal.rules.pieces import LocalMoment, join_parts, split_stretch
from tracker.journal.rules.records import ChosenItem, Session, SessionDetails
from tracker.journal.rules.session_lines import TypedLine, take_day
from tracker.journal.rules.session_sheet import SheetLine
from tracker.journal.rules.stored_days import own_moment
from tracker.journal.rules.word_names import WordUse
from tracker.journal.rules.word_times import TimeOptions, read_stretch
from tracker.journal.rules.words import read_words
from tracker.journal.service.changes import StretchChange
from tracker.journal.service.edits import SessionEdit, plan_change
from tracker.journal.service.item_words import ItemWords, read_item_words
from tracker.journal.store.sessions import read_details
from tracker.text.columns import quoted
from tracker.text.days import parse_day

LINE_WORDS = WordUse(needs_length=True, phrase_is_item=False, has_options=False)


class LinePlan(NamedTuple):
    """What a line makes of its session, the item it names, and that as typed."""

    change: StretchChange
    item: ChosenItem
    typed_item: str


class _LineWords(NamedTuple):
    """What a line says: the day, if it has one, and the rest."""

    day: date | None
    read: ItemWords
    item: ChosenItem


def plan_line(
    db: Connection,
    typed: TypedLine,
    known: SheetLine | None,
    day: date | None,
    moment: LocalMoment,
) -> LinePlan | None:
    """What a changed line makes of the `known` stretch, or of a new one.

    `typed` has no id; `day` is that of a new line without one. None where nothing
    changes. Raises Unreadable, NotFound, Ambiguous or Refused.
    """
    words = _read_line(db, typed, moment)
    if known is None:
        change = _new_session(words, day, moment)
    else:
        change = _changed_session(db, words, known, moment)
        is_same = change.details == read_details(db, known.parts[0].uid)
        if is_same and not change.is_moved:
            return None
    return LinePlan(change, words.item, words.read.typed_item)


def _read_line(db: Connection, typed: TypedLine, moment: LocalMoment) -> _LineWords:
    """What a line says. Raises Unreadable for two days, and for no item."""
    day, words = take_day(typed.words, moment.today)
    read = _read_words(db, words, typed.quotes, moment)
    if read.typed.day and day:
        raise Unreadable("The line has two days.", "Type one, and a note in quotes.")
    if read.typed.day:
        day = parse_day(read.typed.day, moment.today)
    item = read.item
    if item is None:
        raise Unreadable("Which item?", "Type its name, like 1h30m fastai.")
    without_day = read.typed._replace(day="")
    return _LineWords(day, read._replace(typed=without_day), item)


def _read_words(
    db: Connection, words: Sequence[str], quotes: Sequence[str], moment: LocalMoment
) -> ItemWords:
    """What the words say; the note is in quotes, or the last words."""
    if len(quotes) > 1:
        raise Unreadable(
            f"{quoted(quotes[0])} and {quoted(quotes[1])} are both notes.",
            "Type one note, in one pair of quotes.",
        )
    note = quotes[0] if quotes else ""
    try:
        return read_item_words(db, words, moment, LINE_WORDS, note=note)
    except Unreadable:
        read = None if quotes else _read_with_note(db, words, moment)
        if read is None:
            raise
        return read


def _read_with_note(
    db: Connection, words: Sequence[str], moment: LocalMoment
) -> ItemWords | None:
    """What words say whose last ones are the note; None where they cannot be.

    Raises Unreadable where the note would hold a time or a day.
    """
    tags = [word for word in words if word.startswith("+")]
    texts = [word for word in words if not word.startswith("+")]
    for end in range(len(texts) - 1, 0, -1):
        note = " ".join(texts[end:])
        try:
            read = read_item_words(
                db, [*texts[:end], *tags], moment, LINE_WORDS, note=note
            )
        except TrackerError:
            continue
        if read.item:
            _refuse_times(texts[end:], moment)
            return read
    return None


def _refuse_times(words: Sequence[str], moment: LocalMoment) -> None:
    """Raise Unreadable for a note without quotes that holds a time or a day."""
    typed = read_words(words, moment)
    if typed.has_length or typed.moment:
        text = " ".join(words)
        raise Unreadable(
            f"{quoted(text)} could be the note, a time or a day.",
            "Type the note in quotes.",
        )


def _new_session(
    words: _LineWords, default_day: date | None, moment: LocalMoment
) -> StretchChange:
    read, day = words.read, words.day or default_day
    stretch = read_stretch(read.typed, TimeOptions(day), moment)
    if day is None and stretch.day is None:
        raise Unreadable("On which day?", "Type the day first, like Thu 26 Nov.")
    pieces = split_stretch(stretch, moment)
    source = source_of(pieces[-1].day, moment.today)
    details = SessionDetails(
        words.item.id, read.note.strip(), read.typed.tags, source, moment.now_utc
    )
    return StretchChange((), details, pieces)


def _changed_session(
    db: Connection, words: _LineWords, known: SheetLine, moment: LocalMoment
) -> StretchChange:
    note = words.read.note
    edit = SessionEdit(
        time=_time_edit(words, known, moment),
        note=note if note != known.shown.note else None,
        tags=tuple(sorted(words.read.typed.tags)),
    )
    return plan_change(db, known.parts, edit, words.item, moment)


def _time_edit(words: _LineWords, known: SheetLine, moment: LocalMoment) -> Edit:
    """What the day and the time of a line change; what is as shown stays."""
    old, shown, typed = join_parts(known.parts), known.shown, words.read.typed
    day = words.day
    if not day:
        raise Unreadable("On which day?", f"Type the day first, like {shown.day}.")
    new_day = day if day != old.day else None
    own = own_moment(known.parts, moment)
    at = moment if new_day else own
    if shown.time in (typed.times, typed.amount) and at.zone == own.zone:
        return Edit(day=new_day)
    stretch = read_stretch(typed, TimeOptions(day), at)
    if stretch.start is None:
        amount = stretch.seconds if stretch.seconds != old.seconds else None
        return Edit(amount, new_day)
    start = stretch.start
    end = start.astimezone(UTC) + timedelta(seconds=stretch.seconds)
    first, last = _with_seconds(old, start, end)
    return Edit(start=_iso(first, at), end=_iso(last, at))


def _with_seconds(old: Session, start: datetime, end: datetime) -> tuple[int, int]:
    """Start and end in UTC seconds: the old ones where the minute is the old one.

    A line shows minutes only.
    """
    first, last = int(start.timestamp()), int(end.timestamp())
    if old.started_at is None:
        return first, last
    old_last = old.started_at + old.seconds
    if first // 60 == old.started_at // 60:
        first = old.started_at
    if last // 60 == old_last // 60:
        last = old_last
    return first, last


def _iso(instant: int, moment: LocalMoment) -> str:
    return datetime.fromtimestamp(instant, moment.zone).isoformat()
