"""A funder's form as dated data: its fields in order, each with what it asks, its limits, and where facts come from."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from tracker.database.catalogue.keys import Count, Flag, Slug, Text

Source = Literal[
    "own words", "profile", "links", "cv", "contacts", "references", "courses done", "hours by track", "sessions",
    "session notes", "milestones with evidence", "readiness gap", "decisions and views", "plan and forecast",
    "promised against delivered", "budget", "funding history",
]  # fmt: skip
Sources = Annotated[
    tuple[Source, ...],
    Meta(min_length=1, description="must be a list of sources that are known"),
]
Dated = Annotated[
    str,
    Meta(
        pattern=r"\A(unknown|\d{4}(-\d\d){0,2})\Z",
        description='must be a year, month or day, or "unknown"',
    ),
]
Texts = Annotated[tuple[Text, ...], Meta(description="must be a list of texts")]


class Field(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing a form asks. Characters are counted as a browser does: in UTF-16 units."""

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


class ReportingRule(Struct, frozen=True, forbid_unknown_fields=True):
    """What a funder wants to hear afterwards, and how often."""

    cadence: Text
    asks: Texts = ()
    public: Flag | None = None
    note: Text | None = None


class TaskHours(Struct, frozen=True, forbid_unknown_fields=True):
    """Which hours a time-boxed task counts; `cap`, `target` and `extra_for_summary` are hours."""

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
    """One programme's form, true as of `as_of` only. A closed one may say by which it was succeeded."""

    slug: Slug
    title: Text
    by: Text
    kind: Literal["application", "progress report"]
    status: Literal["open", "closed", "unknown"]
    as_of: Dated
    source: Text
    seen: Text
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


def of_one_giver(form: Funder, known: Mapping[str, Funder]) -> frozenset[str]:
    """The slugs of all forms of whoever a form is of, and of those that went over to it.

    An update answers for what an application promised, though each has a form of its own.
    """
    return frozenset(
        other.slug
        for other in known.values()
        if form.by == other.by or form.slug == other.succeeded_by
    )
