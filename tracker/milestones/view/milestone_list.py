"""Milestones in a list, and the milestones of a role."""

from collections import Counter
from collections.abc import Sequence

from tracker.choices import MILESTONE_STATES
from tracker.curriculum.view.items import Row, layout_rows, with_status
from tracker.labels import CLAIMED, MILESTONE_STATE_LABELS, WEIGHT_LABELS
from tracker.milestones.rules.counted_results import say_count
from tracker.milestones.rules.phases import find_budget
from tracker.milestones.rules.role_milestones import (
    RoleMilestoneStatus,
    group_by_weight,
)
from tracker.milestones.rules.status import MilestoneStatus
from tracker.text.amounts import say_bound, say_hours
from tracker.text.columns import count_noun, wrap
from tracker.text.tables import list_row

# What is reached comes first, then what is in progress, then all other states.
_FIRST = ("reached", "over", "trying")
_ORDER = (*_FIRST, *(state for state in MILESTONE_STATES if state not in _FIRST))
# A milestone on the road is in progress by its items too: a list knows attempts alone.
_LABELS = {**MILESTONE_STATE_LABELS, "trying": "with an open attempt"}


def milestones_text(statuses: Sequence[MilestoneStatus]) -> str:
    """How many are in which state, then one line a milestone, reached ones first."""
    if not statuses:
        return "No milestones match. To list all: tracker milestones"
    counts = Counter(status.state for status in statuses)
    states = [
        f"{counts[state]} {_LABELS[state]}"
        for state in MILESTONE_STATES
        if counts[state]
    ]
    blocks = [f"{count_noun(len(statuses), 'milestone')}: {', '.join(states)}."]
    for state in _ORDER:
        rows = [_row(status) for status in statuses if status.state == state]
        if rows:
            heading = _LABELS[state].capitalize()
            blocks.append(f"{heading}\n{layout_rows(rows)}")
    return "\n".join([*blocks, f"Show one: tracker show {statuses[0].slug}"])


def role_milestones_text(title: str, matches: Sequence[RoleMilestoneStatus]) -> str:
    """The milestones already shown, then the others, each with the command to type."""
    blocks = [
        f"{title}: {count_noun(len(matches), 'milestone')} count towards this role.",
        wrap(
            "When you have done one, type its command. Replace the words in capitals."
        ),
    ]
    shown = [match for match in matches if _is_shown(match)]
    if shown:
        titles = "; ".join(match.status.milestone.title for match in shown)
        blocks.append(wrap(f"Reached: {titles}."))
    others = [match for match in matches if not _is_shown(match)]
    for weight, group in group_by_weight(others).items():
        if group:
            blocks.append(WEIGHT_LABELS[weight])
            blocks.extend(_say_match(match) for match in group)
    return "\n".join(blocks)


def say_hours_used(status: MilestoneStatus) -> str:
    """`143 h of 200-400 h`; `23 h of 100 h` in an experiment; or the hours alone."""
    ledger = status.ledger
    spent = say_hours(ledger.spent)
    if ledger.low is not None and ledger.high is not None:
        return f"{spent} of {say_bound(ledger.low, ledger.high)}"
    budget = find_budget(status.counted_attempt, status.milestone)
    return f"{spent} of {say_hours(budget)}" if budget else spent


def _is_shown(match: RoleMilestoneStatus) -> bool:
    return match.status.state == "reached" and not match.status.is_claimed_only


def _say_match(match: RoleMilestoneStatus) -> str:
    """A milestone, the requirements it meets, and the command that records it."""
    status = match.status
    aside = "" if status.state == "open" else MILESTONE_STATE_LABELS[status.state]
    if match.status.is_claimed_only:
        aside = f"{CLAIMED}: add evidence"
    if status.counted and status.counted.has_begun:
        aside = say_count(status.counted)
    title = f"{status.milestone.title} ({aside})" if aside else status.milestone.title
    requirements = ", ".join(
        f"{requirement.slug} ({WEIGHT_LABELS[requirement.weight].lower()})"
        for requirement in match.requirements
    )
    return f"{list_row((2, title), (4, f'for {requirements}'))}\n    {match.command}"


def _row(status: MilestoneStatus) -> Row:
    """Its slug, its hours where they have a limit or count, and its title."""
    ledger = status.ledger
    figure = ""
    if ledger.low is not None and ledger.high is not None:
        figure = say_bound(ledger.low, ledger.high)
    if status.state == "trying" or (status.result and figure):
        figure = say_hours_used(status)
    title = with_status(_say_evidence(status), status.milestone.title)
    return status.slug, figure, title


def _say_evidence(status: MilestoneStatus) -> str:
    """The kinds of its evidence that counts, what implies it, or that its limit is used up."""
    if status.is_claimed_only and not status.counted:
        return CLAIMED
    if status.result:
        kinds = dict.fromkeys(piece.kind for piece in status.counted_evidence)
        return ", ".join(kinds) or CLAIMED
    counted = status.counted
    is_reached_otherwise = counted and counted.missing and status.implied_by
    if counted and counted.has_begun and not is_reached_otherwise:
        return say_count(counted)
    if status.implied_by:
        return f"by {status.implied_by[0]}"
    return "limit used up" if status.is_spent_up else ""
