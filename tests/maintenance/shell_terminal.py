"""A real shell in a terminal, in a home of its own, for a person who presses Tab."""

import json
import os
import shutil
import sys
from pathlib import Path

import pexpect
import pytest

from tests.conftest import NOW, ROOT

PATIENCE = 120  # seconds; machines are busy
# How each shell is started with its own files only, and where it reads them.
SHELLS = {
    "bash": (["--norc", "-i"], ".bashrc"),
    "zsh": (["-d", "-i"], ".zshrc"),
    "fish": (["-i"], ".config/fish/config.fish"),
}
# What lies in PATH as `tracker`: it answers shells, and else prints its arguments.
PROGRAM = """\
#!/bin/sh
if [ -n "$_TRACKER_COMPLETE" ] || [ "$1" = completion ]; then
    exec {python} -m tracker "$@"
fi
exec {python} -S -c 'import json, sys; print("ARGS", json.dumps(sys.argv[1:]), "END")' "$@"
"""


class Terminal:
    """A shell that has read `startup`, its only file."""

    def __init__(self, shell: str, home: Path, db: Path, startup: str) -> None:
        program = shutil.which(shell)
        if program is None:
            pytest.skip(f"there is no {shell} on this machine")
        options, file = SHELLS[shell]
        (home / file).parent.mkdir(parents=True, exist_ok=True)
        (home / file).write_text(startup)
        # Where it is missing, fish reads all man pages of the machine for it.
        pages = home / ".local/share/fish/generated_completions"
        pages.mkdir(parents=True, exist_ok=True)
        if shell == "bash":
            options = ["--rcfile", str(home / file), "-i"]
        self._shell = pexpect.spawn(
            program,
            options,
            cwd=home,
            env=self._environment(home, db),
            encoding="utf-8",
            timeout=PATIENCE,
            dimensions=(60, 200),
        )
        self._shell.delaybeforesend = None  # a shell reads what was typed ahead
        self.run('echo RE""ADY', "READY")

    def _environment(self, home: Path, db: Path) -> dict[str, str]:
        folder = home / "bin"
        folder.mkdir(exist_ok=True)
        (folder / "tracker").write_text(PROGRAM.format(python=sys.executable))
        (folder / "tracker").chmod(0o755)
        return {
            "HOME": str(home),
            "PATH": f"{folder}:{os.defpath}",
            "TERM": "xterm",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
            "TRACKER_DB": str(db),
            "TRACKER_NOW": NOW,
            "TZ": "Europe/Berlin",
        }

    def run(self, line: str, output: str) -> None:
        """Type a line and wait for its output."""
        self._shell.send(f"{line}\r")
        self._shell.expect(output)

    def complete(self, line: str) -> list[str]:
        """The arguments that tracker gets when Tab and Enter are typed after `line`."""
        self._shell.send(f"{line}\t\r")
        self._shell.expect("ARGS (.*) END")
        assert self._shell.match
        arguments: list[str] = json.loads(self._shell.match[1])
        return arguments

    def show(self, line: str, text: str) -> None:
        """Wait until a shell that is asked twice what follows `line` shows `text`."""
        self._shell.send(f"{line}\t\t")
        self._shell.expect(text)

    def close(self) -> None:
        """End the shell."""
        self._shell.close(force=True)
