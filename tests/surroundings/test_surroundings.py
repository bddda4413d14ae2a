"""Odd surroundings, each with the real program as a process; a short form of the table."""

import re
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.surroundings.known import SURROUNDINGS
from tests.surroundings.surrounding import SHORT, Surrounding
from tests.surroundings.tools import make_tools
from tests.surroundings.trial import try_out

PAGE = ROOT / "docs" / "platforms.md"


@pytest.fixture(name="tools", scope="session")
def _tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tools(tmp_path_factory.mktemp("libraries") / "tools", old_sqlite=False)


@pytest.mark.parametrize(
    "surrounding", SURROUNDINGS, ids=[one.name for one in SURROUNDINGS]
)
def test_surrounding(
    surrounding: Surrounding, tmp_path: Path, tools: Path, template: Path
) -> None:
    """Here every answer is right, or refused with its code and its reason; nothing is left half-written."""
    program = ["env", f"PYTHONPATH={ROOT}", sys.executable, "-m", "tracker"]
    trial = try_out(surrounding, program, SHORT, tmp_path, tools, template)
    if trial.skipped:
        pytest.skip(trial.skipped)

    assert trial.faults == ()


def test_page_keeps_the_table() -> None:
    """docs/platforms.md has a row of each surrounding, in order, and none that is wrong."""
    rows = re.findall(
        r"^\| (.+) \| (\d+ answered.*) \|$", PAGE.read_text(encoding="utf-8"), re.M
    )

    assert [name for name, _ in rows] == [one.name for one in SURROUNDINGS]
    assert not [row for row in rows if "wrong" in row[1]]
