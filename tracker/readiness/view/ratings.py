"""The ratings of skills, as a list and as JSON."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, TypedDict

from tracker.choices import LEVELS
from tracker.journal.rules.lines import line_id
from tracker.json_types import Day
from tracker.milestones.view.milestone_json import PieceData
from tracker.readiness.rules.records import Rating
from tracker.text.days import say_day
from tracker.text.tables import table

NO_RATINGS = "No ratings yet. For example: tracker rate python moderate"


class RatingData(TypedDict):
    """A rating of a skill; `rater` is empty for the person's own."""

    id: str
    skill: str
    level: Annotated[str, LEVELS]
    rater: str
    day: Day
    evidence: list[PieceData]


class RatingsData(TypedDict):
    """The ratings of all skills."""

    ratings: list[RatingData]


def ratings_data(ratings: Sequence[Rating]) -> RatingsData:
    """The ratings as JSON."""
    return {"ratings": list(map(_data, ratings))}


def _data(rating: Rating) -> RatingData:
    evidence: list[PieceData] = [
        {"id": piece.uid, "kind": piece.kind, "where": piece.place}
        for piece in rating.evidence
    ]
    return {
        "id": rating.uid,
        "skill": rating.skill,
        "level": rating.level,
        "rater": rating.rater,
        "day": rating.day.isoformat(),
        "evidence": evidence,
    }


def ratings_text(today: date, ratings: Sequence[Rating]) -> str:
    """A line for each rating, and one for each piece of its evidence."""
    if not ratings:
        return NO_RATINGS
    rows = [row for rating in ratings for row in _rows(rating, today)]
    return f"{table(rows, 'lllll')}\nTo remove one: tracker rm ID"


def _rows(rating: Rating, today: date) -> Iterator[tuple[str, ...]]:
    day, rater = say_day(rating.day, today), rating.rater or "you"
    yield line_id(rating.uid), rating.skill, rating.level, rater, day
    for piece in rating.evidence:
        yield line_id(piece.uid), "", piece.kind, piece.place, say_day(piece.day, today)
