"""What may be said of a skill, and by whom."""

from collections.abc import Sequence

from tracker.errors import Refused, Unreadable
from tracker.readiness.rules.records import Rating
from tracker.readiness.rules.strengths import CONFIRMING_KINDS
from tracker.text.choices import LEVELS
from tracker.text.columns import quoted


def read_level(text: str) -> str:
    """One of the levels; `very strong` is read too. Raises Unreadable for any other word."""
    level = "-".join(text.casefold().split())
    if level not in LEVELS:
        raise Unreadable(
            f"{quoted(text)} is not a level.", f"Type one of {', '.join(LEVELS)}."
        )
    return level


def check_rating(
    new: Rating, given: Sequence[tuple[str, str]], there: Rating | None
) -> None:
    """Raises Unreadable for evidence without a name, Refused for a new level without the evidence an old one has.

    A letter speaks for the level it was given for: it neither lifts another one nor is taken away unseen.
    """
    if given and not new.rater:
        raise Unreadable(
            "Evidence for a rating is somebody's letter or review, and nobody is named.",
            "Add --by NAME.",
        )
    if (
        there
        and there.evidence
        and there.level != new.level
        and not {kind for kind, _ in given} & CONFIRMING_KINDS
    ):
        raise Refused(
            f"{new.rater} says {there.level}, with something to look at; a new word of theirs needs it too.",
            "Add --evidence letter:WHERE or review:WHERE, or undo a slip with tracker undo.",
        )
