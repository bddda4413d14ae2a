"""The status of all milestones, and everything about one milestone or item."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from sqlite3 import Connection

from tracker.curriculum.rules.estimate_ratio import find_dependable_ratio
from tracker.curriculum.rules.items import Gate, Item
from tracker.curriculum.rules.prerequisites import find_needs
from tracker.curriculum.store.items import read_groups, read_items
from tracker.database.values import text_to_day
from tracker.journal.rules.records import SessionFilter
from tracker.journal.store.item_hours import item_by_source, item_day_clocks, item_days
from tracker.journal.store.session_lists import sum_sessions
from tracker.journal.store.timer import read_recollections
from tracker.milestones.rules.details import (
    ItemDetails,
    LoggedHours,
    MilestoneDetails,
    SourceHours,
)
from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.ledger import Day
from tracker.milestones.rules.role_milestones import next_command
from tracker.milestones.rules.status import (
    MilestoneStatus,
    find_counting,
    milestone_statuses,
)
from tracker.milestones.store.milestones import (
    read_attempts,
    read_dropped,
    read_milestones,
)
from tracker.milestones.store.names import find_item_or_requirement
from tracker.milestones.store.results import read_results


def all_statuses(db: Connection, today: date) -> dict[str, MilestoneStatus]:
    """The status of each milestone by slug, in the guide's order.

    Milestones removed from the curriculum are left out unless something is recorded.
    """
    statuses = milestone_statuses(
        read_milestones(db),
        attempts=read_attempts(db),
        results=read_results(db),
        dropped=read_dropped(db),
        today=today,
    )
    return {
        slug: status
        for slug, status in statuses.items()
        if status.state != "open" or not status.milestone.retired
    }


def find_details(
    db: Connection, typed: str, today: date
) -> ItemDetails | MilestoneDetails:
    """Everything about the item or milestone that `typed` means.

    Raises NotFound or Ambiguous, with what could be meant.
    """
    kind, slug = find_item_or_requirement(db, typed)
    if kind == "item":
        return item_details(db, slug, today)
    return milestone_details(db, slug, today)


def item_details(db: Connection, slug: str, today: date) -> ItemDetails:
    """Everything about the item with that slug."""
    items = {item.slug: item for item in read_items(db)}
    groups = {group.slug: group for group in read_groups(db)}
    statuses = all_statuses(db, today)
    item = items[slug]
    return ItemDetails(
        item=item,
        today=today,
        needs=find_needs(item, items, groups),
        group=groups.get(item.group or ""),
        after=statuses.get(item.after or ""),
        milestones=tuple(s for s in statuses.values() if _leads_to(item, s)),
        logged=_logged_hours(db, slug),
        remembered=_remembered_seconds(db, slug),
        ratio=find_dependable_ratio(item.kind, items.values()),
    )


def milestone_details(db: Connection, slug: str, today: date) -> MilestoneDetails:
    """Everything about the milestone with that slug."""
    statuses = all_statuses(db, today)
    status = statuses[slug]
    in_order = list(statuses)
    items = read_items(db)
    counted = statuses.get(status.milestone.counted or "")
    implied = implied_milestones(s.milestone for s in statuses.values())[slug]
    return MilestoneDetails(
        status=status,
        today=today,
        item_titles={item.slug: item.title for item in items},
        milestone_titles={s.slug: s.milestone.title for s in statuses.values()},
        other_states={s.slug: s.state for s in statuses.values()},
        implied=tuple(sorted(implied, key=in_order.index)),
        days=_ledger_days(db, status),
        hours_by_source=_ledger_sources(db, status),
        groups=tuple(g for g in read_groups(db) if g.slug in status.milestone.groups),
        gates=_open_gates(items, status),
        next_command=next_command(status, statuses),
        counted=counted.milestone if counted else None,
        counting=find_counting(slug, statuses.values()),
    )


def _open_gates(
    items: Iterable[Item], status: MilestoneStatus
) -> tuple[tuple[str, Gate], ...]:
    """The gates before an open milestone, each with its item, which is not begun."""
    if status.state not in ("open", "trying"):
        return ()
    return tuple(
        (item.slug, item.gate)
        for item in items
        if item.gate
        and status.milestone.has_item(item)
        and not (item.is_begun or item.retired)
    )


def _ledger_days(db: Connection, status: MilestoneStatus) -> tuple[Day, ...]:
    """The seconds of its ledger on each day."""
    since, until = status.ledger.since, status.ledger.until
    seconds: dict[date, int] = defaultdict(int)
    for slug in status.items if since else ():
        for day, amount in item_day_clocks(db, slug, since, until):
            seconds[day] += amount
    return tuple(sorted(seconds.items()))


def _ledger_sources(db: Connection, status: MilestoneStatus) -> tuple[SourceHours, ...]:
    """The seconds of its ledger by how they were recorded, the most first."""
    since, until = status.ledger.since, status.ledger.until
    seconds: dict[str, int] = defaultdict(int)
    for slug in status.items if since else ():
        for source, amount in _hours_by_source(db, slug, since, until):
            seconds[source] += amount
    return tuple(sorted(seconds.items(), key=lambda row: -row[1]))


def _leads_to(item: Item, status: MilestoneStatus) -> bool:
    """Whether the curriculum or the person links an item to a milestone.

    The milestone lists it or its group, or has an attempt or a result with it.
    """
    if status.milestone.has_item(item):
        return True
    if any(item.slug in attempt.items for attempt in status.attempts):
        return True
    return any(result.item == item.slug for result in status.results)


def _logged_hours(db: Connection, slug: str) -> LoggedHours:
    days = item_days(db, slug)
    if not days:
        return LoggedHours(sessions=0)
    first = text_to_day(days[0].key)
    last = text_to_day(days[-1].key)
    return LoggedHours(
        sessions=sum_sessions(db, SessionFilter(item=slug)).sessions,
        first=first,
        last=last,
        hours_by_source=_hours_by_source(db, slug, first, last),
    )


def _hours_by_source(
    db: Connection, slug: str, since: date | None, until: date
) -> tuple[SourceHours, ...]:
    sums = item_by_source(db, slug, since, until)
    return tuple((row.key, row.seconds) for row in sums)


def _remembered_seconds(db: Connection, slug: str) -> int:
    """The seconds recorded from memory, with `tracker recall`."""
    recalled = read_recollections(db)
    return sum(hours.seconds for hours in recalled if hours.item == slug)
