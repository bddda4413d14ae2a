"""What is said of a bounded experiment: its phases, and the decision that it ends with."""

from dataclasses import replace
from datetime import date

from tracker.errors import Unreadable
from tracker.journal.rules.experiments import QUESTIONS, Phase, fill_phases
from tracker.milestones.rules.records import Attempt, Milestone
from tracker.text.amounts import parse_amount
from tracker.text.columns import plain, quoted

HINT = 'Type a name and its hours, like --phase "reading 50h" --phase "producing 50h".'


def parse_phase(text: str) -> tuple[str, int]:
    """The name and the seconds of `reading 50h`. Raises Unreadable for any other."""
    name, _, amount = " ".join(plain(text).split()).rpartition(" ")
    if not name:
        raise Unreadable(f"{quoted(text)} is not a phase with its hours.", HINT)
    return name, parse_amount(amount)


def attempt_phases(attempt: Attempt, milestone: Milestone) -> tuple[Phase, ...]:
    """An attempt's own phases, else its milestone's, with the hours spent in them."""
    return fill_phases(attempt.phases or milestone.phases, attempt.spent)


def find_budget(attempt: Attempt | None, milestone: Milestone) -> int | None:
    """The seconds of an experiment: those of the attempt's own phases, else its milestone's; None for any other try."""
    own = attempt.phases if attempt else ()
    return sum(seconds for _, seconds in own) or milestone.budget


def is_decision_due(attempt: Attempt, milestone: Milestone) -> bool:
    """Whether all hours of an experiment are used and nothing was decided yet."""
    bound = find_budget(attempt, milestone)
    return bound is not None and attempt.spent >= bound and attempt.decision is None


def with_details(
    attempt: Attempt,
    parts: tuple[tuple[str, int], ...],
    decision: str | None,
    today: date,
) -> Attempt:
    """An attempt with the phases and the decision that were typed; what was not typed stays."""
    if decision is not None:
        said = decision.strip()
        if not said:
            raise Unreadable(
                "A decision needs a word or more.", f"The guide asks: {QUESTIONS}"
            )
        attempt = replace(attempt, decision=said, decided=today)
    return replace(attempt, phases=parts or attempt.phases)
