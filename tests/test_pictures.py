"""Pictures on all screens: in ASCII where blocks cannot be printed, and none at all."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping

import pytest

from tests.conftest import ROOT, Tracker
from tracker.text.signs import SIGNS

BY = ("item", "track", "tag", "day", "week", "month", "track,month", "day,item")
LIMITED = "few-hundred-hour-replication"
SCREENS = (
    "week",
    "week -1",
    "year",
    f"show {LIMITED}",
    *(f"report --all --by {by}" for by in BY),
)
BLOCKS = {*"".join(SIGNS["blocks"])} - {*"·-"}


@pytest.fixture(name="months")
def _months(tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> Tracker:
    """Months of two items, in a terminal that has room for a bar beside each title."""
    monkeypatch.setenv("COLUMNS", "100")
    tracker.pastes = False
    tracker.ok(f"attempt {LIMITED} --with fastai --since 2026-09-01")
    for number in range(10):
        tracker.ok(
            f"log fastai {number}h30m +a --on 2026-{9 + number // 4}-{20 - number}"
        )
        tracker.ok(f"log learnpython {10 - number}h +b --on 2026-10-{10 + number}")
    tracker.ok("log fastai 2h --on 2026-11-17")
    tracker.ok("log fastai 3h")
    return tracker


def run(words: str, environment: Mapping[str, str]) -> str:
    """What a process of its own prints into a pipe."""
    return subprocess.run(
        [sys.executable, "-m", "tracker", *words.split()],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
        text=True,
    ).stdout


@pytest.mark.parametrize("screen", SCREENS)
def test_pictures_of_a_screen(months: Tracker, screen: str) -> None:
    """ASCII has no blocks; none has no pictures at all, and the same words and figures."""
    answer = months.json(screen)
    blocks = months.ok(screen)
    months.ok("config pictures ascii")
    plain, answer_in_ascii = months.ok(screen), months.json(screen)
    months.ok("config pictures none")
    words, answer_in_words = months.ok(screen), months.json(screen)

    assert BLOCKS & {*blocks} or "|==" in blocks
    assert not BLOCKS & {*plain + words}
    assert "#" in plain or "|==" in plain
    assert not {"#", "="} & {*words}
    assert answer == answer_in_ascii == answer_in_words


@pytest.mark.parametrize(
    ("environment", "sign"),
    [
        ({"PYTHONIOENCODING": "ascii"}, "#"),
        ({"PYTHONIOENCODING": "cp1252"}, "#"),
        ({"PYTHONIOENCODING": "utf-8", "TERM": "linux"}, "#"),
        ({"PYTHONIOENCODING": "utf-8", "TERM": "xterm"}, "▆"),
    ],
)
def test_encoding_decides(
    months: Tracker, environment: Mapping[str, str], sign: str
) -> None:
    """Without a setting, pictures are of blocks where these can be printed."""
    report = run("report --all --by month", environment)

    assert {*"#▆"} & {*report} == {sign}


def test_a_setting_needs_its_encoding(months: Tracker) -> None:
    """Blocks that were set are drawn in the console, but not without their letters."""
    months.ok("config pictures blocks")

    console = {"PYTHONIOENCODING": "utf-8", "TERM": "linux"}
    assert "▆" in run("week", console)
    assert "#" in run("week", {"PYTHONIOENCODING": "ascii"})
    answer = run("config pictures --json", console)
    assert json.loads(answer)["settings"] == {"pictures": "blocks"}
