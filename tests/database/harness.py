"""Run tracker in its own process, for tests of kills, full disks and many runs at once."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

from tests.conftest import NOW, ROOT

# Seconds for one run, many times what it takes: it fails by a hang, and not by a crowd.
PATIENCE = 600
# Runs tracker, which waits as long for the locks of others: a machine may be busy.
PATIENT = f"""
import sys
from tracker.database import locks
locks.BUSY_SECONDS = {PATIENCE}
from tracker.cli import main
sys.exit(main())
"""
# Runs tracker with a tick for every 500 steps of SQLite's machine, and dies at the tick it was told.
KILLED = """
import os, signal, sqlite3, sys
from pathlib import Path
from tracker import paths
from tracker.database import locks
locks.BUSY_SECONDS = 600
if sys.argv[2]:
    paths.PACKAGE = sys.argv[2]
last, ticks, own = int(sys.argv[1]), 0, sqlite3.connect
def tick():
    global ticks
    ticks += 1
    if ticks == last:
        os.kill(os.getpid(), signal.SIGKILL)
def connect(*args, **kwargs):
    db = own(*args, **kwargs)
    db.set_progress_handler(tick, 500)
    return db
sqlite3.connect = connect
from tracker.cli import main
code = main(sys.argv[3:])
print(ticks, file=sys.stderr)
raise SystemExit(code)
"""


def environment(db: Path) -> dict[str, str]:
    """The environment of the process."""
    own = {
        "TRACKER_DB": str(db),
        "TRACKER_NOW": NOW,
        "TZ": "Europe/Berlin",
        "PYTHONPATH": str(ROOT),
    }
    return {**os.environ, **own, "NO_COLOR": "1", "COLUMNS": "80"}


def start(
    db: Path, words: Sequence[str], script: Sequence[str] = ("-m", "tracker")
) -> subprocess.Popen[str]:
    """Start tracker, and do not wait for it."""
    call = [sys.executable, *script, *words]
    return subprocess.Popen(
        call,
        env=environment(db),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(
    db: Path,
    words: Sequence[str],
    *,
    script: Sequence[str] = ("-m", "tracker"),
    stdout: IO[str] | int = subprocess.PIPE,
    before: Callable[[], None] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run tracker to its end. `before` runs in its process before it starts."""
    return subprocess.run(
        [sys.executable, *script, *words],
        env=environment(db),
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=before,
        timeout=PATIENCE,
    )


def run_killed(
    db: Path, tick: int, words: Sequence[str], package: Path | str = ""
) -> subprocess.CompletedProcess[str]:
    """Run tracker and kill it at its `tick`th tick; 0 never kills, and stderr ends with the number of ticks."""
    return run(db, words, script=("-c", KILLED, str(tick), str(package)))
