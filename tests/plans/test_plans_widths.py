"""Plans, notes and questions in a narrow terminal, and in a pipe."""

import io
import sys

import pytest

from tests.conftest import Tracker
from tracker.text.columns import display_width

WHY = "the replication takes longer than I thought, since the data are not public"


@pytest.fixture(name="planned")
def _planned(tracker: Tracker) -> Tracker:
    tracker.ok(["plan", "ziegler", "--by", "2027-01-31", "--because", WHY])
    tracker.ok("plan ziegler --by 2027-03-01 --because 'a new job'")
    tracker.ok(["note", WHY, "--decision"])
    tracker.ok(["ask", "theory-risk", "--answer", WHY])
    return tracker


def _piped(tracker: Tracker, words: str) -> list[str]:
    """The lines that a command prints into a pipe."""
    out = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("COLUMNS")
        patch.setattr(sys, "stdout", out)
        tracker(words)
    return out.getvalue().splitlines()


def test_narrow_plan(planned: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    """With 40 columns a plan is wrapped beside its changes."""
    monkeypatch.setenv("COLUMNS", "40")

    assert planned.ok("plan").startswith(
        "Planned\n"
        "  Fine-Tuning Language Models from Human\n"
        "  Preferences (ziegler-2019)\n"
        "    planned for 1 Mar 2027, in 98 days;\n"
        "    set 23 Nov, moved once\n"
        "    23 Nov: planned for 31 Jan 2027\n"
        "    because the replication takes longer\n"
        "    than I thought, since the data are\n"
        "    not public\n"
        "    23 Nov: moved from 31 Jan 2027 to\n"
        "    1 Mar 2027 because a new job\n"
    )


@pytest.mark.parametrize("columns", [40, 140])
@pytest.mark.parametrize("words", ["plan", "note", "ask --list", "forecast --list"])
def test_widths(
    planned: Tracker, monkeypatch: pytest.MonkeyPatch, columns: int, words: str
) -> None:
    """No line is wider than the terminal, and every word of a pipe is there."""
    piped = " ".join(_piped(planned, words)).split()
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = planned.ok(words).splitlines()

    assert max(map(display_width, lines)) <= columns
    assert sorted(" ".join(lines).split()) == sorted(piped)


def test_pipe(planned: Tracker) -> None:
    """In a pipe a plan, a note and a question are one line each."""
    (plan,) = [line for line in _piped(planned, "plan") if WHY in line]
    decision, answer = [line for line in _piped(planned, "note") if WHY in line]
    questions = _piped(planned, "ask --list")

    assert "(ziegler-2019)  planned for 1 Mar 2027" in plan
    assert plan.endswith("moved from 31 Jan 2027 to 1 Mar 2027 because a new job")
    assert decision.endswith(f"Mon 23 Nov (decision)  {WHY}")
    assert answer.endswith(f"what would you fall back on?  {WHY}")
    assert sum(line.endswith("?") for line in questions) == 57
