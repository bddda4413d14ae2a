"""What was done to the timer, as text and JSON."""

from datetime import date, tzinfo

from tracker.journal.rules.records import Timer, WrittenSessions
from tracker.journal.rules.timers import TYPED_TIME, StartedTimer
from tracker.journal.view.details import say_tags
from tracker.journal.view.status import (
    StatusData,
    note_lines,
    say_minutes,
    say_start,
    status_data,
)
from tracker.journal.view.written_sessions import (
    UNDO,
    SessionData,
    item_match_lines,
    written_data,
    written_text,
)
from tracker.text.columns import wrap


class StartedData(StatusData):
    """The status, and the sessions of the timer that ran before."""

    sessions: list[SessionData]


def started_data(answer: StartedTimer) -> StartedData:
    """The status as JSON, with the sessions of the timer that ran before."""
    stopped = written_data(answer.stopped)["sessions"] if answer.stopped else []
    return {**status_data(answer.status), "sessions": stopped}


def started_text(today: date, zone: tzinfo, answer: StartedTimer) -> str:
    """What was stopped and started, and how to end it."""
    timer, elapsed, lines = answer.status.timer, answer.status.elapsed, []
    assert timer is not None
    if answer.stopped:
        lines.append(_say_logged(today, zone, answer.stopped, undo=""))
    elif answer.running and not answer.goes_on:
        item = answer.running.item
        lines.append(f"Nothing was logged on {item}: its timer had just been started.")
    which = ", the last item," if answer.item.how == "last" else ""
    start = f"{timer.item}{say_tags(timer.tags)}{which}"
    start += f" at {say_start(timer, elapsed, today, zone)}"
    if answer.goes_on and answer.running:
        if answer.running == timer:
            return wrap(f"Nothing changed: already started {start}.")
        if answer.running.started_at != timer.started_at:
            elapsed += timer.started_at - answer.running.started_at
            start += f", not {say_start(answer.running, elapsed, today, zone)}"
    lines.append(wrap(f"Started {start}. When done: tracker stop"))
    lines += note_lines(timer)
    lines += item_match_lines(answer.typed_item, answer.item)
    if timer.by_hand:
        lines.append(TYPED_TIME)
    if answer.running:
        lines.append(UNDO if answer.goes_on else "Undo both: tracker undo")
    return "\n".join(lines)


def paused_text(today: date, zone: tzinfo, written: WrittenSessions) -> str:
    """What was logged, and how to go on."""
    text = _say_logged(today, zone, written)
    return f"{text}\nTo go on: tracker continue"


def cancelled_text(today: date, zone: tzinfo, elapsed: int, timer: Timer) -> str:
    """What was discarded, and how to have it back; `elapsed` is seconds."""
    what = f"{say_minutes(elapsed)} on {timer.item}{say_tags(timer.tags)}"
    since = say_start(timer, elapsed, today, zone)
    text = wrap(f"Discarded {what}, since {since}; nothing was logged.")
    return "\n".join([text, *note_lines(timer), "To have it back: tracker undo"])


def _say_logged(
    today: date, zone: tzinfo, written: WrittenSessions, undo: str = UNDO
) -> str:
    note = written.sessions[0].note
    return written_text("Logged", "", note, today, zone, written, undo)
