"""The facts of a progress report. Amounts are seconds; a renderer adds no facts."""

from dataclasses import dataclass
from datetime import date

from tracker.export.rules.hours import Hours
from tracker.readiness.rules.support import CONFIRMING_KINDS


@dataclass(frozen=True, slots=True)
class BoundHours:
    """Seconds spent on an attempt against the limit within which its result counts."""

    spent: int
    low: int
    high: int
    over: bool


@dataclass(frozen=True, slots=True)
class FigureDifference:
    """A reproduced figure less the claimed one, in `unit`.

    `relative` is a share of the claimed one; None where that is zero.
    """

    absolute: float
    relative: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Artefact:
    """One piece of evidence for a milestone or a skill.

    It is at `address`, or on request (None). `part` is the person's own part in the work.
    Evidence of a kind that the milestone does not list has `counts` false.
    `conditions` belong to the `reproduced` figure; `difference` is against `claimed`.
    """

    title: str
    milestone: str | None
    skill: str | None
    item: str | None
    kind: str
    address: str | None
    day: date
    part: str | None = None
    claimed: str | None = None
    reproduced: str | None = None
    ledger: BoundHours | None = None
    conditions: str | None = None
    difference: FigureDifference | None = None
    counts: bool = True

    @property
    def shows(self) -> tuple[str, ...]:
        """What it is evidence of: the same for all evidence of one thing."""
        return self.title, self.milestone or "", self.skill or "", self.item or ""

    @property
    def vouched(self) -> bool:
        """Whether it is a letter or review of somebody else's, and counts."""
        return self.counts and self.kind in CONFIRMING_KINDS


@dataclass(frozen=True, slots=True)
class Unseen:
    """Completed, but not public: a result without evidence, or a finished item."""

    title: str
    milestone: str | None
    item: str | None
    day: date | None
    claimed: str | None = None
    reproduced: str | None = None
    ledger: BoundHours | None = None
    conditions: str | None = None
    difference: FigureDifference | None = None


@dataclass(frozen=True, slots=True)
class UnderWay:
    """Work in progress: `spent` of `low` to `high`, its limit or else its estimate.

    `ledger` is there for a limit only.
    """

    title: str
    milestone: str | None
    item: str
    since: date | None
    spent: int
    low: int | None
    high: int | None
    ledger: BoundHours | None = None


@dataclass(frozen=True, slots=True)
class StrengthCounts:
    """How many requirements of one weight have each strength at the level they ask.

    Alternatives count as one.
    """

    weight: str
    checked: int
    shown: int
    practised: int
    said: int
    open: int


@dataclass(frozen=True, slots=True)
class RoleStatus:
    """Counts of a role's required lines: `met`, `claimed` and `open` add up to `total`.

    `met` have evidence; `possible` is `met` and `claimed` together.
    """

    role: str
    title: str
    variant: str | None
    total: int
    met: int
    possible: int
    claimed: int
    open: int
    open_musts: tuple[str, ...]
    strengths: tuple[StrengthCounts, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """One change of a plan, made on `day`: now due on `due`, or withdrawn (None)."""

    day: date
    due: date | None
    because: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A plan made on `said` for `due`, the reason given, each change, and the delivery.

    `late` is the number of days after `due` (negative: before it), where delivered.
    """

    title: str
    subject: str
    said: date
    due: date
    moved: tuple[Moved, ...]
    delivered: date | None
    late: int | None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Pledge:
    """The plan saved on the `day` an application was sent, and what became of it."""

    funder: str
    title: str
    day: date
    asked: str | None
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """A progress report over the days from `since` to `until`, both included."""

    as_of: date
    since: date | None
    until: date
    standing: RoleStatus | None
    artefacts: tuple[Artefact, ...]
    unseen: tuple[Unseen, ...]
    under_way: tuple[UnderWay, ...]
    plan: tuple[Promise, ...]
    hours: Hours
    pledges: tuple[Pledge, ...] = ()

    @property
    def vouched(self) -> bool:
        """Whether any evidence is a letter or review of somebody else's."""
        return any(each.vouched for each in self.artefacts)
