"""The cells of a row that together name a person, or say what was done."""

from functools import lru_cache

from tracker.imports.formats.layouts import Layout


def join_note(task: str, description: str) -> str:
    """The task and the description, as `Task: description`, or whichever of the two there is."""
    note = f"{task}: {description}" if task and description else task or description
    return note.replace("\r\n", "\n") if "\r" in note else note


def user_columns(layout: Layout) -> tuple[int, int, int]:
    """The columns of a person's name, last name where that stands by itself, and address; -1 where there is none."""
    first = (
        layout.place("user") if "user" in layout.columns else layout.place("first_name")
    )
    return first, layout.place("last_name"), layout.place("email")


@lru_cache(maxsize=4096)
def join_user(first: str, last: str, address: str) -> str:
    """The person, as `Name <address>`, or whichever of the two there is."""
    name = f"{first} {last}" if first and last else first or last
    return f"{name} <{address}>" if name and address else name or address
