"""The requirements of `ready`: what is asked, its status, the reason, guide lines."""

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.choices import FOLDED_WEIGHT
from tracker.labels import SHOWN, WEIGHT_LABELS
from tracker.readiness.rules.answers import ReadyAnswer
from tracker.readiness.rules.readiness import RequirementLine
from tracker.readiness.rules.reasons import find_met_alternative, reasons_for
from tracker.readiness.rules.records import Lines
from tracker.readiness.view.marks import INFERRED, LEGENDS, say_level
from tracker.text.columns import BELOW, GAP, NARROWEST, display_width, wrap
from tracker.text.screen import SCREEN, USUAL

_OR = "or"
_LABEL = 9  # columns of a weight


class RequirementRow(NamedTuple):
    """The texts of a requirement; `label` is its weight where that changes, or `or`."""

    label: str
    name: str
    level: str
    strength: str
    reason: str
    numbers: str

    @property
    def asked(self) -> tuple[str, str, str]:
        """What stands before the reason."""
        label = self.label.rjust(_LABEL - 1 if self.label == _OR else 0)
        name = f"{label:<{_LABEL}}{self.name}" if self.name else self.label
        return name, self.level, self.strength


def requirement_lines(answer: ReadyAnswer) -> Iterator[str]:
    """A head, then each requirement; helpful ones only if they are asked for.

    Where the terminal is narrow, the reason stands below what is asked.
    """
    lines = [
        line
        for line in answer.readiness.lines
        if answer.show_helpful or line.requirement.weight != FOLDED_WEIGHT
    ]
    if not lines:
        return
    listed = [_row(lines, at, answer) for at in range(len(lines))]
    rows = [_head(lines), *listed]
    columns = zip(*(row.asked for row in rows), strict=True)
    widths = [max(map(display_width, column)) for column in columns]
    last = max(len(row.numbers) for row in listed)
    left = sum(widths) + len(GAP) * len(widths)
    needed = max(USUAL - left, *(_columns_after(row, last) for row in rows))
    most = SCREEN.columns if SCREEN.wraps_tables else sys.maxsize
    room = min(needed, most - left)
    for row in rows:
        if room < NARROWEST:
            yield from _narrow_lines(row, widths)
        else:
            yield from _wide_lines(row, widths, room, last)


def _head(lines: Sequence[RequirementLine]) -> RequirementRow:
    """What stands in each column; the marks are explained above the names."""
    is_any_ours = any(line.requirement.level_is_ours for line in lines)
    legend = GAP.join(LEGENDS if is_any_ours else LEGENDS[:1])
    return RequirementRow(legend, "", "asks for", "status", "why", "guide line")


def _row(
    lines: Sequence[RequirementLine], at: int, answer: ReadyAnswer
) -> RequirementRow:
    line = lines[at]
    asked = line.requirement
    above = lines[at - 1].requirement if at else None
    label = ""
    if above is None or above.weight != asked.weight:
        label = WEIGHT_LABELS[asked.weight]
    elif asked.any_of and above.any_of == asked.any_of:
        label = _OR
    mark = " " if asked.stated else INFERRED
    return RequirementRow(
        label,
        f"{mark} {asked.slug}",
        level=say_level(asked),
        strength=line.strength.label,
        reason=say_reason(line, answer),
        numbers=say_line_numbers(asked.line),
    )


def say_reason(line: RequirementLine, answer: ReadyAnswer) -> str:
    """Why a requirement has its status: `moderate level shown: gpt2-small`."""
    alternative = find_met_alternative(line, answer.readiness)
    if alternative:
        return f"not needed: {alternative} is {SHOWN}"
    return reasons_for(line, answer.context)[0]


def say_line_numbers(span: Lines) -> str:
    """The guide's line or lines: `25`, `29-33`."""
    if span is None:
        return ""
    first, last = span
    return str(first) if first == last else f"{first}-{last}"


def _columns_after(row: RequirementRow, last: int) -> int:
    """The columns of a reason on one line, with guide lines of `last` columns."""
    return display_width(row.reason) + len(GAP) + max(last, len(row.numbers))


def _wide_lines(
    row: RequirementRow, widths: Sequence[int], room: int, last: int
) -> Iterator[str]:
    """The reason beside what is asked, and the guide's lines at the end."""
    asked = ""
    for cell, width in zip(row.asked, widths, strict=True):
        asked += cell.ljust(width) + GAP
    taken = max(last, len(row.numbers)) + len(GAP)
    first, *rest = _reason_lines(row.reason, room, taken)
    yield f"{asked}{first}{row.numbers.rjust(room - display_width(first))}".rstrip()
    for more in rest:
        # A name that is too long for its column begins further left.
        yield " " * min(len(asked), SCREEN.columns - display_width(more)) + more


def _reason_lines(reason: str, room: int, taken: int) -> list[str]:
    """A reason in `room` columns, its first line shorter by `taken`.

    The first line is empty if a word of the reason has no room there.
    """
    lines = wrap(reason, width=room - taken).split("\n")
    if display_width(lines[0]) <= room - taken:
        return lines
    return ["", *wrap(reason, width=room).split("\n")]


def _narrow_lines(row: RequirementRow, widths: Sequence[int]) -> Iterator[str]:
    """The weight, the name, below it what is asked, then the reason."""
    is_or = row.label == _OR
    if row.label and not is_or:
        yield row.label
    if row.name:
        yield f"{_OR} {row.name}" if is_or else row.name
    level, strength = row.level.ljust(widths[1]), row.strength.ljust(widths[2])
    numbers = row.numbers.rjust(len("guide line"))
    yield f"{' ' * BELOW}{level}{GAP}{strength}{GAP}{numbers}".rstrip()
    yield wrap(row.reason, BELOW)
