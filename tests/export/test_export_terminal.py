"""On a terminal an export is plain text at its width; elsewhere it is as ever."""

import re
import sys
from pathlib import Path

import pytest

from tests.conftest import Tracker


@pytest.fixture(name="terminal")
def _terminal(persona: Tracker) -> Tracker:
    """A record that is exported to a terminal."""
    persona.pastes = False
    return persona


def set_width(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """Let the output be a terminal of this width, from here on in a test."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(width))


@pytest.mark.parametrize("kind", ["progress", "update", "hours", "cv"])
@pytest.mark.parametrize("width", [40, 57, 140, 200])
def test_lines_fit_the_terminal(
    terminal: Tracker, monkeypatch: pytest.MonkeyPatch, kind: str, width: int
) -> None:
    """No line is wider than the terminal, but for one word; a wide one is filled."""
    set_width(monkeypatch, width)

    lines = terminal.ok(f"export {kind}").splitlines()

    assert not lines[0].startswith("#")
    too_wide = [line for line in lines if len(line) > width and " " in line.strip()]
    assert too_wide == []
    assert max(map(len, lines)) > width - 20 or kind == "hours"


def test_a_narrow_terminal_gets_forty_columns(
    terminal: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below 40 columns lines stay 40 columns wide."""
    set_width(monkeypatch, 12)
    narrow = terminal.ok("export progress")
    set_width(monkeypatch, 40)

    assert terminal.ok("export progress") == narrow


def test_words_are_the_same_at_every_width(
    terminal: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the breaks of lines depend on the width."""
    texts = set()
    for width in (40, 80, 140):
        set_width(monkeypatch, width)
        text = terminal.ok("export progress")
        texts.add(re.sub(r"[()\s]+", " ", text))

    assert len(texts) == 1


def test_files_and_pipes_do_not_depend_on_the_terminal(
    terminal: Tracker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A file is 80 columns wide, and Markdown as before; sessions stay CSV."""
    set_width(monkeypatch, 140)
    place = tmp_path / "a.txt"
    terminal.ok(["export", "progress", "-o", str(place)])
    terminal.ok(["export", "progress", "-o", str(tmp_path / "draft")])

    assert max(map(len, place.read_text().splitlines())) <= 80
    assert (tmp_path / "draft").read_text().startswith("# ")
    assert terminal.ok("export sessions").startswith("id,")
    assert terminal.ok("export progress --json").startswith("{")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False)
    assert terminal.ok("export progress --format txt") == place.read_text()


def test_a_form_is_not_wrapped_on_a_terminal(
    terminal: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The texts of a form are the same on a terminal of any width."""
    set_width(monkeypatch, 40)
    narrow = terminal.ok("export application --for taif")
    set_width(monkeypatch, 140)
    title, _, texts = terminal.ok("export application --for taif").partition("\n\n")

    assert narrow.endswith(f"{title.split()[-1]}\n\n{texts}")
