"""What may be logged: a session's length, a day's 24 hours, no time that has not come, no time twice unasked."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple

from tracker.errors import Refused, Unreadable
from tracker.journal.rules.days import say_span
from tracker.journal.rules.records import Piece, Session, Timer
from tracker.text.amounts import say_amount, say_hours
from tracker.text.days import say_day
from tracker.text.periods import Period, say_period

LONGEST = 24 * 3600
TIMER_TRUSTED_FOR = 12 * 3600
Span = tuple[int, int]


def overlap_seconds(spans: Iterable[Span]) -> int:
    """The seconds of `spans` that an earlier one holds already: their sum less what the clock shows."""
    twice, latest = 0, None
    for start, end in sorted(spans):
        if latest is not None and start < latest:
            twice += min(end, latest) - start
        latest = end if latest is None else max(end, latest)
    return twice


def overlapping_items(spans: Iterable[tuple[str, int, int]]) -> tuple[str, ...]:
    """The names, sorted, of the named spans that overlap another."""
    found: set[str] = set()
    latest, holder = 0, ""
    for start, end, name in sorted((start, end, name) for name, start, end in spans):
        if holder and start < latest:
            found |= {name, holder}
        if end > latest:
            latest, holder = end, name
    return tuple(sorted(found))


class Load(NamedTuple):
    """What a day holds: the sum of its sessions' seconds, and from when to when the timed ones ran."""

    seconds: int
    spans: tuple[Span, ...]

    @property
    def clock(self) -> int:
        """Seconds on the clock: the sum less what ran at the same time."""
        return self.seconds - overlap_seconds(self.spans)

    def plus(self, pieces: Sequence[Piece]) -> "Load":
        """The day with `pieces` in it."""
        spans = tuple(piece.span for piece in pieces if piece.span)
        return Load(
            self.seconds + sum(piece.seconds for piece in pieces), self.spans + spans
        )


def check_length(seconds: int) -> None:
    """Refuse nothing at all, and more than 24 h at a stretch."""
    if seconds <= 0:
        raise Refused("No time has passed in that.", "To drop a timer: tracker cancel")
    if seconds > LONGEST:
        raise Refused(
            f"{say_amount(seconds)} is longer than a session can be, which is 24 h.",
            "Log each day's share with --on, or hours from memory with tracker recall.",
        )


def check_past(end: datetime, now: datetime, start: datetime | None = None) -> None:
    """Refuse an end later than now; `start` is where the stretch began that was typed with it."""
    if end <= now:
        return
    meant, else_ = (
        (f"{start:%H:%M}-{end:%H:%M}", ", or add --on yesterday")
        if start
        else (f"{end:%H:%M}", "")
    )
    raise Refused(
        f"{end:%H:%M} on {say_day(end.date(), now.date())} has not come yet; it is {now:%H:%M}.",
        f'If it was the day before, type "yesterday {meant}"{else_}.',
    )


def check_day_past(day: date, today: date) -> None:
    """Refuse a day later than today."""
    if day > today:
        raise Refused(
            f"{say_day(day, today)} has not come yet; today is {say_day(today, today)}.",
            "Log what was done; tracker plan holds what is meant.",
        )


def check_day(day: date, before: int, after: Load, today: date) -> None:
    """Refuse more than 24 h on a day's clock; one that held more `before` (imported) may still be made smaller."""
    if after.clock > max(LONGEST, before):
        raise Refused(
            f"{say_day(day, today)} would have {say_amount(after.clock)} on the clock, {say_amount(before)} so far.",
            "A day has 24 h; tracker sessions shows what is there.",
        )


def overlap_refused(other: Session, short: str, zone: tzinfo, today: date) -> Refused:
    """The refusal of a stretch that runs while another session does, of which `short` is the id."""
    return Refused(
        f"That overlaps {other.item}, {say_day(other.day, today)}, {say_span(other, zone)} ({short}).",
        f"If both ran at once, add --overlap; else: tracker edit {short}, or tracker rm {short}",
    )


def check_timer_age(
    seconds: int, item: str, began: datetime, today: date, *, trusted: bool
) -> None:
    """Refuse a timer that ran past 12 h, since somebody may have forgotten it, and past 24 h though it is `trusted`.

    `began` is when it did, in the local zone.
    """
    if seconds <= (LONGEST if trusted else TIMER_TRUSTED_FOR):
        return
    most, else_ = (
        ("12 h", "tracker stop --trust")
        if seconds <= LONGEST
        else ("24 h", "tracker cancel")
    )
    raise Refused(
        f"The timer on {item} has run for {say_amount(seconds)}, which is past {most}; it runs on.",
        f"Say when it ended, like: {stopped_at(began, today)}; or {else_}",
    )


def stopped_at(began: datetime, today: date) -> str:
    """How to say when a forgotten timer ended, by the example of an hour after it `began` (local)."""
    end = (began.astimezone(UTC) + timedelta(hours=1)).astimezone(began.tzinfo)
    days = {
        today: f"{end:%H:%M}",
        today - timedelta(days=1): f'"yesterday {end:%H:%M}"',
    }
    return f"tracker stop --at {days.get(end.date(), f'{end:%Y-%m-%dT%H:%M}')}"


def check_recalled(
    seconds: int, period: Period | None, today: date
) -> tuple[date, date]:
    """The days that hours from memory were spread over, at most up to today.

    Raises Unreadable for no period or an open one, Refused for one that has not begun or is too short for that much.
    """
    if period is None or period.since is None or period.until is None:
        raise Unreadable(
            "That does not say over which days.",
            "Type both ends of it, like --over 2026-02..2026-05",
        )
    since, until = period.since, min(period.until, today)
    check_day_past(since, today)
    if seconds > LONGEST * ((until - since).days + 1):
        raise Refused(
            f"{say_hours(seconds)} are more than {say_period(Period(since, until))} has.",
            "Type a longer period or less.",
        )
    return since, until


def check_stopped(timer: Timer | None) -> None:
    """Refuse a second timer."""
    if timer:
        raise Refused(
            f"The timer is already running on {timer.item}.",
            "Stop it first: tracker stop; or drop it: tracker cancel",
        )


def check_running(timer: Timer | None) -> Timer:
    """The timer; refuse where none runs."""
    if timer is None:
        raise Refused(
            "No timer is running.",
            "Start one: tracker start fastai; or log it: tracker log fastai 1h30m",
        )
    return timer


def source_moved(source: str, last: date, logged: date) -> str:
    """How a session counts as written down once its last day is `last`; it was written on the day `logged`.

    What the timer or another log wrote down stays so: that it was changed afterwards is told beside it.
    """
    return source_of(last, logged) if source in ("same-day", "later") else source


def source_of(last: date, today: date) -> str:
    """How a session typed `today` was written down, whose last day is `last`."""
    return "same-day" if last == today else "later"
