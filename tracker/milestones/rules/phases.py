"""Bounded experiments: so many hours of one thing, then of another, then a decision. Running out is no failure."""

from dataclasses import dataclass, replace
from datetime import date

from tracker.errors import Unreadable
from tracker.milestones.rules.records import Attempt, Milestone
from tracker.words.amounts import parse_amount
from tracker.words.columns import plain, quoted

# The guide's own, of its experiments of fifty and fifty hours (line 171).
QUESTIONS = "was it enjoyed, did it feel productive, was anything new said?"
HINT = 'Type a name and its hours, like --phase "reading 50h" --phase "producing 50h".'


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of an attempt: `spent` of its `seconds` are used; only the last part can have more."""

    name: str
    seconds: int
    spent: int


def parse_phase(text: str) -> tuple[str, int]:
    """The name and the seconds of `reading 50h`. Raises Unreadable for any other."""
    name, _, amount = " ".join(plain(text).split()).rpartition(" ")
    if not name:
        raise Unreadable(f"{quoted(text)} is not a phase with its hours.", HINT)
    return name, parse_amount(amount)


def phases(attempt: Attempt, milestone: Milestone) -> tuple[Phase, ...]:
    """An attempt's own phases, else its milestone's; the hours spent fill one after the other."""
    found: list[Phase] = []
    left, listed = attempt.spent, attempt.phases or milestone.phases
    for at, (name, seconds) in enumerate(listed, 1):
        used = left if at == len(listed) else min(left, seconds)
        found.append(Phase(name, seconds, used))
        left -= used
    return tuple(found)


def is_due(attempt: Attempt, milestone: Milestone) -> bool:
    """Whether all hours of its phases, or of its milestone's budget, are used and nothing was decided yet."""
    bound = sum(phase.seconds for phase in phases(attempt, milestone)) or milestone.budget
    return bool(bound) and attempt.spent >= (bound or 0) and attempt.decision is None


def with_words(attempt: Attempt, parts: tuple[tuple[str, int], ...], decision: str | None, today: date) -> Attempt:
    """An attempt with the phases and the decision that were typed; what was not typed stays."""
    if decision is not None:
        said = decision.strip()
        if not said:
            raise Unreadable("A decision needs a word or more.", f"The guide asks: {QUESTIONS}")
        attempt = replace(attempt, decision=said, decided=today)
    return replace(attempt, phases=parts or attempt.phases)
