"""A CV."""

CV = "CV"
WORK = "Work"
COURSES = "Courses and books"


def not_here(entries: str) -> str:
    """`Not on this page: 5 more works and 1 letter.`."""
    return f"Not on this page: {entries}."
