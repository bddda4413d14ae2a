"""Tables written in HTML inside a Markdown file, as numbered rows of cells."""

from html.parser import HTMLParser


class _Rows(HTMLParser):
    """Collects the text of cells; a row has the number of the line it begins in, counted from `first`."""

    def __init__(self, first: int) -> None:
        super().__init__()
        self.rows: list[tuple[int, list[str]]] = []
        self._first, self._open = first, False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """A row or a cell begins; a break parts words."""
        if tag == "tr":
            self.rows.append((self._first + self.getpos()[0] - 1, []))
        elif tag in ("td", "th") and self.rows:
            self.rows[-1][1].append("")
        self._open = tag in ("td", "th") or (self._open and tag not in ("tr", "table"))
        if tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        """A cell ends."""
        self._open = self._open and tag not in ("td", "th", "tr", "table")

    def handle_data(self, data: str) -> None:
        """Text, of the cell that is open."""
        if self._open and self.rows and self.rows[-1][1]:
            self.rows[-1][1][-1] += data


def rows_of_html(text: str, first: int) -> list[tuple[int, list[str]]]:
    """The rows of a table's text, which begins in line `first`, each with its line and its cells."""
    parser = _Rows(first)
    parser.feed(text)
    parser.close()
    return [
        (line, [" ".join(cell.split()) for cell in cells])
        for line, cells in parser.rows
        if cells
    ]
