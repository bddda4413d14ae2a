"""How many columns a line of output may take, and which pictures it may hold."""

import os
from collections.abc import Mapping
from contextlib import suppress
from typing import TextIO

from tracker.text.signs import SIGNS, choose_signs

USUAL = 80
# Narrower terminals get lines of `LEAST` columns; wider ones are not filled.
LEAST, MOST = 40, 200


class Screen:
    """The columns of the terminal, `USUAL` where there is none, and what draws there.

    `wraps_tables` is false in a pipe: there each row of a table stays on one line.
    """

    __slots__ = ("columns", "signs", "wraps_tables")

    def __init__(self) -> None:
        self.columns, self.wraps_tables = USUAL, True
        self.signs = SIGNS["blocks"]

    def adapt(self, environment: Mapping[str, str], out: TextIO) -> None:
        """Take the columns that `COLUMNS` names, or else those of the terminal `out`."""
        self.columns, self.wraps_tables = USUAL, True
        # The usual fonts of Linux without a desktop have no low blocks.
        pictures = "ascii" if environment.get("TERM") == "linux" else "blocks"
        self.signs = choose_signs(pictures, out.encoding or "utf-8")
        named = environment.get("COLUMNS", "")
        if named.isdecimal() and int(named):
            self._set(int(named))
        elif out.isatty():
            # No terminal can be asked behind some pseudo terminals.
            with suppress(OSError, ValueError):
                self._set(os.get_terminal_size(out.fileno()).columns or USUAL)
        else:
            self.wraps_tables = False

    def _set(self, columns: int) -> None:
        self.columns = min(max(columns, LEAST), MOST)


# The one screen of this process; `main` adapts it before a command runs.
SCREEN = Screen()
