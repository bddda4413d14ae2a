"""Numbers with the noun they count."""


def days(number: int) -> str:
    """`1 day`, `15 days`."""
    return f"{number:,} {'day' if number == 1 else 'days'}"


def months(number: int) -> str:
    """`1 month`, `6 months`."""
    return f"{number:,} {'month' if number == 1 else 'months'}"


def sessions(number: int) -> str:
    """`1 session`, `611 sessions`."""
    return f"{number:,} {'session' if number == 1 else 'sessions'}"
