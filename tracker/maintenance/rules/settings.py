"""Which settings there are, and what each may be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time

from tracker.errors import NotFound, Unreadable
from tracker.text.amounts import say_amount
from tracker.text.columns import clean_title, quoted
from tracker.text.hours import parse_bare_hours
from tracker.text.times import parse_clock
from tracker.text.zones import parse_zone

LATEST_START = time(12)
WEEK = 7 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key, its value as it stands (None: not set), and what it is for or what holds without it."""

    key: str
    value: str | None
    meaning: str


# What each is for, in the order shown.
KEYS: dict[str, str] = {
    "day-starts": "when a new day starts; 00:00 unless set",
    "zone": "the zone of times without one; this machine's unless set",
    "hours-a-week": "the pace you mean to keep, such as 12h",
    "target": "the role you want",
    "variant": "which kind of that role",
    "name": "your name, for exports",
    "email": "your address, for exports",
    "links": "where your work can be seen, for exports",
}


def check_key(key: str) -> str:
    """`key`, if it is one of the settings; raises NotFound for any other."""
    if key in KEYS:
        return key
    raise NotFound(f"{quoted(key)} is not a setting.", f"Settings: {', '.join(KEYS)}.")


def check_value(key: str, typed: str) -> str:
    """`typed` as the value of `key`, in the form it is kept in; raises Unreadable where it cannot be one."""
    return _READ.get(key, _text)(typed)


def settings(values: Mapping[str, str]) -> tuple[Setting, ...]:
    """All settings, those that are not set too."""
    return tuple(
        Setting(key, values.get(key), meaning) for key, meaning in KEYS.items()
    )


def _text(typed: str) -> str:
    said = clean_title(typed)
    if not said:
        raise Unreadable(f"{quoted(typed)} says nothing.", 'Type "" to unset it.')
    return said


def _day_starts(typed: str) -> str:
    start = parse_clock(typed)
    if start > LATEST_START:
        raise Unreadable(
            f"A day cannot start as late as {start:%H:%M}.",
            "Type a time up to 12:00, such as 04:00.",
        )
    return f"{start:%H:%M}"


def _zone(typed: str) -> str:
    return parse_zone(typed).key


def _hours_a_week(typed: str) -> str:
    seconds = parse_bare_hours(typed)
    if seconds > WEEK:
        raise Unreadable(
            "A week has 168 hours.",
            "Type how many of them you mean to study, such as 12h.",
        )
    return say_amount(seconds)


def _email(typed: str) -> str:
    said = _text(typed)
    name, at, place = said.partition("@")
    if not (name and at and "." in place) or " " in said:
        raise Unreadable(
            f"{quoted(typed)} is not an address.", "Type it like you@example.org."
        )
    return said


_READ: dict[str, Callable[[str], str]] = {
    "day-starts": _day_starts,
    "zone": _zone,
    "hours-a-week": _hours_a_week,
    "email": _email,
}
