"""A file of answers to write: a form's questions and facts, and a place for each."""

from collections.abc import Iterator
from itertools import chain

from tracker.export.render.documents.form import form_title, say_terms
from tracker.export.render.documents.form_texts import FACTS, WrittenField, WrittenForm
from tracker.export.render.paste import paste_text
from tracker.export.render.phrases import answers as phrases
from tracker.text.marks import clean_text


def draft_text(form: WrittenForm) -> str:
    """The file as TOML; facts that are the text of a field are its answer already."""
    head = (
        phrases.answers_for(form_title(form.filled.funder)),
        phrases.BETWEEN_QUOTES,
        phrases.LONGER_TEXT,
        phrases.line_of_facts(FACTS),
    )
    questions = chain.from_iterable(map(_question, form.fields))
    return "\n".join((*_comment("\n".join(head)), *questions)) + "\n"


def _question(written: WrittenField) -> Iterator[str]:
    field = written.field
    yield ""
    yield from _comment(field.asks)
    yield from _comment(say_terms(field))
    if field.note:
        yield from _comment(f"Note: {field.note}")
    facts = "\n".join(filter(None, [written.text, paste_text(written.material)]))
    if facts:
        yield from _comment(f"Facts:\n{facts}")
    yield f'{field.key} = "{FACTS if written.text else ""}"'


def _comment(text: str) -> Iterator[str]:
    """Each line of a text as a comment, without letters that TOML forbids there."""
    for line in text.split("\n"):
        yield f"# {clean_text(line)}".rstrip()
