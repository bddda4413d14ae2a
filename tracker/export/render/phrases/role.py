"""Readiness for a role."""

REQUIREMENTS = "Role requirements (BlueDot's Alignment careers guide)"
NO_ROLE = "No role chosen."
REQUIRED = "Required"
EXPECTED = "Expected"
OPEN = "Open"


def source(role: str, guide: str) -> str:
    """Whose requirements these are, and what the two words mean; then its address."""
    return (
        f"All jobs as {role} ask for what is required, most for what is expected. "
        f"Source: {guide},"
    )


def required_of(variant: str) -> str:
    """`Required (in theory)`."""
    return f"Required ({variant})"


def with_evidence(number: int, total: int) -> str:
    """`1 of 4 has evidence`, `2 of 4 have evidence`."""
    return f"{number} of {total} {'has' if number == 1 else 'have'} evidence"


def claimed(number: int) -> str:
    """`1 is claimed`."""
    return f"{number} {'is' if number == 1 else 'are'} claimed"


def still_open(number: int) -> str:
    """`2 are open`."""
    return f"{number} {'is' if number == 1 else 'are'} open"
