"""What a rating of a skill may say, and who must give evidence."""

from datetime import date

from tracker.choices import LEVELS
from tracker.errors import Refused, Unreadable
from tracker.readiness.rules.records import Rating
from tracker.readiness.rules.support import strength_of_rating
from tracker.system import quote
from tracker.text.columns import join_words, quoted

# A letter as it is typed: its day, since `--by` names who gave it.
_LETTER = "letter:2026-11-03"


def read_level(text: str) -> str:
    """One of the levels; `very strong` is read too. Raises Unreadable for others."""
    level = "-".join(text.casefold().split())
    if level not in LEVELS:
        raise Unreadable(
            f"{quoted(text)} is not a level.",
            f"The levels are {join_words(LEVELS)}.",
            typed=text,
            instead=LEVELS,
        )
    return level


def make_rating(skill: str, level: str, rater: str, day: date) -> Rating:
    """A rating as typed. Raises Unreadable for what is not a level."""
    return Rating(skill, read_level(level), " ".join(rater.split()), day)


def check_rating(rating: Rating, earlier: Rating | None) -> None:
    """Raises Unreadable for evidence without a name, Refused for a level without it.

    A letter is about the level that it was given for. So a new level needs a letter or
    review of its own, if the same person's `earlier` rating is verified.
    """
    command = f"tracker rate {rating.skill} {rating.level}"
    if rating.evidence and not rating.rater:
        raise Unreadable(
            "Evidence for a rating needs the name of the person who gave it.",
            f"Type: {command} --by NAME --evidence {_LETTER}",
        )
    if earlier is None or earlier.level == rating.level:
        return
    if strength_of_rating(rating).strength < strength_of_rating(earlier).strength:
        raise Refused(
            f"{rating.rater} rated {rating.skill} {earlier.level} with evidence. "
            "A new level needs evidence too.",
            f"Type: {command} --by {quote(rating.rater)} --evidence {_LETTER}",
        )
