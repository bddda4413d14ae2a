"""The facts of a progress report. Amounts are seconds; a renderer lays them out and adds nothing."""

from dataclasses import dataclass
from datetime import date

from tracker.export.rules.hours import Hours
from tracker.readiness.rules.strengths import CONFIRMING_KINDS


@dataclass(frozen=True, slots=True)
class BoundHours:
    """Hours of a try against the bound within which its result counts; `over` where they ran past it."""

    spent: int
    low: int
    high: int
    over: bool


@dataclass(frozen=True, slots=True)
class FigureDifference:
    """A reproduced figure less the claimed one, in `unit`; `relative` to the claimed one, where that is not zero."""

    absolute: float
    relative: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Artefact:
    """One piece of evidence, of a milestone or of a skill: at `address`, or on request where its place is none.

    What does not count for what it is given for has an address all the same, where it can be looked at.

    `conditions` are those of the `reproduced` figure, `difference` what lies between it and the `claimed` one.
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
        """What it is evidence of; all evidence of one thing has this in common."""
        return self.title, self.milestone or "", self.skill or "", self.item or ""

    @property
    def vouched(self) -> bool:
        """Whether it rests on somebody else's word, and counts for what that is about."""
        return self.counts and self.kind in CONFIRMING_KINDS


@dataclass(frozen=True, slots=True)
class Unseen:
    """Something done that nobody else can look at: a result on the person's own word, or a finished item."""

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
    """Something begun: `spent` of `low` to `high`, where it has a bound or an estimate; a bound's `ledger`."""

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
    """How many requirements of one weight have each strength at the level they ask; alternatives count as one."""

    weight: str
    checked: int
    shown: int
    practised: int
    said: int
    open: int


@dataclass(frozen=True, slots=True)
class RoleStatus:
    """Against the role, in counts: `met` can be looked at, `possible` adds the person's word, `open` is the rest."""

    role: str
    title: str
    variant: str | None
    total: int
    met: int
    possible: int
    open: int
    open_musts: tuple[str, ...]
    strengths: tuple[StrengthCounts, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """One change of a plan: said on `day`, now due on `due` (None: withdrawn), and the reason given then."""

    day: date
    due: date | None
    because: str


@dataclass(frozen=True, slots=True)
class Promise:
    """What was meant to be reached by `due`, as was said on `said` for `because`; each change since; what came of it.

    `late` is days after `due` (negative: before it), where it was delivered.
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
    """The plan as it was frozen on the `day` an application went out, and what came of each of its promises since."""

    funder: str
    title: str
    day: date
    asked: str | None
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """A whole progress report, as of a day, over the days from `since` to `until`, both included."""

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
        """Whether a line rests on somebody else's word."""
        return any(each.vouched for each in self.artefacts)
