"""Pictures, what their signs mean, and the tables beside them."""

LIMITS = "Hours against their limits"
WORK, HOURS, LIMIT = "Work", "Logged (h)", "Limit"
BANDS = (
    "Bar: hours logged. Band: up to the limit; between the strokes, within its range."
)
# Keyed by `Hours.span`.
SPANS = {"week": "week", "month": "month", "year": "year"}
INCOMPLETE = {
    "week": "Dashed outline: only some days of the week are in this report",
    "month": "Dashed outline: only some days of the month are in this report",
    "year": "Dashed outline: only some days of the year are in this report",
}
GAPS = "// Planned break without hours, left out"


def milestone(title: str, day: str) -> str:
    """`Transformer in PyTorch (14 Jun 2026)`."""
    return f"{title} ({day})"


def shared(hours: str) -> str:
    """`1.0 h that two tracks share are drawn in both.`."""
    return f"{hours} h that two tracks share are drawn in both."
