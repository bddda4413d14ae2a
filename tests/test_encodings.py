"""Output in an encoding that lacks letters: printed all the same, and always once."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT, Output, Tracker, split_words
from tests.database.harness import environment
from tracker.cli import main
from tracker.text.encodings import to_encoding

ENCODINGS = ("cp1252", "latin-1", "ascii", "cp437", "utf-8", "utf-16")
TITLE = "機械 Gödel’s 8½ – “naïve” … é × 😀 → €5"
LOOKS = (
    *("items", "items --search jp5", "show jp5", "sessions", "report", "week", "year"),
    *("history", "config", "milestones", "ready phd", "gaps phd", "show phd", "--help"),
    *("log --help", "ask --help", "forecast", "notes", "questions", "unheard-of"),
)


@pytest.fixture(name="odd")
def _odd(tracker: Tracker) -> Tracker:
    """A tracker with letters in it that old consoles lack."""
    tracker.pastes = False
    tracker.ok(["add", "jp5", "--title", TITLE, "--track", "coding"])
    tracker.ok(["log", "jp5", "1h", "-n", "Grüße…"])
    tracker.ok(["note", "“日本” – 5 × 3"])
    return tracker


def run_in(
    encoding: str, words: str | list[str], monkeypatch: pytest.MonkeyPatch
) -> Output:
    """Run `words` with streams of that encoding; what they print must be text in it."""
    out, err = (
        io.TextIOWrapper(io.BytesIO(), encoding, errors, newline="\n")
        for errors in ("strict", "backslashreplace")
    )
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        patch.setenv("TRACKER_NOW", "2026-11-23T14:30")
        code = main(split_words(words))
        texts = [s.buffer.getvalue().decode(encoding) for s in (out, err)]  # type: ignore[attr-defined]
    return Output(code, *texts)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_answers_in_any_encoding(
    odd: Tracker, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    """In every encoding an answer, a help and an error have the code that they have in UTF-8."""
    for words in LOOKS:
        expected, output = odd(words), run_in(encoding, words, monkeypatch)

        assert output.code == expected.code
        assert "\\u" not in output.out + output.err
        assert len(output.out.splitlines()) == len(expected.out.splitlines())
        assert "not UTF-8" not in output.err


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_json_in_any_encoding(
    odd: Tracker, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    """JSON says the same in every encoding: a letter that one lacks is an escape."""
    for words in ("show jp5 --json", "sessions --json", "history --json"):
        answer = run_in(encoding, words, monkeypatch)

        assert json.loads(answer.out) == json.loads(odd.ok(words))
    error = run_in(encoding, "show 日本 --json", monkeypatch)
    assert json.loads(error.err) == json.loads(odd("show 日本 --json").err)


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("ascii", """?? Godel's 8 1/2 - "naive" ... e x ? -> EUR 5"""),
        ("latin-1", """?? Gödel's 8½ - "naïve" ... é × ? -> EUR 5"""),
        ("cp1252", "?? Gödel’s 8½ – “naïve” … é × ? -> €5"),
        ("utf-8", TITLE),
    ],
)
def test_familiar_signs(
    odd: Tracker, monkeypatch: pytest.MonkeyPatch, encoding: str, shown: str
) -> None:
    """A sign that the encoding lacks is one that readers know it by, or a question mark."""
    assert run_in(encoding, "show jp5", monkeypatch).out.splitlines()[0] == shown


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_changes_are_answered(
    odd: Tracker, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    """What was written is said with code 0; it can be undone, and is not typed again."""
    words = ["add", "jp6", "--title", "機械", "--track", "coding"]
    added = run_in(encoding, words, monkeypatch)
    undone = run_in(encoding, "undo", monkeypatch)

    assert added == Output(
        0, "jp6: ??\n  project in coding\n  Undo: tracker undo\n", ""
    )
    assert (undone.code, undone.err) == (0, "")
    assert odd("show jp6").code == 3


@pytest.mark.parametrize("form", ["txt", "md", "html", "csv", "json"])
def test_document_in_a_pipe(
    odd: Tracker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, form: str
) -> None:
    """A document in a pipe has the bytes of its file, whatever the console's encoding."""
    words = f"export sessions --format {form}"
    if form in ("txt", "md", "html"):
        words = f"export update --format {form}"
    file = tmp_path / f"file.{form}"
    odd.ok(f"{words} -o {file}")
    out = io.TextIOWrapper(io.BytesIO(), "cp1252", newline="\n")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        assert main(split_words(f"{words} -o -")) == 0
        printed = out.buffer.getvalue()  # type: ignore[attr-defined]

    assert printed == file.read_bytes()


def test_document_on_a_terminal(odd: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a document is in the letters of the terminal."""
    monkeypatch.setattr("tracker.output.is_terminal", lambda _: True)

    printed = run_in("cp1252", "export update --format md -o -", monkeypatch)

    assert "?? Gödel’s 8½" in printed.out


@pytest.mark.parametrize("encoding", ["utf-8:strict", "ascii", "latin-1", "utf-16"])
def test_streams_of_a_process(odd: Tracker, encoding: str) -> None:
    """The same holds for the streams that Python opens, with a name that is no text."""
    names = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "show", b"a\xff"],
        env={**environment(odd.db), **names},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    error = done.stderr.decode(encoding.partition(":")[0])

    assert (done.returncode, done.stdout) == (2, b"")
    assert error.startswith("The input is not UTF-8 text.\n")


@pytest.mark.parametrize(
    ("encoding", "code", "kept"),
    [
        ("latin-1", 0, "Grüße"),
        ("utf-8:strict", 2, None),
        ("utf-8:surrogateescape", 2, None),
    ],
)
def test_answer_typed_in_an_encoding(
    odd: Tracker, encoding: str, code: int, kept: str | None
) -> None:
    """A typed answer is read in the terminal's encoding; what is no text in it is refused."""
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "ask", "decision"],
        env={**environment(odd.db), "PYTHONIOENCODING": encoding},
        cwd=ROOT,
        input=b"Gr\xfc\xdfe\n",
        capture_output=True,
        check=False,
    )
    answers = odd.json("ask --list")

    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert ("Grüße" in str(answers)) == bool(kept)


