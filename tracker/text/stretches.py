"""What was worked: an amount, or a range from one time to another; and its tags."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.limits import CLOCK_LIKE_AMOUNT, HOUR, LONGEST_SESSION
from tracker.text.amounts import is_amount, parse_amount
from tracker.text.columns import quoted
from tracker.text.range_ends import (
    add_seconds,
    place_ends,
    possible_spans,
    read_typed_day,
    resolve_end,
)
from tracker.text.ranges import (
    check_time_of_day,
    correct_options,
    date_past_range,
    join_two_times,
    not_a_range,
    parse_range_ends,
    spaced_amounts,
    split_range,
)
from tracker.text.time_words import refuse_left_over, split_one_end
from tracker.text.times import Point, parse_point
from tracker.text.zones import ClockChange, place_point, resolve_point, say_exactly

# A letter, then letters, digits, `-` and `_`: `pair-work`.
_TAG = r"[^\W\d_][\w-]*"
# `20:15`: a time of day; as an amount it is long.
_CLOCK = r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?: ?h)?"
_TAG_HINT = (
    "Type a letter after the +, like +reading; then letters, digits, - or _.\n"
    "An amount has no sign."
)
_EXAMPLE = "AMOUNT"  # where nothing typed can be kept
_FROM_HINT = "Type --from 9:00 --to 10:30, or --from 9:00 with an amount like 1h30m."


class TaggedText(NamedTuple):
    """`tags`, lower-case and each once, and the other words as one `text`."""

    tags: tuple[str, ...]
    text: str


class Stretch(NamedTuple):
    """`seconds` of work, its aware local start if known, and its day if typed."""

    day: date | None
    start: datetime | None
    seconds: int


def split_tags(typed_words: Sequence[str]) -> TaggedText:
    """The tags among the words typed, which begin with `+`, and the rest as one text.

    A tag begins with a letter and goes on with letters, digits, `-` and `_`; so `+1h`
    is an amount with a sign, not a tag. Raises Unreadable for any other.
    """
    tags = [_parse_tag(word) for word in typed_words if word.startswith("+")]
    text = " ".join(word for word in typed_words if not word.startswith("+"))
    return TaggedText(tuple(dict.fromkeys(tags)), text)


def _parse_tag(word: str) -> str:
    if not re.fullmatch(_TAG, word[1:]):
        rest = word.lstrip("+")
        tag = "+" + re.sub(r"^[\W\d_]+|[^\w-]", "", rest)
        instead = rest if is_amount(rest) else tag
        if instead == "+":
            instead = "+reading"
        message = f"{quoted(word)} is not a tag."
        raise Unreadable(message, _TAG_HINT, typed=word, instead=[instead])
    return word[1:].lower()


def parse_stretch(
    text: str,
    now: datetime,
    today: date,
    zone: tzinfo,
    day: date | None = None,
    day_starts: timedelta = timedelta(),
) -> Stretch:
    """What `text` says was worked.

    `text` is an amount, or a range: `9am-11am`, `yesterday 9am - 5pm`, `9:00 for 1h`.
    `day` is that of `--on`. A range without a day is on `today`, even if that is later
    than `now` (a rule refuses it); one that ends at an earlier time of day ends the
    next day. Seconds are counted in UTC across clock changes. Raises Unreadable for
    anything left over, for a day other than `day`, and for a range past midnight of
    more than 12 h without days; Refused for a time that does not exist or happens twice.
    """
    try:
        return _read_stretch(text, now, today, zone, day, day_starts)
    except Unreadable as error:
        if error.typed == text:
            error.instead = tuple(
                each
                if isinstance(each, tuple)
                else date_past_range(each, now, today, day)
                for each in error.instead
            )
        raise


def _read_stretch(
    text: str,
    now: datetime,
    today: date,
    zone: tzinfo,
    day: date | None,
    day_starts: timedelta,
) -> Stretch:
    if is_amount(text):
        return Stretch(day, None, _parse_amount(text))
    if one_end := split_one_end(text):
        start, end, amount = one_end
        seconds = parse_amount(amount)
        return parse_from_to(start, end, seconds, now, today, zone, day, day_starts)
    try:
        ends = split_range(text, now, today, day)
    except Unreadable:
        refuse_left_over(text, now, today, day)
        raise
    if ends:
        return _stretch_between(text, *ends, zone, day, day_starts)
    if joined := join_two_times(text):
        _offer_range(text, joined, now, today, zone, day)
    refuse_left_over(text, now, today, day)
    check_time_of_day(text)
    return Stretch(day, None, _parse_amount(text))


def _offer_range(
    text: str,
    joined: str,
    now: datetime,
    today: date,
    zone: tzinfo,
    day: date | None,
) -> None:
    """Raises Unreadable with the range `joined`, or with what it could be."""
    ranges: Sequence[str | tuple[str, ...]] = [joined]
    try:
        _read_stretch(joined, now, today, zone, day, timedelta())
    except Unreadable as error:
        readings = error.instead if error.typed == joined else ()
        ranges = [reading for reading in readings if reading != _EXAMPLE]
    if ranges := [*spaced_amounts(text), *ranges]:
        raise not_a_range(text, ranges)


def _parse_amount(text: str) -> int:
    """The seconds of an amount; raises Unreadable also for `20:15`, a time of day."""
    clock = re.fullmatch(_CLOCK, text.strip())
    if clock and int(clock[1]) * HOUR >= CLOCK_LIKE_AMOUNT:
        hours, minutes = clock.groups()
        raise Unreadable(
            f"{quoted(text)} could be a time of day or an amount.",
            f"Type {hours}h{minutes}m for the amount, or start and end, "
            "like 20:15-22:00.",
            typed=text,
            instead=[
                f"{hours}h{minutes}m",
                ("at", f"{hours}:{minutes}", "for", "AMOUNT"),
            ],
        )
    return parse_amount(text, LONGEST_SESSION)


def parse_from_to(
    start_text: str | None,
    end_text: str | None,
    amount: int | None,
    now: datetime,
    today: date,
    zone: tzinfo,
    day: date | None = None,
    day_starts: timedelta = timedelta(),
) -> Stretch:
    """What `--from` and `--to` say, or one of them with an amount, or an amount alone.

    `amount` is in seconds, `day` is that of `--on`. Raises Unreadable where too little
    or too much is given, and as `parse_stretch` does.
    """
    if start_text and end_text:
        if amount is not None:
            message = "--from, --to and an amount cannot be used together."
            hint, options = "Leave one of the three out.", ["--from", "--to"]
            raise Unreadable(message, hint, without=options)
        text = f"{start_text} - {end_text}"
        try:
            start, end = parse_range_ends(start_text, end_text, now, today, day)
            return _stretch_between(text, start, end, zone, day, day_starts)
        except Unreadable as error:
            correct_options(error, text, now, today, day)
            raise
    if amount is None:
        raise Unreadable(
            "How long? The amount or the other time is missing.",
            _FROM_HINT,
            added=["AMOUNT"],
        )
    one_end = start_text or end_text
    if not one_end:
        return Stretch(day, None, amount)
    point = parse_point(one_end, now, today, day)
    typed_day = read_typed_day(one_end, point, zone, day)
    before = 0 if start_text else amount
    try:
        moment = resolve_point(place_point(point, zone, day_starts), zone)
    except ClockChange as change:
        option = "--from" if start_text else "--to"
        moments = map(say_exactly, change.moments)
        change.spans = tuple((option, moment) for moment in moments)
        raise
    return Stretch(typed_day, add_seconds(moment, -before, zone), amount)


def _stretch_between(
    text: str,
    start: Point,
    end: Point,
    zone: tzinfo,
    day: date | None,
    day_starts: timedelta,
) -> Stretch:
    """From `start` to `end`; an undated end up to the start is on the next day."""
    typed_day = read_typed_day(text, start, zone, day)
    first, last = place_ends(start, end, zone, day_starts)
    try:
        start_moment = resolve_point(first, zone)
        end_moment = resolve_end(text, first, last, zone)
    except ClockChange as change:
        change.spans = possible_spans(first, last, zone)
        raise
    length = end_moment.astimezone(UTC) - start_moment.astimezone(UTC)
    seconds = round(length.total_seconds())
    if seconds <= 0:
        hint = "Type the earlier time first, like 9:00-10:30."
        message = f"{quoted(text)} ends before it begins."
        raise Unreadable(message, hint, typed=text, instead=[_EXAMPLE])
    return Stretch(typed_day, start_moment, seconds)
