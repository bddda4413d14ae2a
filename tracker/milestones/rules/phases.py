"""The phases of an experiment, its total hours, and whether a decision is due."""

from collections.abc import Iterable

from tracker.errors import Unreadable
from tracker.journal.rules.experiments import Phase, fill_phases, pair_phases
from tracker.milestones.rules.ledger import find_attempt
from tracker.milestones.rules.records import Attempt, Milestone
from tracker.text.amounts import parse_amount
from tracker.text.columns import clean_title, quoted

HINT = 'Type a name and its hours, like --phase "reading 50h" --phase "producing 50h".'


def parse_phase(text: str) -> tuple[str, int]:
    """The name and the seconds of `reading 50h`. Raises Unreadable for other text."""
    name, _, amount = clean_title(text).rpartition(" ")
    if not name:
        message = f"{quoted(text)} is not a phase with its hours."
        raise Unreadable(message, HINT, typed=text, instead=[f"{text.strip()} AMOUNT"])
    return name, parse_amount(amount)


def attempt_phases(attempt: Attempt, milestone: Milestone) -> tuple[Phase, ...]:
    """The attempt's phases, or else the milestone's, with the seconds spent in each."""
    if attempt.by_item:
        return pair_phases(milestone.phases, [spent for _, spent in attempt.by_item])
    return fill_phases(attempt.phases or milestone.phases, attempt.spent)


def find_budget(attempt: Attempt | None, milestone: Milestone) -> int | None:
    """The seconds of an experiment; None for an attempt or a milestone without any.

    They are the sum of the attempt's own phases, or else the milestone's budget.
    """
    phases = attempt.phases if attempt else ()
    return sum(seconds for _, seconds in phases) or milestone.budget


def is_decision_due(attempt: Attempt, milestone: Milestone) -> bool:
    """Whether all hours of an experiment are used and no decision is recorded.

    Where it has phases, those of each phase are used.
    """
    budget = find_budget(attempt, milestone)
    if budget is None or attempt.decision is not None:
        return False
    phases = attempt_phases(attempt, milestone)
    return all(phase.is_over for phase in phases) and attempt.spent >= budget


def find_attempt_item(
    item: str | None, milestone: Milestone, attempts: Iterable[Attempt]
) -> str:
    """The item with which an attempt is saved that was typed with `item`.

    It is that of an attempt which counts its hours, else the first item of the phases.
    Raises Unreadable where nothing was typed and the phases have no items.
    """
    phase_items = milestone.phase_items
    typed = item or next(iter(phase_items), None)
    if typed is None:
        example = next(iter(milestone.items), "ITEM")
        raise Unreadable(
            f"An attempt at {milestone.slug} needs an item: its hours count.",
            f"Name the item: tracker attempt {milestone.slug} --with {example}",
        )
    attempt = find_attempt(milestone.slug, typed, attempts)
    if attempt:
        return attempt.item
    return phase_items[0] if typed in phase_items else typed
