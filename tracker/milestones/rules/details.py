"""What is told of one milestone, or of one item, beside what stands in its records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.curriculum.rules.items import Group, Item
from tracker.curriculum.rules.prerequisites import Need
from tracker.curriculum.rules.ratios import Ratio
from tracker.milestones.rules.ledger import Day
from tracker.milestones.rules.status import MilestoneStatus


@dataclass(frozen=True, slots=True)
class MilestoneDetails:
    """A milestone and what is said of it besides: titles by slug, states of others, how its hours were written down.

    `days` are the seconds of its ledger day by day, `written` those by source.
    """

    status: MilestoneStatus
    today: date
    titles: Mapping[str, str]
    other_states: Mapping[str, str]
    implied: tuple[str, ...] = ()
    days: tuple[Day, ...] = ()
    hours_by_source: tuple[tuple[str, int], ...] = ()

    @property
    def day_expected_passed(self) -> date | None:
        """The day on which the hours expected were passed, where they were."""
        tried = self.status.counted_attempt
        return (
            day_passed(self.days, tried.high)
            if tried and tried.high is not None
            else None
        )


@dataclass(frozen=True, slots=True)
class LoggedHours:
    """Sessions on an item: how many, the first and the last day, seconds by how they were written down."""

    sessions: int
    first: date | None = None
    last: date | None = None
    hours_by_source: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ItemDetails:
    """An item and all that is told of it; `leads` are the milestones it leads to or is tried for."""

    item: Item
    today: date
    needs: tuple[Need, ...]
    group: Group | None
    after_state: str
    milestones: tuple[MilestoneStatus, ...]
    logged: LoggedHours
    remembered: int = 0
    ratio: Ratio | None = None


def day_passed(days: Iterable[Day], bound: int) -> date | None:
    """The day on which seconds logged day by day came to more than `bound`; None where they did not."""
    spent = 0
    for day, seconds in days:
        spent += seconds
        if spent > bound:
            return day
    return None
