"""How long a text is, as a form counts it, against the limit it sets."""

import re
from dataclasses import dataclass

from tracker.export.rules.forms import Field


@dataclass(frozen=True, slots=True)
class TextLength:
    """So many of `unit` (characters, words or paragraphs), of at most `limit` where the form sets one."""

    unit: str
    number: int
    limit: int | None

    @property
    def over(self) -> int:
        """How many there are too many."""
        return max(self.number - self.limit, 0) if self.limit is not None else 0


def characters(text: str) -> int:
    """Characters as a browser counts them: UTF-16 units, so that most emoji are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def counts(text: str, field: Field) -> tuple[TextLength, ...]:
    """`text` against each limit of a field that can be counted; its characters where there is none."""
    found = [
        TextLength(unit, number, limit)
        for unit, number, limit in (
            ("character", characters(text), field.limit_chars),
            ("word", len(text.split()), field.limit_words),
            (
                "paragraph",
                len([part for part in re.split(r"\n\s*\n", text) if part.strip()]),
                field.limit_paragraphs,
            ),
        )
        if limit is not None
    ]
    return tuple(found) or (TextLength("character", characters(text), None),)
