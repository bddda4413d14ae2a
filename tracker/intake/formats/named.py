"""The cells of a row that together name a person, or say what was done."""

from collections.abc import Callable, Sequence

from tracker.intake.formats.layouts import Layout
from tracker.intake.formats.tables import cell_reader


def note_of(layout: Layout) -> Callable[[Sequence[str]], str]:
    """The task and the description, as `Task: description`."""
    return cell_reader(layout.place("task"), layout.place("note"), ": ")


def user_of(layout: Layout) -> Callable[[Sequence[str]], str]:
    """The person, as `Name <address>`, or whichever of the two there is."""
    first = layout.place("user") if "user" in layout.columns else layout.place("first_name")
    name, address = cell_reader(first, layout.place("last_name"), " "), layout.place("email")
    if address < 0:
        return name

    def user(row: Sequence[str]) -> str:
        called, at = name(row), row[address].strip()
        return f"{called} <{at}>" if called and at else called or at

    return user
