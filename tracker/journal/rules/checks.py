"""What may be logged: a session's length, a day's 24 h, no future, no time twice."""

from datetime import date, datetime, timedelta, tzinfo

from tracker.errors import Refused, Unreadable
from tracker.journal.rules.days import say_span
from tracker.journal.rules.records import Session
from tracker.limits import DAY, LONGEST_SESSION
from tracker.text.amounts import say_amount, say_hours
from tracker.text.days import check_not_future, say_day
from tracker.text.periods import Period, say_period

INSTEAD_OF_A_FUTURE_DAY = "To plan ahead: tracker plan --help"


class OverlapRefused(Refused):
    """The refusal of a session that overlaps another."""


def check_length(seconds: int) -> None:
    """Refuse a session without any time, and one of more than 24 h."""
    if seconds <= 0:
        raise Refused(
            "That would be a session of 0 minutes.",
            "To discard a running timer: tracker cancel",
        )
    if seconds > LONGEST_SESSION:
        raise Refused(
            f"A session has at most {say_hours(LONGEST_SESSION)};"
            f" {say_amount(seconds)} is longer.",
            "Log the part of each day with --on.\n"
            "For hours from memory: tracker recall ITEM AMOUNT --over PERIOD",
        )


def check_time_not_future(
    end: datetime, now: datetime, start: datetime | None = None
) -> None:
    """Refuse an end later than now; `start` is the start that was typed with it."""
    if end <= now:
        return
    message = (
        f"{end:%H:%M} on {say_day(end.date(), now.date())} is in the future;"
        f" it is {now:%H:%M}."
    )
    if start:
        hint, added = "If it was the day before:", [("--on", "yesterday")]
        raise Refused(message, hint, without=["--on"], added=added)
    raise Refused(
        message,
        f'If it was the day before, type "yesterday {end:%H:%M}".',
        typed=f"{end:%H:%M}",
        instead=[f"yesterday {end:%H:%M}"],
    )


def check_day_total(day: date, before: int, after: int, today: date) -> None:
    """Refuse more than 24 h on a day's clock.

    `before` and `after` are the seconds on the clock without the change and with it. A
    day that has more than 24 h (imported) may be made smaller.
    """
    if after <= max(DAY, before):
        return
    raise Refused(
        f"{say_day(day, today)} would have {say_amount(after)} on the clock;"
        f" a day has {say_hours(DAY)}.",
        f"It has {say_amount(before)} so far:"
        f" tracker sessions --since {day} --until {day}",
    )


def overlap_refusal(
    other: Session, short: str, span: tuple[int, int], zone: tzinfo, today: date
) -> OverlapRefused:
    """The refusal of a stretch that overlaps session `other`; `short` is its id.

    `span` is the stretch: its start in UTC seconds, and its seconds. The other session
    can end where the stretch starts, or start where it ends, or be removed.
    """
    start, end = span[0], sum(span)
    first = other.started_at or 0
    last = first + other.seconds
    hint = f"To remove the other session: tracker rm {short}"
    if first < start:
        hint = (
            f"To end the other earlier: {say_edit(other, short, '--to', start, zone)}"
        )
    elif end < last:
        hint = (
            f"To start the other later: {say_edit(other, short, '--from', end, zone)}"
        )
    day, times = say_day(other.day, today), say_span(other, zone)
    return OverlapRefused(
        f"That overlaps {other.item}, {day}, {times} ({short}).", hint
    )


def say_edit(
    session: Session, short: str, option: str, instant: int, zone: tzinfo
) -> str:
    """The command that moves an end of a session; `option` is `--from` or `--to`.

    Day and offset are said of a session by another clock, and of one of more than 12 h,
    whose end without a day is asked about.
    """
    text = say_clock(instant, zone)
    began = datetime.fromtimestamp(session.started_at or 0, zone)
    is_long = session.seconds > DAY // 2
    if is_long or began.utcoffset() != timedelta(seconds=session.utc_offset or 0):
        text = datetime.fromtimestamp(instant, zone).isoformat()
    return f"tracker edit {short} {option} {text}"


def say_clock(instant: int, zone: tzinfo) -> str:
    """`20:15`, with seconds where they are not zero."""
    moment = datetime.fromtimestamp(instant, zone)
    return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"


def check_recollection(
    seconds: int, period: Period | None, today: date
) -> tuple[date, date]:
    """The first and last day of hours from memory, at most up to today.

    Raises Unreadable for no period or an open one. Raises Refused for a future one, and
    for one that is too short for that many hours.
    """
    if period is None or period.since is None or period.until is None:
        raise Unreadable(
            "Over which days? Both ends are needed.",
            "Type a period that has ended, like 2025 or 2026-02..2026-05.",
            without=["--over"],
            added=[("--over", "PERIOD")],
        )
    since, until = period.since, min(period.until, today)
    check_not_future(since, today, INSTEAD_OF_A_FUTURE_DAY)
    if seconds > DAY * ((until - since).days + 1):
        raise Refused(
            f"{say_hours(seconds)} is more than"
            f" {say_period(Period(since, until))} has.",
            "Type a longer period or fewer hours.",
            without=["--over"],
            added=[("--over", "PERIOD")],
        )
    return since, until


def source_of(last_day: date, today: date) -> str:
    """The source of a session typed `today` whose last day is `last_day`."""
    return "same-day" if last_day == today else "later"


def source_after_edit(source: str, last_day: date, logged_day: date) -> str:
    """The source of an edited session, logged on `logged_day`, that ends on `last_day`.

    `live` and `imported` stay: an export says that a session was changed afterwards.
    """
    if source in ("same-day", "later"):
        return source_of(last_day, logged_day)
    return source
