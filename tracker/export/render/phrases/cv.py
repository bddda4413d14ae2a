"""A CV."""

CV = "CV"
WORK = "Work"
COURSES = "Courses and books"


def not_here(entries: str) -> str:
    """`Not on this page: 5 more works and 1 letter.`."""
    return f"Not on this page: {entries}."


def more_works(number: int) -> str:
    """`5 more works`."""
    return f"{number:,} more {'work' if number == 1 else 'works'}"


def letters(number: int) -> str:
    """`1 letter`, `3 letters`."""
    return f"{number:,} {'letter' if number == 1 else 'letters'}"
