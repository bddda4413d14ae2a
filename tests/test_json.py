"""Answers in JSON: each kind has a schema, in docs/schemas.json, and each answer keeps to it."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import ROOT, Tracker
from tests.json_answers import check_answer, check_json
from tests.json_kinds import ANSWERS, EXPORTS
from tests.json_schemas import PAGE, all_schemas, schemas_page
from tests.test_help_examples import (
    BEFORE,
    find_examples,
    in_folder,
    studied_folder,
)
from tests.test_house import read_trees
from tracker.command_table import PLACES
from tracker.export.rules.kinds import KINDS

DOCUMENT = ROOT / "docs" / "json.md"
SCHEMAS = all_schemas()["$defs"]
# The kind is a variable there: `undo`, `redo`, and `said` of several outcomes.
FROM_VARIABLES = {"undo", "redo", "said"}
# Keys that were promised first; those of a record are under its name. The first of
# several shapes of an answer is meant.
PROMISED = {
    "session": "sessions",
    "SessionData": "id item day seconds started_at note tags source logged_at",
    "sessions": "sessions seconds",
    "report": "since until by rows seconds overlap",
    "ReportRowData": "key title seconds sessions",
    "status": "running",
    "TimerData": "item started_at seconds",
    "history": "commands",
    "items": "items",
    "ItemData": "slug title track kind hours status progress seconds",
    "item": "item",
    "milestone": "milestone",
    "next": "actions",
    "milestones": "milestones",
    "MilestoneData": "slug title state evidence hours",
    "EvidenceData": "kind where",
    "SpentData": "spent low high",
    "skills": "skills",
    "SkillData": "slug level strength",
    "readiness": "role as_of musts shoulds helps requirements bars",
    "CountsData": "total met possible open",
    "RequirementLineData": "slug weight stated line strength because",
    "BarData": "slug who met",
    "RoleCountsData": "role musts",
    "gaps": "role gaps",
    "GapData": "requirement strength actions",
    "ActionData": "do slug hours",
    "import": "format entries added duplicates skipped seconds batch",
    "SkippedData": "line why",
    "doctor": "ok findings",
    "ErrorKeys": "code message hint",
}
# An example that prints no answer with --json: it writes a page.
PAGES = {"page -o study.html"}
WRONG = {
    "a key that is not declared": {"more": 1},
    "a day that is none": {"day": "23.11.2026"},
    "an amount that is no number": {"seconds": "5400"},
    "a choice that is not known": {"source": "guessed"},
    "no id": {"id": None},
}
CANDIDATES = [
    ("log fastia 1h", ["fastai"]),
    ("log fastai 5", ["5m", "5h"]),
    ("log fastai 90", ["90m"]),
    ("log fastai 1h --on 10/1", ["2026-01-10", "2026-10-01"]),
    ("log fastai xyz", []),
    ("export sessions --format foo", ["csv", "json"]),
    ("log fastai 25h", []),
    ("rate python godlike", ["none", "basic", "moderate", "strong", "very-strong"]),
    ("report --by dya", ["item", "track", "tag", "day", "week", "month"]),
    ("completion zhs", ["zsh"]),
    ("sessions --limti 3", ["--limit"]),
    ("lgo fastai 1h", ["log"]),
    ("unod", []),
]


def test_file_is_made() -> None:
    """docs/schemas.json is as `python -m tests.json_schemas` makes it; run it after a change."""
    assert PAGE.read_text(encoding="utf-8") == schemas_page()
    Draft202012Validator.check_schema(json.loads(schemas_page()))


def test_kinds() -> None:
    """There is a schema for each kind that a command answers with, and for no other."""
    shown = {kind for tree in read_trees().values() for kind in _shown_kinds(tree)}
    forms = {kind for kind, formats in KINDS.items() if "json" in formats}

    assert shown | FROM_VARIABLES == set(ANSWERS)
    assert forms - {"plan"} | {"field", "calendar"} == set(EXPORTS)


def _shown_kinds(tree: ast.Module) -> set[str]:
    """The first argument of `app.show(...)` and of `partial(app.show, ...)`."""
    kinds = set()
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name, arguments = ast.unparse(call.func), call.args
        if name == "partial" and ast.unparse(arguments[0]) == "app.show":
            name, arguments = "app.show", arguments[1:]
        if name == "app.show" and isinstance(arguments[0], ast.Constant):
            kinds.add(str(arguments[0].value))
    return kinds


@pytest.mark.parametrize("name", PROMISED)
def test_promised_keys(name: str) -> None:
    """The keys that were promised first are required."""
    schema = SCHEMAS[name]
    first = schema.get("anyOf", [schema])[0]

    assert set(PROMISED[name].split()) <= set(first["required"])


@pytest.mark.parametrize("change", WRONG.values(), ids=list(WRONG))
def test_wrong_answers_are_found(tracker: Tracker, change: dict[str, Any]) -> None:
    """An answer with a wrong value, or a key more, is not as its schema says."""
    answer = tracker.json("log fastai 1h30m")
    answer["sessions"][0] |= change

    with pytest.raises(AssertionError, match=r"session: \$\.sessions\[0\]"):
        check_answer("session", answer)


def test_missing_keys_are_found(tracker: Tracker) -> None:
    """So is an answer that lacks a key, and one of a kind that is not known."""
    answer = tracker.json("report")
    del answer["overlap"]

    with pytest.raises(AssertionError, match="'overlap' is a required property"):
        check_json(json.dumps(answer))
    with pytest.raises(AssertionError, match="no schema for the kind reports"):
        check_json(json.dumps({**answer, "kind": "reports"}))


@pytest.mark.parametrize(("words", "candidates"), CANDIDATES)
def test_candidates(tracker: Tracker, words: str, candidates: list[str]) -> None:
    """An error names what can be typed in place of the wrong text."""
    output = tracker(f"{words} --json")

    assert (output.code != 0, output.out) == (True, "")
    assert json.loads(output.err)["error"]["candidates"] == candidates


def test_ambiguous_names(tracker: Tracker) -> None:
    """All that a name may stand for are candidates, also those that the text leaves out."""
    error = json.loads(tracker("show course --json").err)["error"]

    assert error["code"] == "ambiguous"
    assert len(error["candidates"]) > 30
    for name in error["candidates"][-3:]:
        tracker.ok(["show", name])


def test_candidates_change_no_text(tracker: Tracker) -> None:
    """As text, an error is as it was."""
    assert tracker("lgo fastai 1h").err == (
        "There is no command 'lgo'.\nDid you mean: tracker log fastai 1h\n"
    )


def test_json_without_a_command(tracker: Tracker) -> None:
    """`tracker --json` is `tracker week --json`, and --json can stand before a command."""
    tracker.ok("log fastai 1h30m")
    week = tracker.ok("week --json")

    assert tracker.ok("--json") == week
    assert tracker.ok("--json week") == week
    assert (
        json.loads(tracker("--json log fastia 1h").err)["error"]["code"] == "not-found"
    )


@pytest.fixture(name="demo", scope="module")
def _demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo database."""
    place = tmp_path_factory.mktemp("demo") / "tracker.db"
    environment = {"TRACKER_DB": str(place), "TRACKER_NOW": "2026-11-23T14:30"}
    words = [sys.executable, "-m", "tracker", "demo"]
    subprocess.run(words, check=True, capture_output=True, env=environment, cwd=ROOT)
    return place.with_name("demo.db")


