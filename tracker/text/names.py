"""Choosing what a typed name means among candidates."""

import difflib
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tracker.errors import Ambiguous, NotFound, Unreadable
from tracker.text.amounts import is_amount
from tracker.text.columns import join_words, quoted

LONGEST_SLUG = 60
LISTED = ("item", "milestone", "skill")  # those with a command of their plural
_SHOWN = 6
_SHORT = 3
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_RANGE = r"[0-9]{1,4}(?:am|pm)?-[0-9]{1,4}(?:am|pm)?"


class Name(NamedTuple):
    """One candidate: its `slug`, its title, other names (`aka`), its author (`by`), and whether it was begun."""

    slug: str
    title: str
    aka: tuple[str, ...] = ()
    by: str = ""
    begun: bool = False


def split_aka(description: str) -> tuple[str, ...]:
    """The other names that a description gives, `also called research engineer`, each as a slug is written too."""
    said = re.search(r"also called ([^.;:()]+)", description)
    names = re.split(r", | or | and ", said[1].strip()) if said else []
    return tuple(
        dict.fromkeys(
            spelling for name in names for spelling in (name, name.replace(" ", "-"))
        )
    )


class Choice(NamedTuple):
    """The candidate chosen, and `how`: `exact`, `aka`, `begun` (the only match among these) or `part`."""

    slug: str
    how: str


def choose(typed: str, names: Iterable[Name], what: str = "item") -> Choice:
    """The one of `names` that `typed` means; case does not matter.

    An exact slug, else an exact other name, with blanks or dashes; else the only match among those begun, else the only
    match, by part of slug, title or author: of one or two letters only where a word begins. `what` says in messages
    what was looked for. Raises Ambiguous for two or more, with the candidates, and NotFound for none, with the nearest.
    """
    known, wanted = list(names), " ".join(typed.casefold().split())
    spelled = (wanted, wanted.replace(" ", "-"))
    for how, found in (
        ("exact", [name for name in known if name.slug.casefold() in spelled]),
        (
            "aka",
            [
                name
                for name in known
                if any(other.casefold() in spelled for other in name.aka)
            ],
        ),
    ):
        if found:
            return _only(typed, found, how)
    found = [
        name
        for name in known
        if any(_holds(name, each) for each in dict.fromkeys(spelled) if each)
    ]
    begun = [name for name in found if name.begun]
    if len(begun) == 1:
        return Choice(begun[0].slug, "begun")
    if not found:
        raise _not_found(typed, wanted, known, what)
    return _only(typed, found, "part")


def _holds(name: Name, wanted: str) -> bool:
    texts = [text.casefold() for text in (name.slug, name.title, name.by)]
    if len(wanted) < _SHORT:
        return any(
            re.search(rf"(?<![^\W_]){re.escape(wanted)}", text) for text in texts
        )
    return any(wanted in text for text in texts)


def _only(typed: str, found: Sequence[Name], how: str) -> Choice:
    """The slug that all of `found` have, or Ambiguous."""
    slugs = sorted({name.slug for name in found})
    if len(slugs) == 1:
        return Choice(slugs[0], how)
    raise Ambiguous(
        f"{quoted(typed)} could be {_either(slugs)}.", "Type a little more.", slugs
    )


def _either(slugs: Sequence[str], shown: int = _SHOWN) -> str:
    """`a or b`, `a, b or c`; beyond as many as are `shown`: `a, b, c, d, e, f and 9 more`."""
    if len(slugs) > shown:
        return f"{', '.join(slugs[:shown])} and {len(slugs) - shown} more"
    return join_words(slugs, "or")


def find_nearest(typed: str, known: Iterable[str]) -> list[str]:
    """At most three of `known`, those spelled most like what was typed; none where nothing is like it."""
    return difflib.get_close_matches(typed.casefold(), known, n=3)


def _not_found(typed: str, wanted: str, known: Sequence[Name], what: str) -> NotFound:
    article = "an" if what[:1] in "aeiou" else "a"
    slugs = {
        text.casefold(): name.slug for name in known for text in (*name.aka, name.slug)
    }
    near = list(dict.fromkeys(slugs[text] for text in find_nearest(wanted, slugs)))
    if near:
        hint = f"Did you mean {_either(near)}?"
    elif what.startswith("item") or not known:
        hint = "Look for it with: tracker items --search WORD"
    elif what in LISTED and len(known) > _SHOWN:
        hint = f"tracker {what}s lists them all."
    else:
        hint = (
            f"Type {_either(sorted({name.slug for name in known}), shown=len(known))}."
        )
    return NotFound(f"{quoted(typed)} is not the name of {article} {what}.", hint)


def check_slug(text: str) -> str:
    """`text` as a new slug: lower-case words of letters and digits joined by `-`, at most 60 letters.

    Raises Unreadable for any other, and for what would be taken for something else where a slug is typed:
    `last`, an amount (`90m`), a range (`9am-11am`), a bare number.
    """
    if len(text) > LONGEST_SLUG:
        raise Unreadable(
            f"{quoted(text)} is longer than {LONGEST_SLUG} letters.",
            "Type a shorter name.",
        )
    if not re.fullmatch(_SLUG, text):
        raise Unreadable(
            f"{quoted(text)} cannot be a short name.",
            f"Type it like {_suggested(text)}.",
        )
    if (
        text == "last"
        or text.isdecimal()
        or re.fullmatch(_RANGE, text)
        or is_amount(text)
    ):
        raise Unreadable(
            f"{quoted(text)} means something else to tracker.",
            f"Type it like {text}-course.",
        )
    return text


def _suggested(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.casefold())) or "my-course"
