"""The person's answer to a field: missing, or how long it is against each limit."""

from tracker.export.render.blocks import Slot
from tracker.export.render.phrases import answers
from tracker.export.render.phrases.forms import UNITS
from tracker.export.rules.text_length import TextLength


def say_slot(slot: Slot) -> str:
    """`empty: your answer (key summary), 0 of 1,000 characters`.

    Without a limit, an empty one has no count.
    """
    lengths = say_lengths(slot.counts)
    if slot.text is None:
        if all(length.limit is None for length in slot.counts):
            return answers.missing(slot.key)
        return answers.missing_with_limit(slot.key, lengths)
    over = [length.over for length in slot.counts if length.over]
    if over:
        return answers.answer_over(lengths, f"{over[0]:,}")
    return answers.answer(lengths)


def say_lengths(lengths: tuple[TextLength, ...]) -> str:
    """`0 of 1,000 characters`; with two limits, both."""
    return ", ".join(map(_say_length, lengths))


def _say_length(length: TextLength) -> str:
    unit, number = UNITS[length.unit], f"{length.number:,}"
    if length.limit is None:
        return answers.length(number, unit)
    return answers.length_of_limit(number, f"{length.limit:,}", unit)
