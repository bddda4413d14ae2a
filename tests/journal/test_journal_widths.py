"""Lists of hours in narrow and in wide terminals, and in a pipe."""

import io
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker
from tracker.text.columns import display_width

WORDS = st.lists(
    st.text("abcdef深度学习é", min_size=1, max_size=12), min_size=1, max_size=40
)
LISTS = (
    "sessions",
    "report --all",
    "report --all --by day,item",
    "report --all --by track,item",
    "history",
)


@pytest.fixture(name="logged")
def _logged(tracker: Tracker) -> Tracker:
    tracker.ok(
        "log ziegler 10:00-12:50 --on 2026-11-18 -n 'KL sweep, three seeds' +pair"
    )
    tracker.ok("log bluedot-technical 55m --on 2026-11-20")
    tracker.ok("recall fastai 70h --over 2026-02..2026-05")
    return tracker


def test_narrow(logged: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    """With 40 columns texts stand below their figures."""
    monkeypatch.setenv("COLUMNS", "40")
    sessions = [line[4:] for line in logged.ok("sessions").splitlines()]

    assert sessions == [
        "  Wed 18 Nov  10:00-12:50  2h50m",
        "ziegler-2019",
        "KL sweep, three seeds +pair",
        "  Fri 20 Nov                 55m",
        "bluedot-technical-ai-safety",
        "ssions, 3h45m.",
    ]
    assert logged.ok("report --all") == (
        "All time, by item: 3h45m in 2 sessions.\n"
        "  2h50m  76%  1 session  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆\n"
        "      ziegler-2019\n"
        "      Fine-Tuning Language Models from\n"
        "      Human Preferences\n"
        "    55m  24%  1 session  ▆▆▆▆▅\n"
        "      bluedot-technical-ai-safety\n"
        "      Technical AI Safety course\n"
        "Plus about 70 h from memory, not\n"
        "counted: tracker recall\n"
    )


def test_wide(logged: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    """With 140 columns each row is one line."""
    monkeypatch.setenv("COLUMNS", "140")

    assert [line[4:] for line in logged.ok("sessions").splitlines()] == [
        "  Wed 18 Nov  10:00-12:50  2h50m  ziegler-2019"
        "                 KL sweep, three seeds +pair",
        "  Fri 20 Nov                 55m  bluedot-technical-ai-safety",
        "ssions, 3h45m.",
    ]


@settings(max_examples=15)
@given(words=WORDS, columns=st.integers(40, 200))
def test_no_word_is_lost(logged: Tracker, words: list[str], columns: int) -> None:
    """At every width a list has all letters of a note, and no line is too wide."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        logged.ok(["log", "fastai", "1h", "--note", " ".join(words)])
        for words_typed in LISTS:
            lines = logged.ok(words_typed).splitlines()
            assert max(map(display_width, lines)) <= columns
            if "day" in words_typed or words_typed == "sessions":
                letters = "".join("".join(lines).split())
                assert "".join(words) in letters


def test_pipe(logged: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a pipe each row is one line, with its whole note."""
    note = "a word " * 40 + "at the end"
    logged.ok(["log", "fastai", "1h", "--note", note])
    monkeypatch.delenv("COLUMNS")
    for words in ("sessions", "report --all --by day,item", "history"):
        out = io.StringIO()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            logged(words)
        (row,) = [line for line in out.getvalue().splitlines() if "at the end" in line]
        assert "fastai" in row and note in row
