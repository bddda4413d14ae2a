"""Runs tracker as a process that is killed after a while and cannot take much memory.

A hang and a file too large for memory are facts then, and not the end of the suite. One
process imports the program and forks itself for each call:

    python -m tests.limited_runs < calls.json > answers.json
"""

import io
import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from tracker.cli import main
from tracker.command_table import PLACES

# Seconds before a call is killed: many times what it takes, as machines are busy.
PATIENCE = 120
# Bytes of address space beyond those of the process that forks.
ROOM = 300_000_000
KILLED = -1


class LimitedAnswer(NamedTuple):
    """The exit code of a call, KILLED for a hang, what it printed, and its peak in kB."""

    code: int
    printed: str
    peak: int


def run_limited(
    calls: Sequence[Sequence[str]], folder: Path, environment: Mapping[str, str]
) -> list[LimitedAnswer]:
    """Run each call of tracker in a folder, one after the other."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.limited_runs", str(folder)],
        input=json.dumps(calls),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environment, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    return [LimitedAnswer(*answer) for answer in json.loads(done.stdout)]


def _run(words: Sequence[str]) -> LimitedAnswer:
    """One call in a process of its own."""
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os._exit(_run_in_child(words, into))
    os.close(into)
    with os.fdopen(out) as stream:
        printed = stream.read()
    _, status, used = os.wait4(child, 0)
    code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else KILLED
    return LimitedAnswer(code, printed, used.ru_maxrss)


def _run_in_child(words: Sequence[str], into: int) -> int:
    size = int(Path("/proc/self/statm").read_text().split()[0])
    most = size * resource.getpagesize() + ROOM
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    signal.alarm(PATIENCE)
    with io.StringIO() as printed:
        with redirect_stdout(printed), redirect_stderr(printed):
            code = main(words)
        os.write(into, printed.getvalue()[:4000].encode(errors="replace"))
    return code


if __name__ == "__main__":
    os.chdir(sys.argv[1])
    calls = json.load(sys.stdin)
    for name in PLACES.keys() & {word for words in calls for word in words}:
        import_module(PLACES[name][0])  # once, and not in each process
    json.dump(list(map(_run, calls)), sys.stdout)
