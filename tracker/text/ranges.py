"""Ranges of times: the start and the end, and the day of each."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from tracker.errors import Unreadable
from tracker.text.columns import quoted
from tracker.text.day_halves import share_half
from tracker.text.times import Point, parse_point, tidy_clock

# What separates start and end: `9-10`, `9am to 10am`, `9..10`, dashes of any length,
# and a slash after a time: `19:00/19:05`.
_SEPARATOR = (
    r" ?(?:-{1,2}>?|[\u2010-\u2015\u2212\u2192\u2026~]|\.{2,3}) ?"
    r"| (?:to|until|till?|thru|through|bis) "
    r"|(?:(?<=[:.h][0-9]{2})|(?<=[0-9]h)|(?<=[0-9][ap]m)) ?/ ?(?=[0-9])"
)
_MOST_SEPARATORS = 24  # of a text that is read
# A date, whose dashes separate no times: `2026-11-20`.
_DATE = r"\b[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}"
# What stands before ` and 10:30`: `between 9:00`, perhaps after a day.
_BETWEEN = r"(.*)\bbetween (.+)"
# `from` before a time: `from 9 to 10:30`, `mon from 9:00 to 10:30`.
_FROM = r"\bfrom (?=[0-9])"
# Hours with an h at the end: `20h`, `yesterday 19h20`, `20:15h`.
_H_CLOCK = r"(?<![^ ])([0-9]{1,2})(?:h([0-9]{2})|:([0-9]{2}) ?h| ?h)$"
# Two times with a sign between them that separates none: `9:00 10:30`, `9am, 10am`.
_TWO_TIMES = r"(.*[0-9](?:[ap]m)?)[ ,;|_=]+([0-9]{1,2}(?:[:.][0-9]{2})?(?:[ap]m)?)"
# Two numbers that look like hours and minutes: `1 30`.
_SPACED = r"([0-9]{1,2}) ([0-5][0-9])"
# A time of day among words: `until 10:00`, `9.30 o'clock`.
_TIME_AND_WORD = r"(?=.*[a-z]{2})(?>.*[0-9](?:[:.][0-9]{2}|[ap]m)).*"
_HINT = (
    'Type it like 9am-11am, 20:15-22:00 or "yesterday 9am - 5pm"; '
    "or an amount, like 1h30m."
)


def split_range(
    text: str, now: datetime, today: date, day: date | None
) -> tuple[Point, Point] | None:
    """Start and end of the range in `text`; None where nothing separates two times.

    `since 22:30` and `22:30-` end now. Days can have dashes too: those inside a date
    are passed over. Of the others (`today-2 9am-10am`) exactly one must have a readable
    time on either side. Raises Unreadable otherwise.
    """
    cleaned = _clean(text)
    if cleaned.startswith(("+", "-", "\u2212")):
        return None
    places = find_separators(cleaned)
    if not places:
        return None
    if len(places) > _MOST_SEPARATORS:
        raise not_a_range(text, [])
    ranges, errors = [], []
    for place in places:
        start, end = cleaned[: place.start()], cleaned[place.end() :]
        try:
            ranges.append(parse_range_ends(start, end or "now", now, today, day))
        except Unreadable as error:
            errors.append(error)
    if len(ranges) == 1:
        return ranges[0]
    if len(places) == 1:
        raise _whole_range(errors[0], text)
    raise not_a_range(text, [])


def _clean(text: str) -> str:
    """`text` in lower case, with a dash for `since`, `between` and `from`."""
    cleaned = " ".join(text.casefold().split())
    if cleaned.startswith("since "):
        return f"{cleaned.removeprefix('since ')} - now"
    start, _, end = cleaned.rpartition(" and ")
    if match := re.fullmatch(_BETWEEN, start):
        cleaned = f"{match[1]}{match[2]} - {end}"
    return re.sub(_FROM, "", cleaned) if "from" in cleaned else cleaned


def _whole_range(error: Unreadable, text: str) -> Unreadable:
    """The error of one end, corrected by ranges in place of the whole `text`."""
    ranges, hint = error.instead, error.hint
    if error.typed:
        ranges, hint = (), _HINT
    return Unreadable(error.message, hint, typed=text, instead=ranges)


def not_a_range(text: str, ranges: Sequence[str | tuple[str, ...]]) -> Unreadable:
    """The error of a `text` that is meant as a range, with `ranges` in its place."""
    message = f"{quoted(text)} is not a range of times."
    return Unreadable(message, _HINT, typed=text, instead=ranges)


def join_two_times(text: str) -> str:
    """The range that is meant by times without a dash; empty for any other `text`.

    For example `9:00-10:30` for `9:00 10:30`.
    """
    match = re.fullmatch(_TWO_TIMES, text.casefold().strip())
    return f"{match[1]}-{match[2]}" if match else ""


def spaced_amounts(text: str) -> list[str]:
    """The amount that two numbers can be meant as: `1h30m` for `1 30`; else none."""
    match = re.fullmatch(_SPACED, text.strip())
    return [f"{match[1]}h{match[2]}m"] if match else []


def check_time_of_day(text: str) -> None:
    """Raises Unreadable for a time of day among words, which is no amount."""
    if re.fullmatch(_TIME_AND_WORD, text.casefold().strip()):
        raise not_a_range(text, [])


def correct_options(
    error: Unreadable, text: str, now: datetime, today: date, day: date | None
) -> None:
    """Let the error of `--from` and `--to` offer values for both.

    They are the ranges that it offers for the whole `text`, else an example.
    """
    offered = error.instead if error.typed in ("", text) else ()
    ranges = [str(times) for times in offered if "-" in times]
    pairs = [
        date_past_range(times, now, today, day).rsplit("-", 1) for times in ranges
    ] or [["TIME", "TIME"]]
    error.instead, error.without = (), ("--from --to",)
    error.added = tuple(("--from", start, "--to", end) for start, end in pairs)


def date_past_range(text: str, now: datetime, today: date, day: date | None) -> str:
    """The range `text`, as yesterday's where it has not ended yet."""
    return f"yesterday {text}" if _is_future(text, now, today, day) else text


