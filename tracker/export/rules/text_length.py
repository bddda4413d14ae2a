"""How long a text is, as a form counts it, against the form's limits."""

import re
from dataclasses import dataclass

from tracker.export.rules.answer_formats import takes_text
from tracker.export.rules.forms import Field

# A blank line, which ends a paragraph.
_BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class TextLength:
    """The `number` of a `unit` (character, word or paragraph); `limit` is the form's."""

    unit: str
    number: int
    limit: int | None

    @property
    def over(self) -> int:
        """How many are over the limit; 0 where there is none."""
        return max(self.number - self.limit, 0) if self.limit is not None else 0


def count_characters(text: str) -> int:
    """Characters as a browser counts them: UTF-16 units, so that most emoji are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def count_text(text: str, field: Field) -> tuple[TextLength, ...]:
    """`text` against each countable limit of a field; else its characters alone.

    Without a limit, a tick, a choice, a number or a day has no length.
    """
    paragraphs = [part for part in _BLANK_LINE.split(text) if part.strip()]
    characters = count_characters(text)
    lengths = (
        TextLength("character", characters, field.limit_chars),
        TextLength("word", len(text.split()), field.limit_words),
        TextLength("paragraph", len(paragraphs), field.limit_paragraphs),
    )
    limited = tuple(length for length in lengths if length.limit is not None)
    if limited or not takes_text(field):
        return limited
    return (TextLength("character", characters, None),)
