"""`ready` as text: counts, requirements with reasons, bars, and what to apply for."""

from collections.abc import Iterator, Sequence
from datetime import date

from tracker.choices import FOLDED_WEIGHT, WEIGHTS
from tracker.labels import CLAIMED, OPEN, SHOWN, WEIGHT_LABELS
from tracker.readiness.rules.answers import ReadyAnswer
from tracker.readiness.rules.readiness import Counts, Readiness, RequirementLine
from tracker.readiness.rules.reasons import find_met_alternative, reasons_for
from tracker.readiness.rules.records import Lines
from tracker.readiness.view.applications import opening_lines, other_role_lines
from tracker.readiness.view.bars import bar_lines
from tracker.readiness.view.marks import INFERRED, LEGENDS, say_level
from tracker.readiness.view.what_if import what_if_lines
from tracker.text.columns import display_width, wrap
from tracker.text.days import say_day
from tracker.text.screen import SCREEN

HEADS = ("asks for", "status")
ALL_LINES = "To see all lines, add --helpful."
SOURCES = "Words, sources and where to apply"
REASON_HEAD, LINE_HEAD = "why", "guide line"
# Mark and name, level asked, strength, guide lines.
Cells = tuple[str, str, str, str]


def ready_text(answer: ReadyAnswer) -> str:
    """One screen at 80 columns; helpful lines only if asked for.

    Of a what-if only the differences, unless helpful lines are asked for.
    """
    openings = answer.openings
    printed = [opening.bar for opening in openings if opening.bar]
    head = [
        title_line(answer.readiness, f"as of {_say_full_day(answer.context.today)}"),
        *_variant_lines(answer.readiness),
        *what_if_lines(answer),
    ]
    if answer.before and not answer.show_helpful:
        changed = _changed_count_lines(answer.before, answer.readiness)
        return "\n".join([*head, *changed, ALL_LINES])
    parts = [
        *head,
        *_count_lines(answer),
        *opening_lines(openings),
        *other_role_lines(answer.other_roles),
        *_requirement_lines(answer),
        *bar_lines(answer.readiness.bars, answer.context, printed=printed),
        *_link_lines(answer.readiness),
        *_way_on_lines(answer),
    ]
    return "\n".join(parts)


def title_line(readiness: Readiness, right: str) -> str:
    """The role's name, with `right` at the end of the line."""
    name = role_name(readiness)
    return name + right.rjust(SCREEN.columns - display_width(name))


def role_name(readiness: Readiness) -> str:
    """`Research lead (theoretical), conceptual`."""
    if readiness.variant is None:
        return readiness.role.title
    return f"{readiness.role.title}, {readiness.variant.slug}"


def say_line_numbers(span: Lines) -> str:
    """The guide's line or lines: `25`, `29-33`."""
    if span is None:
        return ""
    first, last = span
    return str(first) if first == last else f"{first}-{last}"


def say_counts(counts: Counts) -> str:
    """`1 of 4 shown, 1 claimed, 2 open.`: the parts add up to the whole."""
    shown = f"{counts.met} of {counts.total} {SHOWN}"
    return f"{shown}, {counts.claimed} {CLAIMED}, {counts.open} {OPEN}."


def compare_counts(before: Counts, after: Counts) -> str:
    """The counts now and before: `1 of 4 shown (was 0), 1 claimed (was 2), ...`."""
    if before == after:
        return f"{say_counts(after)} No change."
    shown = f"{after.met} of {after.total} {SHOWN} (was {before.met})"
    claimed = f"{after.claimed} {CLAIMED} (was {before.claimed})"
    return f"{shown}, {claimed}, {after.open} {OPEN} (was {before.open})."


def say_count_label(weight: str) -> str:
    """`Required: `: all labels have the same width."""
    return f"{WEIGHT_LABELS[weight] + ':':<10}"


def _say_full_day(day: date) -> str:
    return f"{say_day(day, day)} {day.year}"


def _variant_lines(readiness: Readiness) -> Iterator[str]:
    variant, variants = readiness.variant, readiness.role.variants
    if variant is None:
        return
    others = " or ".join(each.slug for each in variants if each is not variant)
    first = " (the first)" if variant is variants[0] else ""
    yield f"Variant: {variant.slug}{first}. Other: --variant {others}"


def _count_lines(answer: ReadyAnswer) -> Iterator[str]:
    for weight in WEIGHTS:
        counts = answer.readiness.counts(weight)
        folded = ""
        if weight == FOLDED_WEIGHT and not answer.show_helpful:
            folded = "  (tracker ready --helpful)"
        if counts.total:
            yield f"{say_count_label(weight)}{say_counts(counts)}{folded}"


