"""Pictures, what their signs mean, and the tables beside them."""

LIMITS = "Hours against their limits"
WORK, HOURS, LIMIT = "Work", "Logged (h)", "Limit"
BANDS = (
    "Bar: hours logged. Band: up to the limit; between the strokes, within its range."
)
GAPS = "// Planned break without hours, left out"


def milestone(title: str, day: str) -> str:
    """`Transformer in PyTorch (14 Jun 2026)`."""
    return f"{title} ({day})"


def shared(hours: str) -> str:
    """`1.0 h that two tracks share are drawn in both.`."""
    return f"{hours} h that two tracks share are drawn in both."


def run_by_agent(hours: str) -> str:
    """`The bars include 4.7 h run by an agent.`."""
    return f"The bars include {hours} h run by an agent."


def incomplete(span: str) -> str:
    """What the outline of a `week`, a `month` or a `year` means."""
    return f"Dashed outline: only some days of the {span} are in this report"
