"""What the commands of this folder look up before they show something whole."""

from datetime import date

from sqlalchemy import Connection

from tracker.curriculum.rules.items import Item
from tracker.curriculum.rules.prerequisites import find_needs
from tracker.curriculum.rules.ratios import find_ratio
from tracker.curriculum.store.items import read_groups, read_items
from tracker.database.bridge import raw_connection
from tracker.journal.store.item_hours import item_by_source, item_day_clocks, item_days
from tracker.journal.store.timer import read_recollections
from tracker.milestones.rules.details import ItemDetails, LoggedHours, MilestoneDetails
from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.records import Result
from tracker.milestones.rules.results import Claim, make_result
from tracker.milestones.rules.status import MilestoneStatus, milestone_statuses
from tracker.milestones.store.changes import reopen_milestone, save_result
from tracker.milestones.store.milestones import (
    read_attempts,
    read_dropped,
    read_milestones,
    read_results,
)


def all_statuses(db: Connection, today: date) -> dict[str, MilestoneStatus]:
    """How each milestone stands, without those shipped no more that nothing was done about."""
    found = milestone_statuses(
        read_milestones(db),
        read_attempts(db),
        read_results(db),
        read_dropped(db),
        today,
    )
    return {
        slug: each
        for slug, each in found.items()
        if each.state != "open" or not each.milestone.retired
    }


def item_details(db: Connection, slug: str, today: date) -> ItemDetails:
    """An item with all that is told of it."""
    known = {item.slug: item for item in read_items(db)}
    item, sets = known[slug], {group.slug: group for group in read_groups(db)}
    standing = all_statuses(db, today)
    return ItemDetails(
        item=item,
        today=today,
        needs=find_needs(item, known, sets),
        group=sets.get(item.group or ""),
        after_state=standing[item.after].state if item.after in standing else "open",
        milestones=tuple(each for each in standing.values() if _leads(item, each)),
        logged=_logged(db, slug),
        remembered=sum(
            each.seconds
            for each in read_recollections(raw_connection(db))
            if each.item == slug
        ),
        ratio=find_ratio(item.kind, known.values()),
    )


def milestone_details(db: Connection, slug: str, today: date) -> MilestoneDetails:
    """A milestone with all that is told of it."""
    found = all_statuses(db, today)
    standing = found[slug]
    ledger = standing.ledger
    span = (
        (ledger.item, ledger.since, ledger.until)
        if ledger.item and ledger.since
        else None
    )
    return MilestoneDetails(
        status=standing,
        today=today,
        titles={item.slug: item.title for item in read_items(db)},
        other_states={each.slug: each.state for each in found.values()},
        implied=tuple(
            sorted(
                implied_milestones(each.milestone for each in found.values())[slug],
                key=list(found).index,
            )
        ),
        days=tuple(item_day_clocks(raw_connection(db), *span)) if span else (),
        hours_by_source=_written(db, *span) if span else (),
    )


def record_result(
    db: Connection, before: MilestoneStatus, claim: Claim, today: date, now: int
) -> Result:
    """Keep a result as `claim` makes it; a milestone that was given up is taken up again. `now` is UTC seconds."""
    result = make_result(claim, before, today)
    save_result(db, result, now)
    reopen_milestone(db, before.slug, now, attempts=False)
    return result


def _leads(item: Item, standing: MilestoneStatus) -> bool:
    """Whether an item leads to a milestone: as listed, by its group, or because it is tried with it."""
    milestone = standing.milestone
    tried = item.slug in {each.item for each in standing.attempts} | {
        each.item for each in standing.results
    }
    return item.slug in milestone.items or item.group in milestone.groups or tried


def _logged(db: Connection, slug: str) -> LoggedHours:
    days = item_days(raw_connection(db), slug)
    if not days:
        return LoggedHours(0)
    first, last = date.fromisoformat(days[0].key), date.fromisoformat(days[-1].key)
    return LoggedHours(
        sum(day.sessions for day in days), first, last, _written(db, slug, first, last)
    )


def _written(
    db: Connection, slug: str, since: date, until: date
) -> tuple[tuple[str, int], ...]:
    return tuple(
        (each.key, each.seconds)
        for each in item_by_source(raw_connection(db), slug, since, until)
    )
