"""How long the text of a field is against its limits, and that it is missing."""

from tracker.export.render.blocks import Slot
from tracker.export.render.phrases import answers
from tracker.export.render.phrases.forms import UNITS
from tracker.export.rules.text_length import TextLength


def field_slot(key: str, text: str, lengths: tuple[TextLength, ...]) -> Slot:
    """`summary: 87 of 1,000 characters`, or that it is empty; `key` is the field's.

    A tick, a choice, a number or a day has no lengths.
    """
    if text and not lengths:
        return Slot(answers.filled_in(key))
    if text:
        return Slot(answers.with_length(key, say_lengths(lengths)))
    if all(length.limit is None for length in lengths):
        return Slot(answers.empty(key))
    return Slot(answers.empty_with_limit(key, say_lengths(lengths)))


def say_lengths(lengths: tuple[TextLength, ...]) -> str:
    """`0 of 1,000 characters`; with two limits, both."""
    return ", ".join(map(say_length, lengths))


def say_length(length: TextLength) -> str:
    """`130 of 120 characters, 10 over the limit`; `1,305 characters, no limit`."""
    unit, number = UNITS[length.unit], f"{length.number:,}"
    if length.limit is None:
        return answers.without_limit(number, unit)
    line = answers.of_limit(number, f"{length.limit:,}", unit)
    return answers.over_limit(line, f"{length.over:,}") if length.over else line
