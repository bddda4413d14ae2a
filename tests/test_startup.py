"""What everyday commands import: nothing heavy, and nothing that is not recorded."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import startup
from tests.conftest import ROOT

RECORDED = json.loads(startup.PLACE.read_text())
# Modules that no everyday command waits for: `locale` reads translations.
HEAVY = {
    *("sqlalchemy", "alembic", "jinja2", "msgspec", "dateutil", "wcwidth"),
    *("click", "dataclasses", "pathlib", "locale", "tracker.text.help"),
}


@pytest.fixture(name="imported", scope="module")
def _imported() -> dict[str, set[str]]:
    """What each everyday command imports, as it is recorded."""
    patch = pytest.MonkeyPatch()
    patch.setenv("PYTHONPATH", str(ROOT))
    try:
        runs = startup.measure(sys.executable, startup.EVERYDAY)
    finally:
        patch.undo()
    return {
        command: set(startup.name_imports(modules))
        for command, ((_, modules),) in runs.items()
    }


@pytest.mark.parametrize("command", startup.EVERYDAY)
def test_nothing_unrecorded(imported: dict[str, set[str]], command: str) -> None:
    """An everyday command imports no module of tracker that `startup.json` does not list.

    After a change that is worth its time: python benchmarks/startup.py TRACKER --record
    """
    ours = set(filter(startup.is_ours, imported[command]))

    assert ours - set(RECORDED[command].split()) == set()


@pytest.mark.parametrize("command", startup.EVERYDAY)
def test_nothing_heavy(imported: dict[str, set[str]], command: str) -> None:
    """Nor does it import anything heavy, also where a note has accents or arrows."""
    assert imported[command] & HEAVY == set()


def test_prompt_is_lightest(imported: dict[str, set[str]]) -> None:
    """The line for a prompt needs neither the command line nor patterns, zones and types."""
    unneeded = {
        "click",
        "re",
        "typing",
        "zoneinfo",
        "json",
        "tracker.cli",
        "tracker.app",
    }

    assert imported["status --line"] & unneeded == set()


def test_recorded_commands() -> None:
    """The record has all commands that are measured, and no other."""
    assert [*RECORDED] == [*startup.EVERYDAY, *startup.THINKING]


# One after the other in one process: those that look, and those that write.
COMMANDS = (
    *(
        "week",
        "year",
        "items",
        "show fastai",
        "milestones",
        "next",
        "skills",
        "funders",
    ),
    *("target professor", "ready", "gaps", "road", "known python", "log fastai 1h"),
    *("config hours-a-week 12h", "forecast ppo", "plan ppo --by 2027-01-10", "review"),
    *("progress fastai 2/7", "done fastai", "reopen fastai", "skip mit-6006"),
    *("drop arxiv-paper", "rate python basic", "note 'Read more'", "applications"),
    *("attempt few-hundred-hour-replication --with ppo", "reach gpt2-small", "backup"),
    *("add x-ray --title X --track alignment", "rename x-ray --slug xray", "doctor"),
    *("alias xx xray", "break 2027-01-02 2027-01-03", "undo", "history"),
    *("export progress -o -", "applied ltff", "import log.csv", "move Essays ppo"),
)
LOG = "day,project,duration\n2026-11-20,Essays,1:30\n"
RUN = """
import shlex, sys
from tracker.cli import main
for command in sys.argv[1:]:
    code = main(shlex.split(command))
    print(command, code, "sqlalchemy" in sys.modules, file=sys.stderr)
"""


def test_nothing_of_sqlalchemy(place: Path) -> None:
    """No command that looks or writes imports SQLAlchemy."""
    (place.parent / "log.csv").write_text(LOG)
    done = subprocess.run(
        [sys.executable, "-c", RUN, *COMMANDS],
        cwd=place.parent,
        env={**startup.environment(place), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    said = [
        line for line in done.stderr.splitlines() if line.endswith((" True", " False"))
    ]

    assert said == [f"{command} 0 False" for command in COMMANDS]
