"""The column that says whose row it is, where no header says so for certain."""

import re
from collections.abc import Sequence

from tracker.imports.formats.headers import unknown_columns
from tracker.imports.formats.length_questions import ask_about_people
from tracker.imports.formats.time_columns import Cells, cells_of

# A person's name: `Ada Byron`, `Karl Ove Knausgård`, `Byron, Ada`.
_PERSON = re.compile(r"[^\W\d_][^\W\d_'’.-]*,?(?: [^\W\d_][^\W\d_'’.-]*){1,3}")
# An address: `ada@example.org`.
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_TEXTS = frozenset({"project", "task", "note"})


def with_people(columns: dict[str, int], rows: Sequence[Cells]) -> dict[str, int]:
    """`columns` with the one headed `Name` as a person, or as what was done.

    Names of two people and more that come again are people's. Texts that are each there
    once are titles.
    """
    if {"first_name", "last_name"} <= columns.keys():
        columns.pop("user", None)
        return columns
    if "first_name" in columns:
        columns.setdefault("name", columns.pop("first_name"))
    columns.pop("last_name", None)
    if "name" not in columns:
        return columns
    place = columns.pop("name")
    if "user" not in columns and _are_people(rows, place, columns):
        return {**columns, "user": place}
    comes_again = len(set(cells_of(rows, place))) < len(cells_of(rows, place))
    parts = ("project", "note") if comes_again else ("note", "project")
    part = next((part for part in parts if part not in columns), "")
    return {**columns, part: place} if part else columns


def with_addresses(columns: dict[str, int], rows: Sequence[Cells]) -> dict[str, int]:
    """`columns` with an unused one of addresses as that of people."""
    if {"user", "email", "first_name"} & columns.keys():
        return columns
    used = set(columns.values())
    for place in range(max(map(len, rows), default=0)):
        cells = cells_of(rows, place)
        if place not in used and cells and all(map(_ADDRESS.fullmatch, cells)):
            return {**columns, "email": place}
    return columns


def _are_people(rows: Sequence[Cells], place: int, columns: dict[str, int]) -> bool:
    """Whether the cells of a column headed `Name` are people's names.

    Single words are, if they come again and another column says what was done.
    """
    cells = cells_of(rows, place)
    if all(map(_is_name, cells)):
        return len(set(cells)) < len(cells) or bool(_TEXTS & columns.keys())
    comes_again = 1 < len(set(cells)) < len(cells)
    has_one_word = all(cell.isalpha() and cell[0].isupper() for cell in cells)
    return comes_again and has_one_word and bool(_TEXTS & columns.keys())


def _is_name(text: str) -> bool:
    """Whether a text is a person's name: its first and last word begin with capitals.

    Scripts without capitals pass.
    """
    if not _PERSON.fullmatch(text):
        return False
    words = text.split()
    return not (words[0][0].islower() or words[-1][0].islower())


def check_people(
    columns: dict[str, int], unit: str, header: Cells, rows: Sequence[Cells]
) -> None:
    """Ask where a column of unknown name may say whose row it is.

    Its cells look like names, and those of two people and more come again.
    """
    if {"user", "email", "first_name"} & columns.keys():
        return
    for place in unknown_columns(header, columns.values()):
        cells = cells_of(rows, place)
        comes_again = 1 < len(set(cells)) < len(cells)
        if comes_again and all(map(_is_name, cells)):
            ask_about_people(columns, unit, header, place)
