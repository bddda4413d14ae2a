"""The settings, what each means and which values each may have."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tracker.database.settings import LATEST_START, LONGEST_WEEK
from tracker.errors import NotFound, Unreadable
from tracker.text.addresses import Access, access_of, web_address_of
from tracker.text.amounts import say_amount
from tracker.text.columns import clean_title, join_words, quoted
from tracker.text.hours import parse_bare_hours
from tracker.text.signs import SIGNS
from tracker.text.times import parse_clock
from tracker.text.zones import parse_zone

# No address holds these.
_MARKUP = frozenset('<>"`{}|\\^')


class Setting(NamedTuple):
    """One setting: its key, its value (None: not set) and what it means."""

    key: str
    value: str | None
    meaning: str


# Keys in the order shown. "It is ..." begins the sentence that a meaning ends.
MEANINGS: dict[str, str] = {
    "day-starts": "the time at which a new day begins (default 00:00)",
    "zone": "the time zone of times without one",
    "hours-a-week": "the time you plan to study each week, such as 12h",
    "target": "the role you are working towards",
    "variant": "the variant of that role",
    "name": "your name, as exports show it",
    "email": "your e-mail address, as exports show it",
    "links": "the addresses of your work, as exports show them",
    "pictures": "how pictures are drawn: blocks (default), ascii or none",
}


def check_key(key: str) -> str:
    """`key`, if there is such a setting; raises NotFound for any other."""
    if key in MEANINGS:
        return key
    keys = join_words(list(MEANINGS))
    hint = f"The settings are {keys}.\nTo list them with their values: tracker config"
    raise NotFound(f"{quoted(key)} is not a setting.", hint)


def check_value(key: str, typed: str) -> str:
    """`typed` in the form in which the value of `key` is saved.

    Raises Unreadable where it cannot be such a value.
    """
    if not clean_title(typed):
        raise Unreadable(
            f"{quoted(typed)} is blank.", f'To clear it: tracker config {key} ""'
        )
    return _READERS.get(key, clean_title)(typed)


def list_settings(values: Mapping[str, str], zone: str) -> tuple[Setting, ...]:
    """All settings, those without a value too; `zone` is the one in use, in words."""
    meanings = {**MEANINGS, "zone": f"{MEANINGS['zone']} (now {zone})"}
    return tuple(
        Setting(key, values.get(key), meaning) for key, meaning in meanings.items()
    )


def _day_starts(typed: str) -> str:
    start = parse_clock(typed)
    if start > LATEST_START:
        raise Unreadable(
            f"A day cannot begin as late as {start:%H:%M}.",
            "Type a time up to 12:00: tracker config day-starts 04:00",
        )
    return f"{start:%H:%M}"


def _zone(typed: str) -> str:
    return parse_zone(typed).key


def _hours_a_week(typed: str) -> str:
    seconds = parse_bare_hours(typed)
    if seconds > LONGEST_WEEK:
        raise Unreadable(
            "A week has only 168 h.",
            "Type the hours you plan to study: tracker config hours-a-week 12h",
        )
    return say_amount(seconds)


def _email(typed: str) -> str:
    address = clean_title(typed)
    name, at, place = address.partition("@")
    if not (name and at and "." in place) or " " in address:
        raise Unreadable(
            f"{quoted(typed)} is not an e-mail address.",
            "Type it with an @ and a dot: tracker config email ADDRESS",
        )
    return address


def _links(typed: str) -> str:
    """The addresses, with a blank between them."""
    places = clean_title(typed).split()
    addresses = [_web_address(place) for place in places]
    for place, address in zip(places, addresses, strict=True):
        if place != address:
            raise Unreadable(
                f"{quoted(place)} is no whole web address that others can open.",
                "Type whole addresses, with blanks between them:",
                typed=typed,
                instead=[" ".join(addresses) if all(addresses) else "URL"],
            )
    return " ".join(places)


def _pictures(typed: str) -> str:
    way = clean_title(typed).lower()
    if way not in SIGNS:
        raise Unreadable(
            f"{quoted(typed)} is not a way to draw. The ways are {join_words(list(SIGNS))}.",
            "For pictures of # and other plain signs: tracker config pictures ascii\n"
            "For none: tracker config pictures none",
        )
    return way


def _web_address(place: str) -> str:
    """`https://git.example/you` for that or `git.example/you,`; else an empty text."""
    bare = place.strip("<>,;")
    address = bare if "://" in bare else web_address_of(bare) or f"https://{bare}"
    is_open = access_of(address) is Access.PUBLIC and not set(address) & _MARKUP
    return address if is_open else ""


_READERS: dict[str, Callable[[str], str]] = {
    "day-starts": _day_starts,
    "zone": _zone,
    "hours-a-week": _hours_a_week,
    "email": _email,
    "links": _links,
    "pictures": _pictures,
}
