"""Other programs' tags as tracker's: one word each."""

import re
from functools import lru_cache

from tracker.journal.rules.records import tags_to_text

_OTHER = re.compile(r"[^\w-]+")


@lru_cache(maxsize=10_000)
def tags_column(tags: tuple[str, ...]) -> str:
    """Tags as sessions hold them: in lower case, whatever stands between words as `-`, sorted."""
    words = (_OTHER.sub("-", tag.casefold()).strip("-_") for tag in tags)
    return tags_to_text(tuple(filter(None, words)))
