"""What an entry must be by itself, beyond the type of each key: pure, each rule yields (key, message)."""

from collections.abc import Iterable, Iterator, Sequence
from math import isclose

from tracker.database.catalogue.faults import Complaint
from tracker.database.catalogue.records import (
    BarEntry,
    GroupEntry,
    ItemEntry,
    MilestoneEntry,
    PromptEntry,
    RequirementEntry,
    RoleEntry,
    SkillEntry,
    VariantEntry,
)
from tracker.text.choices import LEVELS

# A line that spans more than this is two places, not one passage; a track may well span more.
LONGEST_PASSAGE = 25


def item(entry: ItemEntry) -> Iterator[Complaint]:
    """Hours rise, what the guide names has its line, a status has its day, no list repeats itself."""
    yield from _rising("hours", entry.hours)
    if entry.hours[2] == 0:
        yield "hours", "must be more than nothing"
    yield from _from_guide(entry)
    yield from _passage(entry)
    if entry.status and not entry.as_of:
        yield "as_of", "is missing, and there is a status"
    for key in ("aka", "skills", "requires"):
        yield from _once(key, getattr(entry, key))


def milestone(entry: MilestoneEntry) -> Iterator[Complaint]:
    """Hours rise and add up, ladder and rung go together, what the guide names has its line."""
    for key, hours in (
        ("show_hours", entry.show_hours),
        ("within_hours", entry.within_hours or ()),
    ):
        yield from _rising(key, hours)
        if 0 in hours[:1]:
            yield key, "must be more than nothing"
    yield from _budget(entry)
    if (entry.ladder is None) != (entry.rung is None):
        yield (
            ("rung" if entry.rung is None else "ladder"),
            "is missing: ladder and rung go together",
        )
    yield from _from_guide(entry)
    yield from _passage(entry)
    for key in ("evidence", "needs", "covers", "items", "groups"):
        yield from _once(key, getattr(entry, key))


def skill(entry: SkillEntry) -> Iterator[Complaint]:
    """`shown_by` says all four levels, the lowest first."""
    yield from _passage(entry)
    if tuple(entry.shown_by) != LEVELS[1:]:
        yield "shown_by", f"must have {', '.join(LEVELS[1:])}, in this order"


def role(entry: RoleEntry) -> Iterator[Complaint]:
    """Each part is sound and has a slug of its own, and nothing is asked for twice."""
    yield from _passage(entry)
    for kind, parts in (
        ("variant", entry.variants),
        ("requirement", entry.requirements),
        ("bar", entry.bars),
    ):
        yield from _once(kind, [part.slug for part in parts])
    variants = [variant.slug for variant in entry.variants]
    for variant in entry.variants:
        yield from _part("variant", variant, variants)
    for bar in entry.bars:
        yield from _part("bar", bar, variants)
    for requirement in entry.requirements:
        yield from _part("requirement", requirement, variants)
        for key, message in _requirement(requirement):
            yield f"requirement.{requirement.slug}.{key}", message
    yield from _asked_once(entry.requirements, variants)


def passage(entry: GroupEntry | PromptEntry) -> Iterator[Complaint]:
    """Of a group or a prompt, only its lines can be wrong by themselves."""
    yield from _passage(entry)


def _part(
    kind: str, part: VariantEntry | RequirementEntry | BarEntry, variants: Sequence[str]
) -> Iterator[Complaint]:
    variant = getattr(part, "variant", None)
    if variant is not None and variant not in variants:
        yield f"{kind}.{part.slug}.variant", f"this role has no variant {variant!r}"
    for key, message in _passage(part):
        yield f"{kind}.{part.slug}.{key}", message


def _requirement(entry: RequirementEntry) -> Iterator[Complaint]:
    if (entry.skill is None) == (entry.milestone is None):
        yield "skill", "must name a skill or a milestone, and not both"
    if (entry.skill is None) != (entry.level is None):
        yield "level", "goes with a skill, and a skill with a level"
    if entry.stated and entry.quote is None:
        yield "quote", "is missing, and the guide is said to state this"
    if entry.step and (entry.milestone is None or entry.weight == "must"):
        yield "step", "is only for a milestone that is no must"


def _asked_once(
    requirements: Sequence[RequirementEntry], variants: Sequence[str]
) -> Iterator[Complaint]:
    asked: dict[tuple[str | None, ...], str] = {}
    for entry in requirements:
        for variant in [entry.variant] if entry.variant else variants or [""]:
            what = (entry.skill, entry.milestone, variant)
            if asked.setdefault(what, entry.slug) != entry.slug:
                yield (
                    f"requirement.{entry.slug}",
                    f"asks for the same thing as {asked[what]}",
                )
                break


def _budget(entry: MilestoneEntry) -> Iterator[Complaint]:
    if entry.budget_hours == 0:
        yield "budget_hours", "must be more than nothing"
    if entry.budget_split and not isclose(
        sum(entry.budget_split.values()), entry.budget_hours or 0
    ):
        yield "budget_split", "must add up to budget_hours"


def _rising(key: str, hours: Sequence[float]) -> Iterator[Complaint]:
    if list(hours) != sorted(hours):
        yield key, "must be in order, the lowest first"


def _from_guide(entry: ItemEntry | MilestoneEntry) -> Iterator[Complaint]:
    if entry.origin == "guide" and entry.line is None:
        yield "line", 'is missing, and the origin is "guide"'


def _passage(entry: object) -> Iterator[Complaint]:
    for key in ("line", "fills_line"):
        first, last = getattr(entry, key, None) or (1, 1)
        if last < first:
            yield key, "must be in order, the first line first"
        elif last - first >= LONGEST_PASSAGE:
            yield (
                key,
                f"spans {last - first + 1} lines: name one passage, of {LONGEST_PASSAGE} at most",
            )


def _once(key: str, words: Iterable[str]) -> Iterator[Complaint]:
    seen: set[str] = set()
    for word in words:
        if word in seen:
            yield key, f"names {word} twice"
        seen.add(word)
