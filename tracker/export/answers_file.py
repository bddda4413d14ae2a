"""A file of answers drafted for a form: its questions and facts, and a place for each."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tracker.export.output_file import check_place, write_whole
from tracker.export.protected_files import check_unprotected
from tracker.export.render.documents.form import form_title, say_terms
from tracker.export.render.documents.form_texts import FACTS, WrittenField, WrittenForm
from tracker.export.render.paste import paste_text
from tracker.text.columns import plain

OPTION = "--answers"
_HEAD = f"""\
Write each answer between its quotes; \"\" leaves the question empty.
A longer text goes between ''' and '''. Numbers and days need no quotes.
A line {FACTS} in an answer stands for the facts below its question."""


def check_draft(place: Path, database: str, inputs: list[Path]) -> None:
    """Refuse a place where no file of answers can be drafted.

    Raises Refused for the database and what the export reads, FileProblem for a place
    that cannot be written.
    """
    check_unprotected(place, database, inputs, OPTION)
    check_place(place, force=False, option=OPTION)


def draft_answers(place: Path, form: WrittenForm) -> None:
    """Write the questions of a form to a new file of answers; facts stand where they do.

    Raises Refused where a file was put there meanwhile, FileProblem where none can be.
    """
    title = f"Answers for {form_title(form.filled.funder)}"
    lines = _comment(f"{title}\n{_HEAD}")
    questions = chain.from_iterable(map(_question, form.fields))
    write_whole(
        place, "\n".join((*lines, *questions)) + "\n", force=False, option=OPTION
    )


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
