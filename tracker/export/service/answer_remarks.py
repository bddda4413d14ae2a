"""What to say of an answer that may not be meant so."""

from collections.abc import Iterator

from tracker.export.render.documents.form_texts import FACTS, WrittenField
from tracker.export.rules.answer_formats import expected_format
from tracker.text.columns import quoted


def answer_remarks(written: WrittenField) -> Iterator[str]:
    """Facts that are asked for in the wrong place, and an answer of a wrong format."""
    answer = written.filled.answer
    if answer is None:
        return
    key = written.field.key
    lines = [line.strip() for line in answer.split("\n")]
    if FACTS in lines and not written.filled.sources:
        yield f"{key}: there are no facts to put in place of {FACTS}."
    if any(FACTS in line and line != FACTS for line in lines):
        yield f"{key}: {FACTS} stands for facts only on a line of its own."
    expected = expected_format(written.field, written.text)
    if written.text and expected:
        yield f"{key}: {quoted(written.text)} is not {expected}."
