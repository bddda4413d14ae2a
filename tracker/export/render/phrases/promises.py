"""What was planned, and what was delivered."""

PLANNED_AND_DELIVERED = "Planned and delivered"
OTHER_PLANS = "Other plans"
GOAL, PLANNED_FOR, PLANNED_ON = "Goal", "Due", "Plan made"
MOVED, DELIVERED = "Moved", "Delivered"
NOT_MOVED = "no"
NOT_YET = "not yet"
NOT_YET_DELIVERED = "not yet delivered"
ON_TIME = "on time"


def promised_to(funder: str, day: str) -> str:
    """`Promised in the application to Transformative AI Fund on 2 Nov 2026`."""
    return f"Promised in the application to {funder} on {day}"


def also_on(day: str) -> str:
    """`on 3 Nov 2026`, of a second application to the same funder."""
    return f"on {day}"


def asked_for(amount: str) -> str:
    """`asked for 30,000 USD`."""
    return f"asked for {amount}"


def planned_on(day: str) -> str:
    """`planned on 1 Jun 2026`."""
    return f"planned on {day}"


def to_day(due: str, day: str) -> str:
    """`to 1 Nov 2026 on 10 Jul 2026`, in the column of moves."""
    return f"to {due} on {day}"


def moved_to(due: str, day: str) -> str:
    """`moved to 1 Nov 2026 on 10 Jul 2026`."""
    return f"moved to {due} on {day}"


def withdrawn(day: str) -> str:
    """`withdrawn on 8 Feb 2026`."""
    return f"withdrawn on {day}"


def delivered(day: str, late: str) -> str:
    """`delivered 10 Aug 2026, 15 days late`."""
    return f"delivered {day}, {late}"


def delivery(day: str, late: str) -> str:
    """`10 Aug 2026, 15 days late`, in the column of deliveries."""
    return f"{day}, {late}"


def late(days: str) -> str:
    """`15 days late`."""
    return f"{days} late"


def early(days: str) -> str:
    """`3 days early`."""
    return f"{days} early"
