"""What everyday commands import."""

import os
import subprocess
import sys

from tests.conftest import NOW, ROOT, Tracker

EVERYDAY = [
    "log fastai 1m -n Größe→Ώμέγα-Привет…",
    "log",
    "start ppo --at 14:00",
    "status",
    "status --line",
    "stop",
    "start ppo",
    "cancel",
    "sessions",
    "edit last --amount 2m",
    "rm last",
    "report --all",
    "undo",
    "redo",
    "history",
    "recall",
    "open fastai --json",
]
LOADED = """
import sys
from tracker.cli import main
code = main(sys.argv[1].split("_"))
loaded = {name.partition(".")[0] for name in sys.modules} | {*sys.modules}
heavy = {"sqlalchemy", "alembic", "jinja2", "msgspec", "dateutil", "wcwidth"} & loaded
heavy |= {"tracker.text.help"} & loaded
if not {"-n", "open"} & {*sys.argv[1].split("_")}:
    heavy |= {"locale"} & loaded  # of translations; click reads some for short options
print(code, sorted(heavy), file=sys.stderr)
"""


def test_nothing_heavy(tracker: Tracker) -> None:
    """Everyday commands import nothing heavy, also where a note has accents or arrows."""
    for words in EVERYDAY:
        env = {**os.environ, "TRACKER_NOW": NOW, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", LOADED, "_".join(words.split())],
            env=env,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr.splitlines()[-1] == "0 []", (words, done.stderr)
