"""The one timer: whether one runs, and whether somebody forgot it."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from tracker.errors import Refused, TrackerError
from tracker.journal.rules.days import ONE_DAY
from tracker.journal.rules.records import ChosenItem, Timer, WrittenSessions
from tracker.limits import (
    HOUR,
    LONGEST_SESSION,
    NIGHT_ENDS,
    NIGHT_STARTS,
    TIMER_TRUSTED_FOR,
)
from tracker.modules import load_module
from tracker.text.amounts import say_amount, say_hours

CANCEL = "To discard it: tracker cancel"
CHECK_CLOCK = "Check the clock of this computer.\nTo discard the timer: tracker cancel"
TYPED_TIME = "The time was typed, so exports do not count this as timer hours."
# Of how many sessions the usual length is the median: at least, and the latest ones.
FEWEST_LENGTHS, MOST_LENGTHS = 5, 30
# Seconds to which the usual length is rounded.
_STEP = 300


class TimerOptions(NamedTuple):
    """The options of `start` and `stop`; `note` is None where none is typed.

    `command` is `stop` as typed, for the hint on a forgotten timer, and `then` the last
    line of that hint.
    """

    at: str = ""
    note: str | None = None
    trusted: bool = False
    command: str = "stop"
    then: str = ""


class UsualLength(NamedTuple):
    """How many seconds the person's sessions usually take: of an item, or all."""

    seconds: int
    of_item: bool


class TimerDoubt(NamedTuple):
    """Why a timer may have been forgotten, and when it probably should have ended.

    `at` is that time as `stop --at` reads it, empty for a timer that starts later than
    now; `usual` is None where it is an example.
    """

    reason: str
    at: str
    usual: UsualLength | None


class TimerStatus(NamedTuple):
    """The timer, its elapsed seconds, and the hours of today and of this week.

    Today and this week are seconds on the clock, and include what runs.
    """

    timer: Timer | None
    elapsed: int
    today: int
    week: int
    doubt: TimerDoubt | None = None


class StartedTimer(NamedTuple):
    """What `start` and `continue` did: the timer that runs now, and on which item.

    `typed_item` is the item as typed. `running` is the timer that ran before, `stopped`
    its session; None where it had just been started. `goes_on` is
    whether it runs on, with another start.
    """

    status: TimerStatus
    item: ChosenItem
    typed_item: str = ""
    running: Timer | None = None
    stopped: WrittenSessions | None = None
    goes_on: bool = False


def check_no_timer(timer: Timer | None) -> None:
    """Refuse a timer beside the one that runs."""
    if timer:
        raise Refused(
            f"The timer is already running on {timer.item}.",
            f"To stop it: tracker stop\n{CANCEL}\n"
            f"To correct its start: tracker start {timer.item} TIME",
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


def require_last(item: ChosenItem | None) -> ChosenItem:
    """The last item. Raises Refused where nothing was logged yet."""
    if item is None:
        raise Refused(
            "Nothing was logged here yet, so there is nothing to continue.",
            "To start a timer: tracker start fastai",
        )
    return item


def find_reason(start: datetime, end: datetime, *, trusted: bool = False) -> str:
    """Why a timer from `start` to `end` may have been forgotten; empty if it may not.

    Both are aware, `start` is local. `trusted` timers may run for a session's longest.
    """
    seconds = (_utc(end) - _utc(start)).total_seconds()
    if seconds > LONGEST_SESSION:
        return f"longer than {say_hours(LONGEST_SESSION)}"
    if trusted:
        return ""
    if seconds > TIMER_TRUSTED_FOR:
        return f"longer than {say_hours(TIMER_TRUSTED_FOR)}"
    _, night_ends = _night_after(start)
    return "through the night" if night_ends <= _utc(end) else ""


def usual_length(lengths: list[int]) -> int | None:
    """The median of some sessions' seconds, to 5 minutes; None where they are too few."""
    if len(lengths) < FEWEST_LENGTHS:
        return None
    median = sorted(lengths)[len(lengths) // 2]
    return max(_STEP, (median + _STEP // 2) // _STEP * _STEP)


def doubt_later_start(start: datetime) -> TimerDoubt:
    """A timer that starts later than now, as after the clock was set back."""
    reason = f"starts on {start:%Y-%m-%d} at {start:%H:%M}, later than now"
    return TimerDoubt(reason, "", None)


def doubt_timer(
    reason: str, start: datetime, now: datetime, usual: UsualLength | None
) -> TimerDoubt:
    """A timer that may have been forgotten, with the likely end.

    That is the usual length after the `start` (local), an hour where none is known, and
    at the latest the start of the night.
    """
    length = min(usual.seconds, TIMER_TRUSTED_FOR) if usual else HOUR
    night_starts, _ = _night_after(start)
    end = min(_utc(start) + timedelta(seconds=length), night_starts)
    return TimerDoubt(reason, say_end(end.astimezone(start.tzinfo), start, now), usual)


def say_end(end: datetime, start: datetime, now: datetime) -> str:
    """`23:30`, with its day where the timer has run for longer than a day.

    With its offset where the clocks go back, so that there are two such times.
    """
    text = f"{end:%H:%M}"
    if _utc(now) - _utc(start) > ONE_DAY:
        text = f"{end:%Y-%m-%dT}{text}"
    moments = load_module("tracker.text.moments")  # 1 ms; few timers are forgotten
    try:
        moments.moment_between(text, start, now, now.date())
    except TrackerError:
        return end.isoformat(timespec="minutes")
    return text


def say_doubt(doubt: TimerDoubt, item: str, command: str = "stop") -> str:
    """The question when the person stopped, with the likely answer as its last line.

    `command` is the command as typed, without `tracker`. For a timer that starts later
    than now, what may be wrong.
    """
    if not doubt.at:
        return f"It {doubt.reason}. {CHECK_CLOCK}"
    line = f"tracker {command} --at {doubt.at}"
    if doubt.usual is None:
        return f"Say when you stopped, for example: {line}"
    whose = f"Your sessions on {item}" if doubt.usual.of_item else "Your sessions"
    usual = f"{whose} usually take about {say_amount(doubt.usual.seconds)}"
    return f"{usual}.\nSay when you stopped. A guess: {line}"


def timer_refusal(
    timer: Timer, doubt: TimerDoubt, seconds: int, options: TimerOptions
) -> Refused:
    """The refusal of a timer that may have been forgotten, after `seconds`."""
    if not doubt.at:
        return Refused(f"The timer on {timer.item} {doubt.reason}.", CHECK_CLOCK)
    command = "stop" if options.at else options.command
    lines = [say_doubt(doubt, timer.item, command)]
    if seconds <= LONGEST_SESSION:
        lines.append(f"If you worked until now: tracker {command} --trust")
    lines += filter(None, (CANCEL, options.then))
    return Refused(
        f"The timer on {timer.item} has run for {say_amount(seconds)},"
        f" {doubt.reason}. It is still running.",
        "\n".join(lines),
    )


def _night_after(start: datetime) -> tuple[datetime, datetime]:
    """The first night that begins after `start` (local): its start and end in UTC."""
    day, zone = start.date(), start.tzinfo
    if _on(day, NIGHT_STARTS, zone) <= _utc(start):
        day += ONE_DAY
    return _on(day, NIGHT_STARTS, zone), _on(day, NIGHT_ENDS, zone)


def _on(day: date, hour: int, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, time(hour), zone).astimezone(UTC)


def _utc(moment: datetime) -> datetime:
    """Two moments of one zone are subtracted by their clocks, not by what has passed."""
    return moment.astimezone(UTC)
