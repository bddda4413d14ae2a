"""config and completion: what the person sets, and what the shell asks."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Output, Tracker
from tests.database.harness import environment
from tracker.command_table import PLACES
from tracker.journal.completion import COMPLETED_KINDS

ALL = """\
Database: {}
day-starts    -  the time at which a new day begins (default 00:00)
zone          -  the time zone of times without one (default: this computer's)
hours-a-week  -  the time you plan to study each week, such as 12h
target        -  the role you are working towards
variant       -  the variant of that role
name          -  your name, as exports show it
email         -  your e-mail address, as exports show it
links         -  the address of your work, as exports show it
"""


def test_all(tracker: Tracker, place: Path) -> None:
    """Alone, config names the database's place and lists every setting."""
    assert tracker("config") == Output(0, ALL.format(tracker.db), "")
    assert set(tracker.json("config")["settings"].values()) == {None}


def test_what_is_set(tracker: Tracker, place: Path) -> None:
    """What is set stands in its row whole, and takes no room from what the others are for."""
    tracker.ok("config target research-contributor-empirical")
    tracker.ok("config hours-a-week 12")

    assert tracker.ok("config") == ALL.format(tracker.db).replace(
        "-  the time you plan to study each week, such as 12h\n", "12h00m\n"
    ).replace(
        "-  the role you are working towards\n", "research-contributor-empirical\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("day-starts 4:00", "day-starts is 04:00."),
        ("day-starts 4am", "day-starts is 04:00."),
        ("zone America/New_York", "zone is America/New_York."),
        ("hours-a-week 12h", "hours-a-week is 12h00m."),
        ("hours-a-week 10", "hours-a-week is 10h00m."),
        ("hours-a-week 7.5h", "hours-a-week is 7h30m."),
        (
            "target research-contributor-empirical",
            "target is research-contributor-empirical.",
        ),
        ("target lead-emp", "target is research-lead-empirical."),
        ("name 'Ada  Lovelace'", "name is Ada Lovelace."),
        ("email ada@example.org", "email is ada@example.org."),
        ("links 'https://example.org/ada'", "links is https://example.org/ada."),
    ],
)
def test_set(tracker: Tracker, place: Path, words: str, said: str) -> None:
    """A setting is kept in one form, said back, shown alone and undone."""
    key = words.split()[0]
    unset = tracker.ok(f"config {key}")

    assert tracker(f"config {words}") == Output(0, f"{said}\n", "")
    assert tracker(f"config {key}") == Output(0, f"{said}\n", "")
    tracker.ok("undo")
    assert tracker.ok(f"config {key}") == unset
    assert unset.startswith(f"{key} is not set")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (2, "day-starts 25:00"), (2, "day-starts 13:00"), (2, "day-starts dawn"), (2, "zone Nowhere/At_All"),
        (2, "zone CET+1"), (2, "hours-a-week 200h"), (2, "hours-a-week lots"), (2, "name '  '"),
        (2, "email nobody"), (3, "target astronaut"), (3, "colour blue"), (3, "colour"), (4, "variant any"),
    ],
)  # fmt: skip
def test_refused(tracker: Tracker, place: Path, code: int, words: str) -> None:
    """What cannot be a value, or is no setting, is refused with a hint within 80 columns, and nothing is written."""
    before = place.read_bytes()
    said = tracker(f"config {words}")

    assert (said.code, said.out) == (code, "")
    assert len(said.err.splitlines()) >= 2
    assert max(map(len, said.err.splitlines())) <= 80
    assert place.read_bytes() == before


def test_unset(tracker: Tracker, place: Path) -> None:
    """An empty value unsets a setting; unsetting one that is not set leaves no line in the history."""
    tracker.ok("config name Ada")
    tracker.ok(["config", "name", ""])
    tracker.ok(["config", "email", ""])

    assert tracker.json("config name")["settings"] == {"name": None}
    assert [command["words"] for command in tracker.json("history")["commands"]] == [
        "config name ''", "config name Ada",
    ]  # fmt: skip


def test_variant(tracker: Tracker, place: Path) -> None:
    """A variant is one of the target's; another target leaves none, in the same command."""
    tracker.ok("config target research-lead-theoretical")
    chosen = tracker.ok("config variant mathematical")
    refused = tracker("config variant nothing-like-it")
    tracker.ok("config target research-lead-empirical")
    unset = tracker.json("config")["settings"]
    tracker.ok("undo")

    assert chosen == "variant is mathematical.\n"
    assert refused.code == 3
    assert (unset["target"], unset["variant"]) == ("research-lead-empirical", None)
    assert tracker.ok("config variant") == chosen


