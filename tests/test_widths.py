"""Every command at every width: nothing is cut, lost or wider than the terminal."""

import io
import json
import random
import re
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ENVIRONMENT, Output, Tracker, split_words
from tests.width_cases import ASKED, CHANGES, ERRORS, FILES, LISTS, RECORDED
from tracker.cli import main
from tracker.command_table import PLACES
from tracker.text.columns import display_width, plain

Show = Callable[[str, int], Output]
NOW = "2026-11-23T21:40"
PIPE = 0  # no terminal
WIDEST = 200
WIDTHS = (40, 60, 80, 140, PIPE)
HELP = ["--help", *(f"{name} --help" for name in PLACES)]
# A command alone on a line, which is copied whole.
COMMAND = re.compile(r" *(?:\(|Undo: )?(?:tracker|rm|mkdir|export|pip) .*")
# An address, a path or a file, alone on a line: `https://git.example/a`, `tracker.db`.
ADDRESS = re.compile(r"\s*\S*[/@.]\S*")
# The path of a file, in a sentence.
PATH = re.compile(r"(?<!\S)['(]?(?:file://)?/\S*")
# A command that ends a line: `To see it: tracker show ppo`; not one beside a text.
ENDING = re.compile(
    rf"(?:^ *|(?<!Usage): )(tracker (?:{'|'.join(PLACES)})\b(?:(?!  )[^;:,\n])*)$", re.M
)
# What is pasted or run elsewhere, and never wrapped: texts of forms, scripts.
UNWRAPPED = ("export application", "completion")
# What a calendar repeats where half a year stands below the other.
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
REPEATED = Counter(dict.fromkeys([*DAYS, "Week", "May", "Jun", "Jul"], 9))
# A bar, a sparkline or a calendar's days, whose length follows the width.
PICTURE = re.compile(r"[-·░▒▓▁▂▃▄▅▆▇█.=|#:+*]+")
# A word with letters that are broken anywhere, such as Chinese ones.
BROKEN = re.compile(r".*[^\x00-\u2e7f].*")


def is_too_wide(line: str, columns: int) -> bool:
    """Whether a line is wider than the terminal, and nothing to be copied whole."""
    return (
        display_width(PATH.sub("", line)) > columns
        and not COMMAND.fullmatch(line)
        and not ADDRESS.fullmatch(line)
    )


def words_of(text: str) -> Counter[str]:
    """The words of an answer, wherever they stand, without pictures and brackets."""
    words = (word.strip("().,;") for word in text.split())
    return Counter(
        word
        for word in words
        if not PICTURE.fullmatch(word) and not BROKEN.fullmatch(word)
    )


@pytest.fixture(name="person", scope="module")
def _person(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo person's database, with more in it, and files to read."""
    folder = tmp_path_factory.mktemp("person")
    environment = ENVIRONMENT | {
        "TRACKER_NOW": NOW,
        "TRACKER_DB": f"{folder}/tracker.db",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        assert main(["demo"]) == 0
        (folder / "demo.db").replace(folder / "other.db")
        shutil.copy(folder / "other.db", folder / "tracker.db")
        for name, content in FILES.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(content)
        for words in RECORDED:
            assert main(split_words(words.replace("{folder}", str(folder)))) == 0, words
    return folder


@pytest.fixture(name="show")
def _show(
    tracker: Tracker, person: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Show:
    """Runs words at a width, each time in the same folder with the same ids to come."""
    folder = tmp_path / "here"
    monkeypatch.setenv("TRACKER_DB", str(folder / "tracker.db"))
    monkeypatch.setattr("webbrowser.open", lambda url: True)
    tracker.pastes = False

    shutil.copytree(person, folder)

    def show(words: str, columns: int) -> Output:
        if words in CHANGES:
            shutil.rmtree(folder)
            shutil.copytree(person, folder)
        shutil.copy(person / "tracker.db", folder)
        monkeypatch.setattr("sys.stdin", io.StringIO())
        monkeypatch.setattr("os.urandom", random.Random(7).randbytes)
        monkeypatch.setenv("COLUMNS", str(columns or ""))
        is_text = "--format txt" in words and columns != PIPE
        monkeypatch.setattr(sys.stdout, "isatty", lambda: is_text)
        return tracker(words.replace("{folder}", str(folder)), NOW)

    return show


@pytest.mark.parametrize("words", [*ASKED, *CHANGES, *ERRORS, *HELP])
def test_widths(show: Show, words: str) -> None:
    """No line is too wide, no text is cut, and the words are the same at every width.

    A command that ends a line is on one line at every width.
    """
    widest = show(words, WIDEST)
    text = widest.out + widest.err
    assert (widest.code == 0) == (words not in ERRORS), widest
    for columns in WIDTHS:
        output = show(words, columns)
        told = output.out + output.err
        wide = [line for line in told.split("\n") if is_too_wide(line, columns)]

        assert output.code == widest.code
        assert columns == PIPE or wide == [] or words.startswith(UNWRAPPED)
        assert "…" not in told
        assert words_of(told) - REPEATED == words_of(text) - REPEATED
        assert [each for each in ENDING.findall(text) if each not in told] == []


@pytest.mark.parametrize(("words", "rows", "name", "title"), LISTS)
def test_rows_in_a_pipe(
    show: Show, words: str, rows: str, name: str, title: str
) -> None:
    """In a pipe each row is one line, with its name and its whole text."""
    listed = json.loads(show(f"{words} --json", PIPE).out)[rows]
    lines = show(words, PIPE).out.splitlines()
    for row in listed:
        (line,) = [line for line in lines if row[name] in line.split()[:2]]
        assert plain(row[title] or "") in line


def test_every_command_is_tried() -> None:
    """Each command of the table is asked for something, at every width."""
    tried = {words.split()[0] for words in (*ASKED, *CHANGES, *ERRORS)}

    assert tried >= {*PLACES}


def test_no_measure_of_wide_letters(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No command needs the widths of other letters for those that tracker itself has."""
    monkeypatch.setitem(sys.modules, "wcwidth", None)
    for words in ASKED:
        output = show(f"--db {{folder}}/other.db {words}", 80)
        assert "wcwidth" not in output.err, words
