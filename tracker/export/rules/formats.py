"""The formats, once: help, checks and rendering are built from these."""

from typing import NamedTuple


class Format(NamedTuple):
    """A format: its module in `render/`, and what is special about it."""

    module: str
    is_binary: bool = False  # cannot be printed, so it needs a file
    has_fonts: bool = False  # brings its own fonts, which may lack letters
    library: str = ""  # what it needs that need not be installed
    instead: str = ""  # what to do with a page in its place


TEXT = "txt"
# Those of a document.
FORMATS = {
    "md": Format("markdown"),
    TEXT: Format("text"),
    "html": Format("html"),
    "pdf": Format(
        "pdf",
        is_binary=True,
        has_fonts=True,
        library="typst",
        instead="print the page",
    ),
    "docx": Format(
        "docx",
        is_binary=True,
        library="python-docx",
        instead="open the page in Word",
    ),
}
# The format of a calendar.
ICS = Format("ics", library="icalendar")


def is_binary(form: str) -> bool:
    """Whether a format, also one of tables (`csv`, `json`), cannot be printed."""
    return form in FORMATS and FORMATS[form].is_binary
