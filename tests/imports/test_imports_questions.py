"""Questions about a file: the commands that answer them work as they are."""

from pathlib import Path

import pytest

from tests.conftest import Tracker
from tests.imports.cases import commands_of
from tracker.imports.formats.known_formats import PROGRAMS


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, so that files are named as they are typed."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def answers(tracker: Tracker, words: str) -> list[list[str]]:
    """The commands that the refusal of `words` names, without `tracker`."""
    refusal = tracker(words)
    assert refusal.code in (2, 4), refusal
    return commands_of(refusal.err)


@pytest.mark.parametrize(
    "table",
    [
        "Day,Topic,Time spent\n2026-01-21,Maths,2\n2026-01-22,Maths,15\n",
        "2026-01-21,Maths,2\n2026-01-22,Maths,15\n",
        "2026-01-21;2;Maths\n2026-01-22;15;Maths\n",
    ],
)
def test_hours_or_minutes(tracker: Tracker, folder: Path, table: str) -> None:
    """Of lengths that could be hours or minutes, each unit has its command."""
    (folder / "log.csv").write_text(table)

    hours, minutes = answers(tracker, "import log.csv --zone UTC --dry-run")

    assert hours[:5] == ["import", "log.csv", "--zone", "UTC", "--dry-run"]
    imported = [tracker.json(command) for command in (hours, minutes)]
    assert [answer["seconds"] for answer in imported] == [17 * 3600, 17 * 60]
    projects = [answer["projects"][0]["project"] for answer in imported]
    assert projects == ["Maths", "Maths"]


def test_day_or_month_first(tracker: Tracker, folder: Path) -> None:
    """Of days that could begin with the day or the month, each order has its command."""
    (folder / "log.csv").write_text("date,hours\n03/04/2026,1\n")

    day_first, month_first = answers(tracker, "import log.csv")

    tracker.ok(day_first)
    tracker.ok(month_first)
    days = [row["day"] for row in tracker.json("sessions")["sessions"]]
    assert sorted(days) == ["2026-03-04", "2026-04-03"]


def test_whose(tracker: Tracker, folder: Path) -> None:
    """A file of several people's hours is refused with the command for one of them."""
    rows = "Ben B,2026-01-05,2.0\nAda A,2026-01-05,1.5\n"
    (folder / "log.csv").write_text(f"User,Date,Hours\n{rows}")

    (command,) = answers(tracker, "import log.csv")

    assert command == ["import", "log.csv", "--user", "Ada A"]
    assert tracker.json(command)["seconds"] == 5400


def test_wrong_option_is_replaced(tracker: Tracker, folder: Path) -> None:
    """A command that answers has the right value of an option instead of the wrong one."""
    (folder / "log.csv").write_text(
        "User,Date,Hours\nAda,2026-01-05,1.5\nBen,2026-01-05,2\n"
    )

    (command,) = answers(tracker, "import log.csv --user Zed --zone UTC")

    assert command == ["import", "log.csv", "--zone", "UTC", "--user", "Ada"]


def test_which_length(tracker: Tracker, folder: Path) -> None:
    """Of two columns that could be the length, each has its command."""
    table = "date,maths hours,art hours\n2026-01-21,1.5,2\n"
    (folder / "my log.csv").write_text(table)

    commands = answers(tracker, "import 'my log.csv' --dry-run")

    seconds = [tracker.json(command)["seconds"] for command in commands]
    assert seconds == [5400, 7200]


def test_other_database(tracker: Tracker, folder: Path) -> None:
    """A command that answers names the database that was typed."""
    (folder / "log.csv").write_text("date,hours\n03/04/2026,1\n")

    day_first, _ = answers(tracker, "--db other.db import log.csv")

    assert day_first[:3] == ["--db", "other.db", "import"]


def test_help_names_every_program(tracker: Tracker) -> None:
    """The help names every program whose files can be imported."""
    text = tracker.ok("import --help")

    assert [program for program in PROGRAMS if program not in text] == []
