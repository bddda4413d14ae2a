"""Charts, and the tables beside them."""

LEDGERS = "Hours of replications and their limits"
STRENGTHS = "Requirements by strength of evidence"
TOTALS = "Total hours over time"
WORK, HOURS, LIMIT = "Work", "Hours", "Limit"
REQUIREMENTS = "Requirements"
AIM = "Aim"
# Keyed by `Hours.span`.
SPANS = {"week": "week", "month": "month", "year": "year"}


def totals_and_aim(aim: str) -> str:
    """`Total hours over time, and the present aim of 20 h a week`."""
    return f"Total hours over time, and the present aim of {aim} a week"
