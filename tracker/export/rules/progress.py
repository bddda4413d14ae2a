"""The facts of a progress report. Amounts are seconds; a renderer adds no facts."""

from dataclasses import dataclass
from datetime import date

from tracker.export.rules.hours import Hours
from tracker.export.rules.person import NOBODY, Person
from tracker.labels import GUIDE, GUIDE_ADDRESS
from tracker.milestones.rules.figures import WorkFigures


@dataclass(frozen=True, slots=True)
class BoundHours:
    """Seconds spent on an attempt against the limit within which its result counts.

    Of those `spent`, in `agent` only an agent ran.
    """

    spent: int
    low: int
    high: int
    over: bool
    agent: int = 0


@dataclass(frozen=True, slots=True)
class WorkLink:
    """Evidence of a work: at `address`, or on request (None).

    Evidence of a kind that the milestone does not list has `counts` false.
    """

    kind: str
    address: str | None
    day: date
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work: with one item, or one milestone reached without an item.

    `title` is the person's own, or else the item's. Without `links` it is completed,
    but not public, or confirmed by a letter alone. `milestones` are the slugs of those
    reached with it, the latest first; `counts_as` are titles of those that its own does
    not tell. `day` is that of its newest link, or else the day it was reached. `part`
    is the person's own part in it. `rank` is the place that the person gave it, from 1;
    0 leaves it out. It is `claimed` where no result has all the evidence it needs.
    `has_hours` says whether hours were logged, None without an item. One that is
    `vouched` only others can confirm: letters alone name it.
    """

    title: str
    item: str | None
    milestones: tuple[str, ...]
    day: date | None
    links: tuple[WorkLink, ...] = ()
    summary: str | None = None
    part: str | None = None
    figures: tuple[WorkFigures, ...] = ()
    ledger: BoundHours | None = None
    rank: int | None = None
    counts_as: tuple[str, ...] = ()
    claimed: bool = False
    has_hours: bool | None = None
    vouched: bool = False

    @property
    def key(self) -> str:
        """Its item, or the milestone reached without one."""
        return self.item or self.milestones[0]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter or review `about` a work or a skill; at `address`, or on request (None).

    One about a work has its `milestone`, and its `item` if it has one. `vouched` says
    that it is `about` a milestone that only others can confirm.
    """

    about: str
    milestone: str | None
    skill: str | None
    kind: str
    address: str | None
    day: date
    item: str | None = None
    vouched: bool = False

    @property
    def key(self) -> str | None:
        """That of the work that it is about."""
        return self.item or self.milestone


@dataclass(frozen=True, slots=True)
class UnderWay:
    """Work in progress: `spent` of `low` to `high`, its limit or else its estimate.

    Of those `spent`, in `agent` only an agent ran. `ledger` is there for a limit only.
    `part` of `whole` is what the person says is
    done of the item, None where they said nothing.
    """

    title: str
    milestone: str | None
    item: str
    since: date | None
    spent: int
    low: int | None
    high: int | None
    ledger: BoundHours | None = None
    part: int | None = None
    whole: int | None = None
    agent: int = 0


@dataclass(frozen=True, slots=True)
class RequirementCounts:
    """How many requirements there are: `met`, `claimed` and `open` add up to `total`."""

    total: int
    met: int
    claimed: int
    open: int


@dataclass(frozen=True, slots=True)
class RoleStatus:
    """Counts of a role's required lines: `met`, `claimed` and `open` add up to `total`.

    `met` have evidence; `possible` is `met` and `claimed` together. `expected` are the
    counts of the expected lines. `source` says whose requirements they are.
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
    expected: RequirementCounts
    source: str = GUIDE
    source_address: str = GUIDE_ADDRESS


@dataclass(frozen=True, slots=True)
class Moved:
    """One change of a plan, made on `day`: now due on `due`, or withdrawn (None)."""

    day: date
    due: date | None
    because: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A plan made on `said` for `due`, the reason given, each change, and the outcome.

    `state` is one of `PROMISE_STATES`. `late` is the number of days from `due` to
    `completed` (negative: before it); of an open one, from its last due day to today,
    None where that is to come. `delivered` is the first day with evidence that
    counts, within the limit of hours; `links` are all its evidence. `ledger` is there
    for a limit only. `has_hours` says whether hours were logged, None without an item.
    """

    title: str
    subject: str
    said: date
    due: date
    moved: tuple[Moved, ...] = ()
    because: str = ""
    state: str = "open"
    completed: date | None = None
    delivered: date | None = None
    late: int | None = None
    links: tuple[WorkLink, ...] = ()
    ledger: BoundHours | None = None
    has_hours: bool | None = None


@dataclass(frozen=True, slots=True)
class Pledge:
    """The plan saved on the `day` an application was sent, and what became of it.

    It was sent with a progress report where `is_report`.
    """

    funder: str
    title: str
    day: date
    asked: str | None
    promises: tuple[Promise, ...]
    is_report: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """A progress report over the days from `since` to `until`, both included.

    `works` have evidence; `unseen` are completed, but not public.
    """

    as_of: date
    since: date | None
    until: date
    standing: RoleStatus | None
    works: tuple[Work, ...]
    unseen: tuple[Work, ...]
    under_way: tuple[UnderWay, ...]
    plan: tuple[Promise, ...]
    hours: Hours
    pledges: tuple[Pledge, ...] = ()
    letters: tuple[Letter, ...] = ()
    person: Person = NOBODY
