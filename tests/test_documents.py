"""README.md and docs/ show what the program prints and does."""

import re
import shlex
from pathlib import Path

import pytest

from tests.documents import examples, play
from tracker.command_table import PLACES
from tracker.familiar_words import SAME

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
# A command in a sentence: `tracker log`.
COMMAND = re.compile(r"`tracker ([a-z]+)")
# A link to a file of the project: `](docs/tour.md)`, without its `#section`.
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
# A link to a section: `](#plan-a-semester)`, `](export.md#in-a-calendar)`.
SECTION_LINK = re.compile(r"\]\((?!https?:)([^)#]*)#([^)]+)\)")
# A heading, outside of blocks: `## Plan a semester`.
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
BLOCK = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_examples(document: Path) -> None:
    """Every example prints exactly what the document shows."""
    played = play(document.read_text(encoding="utf-8"))
    in_document = [(example.typed, example.printed) for example, _ in played]
    now = [(example.typed, printed) for example, printed in played]

    assert in_document == now


def test_readme_set_up() -> None:
    """The README sets up with two commands, one line each, in its own environment."""
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    set_up = [line for line in lines if line.startswith("python3 -m venv ")]

    assert len(set_up) == 2
    assert ".venv/bin/tracker log" in set_up[0]
    assert ".venv/bin/tracker ready research-contributor-empirical" in set_up[0]
    assert "pytest" in set_up[1]


def test_readme_shows_main_uses() -> None:
    """The README's tour logs hours, shows readiness and exports."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    typed = [shlex.split(example.typed) for example in examples(readme)]

    assert {"log", "ready", "export"} <= {words[1] for words in typed if len(words) > 1}


def test_commands_exist() -> None:
    """Every command that a document names exists, or is an item or a day."""
    texts = [document.read_text(encoding="utf-8") for document in DOCUMENTS]
    commands = {name for text in texts for name in COMMAND.findall(text)}

    assert commands - {*PLACES, *SAME, "fastai", "today"} == set()


def test_links() -> None:
    """A link from a document to a file of the project leads to a file."""
    missing = []
    for document in DOCUMENTS:
        for target in LINK.findall(document.read_text(encoding="utf-8")):
            if not (document.parent / target).exists():
                missing.append((document.name, target))

    assert missing == []


def sections(document: Path) -> set[str]:
    """The names that a page's headings have in links: `plan-a-semester`."""
    text = BLOCK.sub("", document.read_text(encoding="utf-8"))
    titles = [title.lower() for title in HEADING.findall(text)]
    return {re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in titles}


def test_links_to_sections() -> None:
    """A link to a section of a page leads to one of its headings."""
    missing = []
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        for target, section in SECTION_LINK.findall(text):
            page = document.parent / target if target else document
            if section not in sections(page):
                missing.append((document.name, f"{target}#{section}"))

    assert missing == []
