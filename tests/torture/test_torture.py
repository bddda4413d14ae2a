"""A short form of the rig, and the page that keeps its long form."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.torture.lives import STEPS
from tests.torture.process import missing_tools
from tracker.command_table import LOOKING, PLACES

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reliability.md"
# One call in so many: half a minute instead of an hour.
EVERY = 300
# A row of the rig's table: | `log fastai 1h` | 58 | 97 | 58 | 58 | 0 | 0 | 0 |
ROW = re.compile(r"^\| `([^`]+)` \|((?: [\d,]+ \|){7})$", re.MULTILINE)


@pytest.mark.skipif(bool(missing_tools()), reason=missing_tools())
def test_nothing_is_lost() -> None:
    """Killed or out of disk at any call, commands lose nothing and leave nothing."""
    rig = [sys.executable, "-m", "tests.torture", "--every", str(EVERY), "--jobs", "1"]
    run = subprocess.run(rig, cwd=ROOT, capture_output=True, text=True, check=False)

    assert run.returncode == 0, f"{run.stdout}\n{run.stderr}"
    assert "| **" in run.stdout


def test_every_command_is_tortured() -> None:
    """Each command that writes anything is a step of the rig."""
    tortured = {words.split()[2 if "--db" in words else 0] for words, *_ in STEPS}

    assert tortured | LOOKING == set(PLACES)


def test_page_keeps_the_table() -> None:
    """docs/reliability.md has each command of the rig; nothing was lost or left."""
    rows = ROW.findall(PAGE.read_text(encoding="utf-8"))

    assert {words for words, _ in rows} == {step.words for step in STEPS}
    for words, figures in rows:
        *_, lost, left, unexpected = re.findall(r"[\d,]+", figures)
        assert (lost, left, unexpected) == ("0", "0", "0"), words
