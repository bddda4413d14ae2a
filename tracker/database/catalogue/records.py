"""The entries of a catalogue, and the catalogue."""

from msgspec import Struct, field

from tracker.database.catalogue.keys import (
    Akas,
    AsOf,
    Bound,
    Count,
    Estimate,
    EvidenceKinds,
    Flag,
    Hour,
    HoursFrom,
    ItemKind,
    Letters,
    Level,
    LevelTexts,
    Line,
    Origin,
    PhaseItems,
    Phases,
    Phd,
    PromptKind,
    Question,
    Quote,
    Sentence,
    SkillLevels,
    Slug,
    Slugs,
    Stage,
    Text,
    Url,
    Weight,
    Year,
)


class CatalogueEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """An entry has a slug: unique among its kind, or within its role."""

    slug: Slug


class TrackEntry(CatalogueEntry, frozen=True):
    """A large subject; each item is in one."""

    title: Text
    purpose: Text
    line: Line | None = None


class GroupEntry(CatalogueEntry, frozen=True):
    """Items of one track of which `choose` are enough."""

    title: Text
    track: Slug
    choose: Count
    prefer: Slugs = ()
    line: Line | None = None
    origin: Origin = "guide"
    fills_line: Line | None = None
    note: Text | None = None


class GateEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody else must give before an item can begin, such as an offer."""

    needs: Text
    hours: Estimate | None = None
    letters: Letters = 0
    odds: Text | None = None
    window: Text | None = None
    closed: Flag = False
    as_of: AsOf | None = None
    url: Url | None = None


class ItemEntry(CatalogueEntry, frozen=True):
    """One thing to study or do."""

    title: Text
    kind: ItemKind
    track: Slug
    hours: Estimate
    hours_from: HoursFrom
    skills: Slugs
    origin: Origin
    aka: Akas = ()
    by: Text | None = None
    year: Year | None = None
    url: Url | None = None
    requires: Slugs = ()
    after: Slug | None = None
    gate: GateEntry | None = None
    group: Slug | None = None
    line: Line | None = None
    fills_line: Line | None = None
    status: Text | None = None
    as_of: AsOf | None = None
    note: Text | None = None


class SkillEntry(CatalogueEntry, frozen=True):
    """Something that roles ask for at a level, with the evidence for each level."""

    title: Text
    meaning: Text
    shown_by: LevelTexts
    line: Line | None = None


class VariantEntry(CatalogueEntry, frozen=True):
    """One of the ways to fill a role."""

    title: Text
    does: Text
    tracks: Slugs = ()
    line: Line | None = None


class RequirementEntry(CatalogueEntry, frozen=True):
    """One line of a role: a skill at a level, or a milestone."""

    weight: Weight
    stated: Flag
    line: Line | None = None
    skill: Slug | None = None
    level: Level | None = None
    level_is_ours: Flag = False
    milestone: Slug | None = None
    any_of: Slug | None = None
    variant: Slug | None = None
    step: Flag = False
    quote: Quote | None = None
    note: Text | None = None


class BarEntry(CatalogueEntry, frozen=True):
    """What a named employer has said that it asks for, in its words."""

    who: Text
    says: Quote
    milestone: Slug
    as_of: AsOf
    apply: Slug | None = None
    url: Url | None = None
    line: Line | None = None
    variant: Slug | None = None
    status: Text | None = None
    note: Text | None = None


class RoleEntry(CatalogueEntry, frozen=True):
    """A kind of work, and what it asks for."""

    title: Text
    does: Text
    where: Text
    phd: Phd
    requirements: tuple[RequirementEntry, ...] = field(name="requirement")
    line: Line | None = None
    tracks: Slugs = ()
    apply: Slugs = ()
    variants: tuple[VariantEntry, ...] = field(name="variant", default=())
    bars: tuple[BarEntry, ...] = field(name="bar", default=())
    note: Text | None = None


class MilestoneEntry(CatalogueEntry, frozen=True):
    """Something that a person can show to others, and how to tell."""

    title: Text
    criterion: Text
    evidence: EvidenceKinds
    skills: SkillLevels
    show_hours: Estimate
    show_by: Sentence
    origin: Origin
    stage: Stage | None = None
    within_hours: Bound | None = None
    budget_hours: Hour | None = None
    budget_split: Phases = {}
    phase_items: PhaseItems = {}
    count: Count | None = None
    counted: Slug | None = None
    ladder: Slug | None = None
    rung: Count | None = None
    needs: Slugs = ()
    covers: Slugs = ()
    items: Slugs = ()
    groups: Slugs = ()
    line: Line | None = None
    note: Text | None = None


class PromptEntry(CatalogueEntry, frozen=True):
    """A question to answer again from time to time."""

    kind: PromptKind
    question: Question
    subject: Slug | None = None
    line: Line | None = None


# The tables that a file may hold, those within a role, and that within an item.
KINDS: dict[str, type[CatalogueEntry]] = {
    "track": TrackEntry,
    "group": GroupEntry,
    "item": ItemEntry,
    "skill": SkillEntry,
    "role": RoleEntry,
    "milestone": MilestoneEntry,
    "prompt": PromptEntry,
}
PARTS: dict[str, type[CatalogueEntry]] = {
    "variant": VariantEntry,
    "requirement": RequirementEntry,
    "bar": BarEntry,
}
INNER: dict[str, type[Struct]] = {"gate": GateEntry}


class Catalogue(Struct, frozen=True):
    """All entries of a folder, in the order of its files.

    `files` has the file of each entry, by kind and slug.
    """

    tracks: tuple[TrackEntry, ...] = ()
    groups: tuple[GroupEntry, ...] = ()
    items: tuple[ItemEntry, ...] = ()
    skills: tuple[SkillEntry, ...] = ()
    roles: tuple[RoleEntry, ...] = ()
    milestones: tuple[MilestoneEntry, ...] = ()
    prompts: tuple[PromptEntry, ...] = ()
    files: dict[tuple[str, str], str] = {}
