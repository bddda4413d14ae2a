"""What stands in each field of a form: the person's answer, or the facts."""

from dataclasses import dataclass

from tracker.export.render.blocks import Block, FieldText, Para
from tracker.export.render.documents.form_blocks import FactBlocks
from tracker.export.render.paste import paste_text
from tracker.export.rules.fill_form import FilledField, FilledForm
from tracker.export.rules.forms import Field
from tracker.export.rules.text_length import TextLength, count_characters, count_text
from tracker.text.columns import plain

# A line of an answer that stands for the facts of its field.
FACTS = "{facts}"


@dataclass(frozen=True, slots=True)
class WrittenField:
    """A field with its text, empty where it has none, and the `lengths` of that.

    `material` are facts that do not stand in the text.
    """

    filled: FilledField
    content: FieldText
    lengths: tuple[TextLength, ...]
    material: tuple[Block, ...]

    @property
    def field(self) -> Field:
        """The field as the form has it."""
        return self.filled.field

    @property
    def text(self) -> str:
        """What stands in the field, to be copied."""
        return self.content.text

    @property
    def is_over(self) -> bool:
        """Whether the text is over a limit of the field."""
        return any(length.over for length in self.lengths)


@dataclass(frozen=True, slots=True)
class WrittenForm:
    """A form with the texts of all its fields."""

    filled: FilledForm
    fields: tuple[WrittenField, ...]

    @property
    def required(self) -> int:
        """The number of required fields."""
        return sum(written.field.required for written in self.fields)

    @property
    def empty(self) -> int:
        """The number of required fields without text."""
        return sum(
            written.field.required and not written.text for written in self.fields
        )

    @property
    def total(self) -> TextLength:
        """The characters of all texts together, against the form's limit."""
        characters = sum(count_characters(written.text) for written in self.fields)
        return TextLength("character", characters, self.filled.funder.limit_chars)


def write_form(filled: FilledForm) -> WrittenForm:
    """The text of each field; facts that stand in one are referred to in later ones."""
    facts, material = FactBlocks(filled.packet), FactBlocks(filled.packet)
    fields = tuple(_write(each, facts, material) for each in filled.fields)
    return WrittenForm(filled, fields)


def _write(
    filled: FilledField, facts: FactBlocks, material: FactBlocks
) -> WrittenField:
    lines = _answer_lines(filled)
    has_facts = FACTS in lines
    blocks = facts.under(filled) if has_facts else ()
    content = _content(lines, blocks)
    if not has_facts:
        material.shown = {**facts.shown, **material.shown}
    return WrittenField(
        filled=filled,
        content=content,
        lengths=count_text(content.text, filled.field),
        material=() if has_facts else material.under(filled),
    )


def _answer_lines(filled: FilledField) -> list[str]:
    """The lines of the answer; of none where there is none, or the facts alone."""
    if filled.answer is None:
        return [FACTS] if filled.has_facts_as_text else []
    lines = filled.answer.split("\n")
    return [FACTS if line.strip() == FACTS else plain(line) for line in lines]


def _content(lines: list[str], facts: tuple[Block, ...]) -> FieldText:
    """The lines as they are, each a paragraph, with the facts in their place."""
    fact_text = paste_text(facts)
    texts: list[str] = []
    blocks: list[Block] = []
    for line in lines:
        if line != FACTS:
            texts.append(line)
            blocks += [Para(line)] if line.strip() else []
        elif facts:
            texts.append(fact_text)
            blocks += facts
    text = "\n".join(texts).strip("\n")
    return FieldText(text if text.strip() else "", tuple(blocks))
