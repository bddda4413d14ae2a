"""Events of a calendar, and its name."""

NAME = "Learning plan"
BREAK = "Planned break"
REMOVED = "Removed"
PLAN, OF_BREAKS = "Plan", "Break"


def of_person(name: str) -> str:
    """`Learning plan, Ada Example`."""
    return f"{NAME}, {name}"


def planned(title: str) -> str:
    """`Planned: A paper published`."""
    return f"Planned: {title}"
