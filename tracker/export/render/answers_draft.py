"""A file of answers to write: a form's questions and facts, and a place for each."""

from collections.abc import Iterator
from itertools import chain

from tracker.export.render.documents.form import form_title, say_terms
from tracker.export.render.documents.form_texts import FACTS, WrittenField, WrittenForm
from tracker.export.render.paste import paste_text
from tracker.text.columns import plain

_HEAD = f"""\
Write each answer between its quotes; \"\" leaves the question empty.
A longer text goes between ''' and '''. Numbers and days need no quotes.
A line {FACTS} in an answer stands for the facts below its question."""


def draft_text(form: WrittenForm) -> str:
    """The file as TOML; facts that are the text of a field are its answer already."""
    title = f"Answers for {form_title(form.filled.funder)}"
    questions = chain.from_iterable(map(_question, form.fields))
    return "\n".join((*_comment(f"{title}\n{_HEAD}"), *questions)) + "\n"


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
        yield f"# {plain(line)}".rstrip()
