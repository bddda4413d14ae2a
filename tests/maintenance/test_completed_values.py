"""Values that a shell is offered: for every parameter of every command."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from tests.conftest import NOW, ROOT, Tracker
from tests.maintenance import parameter_table
from tests.maintenance.completed_lines import answer, offered
from tracker.database.locks import LOCK_WAIT, PROMPT_SECONDS
from tracker.maintenance.rules.value_kinds import KINDS

# Why nothing is offered, by the name of a parameter or by command and name.
UNOFFERED = {
    **dict.fromkeys(("amount", "cap", "hours"), "an amount"),
    **dict.fromkeys(("start", "end", "at"), "a time of day"),
    **dict.fromkeys(("claimed", "reproduced", "limit"), "a figure"),
    **dict.fromkeys(
        (
            "answer", "because", "decision", "note", "part", "plan", "search", "summary",
            "text", "title",
        ),
        "one's own words",
    ),
    **dict.fromkeys(("slug", "aka"), "a new name"),
    **dict.fromkeys(("sheets", "user"), "a name in a file that is not read yet"),
    "asked": "a sum of money",
    "url": "an address",
    "what_if": "a command in quotes",
    "phases": "a name and its hours",
    "progress words": "a part of a whole",
    "continue words": "nothing may stand there",
}  # fmt: skip
# What stands before a value in a line, by command and parameter or by parameter.
BEFORE = {
    "config value": "config pictures",
    "export field": "export application --for taif --field",
    "export form": "export cv --format",
    "alias item": "alias fa",
    "variant": "{} research-lead-theoretical --variant",
    "rate level": "rate python",
    "recall amount": "recall fastai",
    "progress words": "progress fastai",
    "edit words": "edit last",
    "move item": "move maths",
    "catalogue folder": "catalogue check",
}
LOG = """\
date,project,minutes
2026-11-20,maths,60
"""


def parameters() -> Iterator[tuple[str, click.Parameter]]:
    """All parameters that take a value, each with its command."""
    for name, command in parameter_table.commands().items():
        for param in command.params:
            if not getattr(param, "is_flag", False):
                yield name, param


@pytest.fixture(name="person", scope="module")
def _person(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a person who has some of everything."""
    from tracker.cli import main

    folder = tmp_path_factory.mktemp("person")
    (folder / "maths.csv").write_text(LOG)
    patch = pytest.MonkeyPatch()
    patch.setenv("TRACKER_DB", str(folder / "tracker.db"))
    patch.setenv("TRACKER_NOW", "2026-11-23T14:30")
    patch.setenv("TZ", "Europe/Berlin")
    for words in (
        ["log", "fastai", "1h", "+pair", "lesson 3"],
        ["add", "elk-notes", "--title", "Notes on ELK", "--track", "research"],
        ["alias", "fa", "fastai"],
        ["rate", "python", "strong", "--by", "Ann Lee"],
        ["reach", "replication-done", "--with", "ppo"],
        ["import", str(folder / "maths.csv")],
        ["target", "professor"],
        ["undo"],
        ["note", "less sure about RL"],
        ["backup"],
    ):
        assert main(words) == 0, words
    patch.undo()
    return folder / "tracker.db"


@pytest.fixture(name="full")
def _full(tracker: Tracker, person: Path, monkeypatch: pytest.MonkeyPatch) -> Tracker:
    """A tracker on that database."""
    monkeypatch.setenv("TRACKER_DB", str(person))
    monkeypatch.chdir(person.parent)
    tracker.db = person
    return tracker


def test_table_is_current() -> None:
    """The table of parameters says what the commands say: python -m tests.maintenance.parameter_table."""
    assert parameter_table.PLACE.read_text(encoding="utf-8") == parameter_table.table()


def test_every_parameter(full: Tracker) -> None:
    """Every parameter of every command offers its values, or is listed with why it has none."""
    silent = {
        f"{command} {param.name}"
        for command, param in parameters()
        if not any(answer(full, line_to(command, param)))
    }
    listed = {
        f"{command} {param.name}"
        for command, param in parameters()
        if reason(command, param)
    }

    assert silent == listed


def reason(command: str, param: click.Parameter) -> str:
    """Why nothing is offered for a parameter."""
    name = f"{command} {param.name}"
    if name in KINDS:
        return ""
    return UNOFFERED.get(name) or UNOFFERED.get(param.name or "", "")


def line_to(command: str, param: click.Parameter) -> str:
    """A line that ends where a value of the parameter is to be typed."""
    name = f"{command} {param.name}"
    before = BEFORE.get(name) or BEFORE.get(param.name or "", "")
    if not before and isinstance(param, click.Option):
        before = f"{{}} {param.opts[0]}"
    return f"{(before or '{}').format(command)} "


