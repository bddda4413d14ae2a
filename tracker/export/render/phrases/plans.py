"""Open plans and forecasts."""

PLANNED = "Planned"
REACHED_WHEN = "Reached when, by the guide (for you alone)"
FORECASTS = "Forecasts (each range should hold 8 times in 10)"


def due(day: str, title: str) -> str:
    """`20 Jan 2027: Proximal Policy Optimization Algorithms`."""
    return f"{day}: {title}"


def reached_when(title: str, criterion: str) -> str:
    """`A paper published: on arXiv, with you among the authors`."""
    return f"{title}: {criterion}"


def passed(day: str, days: str) -> str:
    """`Was due 28 Feb 2027, 2 days ago`."""
    return f"Was due {day}, {days} ago"


def between(early: str, late: str) -> str:
    """`1 Aug 2026 to 1 Oct 2026`."""
    return f"{early} to {late}"


def forecast_basis(day: str, hours: str, weeks: str) -> str:
    """`forecast on 1 Jun 2026 at 11.1 h a week, the average of the last 12 weeks`."""
    return f"forecast on {day} at {hours} h a week, the average of the last {weeks}"


def track_record(held: int, due: int) -> str:
    """`Forecast track record: 7 of 9 past forecasts held (expected: 8 in 10).`."""
    return (
        f"Forecast track record: {held} of {due} past forecasts held "
        "(expected: 8 in 10)."
    )
