"""The reasons of plans as text and as JSON."""

from collections.abc import Iterable
from typing import TypedDict

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


class ReasonsData(TypedDict):
    """The reasons of a plan or its change; `private` where any is."""

    because: str
    private: bool


def because_data(entry: PlanStatus | PlanChange) -> ReasonsData:
    """The reasons as JSON."""
    return {
        "because": entry.because,
        "private": any(reason.private for reason in entry.reasons),
    }
