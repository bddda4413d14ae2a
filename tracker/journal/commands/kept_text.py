"""The text of a sheet in its editor: kept beside the database until it is used.

So it is there whatever ends tracker. Its name is that of the sessions it is about: they
are still as they were when it opens again. One logged since would have no line in it,
and be removed.
"""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from tracker.database.unfinished import is_text_open, write_private
from tracker.errors import FileProblem
from tracker.input_file import read_text
from tracker.journal.rules.session_sheet import FAULT, SessionSheet, numbered_lines
from tracker.limits import LARGEST_TEXT
from tracker.system import say_reason

_AGAIN = (
    f"{FAULT}This is your text from before. Delete this line to use it, all to begin anew."
    "\n"
)


class KeptText:
    """The `file` of a text, and whether the editor began with one from before."""

    def __init__(self, database: str, sheet: SessionSheet, folder: Path) -> None:
        """The sheet is of that database; `folder` is an unfinished one beside it."""
        stamp = sha256(repr((os.path.realpath(database), sheet)).encode()).hexdigest()
        self.file = Path(database).with_name(f"tracker-{stamp[:16]}.txt")
        self.is_used = False
        self._folder = folder

    def begin(self, shown: str) -> None:
        """Begin with the text kept, or else with what is `shown`.

        Raises FileProblem where the file cannot be written.
        """
        text = shown
        if is_text_open(self.file):
            self.file = self._new_name()
        else:
            try:
                text = read_text(self.file, LARGEST_TEXT).removeprefix(_AGAIN)
            except FileNotFoundError:
                pass
            except (OSError, UnicodeError):
                self.file = self._new_name()
        (self._folder / self.file.name).touch()  # for `is_text_open`
        self.is_used = text.strip() != shown.strip()
        self.write(_AGAIN + text if self.is_used else shown)

    def write(self, text: str) -> None:
        """Replace the text, by the whole other one or not at all.

        Raises FileProblem where the file cannot be written.
        """
        fresh = self._folder / "sessions.txt"
        try:
            write_private(fresh, text.encode())
            fresh.replace(self.file)
        except OSError as fault:
            raise FileProblem(
                f"The text for the editor could not be written: {say_reason(fault)}."
            ) from fault

    def keep(self, shown: str) -> Path | None:
        """Where the text stays; None where there is none to keep, and it is removed.

        A text without lines of its own is none. `shown` is what the editor began with.
        """
        try:
            text = read_text(self.file, LARGEST_TEXT, errors="replace")
        except FileNotFoundError:
            text = ""
        except OSError:  # too large, or what the editor put there is no file
            return self.give_up()
        if text.strip() == shown.strip() or not numbered_lines(text):
            self.remove()
            return None
        return self.file

    def give_up(self) -> Path:
        """Give the text another name, so that it opens no more; return it."""
        return self.file.replace(self._new_name())

    def remove(self) -> None:
        """Remove the text, and the copy of it that an editor such as Emacs makes."""
        for file in (self.file, Path(f"{self.file}~")):
            with suppress(OSError):
                file.unlink()

    def _new_name(self) -> Path:
        return self.file.with_name(f"tracker-{os.urandom(8).hex()}.txt")
