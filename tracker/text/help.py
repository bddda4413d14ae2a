"""Help as wide as the terminal: words and commands in it are never broken."""

import re
from collections.abc import Iterable, Iterator

import click

from tracker.documentation import name_places
from tracker.text.columns import BELOW, NARROWEST, display_width, hang, wrap
from tracker.text.screen import SCREEN

# The first cell of a row and the blanks after it: `Plans    calendars are read`.
_FIRST_CELL = re.compile(r" *\S+(?: \S+)*  +(?=\S)")


class HelpFormatter(click.HelpFormatter):
    """The help of one command; paragraphs that begin with a blank are tables."""

    def __init__(self, **_: int | None) -> None:
        super().__init__(width=SCREEN.columns)

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how to call the program; `args` stand below a long name."""
        head = f"{prefix or 'Usage: '}{prog} "
        self.write(f"{hang(head, args)}\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs and tables, at the indent of this section."""
        paragraphs = name_places(text).split("\n\n")
        self.write("\n\n".join(map(self._paragraph, paragraphs)) + "\n")

    def _paragraph(self, text: str) -> str:
        if not text.startswith(" "):
            return wrap(" ".join(text.split("\n")), self.current_indent)
        return "\n".join(self._table_rows(text.split("\n")))

    def _table_rows(self, lines: list[str]) -> Iterator[str]:
        margin = len(lines[0]) - len(lines[0].lstrip()) - self.current_indent
        for line in lines:
            indented = line[margin:] if margin > 0 else " " * -margin + line
            cell = _FIRST_CELL.match(indented)
            head = cell[0] if cell else " " * (len(indented) - len(indented.lstrip()))
            yield hang(head, indented[len(head) :])

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write each term with its text beside it, or below it where there is no room."""
        listed, indent = list(rows), self.current_indent
        widest = max(display_width(term) for term, _ in listed)
        column = indent + min(widest, col_max) + col_spacing
        if self.width - column < NARROWEST:
            column = indent + BELOW
        for term, text in listed:
            head = " " * indent + term
            if display_width(head) + col_spacing > column:
                self.write(f"{head}\n")
                head = ""
            self.write(head + wrap(text, column)[len(head) :].rstrip() + "\n")
