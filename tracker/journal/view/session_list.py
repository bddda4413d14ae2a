"""A list of sessions as text and JSON."""

from collections.abc import Callable, Iterable
from datetime import date, tzinfo
from functools import cache
from typing import Any

from tracker.journal.rules.days import say_span
from tracker.journal.rules.pieces import join_parts, split_group
from tracker.journal.rules.records import Session, SessionFilter, SessionList
from tracker.journal.view.running_timer import running_data, running_lines
from tracker.journal.view.session_filter import say_filter
from tracker.journal.view.written_sessions import session_data
from tracker.text.amounts import say_amount, say_hours
from tracker.text.columns import count_noun, display_width, plain, shorten, wrap
from tracker.text.days import say_day
from tracker.text.screen import SCREEN

_LONGEST_ITEM = 28
_SPAN_WIDTH = len("20:15-22:00")
_AMOUNT_WIDTH = len("123h45m")
_GAP = "  "
_FIXED_WIDTH = _SPAN_WIDTH + _AMOUNT_WIDTH + 5 * len(_GAP)


def session_list_data(listed: SessionList) -> dict[str, Any]:
    """A list's JSON: `seconds` is the clock's, `overlap` what it leaves out."""
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
        stretches = _stretches(listed.sessions)
        ids = dict(zip(listed.sessions, listed.ids, strict=True))
        line = _line(listed, today, zone)
        lines = [line(join_parts(parts), ids[parts[0]]) for parts in stretches]
        return "\n".join([*lines, _total_line(listed, len(stretches)), *running])
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


def _line(
    listed: SessionList, today: date, zone: tzinfo
) -> Callable[[Session, str], str]:
    """A function that says a session on one line, in columns wide enough for all.

    A note that is too long for its column stands below, whole. Days, items and amounts
    recur in a list: each is laid out once.
    """
    ends = (listed.sessions[0].day, listed.sessions[-1].day)
    days = max(len(say_day(day, today)) for day in ends)
    longest_item = max(len(session.item) for session in listed.sessions)
    items = min(longest_item, _LONGEST_ITEM)
    ids = max(map(len, listed.ids))
    room = max(SCREEN.columns - ids - days - items - _FIXED_WIDTH, 10)
    day_cell = cache(lambda day: f"{say_day(day, today):{days}}")
    item_cell = cache(lambda item: f"{shorten(item, items):{items}}")
    amount_cell = cache(lambda seconds: f"{say_amount(seconds):>{_AMOUNT_WIDTH}}")

    def line(session: Session, short: str) -> str:
        note = _note_and_tags(session)
        is_long = display_width(note) > room
        cells = (
            f"{short:{ids}}",
            day_cell(session.day),
            f"{say_span(session, zone):{_SPAN_WIDTH}}",
            amount_cell(session.seconds),
            item_cell(session.item),
            "" if is_long else note,
        )
        text = _GAP.join(cells).rstrip()
        return f"{text}\n{wrap(note, ids + len(_GAP))}" if is_long else text

    return line


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
