"""Each list of choices stands in `choices.py`; the schema and the catalogue take theirs from it."""

import re
import sqlite3
from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

from tests.conftest import ROOT
from tracker import choices
from tracker.database.catalogue import keys

# By the name of a CHECK in the schema, the list that it must hold.
CHECKED = {
    "evidence_kind": choices.EVIDENCE_KINDS,
    "milestone_evidence_kind": choices.EVIDENCE_KINDS,
    "milestone_skill_level": choices.LEVELS,
    "skill_level_level": choices.LEVELS,
    "requirement_level": choices.LEVELS,
    "rating_level": choices.LEVELS,
    "requirement_weight": choices.WEIGHTS,
    "milestone_stage": choices.STAGES,
    "prompt_kind": choices.PROMPT_KINDS,
    "item_origin": choices.ORIGINS,
    "item_state_state": choices.ITEM_STATES,
    "session_source": choices.SOURCES,
    # These are tracker's own marks; nobody types or reads them.
    "command_kind": ("do", "undo", "redo"),
    "command_state": ("done", "undone", "closed"),
    "milestone_state_state": ("dropped",),
}

# By the type of a key in the catalogue, the list that it must hold.
TYPED = {
    "Level": choices.LEVELS[1:],
    "Weight": choices.WEIGHTS,
    "Evidence": choices.EVIDENCE_KINDS,
    "ItemKind": choices.ITEM_KINDS,
    "PromptKind": choices.PROMPT_KINDS,
    "Stage": choices.STAGES,
    "Origin": tuple(name for name in choices.ORIGINS if name != "own"),
}

# A CHECK of `base.one_of`, such as: CONSTRAINT rating_level_is_known CHECK (level in ('none', 'basic'))
ONE_OF = re.compile(r"constraint (\w+)_is_known check \(\w+ in \((.*?)\)\)", re.I)


def test_checks(memory: sqlite3.Connection) -> None:
    """Each CHECK that lists choices holds the whole list and nothing else, in its order."""
    tables = memory.execute("select sql from sqlite_master where type = 'table'")
    listed = {
        name: tuple(re.findall(r"'([^']*)'", body))
        for (sql,) in tables
        for name, body in ONE_OF.findall(sql)
    }

    assert listed == CHECKED


@pytest.mark.parametrize("name", TYPED)
def test_catalogue_keys(name: str) -> None:
    """A key of the catalogue takes each choice, takes no other text, and names them all."""
    form: Any = getattr(keys, name)
    wanted: Sequence[str] = TYPED[name]
    for choice in wanted:
        assert msgspec.convert(choice, form) == choice
        for other in (f"{choice}s", f" {choice}", choice.upper(), f"{choice}\n", ""):
            with pytest.raises(msgspec.ValidationError):
                msgspec.convert(other, form)
    (meta,) = form.__metadata__
    assert meta.description == f"must be one of {', '.join(wanted)}"


def test_lists_of_choices_are_said_whole() -> None:
    """A key that holds several choices names all of them too."""
    (evidence,) = keys.EvidenceKinds.__metadata__
    (levels,) = keys.SkillLevels.__metadata__

    assert evidence.description.endswith(", ".join(choices.EVIDENCE_KINDS))
    assert levels.description.endswith(" or ".join(choices.LEVELS[1:]))


@pytest.mark.parametrize("name", ["ITEM_KINDS", "EVIDENCE_KINDS"])
def test_page_for_contributors_lists_the_choices(name: str) -> None:
    """seed/README.md lists each kind of item and of evidence."""
    page = (ROOT / "seed" / "README.md").read_text(encoding="utf-8")

    assert " ".join(f"`{choice}`" for choice in getattr(choices, name)) in page
