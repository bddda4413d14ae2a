"""What everyday commands and completion import and create."""

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


def completed(tracker: Tracker, *words: str) -> subprocess.CompletedProcess[str]:
    """What completion prints for `words`."""
    question = {
        "COMP_WORDS": " ".join(("tracker", *words)),
        "COMP_CWORD": str(len(words)),
        "_TRACKER_COMPLETE": "bash_complete",
    }
    env = {**os.environ, **question, "TRACKER_NOW": NOW, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", "from tracker.cli import main; main([])"],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


def test_completion(tracker: Tracker) -> None:
    """The shell completes items, those in progress first."""
    tracker.ok("log fastai 1h")

    lines = completed(tracker, "log", "f").stdout.splitlines()
    slugs = [line.partition(",")[2] for line in lines]

    assert slugs[0] == "fastai"
    assert all(slug.startswith("f") for slug in slugs)


def test_completion_of_questions(tracker: Tracker) -> None:
    """For `ask` the shell completes subjects and kinds, then names of questions."""
    tracker.ok("items")
    lines = completed(tracker, "ask", "ph").stdout.splitlines()
    names = [line.partition(",")[2] for line in lines]
    kinds = completed(tracker, "ask", "w").stdout.splitlines()

    assert names[0] == "phd"
    assert "phd-advisor" in names
    assert "plain,wellbeing" in kinds


def test_completion_creates_nothing(tracker: Tracker) -> None:
    """Without a database nothing is completed, and none is created."""
    tracker.db.unlink()

    done = completed(tracker, "log", "f")

    assert (done.stdout.strip(), done.stderr, tracker.db.exists()) == ("", "", False)
