"""A CV."""

CV = "CV"
WORK = "Work"
COURSES = "Courses"


def letter(kind: str, about: str) -> str:
    """`Review on Technical communication (moderate level)`."""
    return f"{kind.capitalize()} on {about}"
