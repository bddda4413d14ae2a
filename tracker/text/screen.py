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

    __slots__ = ("_encoding", "columns", "signs", "wraps_tables")

    def __init__(self) -> None:
        self.columns, self.wraps_tables = USUAL, True
        self.signs, self._encoding = SIGNS["blocks"], "utf-8"

    def adapt(self, environment: Mapping[str, str], out: TextIO | None) -> None:
        """Take the columns that `COLUMNS` names, or else those of the terminal `out`.

        `out` is None where there is no output at all, as after `>&-`.
        """
        self.columns, self.wraps_tables = USUAL, True
        self._encoding = (out and out.encoding) or "utf-8"
        # The usual fonts of Linux without a desktop have no low blocks.
        self.draw_as("ascii" if environment.get("TERM") == "linux" else "blocks")
        # Four digits are beyond `MOST`; Python reads no number of 5,000.
        named = environment.get("COLUMNS", "").lstrip("0")[:4]
        if named.isdecimal() and int(named):
            self._set(int(named))
        elif out and is_terminal(out):
            # No terminal can be asked behind some pseudo terminals.
            with suppress(OSError, ValueError):
                self._set(os.get_terminal_size(out.fileno()).columns or USUAL)
        else:
            self.wraps_tables = False

    def draw_as(self, pictures: str) -> None:
        """Draw with those signs of the setting `pictures` that can be printed."""
        self.signs = choose_signs(pictures, self._encoding)

    def _set(self, columns: int) -> None:
        self.columns = min(max(columns, LEAST), MOST)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody sits there; a stream that is closed, as by `>&-`, is None."""
    return stream is not None and stream.isatty()


# The one screen of this process; `main` adapts it before a command runs.
SCREEN = Screen()
