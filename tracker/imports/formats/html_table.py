"""Tables in HTML inside a Markdown file, as numbered rows of cells."""

from html.parser import HTMLParser

NumberedRow = tuple[int, list[str]]


class _RowParser(HTMLParser):
    """Collects the rows of a table: of each its line, and its cells in pieces.

    Its text begins in the line `first` of the file.
    """

    def __init__(self, first: int) -> None:
        super().__init__()
        self.rows: list[tuple[int, list[list[str]]]] = []
        self._first, self._is_in_cell = first, False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """A row or a cell begins; a line break is a blank."""
        if tag == "tr":
            self.rows.append((self._first + self.getpos()[0] - 1, []))
        elif tag in ("td", "th") and self.rows:
            self.rows[-1][1].append([])
        if tag in ("td", "th"):
            self._is_in_cell = True
        elif tag in ("tr", "table"):
            self._is_in_cell = False
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        """A cell ends."""
        if tag in ("td", "th", "tr", "table"):
            self._is_in_cell = False

    def handle_data(self, data: str) -> None:
        """Text of a cell."""
        if self._is_in_cell and self.rows and self.rows[-1][1]:
            self.rows[-1][1][-1].append(data)


def rows_of_html(text: str, first: int) -> list[NumberedRow]:
    """The rows of a table, each with its line and its cells.

    `text` begins in the line `first` of the file.
    """
    # A tag that never ends is text, and for each the parser would look to the end.
    end = text.rfind(">") + 1
    parser = _RowParser(first)
    parser.feed(text[:end] + text[end:].replace("<", "&lt;"))
    parser.close()
    return [
        (line, [" ".join("".join(cell).split()) for cell in cells])
        for line, cells in parser.rows
        if cells
    ]
