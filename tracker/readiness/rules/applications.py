"""Where to apply now: an employer's bar is reached, or all that a role requires."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tracker.curriculum.rules.items import Item
from tracker.labels import CLAIMED, SHOWN
from tracker.readiness.rules.readiness import BarLine, Readiness, RequirementLine
from tracker.readiness.rules.records import Bar
from tracker.readiness.rules.strengths import Strengths
from tracker.readiness.rules.support import Strength


class Opening(NamedTuple):
    """Something to apply for now: the item by which one applies, and why.

    `bar` is the employer's bar that is reached, None if it is all that a role requires.
    """

    item: Item
    why: str
    bar: Bar | None = None


def find_applications(
    readiness: Readiness,
    items: Mapping[str, Item],
    milestones_of_item: Mapping[str, Iterable[str]],
    strengths: Strengths,
) -> tuple[Opening, ...]:
    """What to apply for now, once for each item, what is best shown first.

    Left out are items that are done, skipped or dropped, those known to be closed, and
    those that lead to a milestone that is reached or claimed.
    """
    by_item: dict[str, Opening] = {}
    for slug, why, bar in (*_bar_reasons(readiness), *_role_reasons(readiness)):
        item = items.get(slug)
        has_ended = any(map(strengths.milestone, milestones_of_item.get(slug, ())))
        if item and is_open_to_apply(item) and not has_ended:
            by_item.setdefault(slug, Opening(item, why, bar))
    return tuple(by_item.values())


def is_open_to_apply(item: Item) -> bool:
    """Whether one can apply by an item, as far as known, and has not done so yet."""
    is_closed = item.gate is not None and item.gate.closed
    return item.state is None and not item.retired and not is_closed


def _bar_reasons(readiness: Readiness) -> Iterator[tuple[str, str, Bar]]:
    """The item, why, and the bar; bars with the same words count together."""
    by_words: dict[tuple[str, str], list[BarLine]] = {}
    for line in readiness.bars:
        by_words.setdefault((line.bar.who, line.bar.says), []).append(line)
    reached = [lines for lines in by_words.values() if _are_reached(lines)]
    for lines in sorted(reached, key=lambda each: max(map(_bar_rank, each))):
        bar = lines[0].bar
        status = _BAR_STATUSES[max(map(_bar_rank, lines))]
        why = f'{status} {bar.who} ({bar.as_of[:4]}): "{bar.says}"'
        for slug in dict.fromkeys(line.bar.apply for line in lines):
            if slug:
                yield slug, why, bar


# How a bar is reached, the best first.
_BAR_STATUSES = (
    "This bar is met.",
    f"All parts of this bar are {SHOWN}.",
    f"This bar is {CLAIMED}, without evidence.",
)


def _are_reached(lines: Iterable[BarLine]) -> bool:
    return all(line.is_reached for line in lines)


def _bar_rank(line: BarLine) -> int:
    """The place of a reached bar in `_BAR_STATUSES`."""
    if line.state == "met":
        return 0
    return 1 if line.has_parts_shown else 2


def _role_reasons(readiness: Readiness) -> Iterator[tuple[str, str, None]]:
    """The items by which one applies for the role, if all it requires is claimed."""
    best: dict[str, RequirementLine] = {}
    for line in readiness.lines:
        unit = line.requirement.unit
        if line.requirement.weight != "must":
            continue
        if unit not in best or line.strength > best[unit].strength:
            best[unit] = line
    lines = tuple(best.values())
    if lines and all(line.strength >= Strength.SAID for line in lines):
        for slug in readiness.role.apply:
            yield slug, _say_required(lines), None


def _say_required(lines: Sequence[RequirementLine]) -> str:
    """`All 4 required lines are shown or claimed; claimed: programming, taste`."""
    claimed = [line.requirement.slug for line in lines if not line.is_met]
    whole = "The one required line is"
    if len(lines) > 1:
        whole = f"All {len(lines)} required lines are"
    if not claimed:
        return f"{whole} {SHOWN}."
    if len(claimed) == len(lines):
        return f"{whole} {CLAIMED}: {', '.join(claimed)}."
    return f"{whole} {SHOWN} or {CLAIMED}; {CLAIMED}: {', '.join(claimed)}."
