"""What the words after `tracker known` mean: `python`, `python=strong`, `cs-degree`."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tracker.choices import LEVELS
from tracker.errors import Ambiguous, NotFound, Unreadable
from tracker.text.columns import join_words, quoted
from tracker.text.names import Name, choose
from tracker.text.placeholders import check_no_placeholder

BUNDLE, SKILL, MILESTONE, ITEM = "bundle", "skill", "milestone", "item"
ANY_KIND = f"{ITEM}, {MILESTONE}, {SKILL} or {BUNDLE}"
# A name, the sign before a level, and the level: `python=strong`, `python:strong`.
_WITH_LEVEL = r"(?P<name>[^=:]+)[=:](?P<level>.+)"

# The names of each kind: bundle, skill, milestone and item.
NamesByKind = Mapping[str, Sequence[Name]]


class KnownWord(NamedTuple):
    """What was typed, as what it was read, and the level if one was typed."""

    typed: str
    kind: str
    slug: str
    level: str | None = None


def check_no_level(typed: Sequence[str]) -> None:
    """Raises Unreadable for a level as a word of its own: `python strong`."""
    for before, word in zip(("", *typed), typed, strict=False):
        level = word.casefold()
        if level in LEVELS:
            # No line to paste claims the lowest level, which is none.
            example = f"{before or 'python'}={max(level, LEVELS[1], key=LEVELS.index)}"
            raise Unreadable(
                f"{quoted(word)} is a level, and belongs to a skill.",
                f"Type it without a blank: {example}",
                typed=f"{before} {word}".strip(),
                instead=[example],
            )


def read_known_word(typed: str, names: NamesByKind) -> KnownWord:
    """What a word means.

    Raises NotFound, Ambiguous or Unreadable: a name has to be typed whole, since a
    claim should not rest on a guess.
    """
    match = re.fullmatch(_WITH_LEVEL, typed)
    if match:
        return _read_rated_word(typed, match["name"], match["level"], names[SKILL])
    every = [name for kind in names for name in names[kind]]
    slug = _choose_whole(typed, every, ANY_KIND)
    kinds = [kind for kind in names if slug in {name.slug for name in names[kind]}]
    # A bundle claims what has its slug too. Only an own item can share a skill's.
    if kinds == [SKILL, ITEM]:
        raise Ambiguous(
            f"{slug} is a skill, and also an item of yours.",
            f"The skill:\n  tracker known {slug}=basic\n"
            f"The item:\n  tracker done {slug}",
            [slug],
        )
    return KnownWord(typed, kinds[0], slug)


def _read_rated_word(
    typed: str, name: str, level: str, skills: Sequence[Name]
) -> KnownWord:
    """A skill with its level. Raises as `read_known_word` does, for the whole word."""
    check_no_placeholder(level)
    wanted = "-".join(level.casefold().split())
    if wanted not in LEVELS[1:]:
        raise Unreadable(
            f"{quoted(level)} is not a level that one can have.",
            f"The levels are {join_words(LEVELS[1:])}.",
            typed=typed,
            instead=[f"{name}={each}" for each in LEVELS[1:]],
        )
    try:
        slug = _choose_whole(name, skills, SKILL)
    except NotFound as fault:
        near = [f"{each}={level}" for each in fault.instead]
        raise NotFound(fault.message, fault.hint, typed=typed, instead=near) from None
    except Ambiguous as fault:
        near = [f"{each}={level}" for each in fault.candidates]
        raise Ambiguous(
            fault.message, fault.hint, near, typed=typed, instead=near
        ) from None
    return KnownWord(typed, SKILL, slug, wanted)


def _choose_whole(typed: str, names: Sequence[Name], what: str) -> str:
    """The slug that `typed` is, or is another name of."""
    choice = choose(typed, names, what)
    if choice.how in ("exact", "aka"):
        return choice.slug
    raise NotFound(
        f"There is no {what} called {quoted(typed)}.",
        f"Did you mean {choice.slug}?",
        typed=typed,
        instead=[choice.slug],
    )
