"""Marks that tell what the guide says from what is ours."""

from tracker.readiness.rules.records import Requirement

# Stands before what is our inference from the guide, and after a level that is ours.
INFERRED, OURS = "~", "^"
LEGENDS = f"{INFERRED} our inference", f"{OURS} our level"


def say_level(asked: Requirement) -> str:
    """`moderate`, or `moderate ^` where the guide gives the duty and we the level."""
    if asked.level is None:
        return ""
    return f"{asked.level} {OURS}" if asked.level_is_ours else asked.level
