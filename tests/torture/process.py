"""One command in a process of its own, which is killed or fails at a chosen call.

The process is a fork of this one, in which tracker is loaded already: a run takes
milliseconds, and its calls that write are those of a fresh process.
"""

import ctypes
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).with_name("faults.c")
# What happens at the chosen call, in the order of faults.c.
COUNT, KILL, TEAR, BREAK, FILL = range(5)
ENVIRONMENT = {
    "TZ": "Europe/Berlin",
    "COLUMNS": "80",
    "TRACKER_NOW": "2026-11-23T14:30",
}
# The folder of temporary files and of settings, so that nothing is left unseen.
TEMPORARY = "elsewhere"
# How long a command may take before it counts as hanging.
PATIENCE = 300
_LIBRARY = "TRACKER_FAULTS"


class Outcome(NamedTuple):
    """How a command ended: its exit code, or None for a kill, and what it printed.

    `calls` are the names of the calls that write, where they were counted.
    """

    code: int | None
    out: str
    err: str
    calls: tuple[str, ...]


def missing_tools() -> str:
    """Why the rig cannot run here; empty where it can."""
    if not sys.platform.startswith("linux"):
        return "the rig replaces calls of Linux"
    return "" if shutil.which("cc") else "there is no C compiler, cc"


def start_with_faults() -> None:
    """Replace this process by itself with faults.c loaded, unless it is."""
    if os.environ.get(_LIBRARY):
        return
    library = Path(tempfile.mkdtemp()) / "faults.so"
    command = ["cc", "-shared", "-fPIC", "-O2", "-o", library, SOURCE, "-ldl"]
    subprocess.run(command, check=True)
    loaded = {_LIBRARY: str(library), "LD_PRELOAD": str(library)}
    again = [sys.executable, "-m", "tests.torture", *sys.argv[1:]]
    os.execve(sys.executable, again, {**os.environ, **loaded})


def run(
    words: list[str], folder: Path, *, luck: int = 0, at: int = -1, what: int = COUNT
) -> Outcome:
    """Run `words` in `folder`; at the call with number `at` happens `what`.

    With the same `luck`, rows get the same uids.
    """
    # Beside the folder, so that nothing is in it but what the command leaves.
    printed = [Path(f"{folder}.{name}") for name in ("out", "err", "calls")]
    child = os.fork()
    if child == 0:
        _be_the_command(words, folder, printed, luck, at, what)
    _, status = os.waitpid(child, 0)
    out, err, calls = (
        file.read_text(errors="replace") if file.exists() else "" for file in printed
    )
    for file in printed:
        file.unlink(missing_ok=True)
    is_killed = os.WIFSIGNALED(status)
    code = None if is_killed else os.WEXITSTATUS(status)
    return Outcome(code, out, err, tuple(calls.split()))


def _be_the_command(
    words: list[str],
    folder: Path,
    printed: list[Path],
    luck: int,
    at: int,
    what: int,
) -> None:
    """Be the command, and end: whatever happens, this process does nothing else."""
    code = 99
    try:
        import signal

        from tracker.cli import main

        signal.alarm(PATIENCE)
        out, err, calls = printed
        for number, file in enumerate((Path(os.devnull), out, err)):
            flags = os.O_RDWR | os.O_CREAT | os.O_TRUNC
            os.dup2(os.open(file, flags), number)
        os.chdir(folder)
        os.environ |= ENVIRONMENT
        os.environ["TRACKER_DB"] = "tracker.db"
        for name in ("TMPDIR", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            os.environ[name] = str(folder / TEMPORARY)
        tempfile.tempdir = None
        _draw_uids(luck)
        library = ctypes.CDLL(os.environ[_LIBRARY])
        library.name_calls.restype = ctypes.c_char_p
        library.arm(at, what)
        code = main(words)
        sys.stdout.flush()
        library.arm(-1, COUNT) if at >= 0 else None
        names = library.name_calls()
        calls.write_bytes(names)
    finally:
        os._exit(code)


def _draw_uids(luck: int) -> None:
    """Let rows have the same uids in every run, so that runs can be compared."""
    os.urandom = random.Random(luck).randbytes  # type: ignore[assignment]
