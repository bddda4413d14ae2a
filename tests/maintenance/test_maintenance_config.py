"""`config` and `completion`: settings, and what the shell completes."""

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
zone          -  the time zone of times without one (now Europe/Berlin, from TZ)
hours-a-week  -  the time you plan to study each week, such as 12h
target        -  the role you are working towards
variant       -  the variant of that role
name          -  your name, as exports show it
email         -  your e-mail address, as exports show it
links         -  the addresses of your work, as exports show them
pictures      -  how pictures are drawn: blocks (default), ascii or none
"""


def test_all_settings_are_listed(tracker: Tracker, place: Path) -> None:
    """Without a key, config lists every setting and names the database."""
    assert tracker("config") == Output(0, ALL.format(tracker.db), "")
    assert set(tracker.json("config")["settings"].values()) == {None}


def test_values_are_shown_whole(tracker: Tracker, place: Path) -> None:
    """A value is shown whole in its row."""
    tracker.ok("config target research-contributor-empirical")
    tracker.ok("config hours-a-week 12")

    assert tracker.ok("config") == ALL.format(tracker.db).replace(
        "-  the time you plan to study each week, such as 12h\n", "12h00m\n"
    ).replace(
        "-  the role you are working towards\n", "research-contributor-empirical\n"
    )


@pytest.mark.parametrize(
    ("command", "answer"),
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
        ("pictures ASCII", "pictures is ascii."),
    ],
)
def test_setting_is_changed(
    tracker: Tracker, place: Path, command: str, answer: str
) -> None:
    """A setting has one form; it is shown when changed, shown alone, and undone."""
    key = command.split()[0]
    unset = tracker.ok(f"config {key}")

    assert tracker(f"config {command}") == Output(0, f"{answer}\n", "")
    assert tracker(f"config {key}") == Output(0, f"{answer}\n", "")
    tracker.ok("undo")
    assert tracker.ok(f"config {key}") == unset
    assert unset.startswith(f"{key} is not set")


@pytest.mark.parametrize(
    ("code", "command"),
    [
        (2, "day-starts 25:00"),
        (2, "day-starts 13:00"),
        (2, "day-starts dawn"),
        (2, "zone Nowhere/At_All"),
        (2, "zone CET+1"),
        (2, "hours-a-week 200h"),
        (2, "hours-a-week lots"),
        (2, "name '  '"),
        (2, "email nobody"),
        (2, "name NAME"),
        (2, "links javascript:alert(1)"),
        (2, "links data:text/html,x"),
        (2, "links 'https://a.example/<b>'"),
        (2, "links mailto:a@b.example"),
        (2, "links ada"),
        (2, "links ftp://a.example/x"),
        (2, "links https://localhost/x"),
        (2, "links file:///home/ada/cv.pdf"),
        (2, "links URL"),
        (2, "pictures png"),
        (3, "target astronaut"),
        (3, "colour blue"),
        (3, "colour"),
        (4, "variant any"),
    ],
)
def test_invalid_settings_are_refused(
    tracker: Tracker, place: Path, code: int, command: str
) -> None:
    """An impossible value or key is refused with a hint, and nothing is written."""
    before = place.read_bytes()
    output = tracker(f"config {command}")

    assert (output.code, output.out) == (code, "")
    assert len(output.err.splitlines()) >= 2
    assert max(map(len, output.err.splitlines())) <= 80
    assert place.read_bytes() == before


def test_links_are_asked_about(tracker: Tracker, place: Path) -> None:
    """An address without its beginning is written whole in the line to paste."""
    assert tracker("config links 'git.example/ada, git@git.example:ada/b.git'").err == (
        "'git.example/ada,' is no whole web address that others can open.\n"
        "Type whole addresses, with blanks between them:\n"
        "  tracker config links 'https://git.example/ada https://git.example/ada/b.git'\n"
    )


def test_setting_is_cleared(tracker: Tracker, place: Path) -> None:
    """An empty value clears a setting; clearing an empty one is not in the history."""
    tracker.ok("config name Ada")
    tracker.ok(["config", "name", ""])
    tracker.ok(["config", "email", ""])

    assert tracker.json("config name")["settings"] == {"name": None}
    assert [entry["words"] for entry in tracker.json("history")["commands"]] == [
        "config name ''",
        "config name Ada",
    ]


def test_variant_belongs_to_the_target(tracker: Tracker, place: Path) -> None:
    """A new target clears the variant, in the same command."""
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


def test_day_starts_changes_no_sessions(tracker: Tracker, place: Path) -> None:
    """A new start of the day counts from the next command on."""
    tracker.ok("log fastai 10m", now="2026-11-24T02:00")
    tracker.ok("config day-starts 04:00")
    tracker.ok("log fastai 20m")

    assert [(s["day"], s["seconds"]) for s in tracker.json("sessions")["sessions"]] == [
        ("2026-11-23", 1200),
        ("2026-11-24", 600),
    ]


def _complete(db: Path, shell: str, line: str) -> list[str]:
    """What the shell offers for the last word of `line`."""
    output = _ask(db, shell, line)
    assert (output.returncode, output.stderr) == (0, "")
    return output.stdout.split()


def _ask(db: Path, shell: str, line: str) -> subprocess.CompletedProcess[str]:
    """What tracker answers a shell that completes the last word of `line`."""
    environment_words = {
        "_TRACKER_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
    }
    if shell == "fish":
        environment_words["COMP_CWORD"] = line.rpartition(" ")[2]
    return subprocess.run(
        [sys.executable, "-m", "tracker"],
        env={**environment(db), **environment_words},
        capture_output=True,
        text=True,
        cwd=ROOT,
    )


def test_completes_commands_items_and_settings(place: Path) -> None:
    """Commands, items and settings are completed."""
    assert _complete(place, "bash", "tracker rep") == ["plain,report"]
    assert _complete(place, "bash", "tracker log fasta") == ["plain,fastai"]
    assert _complete(place, "bash", "tracker config zo") == ["plain,zone"]
    assert _complete(place, "bash", "tracker completion f") == ["plain,fish"]
    assert _complete(place, "zsh", "tracker config zo")[:2] == ["plain", "zone"]
    assert _complete(place, "fish", "tracker config zo")[0] == "plain,zone"


@pytest.mark.parametrize(
    ("command", "offered"),
    [
        ("show ziegler-20", ["ziegler-2019"]),
        ("plan few-hundred", ["few-hundred-hour-replication"]),
        ("done fastai transformer-in", ["transformer-in-pytorch"]),
        ("progress karnofsky-m", ["karnofsky-minimal-trust"]),
        ("reach transformer", ["transformer-in-pytorch"]),
        ("ready software", ["software-engineer"]),
        ("rate software", ["software-engineering"]),
        ("known fastai linear", ["linear-algebra", "linear-algebra-done"]),
        ("plan fastai ppo", []),
        ("plan --with", ["--withdraw"]),
        ("plan fastai --with", ["--withdraw"]),
    ],
)
def test_completes_names_and_options(
    place: Path, command: str, offered: list[str]
) -> None:
    """Items, milestones, roles and skills are completed, and options too."""
    assert _complete(place, "bash", f"tracker {command}") == [
        f"plain,{name}" for name in offered
    ]


def test_completes_works(tracker: Tracker) -> None:
    """Where a work is named, those are offered that something was reached with."""
    assert _complete(tracker.db, "bash", "tracker feature ") == []
    tracker.ok("reach replication-done --with ppo")
    tracker.ok("reach python-done")

    for command in ("feature", "feature --hide", "export cv --only", "feature --show"):
        assert _complete(tracker.db, "bash", f"tracker {command} p") == [
            "plain,ppo",
            "plain,python-done",
        ]
        assert _complete(tracker.db, "bash", f"tracker {command} r") == []


def test_completed_commands_exist() -> None:
    """Each command that completes names without being imported exists."""
    assert set(COMPLETED_KINDS) <= set(PLACES)


def test_completing_is_light(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Completing a name imports nothing slow."""
    monkeypatch.setenv("PYTHONPROFILEIMPORTTIME", "1")
    output = _ask(place, "bash", "tracker show ziegler-20")
    imported = {line.rpartition("|")[2].strip() for line in output.stderr.splitlines()}

    assert output.stdout == "plain,ziegler-2019\n"
    assert "tracker.journal.store.items" in imported
    assert {
        "sqlalchemy",
        "alembic",
        "msgspec",
        "jinja2",
        "dataclasses",
    } & imported == set()


