"""What is remarked on after a log: a late hour, a full day, the same twice."""

from collections.abc import Iterator, Sequence
from datetime import date

from tracker.journal.rules.days import ONE_DAY, start_of_day
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.records import Session, WrittenSessions
from tracker.journal.rules.timer_remarks import running_remark
from tracker.limits import DAY, LONG_DAY, NIGHT_ENDS
from tracker.text.amounts import say_amount
from tracker.text.days import say_day

# Either answer ends the question.
_LATER = "To start days at 04:00 from now on: tracker config day-starts 04:00"
_MIDNIGHT = "To stay with midnight: tracker config day-starts 00:00"


def find_remarks(
    written: WrittenSessions, moment: LocalMoment, *, asks_day: bool
) -> Iterator[str]:
    """The remarks on what was written. `asks_day`: neither day nor day's start is set."""
    sessions, today = written.sessions, moment.today
    is_late = asks_day and moment.now.hour < NIGHT_ENDS
    is_late = is_late and all(session.day == today for session in sessions)
    if is_late:
        yield _say_late(written, moment)
    for session in sessions:
        is_said = is_late and written.days[today] <= LONG_DAY
        if not is_said and _has_gained(session, written.before):
            yield from _full_day(session.day, written.days[session.day], moment)
    if written.repeats:
        amount = say_amount(sum(session.seconds for session in sessions))
        yield (
            f"{amount} on {sessions[0].item} was logged within the last minute too.\n"
            "To take this one back: tracker undo"
        )
    if written.timer:
        yield running_remark(written.timer, sessions, moment)
    yield from written.remarks


def _say_late(written: WrittenSessions, moment: LocalMoment) -> str:
    """Which day a session counts for that was logged after midnight.

    A session without times can be moved to the day before; one with times would be
    moved by 24 hours.
    """
    today, total = moment.today, written.days[moment.today]
    head = f"It is {moment.now:%H:%M}, so this counts for {say_day(today, today)}"
    if total > _seconds_passed(moment):
        head += f", which now has {say_amount(total)}"
    lines = [f"{head}."]
    if written.sessions[0].started_at is None:
        day = today - ONE_DAY
        edit = f"tracker edit {written.short} --on {day}"
        lines.append(f"For {say_day(day, today)}: {edit}")
    return "\n".join([*lines, _LATER, _MIDNIGHT])


def _full_day(day: date, total: int, moment: LocalMoment) -> Iterator[str]:
    """The `total` seconds of a day that has more than have passed, or very many."""
    today = moment.today
    passed = _seconds_passed(moment) if day == today else DAY
    if total <= min(passed, LONG_DAY):
        return
    more = (
        f", more than the {say_amount(passed)} since it began" if total > passed else ""
    )
    yield (
        f"{say_day(day, today)} now has {say_amount(total)}{more}.\n"
        f"To see its sessions: tracker sessions --since {day} --until {day}"
    )


def _has_gained(session: Session, before: Sequence[Session]) -> bool:
    """Whether the day of a session has more hours than `before` it was edited."""
    return session.seconds > sum(s.seconds for s in before if s.day == session.day)


def _seconds_passed(moment: LocalMoment) -> int:
    """The seconds since today began."""
    start = start_of_day(moment.today, moment.day_starts, moment.zone)
    return moment.now_utc - start
