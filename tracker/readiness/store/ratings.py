"""Writing down somebody's word on a skill."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select, update

from tracker.database.bridge import raw_connection
from tracker.database.schema.milestones import evidence
from tracker.database.schema.readiness import rating, skill
from tracker.database.tombstones import add_tombstone
from tracker.database.values import day_to_text, new_uid
from tracker.readiness.rules.records import Rating


def save_rating(db: Connection, new: Rating, now: int) -> None:
    """Keep a rating instead of an earlier one of the same skill by the same person. `now` is UTC seconds."""
    number = _skill(db, new.skill)
    there = rating.c.skill_id == number, rating.c.rater == new.rater
    told = {"level": new.level, "day": day_to_text(new.day), "edited_at": now}
    if not db.execute(update(rating).where(*there).values(**told)).rowcount:
        db.execute(
            insert(rating).values(
                uid=new_uid(), skill_id=number, rater=new.rater, **told
            )
        )


def add_evidence(
    db: Connection, of: Rating, given: Sequence[tuple[str, str]], now: int
) -> None:
    """Keep evidence for a rating, each a kind and a place, given on the rating's day; none is kept twice."""
    number = _rating(db, of)
    for kind, place in given:
        told = {"rating_id": number, "kind": kind, "place": place}
        if db.execute(select(evidence.c.id).filter_by(**told)).first() is None:
            db.execute(
                insert(evidence).values(
                    uid=new_uid(), edited_at=now, day=day_to_text(of.day), **told
                )
            )


def remove_evidence(db: Connection, of: Rating, now: int) -> None:
    """Take away the evidence for a rating: it was for another level."""
    mine = evidence.c.rating_id == _rating(db, of)
    for uid in db.scalars(select(evidence.c.uid).where(mine)).all():
        add_tombstone(raw_connection(db), uid, "evidence", now)
    db.execute(delete(evidence).where(mine))


def _skill(db: Connection, slug: str) -> int:
    return int(db.execute(select(skill.c.id).where(skill.c.slug == slug)).scalar_one())


def _rating(db: Connection, of: Rating) -> int:
    mine = rating.c.skill_id == _skill(db, of.skill), rating.c.rater == of.rater
    return int(db.execute(select(rating.c.id).where(*mine)).scalar_one())
