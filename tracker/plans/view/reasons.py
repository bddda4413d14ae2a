"""The reasons of plans as text and as JSON."""

from collections.abc import Iterable
from typing import Any

from tracker.plans.rules.plans import PlanChange, PlanReason, PlanStatus


def say_reasons(reasons: Iterable[PlanReason]) -> str:
    """`holidays; flu (private)`."""
    marks = {True: " (private)", False: ""}
    return "; ".join(f"{reason.text}{marks[reason.private]}" for reason in reasons)


def say_because(change: PlanChange) -> str:
    """` because flu (private)`, or that no reason was given."""
    if not change.reasons:
        return "; no reason given"
    return f" because {say_reasons(change.reasons)}"


def because_data(entry: PlanStatus | PlanChange) -> dict[str, Any]:
    """The reasons as JSON; `private` where any is."""
    return {
        "because": entry.because,
        "private": any(reason.private for reason in entry.reasons),
    }
