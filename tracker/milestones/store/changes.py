"""Save attempts, results with their evidence, and dropped milestones.

`now_utc` is UTC seconds throughout.
"""

from datetime import date
from sqlite3 import Connection

from tracker.database.rows import find_id, remove_rows, save_row
from tracker.database.values import day_to_text
from tracker.journal.rules.experiments import parts_to_text
from tracker.milestones.rules.records import Attempt, Result
from tracker.milestones.store.works import forget_words, pass_words_on

_DROP_ATTEMPTS = """update attempt set dropped = :day, edited_at = :now
                    where milestone_id = :milestone and dropped is null"""
_REOPEN_ATTEMPTS = """update attempt set dropped = null, edited_at = :now
                      where milestone_id = :milestone and dropped is not null"""
# The result with an item, else the one without an item.
_RESULT = """select id from result where milestone_id = :milestone
             and (item_id = :item or item_id is null) order by item_id is null"""


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
    number, day = find_id(db, "milestone", slug), day_to_text(today)
    key, dropped = {"milestone_id": number}, {"state": "dropped"}
    save_row(db, "milestone_state", key, dropped, now_utc, dated={"day": day})
    db.execute(_DROP_ATTEMPTS, {"milestone": number, "day": day, "now": now_utc})


def reopen_milestone(
    db: Connection, slug: str, now_utc: int, *, attempts: bool
) -> None:
    """Record that a milestone, and with `attempts` its attempts, are not dropped."""
    number = find_id(db, "milestone", slug)
    remove_rows(db, "milestone_state", "milestone_id = ?", [number], now_utc)
    if attempts:
        db.execute(_REOPEN_ATTEMPTS, {"milestone": number, "now": now_utc})


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
    for piece in saved.evidence:
        key = {"result_id": result_id, "kind": piece.kind, "place": piece.place}
        dated = {"day": day_to_text(piece.day)}
        save_row(db, "evidence", key, {}, now_utc, dated=dated)


def _result_id(db: Connection, milestone_id: int, item_id: int | None) -> int | None:
    row = db.execute(_RESULT, {"milestone": milestone_id, "item": item_id}).fetchone()
    return row[0] if row else None
