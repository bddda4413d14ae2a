"""Charts, and the tables beside them."""

LEDGERS = "Hours of replications and their limits"
STRENGTHS = "Requirements by strength of evidence"
TOTALS = "Total hours over time"
WORK, HOURS, LIMIT = "Work", "Hours", "Limit"
REQUIREMENTS = "Requirements"
TOTAL, AIM = "Total", "Aim"
# Keyed by `Hours.span`.
SPANS = {"week": "week", "month": "month", "year": "year"}


def hours_by(span: str) -> str:
    """`Hours by week and track`."""
    return f"Hours by {span} and track"


def totals_and_aim(aim: str) -> str:
    """`Total hours over time, and the present aim of 20 h a week`."""
    return f"Total hours over time, and the present aim of {aim} a week"
