"""What is remarked on where a timer and sessions count the same time."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from tracker.journal.rules.checks import say_clock, say_edit
from tracker.journal.rules.pieces import LocalMoment, NamedStretch, join_parts
from tracker.journal.rules.records import Session, Timer
from tracker.journal.rules.timers import CANCEL, say_end
from tracker.text.columns import wrap


def runs_into(timer: Timer, parts: Sequence[Session]) -> bool:
    """Whether a stretch with times ends after the timer was started."""
    if not parts or parts[0].started_at is None:
        return False
    return _span(parts)[1] > timer.started_at


def running_remark(timer: Timer, parts: Sequence[Session], moment: LocalMoment) -> str:
    """That the timer counts the time of a stretch too, and how to end it before.

    A timer that was started later than the stretch can start where the stretch ends.
    """
    start, end = _span(parts)
    began = datetime.fromtimestamp(timer.started_at, moment.zone)

    def say(instant: int) -> str:
        local = datetime.fromtimestamp(instant, moment.zone)
        return say_end(local, began, moment.now)

    since = say_clock(timer.started_at, moment.zone)
    lines = [
        wrap(
            f"The timer on {timer.item} has run since {since} too: totals will count"
            " the shared time once."
        )
    ]
    if start > timer.started_at:
        lines.append(f"To end it before: tracker stop {say(start)}")
    elif end < moment.now_utc:
        lines.append(f"To start it after: tracker start {timer.item} {say(end)}")
    return "\n".join([*lines, CANCEL])


def overlap_repairs(
    parts: Sequence[Session], short: str, others: Sequence[NamedStretch], zone: tzinfo
) -> str:
    """How the session of a timer gets a time of its own; `short` is its id.

    It can end where the first of the `others` starts, or start where that ends.
    """
    whole, (start, end) = join_parts(parts), _span(parts)
    first, last = _span(others[0][0])
    if first > start:
        lines = [f"To end it before: {say_edit(whole, short, '--to', first, zone)}"]
    elif last < end:
        lines = [f"To start it after: {say_edit(whole, short, '--from', last, zone)}"]
    else:
        lines = [f"To remove it: tracker rm {short}"]
    which = "the others" if len(others) > 1 else "the other"
    ids = " ".join(other for _, other in others)
    return "\n".join([*lines, f"To remove {which}: tracker rm {ids}"])


def _span(parts: Sequence[Session]) -> tuple[int, int]:
    """Start and end of a stretch with times, in UTC seconds."""
    whole = join_parts(parts)
    start = whole.started_at or 0
    return start, start + whole.seconds
