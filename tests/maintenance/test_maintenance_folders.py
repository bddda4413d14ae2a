"""Where the database is: in the folder for data, or where earlier versions made it."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.conftest import NOW, ROOT, WELL, Output, Tracker
from tracker import paths, system
from tracker.errors import DatabaseProblem
from tracker.text.columns import wrap

OLD, NEW = ".config/tracker", ".local/share/tracker"


def _with(lines: str) -> str:
    """What the doctor prints where all is well and it has these lines to say."""
    return WELL.replace("\n", f"\n{lines}", 1)


@pytest.fixture(name="home", params=["home", "a home"])
def _home(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    tracker: Tracker,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A new home folder, for a person who names no database."""
    home = tmp_path / str(request.param)
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("TRACKER_DB", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    tracker.pastes = False  # that is done here, in a shell
    return home


def _put(template: Path, folder: Path) -> Path:
    """A database in a folder, as tracker makes both."""
    folder.mkdir(parents=True, mode=0o700)
    place = folder / "tracker.db"
    shutil.copy(template, place)
    place.chmod(0o600)
    return place


def _paste(line: str) -> None:
    """Run a line in a shell."""
    subprocess.run(["sh", "-c", line], check=True, stdin=subprocess.DEVNULL)


@pytest.mark.parametrize(
    ("data_home", "folder"),
    [
        (None, f"home/{NEW}"),
        ("", f"home/{NEW}"),
        ("relative/data", f"home/{NEW}"),
        ("{}/data", "data/tracker"),
    ],
)
@pytest.mark.parametrize("home", ["home"], indirect=True)
def test_a_first_run(
    tracker: Tracker,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    data_home: str | None,
    folder: str,
) -> None:
    """The first run makes the folder for data, for its owner only; XDG_DATA_HOME counts if absolute."""
    if data_home is not None:
        monkeypatch.setenv("XDG_DATA_HOME", data_home.format(home.parent))
    place = home.parent / folder / "tracker.db"

    assert tracker("log fastai 1h").err.startswith(f"Created {place} with ")
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert not (home / OLD).exists()
    assert tracker("doctor").out == WELL


def test_the_old_folder_is_used(tracker: Tracker, home: Path, template: Path) -> None:
    """While the only database is in the old folder, all that lies beside it is there too."""
    place = _put(template, home / OLD)
    tracker.ok("log fastai 1h")
    tracker.ok("backup")
    tracker.ok("demo")

    assert tracker.json("config")["database"] == str(place)
    assert {path.name.partition("-")[0] for path in place.parent.iterdir()} == {
        "tracker.db",
        "tracker.db.backup",
        "demo.db",
    }
    assert not (home / NEW).exists()


@pytest.mark.parametrize("base", [None, "", "settings"])
def test_the_old_folder_is_that_of_click(
    monkeypatch: pytest.MonkeyPatch, base: str | None
) -> None:
    """Earlier versions asked click for it, which takes long to import."""
    if base is None:
        monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_CONFIG_HOME", base)

    assert paths.old_folder() == click.get_app_dir("tracker")


@pytest.mark.parametrize("present", ["nothing", "an empty folder", "a form", "a link"])
def test_the_move_is_offered(
    tracker: Tracker, home: Path, template: Path, present: str
) -> None:
    """The line that doctor and config print moves the folder, and all of it is found then."""
    old, new = home / OLD, home / NEW
    _put(template, home / "dotfiles" if present == "a link" else old)
    if present == "a link":
        old.parent.mkdir()
        old.symlink_to("../dotfiles")
    elif present != "nothing":
        new.mkdir(parents=True)
    if present == "a form":
        (new / "funders").mkdir()
        (new / "funders" / "mine.toml").write_text("")
    tracker.ok("log fastai 1h")
    tracker.ok("backup")
    (old / "budget.toml").write_text("")
    files = {path.name for path in old.iterdir()} | {
        path.name for path in new.glob("*")
    }
    says = f"The database is in {old}, where earlier versions made it. To move it:"
    output, finding = tracker("doctor"), tracker.json("doctor")["findings"][0]
    line = output.out.splitlines()[-2].strip()

    assert output.out == _with(f"{wrap(says, 2)}\n    {line}\n")
    assert finding == {
        "what": "old-folder",
        "says": f"{says} {line}",
        "fault": False,
        "path": str(old / "tracker.db"),
        "data_folder": str(new),
    }
    assert tracker("config").err.endswith(f"  {line}\n")
    assert tracker.json("config")["remarks"] == [finding["says"]]
    _paste(line)
    assert {path.name for path in new.iterdir()} == files
    assert tracker.json("sessions")["seconds"] == 3600
    assert tracker("doctor") == Output(0, WELL, "")
    assert tracker("config").err == ""


def test_both(tracker: Tracker, home: Path, template: Path) -> None:
    """Of two databases the one in the folder for data is used; doctor says how to join them."""
    other = _put(template, home / OLD)
    tracker.ok("log fastai 1h")
    _put(template, home / NEW)
    merge = f"tracker merge {system.quote(str(other))}"
    says = f"An earlier version made another database, {other}. tracker does not use it. To add what is in it to yours:"

    assert tracker.json("sessions")["seconds"] == 0
    assert tracker("doctor").out == _with(f"{wrap(says, 2)}\n    {merge}\n")
    tracker.ok(merge.removeprefix("tracker "))
    assert tracker.json("sessions")["seconds"] == 3600


def test_one_by_two_names(tracker: Tracker, home: Path, template: Path) -> None:
    """Where the old folder is a link to the new one, there is nothing to say."""
    _put(template, home / NEW)
    (home / OLD).parent.mkdir()
    (home / OLD).symlink_to(home / NEW)

    assert tracker("doctor") == Output(0, WELL, "")


@pytest.mark.parametrize("named", ["--db", "TRACKER_DB"])
def test_a_named_database_stays(
    tracker: Tracker,
    home: Path,
    template: Path,
    monkeypatch: pytest.MonkeyPatch,
    named: str,
) -> None:
    """A database that the person names is not to be moved: its name would not be found."""
    place = _put(template, home / OLD)
    option = ["--db", str(place)] if named == "--db" else []
    if not option:
        monkeypatch.setenv("TRACKER_DB", str(place))

    assert tracker([*option, "doctor"]) == Output(0, WELL, "")
    assert tracker([*option, "config"]).err == ""


def test_no_home(tmp_path: Path) -> None:
    """Without a home folder it says so, and the line that it prints is enough."""
    script = f"""
    {sys.executable} -m tracker log fastai 1h && exit 9
    {sys.executable} -m tracker log fastai 1h --note help && exit 7
    {sys.executable} -m tracker help files >/dev/null || exit 6
    {sys.executable} -m tracker log --help >/dev/null || exit 8
    {sys.executable} -m tracker log fastai 1h -n --help 2>/dev/null && exit 7
    {sys.executable} -m tracker log fastai 1h -n --help 2>&1 | grep -q HOME || exit 6
    export TRACKER_DB="$PWD/tracker.db"
    {sys.executable} -m tracker log fastai 1h
    """
    run = subprocess.run(
        ["sh", "-c", script],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={
            "HOME": "",
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "TRACKER_NOW": NOW,
        },
        check=False,
    )

    refusal = [
        "Your home folder is not known, since HOME is not set.",
        'To keep the database in this folder: export TRACKER_DB="$PWD/tracker.db"',
    ]
    assert run.stderr.splitlines() == [
        *refusal,
        *refusal,
        f"Created {tmp_path}/tracker.db with the guide's 384 items.",
    ]
    assert run.returncode == 0


def test_a_database_needs_no_home(
    tracker: Tracker, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With --db no home folder is needed, and the folder of --db is not made."""
    monkeypatch.setenv("HOME", "")

    assert tracker(["--db", str(home / "my.db"), "log", "fastai", "1h"]).code == 0
    assert tracker(["--db", str(home / "no" / "my.db"), "log", "fastai", "1h"]) == (
        Output(
            5,
            "",
            f"There is no folder {home}/no.\nCreate it: mkdir -p {system.quote(f'{home}/no')}\n",
        )
    )


@pytest.mark.parametrize("home", ["home"], indirect=True)
def test_a_folder_that_cannot_be_made(tracker: Tracker, home: Path) -> None:
    """Where no database can be made, doctor says so before a first command fails."""
    (home / ".local").write_text("a file")
    says = f"There is no database at {home / NEW}/tracker.db yet. {home}/.local is not a folder."

    assert tracker("log fastai 1h").code == 5
    assert tracker("doctor").out == (f"1 fault found.\n{wrap(f'! {says}')}\n")


def test_other_systems(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On macOS and on Windows, the folder for data is another one."""
    monkeypatch.setattr(system, "MACOS", True)
    assert paths.data_folder() == f"{home}/Library/Application Support/tracker"
    monkeypatch.setattr(system, "WINDOWS", True)
    assert paths.data_folder() == f"{home}/AppData/Local/tracker"
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    assert paths.data_folder() == "/local/tracker"
    monkeypatch.setenv("LOCALAPPDATA", "")
    monkeypatch.setenv("HOME", "")
    with pytest.raises(DatabaseProblem):
        paths.data_folder()
