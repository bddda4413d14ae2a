"""Save attempts, results with their evidence, and dropped milestones.

`now_utc` is UTC seconds throughout.
"""

from datetime import date
from sqlite3 import Connection

from sqlalchemy import select, update

from tracker.database.bridge import core
from tracker.database.rows import find_id, remove_rows, save_row
from tracker.database.schema.milestones import (
    attempt,
    evidence,
    result,
)
from tracker.database.values import day_to_text
from tracker.journal.rules.experiments import parts_to_text
from tracker.milestones.rules.records import Attempt, Result
from tracker.milestones.store.works import forget_words, pass_words_on


def save_attempt(db: Connection, saved: Attempt, now_utc: int) -> None:
    """Save an attempt as open, in place of one with the same milestone and item."""
    key = {
        "milestone_id": find_id(db, "milestone", saved.milestone),
        "item_id": find_id(db, "item", saved.item),
    }
    values = {
        "since": day_to_text(saved.since),
        "entered": day_to_text(saved.entered),
        "low": saved.low,
        "high": saved.high,
        "dropped": None,
        "phases": parts_to_text(saved.phases),
        "decision": saved.decision,
        "decided": day_to_text(saved.decided) if saved.decided else None,
    }
    save_row(db, "attempt", key, values, now_utc)


def save_result(db: Connection, saved: Result, now_utc: int) -> None:
    """Save a result and the evidence of it that is not there yet.

    A milestone has one result with each item. A result saved without an item takes the
    item of `saved`.
    """
    milestone_id = find_id(db, "milestone", saved.milestone)
    item_id = find_id(db, "item", saved.item) if saved.item else None
    values = {
        "item_id": item_id,
        "day": day_to_text(saved.day),
        "claimed": saved.claimed,
        "reproduced": saved.reproduced,
        "part": saved.part,
    }
    number = _result_id(db, milestone_id, item_id)
    if number is None:
        key = {"milestone_id": milestone_id, "item_id": item_id}
        entered = {"entered": day_to_text(saved.entered)}
        save_row(db, "result", key, values, now_utc, only_new=entered)
        number = _result_id(db, milestone_id, item_id)
    else:
        save_row(db, "result", {"id": number}, values, now_utc)
    if item_id is not None:
        pass_words_on(db, milestone_id, item_id, now_utc)
    _add_evidence(db, number, saved, now_utc)


def drop_milestone(db: Connection, slug: str, today: date, now_utc: int) -> None:
    """Record that a milestone and its open attempts are dropped."""
    key = {"milestone_id": find_id(db, "milestone", slug)}
    day = day_to_text(today)
    dropped = {"state": "dropped"}
    save_row(db, "milestone_state", key, dropped, now_utc, dated={"day": day})
    is_open = (
        attempt.c.milestone_id == key["milestone_id"],
        attempt.c.dropped.is_(None),
    )
    core(db).execute(
        update(attempt).where(*is_open).values(dropped=day, edited_at=now_utc)
    )


def reopen_milestone(
    db: Connection, slug: str, now_utc: int, *, attempts: bool
) -> None:
    """Record that a milestone, and with `attempts` its attempts, are not dropped."""
    number = find_id(db, "milestone", slug)
    remove_rows(db, "milestone_state", "milestone_id = ?", [number], now_utc)
    if attempts:
        dropped = attempt.c.milestone_id == number, attempt.c.dropped.is_not(None)
        reopened = update(attempt).where(*dropped)
        core(db).execute(reopened.values(dropped=None, edited_at=now_utc))


def remove_results(db: Connection, slug: str, now_utc: int) -> None:
    """Remove the results of a milestone with their evidence."""
    number = [find_id(db, "milestone", slug)]
    of_results = "result_id in (select id from result where milestone_id = ?)"
    remove_rows(db, "evidence", of_results, number, now_utc)
    remove_rows(db, "result", "milestone_id = ?", number, now_utc)
    forget_words(db, now_utc)


def _add_evidence(
    db: Connection, result_id: int | None, saved: Result, now_utc: int
) -> None:
    columns = select(evidence.c.kind, evidence.c.place)
    rows = core(db).execute(columns.where(evidence.c.result_id == result_id))
    saved_before = {(kind, place) for kind, place in rows}
    for piece in saved.evidence:
        if (piece.kind, piece.place) not in saved_before:
            key = {"result_id": result_id, "kind": piece.kind, "place": piece.place}
            save_row(db, "evidence", key, {"day": day_to_text(piece.day)}, now_utc)


def _result_id(db: Connection, milestone_id: int, item_id: int | None) -> int | None:
    """The number of the result with an item, else of the one without an item."""
    ids = select(result.c.id).where(result.c.milestone_id == milestone_id)
    if item_id is not None:
        with_item: int | None = core(db).scalar(ids.where(result.c.item_id == item_id))
        if with_item is not None:
            return with_item
    without_item: int | None = core(db).scalar(ids.where(result.c.item_id.is_(None)))
    return without_item