def _is_future(text: str, now: datetime, today: date, day: date | None) -> bool:
    """Whether a range without a day would end after `now`."""
    ends = split_range(text, now, today, day)
    if ends is None or ends[0].dated or day is not None:
        return False
    moments = [(point.day or today, point.wall or now.time()) for point in ends]
    return moments[1] <= moments[0] or moments[1] > (now.date(), now.time())


def find_separators(text: str) -> list[re.Match[str]]:
    """What can separate start and end in `text`; dashes inside a date are left out."""
    dates = re.finditer(_DATE, text)
    inside = {at for date_text in dates for at in range(*date_text.span())}
    places = re.finditer(_SEPARATOR, text)
    return [place for place in places if place.start() not in inside]


def parse_range_ends(
    start: str, end: str, now: datetime, today: date, day: date | None
) -> tuple[Point, Point]:
    """Start and end as points; an end without a day is on the day of the start.

    `9-10am` is 9am to 10am: an hour without am or pm takes that of the end. `24:00`
    ends a day. Up to `now`, a start that is still to come today is yesterday's. Raises
    Unreadable where an hour could be either half of the day.
    """
    start, end = share_half(*_tidy_sides(start, end))
    first = parse_point(start, now, today, day)
    if end == "now" and day is None and _is_to_come(first, now):
        yesterday = now.date() - timedelta(days=1)
        first = parse_point(start, now, today, yesterday)._replace(on_calendar=True)
    start_day = first.day or (first.instant or now).astimezone(now.tzinfo).date()
    if end == "24:00":
        end = "0:00"
    return first, parse_point(end, now, today, start_day)


def _tidy_sides(start: str, end: str) -> tuple[str, str]:
    """Both in lower case: `20:00` for `20.00`; `19:20` for `19h20`, `20` for `20h`.

    An hour with an h beside minutes without it is left: `21:00-1h` could be an amount.
    """
    sides = [tidy_clock(" ".join(side.casefold().split())) for side in (start, end)]
    if "h" in "".join(sides):
        matches = [re.search(_H_CLOCK, side) for side in sides]
        if all(matches) or not any(":" in side for side in sides):
            sides = [re.sub(_H_CLOCK, _without_h, side) for side in sides]
    return sides[0], sides[1]


def _without_h(match: re.Match[str]) -> str:
    minutes = match[2] or match[3]
    return f"{match[1]}:{minutes}" if minutes else match[1]


def _is_to_come(point: Point, now: datetime) -> bool:
    """Whether a point without its day is later than `now`."""
    if point.dated or point.day is None or point.wall is None:
        return False
    return (point.day, point.wall) > (now.date(), now.time())
