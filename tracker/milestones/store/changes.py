"""Attempts, results, evidence, and milestones given up. `now` is UTC seconds."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from tracker.database.bridge import raw_connection
from tracker.database.schema.curriculum import item
from tracker.database.schema.milestones import (
    attempt,
    evidence,
    milestone,
    milestone_state,
    result,
)
from tracker.database.tombstones import add_tombstone
from tracker.database.values import day_to_text, stamp
from tracker.journal.rules.experiments import parts_to_text
from tracker.milestones.rules.records import Attempt, Result


def save_attempt(db: Connection, new: Attempt, now: int) -> None:
    """Keep an attempt; one with the same item at the same milestone is put right, and open again."""
    columns = {
        "since": day_to_text(new.since), "entered": day_to_text(new.entered), "low": new.low, "high": new.high, "dropped": None,
        "phases": parts_to_text(new.phases),
        "decision": new.decision, "decided": day_to_text(new.decided) if new.decided else None,
    }  # fmt: skip
    keys = {
        "milestone_id": _number(db, milestone, new.milestone),
        "item_id": _number(db, item, new.item),
    }
    mine = [attempt.c[name] == value for name, value in keys.items()]
    if not db.execute(
        update(attempt).where(*mine).values(**columns, edited_at=now)
    ).rowcount:
        db.execute(insert(attempt).values(**stamp(now), **keys, **columns))


def save_result(db: Connection, new: Result, now: int) -> None:
    """Keep a result as it is now: its day, its figures, and the evidence that is not there yet.

    A milestone has one result with each item. One that was kept without an item takes on the item of `new`.
    """
    milestone_id = _number(db, milestone, new.milestone)
    item_id = _number(db, item, new.item) if new.item else None
    columns = {
        "item_id": item_id, "day": day_to_text(new.day), "claimed": new.claimed, "reproduced": new.reproduced,
        "part": new.part,
    }  # fmt: skip
    number = _result(db, milestone_id, item_id)
    if number is None:
        kept = {
            "milestone_id": milestone_id,
            "entered": day_to_text(new.entered),
            **columns,
        }
        db.execute(insert(result).values(**stamp(now), **kept))
        number = _result(db, milestone_id, item_id)
    else:
        db.execute(
            update(result).where(result.c.id == number).values(**columns, edited_at=now)
        )
    chosen = select(evidence.c.kind, evidence.c.place).where(
        evidence.c.result_id == number
    )
    there = {(kind, place) for kind, place in db.execute(chosen)}
    for each in new.evidence:
        if (each.kind, each.place) not in there:
            given = {
                "result_id": number,
                "kind": each.kind,
                "place": each.place,
                "day": day_to_text(each.day),
            }
            db.execute(insert(evidence).values(**stamp(now), **given))


def drop_milestone(db: Connection, slug: str, today: date, now: int) -> None:
    """Keep that a milestone is given up, and its open attempts with it."""
    number = _number(db, milestone, slug)
    said = {"state": "dropped", "day": day_to_text(today)}
    mine = milestone_state.c.milestone_id == number
    if not db.execute(
        update(milestone_state).where(mine).values(**said, edited_at=now)
    ).rowcount:
        db.execute(
            insert(milestone_state).values(**stamp(now), milestone_id=number, **said)
        )
    going = attempt.c.milestone_id == number, attempt.c.dropped.is_(None)
    db.execute(
        update(attempt).where(*going).values(dropped=day_to_text(today), edited_at=now)
    )


def reopen_milestone(db: Connection, slug: str, now: int, *, attempts: bool) -> None:
    """Take back that a milestone was given up; with `attempts`, that its attempts were."""
    number = _number(db, milestone, slug)
    _remove(db, milestone_state, milestone_state.c.milestone_id == number, now)
    if attempts:
        given_up = attempt.c.milestone_id == number, attempt.c.dropped.is_not(None)
        db.execute(update(attempt).where(*given_up).values(dropped=None, edited_at=now))


def remove_results(db: Connection, slug: str, now: int) -> None:
    """Remove the results of a milestone, with their evidence."""
    mine = result.c.milestone_id == _number(db, milestone, slug)
    numbers = db.scalars(select(result.c.id).where(mine)).all()
    _remove(db, evidence, evidence.c.result_id.in_(numbers), now)
    _remove(db, result, mine, now)


def _result(db: Connection, milestone_id: int, item_id: int | None) -> int | None:
    """The number of the result with an item, else of the one without: an address in the database only."""
    chosen = select(result.c.id).where(result.c.milestone_id == milestone_id)
    if item_id is not None:
        found: int | None = db.scalar(chosen.where(result.c.item_id == item_id))
        if found is not None:
            return found
    without: int | None = db.scalar(chosen.where(result.c.item_id.is_(None)))
    return without


def _remove(db: Connection, table: Table, which: ColumnElement[bool], now: int) -> None:
    uids: Iterable[str] = db.scalars(select(table.c.uid).where(which)).all()
    db.execute(delete(table).where(which))
    for uid in uids:
        add_tombstone(raw_connection(db), uid, table.name, now)


def _number(db: Connection, table: Table, slug: str) -> int:
    number: int = db.execute(
        select(table.c.id).where(table.c.slug == slug)
    ).scalar_one()
    return number
