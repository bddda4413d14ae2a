"""Everything that `show` says of one milestone or one item."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from tracker.curriculum.rules.estimate_ratio import Ratio
from tracker.curriculum.rules.items import Gate, Group, Item
from tracker.curriculum.rules.prerequisites import Need
from tracker.milestones.rules.ledger import Day
from tracker.milestones.rules.records import Milestone
from tracker.milestones.rules.status import MilestoneStatus

# How hours were recorded (`session.source`), and their seconds.
SourceHours = tuple[str, int]


class MilestoneDetails(NamedTuple):
    """A milestone with its ledger and what surrounds it.

    `item_titles`, `milestone_titles` and `other_states` are by slug. `implied` are the
    slugs that count as reached along with it. `days` are the seconds of its ledger day
    by day, `hours_by_source` the same seconds by how they were recorded. `groups` lead
    to it; `gates` are those of the items to it that are not begun, each with its item.
    `next_command` records the next result. `counted` is the milestone whose results it
    counts, `counting` are those that count its results.
    """

    status: MilestoneStatus
    today: date
    item_titles: Mapping[str, str]
    milestone_titles: Mapping[str, str]
    other_states: Mapping[str, str]
    implied: tuple[str, ...] = ()
    days: tuple[Day, ...] = ()
    hours_by_source: tuple[SourceHours, ...] = ()
    groups: tuple[Group, ...] = ()
    gates: tuple[tuple[str, Gate], ...] = ()
    next_command: str = ""
    counted: Milestone | None = None
    counting: tuple[MilestoneStatus, ...] = ()

    @property
    def day_expected_passed(self) -> date | None:
        """The day on which the expected hours were passed; None if they were not."""
        attempt = self.status.counted_attempt
        if attempt is None or attempt.high is None:
            return None
        return day_passed(self.days, attempt.high)


class LoggedHours(NamedTuple):
    """Sessions on an item: their number, first and last day, and seconds by source."""

    sessions: int
    first: date | None = None
    last: date | None = None
    hours_by_source: tuple[SourceHours, ...] = ()


class ItemDetails(NamedTuple):
    """An item with its hours and what surrounds it.

    `after` is the milestone that usually comes before it, `milestones` those it leads
    to or is attempted for, `remembered` the seconds recorded from memory.
    """

    item: Item
    today: date
    needs: tuple[Need, ...]
    group: Group | None
    after: MilestoneStatus | None
    milestones: tuple[MilestoneStatus, ...]
    logged: LoggedHours
    remembered: int = 0
    ratio: Ratio | None = None


def day_passed(days: Iterable[Day], high: int) -> date | None:
    """The day on which the sum of seconds passed `high`; None if it did not."""
    spent = 0
    for day, seconds in days:
        spent += seconds
        if spent > high:
            return day
    return None
