"""The text of an editor that could not be used, kept for the next time it opens.

It lies beside the database, and its name is that of the sessions it was about: they are
still as they were when it opens again. One logged since would have no line in it, and be
removed.
"""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from tracker.database.unfinished import put_in_place, write_private
from tracker.input_file import read_text
from tracker.journal.rules.session_sheet import FAULT, SessionSheet, numbered_lines
from tracker.limits import LARGEST_TEXT

_AGAIN = f"{FAULT}This is your text from before. To begin anew, delete all of it.\n"


class KeptText:
    """Where the text of a sheet is kept, and whether the editor began with one.

    A text stays in its place while the editor has a copy of it.
    """

    def __init__(self, database: str, sheet: SessionSheet) -> None:
        """The sheet is of that database."""
        stamp = sha256(repr((os.path.realpath(database), sheet)).encode()).hexdigest()
        self.place = Path(database).with_name(f"tracker-{stamp[:16]}.txt")
        self.is_used = False

    def begin(self, file: Path, shown: str) -> None:
        """Begin the editor's `file` with the text kept, or else with what is `shown`.

        Raises OSError where the file cannot be written.
        """
        with suppress(OSError, UnicodeError):
            text = read_text(self.place, LARGEST_TEXT)
            shown, self.is_used = _AGAIN + text.removeprefix(_AGAIN), True
        write_private(file, shown.encode())

    def keep(self, file: Path, shown: str) -> Path | None:
        """Keep the text of the editor's `file`, and return where; None for none.

        A text without lines of its own is none. `shown` is what the editor began with.
        """
        try:
            text = read_text(file, LARGEST_TEXT, errors="replace")
        except FileNotFoundError:
            text = ""
        except OSError:  # too large, or what the editor put there is no file
            return self._move_elsewhere(file)
        if text.strip() == shown.strip() or not numbered_lines(text):
            self.remove()
            return None
        if self.is_used:
            return file.replace(self.place)
        return (
            self.place if put_in_place(file, self.place) else self._move_elsewhere(file)
        )

    def give_up(self) -> Path:
        """Give the text another name, so that it opens no more; return it."""
        return self._move_elsewhere(self.place)

    def remove(self) -> None:
        """Remove the text that the editor began with, if it did."""
        if self.is_used:
            self.place.unlink(missing_ok=True)

    def _move_elsewhere(self, file: Path) -> Path:
        return file.replace(self.place.with_name(f"tracker-{os.urandom(8).hex()}.txt"))
