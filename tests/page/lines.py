"""The lines of a page, each with the section that it is in."""

import re
from html.parser import HTMLParser

# The parts of the packet behind a section; what stands before the sections is the week's.
PARTS = {
    "": ("week", "name", "today"),
    "year": ("year",),
    "readiness": ("ready",),
    "map": ("road",),
    "hours": ("hours",),
    "limits": ("limits",),
    "plans": ("plans",),
    "forecast": ("forecast", "no_forecast"),
    "next": ("next",),
    "later": ("no_forecast",),
}
# Tags within a line of text.
INLINE = frozenset(["a", "b", "em", "i", "span", "strong", "time", "tspan"])
# Tags whose text says no fact: commands are examples, and tested by pasting them.
SILENT = frozenset(["code", "head", "nav", "style"])
# `5h30m`, `4`, `2.5` or `16 h`: a cell of hours, a mark of an axis, the number of a work
IN_TABLE = re.compile(r"-?(?:\d+h)?\d+m|\d+(?:\.\d+)?(?: h)?")


class Lines(HTMLParser):
    """The lines of a page, each with the section that it is in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.lines: list[tuple[str, str]] = [("", "")]
        self._section = ""
        self._silent = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line; one more for what an attribute says."""
        facts = dict(attrs)
        if tag == "section" and facts.get("id") in PARTS:
            self._section = facts["id"] or ""
        self._silent += tag in SILENT
        if tag not in INLINE:
            self._begin()
        for name in ("aria-label", "title", "alt"):
            self.handle_data(f" {facts.get(name) or ''} ")

    def handle_endtag(self, tag: str) -> None:
        """End a line."""
        self._silent -= tag in SILENT
        if tag not in INLINE:
            self._begin()

    def handle_data(self, data: str) -> None:
        """Say it in the line."""
        if not self._silent:
            section, text = self.lines.pop()
            self.lines.append((section, text + data))

    def _begin(self) -> None:
        self.lines.append((self._section, ""))


def page_lines(page: str) -> list[tuple[str, str]]:
    """The lines that say something, with their sections, but for the table of hours."""
    words = [(section, " ".join(text.split())) for section, text in Lines(page).lines]
    return [
        (section, text)
        for section, text in words
        if text and not (section == "hours" and IN_TABLE.fullmatch(text))
    ]
