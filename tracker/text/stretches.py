"""What was worked: an amount, or a range from one time to another; and the tags that go with it."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.text.amounts import is_amount, parse_amount
from tracker.text.columns import quoted
from tracker.text.ranges import parse_range_ends, split_range
from tracker.text.times import Point, parse_point
from tracker.text.zones import resolve_point

_TAG = r"[^\W\d_][\w-]*"
_LATE = r"1[2-9]:[0-5][0-9]|2[0-3]:[0-5][0-9]"  # as an amount longer than a timer is believed
_LEFT_HINT = 'A day goes with --on yesterday, a note with -n "lesson 3", a tag with a plus: +pair.'
_HALF_DAY = timedelta(hours=12)
_FROM_HINT = "Type --from 9:00 --to 10:30, or --from 9:00 with an amount like 1h30m."


class TaggedText(NamedTuple):
    """The free words of a command: `tags`, lower-case and each once, and the other words as one `text`."""

    tags: tuple[str, ...]
    text: str


class Stretch(NamedTuple):
    """A stretch of work: `seconds` of it, when it began (aware, local) if known, and the day if one was said."""

    day: date | None
    start: datetime | None
    seconds: int


def split_tags(words: Sequence[str]) -> TaggedText:
    """Part `words` into tags, which begin with `+`, and the rest, joined by blanks.

    A tag begins with a letter and goes on with letters, digits, `-` and `_`; so `+1h` is a sign, not a tag.
    Raises Unreadable for any other.
    """
    tags = [_tag(word) for word in words if word.startswith("+")]
    text = " ".join(word for word in words if not word.startswith("+"))
    return TaggedText(tuple(dict.fromkeys(tags)), text)


def _tag(word: str) -> str:
    if not re.fullmatch(_TAG, word[1:]):
        hint = "Type a letter after the +, then letters, digits, - or _, like +reading; an amount has no sign."
        raise Unreadable(f"{quoted(word)} is not a tag.", hint)
    return word[1:].lower()


def parse_stretch(
    text: str, now: datetime, today: date, zone: tzinfo, day: date | None = None
) -> Stretch:
    """What `text` says was worked: an amount, or a range like `9am-11am`, `yesterday 9am - 5pm`, `9:00 for 1h`.

    `day` is what `--on` said. A range without a day lies on `today`, even where that is later than `now` (a rule
    refuses it), and one that ends at an earlier time of day ends the next day. Elapsed seconds are counted in UTC
    across clock changes. Raises Unreadable for anything left unread, for a day at odds with `day`, and for a
    range past midnight of more than 12 h without days; Refused for a time that does not exist or comes twice.
    """
    left, word, right = text.casefold().rpartition(" for ")
    if word:
        return parse_from_to(left, None, parse_amount(right), now, today, zone, day)
    sides = split_range(text, now, today, day)
    if sides is None:
        return Stretch(day, None, _amount(text))
    return _between(text, *sides, zone, day)


def _amount(text: str) -> int:
    """The seconds that `text` says. Raises Unreadable for `20:15`, and names what stands behind an amount."""
    if re.fullmatch(_LATE, text.strip()):
        hours, _, minutes = text.strip().partition(":")
        raise Unreadable(
            f"{quoted(text)} could be a time of day, or an amount.",
            f"Type the amount as {hours}h{minutes}m, or when it began and ended, like 20:15-22:00.",
        )
    try:
        return parse_amount(text)
    except Unreadable:
        words = text.split()
        for count in range(len(words) - 1, 0, -1):
            if is_amount(" ".join(words[:count])):
                left = quoted(" ".join(words[count:]))
                raise Unreadable(
                    f"{left} is left over behind the amount.", _LEFT_HINT
                ) from None
        raise


def parse_from_to(
    start_text: str | None,
    end_text: str | None,
    amount: int | None,
    now: datetime,
    today: date,
    zone: tzinfo,
    day: date | None = None,
) -> Stretch:
    """What `--from` and `--to` say, or one of them with `amount` in seconds, or `amount` alone; `day` is `--on`.

    Raises Unreadable where too little or too much is said, and as `parse_stretch` does.
    """
    if start_text and end_text:
        if amount is not None:
            raise Unreadable(
                "--from, --to and an amount say the same thing twice.",
                "Leave one of the three out.",
            )
        return _between(
            f"{start_text} - {end_text}",
            *parse_range_ends(start_text, end_text, now, today, day),
            zone,
            day,
        )
    if amount is None:
        raise Unreadable("It does not say how long that was.", _FROM_HINT)
    text = start_text or end_text
    if not text:
        return Stretch(day, None, amount)
    point = parse_point(text, now, today, day)
    moment = resolve_point(point, zone)
    said = _said_day(text, point, moment, day)
    if start_text:
        return Stretch(said, moment, amount)
    began = _later(moment, -amount, zone)
    return Stretch(said and began.date(), began, amount)


def _between(
    text: str, start: Point, end: Point, zone: tzinfo, day: date | None
) -> Stretch:
    """The stretch from `start` to `end`; an end without a day that is not after the start lies on the next day."""
    began, ended = resolve_point(start, zone), _end(start, end, zone)
    said = _said_day(text, start, began, day)
    seconds = round((ended.astimezone(UTC) - began.astimezone(UTC)).total_seconds())
    if seconds <= 0:
        raise Unreadable(
            f"{quoted(text)} ends before it begins.",
            "Type the earlier time first, like 9:00-10:30.",
        )
    return Stretch(said, began, seconds)


def _end(start: Point, end: Point, zone: tzinfo) -> datetime:
    if end.dated or not _passes_midnight(start, end, zone):
        return resolve_point(end, zone)
    if end.instant is not None:
        end = end._replace(instant=end.instant + timedelta(days=1))
    elif end.day is not None:
        end = end._replace(day=end.day + timedelta(days=1))
    ended, began = resolve_point(end, zone), resolve_point(start, zone)
    if ended.astimezone(UTC) - began.astimezone(UTC) > _HALF_DAY:
        raise Unreadable(
            f"A range from {began:%H:%M} to {ended:%H:%M} would end the next day, more than 12 h later.",
            'Type the earlier time first, or both days, like "2026-11-20 18:00 - 2026-11-21 9:00".',
        )
    return ended


def _passes_midnight(start: Point, end: Point, zone: tzinfo) -> bool:
    """Whether the end, on the start's day, would not be after it: by the wall's clocks, else in UTC."""
    if start.day and start.wall and end.day and end.wall:
        return (end.day, end.wall) <= (start.day, start.wall)
    return resolve_point(end, zone).astimezone(UTC) <= resolve_point(
        start, zone
    ).astimezone(UTC)


def _said_day(
    text: str, point: Point, moment: datetime, day: date | None
) -> date | None:
    """The day that was said: with `--on`, or in the text. Raises Unreadable if both differ."""
    if not point.dated:
        return day
    found = point.day or moment.date()
    if day is not None and day != found:
        raise Unreadable(
            f"{quoted(text)} is on {found}, but --on says {day}.",
            "Say the day once, here or with --on.",
        )
    return found


def _later(moment: datetime, seconds: int, zone: tzinfo) -> datetime:
    """`seconds` after `moment` as time passes, which is not what adding to a local time gives."""
    try:
        return (moment.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(zone)
    except OverflowError:
        raise Unreadable(
            "That is longer than the calendar goes back.", _FROM_HINT
        ) from None
