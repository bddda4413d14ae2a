"""Results that the person reached, with their evidence and hours."""

from collections import defaultdict
from collections.abc import Iterable
from sqlite3 import Connection, Row

from tracker.database.rows import named_rows
from tracker.database.values import text_to_day
from tracker.journal.store.item_hours import item_first_day
from tracker.milestones.rules.ledger import find_attempt, with_hours
from tracker.milestones.rules.records import Attempt, Evidence, Result
from tracker.milestones.store.milestones import item_seconds, read_attempts
from tracker.milestones.store.works import OF_RESULT

_RESULTS = f"""select result.*, milestone.slug as milestone, within_high,
               item.slug as item, work.title, work.summary, work.rank
               from result join milestone on milestone.id = result.milestone_id
               left join item on item.id = result.item_id
               left join work on {OF_RESULT} order by result.day, result.id"""
_EVIDENCE = """select result_id, kind, place, day, uid from evidence
               where result_id is not null order by id"""


def read_results(db: Connection) -> list[Result]:
    """All results, the earliest first, with their evidence and hours."""
    attempts = read_attempts(db)
    pieces: dict[int, list[Evidence]] = defaultdict(list)
    for result_id, kind, place, day, uid in db.execute(_EVIDENCE):
        pieces[result_id].append(Evidence(kind, place, text_to_day(day), uid))
    results = []
    for row in named_rows(db, _RESULTS):
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


def _result(row: Row, pieces: tuple[Evidence, ...]) -> Result:
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
