"""Other programs' tags as tracker's: one word each."""

import re
from functools import lru_cache

from tracker.imports.rules.entries import MOST_CACHED
from tracker.journal.rules.records import tags_to_text

# What is neither a letter, a digit, `_` nor `-`: the blank of `deep work`.
_BETWEEN_WORDS = re.compile(r"[^\w-]+")


@lru_cache(maxsize=MOST_CACHED)
def tags_column(tags: tuple[str, ...]) -> str:
    """Tags as the column of sessions holds them: lower case, one word each, sorted.

    `("Deep work",)` is ` deep-work `.
    """
    words = [_BETWEEN_WORDS.sub("-", tag.casefold()).strip("-_") for tag in tags]
    return tags_to_text(tuple(filter(None, words)))
