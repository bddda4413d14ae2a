"""Skills and what backs them; and ratings, once they are recorded."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from sqlite3 import Connection

from tracker.milestones.rules.evidence import find_repeated, new_evidence
from tracker.milestones.store.names import choose_or_required
from tracker.readiness.rules.answers import RatingAnswer, SkillLine
from tracker.readiness.rules.ratings import check_rating
from tracker.readiness.rules.records import Rating, Skill
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.rules.support import CONFIRMING_KINDS, is_confirmation
from tracker.readiness.store import ratings
from tracker.readiness.store.facts import read_facts, read_ratings, read_skills
from tracker.text.names import Name

Evidence = Sequence[tuple[str, str]]


def list_skills(db: Connection, today: date) -> list[SkillLine]:
    """All skills, in the guide's order."""
    strengths = find_strengths(read_facts(db))
    return [SkillLine(skill, strengths, today) for skill in read_skills(db)]


def read_skill(db: Connection, typed: str, today: date) -> SkillLine:
    """The skill of that name. Raises NotFound or Ambiguous."""
    return SkillLine(find_skill(db, typed), find_strengths(read_facts(db)), today)


def record_rating(
    db: Connection, rating: Rating, evidence: Evidence, now_utc: int
) -> RatingAnswer:
    """Record a rating with its evidence (kinds and places); its skill is as typed.

    Evidence that was given for another level is removed. Raises NotFound or Ambiguous
    for the skill, and as `check_rating` does.
    """
    rating = replace(rating, skill=find_skill(db, rating.skill).slug)
    earlier = _find_rating(db, rating)
    saved = earlier.evidence if earlier and earlier.level == rating.level else ()
    added = new_evidence(evidence, saved, rating.day, CONFIRMING_KINDS)
    check_rating(replace(rating, evidence=added), earlier)
    ratings.save_rating(db, rating, now_utc)
    if earlier and earlier.level != rating.level:
        ratings.remove_evidence(db, rating, now_utc)
    ratings.add_evidence(db, rating, added, now_utc)
    return RatingAnswer(
        read_skill(db, rating.skill, rating.day),
        rating.level,
        rating.rater,
        uncounted=tuple(each for each in added if not is_confirmation(each, rating)),
        repeated=tuple(find_repeated(evidence, saved, CONFIRMING_KINDS)),
    )


def find_skill(db: Connection, typed: str) -> Skill:
    """The skill that was typed, or that a requirement asks for.

    Raises NotFound or Ambiguous.
    """
    skills = read_skills(db)
    names = [Name(skill.slug, skill.title) for skill in skills]
    slug = choose_or_required(db, typed, names, "skill")
    return next(skill for skill in skills if skill.slug == slug)


def _find_rating(db: Connection, rating: Rating) -> Rating | None:
    """The rating of the same skill by the same person, if there is one."""
    key = rating.skill, rating.rater
    same = (each for each in read_ratings(db) if (each.skill, each.rater) == key)
    return next(same, None)
