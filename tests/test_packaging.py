"""What is packaged: exactly what is meant, and it runs where nothing else of it is."""

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from email import message_from_string
from pathlib import Path

import pytest

from tests.conftest import NOW, ROOT
from tracker import __version__

NAME = f"learning_plan_tracker-{__version__}"
INFO = f"{NAME}.dist-info"
# What an sdist holds beside the folders: what is needed to build, test and read it.
BESIDE = (
    ".ci/run",
    ".editorconfig",
    ".gitignore",
    ".pre-commit-config.yaml",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "LICENSE",
    "PKG-INFO",
    "README.md",
    "alembic.ini",
    "pyproject.toml",
)

pytestmark = pytest.mark.skipif(
    not (ROOT / "tracker").is_dir(), reason="the wheel itself is what is tested here"
)


@dataclass(frozen=True)
class Built:
    """The names in a wheel and in an sdist, and a folder that the wheel was installed to."""

    wheel: frozenset[str]
    sdist: frozenset[str]
    folder: Path


def _run(*words: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, words)],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        cwd="/",
    )


@pytest.fixture(scope="session", name="built")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Both, built from the checkout, once."""
    out, folder = tmp_path_factory.mktemp("dist"), tmp_path_factory.mktemp("installed")
    built = _run(
        "-m", "build", "--no-isolation", "--sdist", "--wheel", "--outdir", out, ROOT
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,), (sdist,) = out.glob("*.whl"), out.glob("*.tar.gz")
    installed = _run(
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        folder,
        wheel,
    )
    assert installed.returncode == 0, installed.stderr
    with zipfile.ZipFile(wheel) as zipped, tarfile.open(sdist) as tarred:
        names = [member.name for member in tarred.getmembers() if member.isfile()]
        inside = frozenset(name.removeprefix(f"{NAME}/") for name in names)
        return Built(frozenset(zipped.namelist()), inside, folder)


def _files(folder: str, under: str = "") -> set[str]:
    """The files of a folder of the checkout, but for what machines leave there, as if they lay `under` another."""
    return {
        under + path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    }


# What a wheel puts beside Python: where each lies in the checkout -> below `share`.
SHARED = {
    "docs/installed/tracker.1": "man/man1/tracker.1",
    "tracker/maintenance/shell_scripts/tracker.bash": "bash-completion/completions/tracker",
    "tracker/maintenance/shell_scripts/tracker.fish": "fish/vendor_completions.d/tracker.fish",
    "tracker/maintenance/shell_scripts/tracker.zsh": "zsh/site-functions/_tracker",
    **{
        name: f"doc/learning-plan-tracker/{name}"
        for name in (
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "LICENSE",
            "README.md",
            "SECURITY.md",
        )
    },
    **{
        name: f"doc/learning-plan-tracker/{name}"
        for name in sorted(_files("docs"))
        if not name.startswith("docs/installed/")
    },
}


def test_wheel(built: Built) -> None:
    """The wheel holds the package with its migrations and seed in it, pages, completions, what it says of itself, and nothing else."""
    info = {
        f"{INFO}/{name}"
        for name in (
            "METADATA",
            "RECORD",
            "WHEEL",
            "entry_points.txt",
            "licenses/LICENSE",
        )
    }
    expected = (
        _files("tracker")
        | _files("migrations", "tracker/")
        | _files("seed", "tracker/")
        | {f"{NAME}.data/data/share/{name}" for name in SHARED.values()}
        | info
    )

    assert built.wheel - expected == set()
    assert expected - built.wheel == set()


def test_wheel_has_what_is_read(built: Built) -> None:
    """What is read at run time is there by name: revisions, Alembic's script, every kind of seed."""
    needed = {
        "tracker/migrations/env.py", "tracker/migrations/versions/0001_create_the_first_schema.py",
        "tracker/seed/tracks.toml", "tracker/seed/groups.toml", "tracker/seed/skills.toml", "tracker/seed/prompts.toml",
        "tracker/seed/milestones.toml", "tracker/seed/items/coding.toml", "tracker/seed/roles/professor.toml",
    }  # fmt: skip

    assert needed <= built.wheel


