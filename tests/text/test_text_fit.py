"""Lines as wide as the terminal: sentences are wrapped, what is copied stays whole."""

import pytest

from tracker.text.fit import fit
from tracker.text.screen import SCREEN


@pytest.mark.parametrize(
    ("text", "fitted"),
    [
        ("one two\nthree four five", "one two\nthree four\nfive"),
        ("  three four five", "  three\n  four\n  five"),
        ("in /a/b/c/d e now", "in /a/b/c/d e now"),
        ("what is in ~/b/c/d e", "what is in\n~/b/c/d e"),
        ("3/7 of the lessons", "3/7 of the\nlessons"),
        (
            "like repo:https://example.org/you/tf",
            "like\nrepo:https://example.org/you/tf",
        ),
        ("type:\n  tracker log ppo 1h", "type:\n  tracker log ppo 1h"),
        ("To see it all: tracker show ppo", "To see it\nall:\n  tracker show ppo"),
        ("  Then: tracker show ppo", "  Then:\n    tracker show ppo"),
        ("At 9:00: tracker stop --at 9:00", "At 9:00:\n  tracker stop --at 9:00"),
        ("Logged it. Undo: tracker undo", "Logged it.\nUndo: tracker undo"),
        ("Remove it: rm 'a b.db'", "Remove it:\n  rm 'a b.db'"),
        ("First: tracker undo. Again", "First:\ntracker undo.\nAgain"),
        ("a\x1b[2Jb\n\u202ec", "a\\x1b[2Jb\n\\u202ec"),
    ],
)
def test_fit(monkeypatch: pytest.MonkeyPatch, text: str, fitted: str) -> None:
    """Long lines are wrapped at their indent; commands, addresses and paths are whole.

    A command that ends a long line gets a line of its own.
    """
    monkeypatch.setattr(SCREEN, "columns", 10)

    assert fit(text) == fitted
