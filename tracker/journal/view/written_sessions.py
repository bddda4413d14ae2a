"""Sessions as text and JSON: what was written, changed, removed."""

from collections.abc import Iterable
from datetime import date, tzinfo
from functools import partial
from typing import Any

from tracker.database.values import seconds_to_instant
from tracker.journal.rules.days import say_span
from tracker.journal.rules.records import ChosenItem, Session, WrittenSessions
from tracker.journal.view.attempt_progress import attempt_lines, decision_lines
from tracker.text.amounts import say_amount, say_hours
from tracker.text.columns import WIDTH, plain, quoted, shorten, wrap
from tracker.text.days import say_day

UNDO = "Undo: tracker undo"
_NOTE = "  Note: "
# By what an item was found: the text typed, the slug, the title.
_MATCHES = {
    "aka": "{0} is another name of {1}, {2}.",
    "begun": "{0} is {1}, {2}: the only match in progress.",
    "part": "{0} is {1}, {2}: the only match.",
}


def session_data(session: Session) -> dict[str, Any]:
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


def written_data(answer: WrittenSessions) -> dict[str, Any]:
    """What was written, as JSON; `total` is the item's seconds on the clock."""
    return {
        "sessions": [session_data(session) for session in answer.sessions],
        "total": answer.total,
    }


def removed_data(removed: Iterable[tuple[Session, str]]) -> dict[str, Any]:
    """What was removed, as JSON."""
    return {"sessions": [session_data(session) for session, _ in removed]}


def written_text(
    verb: str, typed: str, today: date, zone: tzinfo, answer: WrittenSessions
) -> str:
    """What was understood, the item's total, and how to undo it."""
    before, first = answer.before, answer.sessions[0]
    if before and answer.sessions == (before,):
        same = f"{_say_session(before, today, zone)} ({answer.ids[0]})"
        return wrap(f"Nothing was changed; it is already {same}.")
    lines = _head_lines(verb, today, zone, answer)
    if before:
        lines += _change_lines(before, first, today, zone)
    lines += item_match_lines(typed, answer.item)
    parts = [f"Total {say_hours(answer.total)}", *attempt_lines(answer, today)]
    total, questions = f"{'; '.join(parts)}.", list(decision_lines(answer))
    if questions:
        lines += [wrap(total), *questions, UNDO]
    else:
        lines.append(wrap(f"{total} {UNDO}"))
    return "\n".join(lines)


def _head_lines(
    verb: str, today: date, zone: tzinfo, answer: WrittenSessions
) -> list[str]:
    """`Logged 1h30m on fastai, Mon 23 Nov (7k3f).`, or a line for each day."""
    say = partial(say_when, today=today, zone=zone)
    first = answer.sessions[0]
    amount = say_amount(sum(session.seconds for session in answer.sessions))
    head = f"{verb} {amount} on {first.item}{say_tags(first.tags)}"
    if len(answer.sessions) == 1:
        return [wrap(f"{head}, {say(first, answer.ids[0])}.")]
    lines = [wrap(f"{head}, over {len(answer.sessions)} days:")]
    for session, short in zip(answer.sessions, answer.ids, strict=True):
        lines.append(f"  {say_amount(session.seconds)} {say(session, short)}")
    return lines


def _change_lines(
    before: Session, after: Session, today: date, zone: tzinfo
) -> list[str]:
    """What an edited session was before, and its note where that changed."""
    lines = []
    note_changed = after.note != before.note
    same_but_note = after._replace(note=before.note, source=before.source) == before
    if not note_changed or not same_but_note:
        lines.append(wrap(f"Before: {_say_session(before, today, zone)}.", 2))
    if note_changed:
        note = shorten(plain(after.note), WIDTH - len(_NOTE))
        lines.append(f"{_NOTE}{note or 'none'}")
    return lines


def say_tags(tags: Iterable[str]) -> str:
    """` +deep +pair`, to follow an item's name; empty for none."""
    return "".join(f" +{tag}" for tag in tags)


def removed_text(
    today: date, zone: tzinfo, removed: Iterable[tuple[Session, str]]
) -> str:
    """What was removed, one session a line, and how to undo it."""
    lines = []
    for session, short in removed:
        when = say_when(session, short, today=today, zone=zone)
        amount = say_amount(session.seconds)
        lines.append(f"Removed {amount} on {session.item}, {when}.")
    lines[-1] += f" {UNDO}"
    return "\n".join(map(wrap, lines))


def rest_text(today: date, zone: tzinfo, rest: Iterable[tuple[Session, str]]) -> str:
    """The other parts of a stretch, which stay as they are."""
    parts = [f"{_say_session(part, today, zone)} ({short})" for part, short in rest]
    return wrap(f"The rest of that stretch stays as it is: {'; '.join(parts)}.")


def overlap_text(today: date, zone: tzinfo, others: Iterable[Session]) -> str:
    """The sessions that ran at the same time as what was written."""
    sessions = "; ".join(_say_session(other, today, zone) for other in others)
    return wrap(f"It ran at the same time as {sessions}. Totals count that time once.")


def say_when(session: Session, short: str, *, today: date, zone: tzinfo) -> str:
    """`Thu 26 Nov, 20:15-22:00 (7k3f)`."""
    return f"{_say_day_and_span(session, today, zone)} ({short})"


def _say_session(session: Session, today: date, zone: tzinfo) -> str:
    """`1h45m on ziegler-2019 +pair, Thu 26 Nov, 20:15-22:00`."""
    item = f"{session.item}{say_tags(session.tags)}"
    when = _say_day_and_span(session, today, zone)
    return f"{say_amount(session.seconds)} on {item}, {when}"


def _say_day_and_span(session: Session, today: date, zone: tzinfo) -> str:
    day, span = say_day(session.day, today), say_span(session, zone)
    return f"{day}, {span}" if span else day


def item_match_lines(typed: str, item: ChosenItem | None) -> list[str]:
    """By what an item was found, where its slug was not typed in full."""
    return match_lines(typed, item.slug, item.title, item.how) if item else []


def match_lines(typed: str, slug: str, title: str, how: str) -> list[str]:
    """By what an item or milestone was found, where its slug was not typed in full."""
    if how not in _MATCHES:
        return []
    return [wrap(_MATCHES[how].format(quoted(typed), slug, title), 2)]
