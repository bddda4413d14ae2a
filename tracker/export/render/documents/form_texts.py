"""What stands in each field of a form: the person's answer, or the facts."""

from dataclasses import dataclass, replace

from tracker.export.render.blocks import Block, FieldText, Para
from tracker.export.render.documents.form_blocks import FactBlocks
from tracker.export.render.documents.plans import criteria_list
from tracker.export.render.paste import paste_text
from tracker.export.rules.fill_form import FilledField, FilledForm
from tracker.export.rules.forms import PLANS, Field
from tracker.export.rules.text_length import TextLength, count_characters, count_text
from tracker.text.marks import clean_text

# A line of an answer that stands for the facts of its field.
FACTS = "{facts}"


@dataclass(frozen=True, slots=True)
class WrittenField:
    """A field with its text, empty where it has none, and the `lengths` of a text.

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
        """The characters of all texts together, against the form's limit.

        Ticks, choices, numbers and days are no texts.
        """
        texts = [written.text for written in self.fields if written.lengths]
        characters = sum(map(count_characters, texts))
        return TextLength("character", characters, self.filled.funder.limit_chars)


def write_form(filled: FilledForm) -> WrittenForm:
    """The text of each field; facts that stand in one are referred to in later ones.

    When the milestones planned are reached, in the guide's words, is material only.
    """
    facts = FactBlocks(filled)
    fields = [_write(each, facts) for each in filled.fields]
    for at, written in enumerate(fields):
        if PLANS in written.filled.sources:
            material = (*written.material, *criteria_list(filled.packet))
            fields[at] = replace(written, material=material)
            break
    return WrittenForm(filled, tuple(fields))


def write_field(filled: FilledForm, key: str) -> WrittenField:
    """The text of one field, with all its facts."""
    field = next(each for each in filled.fields if each.field.key == key)
    return _write(field, FactBlocks(filled))


def _write(filled: FilledField, facts: FactBlocks) -> WrittenField:
    lines = _answer_lines(filled)
    has_facts = FACTS in lines
    required, is_asked = filled.field.required, filled.answer is not None
    material: tuple[Block, ...] = ()
    blocks: tuple[Block, ...] = ()
    if has_facts:
        blocks = facts.under(filled, has_reference=required or is_asked)
    else:
        material = facts.beside(filled, has_reference=required)
    content = _content(lines, blocks)
    return WrittenField(
        filled=filled,
        content=content,
        lengths=count_text(content.text, filled.field),
        material=material,
    )


def _answer_lines(filled: FilledField) -> list[str]:
    """The lines of the answer; of none where there is none, or the facts alone."""
    if filled.answer is None:
        return [FACTS] if filled.has_facts_as_text else []
    lines = filled.answer.split("\n")
    return [FACTS if line.strip() == FACTS else clean_text(line) for line in lines]


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
