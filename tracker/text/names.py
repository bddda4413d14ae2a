"""Find which of several names a typed name means."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tracker.errors import Ambiguous, NotFound
from tracker.modules import load_module
from tracker.text.columns import join_words, quoted
from tracker.text.placeholders import check_no_placeholder

# Kinds of thing with a command that lists them, named by the plural:
# `tracker milestones`.
_WITH_LIST = ("item", "milestone", "skill")
_MOST_SHOWN = 6
_FEW = 3  # corrected commands where there could be more
_SHORT = 3
# The other names in a description: `also called research engineer or RE`.
_ALSO_CALLED = r"also called ([^.;:()]+)"


class Name(NamedTuple):
    """One candidate; `aka` are other names, `by` is the author.

    `own` are the names that the person gave it. Those that are `left` were dropped or
    skipped: a part of their name means them only where it means no other.
    """

    slug: str
    title: str
    aka: tuple[str, ...] = ()
    by: str = ""
    begun: bool = False
    left: bool = False
    own: tuple[str, ...] = ()


class Choice(NamedTuple):
    """The chosen slug, and how it matched: `exact`, `aka`, `begun` or `part`.

    `begun` means that it is the only match among the items begun.
    """

    slug: str
    how: str


def split_aka(description: str) -> tuple[str, ...]:
    """The names after `also called` in a description, also with dashes for blanks."""
    match = re.search(_ALSO_CALLED, description)
    if not match:
        return ()
    spellings = []
    for name in re.split(r", | or | and ", match[1].strip()):
        spellings += [name, name.replace(" ", "-")]
    return tuple(dict.fromkeys(spellings))


def choose(typed: str, names: Iterable[Name], what: str = "item") -> Choice:
    """The one of `names` that `typed` means; case does not matter.

    An exact slug or name of the person's own wins, then an exact other name, with blanks
    or dashes; then the only match among those begun, then the only match. A match is a
    part of slug, title or author; one or two letters match only where a word begins.
    Those left match only where no other does. `what` is the kind of thing, for
    messages. Raises Ambiguous, with the candidates, for two or more, and NotFound, with
    the nearest, for none. Raises Unreadable for a placeholder: `ITEM`.
    """
    check_no_placeholder(typed)
    candidates = list(names)
    wanted = " ".join(typed.casefold().split())
    spellings = {wanted, wanted.replace(" ", "-")}
    exact = [
        name for name in candidates if _has_name((name.slug, *name.own), spellings)
    ]
    slugs = [name.slug for name in exact]
    if len(set(slugs)) > 1 and wanted in slugs:  # of two machines that were merged
        raise Ambiguous(
            f"{quoted(typed)} is the name of an item, and your short name for another.",
            f"To use it for the item only: tracker alias {wanted} --remove",
            slugs,
            typed=typed,
            instead=sorted({*slugs} - {wanted}),
        )
    if exact:
        return _only(typed, exact, "exact")
    aliased = [name for name in candidates if _has_name(name.aka, spellings)]
    if aliased:
        return _only(typed, aliased, "aka")
    parts = [name for name in candidates if _has_part(name, spellings)]
    matches = [name for name in parts if not name.left] or parts
    begun = [name for name in matches if name.begun]
    if len(begun) == 1:
        return Choice(begun[0].slug, "begun")
    if not matches:
        raise _not_found(typed, wanted, candidates, what)
    return _only(typed, matches, "part")


def _has_name(names: Iterable[str], spellings: Iterable[str]) -> bool:
    return any(name.casefold() in spellings for name in names)


def _has_part(name: Name, spellings: Iterable[str]) -> bool:
    texts = [text.casefold() for text in (name.slug, name.title, name.by)]
    return any(_is_part(part, text) for part in spellings if part for text in texts)


def _is_part(part: str, text: str) -> bool:
    """Whether `text` holds `part`; a short part counts only where a word begins."""
    return part in text if len(part) >= _SHORT else _begins_word(part, text)


def _begins_word(part: str, text: str) -> bool:
    """Whether a word in `text` begins with `part`: `goal` of `all goals`, not `subgoal`."""
    return re.search(rf"(?<![^\W_]){re.escape(part)}", text) is not None


def _only(typed: str, matches: Sequence[Name], how: str) -> Choice:
    """The slug that all of `matches` have; raises Ambiguous for several slugs."""
    slugs = sorted({name.slug for name in matches})
    if len(slugs) == 1:
        return Choice(slugs[0], how)
    message = f"{quoted(typed)} could be {_either(slugs)}."
    shown = slugs if len(slugs) <= _MOST_SHOWN else slugs[:_FEW]
    if typed.isdecimal():  # a count rather than a name: `lesson 5`
        raise Ambiguous(message, _list_hint(slugs, "item"), slugs, typed=typed)
    raise Ambiguous(
        message, "Type more of the name.", slugs, typed=typed, instead=shown
    )


def _either(slugs: Sequence[str], shown: int = _MOST_SHOWN) -> str:
    """`a or b`, `a, b or c`; above `shown` of them: `a, b, c, d, e, f and 9 more`."""
    if len(slugs) > shown:
        return f"{', '.join(slugs[:shown])} and {len(slugs) - shown} more"
    return join_words(slugs, "or")


def _not_found(
    typed: str, wanted: str, candidates: Sequence[Name], what: str
) -> NotFound:
    """The error, with the nearest names; else with how to list all; else with all."""
    message = f"There is no {what} called {quoted(typed)}."
    near = _nearest_slugs(wanted, candidates)
    if near:
        hint = f"Did you mean {_either(near)}?"
        return NotFound(message, hint, typed=typed, instead=near)
    names = sorted({name.slug for name in candidates})
    hint = _list_hint(names, what)
    instead = () if "tracker " in hint else names[:_FEW]
    return NotFound(message, hint, typed=typed, instead=instead)


def _nearest_slugs(wanted: str, candidates: Sequence[Name]) -> list[str]:
    slugs = {}
    for name in candidates:
        for spelling in (*name.aka, *name.own, name.slug):
            slugs[spelling.casefold()] = name.slug
    misspellings = load_module("tracker.text.misspellings")  # few names are none
    nearest = misspellings.find_nearest(wanted, slugs)
    return list(dict.fromkeys(slugs[near] for near in nearest))


def _list_hint(names: Sequence[str], what: str) -> str:
    """The command that lists all names, or else all of them."""
    if what.startswith("item") or not names:
        return "To search, type: tracker items --search WORD"
    if what in _WITH_LIST and len(names) > _MOST_SHOWN:
        return f"To list them all, type: tracker {what}s"
    return f"Type {_either(names, shown=len(names))}."