def test_completes_from_the_named_database(place: Path, tmp_path: Path) -> None:
    """Names come from the database named on the line."""
    other = tmp_path / "none" / "tracker.db"

    assert _complete(other, "bash", f"tracker --db {place} log fasta") == [
        "plain,fastai"
    ]
    assert _complete(place, "bash", f"tracker --db {other} log fasta") == []


def test_completing_makes_nothing(tmp_path: Path) -> None:
    """Without a database, or with a broken one, it completes and makes nothing."""
    missing, other = tmp_path / "none" / "tracker.db", tmp_path / "other.db"
    other.write_text("not a database " * 100)

    assert _complete(missing, "bash", "tracker log fasta") == []
    assert _complete(other, "bash", "tracker log fasta") == []
    assert [path.name for path in tmp_path.iterdir()] == ["other.db"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(tracker: Tracker, shell: str) -> None:
    """The script of each shell sets the variable that tracker answers to."""
    source = tracker.ok(f"completion {shell}")

    assert f"_TRACKER_COMPLETE={shell}_complete" in source
    assert tracker.json(f"completion {shell}")["source"] == source.removesuffix("\n")
    assert not tracker.db.exists()
    assert tracker("completion csh").code == 2


def test_bash_reads_the_script(tracker: Tracker, tmp_path: Path) -> None:
    """Bash reads the script without complaint."""
    script = tmp_path / "complete.sh"
    script.write_text(tracker.ok("completion bash"))
    output = subprocess.run(["bash", "-n", str(script)], capture_output=True, text=True)

    assert (output.returncode, output.stderr) == (0, "")
