"""The cells of a row that together name a person, or say what was done."""

from functools import lru_cache

from tracker.imports.formats.layouts import Layout
from tracker.imports.rules.entries import MOST_CACHED


def join_note(task: str, description: str) -> str:
    """`Task: description`, or whichever of the two there is."""
    note = f"{task}: {description}" if task and description else task or description
    return note.replace("\r\n", "\n") if "\r" in note else note


def user_columns(layout: Layout) -> tuple[int, int, int]:
    """The columns of a person's name, separate last name, and address; -1 for none."""
    name = "user" if "user" in layout.columns else "first_name"
    return layout.place(name), layout.place("last_name"), layout.place("email")


@lru_cache(maxsize=MOST_CACHED)
def join_user(first: str, last: str, address: str) -> str:
    """`Name <address>`, or whichever of the two there is."""
    name = f"{first} {last}" if first and last else first or last
    return f"{name} <{address}>" if name and address else name or address
