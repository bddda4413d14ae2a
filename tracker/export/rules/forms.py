"""A funder's form: its fields in order, what each asks, its limits, and its facts."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta, Struct, field

from tracker.database.catalogue.keys import Count, Flag, Slug, Text, Url, one_of
from tracker.text.names import Name, choose

# Sources that more than one module tells apart.
EVIDENCE = "milestones with evidence"
HOURS = "hours by track"
PLANS = "plan and forecast"
PROMISED = "promised against delivered"
BUDGET = "budget"
RAISED = "money raised"
HISTORY = "funding history"
# Where the facts of a field come from (`source_from` in a form's file).
SOURCES = (
    "own words",
    "profile",
    "links",
    "cv",
    "contacts",
    "references",
    "courses done",
    HOURS,
    "sessions",
    "session notes",
    EVIDENCE,
    "work in progress",
    "readiness gap",
    "decisions and views",
    PLANS,
    PROMISED,
    BUDGET,
    RAISED,
    HISTORY,
)
Source = Annotated[str, one_of(SOURCES)]
Sources = Annotated[
    tuple[Source, ...],
    Meta(min_length=1, description="must be a list of known sources"),
]
UNKNOWN = "unknown"  # a date or a status
_DATED = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
Dated = Annotated[
    str,
    Meta(
        # `2026`, `2026-10` or `2026-10-01`; no month 13, no day 32
        pattern=rf"\A{_DATED}\Z",
        description='must be a year, month or day, such as "2026-10-01"',
    ),
]
StatusDay = Annotated[
    str,
    Meta(
        # the same, or `unknown`
        pattern=rf"\A({UNKNOWN}|{_DATED})\Z",
        description='must be a year, month or day, or "unknown"',
    ),
]
Texts = Annotated[tuple[Text, ...], Meta(description="must be a list of texts")]


class Field(Struct, frozen=True, forbid_unknown_fields=True):
    """One question of a form. Characters are counted as in a browser: in UTF-16 units."""

    key: Slug
    asks: Text
    required: Flag
    source_from: Sources
    limit_chars: Count | None = None
    limit_words: Count | None = None
    limit_pages: Count | None = None
    limit_sentences: Count | None = None
    limit_paragraphs: Count | None = None
    format: Text | None = None
    part_of: Text | None = None
    page: Text | None = None
    note: Text | None = None

    @property
    def limits(self) -> dict[str, int]:
        """The limits that it has, each by its unit."""
        limits = {
            "character": self.limit_chars,
            "word": self.limit_words,
            "sentence": self.limit_sentences,
            "paragraph": self.limit_paragraphs,
            "page": self.limit_pages,
        }
        return {unit: limit for unit, limit in limits.items() if limit}


class ReportingRule(Struct, frozen=True, forbid_unknown_fields=True):
    """What a funder wants reported afterwards, and how often."""

    cadence: Text
    asks: Texts = ()
    public: Flag | None = None
    note: Text | None = None


class TaskHours(Struct, frozen=True, forbid_unknown_fields=True):
    """Which hours of a time-boxed task count.

    `cap`, `target` and `extra_for_summary` are hours.
    """

    cap: Count
    target: Count | None = None
    extra_for_summary: Count | None = None
    counted: Texts = ()
    not_counted: Texts = ()
    extra_rule: Text | None = None
    reset: Text | None = None
    evidence: Text | None = None
    earlier_work: Text | None = None
    conflict: Text | None = None


class Funder(Struct, frozen=True, forbid_unknown_fields=True):
    """One programme's form: open or closed as of `as_of`, its fields as of another day.

    `address` is where a person fills it in, `source` where this record of it is from.
    `hand` says whether that was the form itself or somebody's record of it.
    `limit_chars` is for all answers together. `succeeded_by` replaced a closed form.
    """

    slug: Slug
    title: Text
    by: Text
    kind: Annotated[str, one_of(("application", "progress report"))]
    status: Annotated[str, one_of(("open", "closed", UNKNOWN))]
    as_of: StatusDay
    source: Text
    seen: Text
    address: Url | None = None
    fields_as_of: Dated | None = None
    hand: Annotated[str, one_of(("first", "second"))] | None = None
    deadline: Text | None = None
    limit_chars: Count | None = None
    advised: Text | None = None
    period: Annotated[str, one_of(("week",))] | None = None
    text_as_of: Text | None = None
    amount: Text | None = None
    effort: Text | None = None
    length: Text | None = None
    voice: Text | None = None
    eligible: Text | None = None
    meant_for: Text | None = field(default=None, name="for")
    format: Text | None = None
    note: Text | None = None
    succeeds: Text | None = None
    succeeded_by: Slug | None = None
    apply_through: Slug | None = None
    report: ReportingRule | None = None
    hours: TaskHours | None = None
    fields: tuple[Field, ...] = ()

    @property
    def full_title(self) -> str:
        """The title with the funder, unless that says it: `Rapid Grant, BlueDot Impact`."""
        name = self.by.partition(" (")[0]
        return self.title if name in self.title else f"{self.title}, {name}"

    @property
    def sources(self) -> frozenset[str]:
        """The sources of all its fields."""
        return frozenset(source for each in self.fields for source in each.source_from)

    @property
    def is_report(self) -> bool:
        """Whether it is for a report on work that was funded."""
        return self.kind == "progress report"


def same_funder_slugs(form: Funder, forms: Mapping[str, Funder]) -> frozenset[str]:
    """The slugs of all forms of one funder, and of the forms that this one replaced.

    An update reports on what an application promised, though each has its own form.
    """
    return frozenset(
        other.slug
        for other in forms.values()
        if form.by == other.by or form.slug == other.succeeded_by
    )


def find_form(typed: str, forms: Mapping[str, Funder]) -> Funder:
    """The form that `typed` names; raises NotFound or Ambiguous."""
    names = [Name(form.slug, form.title, (), form.by) for form in forms.values()]
    return forms[choose(typed, names, "funder").slug]
