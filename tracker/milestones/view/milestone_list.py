"""Milestones in lists, and what a role asks for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from tracker.curriculum.view import hours_number, layout_rows, with_status
from tracker.milestones.rules.phases import find_budget
from tracker.milestones.rules.role_milestones import (
    RoleMilestoneStatus,
    group_by_weight,
)
from tracker.milestones.rules.status import STATES, MilestoneStatus
from tracker.text.amounts import say_bound, say_hours
from tracker.text.columns import count_noun, wrap

_ORDER = ("reached", "over", "trying", "open", "dropped")


def milestone_data(standing: MilestoneStatus) -> dict[str, Any]:
    """The keys of a milestone in a list."""
    ledger = standing.ledger
    bounds = {name: _number(getattr(ledger, name)) for name in ("low", "high")}
    return {
        "slug": standing.slug,
        "title": standing.milestone.title,
        "state": standing.state,
        "evidence": [
            {"kind": each.kind, "where": each.place} for each in standing.evidence
        ],
        "hours": {"spent": _number(ledger.spent), **bounds},
    }


def milestones_data(standings: Iterable[MilestoneStatus]) -> dict[str, Any]:
    """The keys of a list of milestones."""
    return {"milestones": [milestone_data(each) for each in standings]}


def milestones_text(standings: Sequence[MilestoneStatus]) -> str:
    """One line a milestone, what is reached first."""
    if not standings:
        return "No milestone is like that.\n  tracker milestones         lists them all"
    of = Counter(each.state for each in standings)
    states = ", ".join(f"{of[state]} {state}" for state in STATES if of[state])
    blocks = [f"{count_noun(len(standings), 'milestone')}: {states}."]
    for state in _ORDER:
        rows = [_row(each) for each in standings if each.state == state]
        if rows:
            blocks.append(f"{state}\n{layout_rows(rows)}")
    return "\n".join([*blocks, f"One whole: tracker show {standings[0].slug}"])


def role_milestones_data(
    role: str, found: Iterable[RoleMilestoneStatus]
) -> dict[str, Any]:
    """The keys of what a role asks for: those of a list of milestones, and for each what it answers and its line."""
    found_data = [
        {
            **milestone_data(each.status),
            "weight": each.weight,
            "requirements": [asked.slug for asked in each.requirements],
            "type": each.command,
        }
        for each in found
    ]
    return {"role": role, "milestones": found_data}


def role_milestones_text(title: str, found: Sequence[RoleMilestoneStatus]) -> str:
    """What is there already in one line, then each milestone with what it answers and the line to paste."""
    left = [
        each for each in found if each.status.state != "reached" or each.is_claimed_only
    ]
    there = [each.status.slug for each in found if each not in left]
    blocks = [
        wrap(
            f"{title}: {count_noun(len(found), 'milestone')} would show some of what it asks. Done one? Paste its line."
        )
    ]
    if there:
        blocks.append(wrap(f"Reached: {', '.join(there)}."))
    for weight, answers in group_by_weight(left).items():
        blocks += (
            [_heading(weight), *(_answer(each) for each in answers)] if answers else []
        )
    return "\n".join(blocks)


def say_hours_used(standing: MilestoneStatus) -> str:
    """`143 h of 200-400 h`, `23 h of 100 h` of an experiment, or the hours alone where neither bounds them."""
    ledger, whole = (
        standing.ledger,
        find_budget(standing.counted_attempt, standing.milestone),
    )
    bound = (
        say_bound(ledger.low, ledger.high)
        if ledger.low is not None and ledger.high is not None
        else ""
    )
    bound = bound or (say_hours(whole) if whole else "")
    return f"{say_hours(ledger.spent)} of {bound}" if bound else say_hours(ledger.spent)


def _heading(weight: str) -> str:
    return {"must": "Musts", "should": "Shoulds", "helps": "Helps"}[weight]


def _answer(answer: RoleMilestoneStatus) -> str:
    told = "your word so far" if answer.is_claimed_only else answer.status.state
    state = "" if told == "open" else f" ({told})"
    names = ", ".join(
        f"{each.slug}{'*' if each.weight == 'must' else ''}"
        for each in answer.requirements
    )
    return "\n".join(
        (
            wrap(f"{answer.status.milestone.title}{state}", 2),
            wrap(f"for {names}", 4),
            f"    {answer.command}",
        )
    )


def _row(standing: MilestoneStatus) -> tuple[str, str, str]:
    """A milestone's name, its hours where they are bounded or counted, and its title behind what shows it."""
    ledger, shown = standing.ledger, ""
    figure = (
        say_bound(ledger.low, ledger.high)
        if ledger.low is not None and ledger.high is not None
        else ""
    )
    if standing.state == "trying" or (standing.result and figure):
        figure = say_hours_used(standing)
    if standing.result:
        shown = ", ".join(dict.fromkeys(each.kind for each in standing.evidence))
    elif standing.implied_by:
        shown = f"by {standing.implied_by[0]}"
    elif standing.is_spent_up:
        shown = "over its bound"
    return standing.slug, figure, with_status(shown, standing.milestone.title)


def _number(seconds: int | None) -> int | float | None:
    return None if seconds is None else hours_number(seconds)
