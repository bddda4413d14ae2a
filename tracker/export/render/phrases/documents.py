"""Titles of documents, and what stands at their heads."""

DEMO = "Demo data: this person does not exist."
PROGRESS = "Progress"
UPDATE = "Update"
TASK = "Hours"
AS_TABLE = "Show as a table"
DECISIONS = "Decisions"
CHANGES_OF_VIEW = "Changes of view"
NOTHING = "Nothing yet."


def progress_toward(role: str) -> str:
    """`Progress toward Research contributor (empirical)`."""
    return f"Progress toward {role}"


def update_for(funder: str) -> str:
    """`Update for Rapid Grant, BlueDot Impact`."""
    return f"Update for {funder}"


def task_of(item: str) -> str:
    """`Hours of a task: Proximal Policy Optimization Algorithms`."""
    return f"Hours of a task: {item}"


def from_own_log(period: str) -> str:
    """The days covered, and who checked the facts: nobody."""
    return f"{period}. From the author's own log; nobody else has checked it."


def from_own_log_with_letters(period: str) -> str:
    """The days covered, and who checked the facts: some of them, somebody else."""
    return (
        f"{period}. From the author's own log; nobody else has checked it, "
        "except where a line says letter or review."
    )


def as_of(day: str) -> str:
    """`, as of 30 Jun 2026`."""
    return f", as of {day}"


def on_day(day: str, text: str) -> str:
    """`2 Aug 2026: Evaluations matter more than I thought`."""
    return f"{day}: {text}"
