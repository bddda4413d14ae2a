"""Small files of many kinds: each comes in right, or is refused with a sentence."""

import json
from pathlib import Path

import pytest

from tests.conftest import Tracker
from tests.imports.cases import Case, commands_of, load_cases

CASES = load_cases()
READ = [case for case in CASES if not case.refused]
REFUSED = [case for case in CASES if case.refused]
ASKED = [case for case in REFUSED if case.answers]


@pytest.fixture(name="folder", autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, so that files are named as they are typed."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def about(case: Case) -> str:
    """What a case is about, as the name of its test."""
    return case.about


@pytest.mark.parametrize("case", READ, ids=about)
def test_right_time(tracker: Tracker, place: Path, folder: Path, case: Case) -> None:
    """A file has its right time, and what does not count is told, no more, no less.

    The dry run says what the import then does; a second import adds nothing.
    """
    (folder / case.file).write_text(case.text, encoding="utf-8")
    command = [word for word in case.command if word != "--dry-run"]

    dry, first, again = map(tracker.json, (case.command, command, command))

    told = [[row["line"], row["why"]] for row in dry["skipped"]]
    assert dry["seconds"] == case.seconds
    assert (told, dry.get("remarks", [])) == (case.skipped, case.remarks)
    assert dry | {"batch": first["batch"]} == first
    assert (again["added"], again["duplicates"]) == (0, first["added"])
    assert again["skipped"] == first["skipped"]


@pytest.mark.parametrize("case", REFUSED, ids=about)
def test_refusal(tracker: Tracker, folder: Path, case: Case) -> None:
    """A file that could be read wrong is refused with a sentence; nothing is written."""
    (folder / case.file).write_text(case.text, encoding="utf-8")

    refusal = tracker([*case.command, "--json"])

    error = json.loads(refusal.err)["error"]
    assert (refusal.out, error["message"]) == ("", case.refused)
    assert refusal.code in (2, 4, 6)
    assert error["hint"]
    assert not tracker.db.exists()


@pytest.mark.parametrize("case", ASKED, ids=about)
def test_answers(tracker: Tracker, folder: Path, case: Case) -> None:
    """Each command that a question offers brings in its time when it is pasted."""
    (folder / case.file).write_text(case.text, encoding="utf-8")

    commands = commands_of(tracker(case.command).err)

    assert [tracker.json(command)["seconds"] for command in commands] == case.answers


def test_cases_are_different() -> None:
    """No case stands twice, and each says what it is about."""
    contents = {(case.text, *case.options) for case in CASES}
    names = {case.about for case in CASES}

    assert len(contents) == len(names) == len(CASES)
