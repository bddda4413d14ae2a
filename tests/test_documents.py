"""README.md and docs/ say what is true."""

import re
import shlex
from pathlib import Path

import pytest

from tests.documents import examples, play
from tracker.command_table import PLACES

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted(
    [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]
)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_examples(document: Path) -> None:
    """Every example prints exactly what the document says it prints."""
    played = play(document.read_text(encoding="utf-8"))

    assert [(example.typed, example.printed) for example, _ in played] == [
        (example.typed, printed) for example, printed in played
    ]


def test_readme_set_up() -> None:
    """The README has two commands that do all the set-up, each one line that makes its own environment."""
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    set_up = [line for line in lines if line.startswith("python3 -m venv ")]

    assert len(set_up) == 2
    assert ".venv/bin/tracker log" in set_up[0]
    assert ".venv/bin/tracker ready research-contributor-empirical" in set_up[0]
    assert "pytest" in set_up[1]


def test_readme_shows_every_use() -> None:
    """The README's tour has each of the three uses that decide everything."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    typed = {
        word for example in examples(readme) for word in shlex.split(example.typed)[1:2]
    }

    assert {"log", "ready", "export"} <= typed


def test_commands_named_exist() -> None:
    """A command that a document names in code exists."""
    named = {
        word
        for document in DOCUMENTS
        for word in re.findall(
            r"`tracker ([a-z]+)", document.read_text(encoding="utf-8")
        )
    }

    assert named - set(PLACES) == set()


def test_links_lead_somewhere() -> None:
    """A link from a document to a file of the project leads to a file."""
    missing = [
        (document.name, target)
        for document in DOCUMENTS
        for target in re.findall(
            r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8")
        )
        if not (document.parent / target).exists()
    ]

    assert missing == []
