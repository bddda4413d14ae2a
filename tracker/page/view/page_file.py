"""The answer to `page`: where the page is, and how to look at it."""

from pathlib import Path
from typing import NamedTuple

from tracker.text.columns import wrap

OPEN_IT = "To look at it, open this address in a browser:"


class PageFile(NamedTuple):
    """A page that was written: its size in bytes, and whether a browser shows it."""

    place: Path
    size: int
    address: str
    is_opened: bool


def page_file_text(page: PageFile) -> str:
    """The place and the size; where no browser was opened, the address for one."""
    size = max(round(page.size / 1000), 1)
    written = f"Wrote {page.place}, {size:,} kB."
    if page.is_opened:
        return f"{written}\nOpened it in your browser."
    return f"{written}\n{wrap(OPEN_IT)}\n{page.address}"
