"""What may be logged: a session's length, a day's 24 h, no future, no time twice."""

from datetime import UTC, date, datetime, timedelta, tzinfo

from tracker.errors import Refused, Unreadable
from tracker.journal.rules.days import ONE_DAY, say_span
from tracker.journal.rules.records import Session, Timer
from tracker.limits import DAY, LONGEST_SESSION, TIMER_TRUSTED_FOR
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
    times, or_day = f"{end:%H:%M}", ""
    if start:
        times, or_day = f"{start:%H:%M}-{end:%H:%M}", ", or add --on yesterday"
    raise Refused(
        f"{end:%H:%M} on {say_day(end.date(), now.date())} is in the future;"
        f" it is {now:%H:%M}.",
        f'If it was the day before, type "yesterday {times}"{or_day}.',
        typed=times,
        instead=[f"yesterday {times}"],
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
    other: Session, short: str, zone: tzinfo, today: date
) -> OverlapRefused:
    """The refusal of a stretch that overlaps session `other`; `short` is its id."""
    day, span = say_day(other.day, today), say_span(other, zone)
    return OverlapRefused(
        f"That overlaps {other.item}, {day}, {span} ({short}).",
        f"To remove the other session: tracker rm {short}",
    )


def check_timer_age(
    seconds: int, item: str, start: datetime, today: date, *, trusted: bool
) -> None:
    """Refuse a timer that ran too long: somebody may have forgotten it.

    A timer is trusted for TIMER_TRUSTED_FOR, with `trusted` (`stop --trust`) for a
    session's longest. `start` is local.
    """
    if seconds <= (LONGEST_SESSION if trusted else TIMER_TRUSTED_FOR):
        return
    limit, otherwise = TIMER_TRUSTED_FOR, "If that is right: tracker stop --trust"
    if seconds > LONGEST_SESSION:
        limit, otherwise = LONGEST_SESSION, "To discard it: tracker cancel"
    raise Refused(
        f"The timer on {item} has run for {say_amount(seconds)},"
        f" longer than {say_hours(limit)}. It is still running.",
        f"Say when you stopped, for example: {stop_example(start, today)}\n{otherwise}",
    )


def stop_example(start: datetime, today: date) -> str:
    """How to stop a forgotten timer, for example an hour after `start` (local)."""
    end = (start.astimezone(UTC) + timedelta(hours=1)).astimezone(start.tzinfo)
    if end.date() == today:
        time = f"{end:%H:%M}"
    elif end.date() == today - ONE_DAY:
        time = f'"yesterday {end:%H:%M}"'
    else:
        time = f"{end:%Y-%m-%dT%H:%M}"
    return f"tracker stop --at {time}"


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
            added=[("--over", str(today.year - 1))],
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


def check_no_timer(timer: Timer | None) -> None:
    """Refuse a second timer."""
    if timer:
        raise Refused(
            f"The timer is already running on {timer.item}.",
            "To stop it first: tracker stop\nTo discard it: tracker cancel",
        )


def require_timer(timer: Timer | None) -> Timer:
    """The running timer. Raises Refused where none runs."""
    if timer is None:
        raise Refused(
            "No timer is running.",
            "To start one: tracker start fastai\n"
            "To log the time: tracker log fastai 1h30m",
        )
    return timer


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