def test_sdist(built: Built) -> None:
    """The sdist holds what is needed to build, test and read it, and nothing else."""
    folders = ("tracker", "migrations", "seed", "tests", "docs", "benchmarks")
    expected = {name for folder in folders for name in _files(folder)} | set(BESIDE)

    assert built.sdist - expected == set()
    assert expected - built.sdist == set()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--version"], f"tracker {__version__}\n"),
        (["log", "fastai", "1h30m"], "Logged 1h30m on fastai"),
        (["items", "--track", "coding"], "learnpython"),
        (
            ["ready", "research-contributor-empirical"],
            "Research contributor (empirical)",
        ),
        (["doctor"], "All is well."),
    ],
)
def test_installed(built: Built, tmp_path: Path, words: list[str], said: str) -> None:
    """The wheel, installed where nothing else of it is, runs from an empty folder, in both halves."""
    where = {
        "PYTHONPATH": str(built.folder),
        "TRACKER_DB": str(tmp_path / "tracker.db"),
        "TRACKER_NOW": NOW,
    }
    script = "import os, sys; os.chdir(sys.argv.pop(1)); import tracker.cli as c; print(c.__file__); sys.exit(c.main())"
    ran = _run(
        "-P",
        "-c",
        script,
        tmp_path,
        *words,
        **where,
        TZ="Europe/Berlin",
        PYTHONDONTWRITEBYTECODE="1",
    )

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[0] == str(built.folder / "tracker" / "cli.py")
    assert said in ran.stdout


@pytest.mark.parametrize("name", SHARED)
def test_shared(built: Built, name: str) -> None:
    """Pages and completions are installed where shells and people look, as they are in the checkout."""
    installed = built.folder / "share" / SHARED[name]

    assert installed.read_bytes() == (ROOT / name).read_bytes()


@pytest.mark.parametrize("name", ["tracker", "learning-plan-tracker"])
def test_command(built: Built, name: str) -> None:
    """The command is called tracker, and as the distribution too, for `uvx`; it names itself tracker."""
    ran = _run(
        built.folder / "bin" / name, "log", "--help", PYTHONPATH=str(built.folder)
    )

    assert ran.stdout.startswith("Usage: tracker log ")


def test_metadata(built: Built) -> None:
    """The metadata names the authors and the licence, as LICENSE does."""
    (place,) = built.folder.glob("*.dist-info")
    metadata = message_from_string((place / "METADATA").read_text(encoding="utf-8"))

    assert metadata["Author"] == "The tracker contributors"
    assert (
        "Copyright (c) 2026 The tracker contributors" in (ROOT / "LICENSE").read_text()
    )
    assert metadata["License-Expression"] == "MIT"


def test_leaves_nothing(built: Built) -> None:
    """Building leaves nothing in the checkout."""
    assert not [
        name
        for name in ("dist", "build", "learning_plan_tracker.egg-info")
        if (ROOT / name).exists()
    ]


# A page about tracker, as helps and errors name it.
PAGE = re.compile(r"\S+/\S+\.md\b")
HELPS = """
from tracker.cli import main
from tracker.command_table import PLACES
from tracker.export.input_files import _HINT
for name in PLACES:
    main([name, "--help"])
print(_HINT)
main(["help", "files"])
"""


def test_pages_that_helps_name(built: Built, tmp_path: Path) -> None:
    """Each page that a help names lies where the wheel was installed."""
    environment = {"PYTHONPATH": str(built.folder), "COLUMNS": "200"}
    ran = _run("-P", "-c", HELPS, **environment, TRACKER_DB=str(tmp_path / "x.db"))
    helps, listed = ran.stdout.split("Pages about tracker, in ")
    named = [Path(name) for name in PAGE.findall(helps)]

    assert named
    assert [page for page in named if not page.is_file()] == []
    assert [page for page in named if not page.is_relative_to(built.folder)] == []
    assert listed.startswith(str(built.folder / "share/doc/learning-plan-tracker/docs"))
    assert "\n  reference.md " in listed
    assert "\n  funders/README.md " in listed
