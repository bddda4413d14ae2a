"""What `road` answers a beginner and the demo's person, for all roles.

`python -m tests.readiness.road_runs` writes the answers of today to expected/. Read
each against the guide before you commit it.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.documents import stage
from tests.readiness.persona_runs import NOW, expected, run_command

ROLES = sorted(
    path.stem for path in (Path(__file__).parents[2] / "seed/roles").glob("*.toml")
)
# The options that come before `road`, by who asks.
WHOSE = {"road-of-beginner": "", "road-of-demo": "--db demo.db "}


def answers(name: str, run: Callable[[str], str]) -> str:
    """What `road` answers one of `WHOSE`, for each role."""
    told = []
    for role in ROLES:
        command = f"{WHOSE[name]}road {role} --all"
        told.append(f"$ tracker {command}\n{run(command)}")
    return "\n".join(told)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, stage(Path(folder)):
        os.environ["TRACKER_NOW"] = NOW
        run_command("demo")
        for name in WHOSE:
            text = answers(name, run_command)
            expected(name).write_text(text, encoding="utf-8")
