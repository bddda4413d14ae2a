"""Breaks: klog's negative lengths come off the other entries of their record."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.imports.reading import read
from tracker.imports.rules.entries import ALL_BREAK

TOO_LONG = "the breaks of its record are longer than the entries"


def amounts(path: Path, *lines: str) -> list[int]:
    """The seconds of each session of a record with these entries."""
    text = "2026-06-07\n" + "".join(f"    {line}\n" for line in lines)
    return [entry.seconds for entry in read(path, text).settled]


def test_break_is_told(tracker: Tracker, tmp_path: Path) -> None:
    """The report says how much came off; the file imported again adds nothing."""
    place = tmp_path / "log.klg"
    place.write_text(
        "2026-06-07\n    8:00 - 11:00 reading\n    -45m lunch\n"
        "2026-06-08\n    2h\n    -30m\n        of two walks\n",
        encoding="utf-8",
    )

    first = tracker(f"import {place}")
    again = tracker.json(f"import {place}")

    assert first.out == (
        "log.klg is a klog file: 2 entries, times in Europe/Berlin.\n"
        "  Added 2 entries, 3h45m, Sun 7 Jun to Mon 8 Jun.\n"
        "  3h45m  log  (no project), new item in track unsorted\n"
        "To move sessions to another item: tracker move log ITEM\n"
        "Undo: tracker undo\n"
    )
    assert "Breaks of 1h15m were taken off 2 entries." in first.err
    assert (again["added"], again["duplicates"], again["skipped"]) == (0, 2, [])
    assert tracker.json("report --all")["seconds"] == 3 * 3600 + 45 * 60


@pytest.mark.parametrize(
    ("lines", "seconds"),
    [
        # The entry above, though another below is longer.
        (["1h", "-15m", "3h"], [2700, 10800]),
        # The nearest above that is longer than the break.
        (["3h", "30m", "-45m"], [8100, 1800]),
        # One below, where none above is longer.
        (["30m", "-45m", "9:00 - 11:00"], [1800, 4500]),
        # Two breaks off one entry.
        (["8:00am-11:00am", "-15m", "-30m"], [8100]),
        # A range that passes midnight.
        (["<23:00 - 1:00", "-30m"], [5400]),
        # A break of nothing.
        (["1h", "-0m"], [3600]),
    ],
)
def test_break_comes_off_an_entry(
    tmp_path: Path, lines: list[str], seconds: list[int]
) -> None:
    """A break shortens the nearest entry above that is longer, else one below."""
    assert amounts(tmp_path, *lines) == seconds


def test_break_longer_than_each_entry(tmp_path: Path) -> None:
    """Such a break comes off several entries; those that nothing remains of are skipped."""
    log = read(tmp_path, "2026-06-07\n  30m a\n  30m b\n  30m c\n  -45m\n")

    assert [(entry.note, entry.seconds) for entry in log.settled] == [
        ("a", 1800),
        ("b", 900),
    ]
    assert log.skipped == [(4, ALL_BREAK)]


def test_breaks_longer_than_the_record(tmp_path: Path) -> None:
    """A record with more break than time is skipped as a whole; the next is read."""
    log = read(
        tmp_path,
        "2026-06-07\n    30m a\n    -45m\n    13:00 - ?\n\n2026-06-08\n    1h\n",
    )

    assert log.amounts == [("2026-06-08", "", 3600)]
    assert log.skipped == [(2, TOO_LONG), (3, TOO_LONG), (4, "still running")]


def test_many_breaks_of_a_record(tmp_path: Path) -> None:
    """Thousands of breaks come off the entries right above them, without long searches."""
    lines = ["50m", "-20m"] * 5000

    assert amounts(tmp_path, *lines) == [1800] * 5000


@given(st.lists(st.integers(-120, 240), min_size=1, max_size=8))
def test_sum_is_that_of_klog(tmp_path: Path, minutes: list[int]) -> None:
    """A record has the sum of its lengths and breaks, and never less than nothing."""
    lines = [f"{length}m" for length in minutes]

    assert sum(amounts(tmp_path, "0m", *lines)) == max(sum(minutes), 0) * 60


def test_start_stays(tmp_path: Path) -> None:
    """A break does not change when an entry began."""
    record = "2026-06-07\n    8:00 - 11:00 reading\n"

    logs = [read(tmp_path, record), read(tmp_path, f"{record}    -45m lunch\n")]

    assert [log.starts for log in logs] == [["2026-06-07 06:00:00"]] * 2


def test_later_break_is_asked_about(tracker: Tracker, tmp_path: Path) -> None:
    """A break written into a record that was imported is told, and adds nothing."""
    place = tmp_path / "log.klg"
    place.write_text("2026-06-07\n    8:00 - 11:00 reading\n", encoding="utf-8")
    tracker.ok(f"import {place}")
    with place.open("a", encoding="utf-8") as log:
        log.write("    -45m lunch\n")

    answer = tracker.json(f"import {place}")

    assert (answer["added"], answer["seconds"]) == (0, 0)
    (skipped,) = answer["skipped"]
    assert "was 3h00m when imported, now 2h15m" in skipped["why"]