def test_each_reason_is_needed() -> None:
    """No parameter is listed that does not exist."""
    names = {
        name
        for command, param in parameters()
        for name in (f"{command} {param.name}", param.name)
    }

    assert UNOFFERED.keys() - names == set()
    assert KINDS.keys() - names == set()


FILES = (
    "--db ", "export cv -o ", "export cv --output ", "export application --answers ",
    "export application --budget ", "applied taif --file ", "import ", "import --map ", "merge ",
    "restore ", "backup ", "doctor --salvage ",
)  # fmt: skip


@pytest.mark.parametrize("line", FILES)
def test_files(tracker: Tracker, line: str) -> None:
    """Where a file is meant, the shell offers files."""
    assert answer(tracker, f"{line}~/notes") == ["file\t~/notes\t"]


def test_folders(tracker: Tracker) -> None:
    """Where a folder is meant, the shell offers folders."""
    assert answer(tracker, "catalogue check my") == ["dir\tmy\t"]


VALUES = {
    "edit l": {"last": "the session recorded last"},
    "sessions --tag ": {"pair": ""},
    "log fastai +": {"+pair": ""},
    "log fastai to": {"today": "Mon 2026-11-23"},
    "log fastai ya": {},
    "fasta": {"fastai": "Practical Deep Learning for Coders"},
    "fastai 30m yes": {"yesterday": "Sun 2026-11-22"},
    "frames --tag ": {"pair": ""},
    "today ya": {},
    "plan fastai --by to": {
        "today": "Mon 2026-11-23",
        "tomorrow": "Tue 2026-11-24",
    },
    "items --track ma": {"math": "Mathematics"},
    "rename ": {"elk-notes": "Notes on ELK", "maths": "maths"},
    "rm elk": {"elk-notes": "Notes on ELK"},
    "alias f": {"fa": "fastai"},
    "rate python m": {"moderate": ""},
    "rate python strong --by ": {"Ann Lee": ""},
    "rate pyth": {"python": "Python"},
    "reach x --evidence re": {"repo:": "URL", "review:": "WHO"},
    "reach x --evidence=rep": {"--evidence=repo:": "URL"},
    "reach x --with fasta": {"fastai": "Practical Deep Learning for Coders"},
    "export --for tai": {"taif": "Transformative AI Fund"},
    "export application --for taif --field fu": {"fund": "Fund"},
    "export sessions --format ": {"csv": "", "json": ""},
    "export h": {"hours": ""},
    "applied manifund-p": {"manifund-project": "Manifund project (regular grant)"},
    "ready research-lead-theoretical --variant ": {
        "conceptual": "Conceptual",
        "mathematical": "Mathematical",
    },
    "ready software-engineer --variant ": {},
    "config pic": {"pictures": "how pictures are drawn: blocks (default), ascii or none"},
    "config pictures ": {"blocks": "", "ascii": "", "none": ""},
    "config zone Europe/Berl": {"Europe/Berlin": ""},
    "config target prof": {"professor": "Professor"},
    "config day-starts 04": {"04:00": ""},
    "config name ": {},
    "report --by ": dict.fromkeys(("item", "track", "tag", "day", "week", "month"), ""),
    "report --by day,t": {"day,track": "", "day,tag": ""},
    "report --period last": {
        "last week": "16 Nov to 22 Nov 2026",
        "last month": "Oct 2026",
        "last year": "2025",
    },
    "import x --columns date,pro": {"date,project": ""},
    "import x --format ti": {"timeclock": "", "timewarrior": ""},
    "move ": {"maths": "maths"},
    "move maths fasta": {"fastai": "Practical Deep Learning for Coders"},
    "undo 3": {"3": "alias fa fastai"},
    "redo ": {"7": "target professor"},
    "week ": {
        "2026-W48": "23 Nov to 29 Nov 2026",
        "2026-W47": "16 Nov to 22 Nov 2026",
        "2026-W46": "9 Nov to 15 Nov 2026",
        "2026-W45": "2 Nov to 8 Nov 2026",
        "2026-W44": "26 Oct to 1 Nov 2026",
        "2026-W43": "19 Oct to 25 Oct 2026",
        "2026-W42": "12 Oct to 18 Oct 2026",
        "2026-W41": "5 Oct to 11 Oct 2026",
    },
    "year ": dict.fromkeys(("2026", "2025", "2024", "2023", "2022"), ""),
    "ask wellb": {"wellbeing": ""},
    "known cs-": {"cs-degree": "A degree in computer science, with some Python"},
    "feature p": {"ppo": "Proximal Policy Optimization Algorithms"},
    "show redwood-b": {"redwood-bar": "A Redwood Research staff member"},
    "help spell": {"spellings": "How to type amounts, times, days, periods, names, evidence"},
    "help unt": {},
    "done fastai fastai": {},
    "completion z": {"zsh": ""},
}  # fmt: skip


