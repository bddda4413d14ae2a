"""How long was worked and when, as typed words and options say it together."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple, NoReturn

from tracker.errors import Refused, Swap, Unreadable
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.words import TypedWords
from tracker.limits import LONGEST_SESSION
from tracker.text.amounts import is_amount, parse_amount, say_amount
from tracker.text.columns import quoted
from tracker.text.days import parse_day
from tracker.text.ranges import split_range
from tracker.text.stretches import Stretch, parse_from_to, parse_stretch
from tracker.text.times import parse_point
from tracker.text.zones import ClockChange, place_point, resolve_point


class TimeOptions(NamedTuple):
    """The values of `--on`, `--from` and `--to`."""

    day: date | None = None
    start: str | None = None
    end: str | None = None


def read_day(
    typed: TypedWords, on_day: date | None, moment: LocalMoment
) -> date | None:
    """The day of the words or of `--on`. Raises Unreadable where the two differ."""
    if not typed.day:
        return on_day
    day = parse_day(typed.day, moment.today)
    if on_day not in (None, day):
        raise Unreadable(
            f"{quoted(typed.day)} is {day}, but --on says {on_day}.",
            "Type the day once:",
            swaps=[(["--on"], ()), (typed.day.split(), ())],
        )
    return day


def read_stretch(
    typed: TypedWords, options: TimeOptions, moment: LocalMoment
) -> Stretch:
    """The stretch that the words and options name.

    Raises Unreadable where too little or too much is typed, and as `parse_stretch`.
    """
    day = read_day(typed, options.day, moment)
    now, today, zone, day_starts = moment
    start, end = options.start or typed.start, options.end or typed.end
    check_once(typed, options)
    if start or end:
        amount = parse_amount(typed.amount, LONGEST_SESSION) if typed.amount else None
        return parse_from_to(
            start or None, end or None, amount, now, today, zone, day, day_starts
        )
    if typed.times:
        check_same_day(typed, day, moment)
    elif not typed.amount:
        if is_amount(typed.point):
            parse_stretch(typed.point, now, today, zone, day)
        _refuse_no_length(typed, day, moment)
    elif typed.point:
        refuse_point(typed)
    text = typed.times or typed.amount
    return parse_stretch(text, now, today, zone, day, day_starts)


def _refuse_no_length(
    typed: TypedWords, day: date | None, moment: LocalMoment
) -> NoReturn:
    """Raises Unreadable, with the range from the time that was typed until now."""
    hint = "Type an amount or a range, like 1h30m or 9:00-10:30."
    swaps: list[Swap] = []
    if typed.point:
        point = parse_point(typed.point, moment.now, moment.today, day)
        placed = place_point(point, moment.zone, moment.day_starts)
        start = resolve_point(placed, moment.zone).astimezone(moment.zone)
        if timedelta() < moment.now - start <= timedelta(seconds=LONGEST_SESSION):
            hint = f"{hint}\nIf it began then and has just ended:"
            is_near = start.date() in (moment.today, moment.now.date())
            on_day = "" if is_near else f"{(start - moment.day_starts).date()} "
            words = (f"{on_day}{start:%H:%M}-{moment.now:%H:%M}",)
            old = [*typed.day.split(), *typed.point.split(), "--on"]
            swaps = [(old, words)]
    else:
        swaps = [([], ("AMOUNT",))]
    raise Unreadable("How long?", hint, swaps=swaps)


def refuse_point(typed: TypedWords, seconds: int = 0) -> NoReturn:
    """Raises Unreadable for a time that could be either end of a session.

    `seconds` are the length where none is typed.
    """
    words = typed.point.split()
    length = () if typed.amount else ("for", say_amount(seconds))
    raise Unreadable(
        f"Did it start or end at {typed.point}?",
        "Type one of these:",
        swaps=[(words, (before, *words, *length)) for before in ("at", "until")],
    )


def offer_past_day(fault: Refused, typed: TypedWords) -> None:
    """Let the refusal of a future time offer a day in place of the one in the words."""
    if typed.day and not isinstance(fault, ClockChange):
        past_day = ("yesterday",) if fault.added else ()
        fault.swaps = ((typed.day.split(), past_day),)
        fault.without, fault.added = (), ()


def offer_exact(fault: Refused, typed: TypedWords, words: Sequence[str]) -> None:
    """Let the refusal of a time that a clock change repeats or skips offer exact ones.

    They take the place of all times among the `words`; an amount stays.
    """
    if isinstance(fault, ClockChange):
        others = {*typed.names, *typed.phrases, *typed.amount.split(), "for"}
        times = [word for word in words if word not in others and word[:1] != "+"]
        old = [*times, "--from", "--to", "--on"]
        fault.swaps = tuple((old, span) for span in fault.spans)


def check_once(typed: TypedWords, options: TimeOptions) -> None:
    """Raises Unreadable for a range or a point in time beside --from or --to."""
    if not (options.start or options.end):
        return
    for text in filter(None, (typed.times, typed.point, typed.start, typed.end)):
        raise Unreadable(
            f"{quoted(text)} and --from or --to do not go together.",
            "Type the times once:",
            swaps=[(["--from", "--to"], ())],
        )


def check_same_day(typed: TypedWords, day: date | None, moment: LocalMoment) -> None:
    """Raises Unreadable where a range names one day, and another word another."""
    if not typed.day:
        return
    ends = split_range(typed.times, moment.now, moment.today, None)
    if ends and ends[0].dated and ends[0].day not in (None, day):
        raise Unreadable(
            f"{quoted(typed.times)} is on {ends[0].day}, but {quoted(typed.day)} is {day}.",
            "Type the day once:",
            swaps=[(typed.day.split(), ())],
        )
