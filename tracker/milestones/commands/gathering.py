"""What the commands of this folder look up before they show something whole."""

from datetime import date

from sqlalchemy import Connection

from tracker.curriculum.rules.items import Item
from tracker.curriculum.rules.ratios import ratio_for
from tracker.curriculum.rules.requires import needs
from tracker.curriculum.store.reading import groups, items
from tracker.database.bridge import raw
from tracker.journal.store.spans import item_day_clocks, item_days, item_written
from tracker.journal.store.timer import recollected
from tracker.milestones.rules.covering import covered
from tracker.milestones.rules.reaching import Claim, result_of
from tracker.milestones.rules.records import Result
from tracker.milestones.rules.standing import Standing, standings
from tracker.milestones.rules.telling import Logged, Told, Whole
from tracker.milestones.store.reading import attempts, dropped, milestones, results
from tracker.milestones.store.writing import keep_result, take_up


def all_standings(db: Connection, today: date) -> dict[str, Standing]:
    """How each milestone stands, without those shipped no more that nothing was done about."""
    found = standings(milestones(db), attempts(db), results(db), dropped(db), today)
    return {slug: each for slug, each in found.items() if each.state != "open" or not each.milestone.retired}


def whole_item(db: Connection, slug: str, today: date) -> Whole:
    """An item with all that is told of it."""
    known = {item.slug: item for item in items(db)}
    item, sets = known[slug], {group.slug: group for group in groups(db)}
    standing = all_standings(db, today)
    return Whole(
        item=item,
        today=today,
        needs=needs(item, known, sets),
        group=sets.get(item.group or ""),
        after=standing[item.after].state if item.after in standing else "open",
        leads=tuple(each for each in standing.values() if _leads(item, each)),
        logged=_logged(db, slug),
        remembered=sum(each.seconds for each in recollected(raw(db)) if each.item == slug),
        ratio=ratio_for(item.kind, known.values()),
    )


def told_milestone(db: Connection, slug: str, today: date) -> Told:
    """A milestone with all that is told of it."""
    found = all_standings(db, today)
    standing = found[slug]
    ledger = standing.ledger
    span = (ledger.item, ledger.since, ledger.until) if ledger.item and ledger.since else None
    return Told(
        standing=standing,
        today=today,
        titles={item.slug: item.title for item in items(db)},
        states={each.slug: each.state for each in found.values()},
        covers=tuple(sorted(covered(each.milestone for each in found.values())[slug], key=list(found).index)),
        days=tuple(item_day_clocks(raw(db), *span)) if span else (),
        written=_written(db, *span) if span else (),
    )


def record(db: Connection, before: Standing, claim: Claim, today: date, now: int) -> Result:
    """Keep a result as `claim` makes it; a milestone that was given up is taken up again. `now` is UTC seconds."""
    result = result_of(claim, before, today)
    keep_result(db, result, now)
    take_up(db, before.slug, now, attempts=False)
    return result


def _leads(item: Item, standing: Standing) -> bool:
    """Whether an item leads to a milestone: as listed, by its group, or because it is tried with it."""
    milestone = standing.milestone
    tried = item.slug in {each.item for each in standing.attempts} | {each.item for each in standing.results}
    return item.slug in milestone.items or item.group in milestone.groups or tried


def _logged(db: Connection, slug: str) -> Logged:
    days = item_days(raw(db), slug)
    if not days:
        return Logged(0)
    first, last = date.fromisoformat(days[0].key), date.fromisoformat(days[-1].key)
    return Logged(sum(day.sessions for day in days), first, last, _written(db, slug, first, last))


def _written(db: Connection, slug: str, since: date, until: date) -> tuple[tuple[str, int], ...]:
    return tuple((each.key, each.seconds) for each in item_written(raw(db), slug, since, until))
