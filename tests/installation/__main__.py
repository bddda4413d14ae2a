"""Install, upgrade and uninstall by pip, pipx and uv, in homes that are fresh.

    python -m tests.installation

It builds two wheels of this checkout, one of them called an older version, fetches
what they need once, and prints a table. It ends with 1 where something is not as it
should be, and says what. An installer that cannot be had is named.
"""

import json
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import click

from tests.installation.installers import (
    INSTALLERS,
    Fresh,
    Installer,
    make_fresh,
)
from tracker import __version__

ROOT = Path(__file__).parents[2]
FROZEN = sorted((ROOT / "tests" / "frozen").glob("*.db"))
OLDER = "0.0.1"
# What a wheel is built from; .git is left out.
SOURCE = ("tracker", "migrations", "seed", "docs", "pyproject.toml", "alembic.ini")
PAGES = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE")
# A file for the environment's own folders: x.data/data/share/man/man1/tracker.1
SHARED = re.compile(r"\.data/data/(share/.*)$")

# A path with a file or folder of tracker in it; pipx keeps a lock of its own.
OURS = re.compile(r"(^|/)(_?tracker(\.[\w-]+)*|learning[-_]plan[-_]tracker[^/]*)(/|$)")


def main() -> int:
    """Try each installer, and print its row; 1 where one failed."""
    failures = 0
    click.echo("| installer | version | Python | fresh, upgraded, uninstalled |")
    click.echo("|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        older, newer = _build(room / "older", OLDER), _build(room / "newer", "")
        wheelhouse = _fetch(room / "house", newer)
        for installer in INSTALLERS:
            try:
                row = _try_out(installer, room, wheelhouse, older, newer)
            except AssertionError as failure:
                failures += 1
                row = f"{installer.name} | | | **{failure}**"
            click.echo(f"| {row} |")
    return min(failures, 1)


def _build(folder: Path, version: str) -> Path:
    """A wheel of this checkout, with another version where one is named."""
    source = folder / "source"
    for name in SOURCE + PAGES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        source.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, source / name)
    if version:
        place = source / "tracker" / "__init__.py"
        place.write_text(place.read_text().replace(f'"{__version__}"', f'"{version}"'))
    _python("build", "--wheel", "--no-isolation", "--outdir", str(folder), str(source))
    (wheel,) = folder.glob("*.whl")
    return wheel


def _fetch(house: Path, wheel: Path) -> Path:
    """A folder with every wheel that tracker, and a fresh environment, need."""
    _python("pip", "download", "-q", "--dest", str(house), str(wheel), "pip")
    return house


def _python(module: str, *words: str) -> None:
    command = [sys.executable, "-m", module, *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def _find_tool(installer: Installer, room: Path) -> Path | None:
    """The folder of an installer's program; None where it cannot be had."""
    if installer.tool == "pip":
        return room
    if place := shutil.which(installer.tool):
        return Path(place).parent
    venv = room / f"tool-{installer.tool}"
    _python("venv", str(venv))
    command = [str(venv / "bin" / "pip"), "install", "-q", installer.tool]
    done = subprocess.run(command, capture_output=True, check=False)
    return None if done.returncode else venv / "bin"


def _try_out(
    installer: Installer, room: Path, wheelhouse: Path, older: Path, newer: Path
) -> str:
    """The row of one installer. Raises AssertionError where a step went wrong."""
    tools = _find_tool(installer, room)
    if tools is None:
        return f"{installer.name} | | | not tried: it could not be installed"
    fresh = make_fresh(room / installer.name, wheelhouse, tools)
    installer.prepare(fresh)
    before = fresh.files()
    tracker = fresh.home / installer.tracker

    fresh.run(*_with(installer.install, older))
    _check_version(fresh, tracker, OLDER)
    fresh.run(tracker, "log", "fastai", "1h30m")

    fresh.run(*_with(installer.upgrade, newer))
    _check_version(fresh, tracker, __version__)
    _check_data(fresh, tracker)
    _check_shared(fresh.home / installer.environment, newer)

    fresh.run(*installer.uninstall)
    left = {name for name in fresh.files() - before if OURS.search(name)}
    data = {name for name in left if name.startswith(".local/share/tracker/")}
    assert left == data, f"left behind: {sorted(left - data)}"
    assert ".local/share/tracker/tracker.db" in data, f"the data is gone: {left}"
    return _describe(installer, fresh, tools)


def _with(line: tuple[str, ...], wheel: Path) -> list[str]:
    return [str(wheel) if word == "WHEEL" else word for word in line]


def _check_version(fresh: Fresh, tracker: Path, version: str) -> None:
    said = fresh.run(tracker, "--version")
    assert said == f"tracker {version}\n", f"says {said}, not {version}"


def _check_data(fresh: Fresh, tracker: Path) -> None:
    """The older version's session is there, and every frozen database is updated."""
    sessions = json.loads(fresh.run(tracker, "sessions", "--json"))["sessions"]
    assert [session["item"] for session in sessions] == ["fastai"], sessions
    for frozen in FROZEN:
        copy = shutil.copy(frozen, fresh.home / f"from-{frozen.name}")
        fresh.run(tracker, "--db", copy, "sessions", "--json")
        with closing(sqlite3.connect(copy)) as db:
            (found,) = db.execute("select version_num from alembic_version").fetchone()
        assert found == FROZEN[-1].stem, f"{frozen.name} is at {found}"


def _check_shared(environment: Path, wheel: Path) -> None:
    """The man page, completions and pages of the wheel are in the environment."""
    with zipfile.ZipFile(wheel) as zipped:
        shared = [SHARED.search(name) for name in zipped.namelist()]
    for found in filter(None, shared):
        assert (environment / found[1]).is_file(), f"{found[1]} is not installed"


def _describe(installer: Installer, fresh: Fresh, tools: Path) -> str:
    program = ".venv/bin/pip" if installer.tool == "pip" else tools / installer.tool
    version = fresh.run(program, "--version").split()
    number = next(word for word in version if word[0].isdigit())
    python = ".".join(map(str, sys.version_info[:3]))
    return (
        f"{installer.name} | {number} | {python} | first run, upgrade from {OLDER},"
        f" {len(FROZEN)} older databases: well; uninstalled: only the data stays"
    )


if __name__ == "__main__":
    assert find_spec("build"), (
        "build is missing: pip install 'learning-plan-tracker[test]'"
    )
    sys.exit(main())
