"""Write ratings and their evidence."""

from collections.abc import Iterable
from sqlite3 import Connection

from tracker.database.rows import find_id, insert_row, remove_rows, save_row
from tracker.database.values import day_to_text, stamp
from tracker.milestones.rules.records import Evidence
from tracker.readiness.rules.records import Rating

RATING = "select id from rating where skill_id = ? and rater = ?"


def save_rating(db: Connection, new_rating: Rating, now_utc: int) -> None:
    """Save a rating; it replaces the same person's earlier one of that skill."""
    skill_id = find_id(db, "skill", new_rating.skill)
    key = {"skill_id": skill_id, "rater": new_rating.rater}
    dated = {"day": day_to_text(new_rating.day)}
    save_row(db, "rating", key, {"level": new_rating.level}, now_utc, dated=dated)


def add_evidence(
    db: Connection,
    of_rating: Rating,
    pieces: Iterable[Evidence],
    now_utc: int,
) -> None:
    """Add evidence that the rating does not have yet."""
    rating_id = _rating_id(db, of_rating)
    for piece in pieces:
        key = {"rating_id": rating_id, "kind": piece.kind, "place": piece.place}
        row = {**stamp(now_utc), **key, "day": day_to_text(piece.day)}
        insert_row(db, "evidence", row)


def remove_evidence(db: Connection, of_rating: Rating, now_utc: int) -> None:
    """Remove the evidence of a rating: it was for another level."""
    number = _rating_id(db, of_rating)
    remove_rows(db, "evidence", "rating_id = ?", [number], now_utc)


def _rating_id(db: Connection, of_rating: Rating) -> int:
    skill_id = find_id(db, "skill", of_rating.skill)
    (number,) = db.execute(RATING, (skill_id, of_rating.rater)).fetchone()
    return int(number)
