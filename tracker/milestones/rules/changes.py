"""What a command changed of an item or a milestone, for its answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tracker.curriculum.rules.items import ItemChange
from tracker.milestones.rules.claims import Claim
from tracker.milestones.rules.details import MilestoneDetails
from tracker.milestones.rules.records import Attempt, Milestone, Result
from tracker.milestones.rules.status import MilestoneStatus


class ItemOutcome(NamedTuple):
    """An item changed by the command `action`: `done`, `drop`, `skip` or `reopen`.

    `statuses` are those of all milestones after the change, `group_left` is how many
    more items of its choice group are to be done.
    """

    action: str
    change: ItemChange
    statuses: tuple[MilestoneStatus, ...]
    today: date
    group_left: int = 0


@dataclass(frozen=True, slots=True)
class MilestoneOutcome:
    """A milestone changed by the command `action`: `done`, `reach`, `drop`, `reopen`.

    `typed` is its name as typed, `how` what that matched. `claim` is what was typed of
    `result`; only `done` and `reach` have both. `completed` are the slugs of milestones
    that count, and that this result reached. `neighbours` are the milestones nearby
    that evidence shows of a kind which this one does not list, by its kind. `elsewhere`
    are addresses typed that another work has as evidence, each with its result.
    """

    action: str
    typed: str
    how: str
    before: MilestoneStatus
    details: MilestoneDetails
    claim: Claim | None = None
    result: Result | None = None
    completed: tuple[str, ...] = ()
    neighbours: Mapping[str, Milestone] = field(default_factory=dict)
    elsewhere: tuple[tuple[str, Result], ...] = ()


class AttemptOutcome(NamedTuple):
    """An attempt begun or changed; `before` is the one with the same item, if any.

    `earlier_seconds` were logged on the item before the attempt's first day, the
    first of them on `first_day`.
    """

    attempt: Attempt
    before: Attempt | None
    details: MilestoneDetails
    earlier_seconds: int
    first_day: date | None


Outcome = ItemOutcome | MilestoneOutcome