def _changed_count_lines(before: Readiness, after: Readiness) -> Iterator[str]:
    for weight in WEIGHTS:
        was, counts = before.counts(weight), after.counts(weight)
        if was != counts:
            yield f"{say_count_label(weight)}{compare_counts(was, counts)}"


def _link_lines(readiness: Readiness) -> Iterator[str]:
    """Where the sources of the bars are, and where to apply."""
    if readiness.bars:
        yield f"{SOURCES}: tracker show {readiness.role.slug}"


def _way_on_lines(answer: ReadyAnswer) -> Iterator[str]:
    """The road, if something is still to show; and for the target what to do next."""
    readiness = answer.readiness
    if not readiness.unmet_lines():
        return
    if answer.is_target:
        yield "The road there: tracker gaps"
        yield "What to do next: tracker next"
        return
    command = f"tracker gaps {readiness.role.slug}"
    if readiness.variant:
        command += f" --variant {readiness.variant.slug}"
    yield f"The road there: {command}"


def _requirement_lines(answer: ReadyAnswer) -> Iterator[str]:
    weights = [
        weight for weight in WEIGHTS if answer.show_helpful or weight != FOLDED_WEIGHT
    ]
    lines = [
        line for line in answer.readiness.lines if line.requirement.weight in weights
    ]
    if not lines:
        return
    cells = [_cells(lines, at) for at in range(len(lines))]
    columns = list(zip(*cells, strict=True))
    widths = [max(map(len, column)) for column in columns]
    is_any_ours = any(line.requirement.level_is_ours for line in lines)
    heads = ("  ".join(LEGENDS) if is_any_ours else LEGENDS[0], *HEADS)
    widths[:3] = map(max, widths[:3], map(len, heads))
    yield _heads(heads, widths)
    for line, row in zip(lines, cells, strict=True):
        yield from _requirement_rows(row, widths, say_reason(line, answer))


def _heads(heads: Sequence[str], widths: Sequence[int]) -> str:
    """What stands in each column; the marks are explained above the names."""
    left = "  ".join(f"{head:<{at}}" for head, at in zip(heads, widths, strict=False))
    return f"{left}  {REASON_HEAD}".ljust(SCREEN.columns - len(LINE_HEAD)) + LINE_HEAD


def say_reason(line: RequirementLine, answer: ReadyAnswer) -> str:
    """Why a line has its strength, or which alternative is met in its place."""
    alternative = find_met_alternative(line, answer.readiness)
    if alternative:
        return f"not needed: {alternative} is {SHOWN}"
    return reasons_for(line, answer.context)[0]


def _requirement_rows(row: Cells, widths: Sequence[int], reason: str) -> Iterator[str]:
    """A requirement, its reason beside it, and the guide's lines at the end."""
    *asked_widths, last_width = widths
    padded = [
        cell.ljust(width) for cell, width in zip(row[:3], asked_widths, strict=True)
    ]
    asked = "  ".join(padded) + "  "
    room = SCREEN.columns - len(asked)
    first, *rest = _reason_lines(reason, room, last_width + 2)
    padding = " " * (room - last_width - display_width(first))
    yield f"{asked}{first}{padding}{row[3].rjust(last_width)}"
    for more in rest:
        # A name that is too long for its column begins further left.
        yield " " * min(len(asked), SCREEN.columns - display_width(more)) + more


def _reason_lines(reason: str, width: int, taken: int) -> list[str]:
    """A reason in `width` columns, its first line shorter by `taken`.

    The first line is empty if a word of the reason has no room there.
    """
    lines = wrap(reason, width=width - taken).split("\n")
    if display_width(lines[0]) < width - taken + 2:
        return lines
    return ["", *wrap(reason, width=width).split("\n")]


def _cells(lines: Sequence[RequirementLine], at: int) -> Cells:
    """One row: the weight is written where it changes, `or` before an alternative."""
    line = lines[at]
    asked = line.requirement
    above = lines[at - 1].requirement if at else None
    label = ""
    if above is None or above.weight != asked.weight:
        label = WEIGHT_LABELS[asked.weight]
    if above and asked.any_of and above.any_of == asked.any_of:
        label = "      or"
    mark = " " if asked.stated else INFERRED
    name = f"{label:<9}{mark} {asked.slug}"
    numbers = say_line_numbers(asked.line)
    return name, say_level(asked), line.strength.label, numbers
