"""Write ratings and their evidence."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from tracker.database.rows import find_id, remove_rows, save_row
from tracker.database.schema.milestones import evidence
from tracker.database.schema.readiness import rating, skill
from tracker.database.values import day_to_text, stamp
from tracker.readiness.rules.records import Rating


def save_rating(db: Connection, new: Rating, now_utc: int) -> None:
    """Save a rating; it replaces the same person's earlier one of that skill."""
    key = {"skill_id": find_id(db, skill, new.skill), "rater": new.rater}
    values = {"level": new.level, "day": day_to_text(new.day)}
    save_row(db, rating, key, values, now_utc)


def add_evidence(
    db: Connection, of: Rating, places: Sequence[tuple[str, str]], now_utc: int
) -> None:
    """Add evidence (kind and place) to a rating, dated the rating's day.

    Evidence that the rating has already is not added again.
    """
    rating_id = _rating_id(db, of)
    for kind, place in places:
        key = {"rating_id": rating_id, "kind": kind, "place": place}
        if db.execute(select(evidence.c.id).filter_by(**key)).first() is None:
            row = {**stamp(now_utc), **key, "day": day_to_text(of.day)}
            db.execute(insert(evidence).values(**row))


def remove_evidence(db: Connection, of: Rating, now_utc: int) -> None:
    """Remove the evidence of a rating: it was for another level."""
    remove_rows(db, evidence, evidence.c.rating_id == _rating_id(db, of), now_utc)


def _rating_id(db: Connection, of: Rating) -> int:
    skill_id = find_id(db, skill, of.skill)
    same = rating.c.skill_id == skill_id, rating.c.rater == of.rater
    return int(db.execute(select(rating.c.id).where(*same)).scalar_one())
