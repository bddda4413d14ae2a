"""The text of an editor that could not be used, kept for the next time it opens.

Its file is named by the sessions it was about: they are still as they were when it opens
again. One logged since would have no line in it, and be removed.
"""

import tempfile
from hashlib import sha256
from pathlib import Path

from tracker.input_file import read_text
from tracker.journal.rules.session_sheet import FAULT, SessionSheet, numbered_lines
from tracker.limits import LARGEST_TEXT

_AGAIN = f"{FAULT}This is your text from before. To begin anew, delete all of it.\n"


def kept_place(database: str, sheet: SessionSheet) -> Path:
    """Where the text of a sheet is kept."""
    stamp = sha256(repr((database, sheet)).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"tracker-{stamp}.txt"


def take_kept(place: Path, file: Path) -> bool:
    """Move the text kept to the editor's `file`; False if there is none to be read."""
    try:
        text = read_text(place, LARGEST_TEXT)
    except (OSError, UnicodeError):
        return False
    place.replace(file)
    file.write_text(_AGAIN + text.removeprefix(_AGAIN), encoding="utf-8")
    return True


def keep(file: Path, shown: str, place: Path) -> Path | None:
    """Keep the text of the editor's `file`, and return where; None for none of its own.

    `shown` is what the editor began with.
    """
    try:
        text = read_text(file, LARGEST_TEXT, errors="replace")
    except FileNotFoundError:
        return None
    except OSError:  # what the editor left there is not ours to remove
        return file
    if text.strip() == shown.strip() or not numbered_lines(text):
        file.unlink()
        return None
    return file if place.exists() else file.replace(place)
