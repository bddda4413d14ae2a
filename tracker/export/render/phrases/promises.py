"""What was planned, and what was delivered."""

PROMISED = "Promised and delivered"
PLANNED = "Planned and done"
GOAL, PLANNED_FOR, PLANNED_ON = "Goal", "Due", "Plan made"
MOVED, DONE = "Moved", "Done"
NOT_MOVED = "no"
NOT_YET = "not yet done"
GIVEN_UP = "given up"
NO_EVIDENCE = "no evidence yet"
INCOMPLETE = "evidence incomplete"
NOTHING_LOGGED = "no hours logged"
ON_TIME = "on time"


def promised_to(funder: str, day: str) -> str:
    """`Promised in the application to Transformative AI Fund on 2 Nov 2026`."""
    return f"Promised in the application to {funder} on {day}"


def promised_in(report: str, day: str) -> str:
    """`Promised in Manifund progress update on 2 Nov 2026`."""
    return f"Promised in {report} on {day}"


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


def planned_again(due: str, day: str) -> str:
    """`planned again on 10 Jul 2026 for 1 Nov 2026`, once it was withdrawn."""
    return f"planned again on {day} for {due}"


def withdrawn(day: str) -> str:
    """`withdrawn on 8 Feb 2026`."""
    return f"withdrawn on {day}"


def delivered(day: str, late: str) -> str:
    """`delivered 10 Aug 2026, 15 days late`."""
    return f"delivered {day}, {late}"


def completed(day: str, late: str) -> str:
    """`completed 10 Aug 2026, 15 days late`, with a limit missed or evidence later."""
    return f"completed {day}, {late}"


def claimed(day: str, late: str) -> str:
    """`claimed done 2 Apr 2026, 3 days late`."""
    return f"claimed done {day}, {late}"


def evidence_since(day: str) -> str:
    """`evidence since 20 Sep 2026`."""
    return f"evidence since {day}"


def late(days: str) -> str:
    """`15 days late`."""
    return f"{days} late"


def early(days: str) -> str:
    """`3 days early`."""
    return f"{days} early"


def overdue(days: str) -> str:
    """`not yet done, 83 days overdue`."""
    return f"{NOT_YET}, {days} overdue"
