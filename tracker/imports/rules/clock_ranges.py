"""Ranges of times of day: `9:00-10:30`, `7-9 pm`, `18-19:30 Uhr`, `0800-0930`."""

import re
from typing import NamedTuple

from tracker.imports.rules.clocks import CLOCK, half_of, is_four_digits, read_clock
from tracker.imports.rules.signs import simplify_signs
from tracker.imports.rules.unit_words import unit_of

# Two times, or one and no end: `9:00-10:30`, `klo 9-11`, `18 bis 19:30 Uhr`, `9:00 - ?`,
# `between 9:00 and 10:00`.
_RANGE = re.compile(
    r"(?:(?P<between>between )|(?P<word>klo(?: n\.)?|kl\.?|um)|from|von|de)? ?"
    rf"(?P<start>{CLOCK})(?: ?uhr)?"
    r" *(?:-+>?|\u2192|~|(?:to|till?|until|bis|à)\b|(?(between)and\b|(?!))) *"
    rf"(?:(?:approx\.? |about |ca\.? |~ ?)?(?P<end>{CLOCK})(?!\w|[:.,]\d)"
    r"(?P<uhr> ?uhr\b)?|\?+|\.\.+|\u2026|$)",
    re.IGNORECASE,
)
_SIGNS = ":.h"
_EARLY = 6 * 3600  # `1h30-2h` is how long something takes, `9h30-11h` is when


class ClockRange(NamedTuple):
    """Two times of day as written, each readable by `read_clock`, and the text after.

    `end` is empty while the range is open: `9:00 - ?`.
    """

    start: str
    end: str
    rest: str


def split_range(text: str, *, bare: bool = False) -> tuple[str, str] | None:
    """The two times of a text that is a range and nothing else.

    Of `9-11` only if `bare`.
    """
    found = leading_range(text.strip(), bare=bare)
    return (found.start, found.end) if found and found.end and not found.rest else None


def leading_range(text: str, *, bare: bool = False) -> ClockRange | None:
    """The range that a text begins with; None where there is none.

    `9-11` is one only if `bare`; neither `2025-2026`, `1.5-2.25 h` nor `9:00 - 2h` is.
    """
    match = _RANGE.match(simplify_signs(text))
    if match is None:
        return None
    start, end, rest = match["start"], match["end"] or "", text[match.end() :]
    if _is_other(start, end, rest):
        return None
    if not (bare or match["word"] or match["uhr"] or _are_clocks(start, end)):
        return None
    start, end = with_half_of_day(start, end)
    if read_clock(start) is None or (end and read_clock(end) is None):
        return None
    return ClockRange(start, end, rest)


def _is_other(start: str, end: str, rest: str) -> bool:
    """Whether two times are no range: one is a length, or both say the same twice.

    They have different signs (`2h - 9:00`, `9:02 -> 9.04`), a unit follows (`9:00-2 h`),
    or a whole number is before a range (`2 - 9:00-10:30`).
    """
    if len({_sign(start), _sign(end)} & set(_SIGNS)) > 1:
        return True
    word = "".join(rest.split()[:1]).rstrip(".,:;)")
    has_unit = unit_of(word.casefold()) is not None
    if has_unit and _sign(end) != ":" and not half_of(end):
        return True
    after = rest.lstrip(" -\u2013")
    is_range_after = rest.lstrip() != after and _sign(after) in (":", ".")
    return start.isdecimal() and is_range_after and not is_four_digits(start)


def _are_clocks(start: str, end: str) -> bool:
    """Whether two times are written as times of day, by their signs.

    `1h30-2h` is how long something takes, `14h00-17h00` is when; `2025-2026` are years.
    """
    four_digits = [is_four_digits(clock) for clock in (start, end)]
    if any(four_digits):
        has_years = start[:2] in ("19", "20") and end[:2] in ("19", "20")
        return all(four_digits) and not has_years
    if {_sign(start), _sign(end)} & {":", "."} or half_of(start) or half_of(end):
        return True
    later = [read_clock(clock) or 0 for clock in with_half_of_day(start, end)]
    have_minutes = all("h" in clock[:-1].casefold() for clock in (start, end))
    return max(later) >= _EARLY and (have_minutes or any(time % 3600 for time in later))


def _sign(clock: str) -> str:
    """The sign after the hour: the colon of `9:30`, the h of `9h`."""
    return clock.lstrip("0123456789")[:1].casefold()


def with_half_of_day(start: str, end: str) -> tuple[str, str]:
    """Both times with the half of the day that one of them lacks.

    It is the other's, or the one that puts the start before the end: `7-9 pm`.
    """
    start, end = _with_minutes(start), _with_minutes(end)
    first, last = half_of(start), half_of(end)
    if last and not first and read_clock(f"{start}am") is not None:
        same, other = f"{start}{last}", f"{start}{_other_half(last)}"
        return same if _is_before(same, end) else other, end
    if first and not last and read_clock(f"{end}am") is not None:
        same, other = f"{end}{first}", f"{end}{_other_half(first)}"
        return start, same if _is_before(start, same) else other
    return start, end


def _with_minutes(clock: str) -> str:
    return f"{clock}:00" if clock.isdecimal() and len(clock) < 3 else clock


def _other_half(half: str) -> str:
    return "am" if half == "pm" else "pm"


def _is_before(start: str, end: str) -> bool:
    first, last = read_clock(start), read_clock(end)
    return first is not None and last is not None and first < last
