"""A role, whole: what it is, what it asks for with its quotes, and how to apply."""

from collections.abc import Iterator

from tracker.choices import WEIGHTS
from tracker.labels import WEIGHT_LABELS
from tracker.milestones.view.fields import (
    layout_fields,
    layout_heading,
    say_guide_lines,
)
from tracker.readiness.rules.records import Requirement, Variant
from tracker.readiness.rules.role_answers import BarsAnswer, RoleAnswer
from tracker.readiness.view.applications import item_lines
from tracker.readiness.view.bars import bar_lines
from tracker.readiness.view.marks import INFERRED, LEGENDS, say_level
from tracker.text.columns import display_width, wrap
from tracker.text.screen import SCREEN, USUAL

INDENT = 4
# Columns of what is asked; where it has fewer, its lines of the guide are below it.
MIN_ROOM = 40


def whole_role_text(answer: RoleAnswer) -> str:
    """What the role is, its requirements by weight, its bars, and how to apply."""
    role = answer.role
    fields = [
        ("role", role.slug),
        ("does", role.does),
        ("where", role.where),
        ("PhD", role.phd),
        ("note", role.note or ""),
    ]
    for variant in role.variants:
        fields.append(("variant", _say_variant(variant)))
    parts = [
        layout_heading(role.title, say_guide_lines(role.line)),
        layout_fields(fields),
        *_requirement_lines(answer),
        *bar_lines(answer.bars.bars, answer.bars.context, has_links=True),
        *_apply_lines(answer),
        f"How ready you are: tracker ready {role.slug}",
    ]
    return "\n".join(parts)


def named_bars_text(answer: BarsAnswer) -> str:
    """What employers said, and where to apply."""
    return "\n".join(bar_lines(answer.bars, answer.context, has_links=True))


def _say_variant(variant: Variant) -> str:
    return f"{variant.slug}: {variant.does}" if variant.does else variant.slug


def _requirement_lines(answer: RoleAnswer) -> Iterator[str]:
    """The requirements of each weight; what is useful besides comes last."""
    asked = answer.role.requirements
    yield "  ".join(LEGENDS).rjust(min(SCREEN.columns, USUAL))
    for weight in WEIGHTS:
        group = [each for each in asked if each.weight == weight and not each.step]
        if group:
            yield WEIGHT_LABELS[weight]
        for requirement in group:
            yield from _requirement_rows(requirement, answer)
    steps = [each for each in asked if each.step]
    if steps:
        yield "Also useful"
    for requirement in steps:
        yield from _requirement_rows(requirement, answer)


def _requirement_rows(asked: Requirement, answer: RoleAnswer) -> Iterator[str]:
    """What is asked, with its lines of the guide; the guide's words and a note below."""
    mark = " " if asked.stated else INFERRED
    numbers = say_guide_lines(asked.line)
    text = _say_asked(asked, answer)
    columns = min(SCREEN.columns, max(USUAL, len(text) + len(numbers) + 4))
    room = columns - len(numbers) - 2
    is_narrow = room < MIN_ROOM
    first, *more = wrap(text, 2, SCREEN.columns if is_narrow else room).split("\n")
    end = "" if is_narrow else numbers.rjust(columns - display_width(first))
    yield f"{mark}{first[1:]}{end}".rstrip()
    yield from more
    if is_narrow and numbers:
        yield f"{' ' * INDENT}{numbers}"
    if asked.quote:
        yield wrap(f'"{asked.quote}"', indent=INDENT)
    if asked.note:
        yield wrap(asked.note, indent=INDENT)


def _say_asked(asked: Requirement, answer: RoleAnswer) -> str:
    """`programming: Software engineering, strong`, with variant and alternatives."""
    milestone = answer.bars.context.milestones.get(asked.milestone or "")
    what = milestone.title if milestone else answer.skills[asked.skill or ""]
    parts = [f"{asked.slug}: {what}", say_level(asked)]
    if asked.variant:
        parts.append(f"for {asked.variant}")
    others = [
        each.slug
        for each in answer.role.requirements
        if asked.any_of and each.any_of == asked.any_of and each is not asked
    ]
    if others:
        parts.append(f"or {' or '.join(others)}")
    return ", ".join(part for part in parts if part)


def _apply_lines(answer: RoleAnswer) -> Iterator[str]:
    items = [answer.bars.context.items[slug] for slug in answer.role.apply]
    if items:
        yield "How to apply"
    for item in items:
        yield from item_lines(item, INDENT)
