"""Results that the person reached, with their evidence and hours."""

from collections import defaultdict
from collections.abc import Iterable
from sqlite3 import Connection

from sqlalchemy import RowMapping, select

from tracker.database.bridge import core
from tracker.database.schema.curriculum import item
from tracker.database.schema.milestones import evidence, milestone, result, work
from tracker.database.values import text_to_day
from tracker.journal.store.item_hours import item_first_day
from tracker.milestones.rules.ledger import find_attempt, with_hours
from tracker.milestones.rules.records import Attempt, Evidence, Result
from tracker.milestones.store.milestones import item_seconds, read_attempts
from tracker.milestones.store.works import is_of_result

_RESULTS = (
    select(
        result,
        milestone.c.slug.label("milestone"),
        milestone.c.within_high,
        item.c.slug.label("item"),
        work.c.title,
        work.c.summary,
        work.c.rank,
    )
    .join(milestone, milestone.c.id == result.c.milestone_id)
    .outerjoin(item, item.c.id == result.c.item_id)
    .outerjoin(work, is_of_result())
    .order_by(result.c.day, result.c.id)
)
_EVIDENCE = (
    select(
        evidence.c.result_id,
        evidence.c.kind,
        evidence.c.place,
        evidence.c.day,
        evidence.c.uid,
    )
    .where(evidence.c.result_id.is_not(None))
    .order_by(evidence.c.id)
)


def read_results(db: Connection) -> list[Result]:
    """All results, the earliest first, with their evidence and hours."""
    attempts = read_attempts(db)
    pieces: dict[int, list[Evidence]] = defaultdict(list)
    for result_id, kind, place, day, uid in core(db).execute(_EVIDENCE):
        pieces[result_id].append(Evidence(kind, place, text_to_day(day), uid))
    results = []
    for row in core(db).execute(_RESULTS).mappings():
        result_row = _result(row, tuple(pieces[row["id"]]))
        high = row["within_high"]
        results.append(with_counted_hours(db, result_row, high, attempts))
    return results


def with_counted_hours(
    db: Connection, saved: Result, high: int | None, attempts: Iterable[Attempt]
) -> Result:
    """A result with the hours that count for it; `high` is the limit in seconds."""
    if not saved.item:
        return with_hours(saved, high, None, spent=0)
    attempt = find_attempt(saved.milestone, saved.item, attempts)
    items = attempt.items if attempt else (saved.item,)
    since = attempt.since if attempt else item_first_day(db, saved.item)
    spent = sum(item_seconds(db, slug, since, saved.day) for slug in items)
    return with_hours(saved, high, since, spent)


def _result(row: RowMapping, pieces: tuple[Evidence, ...]) -> Result:
    return Result(
        milestone=row["milestone"],
        item=row["item"],
        day=text_to_day(row["day"]),
        entered=text_to_day(row["entered"]),
        claimed=row["claimed"],
        reproduced=row["reproduced"],
        part=row["part"],
        evidence=pieces,
        title=row["title"],
        summary=row["summary"],
        rank=row["rank"],
    )
