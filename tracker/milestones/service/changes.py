"""Mark items and milestones done, drop and reopen them; record attempts and results."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from sqlite3 import Connection

from tracker.curriculum.rules.checks import check_item_reopenable
from tracker.curriculum.rules.items import Item, ItemChange
from tracker.curriculum.rules.prerequisites import count_left
from tracker.curriculum.store.changes import set_state
from tracker.curriculum.store.items import read_groups, read_item, read_items
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.store.items import choose_item
from tracker.milestones.rules.changes import ItemOutcome, MilestoneOutcome, Outcome
from tracker.milestones.rules.claims import (
    Claim,
    check_droppable,
    check_milestone_reopenable,
    make_result,
)
from tracker.milestones.rules.elsewhere import find_elsewhere, is_other_work
from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.neighbours import find_neighbours
from tracker.milestones.rules.records import Milestone, Result
from tracker.milestones.rules.status import MilestoneStatus
from tracker.milestones.service.details import all_statuses, milestone_details
from tracker.milestones.store.changes import (
    drop_milestone,
    remove_results,
    reopen_milestone,
    save_result,
)
from tracker.milestones.store.names import (
    NameMatch,
    find_item_or_milestone,
    find_milestone,
)
from tracker.milestones.store.works import save_words

WITH_RULE = "--with takes an item"


def mark_done(
    db: Connection, names: Iterable[str], day: date | None, moment: LocalMoment
) -> list[Outcome]:
    """Mark the items and milestones that `names` mean done on `day` (None: today).

    Raises NotFound or Ambiguous for a name, Refused where a milestone needs an item.
    """
    change_item = partial(_mark_item_done, day=day)
    reach = partial(_reach, action="done", claim=Claim(day=day))
    return _change(db, names, moment, change_item, reach)


def drop(db: Connection, name: str, moment: LocalMoment) -> list[Outcome]:
    """Drop the item or milestone that `name` means.

    Raises NotFound or Ambiguous for the name, Refused for a reached milestone.
    """
    return _change(db, [name], moment, _drop_item, _drop_milestone)


def skip(db: Connection, name: str, moment: LocalMoment) -> ItemOutcome:
    """Mark the item that `name` means as skipped. Raises NotFound or Ambiguous."""
    choice = choose_item(db, name, "only an item can be skipped")
    match = NameMatch("item", choice.slug, how=choice.how, typed=name)
    before = read_item(db, match.slug)
    set_state(db, before, "skipped", moment.today, moment.now_utc)
    return _item_outcome(db, "skip", match, before, moment)


def reopen(db: Connection, name: str, moment: LocalMoment) -> list[Outcome]:
    """Reopen the item or milestone that `name` means; a milestone's results go.

    Raises NotFound or Ambiguous for the name, Refused for one that is open.
    """
    return _change(db, [name], moment, _reopen_item, _reopen_milestone)


def reach_milestone(
    db: Connection, name: str, claim: Claim, moment: LocalMoment
) -> MilestoneOutcome:
    """Record a result of the milestone that `name` means; `claim.item` is as typed.

    Raises NotFound or Ambiguous for a name, Refused where `make_result` does.
    """
    if claim.item:
        choice = choose_item(db, claim.item, WITH_RULE)
        claim = claim._replace(item=choice.slug)
    slug = find_milestone(db, name, with_item=claim.item is None)
    match = NameMatch("milestone", slug, how="exact", typed=name)
    return _reach(db, match, moment, action="reach", claim=claim)


def _change(
    db: Connection,
    names: Iterable[str],
    moment: LocalMoment,
    change_item: Callable[[Connection, NameMatch, LocalMoment], Outcome],
    change_milestone: Callable[[Connection, NameMatch, LocalMoment], Outcome],
) -> list[Outcome]:
    """Change each item or milestone that `names` mean, once each."""
    matches = {}
    for name in names:
        match = find_item_or_milestone(db, name)
        matches[match.slug] = match
    outcomes = []
    for match in matches.values():
        change = change_item if match.kind == "item" else change_milestone
        outcomes.append(change(db, match, moment))
    return outcomes


def _mark_item_done(
    db: Connection, match: NameMatch, moment: LocalMoment, *, day: date | None
) -> ItemOutcome:
    before = read_item(db, match.slug)
    if before.state != "done":
        set_state(db, before, "done", day or moment.today, moment.now_utc)
    return _item_outcome(db, "done", match, before, moment)


def _drop_item(db: Connection, match: NameMatch, moment: LocalMoment) -> ItemOutcome:
    before = read_item(db, match.slug)
    set_state(db, before, "dropped", moment.today, moment.now_utc)
    return _item_outcome(db, "drop", match, before, moment)


def _reopen_item(db: Connection, match: NameMatch, moment: LocalMoment) -> ItemOutcome:
    before = read_item(db, match.slug)
    check_item_reopenable(before)
    set_state(db, before, None, moment.today, moment.now_utc)
    return _item_outcome(db, "reopen", match, before, moment)


def _item_outcome(
    db: Connection, action: str, match: NameMatch, before: Item, moment: LocalMoment
) -> ItemOutcome:
    items = {item.slug: item for item in read_items(db)}
    after = items[match.slug]
    groups = (group for group in read_groups(db) if group.slug == after.group)
    return ItemOutcome(
        action=action,
        change=ItemChange(match.typed, match.how, before, after),
        statuses=tuple(all_statuses(db, moment.today).values()),
        today=moment.today,
        group_left=sum(count_left(group, items) for group in groups),
    )


def _reach(
    db: Connection, match: NameMatch, moment: LocalMoment, *, action: str, claim: Claim
) -> MilestoneOutcome:
    """Save a result as `claim` says; a dropped milestone is reopened."""
    statuses = all_statuses(db, moment.today)
    before = statuses[match.slug]
    result = make_result(claim, before, moment.today)
    save_result(db, result, moment.now_utc)
    if claim.words:
        save_words(db, result.item, result.milestone, claim.words, moment.now_utc)
    reopen_milestone(db, match.slug, moment.now_utc, attempts=False)
    outcome = _milestone_outcome(db, action, match, before, moment)
    details = outcome.details
    with_hours = next(r for r in details.status.results if r.item == result.item)
    completed = tuple(
        status.slug
        for status in details.counting
        if status.state == "reached" and statuses[status.slug].state != "reached"
    )
    return replace(
        outcome,
        claim=claim,
        result=with_hours,
        completed=completed,
        neighbours=_neighbours(result, statuses),
        elsewhere=_elsewhere(claim, result, statuses),
    )


def _elsewhere(
    claim: Claim, result: Result, statuses: Mapping[str, MilestoneStatus]
) -> tuple[tuple[str, Result], ...]:
    """The addresses typed that show another work already, each with its result."""
    implied = implied_milestones(status.milestone for status in statuses.values())
    others = [
        other
        for status in statuses.values()
        for other in status.results
        if is_other_work(result, other, implied)
    ]
    return tuple(find_elsewhere(claim.evidence, others))


def _neighbours(
    result: Result, statuses: Mapping[str, MilestoneStatus]
) -> dict[str, Milestone]:
    """The milestones that evidence of a kind shows which the result's does not list."""
    kinds = (piece.kind for piece in result.evidence)
    milestones = [status.milestone for status in statuses.values()]
    return find_neighbours(kinds, statuses[result.milestone].milestone, milestones)


def _drop_milestone(
    db: Connection, match: NameMatch, moment: LocalMoment
) -> MilestoneOutcome:
    before = all_statuses(db, moment.today)[match.slug]
    check_droppable(before)
    drop_milestone(db, match.slug, moment.today, moment.now_utc)
    return _milestone_outcome(db, "drop", match, before, moment)


def _reopen_milestone(
    db: Connection, match: NameMatch, moment: LocalMoment
) -> MilestoneOutcome:
    before = all_statuses(db, moment.today)[match.slug]
    check_milestone_reopenable(before)
    remove_results(db, match.slug, moment.now_utc)
    is_dropped = before.state == "dropped"
    reopen_milestone(db, match.slug, moment.now_utc, attempts=is_dropped)
    return _milestone_outcome(db, "reopen", match, before, moment)


def _milestone_outcome(
    db: Connection,
    action: str,
    match: NameMatch,
    before: MilestoneStatus,
    moment: LocalMoment,
) -> MilestoneOutcome:
    return MilestoneOutcome(
        action=action,
        typed=match.typed,
        how=match.how,
        before=before,
        details=milestone_details(db, match.slug, moment.today),
    )