def test_day_starts(tracker: Tracker, place: Path) -> None:
    """A day that starts later holds from the next command on, and re-dates nothing."""
    tracker.ok("log fastai 10m", now="2026-11-24T02:00")
    tracker.ok("config day-starts 04:00")
    tracker.ok("log fastai 20m")

    assert [(s["day"], s["seconds"]) for s in tracker.json("sessions")["sessions"]] == [
        ("2026-11-23", 1200), ("2026-11-24", 600),
    ]  # fmt: skip


def _complete(db: Path, shell: str, words: str) -> list[str]:
    """What the shell is offered for the last of `words`."""
    said = _asked(db, shell, words)
    assert (said.returncode, said.stderr) == (0, "")
    return said.stdout.split()


def _asked(db: Path, shell: str, words: str) -> subprocess.CompletedProcess[str]:
    """What tracker answers a shell that completes the last of `words`."""
    asked = {
        "_TRACKER_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    if shell == "fish":
        asked["COMP_CWORD"] = words.rpartition(" ")[2]
    return subprocess.run(
        [sys.executable, "-m", "tracker"],
        env={**environment(db), **asked},
        capture_output=True,
        text=True,
        cwd=ROOT,
    )


def test_completes(place: Path) -> None:
    """Commands, items and settings are completed."""
    assert _complete(place, "bash", "tracker rep") == ["plain,report"]
    assert _complete(place, "bash", "tracker log fasta") == ["plain,fastai"]
    assert _complete(place, "bash", "tracker config zo") == ["plain,zone"]
    assert _complete(place, "bash", "tracker completion f") == ["plain,fish"]
    assert _complete(place, "zsh", "tracker config zo")[:2] == ["plain", "zone"]
    assert _complete(place, "fish", "tracker config zo")[0] == "plain,zone"


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("show ziegler-20", ["ziegler-2019"]),
        ("plan few-hundred", ["few-hundred-hour-replication"]),
        ("done fastai transformer-in", ["transformer-in-pytorch"]),
        ("progress karnofsky-m", ["karnofsky-minimal-trust"]),
        ("reach transformer", ["transformer-in-pytorch"]),
        ("ready software", ["software-engineer"]),
        ("rate software", ["software-engineering"]),
        ("plan fastai ppo", []),
        ("plan --with", ["--withdraw"]),
        ("plan fastai --with", ["--withdraw"]),
    ],
)
def test_completes_what_a_command_names(
    place: Path, words: str, offered: list[str]
) -> None:
    """Items, milestones, roles and skills are completed where a command names one, and its options still are."""
    assert _complete(place, "bash", f"tracker {words}") == [
        f"plain,{name}" for name in offered
    ]


def test_completes_commands_there_are() -> None:
    """Each command whose word is completed without it exists."""
    assert set(COMPLETED_KINDS) <= set(PLACES)


def test_completing_is_light(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are completed without importing anything slow, also for commands that are."""
    monkeypatch.setenv("PYTHONPROFILEIMPORTTIME", "1")
    said = _asked(place, "bash", "tracker show ziegler-20")
    imported = {line.rpartition("|")[2].strip() for line in said.stderr.splitlines()}

    assert said.stdout == "plain,ziegler-2019\n"
    assert "tracker.journal.store.items" in imported
    assert {
        "sqlalchemy",
        "alembic",
        "msgspec",
        "jinja2",
        "dataclasses",
    } & imported == set()


def test_completes_other_database(place: Path, tmp_path: Path) -> None:
    """The database that is completed from is the one named on the line."""
    other = tmp_path / "none" / "tracker.db"

    assert _complete(other, "bash", f"tracker --db {place} log fasta") == [
        "plain,fastai"
    ]
    assert _complete(place, "bash", f"tracker --db {other} log fasta") == []


def test_completing_makes_nothing(tmp_path: Path) -> None:
    """On a missing database nothing is completed and nothing made; on a file that is none, nothing is said."""
    missing, other = tmp_path / "none" / "tracker.db", tmp_path / "other.db"
    other.write_text("not a database " * 100)

    assert _complete(missing, "bash", "tracker log fasta") == []
    assert _complete(other, "bash", "tracker log fasta") == []
    assert [path.name for path in tmp_path.iterdir()] == ["other.db"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_source(tracker: Tracker, shell: str) -> None:
    """What each shell is to read asks tracker by the variable it answers to, and makes no database."""
    source = tracker.ok(f"completion {shell}")

    assert f"_TRACKER_COMPLETE={shell}_complete" in source
    assert tracker.json(f"completion {shell}")["source"] == source.removesuffix("\n")
    assert not tracker.db.exists()
    assert tracker("completion csh").code == 2


def test_bash_reads_it(tracker: Tracker, tmp_path: Path) -> None:
    """Bash takes the script without complaint."""
    script = tmp_path / "complete.sh"
    script.write_text(tracker.ok("completion bash"))
    said = subprocess.run(["bash", "-n", str(script)], capture_output=True, text=True)

    assert (said.returncode, said.stderr) == (0, "")