def test_words_typed_in_an_encoding(odd: Tracker, tmp_path: Path) -> None:
    """Words are read in the encoding of the locale, and so is what comes back."""
    name = "de_DE.ISO-8859-1"
    make = ["localedef", "-i", "de_DE", "-f", "ISO-8859-1", str(tmp_path / name)]
    try:
        subprocess.run(make, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this machine cannot make a locale")
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "log", "jp5", "1h", "-n", b"Gr\xfc\xdfe"],
        env={**environment(odd.db), "LOCPATH": str(tmp_path), "LC_ALL": name},
        cwd=ROOT,
        capture_output=True,
        check=True,
    )

    assert b"  Note: Gr\xfc\xdfe\n" in done.stdout
    assert odd.json("sessions")["sessions"][-1]["note"] == "Grüße"


@given(st.text(), st.sampled_from(ENCODINGS))
def test_any_text_can_be_printed(text: str, encoding: str) -> None:
    """Any text becomes text of any encoding, and ASCII stays as it is."""
    shown = to_encoding(text, encoding)

    assert shown.encode(encoding).decode(encoding) == shown
    assert to_encoding("".join(filter(str.isascii, text)), encoding).isascii()


def test_text_without_letters_that_show() -> None:
    """An accent, and a joiner, of its own is left out; a lone surrogate is a question mark."""
    assert to_encoding("e\u0301\u200d\udcff", "ascii") == "e?"


def test_stderr_that_is_closed(odd: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stderr is closed, an error is its exit code alone."""
    monkeypatch.setattr(sys, "stderr", None)

    assert main(["show", "日本"]) == 3
