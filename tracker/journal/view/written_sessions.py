"""Sessions as text and JSON: what was written, changed, removed."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta, tzinfo
from typing import Annotated, NotRequired, TypedDict

from tracker.choices import SOURCES
from tracker.database.values import seconds_to_instant
from tracker.journal.rules.days import say_span
from tracker.journal.rules.pieces import NamedStretch, join_parts
from tracker.journal.rules.records import ChosenItem, Session, WrittenSessions
from tracker.journal.view.attempt_progress import attempt_lines, decision_lines
from tracker.journal.view.details import note_line, say_tags
from tracker.json_types import Day, Instant
from tracker.text.amounts import say_amount, say_hours
from tracker.text.columns import count_noun, quoted, wrap
from tracker.text.days import say_day

UNDO = "Undo: tracker undo"
# By what an item was found: the text typed, the slug, the title.
_MATCHES = {
    "aka": "{0} is {1}, {2}.",
    "begun": "{0} is {1}, {2}: the only match in progress.",
    "part": "{0} is {1}, {2}: the only match.",
}


class SessionData(TypedDict):
    """A session, or the part of one that is in a day; `part_of` is its first part."""

    id: str
    item: str
    day: Day
    seconds: int
    started_at: Instant | None
    note: str
    tags: list[str]
    source: Annotated[str, SOURCES]
    logged_at: Instant
    part_of: str | None


def session_data(session: Session) -> SessionData:
    """A session's JSON."""
    started = None
    if session.started_at is not None:
        start = seconds_to_instant(session.started_at, session.utc_offset or 0)
        started = start.isoformat()
    return {
        "id": session.uid,
        "item": session.item,
        "day": session.day.isoformat(),
        "seconds": session.seconds,
        "started_at": started,
        "note": session.note,
        "tags": list(session.tags),
        "source": session.source,
        "logged_at": seconds_to_instant(session.logged_at).isoformat(),
        "part_of": session.part_of,
    }


class WrittenData(TypedDict):
    """What was written; `total` are the item's seconds on the clock."""

    sessions: list[SessionData]
    total: NotRequired[int]


def written_data(answer: WrittenSessions) -> WrittenData:
    """What was written, as JSON; `total` is the item's seconds on the clock."""
    return {
        "sessions": [session_data(session) for session in answer.sessions],
        "total": answer.total,
    }


class RemovedSessionsData(TypedDict):
    """The sessions that were removed."""

    sessions: list[SessionData]


def removed_data(removed: Iterable[NamedStretch]) -> RemovedSessionsData:
    """What was removed, as JSON."""
    sessions = [session_data(part) for parts, _ in removed for part in parts]
    return {"sessions": sessions}


def written_text(
    verb: str,
    typed: str,
    note: str,
    today: date,
    zone: tzinfo,
    answer: WrittenSessions,
    undo: str = UNDO,
) -> str:
    """What was understood, the item's total, and how to undo it.

    `typed` is the item as typed, `note` the note where it was typed among the words.
    `undo` is empty where another line says it.
    """
    if answer.sessions == answer.before:
        same = f"{_say_stretch(answer.before, today, zone)} ({answer.short})"
        return wrap(f"Nothing changed: it is already {same}.")
    lines = stretch_lines(verb, today, zone, answer)
    if note and not answer.before:
        lines.append(note_line(note))
    lines += item_match_lines(typed, answer.item)
    parts = [f"Total {say_hours(answer.total)}", *attempt_lines(answer, today)]
    total, questions = f"{'; '.join(parts)}.", list(decision_lines(answer))
    if questions:
        lines += [wrap(total), *questions, *filter(None, (undo,))]
    else:
        lines.append(wrap(f"{total} {undo}"))
    return "\n".join(lines)


def stretch_lines(
    verb: str, today: date, zone: tzinfo, answer: WrittenSessions
) -> list[str]:
    """`Logged 1h30m on fastai, Mon 23 Nov (7k3f).`, its days, and what it was before."""
    is_last = answer.item is not None and answer.item.how == "last"
    which = ", the last item" if is_last else ""
    said = _say_session(join_parts(answer.sessions), today, zone, which)
    lines = [wrap(f"{verb} {said} ({answer.short}).")]
    if len(answer.sessions) > 1:
        days = [
            f"{say_amount(part.seconds)} {say_day(part.day, today)}"
            for part in answer.sessions
        ]
        lines.append(wrap(f"By day: {', '.join(days)}.", 2))
    if answer.before:
        lines += _change_lines(answer.before, answer.sessions, today, zone)
    return lines


def _change_lines(
    before: Sequence[Session], after: Sequence[Session], today: date, zone: tzinfo
) -> list[str]:
    """What an edited stretch was before, and its note where that changed."""
    lines = []
    said = [_say_stretch(parts, today, zone) for parts in (before, after)]
    note_changed = after[0].note != before[0].note
    if not note_changed or said[0] != said[1]:
        lines.append(wrap(f"Before: {said[0]}.", 2))
    if note_changed:
        lines.append(note_line(after[0].note))
    return lines


def removed_text(today: date, zone: tzinfo, removed: Sequence[NamedStretch]) -> str:
    """What was removed, one session a line, the total of several, and how to undo it."""
    lines = removed_lines(today, zone, removed)
    if len(removed) == 1:
        return wrap(f"{lines[0]} {UNDO}")
    seconds = sum(part.seconds for parts, _ in removed for part in parts)
    count = count_noun(len(removed), "session")
    together = f"Together {count}, {say_hours(seconds)}. {UNDO}"
    return "\n".join(map(wrap, [*lines, together]))


def removed_lines(
    today: date, zone: tzinfo, removed: Iterable[NamedStretch]
) -> list[str]:
    """`Removed 1h30m on fastai, Mon 23 Nov (7k3f).` for each."""
    return [
        f"Removed {_say_stretch(parts, today, zone)} ({short})."
        for parts, short in removed
    ]


def overlap_text(
    today: date, zone: tzinfo, others: Iterable[Session], indent: int = 0
) -> str:
    """The sessions that ran at the same time as what was written."""
    sessions = "; ".join(_say_session(other, today, zone) for other in others)
    text = f"It ran at the same time as {sessions}. Totals count that time once."
    return wrap(text, indent)


def _say_stretch(parts: Sequence[Session], today: date, zone: tzinfo) -> str:
    return _say_session(join_parts(parts), today, zone)


def _say_session(session: Session, today: date, zone: tzinfo, which: str = "") -> str:
    """`1h45m on ziegler-2019 +pair, Thu 26 Nov, 20:15-22:00`.

    `which` follows the item: `, the last item`.
    """
    item = f"{session.item}{say_tags(session.tags)}{which}"
    said = f"{say_amount(session.seconds)} on {item}, {say_day(session.day, today)}"
    span = say_span(session, zone)
    if span and _is_after_midnight(session):
        span += " after midnight"
    return f"{said}, {span}" if span else said


def _is_after_midnight(session: Session) -> bool:
    """Whether it began on the calendar day after its own, by its own clock."""
    start = seconds_to_instant(session.started_at or 0, session.utc_offset or 0)
    return start.date() == session.day + timedelta(days=1)


def item_match_lines(typed: str, item: ChosenItem | None) -> list[str]:
    """By what an item was found, where its slug was not typed in full."""
    return match_lines(typed, item.slug, item.title, item.how) if item else []


def match_lines(typed: str, slug: str, title: str, how: str) -> list[str]:
    """By what an item or milestone was found, where its slug was not typed in full."""
    if how not in _MATCHES:
        return []
    return [wrap(_MATCHES[how].format(quoted(typed), slug, title), 2)]
