"""tracker on a Python for Windows: on Windows itself, or elsewhere in Wine.

$TRACKER_WINDOWS_PYTHON is how to start that Python, such as `wine C:/python/python.exe`;
the libraries of tracker are installed there. Without it, these tests are left out.
"""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import NOW, ROOT, Output

PYTHON = os.environ.get("TRACKER_WINDOWS_PYTHON", "").split()
pytestmark = pytest.mark.skipif(not PYTHON, reason="no Python for Windows is named")

# Starts tracker from this checkout, for a person whose data are in the folder `data`.
START = """
import os, sys
sys.path.insert(0, {root!r})
os.environ.update({environ!r})
sys.argv[0] = "tracker"
if "DIE" in os.environ:  # where a file would get its name
    os.rename = os.replace = lambda *_: os._exit(9)
from tracker.__main__ import run
sys.exit(run())
"""
# Starts four first runs at once, and a list whose reader goes away.
FOUR = """
import subprocess, sys
call = [sys.executable, "start.py", "--db", "four.db"]
runs = [subprocess.Popen([*call, "log", "ppo", "1h"]) for _ in range(4)]
codes = [run.wait() for run in runs]
items = subprocess.Popen([*call, "items"], stdout=subprocess.PIPE)
items.stdout.read(10)
items.stdout.close()
print(codes, items.wait())
"""
# Uses an unfinished folder while another command runs, and looks for it afterwards.
HELD = """
import os, subprocess, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tracker.database.unfinished import unfinished_folder
with unfinished_folder(Path("held.db").absolute()) as folder:
    subprocess.run([sys.executable, "start.py", "--db", "held.db", "log", "ppo", "1h"])
    print(os.listdir(folder))
"""


def _path(path: Path) -> str:
    """The path as Windows names it: of Wine, `Z:` is the root."""
    drive = "" if os.name == "nt" else "Z:"
    return drive + str(path).replace("/", "\\")