@pytest.mark.parametrize("line", VALUES)
def test_values(full: Tracker, line: str) -> None:
    """These are offered, in this order, each with its title."""
    assert [*offered(full, line).items()] == [*VALUES[line].items()]


def test_session_ids(full: Tracker) -> None:
    """Sessions are offered by the ids that `sessions` shows, latest first; `rm` takes other ids too."""
    listed = full.json("sessions")["sessions"]
    ids = [*offered(full, "edit ")]
    (note,) = full.json("note")["notes"]

    assert ids[0] == "last"
    assert [session["id"][:4] for session in reversed(listed)] == [
        name[:4] for name in ids[1:]
    ]
    assert offered(full, "rm ")[note["id"][:6]] == "less sure about RL"


def test_backups(full: Tracker) -> None:
    """`restore` offers the backups, and files where none begins so."""
    (backup,) = full.db.parent.glob("*.backup-*")

    assert offered(full, "restore ") == {str(backup): "a backup"}
    assert answer(full, "restore x") == ["file\tx\t"]


def test_options_and_commands(full: Tracker) -> None:
    """Commands are offered with their line of `tracker --help`, options with their help."""
    assert offered(full, "rep") == {
        "report": "Show totals by item, track, tag, day, week or month"
    }
    assert offered(full, "plan fastai --b") == {
        "--by": "The day by which you plan to finish.",
        "--because": "Why this day, or why it moves.",
    }
    assert "--help" in offered(full, "show ppo --")


def test_items_in_progress_first(full: Tracker) -> None:
    """Items that have hours come first."""
    assert [*offered(full, "log ")][:2] == ["fastai", "maths"]


def test_locked(full: Tracker) -> None:
    """Where another process holds the database, what is not in it is offered, without an error."""
    other = sqlite3.connect(full.db, isolation_level=None)
    other.execute("begin exclusive")
    try:
        assert offered(full, "log fasta") == {}
        assert offered(full, "log x yest") == {"yesterday": "Sun 2026-11-22"}
        assert LOCK_WAIT.longest == PROMPT_SECONDS
        assert "--overlap" in offered(full, "log --")
    finally:
        other.close()


@pytest.mark.parametrize("content", [None, b"", b"not a database " * 100])
def test_makes_nothing(tracker: Tracker, content: bytes | None) -> None:
    """Where there is no database, or none that can be read, nothing is made or changed."""
    tracker.db.unlink(missing_ok=True)
    if content is not None:
        tracker.db.write_bytes(content)
    before = sorted(tracker.db.parent.iterdir())

    assert offered(tracker, "log fasta") == {}
    assert offered(tracker, "config target p") == {}
    assert offered(tracker, "rate python mod") == {"moderate": ""}
    assert sorted(tracker.db.parent.iterdir()) == before
    assert content is None or tracker.db.read_bytes() == content


def test_old_database(full: Tracker, tmp_path: Path, monkeypatch: Any) -> None:
    """A database of an earlier tracker is not brought up to date by completion."""
    old = tmp_path / "old.db"
    old.write_bytes((Path(__file__).parent.parent / "frozen" / "0001.db").read_bytes())
    before = old.read_bytes()
    monkeypatch.setenv("TRACKER_DB", str(old))

    assert "fastai" in offered(full, "log fasta")
    assert offered(full, "config variant ") == {}
    assert old.read_bytes() == before


def test_faulty_form(full: Tracker, tmp_path: Path, monkeypatch: Any) -> None:
    """A form of one's own is offered; a faulty one costs all forms, and shows no error."""
    forms = tmp_path / "funders"
    forms.mkdir()
    monkeypatch.setenv("TRACKER_DB", str(tmp_path / "x.db"))
    (forms / "aunt.toml").write_text('slug = "aunt"\ntitle = "My aunt"\n')

    assert offered(full, "funders au") == {"aunt": "My aunt"}
    (forms / "aunt.toml").write_text("slug = ")
    assert offered(full, "funders au") == {}


LIGHT = """
import os, sys
from tracker.maintenance.completion import answer_shell
for line in sys.argv[1:]:
    os.environ["_TRACKER_LINE"] = f"tracker {line}"
    answer_shell("bash_complete")
print(*sorted(sys.modules), file=sys.stderr)
"""
SLOW = "click sqlalchemy alembic msgspec jinja2 dateutil dataclasses pathlib wcwidth"


def test_is_light(full: Tracker) -> None:
    """No command is imported to complete, nor anything slow."""
    lines = [*VALUES, "", "show ppo --", "reach --", "import "]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, *lines],
        env=environment | {"TRACKER_NOW": NOW},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = done.stderr.split()
    commands = [name for name in loaded if ".commands" in name]

    assert "fastai" in done.stdout.split()
    assert (commands, {*SLOW.split()} & {*loaded}) == ([], set())
