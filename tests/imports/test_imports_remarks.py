"""Remarks on lines that were not read and columns that were not used."""

from pathlib import Path

import pytest

from tests.conftest import Tracker
from tests.imports.reading import read
from tracker.errors import Unreadable
from tracker.imports.formats.detect import detect_format
from tracker.imports.formats.known_formats import PROGRAMS
from tracker.imports.formats.source import open_source


def remarks(path: Path, text: str) -> tuple[str, ...]:
    """The remarks on a file with this content."""
    place = path / "log"
    place.write_text(text, encoding="utf-8")
    return detect_format(open_source(place)).remarks()


def test_lines_that_name_a_length(tmp_path: Path) -> None:
    """A remark lists lines under a day that have a length and are no entries or sums."""
    text = (
        "## 2026-05-08\n- 2h maths\nthen some 30 minutes of ppo\n"
        "and a talk from 9:00 to 9:30\ntotal: 3h\n3 steps\n"
    )

    assert remarks(tmp_path, text) == (
        "2 lines have a length or times and were not read as entries: lines 3, 4.",
    )
    assert remarks(tmp_path, "## 2026-05-08\n- 2h maths\nit was 1h more\n") == (
        "1 line has a length or times and was not read as an entry: line 3.",
    )
    assert remarks(tmp_path, "## 2026-05-08\n- 2h maths\n") == ()


def test_many_lines_that_name_a_length(tmp_path: Path) -> None:
    """Of very many such lines the first twelve are listed."""
    assert remarks(
        tmp_path, "## 2026-05-08\n- 2h maths\n" + "it took 1h more\n" * 14
    ) == (
        "14 lines have a length or times and were not read as entries: "
        "lines 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 and 2 more.",
    )


def test_columns_that_are_not_used(tmp_path: Path) -> None:
    """A remark names the columns that were used for nothing, whatever they hold."""
    rows = "2026-05-08,2.5,good,a,b,c,fastai\n2026-05-09,1.5,bad,a,b,c,ppo\n"

    assert remarks(tmp_path, "date,hours,mood,1,2,3,thing\n" + rows) == (
        "'mood', '1', '2', '3' and 'thing' were not used. "
        "To say which is the project and which the note, add --columns.",
    )
    assert remarks(tmp_path, "date,hours,mood,1,2,3,project\n" + rows) == (
        "'mood', '1', '2' and '3' were not used.",
    )
    assert remarks(tmp_path, "date,hours\n2026-05-08,2.5\n") == ()


def test_items_are_projects(tmp_path: Path) -> None:
    """A column headed `item` is the project."""
    log = read(tmp_path, "date,item,hours\n2026-05-08,ppo,2.5\n2026-05-09,fastai,1\n")

    assert log.amounts == [("2026-05-08", "ppo", 9000), ("2026-05-09", "fastai", 3600)]


def test_moments_without_a_colon(tmp_path: Path) -> None:
    """A day and an hour like 8pm may be in one cell."""
    log = read(
        tmp_path,
        "start,end,project\n2026-05-08 8pm,2026-05-08 9:30pm,ppo\n"
        "2026-05-09 8 pm,2026-05-09 9pm,ppo\n",
    )

    assert log.starts == ["2026-05-08 18:00:00", "2026-05-09 18:00:00"]
    assert [entry.seconds for entry in log.settled] == [5400, 3600]


def test_clock_without_a_day(tmp_path: Path) -> None:
    """A start without a day is skipped."""
    log = read(
        tmp_path, "start,duration,project\n2026-05-08 20:00,1h,ppo\n8pm,45m,ppo\n"
    )

    assert log.skipped == [(3, "no day")]


def test_notes_that_name_an_item(tracker: Tracker, tmp_path: Path) -> None:
    """Without a project, the item whose slug is the note counts, after any rule."""
    tracker("items")
    place = tmp_path / "hours.csv"
    place.write_text(
        "date,hours,note\n2026-05-08,2,FastAI\n2026-05-09,1,chapter 3\n",
        encoding="utf-8",
    )
    ids = [entry.uid for entry in read(tmp_path, place.read_text("utf-8")).settled]
    rules = tmp_path / "rules.toml"
    rules.write_text("[[rule]]\nnote = 'fastai'\nitem = 'ppo'\n", encoding="utf-8")

    ruled = tracker.json(f"import {place} --dry-run --map {rules}")
    report = tracker.json(f"import {place}")

    assert [
        (each["item"], each["how"], each["seconds"]) for each in ruled["projects"]
    ] == [
        ("ppo", "rule", 7200),
        ("project-hours", "new", 3600),
    ]
    assert [
        (each["item"], each["how"], each["seconds"]) for each in report["projects"]
    ] == [
        ("fastai", "name", 7200),
        ("project-hours", "new", 3600),
    ]
    assert [each["id"] for each in tracker.json("sessions")["sessions"]] == ids


def test_unknown_format(tracker: Tracker, tmp_path: Path) -> None:
    """The refusal of an unknown format names the known ones and the help."""
    place = tmp_path / "x.txt"
    place.write_text("hello\nworld\n", encoding="utf-8")

    output = tracker(f"import {place}")

    assert output.code == 6
    assert output.err.endswith("For examples: tracker import --help\n")
    assert [program for program in PROGRAMS if program not in output.err] == []
    assert (
        "By hand  # 2026-05-08 and below it - 1h30m maths"
        in tracker("import --help").out
    )


def test_four_digits_that_could_be_times(tmp_path: Path) -> None:
    """A column headed Time with numbers like 0930 and 1752 is asked about."""
    with pytest.raises(Unreadable, match="could be a time of day or a length"):
        read(tmp_path, "In/Out,Time,Date\n1,0930,01/28\n0,1752,01/28\n")


def test_moments_and_a_clock(tmp_path: Path) -> None:
    """Two moments and a length as a clock need no header."""
    log = read(
        tmp_path, "brainstorm,2026-08-18 09:00:15,2026-08-18 09:30:21,0:30:06.691313\n"
    )

    assert [(entry.project, entry.seconds) for entry in log.settled] == [
        ("brainstorm", 1807)
    ]
