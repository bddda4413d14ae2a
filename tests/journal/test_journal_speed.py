"""What keeps the everyday commands fast: what they import, and what completion may cost."""

import os
import subprocess
import sys

from tests.conftest import NOW, ROOT, Tracker

EVERYDAY = [
    *(
        "log fastai 1m",
        "log",
        "start ppo --at 14:00",
        "status",
        "status --line",
        "stop",
        "start ppo",
        "cancel",
    ),
    *(
        "sessions",
        "edit last --amount 2m",
        "rm last",
        "report --all",
        "undo",
        "redo",
        "history",
        "recall",
    ),
]
LOADED = """
import sys
from tracker.cli import main
code = main(sys.argv[1].split("_"))
heavy = {"sqlalchemy", "alembic", "jinja2", "msgspec", "dateutil"} & {name.partition(".")[0] for name in sys.modules}
print(code, sorted(heavy), file=sys.stderr)
"""


def test_nothing_heavy(tracker: Tracker) -> None:
    """Everyday commands and completion import no SQLAlchemy, Alembic, Jinja, msgspec or dateutil."""
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
    """What the shell is told to complete `words` with."""
    asked = {
        "COMP_WORDS": " ".join(("tracker", *words)),
        "COMP_CWORD": str(len(words)),
        "_TRACKER_COMPLETE": "bash_complete",
    }
    env = {**os.environ, **asked, "TRACKER_NOW": NOW, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", "from tracker.cli import main; main([])"],
        env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_completion(tracker: Tracker) -> None:
    """The shell completes items, those begun first."""
    tracker.ok("log fastai 1h")

    found = [
        line.partition(",")[2]
        for line in completed(tracker, "log", "f").stdout.splitlines()
    ]

    assert found[0] == "fastai"
    assert all(slug.startswith("f") for slug in found)


def test_completion_makes_nothing(tracker: Tracker) -> None:
    """On a missing database nothing is completed, and none is made."""
    tracker.db.unlink()

    done = completed(tracker, "log", "f")

    assert (done.stdout.strip(), done.stderr, tracker.db.exists()) == ("", "", False)
