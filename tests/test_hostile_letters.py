"""Letters that speak to a terminal reach none, wherever they were typed or stored."""

import unicodedata

from tests.conftest import Output

SPEAKING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
EMOJI = "\U0001f469\u200d\U0001f4bb"
# ESC, links and the clipboard (OSC), C1, BEL, CR, directions, separators, no UTF-8.
HOSTILE = (
    "x\x1b[31m\x1b]8;;https://e.example\x1b\\y\x1b]52;c;eA==\x07\x9b2Jz\x9d\r\u202ea"
    f"\u2066b\u2069\u2028c\u2029\x85d\x7f\x0b\u200fe\udc9b{EMOJI}"
)
# Without what the database refuses.
STORED = HOSTILE.replace("\udc9b", "")
# Columns that hold a text of the person, or what an import says.
TEXTS = {
    "session": ("note",),
    "tag": ("name",),
    "item": ("title",),
    "milestone": ("title",),
    "note": ("text",),
    "command": ("words",),
    "setting": ("value",),
    "import_batch": ("file",),
    "imported_project": ("name",),
    "answer": ("text",),
    "application": ("funder",),
    "rating": ("rater",),
    "work": ("title", "summary"),
    "evidence": ("place",),
}


def speaks(text: str) -> set[str]:
    """The letters of a text that a terminal obeys."""
    letters = set(text) - set("\n\u200c\u200d")
    return {each for each in letters if unicodedata.category(each) in SPEAKING}


def spoken(output: Output) -> set[str]:
    return speaks(output.out) | speaks(output.err)
