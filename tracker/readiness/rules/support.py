"""What backs a skill or milestone, and how strongly: one item, rating or result."""

from collections.abc import Iterable
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from tracker.choices import STRENGTHS
from tracker.labels import STRENGTH_LABELS
from tracker.milestones.rules.counted_results import CountedResults
from tracker.milestones.rules.evidence import (
    is_only_claimed,
    is_open_to_others,
    is_valid_evidence,
)
from tracker.milestones.rules.records import Evidence, Milestone, Result
from tracker.readiness.rules.records import Rating
from tracker.text.addresses import Access, access_of

# Kinds of evidence by which somebody else confirms a skill or result.
CONFIRMING_KINDS = frozenset({"letter", "review"})


class Strength(IntEnum):
    """How well something is backed; the order is that of STRENGTHS."""

    NONE = 0
    SAID = 1
    PRACTISED = 2
    SHOWN = 3
    CHECKED = 4

    @property
    def key(self) -> str:
        """As in JSON: `none`, `said`, `practised`, `shown`, `checked`."""
        return STRENGTHS[self]

    @property
    def label(self) -> str:
        """As a person reads it: `open`, `claimed`, `practised`, `shown`, `verified`."""
        return STRENGTH_LABELS[self.key]


class Backing(NamedTuple):
    """One thing that backs a skill or milestone: its `basis` is item, rating or result.

    `source` is the item's slug, the rater's name (empty for oneself) or the milestone
    reached; `kinds` are those of the evidence that counts, `document` the first of it that
    was handed over, and names its giver and day. `direct` says that the
    source names what it backs, rather than covering it. `seconds` are the item's;
    `spent` are those of a result with a limit of hours, None for any other. `counted`
    are the results by which a milestone that counts was reached, None for any other.
    """

    strength: Strength
    basis: str
    source: str
    day: date | None = None
    kinds: tuple[str, ...] = ()
    document: Evidence | None = None
    direct: bool = True
    seconds: int = 0
    spent: int | None = None
    counted: CountedResults | None = None

    @property
    def rank(self) -> tuple[int, bool, bool, int]:
        """Strength first; of equals, what makes the better reason."""
        return self.strength, self.basis == "result", self.direct, self.seconds


def strength_of_rating(rating: Rating) -> Backing:
    """Somebody else's rating with a letter or review is verified, any other claimed."""
    valid = [each for each in rating.evidence if is_confirmation(each, rating)]
    return Backing(
        Strength.CHECKED if valid else Strength.SAID,
        "rating",
        rating.rater,
        day=rating.day,
        kinds=_kinds(valid),
        document=_find_document(valid),
    )


def strength_of_result(result: Result, milestone: Milestone) -> Backing:
    """A result with a letter or review is verified, with other evidence shown.

    Evidence that does not count for the milestone changes nothing: without all that it
    needs, the result is practised.
    """
    valid = [each for each in result.evidence if is_valid_evidence(each, milestone)]
    kinds = _kinds(valid)
    strength = Strength.SHOWN
    if CONFIRMING_KINDS & set(kinds):
        strength = Strength.CHECKED
    if is_only_claimed(valid, milestone):
        strength = Strength.PRACTISED
    spent = result.spent if milestone.within else None
    return Backing(
        strength,
        "result",
        milestone.slug,
        day=result.day,
        kinds=kinds,
        document=_find_document(valid),
        spent=spent,
    )


def is_confirmation(evidence: Evidence, rating: Rating) -> bool:
    """Whether evidence verifies a rating: a letter of the rater, by address or day."""
    if not rating.rater or evidence.kind not in CONFIRMING_KINDS:
        return False
    return is_open_to_others(evidence, giver=rating.rater)


def _find_document(evidence: Iterable[Evidence]) -> Evidence | None:
    """The first evidence without an address, a letter or a review before others."""
    handed_over = [
        each for each in evidence if access_of(each.place) is Access.NO_ADDRESS
    ]
    handed_over.sort(key=lambda each: each.kind not in CONFIRMING_KINDS)
    return handed_over[0] if handed_over else None


def _kinds(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """The kinds, each once; a letter or a review first."""
    kinds = dict.fromkeys(each.kind for each in evidence)
    return tuple(sorted(kinds, key=lambda kind: kind not in CONFIRMING_KINDS))
