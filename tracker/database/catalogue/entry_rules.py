"""Rules for one entry by itself, beyond the type of each key.

Each rule is pure and yields (key, message).
"""

from collections.abc import Iterable, Iterator, Sequence
from math import isclose

from tracker.choices import LEVELS
from tracker.database.catalogue.faults import Complaint
from tracker.database.catalogue.records import (
    BarEntry,
    GateEntry,
    GroupEntry,
    ItemEntry,
    MilestoneEntry,
    PromptEntry,
    RequirementEntry,
    RoleEntry,
    SkillEntry,
    VariantEntry,
)

# Lines that one passage of the guide may span; a track may span more.
LONGEST_PASSAGE = 25


def check_item(entry: ItemEntry) -> Iterator[Complaint]:
    """Hours are in order, an item of the guide has its line, a status has its day."""
    yield from _check_order("hours", entry.hours)
    if entry.hours[2] == 0:
        yield "hours", "must be more than 0"
    yield from _check_origin(entry)
    yield from _check_span(entry)
    if entry.status and not entry.as_of:
        yield "as_of", "is required with status"
    if entry.gate:
        yield from _check_gate(entry.gate)
    for key in ("aka", "skills", "requires"):
        yield from _check_repeats(key, getattr(entry, key))


def check_milestone(entry: MilestoneEntry) -> Iterator[Complaint]:
    """Hours are in order and add up, and a ladder comes with a rung."""
    for key, hours in (
        ("show_hours", entry.show_hours),
        ("within_hours", entry.within_hours or ()),
    ):
        yield from _check_order(key, hours)
        if 0 in hours[:1]:
            yield key, "must be more than 0"
    yield from _check_budget(entry)
    if (entry.count is None) != (entry.counted is None):
        yield (
            ("count" if entry.count is None else "counted"),
            "is missing: count and counted go together",
        )
    if (entry.ladder is None) != (entry.rung is None):
        yield (
            ("rung" if entry.rung is None else "ladder"),
            "is missing: ladder and rung go together",
        )
    yield from _check_origin(entry)
    yield from _check_span(entry)
    for key in ("evidence", "needs", "covers", "items", "groups"):
        yield from _check_repeats(key, getattr(entry, key))


def check_skill(entry: SkillEntry) -> Iterator[Complaint]:
    """`shown_by` has all four levels, the lowest first."""
    yield from _check_span(entry)
    if tuple(entry.shown_by) != LEVELS[1:]:
        yield "shown_by", f"must have {', '.join(LEVELS[1:])}, in this order"


def check_role(entry: RoleEntry) -> Iterator[Complaint]:
    """Each part is correct and has its own slug; no requirement stands twice."""
    yield from _check_span(entry)
    for key in ("tracks", "apply"):
        yield from _check_repeats(key, getattr(entry, key))
    for kind, parts in (
        ("variant", entry.variants),
        ("requirement", entry.requirements),
        ("bar", entry.bars),
    ):
        yield from _check_repeats(kind, [part.slug for part in parts])
    variants = [variant.slug for variant in entry.variants]
    for variant in entry.variants:
        yield from _check_part("variant", variant, variants)
    for bar in entry.bars:
        yield from _check_part("bar", bar, variants)
    for requirement in entry.requirements:
        yield from _check_part("requirement", requirement, variants)
        for key, message in _check_requirement(requirement):
            yield f"requirement.{requirement.slug}.{key}", message
    yield from _check_double_requirements(entry.requirements, variants)


def check_group(entry: GroupEntry) -> Iterator[Complaint]:
    """No first choice stands twice."""
    yield from _check_span(entry)
    yield from _check_repeats("prefer", entry.prefer)


def check_prompt(entry: PromptEntry) -> Iterator[Complaint]:
    """The lines of a question."""
    yield from _check_span(entry)


def _check_gate(gate: GateEntry) -> Iterator[Complaint]:
    """Hours are in order; odds and dates have the day they were looked up."""
    yield from _check_order("gate.hours", gate.hours or ())
    if gate.hours and gate.hours[2] == 0:
        yield "gate.hours", "must be more than 0"
    if (gate.odds or gate.window or gate.closed) and not gate.as_of:
        yield "gate.as_of", "is required with odds, window or closed"


def _check_part(
    kind: str, part: VariantEntry | RequirementEntry | BarEntry, variants: Sequence[str]
) -> Iterator[Complaint]:
    variant = getattr(part, "variant", None)
    if variant is not None and variant not in variants:
        yield f"{kind}.{part.slug}.variant", f"this role has no variant {variant!r}"
    for key, message in _check_span(part):
        yield f"{kind}.{part.slug}.{key}", message


def _check_requirement(entry: RequirementEntry) -> Iterator[Complaint]:
    if (entry.skill is None) == (entry.milestone is None):
        yield "skill", "must name a skill or a milestone, not both"
    if (entry.skill is None) != (entry.level is None):
        yield "level", "is required with a skill, and only then"
    if entry.level_is_ours and not (entry.stated and entry.level):
        yield "level_is_ours", "is only for a level, with stated = true"
    if entry.stated and entry.quote is None:
        yield "quote", "is required with stated = true"
    if entry.step and (entry.milestone is None or entry.weight == "must"):
        yield "step", "is only for a milestone with weight should or helps"


def _check_double_requirements(
    requirements: Sequence[RequirementEntry], variants: Sequence[str]
) -> Iterator[Complaint]:
    """A requirement for all variants stands in the way of one for a single variant."""
    first: dict[tuple[str | None, ...], str] = {}
    for entry in requirements:
        its_variants = [entry.variant] if entry.variant else variants or [""]
        for variant in its_variants:
            subject = (entry.skill, entry.milestone, variant)
            slug = first.setdefault(subject, entry.slug)
            if slug != entry.slug:
                message = f"asks for the same thing as {slug}"
                yield f"requirement.{entry.slug}", message
                break


def _check_budget(entry: MilestoneEntry) -> Iterator[Complaint]:
    if entry.budget_hours == 0:
        yield "budget_hours", "must be more than 0"
    if entry.budget_split and not isclose(
        sum(entry.budget_split.values()), entry.budget_hours or 0
    ):
        yield "budget_split", "must add up to budget_hours"
    if entry.phase_items and entry.phase_items.keys() != entry.budget_split.keys():
        yield "phase_items", "must name an item for each phase of budget_split"


def _check_order(key: str, hours: Sequence[float]) -> Iterator[Complaint]:
    if list(hours) != sorted(hours):
        yield key, "must be in order, the lowest first"


def _check_origin(entry: ItemEntry | MilestoneEntry) -> Iterator[Complaint]:
    if entry.origin == "guide" and entry.line is None:
        yield "line", 'is required with origin = "guide"'


def _check_span(entry: object) -> Iterator[Complaint]:
    for key in ("line", "fills_line"):
        first, last = getattr(entry, key, None) or (1, 1)
        if last < first:
            yield key, "must be in order, the first line first"
        elif last - first >= LONGEST_PASSAGE:
            yield (
                key,
                f"spans {last - first + 1} lines: "
                f"name one passage, of {LONGEST_PASSAGE} at most",
            )


def _check_repeats(key: str, slugs: Iterable[str]) -> Iterator[Complaint]:
    seen: set[str] = set()
    for slug in slugs:
        if slug in seen:
            yield key, f"names {slug} twice"
        seen.add(slug)
