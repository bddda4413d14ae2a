"""A list of sessions as text and JSON."""

from collections.abc import Iterable, Iterator
from datetime import date, tzinfo
from functools import cache
from typing import TypedDict

from tracker.journal.rules.days import say_span
from tracker.journal.rules.pieces import join_parts, split_group
from tracker.journal.rules.records import Session, SessionFilter, SessionList
from tracker.journal.view.running_timer import TimerData, running_data, running_lines
from tracker.journal.view.session_filter import say_filter
from tracker.journal.view.written_sessions import SessionData, session_data
from tracker.text.amounts import say_amount, say_hours
from tracker.text.columns import count_noun, plain, wrap
from tracker.text.days import say_day
from tracker.text.tables import table_rows


class SessionListData(TypedDict):
    """Sessions, newest last; `seconds` are all that match, without the `overlap`."""

    sessions: list[SessionData]
    seconds: int
    overlap: int
    running: TimerData | None


def session_list_data(listed: SessionList) -> SessionListData:
    """A list's JSON."""
    return {
        "sessions": [session_data(session) for session in listed.sessions],
        "seconds": listed.total.clock,
        "overlap": listed.total.overlap,
        "running": running_data(listed.running),
    }


def session_list_text(today: date, zone: tzinfo, listed: SessionList) -> str:
    """A line for each session, the total of all those chosen, and what runs.

    A session over midnight has one line, where all its parts are listed.
    """
    running = running_lines(listed.running, today, zone)
    if listed.sessions:
        lines = table_rows(list(_rows(listed, today, zone)), "lllrll")
        return "\n".join([*lines, _total_line(listed, len(lines)), *running])
    if listed.chosen == SessionFilter():
        text = "Nothing logged yet. To log: tracker log fastai 1h30m"
    else:
        text = f"{say_filter(listed.chosen)}: no session."
    return "\n".join([text, *running])


def _stretches(sessions: Iterable[Session]) -> list[tuple[Session, ...]]:
    """The sessions, those over midnight as all their parts, where the first began."""
    groups: dict[str, list[Session]] = {}
    for session in sessions:
        groups.setdefault(session.part_of or session.uid, []).append(session)
    return [parts for group in groups.values() for parts in split_group(group)]


def _rows(
    listed: SessionList, today: date, zone: tzinfo
) -> Iterator[tuple[str, str, str, str, str, str]]:
    """A session's id, day, times, hours, item and note; a day is said once."""
    day_cell = cache(lambda day: say_day(day, today))
    ids = dict(zip(listed.sessions, listed.ids, strict=True))
    for parts in _stretches(listed.sessions):
        session = join_parts(parts)
        yield (
            ids[parts[0]],
            day_cell(session.day),
            say_span(session, zone),
            say_amount(session.seconds),
            session.item,
            _note_and_tags(session),
        )


def _note_and_tags(session: Session) -> str:
    """`lesson 3 +pair`, on one line."""
    if not session.note and not session.tags:
        return ""
    return plain(" +".join((session.note, *session.tags))).strip()


def _total_line(listed: SessionList, shown: int) -> str:
    """`3 sessions, 4 h.` or `The latest 50 of 120 sessions, 300 h.`, with overlap.

    What was chosen stands before it: `Nov 2026, ppo: 3 sessions, 4 h.`
    """
    total = listed.total
    count = count_noun(total.sessions, "session")
    if shown < total.sessions:
        count = f"the latest {shown} of {count}"
    overlap = ""
    if total.overlap:
        overlap = f" on the clock; an overlap of {say_hours(total.overlap)} counts once"
    text = f"{count}, {say_hours(total.clock)}{overlap}."
    if listed.chosen == SessionFilter():
        return text[0].upper() + text[1:]
    return wrap(f"{say_filter(listed.chosen)}: {text}")