class Windows:
    """Runs commands in a folder; the person's data are in `data`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.place = folder / "data" / "tracker" / "tracker.db"
        environ = {
            "LOCALAPPDATA": _path(folder / "data"),
            "APPDATA": _path(folder / "settings"),
            "TRACKER_NOW": NOW,
            "TZ": "Europe/Berlin",
            "COLUMNS": "80",
        }
        self.write("start.py", START.format(root=_path(ROOT), environ=environ))

    def write(self, name: str, text: str) -> None:
        """Write a file into the folder."""
        (self.folder / name).write_text(text, encoding="utf-8")

    def run(self, call: Sequence[str], **environ: str) -> Output:
        """Run a program to its end."""
        run = subprocess.run(
            call,
            capture_output=True,
            cwd=self.folder,
            env={**os.environ, "WINEDEBUG": "-all", **environ},
            stdin=subprocess.DEVNULL,
            check=False,
        )
        out, err = (
            part.decode().replace("\r\n", "\n") for part in (run.stdout, run.stderr)
        )
        return Output(run.returncode, out, err)

    def __call__(self, words: Sequence[str] | str, **environ: str) -> Output:
        """Run a command of tracker."""
        words = words.split() if isinstance(words, str) else words
        return self.run([*PYTHON, "start.py", *words], **environ)

    def ok(self, words: Sequence[str] | str) -> str:
        """The answer of a command that must succeed."""
        output = self(words)
        assert output.code == 0, output
        return output.out

    def seconds(self) -> int:
        """How long all sessions are together."""
        answer = json.loads(self.ok("sessions --json"))
        return int(answer["seconds"])

    def paste(self, line: str) -> None:
        """Run a line as cmd.exe does; `tracker` in it is that of the folder."""
        python = " ".join(PYTHON if os.name == "nt" else PYTHON[1:])
        self.write("tracker.bat", f'@"{python}" start.py %*\r\n')
        self.write("line.bat", f"@{line}\r\n")
        shell = ["cmd", "/c", "line.bat"]
        output = self.run(shell if os.name == "nt" else ["wine", *shell])
        assert output.code == 0, output


@pytest.fixture(name="windows")
def _windows(tmp_path: Path) -> Windows:
    folder = tmp_path / "100% a folder #1"
    (folder / "data").mkdir(parents=True)
    return Windows(folder)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_evening(windows: Windows) -> None:
    """A first run, the timer, undo, and what doctor and config say."""
    first = windows("log fastai 1h30m")
    place = _path(windows.place)

    assert (first.code, first.err) == (
        0,
        f"Created {place} with the guide's 384 items.\n",
    )
    assert first.out.startswith("Logged 1h30m on fastai, Mon 23 Nov (")
    assert windows.ok("start ppo") == "Started ppo at 14:30. When done: tracker stop\n"
    assert windows.ok("status --line") == "ppo 0m\n"
    assert windows.ok("undo").startswith("Undone: start ppo")
    assert windows.seconds() == 5400
    assert windows.ok("doctor") == (
        "All is well.\n"
        "  Windows keeps the permissions of the database in its folder; tracker cannot\n"
        "  check them.\n"
        "  Time zone: Europe/Berlin, from TZ.\n"
    )
    assert windows.ok("config").startswith(f"Database: {place}\n")
    assert _names(windows.place.parent) == ["tracker.db"]


def test_files(windows: Windows) -> None:
    """Files are written, replaced where that is asked for, and read; none is left half."""
    windows.write("log.csv", "date,project,hours\n2026-11-20,ppo,1.5\n")
    windows.ok("log fastai 1h")
    windows.ok("import log.csv")
    windows.ok("backup")
    windows.ok("backup copy.db")
    windows.ok("export progress -o out.md")
    assert windows("export progress -o out.md").code == 4
    windows.ok("export progress -o out.md --force")
    windows.ok("page -o page.html")
    windows.ok("demo")
    windows.ok("demo")
    windows.ok("undo")
    windows.ok("restore copy.db")
    windows.ok("--db other.db log ppo 2h")
    windows.ok("merge other.db")

    assert windows.seconds() == 3600 + 5400 + 7200
    assert _names(windows.folder) == [
        *("copy.db", "data", "log.csv", "other.db", "out.md", "page.html", "start.py")
    ]
    assert {name.partition(".backup")[0] for name in _names(windows.place.parent)} == {
        "demo.db",
        "tracker.db",
    }


def test_killed_commands(windows: Windows) -> None:
    """A killed command leaves a folder, which the next one removes; one in use stays."""
    assert windows("log fastai 1h", DIE="1").code == 9
    (left,) = _names(windows.place.parent)
    assert left.endswith(".unfinished")
    windows.ok("log fastai 1h")
    assert _names(windows.place.parent) == ["tracker.db"]
    assert windows("export progress -o out.md --force", DIE="1").code == 9
    windows.ok("export progress -o out.md")
    assert not [name for name in _names(windows.folder) if "unfinished" in name]

    windows.write("held.py", HELD.format(root=_path(ROOT)))
    assert windows.run([*PYTHON, "held.py"]).out.endswith("['lock']\n")
    assert not [name for name in _names(windows.folder) if "unfinished" in name]


def test_many_at_once(windows: Windows) -> None:
    """Of four first runs at once none fails or is lost; a reader that goes away is no fault."""
    windows.write("four.py", FOUR)
    output = windows.run([*PYTHON, "four.py"])

    assert output.out.splitlines()[-1] == "[0, 0, 0, 0] 0"
    answer = json.loads(windows.ok("--db four.db sessions --json"))
    assert answer["seconds"] == 4 * 3600
    assert output.err.count("Created") == 1


def test_commands_to_paste(windows: Windows) -> None:
    """What is printed for cmd.exe works there: a corrected command, and the move of a folder."""
    windows.ok("log fastai 1h")
    error = windows(["log", "fastai", "30m", "tomorrow", "-n", "it's 5 > 4 & long"]).err
    line = error.splitlines()[-1].strip()
    assert line == 'tracker log fastai 30m -n "it\'s 5 > 4 & long"'
    windows.paste(line)
    assert windows.seconds() == 5400

    (windows.folder / "settings").mkdir()
    windows.place.parent.rename(windows.folder / "settings" / "tracker")
    says = windows.ok("doctor").splitlines()
    move = next(line for line in says if line.strip().startswith("move ")).strip()
    windows.paste(move.replace("%", "%%"))  # in a file of lines, a % is written twice
    assert windows.seconds() == 5400
    assert windows.place.is_file()
    assert _names(windows.folder / "settings") == []
