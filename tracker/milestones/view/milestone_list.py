"""Milestones in lists, and what a role asks for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from tracker.curriculum.view import hours_number, listed, titled
from tracker.milestones.rules.phases import budget
from tracker.milestones.rules.role_milestones import RoleMilestoneStatus, by_weight
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
            blocks.append(f"{state}\n{listed(rows)}")
    return "\n".join([*blocks, f"One whole: tracker show {standings[0].slug}"])


def answers_data(role: str, found: Iterable[RoleMilestoneStatus]) -> dict[str, Any]:
    """The keys of what a role asks for: those of a list of milestones, and for each what it answers and its line."""
    found_data = [
        {
            **milestone_data(each.standing),
            "weight": each.weight,
            "requirements": [asked.slug for asked in each.asked],
            "type": each.line,
        }
        for each in found
    ]
    return {"role": role, "milestones": found_data}


def answers_text(title: str, found: Sequence[RoleMilestoneStatus]) -> str:
    """What is there already in one line, then each milestone with what it answers and the line to paste."""
    left = [each for each in found if each.standing.state != "reached" or each.unseen]
    there = [each.standing.slug for each in found if each not in left]
    blocks = [
        wrap(
            f"{title}: {count_noun(len(found), 'milestone')} would show some of what it asks. Done one? Paste its line."
        )
    ]
    if there:
        blocks.append(wrap(f"Reached: {', '.join(there)}."))
    for weight, answers in by_weight(left).items():
        blocks += (
            [_heading(weight), *(_answer(each) for each in answers)] if answers else []
        )
    return "\n".join(blocks)


def hours_used(standing: MilestoneStatus) -> str:
    """`143 h of 200-400 h`, `23 h of 100 h` of an experiment, or the hours alone where neither bounds them."""
    ledger, whole = standing.ledger, budget(standing.tried, standing.milestone)
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
    told = "your word so far" if answer.unseen else answer.standing.state
    state = "" if told == "open" else f" ({told})"
    names = ", ".join(
        f"{each.slug}{'*' if each.weight == 'must' else ''}" for each in answer.asked
    )
    return "\n".join(
        (
            wrap(f"{answer.standing.milestone.title}{state}", 2),
            wrap(f"for {names}", 4),
            f"    {answer.line}",
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
        figure = hours_used(standing)
    if standing.result:
        shown = ", ".join(dict.fromkeys(each.kind for each in standing.evidence))
    elif standing.by:
        shown = f"by {standing.by[0]}"
    elif standing.spent_up:
        shown = "over its bound"
    return standing.slug, figure, titled(shown, standing.milestone.title)


def _number(seconds: int | None) -> int | float | None:
    return None if seconds is None else hours_number(seconds)