def _kinds_of_commands() -> dict[str, list[str]]:
    """By command, the kinds that docs/json.md lists."""
    text = DOCUMENT.read_text(encoding="utf-8").partition("| command | kind |")[2]
    rows = re.findall(r"^\| (\w+) \| (.+) \|$", text, re.MULTILINE)
    return {name: re.findall(r"`(\w+)`", kinds) for name, kinds in rows}


def test_document_lists_kinds() -> None:
    """docs/json.md lists every command, and every kind."""
    kinds = _kinds_of_commands()

    assert list(kinds) == list(PLACES)
    assert {kind for row in kinds.values() for kind in row} == {*ANSWERS, *EXPORTS}


@pytest.mark.parametrize("example", sorted({*find_examples()} - PAGES))
def test_examples_answer(
    tracker: Tracker, template: Path, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    """An example of a command's help answers with --json, with a kind of that command."""
    studied = studied_folder(tracker, template, monkeypatch)
    studied.pastes = False
    name = example.split()[0]
    for words in BEFORE.get(example, BEFORE.get(name, [])):
        studied.ok(in_folder(words, studied))
    answer = studied.json(in_folder(example, studied))

    assert answer["kind"] in _kinds_of_commands()[name]


@pytest.mark.parametrize("has_record", [False, True], ids=["empty", "demo"])
@pytest.mark.parametrize("name", PLACES)
def test_each_command_answers(
    tracker: Tracker,
    demo: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    has_record: bool,
) -> None:
    """A command alone prints one object: an answer of one of its kinds, or an error."""
    monkeypatch.setenv("EDITOR", "true")
    tracker.pastes = False
    if has_record:
        shutil.copyfile(demo, tracker.db)
    output = tracker([name, "--json"])
    printed = json.loads(output.out or output.err.splitlines()[-1])

    kind = printed.get("kind", "error")
    assert kind in [*_kinds_of_commands()[name], "error"]
    assert (kind == "error") == (output.code != 0)


def test_document_in_python(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lines of Python in docs/json.md do what it says."""
    tracker.ok("log fastai 1h30m")
    program = tmp_path / "bin" / "tracker"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m tracker "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("TRACKER_NOW", tracker.now)
    text = DOCUMENT.read_text(encoding="utf-8")
    lines = "".join(re.findall(r"```python\n(.*?)```", text, re.DOTALL))
    run = subprocess.run(
        [sys.executable, "-c", lines],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )

    assert run.stdout == "Basic deep learning: 1.5 h\n"
