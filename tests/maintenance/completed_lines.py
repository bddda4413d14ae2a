"""Asks tracker what a shell asks: what can follow in a line."""

import pytest

from tests.conftest import Tracker
from tracker.__main__ import _answer_shell

# The separators of words that bash has unless somebody changes them.
BREAKS = " \t\n\"'><=;|&(:"


def answer(tracker: Tracker, line: str, shell: str = "fish") -> list[str]:
    """The lines that a shell is told for the last word of `line`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("_TRACKER_COMPLETE", f"{shell}_complete")
        patch.setenv("_TRACKER_LINE", f"tracker {line}")
        patch.setenv("_TRACKER_BREAKS", BREAKS)
        patch.setattr(tracker, "pastes", False)
        patch.setattr("tests.conftest.main", lambda _: _answer_shell())
        output = tracker([])
    assert (output.code, output.err) == (0, "")
    return output.out.splitlines()


def offered(tracker: Tracker, line: str) -> dict[str, str]:
    """The values for the last word of `line`, each with what it is."""
    rows = [row.split("\t") for row in filter(None, answer(tracker, line))]
    assert {kind for kind, _, _ in rows} <= {"plain"}, rows
    return {value: what for _, value, what in rows}
