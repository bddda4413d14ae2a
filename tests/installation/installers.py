"""Pip, pipx and uv: the line that installs, upgrades and uninstalls, for each."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

NAME = "learning-plan-tracker"


class Fresh(NamedTuple):
    """A fresh home, with an installer in it that reaches no network."""

    home: Path
    environ: dict[str, str]

    def run(self, *words: str | Path) -> str:
        """What a command prints. Raises AssertionError with its error where it fails."""
        command = [str(word) for word in words]
        done = subprocess.run(
            command,
            cwd=self.home,
            env=self.environ,
            capture_output=True,
            text=True,
            check=False,
        )
        said = f"{' '.join(command)}: {done.returncode}\n{done.stdout}{done.stderr}"
        assert done.returncode == 0, said
        return done.stdout

    def files(self) -> set[str]:
        """Every file and link below the home."""
        return {
            path.relative_to(self.home).as_posix()
            for path in self.home.rglob("*")
            if path.is_symlink() or path.is_file()
        }


class Installer(NamedTuple):
    """One way to install; `tracker` is the program that it puts into a home.

    `tool` is the installer's own package, and `prepare` what a home needs first.
    """

    name: str
    tool: str
    prepare: Callable[[Fresh], object]
    install: tuple[str, ...]
    upgrade: tuple[str, ...]
    uninstall: tuple[str, ...]
    tracker: str
    environment: str  # where its files are, from the home


def _make_venv(fresh: Fresh) -> None:
    fresh.run(sys.executable, "-m", "venv", ".venv")


def _need_nothing(fresh: Fresh) -> None:
    """Pipx and uv make the environments themselves."""


# WHEEL is the file to install.
INSTALLERS = (
    Installer(
        "pip",
        "pip",
        _make_venv,
        (".venv/bin/pip", "install", "-q", "WHEEL"),
        (".venv/bin/pip", "install", "-q", "--upgrade", "WHEEL"),
        (".venv/bin/pip", "uninstall", "-q", "--yes", NAME),
        ".venv/bin/tracker",
        ".venv",
    ),
    Installer(
        "pipx",
        "pipx",
        _need_nothing,
        ("pipx", "install", "WHEEL"),
        ("pipx", "install", "--force", "WHEEL"),
        ("pipx", "uninstall", NAME),
        ".local/bin/tracker",
        f".local/share/pipx/venvs/{NAME}",
    ),
    Installer(
        "uv",
        "uv",
        _need_nothing,
        ("uv", "tool", "install", "WHEEL"),
        ("uv", "tool", "install", "--reinstall", "WHEEL"),
        ("uv", "tool", "uninstall", NAME),
        ".local/bin/tracker",
        f".local/share/uv/tools/{NAME}",
    ),
)


def make_fresh(home: Path, wheelhouse: Path, tools: Path) -> Fresh:
    """A new home whose installers take everything from `wheelhouse`."""
    home.mkdir(parents=True)
    search = os.pathsep.join([str(tools), str(home / ".local/bin"), os.defpath])
    environ = {
        "HOME": str(home),
        "PATH": search,
        "LANG": "C.UTF-8",
        "TZ": "Europe/Berlin",
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheelhouse),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIPX_DEFAULT_PYTHON": sys.executable,
        "UV_NO_INDEX": "1",
        "UV_FIND_LINKS": str(wheelhouse),
        "UV_OFFLINE": "1",
        "UV_PYTHON": sys.executable,
        "UV_CACHE_DIR": str(home.parent / "uv-cache"),
        "UV_LINK_MODE": "copy",
        "USE_EMOJI": "0",
    }
    return Fresh(home, environ)
