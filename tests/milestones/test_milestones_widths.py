"""Items and milestones in narrow and in wide terminals."""

import pytest

from tests.conftest import Tracker
from tracker.text.columns import display_width

COMMANDS = (
    "items",
    "milestones",
    "milestones --for research-contributor-empirical",
    "show own-course",
    "show few-hundred-hour-replication",
    "show three-replications",
)
# What is pasted or opened stands on one line: a command, an address.
UNBROKEN = ("tracker ", "https://")
TITLE = "深度学习与对齐研究入门课程" * 6


@pytest.fixture(name="busy")
def _busy(tracker: Tracker) -> Tracker:
    tracker.ok(["add", "own-course", "--title", TITLE, "--track", "coding"])
    tracker.ok("log own-course 12h59m")
    tracker.ok("attempt few-hundred-hour-replication --with ziegler-2019")
    return tracker


@pytest.mark.parametrize("columns", [40, 60, 140, 200])
def test_widths(busy: Tracker, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """No line is wider than the terminal but for commands and addresses, and nothing is cut."""
    monkeypatch.setenv("COLUMNS", str(columns))
    for words in COMMANDS:
        text = busy.ok(words)
        wide = [line for line in text.splitlines() if display_width(line) > columns]
        assert all(line.lstrip().startswith(UNBROKEN) for line in wide), wide
        assert "…" not in text
        if words in ("items", "show own-course"):
            assert TITLE in "".join(text.split())
