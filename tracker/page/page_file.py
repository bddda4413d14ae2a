"""The file of a page: where it is, what it may replace, and its address."""

from pathlib import Path

from tracker.errors import Refused
from tracker.export.output_file import check_place, write_whole
from tracker.export.protected_files import check_unprotected
from tracker.system import begins_with

# A page begins so, and so no other file is replaced without asking.
HEAD = b"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="tracker">
"""


def default_place(database: str) -> Path:
    """`page.html` beside `tracker.db`, `demo-page.html` beside `demo.db`."""
    path = Path(database)
    before = "" if path.stem == "tracker" else f"{path.stem}-"
    return path.with_name(f"{before}page.html")


def check_page_place(place: Path, database: str, *, force: bool) -> None:
    """Refuse a place where a page cannot be, or where another file is.

    Raises FileProblem where it cannot be written, Refused for a database, and without
    `force` for any file that is not a page.
    """
    check_unprotected(place, database, ())
    check_place(place, force=True)
    if not force and place.exists() and not is_page(place):
        raise Refused(
            f"{place} exists and is not a page of tracker; nothing was written.",
            "Name another file with -o, or replace it with --force.",
            added=["--force"],
        )


def write_page(place: Path, html: str) -> int:
    """Write a page to a place that was checked, and return its length in bytes.

    Raises FileProblem where it cannot be written.
    """
    return write_whole(place, html, force=True)


def is_page(place: Path) -> bool:
    """Whether `tracker page` wrote a file, as far as it can be read."""
    try:
        return begins_with(place, HEAD)
    except OSError:
        return False
