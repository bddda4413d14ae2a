"""Where an answer has a line of the guide, it says which guide, and where to read it."""

import json
import re
from typing import Any

import pytest

from tests.conftest import Tracker
from tests.json_kinds import ANSWERS
from tests.json_schemas import PAGE as SCHEMAS
from tracker.guide import GUIDED_KINDS
from tracker.labels import GUIDE, GUIDE_ADDRESS, GUIDE_NOTE

ROLE = "research-contributor-empirical"
LINE = re.compile(r"guide\s+lines?")


@pytest.mark.parametrize(
    "words",
    [
        "next",
        f"ready {ROLE}",
        "show fastai",
        "show few-hundred-hour-replication",
        f"show {ROLE}",
        "show python",
        "show redwood-bar",
        "skills python",
        "ask",
    ],
)
def test_guide_is_named(tracker: Tracker, words: str) -> None:
    """Each answer with a guide line names the guide and its address, once."""
    tracker.ok(f"target {ROLE}")
    answer = tracker.ok(words)

    assert LINE.search(answer)
    assert answer.count(GUIDE_NOTE) == 1
    assert GUIDE in GUIDE_NOTE
    assert GUIDE_ADDRESS in GUIDE_NOTE


@pytest.mark.parametrize("words", ["items", f"gaps {ROLE}", "sessions", "log"])
def test_guide_is_not_named(tracker: Tracker, words: str) -> None:
    """An answer without one has no note; nor has one whose only guide line is a person's."""
    tracker.pastes = False
    tracker.ok('log fastai 1h -n "read guide line 138"')

    assert GUIDE_ADDRESS not in tracker.ok(words)


def test_guide_in_json(tracker: Tracker) -> None:
    """In JSON an answer with a guide's `line` has the key `guide`."""
    guide = {"title": GUIDE, "url": GUIDE_ADDRESS}

    assert tracker.json("show fastai")["guide"] == guide
    assert tracker.json(f"ready {ROLE}")["guide"] == guide
    assert "guide" not in tracker.json("items")
    assert "guide" not in tracker.json("done ppo")


def test_guided_kinds() -> None:
    """Each kind of answer whose schema has a line of the guide has that key, and no other."""
    schemas = json.loads(SCHEMAS.read_text(encoding="utf-8"))["$defs"]
    kinds = {*ANSWERS} & {
        kind for kind in schemas if has_line(schemas[kind], schemas, set())
    }

    assert kinds == GUIDED_KINDS


def has_line(schema: object, schemas: dict[str, Any], seen: set[str]) -> bool:
    """Whether a guide's `line` is in it, which is null without one; a file's is not."""
    if isinstance(schema, list):
        return any(has_line(each, schemas, seen) for each in schema)
    if not isinstance(schema, dict):
        return False
    name = schema.get("$ref", "").rpartition("/")[2]
    if name and name not in seen:
        seen.add(name)
        return has_line(schemas[name], schemas, seen)
    line = schema.get("properties", {}).get("line")
    is_guide = line is not None and line != {"type": "integer"}
    return is_guide or has_line(list(schema.values()), schemas, seen)
