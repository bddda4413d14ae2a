"""What is exported of each person, and how a written file is read as text.

`exports(person)` gives the text of each file; `python -m tests.export.rewrite` writes
them to tests/export/expected.
"""

import io
import json
import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import docx
import pypdf
from docx.text.paragraph import Paragraph

from tests.conftest import ROOT
from tests.export.personas import TODAY, filled_in, life, run

SHIPPED = ROOT / "seed" / "funders"
EXPECTED = Path(__file__).parent / "expected"
# The words after `export` for each file, and the formats in which it is written.
EXPORTS = {
    "ines": {
        "progress": ("progress", "md txt html pdf docx"),
        "cv": ("cv", "md txt html json pdf docx"),
        "update-taif": ("update --for taif", "md txt html"),
        "taif": ("application --for taif --answers taif.toml", "txt html docx pdf"),
        "worksheet": ("application --for taif --answers taif.toml --worksheet", "md"),
        "hours": ("hours --item ziegler-2019", "md txt html json csv pdf"),
        "hours-by-day": (
            "hours --item ziegler-2019 --since 2026-10-01 --by day",
            "md csv",
        ),
    },
    "ben": {
        "progress": ("progress", "md txt html json"),
        "cv": ("cv", "md"),
        "update": ("update", "md txt html json"),
        "hours": ("hours", "md csv"),
        "hours-by-day": ("hours --by day", "md txt html json csv"),
        "sessions": ("sessions", "csv json"),
    },
    "dora": {
        "progress": ("progress", "md txt"),
        "cv": ("cv", "md"),
        "update": ("update --for manifund-project", "md txt html json pdf"),
    },
}
# The forms that each person fills in, as Markdown; Ines fills in all.
FORMS = {
    "ines": tuple(sorted(path.stem for path in SHIPPED.glob("*.toml"))),
    "ben": ("bluedot-career-transition", "bluedot-rapid-grant"),
    "dora": ("manifund-project", "manifund-update", "bluedot-weekly-update"),
}


def commands(person: str) -> Iterator[tuple[str, str]]:
    """The name of each file of a person, and the words after `export`."""
    for name, (words, formats) in EXPORTS[person].items():
        for form in formats.split():
            yield f"{name}.{form}", words


@cache
def exports(person: str) -> dict[str, str]:
    """Each file of a person, as text."""
    with life(person):
        return {name: written(words, name) for name, words in commands(person)}


@cache
def forms(person: str) -> dict[str, str]:
    """Each form that a person fills in, as Markdown."""
    with life(person):
        return {f"forms/{slug}.md": filled_in(slug) for slug in FORMS[person]}


def digests(person: str, now: str = TODAY) -> dict[str, str]:
    """A digest of the bytes of each file, in the database that there is."""
    made = {}
    for name, words in commands(person):
        run(f"export {words} -o {name} --force", now)
        made[name] = sha256(Path(name).read_bytes()).hexdigest()
    return made


def written(words: str, name: str) -> str:
    """The text of the file that an export writes."""
    run(f"export {words} -o {name} --force")
    return read_text(Path(name))


def read_text(file: Path) -> str:
    """The text of a file, of whatever format."""
    if file.suffix == ".pdf":
        pages = pypdf.PdfReader(io.BytesIO(file.read_bytes())).pages
        return "\n".join(page.extract_text() for page in pages) + "\n"
    if file.suffix == ".docx":
        return "\n".join(_docx_lines(file)) + "\n"
    text = file.read_text(encoding="utf-8")
    # The style of a page is the same in all: its template has it.
    return re.sub("<style>.*</style>\n", "", text, flags=re.DOTALL)


def _docx_lines(file: Path) -> Iterator[str]:
    """Its paragraphs and the rows of its tables, in order."""
    for block in docx.Document(str(file)).iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (" | ".join(c.text for c in row.cells) for row in block.rows)


def expected_file(person: str, name: str) -> Path:
    """The file that holds what an export says now; of a PDF or docx, its text."""
    binary = name.endswith((".pdf", ".docx"))
    return EXPECTED / person / (f"{name}.txt" if binary else name)


if __name__ == "__main__":
    # In another process: the database is that of $TRACKER_DB.
    os.chdir(Path(os.environ["TRACKER_DB"]).parent)
    sys.stdout.write(json.dumps(digests(sys.argv[1], os.environ["TRACKER_NOW"])))
