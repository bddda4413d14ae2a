"""What does not count is named in the report: columns, tables, breaks, rows, lines."""

from pathlib import Path

import pytest

from tests.conftest import Output, Tracker
from tests.imports.frames import FRAMES, Frame

ADD = " To say which is the project and which the note, add --columns."


def dry_run(tracker: Tracker, path: Path, name: str, text: str) -> Output:
    """The dry run of a file with this content, which must succeed."""
    place = path / name
    place.write_text(text, encoding="utf-8")
    output = tracker(f"import {place} --dry-run")
    assert output.code == 0, output
    return output


def remarks(tracker: Tracker, path: Path, text: str) -> list[str]:
    """The remarks on a file with this content."""
    place = path / "log"
    place.write_text(text, encoding="utf-8")
    report = tracker.json(f"import {place} --dry-run")
    return list(report.get("remarks", []))


def test_whole_report(tracker: Tracker, tmp_path: Path) -> None:
    """Columns and tables without days are remarks, on stderr; rows are in the report."""
    output = dry_run(
        tracker,
        tmp_path,
        "log.md",
        "# Log\n\n"
        "| Topic | Hours |\n|---|---|\n| Maths | 20 |\n| Logic | 30 |\n| Art | 5 |\n\n"
        "| Date | Hours | Mood | What |\n|---|---|---|---|\n"
        "| 2026-04-09 | 2.5 | good | ppo |\n| 2026-04-10 | lots | bad | ppo |\n\n",
    )

    assert output.out == (
        "log.md is a handwritten log: 2 entries, times in Europe/Berlin.\n"
        "  Would add 1 entry, 2h30m, Thu 9 Apr; 1 skipped.\n"
        "  2h30m  ppo  (no project), matched by name\n"
        "  line 12: 'lots' is not a length\n"
        "Dry run: nothing was written to the database.\n"
    )
    assert output.err == (
        "'Mood' was not used.\n"
        "1 table names a length and was not read, for want of a day or a header of\n"
        "lengths: line 3.\n"
    )


def test_nothing_to_remark(tracker: Tracker, tmp_path: Path) -> None:
    """A table all of whose columns and rows count has no remark."""
    output = dry_run(
        tracker, tmp_path, "log.csv", "Date,Hours,What\n2026-04-09,2,ppo\n"
    )

    assert output.err == ""
    assert output.out == (
        "log.csv is a table: 1 entry, times in Europe/Berlin.\n"
        "  Would add 1 entry, 2h00m, Thu 9 Apr.\n"
        "  2h00m  ppo  (no project), matched by name\n"
        "Dry run: nothing was written to the database.\n"
    )


@pytest.mark.parametrize(
    ("header", "row", "remark"),
    [
        # An estimate beside the length.
        (
            "Date,Est. hours,Hours,Task",
            "2026-04-09,3,2,ppo",
            "'Est. hours' was not used.",
        ),
        # Two columns, in the order of the file, though there is a note.
        (
            "Pages,Date,Hours,Score,Notes",
            "12,2026-04-09,2,7,ch. 2",
            "'Pages' and 'Score' were not used.",
        ),
        # Without a project, note or tags the remark says how to name them.
        (
            "Date,Hours,Mood,12",
            "2026-04-09,2,good,3",
            f"'Mood' and '12' were not used.{ADD}",
        ),
        # A running total beside the length.
        (
            "Date,Hours,Total hours,Task",
            "2026-04-09,2,12,ppo",
            "'Total hours' was not used.",
        ),
        # A break beside a length that leaves it out.
        (
            "Date,Start,End,Pause,Hours,Task",
            "2026-04-09,19:00,22:00,0:30,2.5,ppo",
            "'Pause' was not used.",
        ),
        # A length beside start, end and a break that it does not leave out.
        (
            "Date,Start,End,Pause,Hours,Task",
            "2026-04-09,19:00,22:00,0:30,3,ppo",
            "'Hours' was not used.",
        ),
        # A column without a header.
        ("Date,Hours,Task,", "2026-04-09,2,ppo,x", "'column 4' was not used."),
    ],
)
def test_unused_columns(
    tracker: Tracker, tmp_path: Path, header: str, row: str, remark: str
) -> None:
    """Each column that holds something and is used for nothing is named."""
    assert remark in remarks(tracker, tmp_path, f"{header}\n{row}\n")


def test_empty_columns_are_no_remark(tracker: Tracker, tmp_path: Path) -> None:
    """A column without a cell is not named."""
    text = "Date,Hours,Mood,Task\n2026-04-09,2,,ppo\n2026-04-10,2,-,ppo\n"

    assert remarks(tracker, tmp_path, text) == []


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_unused_columns_in_all_frames(
    tracker: Tracker, tmp_path: Path, frame: Frame
) -> None:
    """The remark on columns is the same in each frame."""
    rows = [
        ["Date", "Goal hours", "Hours", "Pages", "Task"],
        ["2026-04-09", "3", "2.5", "12", "ppo"],
        ["2026-04-10", "3", "1.5", "30", "ppo"],
    ]

    assert frame.can_hold(rows)
    assert remarks(tracker, tmp_path, frame.write(rows)) == [
        "'Goal hours' and 'Pages' were not used."
    ]


def test_columns_of_several_tables(tracker: Tracker, tmp_path: Path) -> None:
    """Tables alike are named once, others each."""
    table = (
        "| Date | Hours | {} | What |\n|---|---|---|---|\n| 2026-04-0{} | 2 | x | a |\n"
    )
    text = "\ntext\n\n".join(
        [table.format("Mood", 1), table.format("Mood", 2), table.format("Score", 3)]
    )

    assert remarks(tracker, tmp_path, text) == [
        "'Mood' was not used.",
        "'Score' was not used.",
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| Topic | Hours |\n|---|---|\n| Maths | 20 |\n| Logic | 30 |\n| Art | 5 |\n",
        "| Week | Time spent | What |\n|---|---|---|\n| 15 | 4h | a |\n| 16 | 5h | b |\n",
        "| Task | Minutes |\n|---|---|\n| reading | 90 |\n",
        "| Subject | Total hours |\n|---|---|\n| Maths | 9 |\n",
        "<table><tr><td>Topic</td><td>Hours</td></tr>\n"
        "<tr><td>Maths</td><td>20</td></tr>\n</table>\n",
    ],
)
def test_tables_without_days(tracker: Tracker, tmp_path: Path, table: str) -> None:
    """A table that names a length and has no days is named by its line, not counted."""
    place = tmp_path / "log.md"
    place.write_text(f"# Log\n\n{table}\n## 2026-04-09\n- 2h ppo\n", encoding="utf-8")

    report = tracker.json(f"import {place} --dry-run")

    assert report["seconds"] == 7200
    assert report["remarks"] == [
        "1 table names a length and was not read, for want of a day or a header of lengths: line 3."
    ]


def test_tables_of_other_things(tracker: Tracker, tmp_path: Path) -> None:
    """A table without a length is no remark: it lost nothing."""
    text = (
        "| Word | Meaning |\n|---|---|\n| KL | divergence |\n\n"
        "## 2026-04-09\n- 2h ppo\n"
    )

    assert remarks(tracker, tmp_path, text) == []


BREAKS = (
    "Date,Start,End,Break,Task\n"
    "2026-04-09,19:00,22:00,0:30,ppo\n"
    "2026-04-10,21:00,23:00,,ppo\n"
    "2026-04-11,21:00,23:00,1:15,ppo\n"
)


def test_breaks_are_named(tracker: Tracker, tmp_path: Path) -> None:
    """The report says how much was taken off, and off how many entries."""
    output = dry_run(tracker, tmp_path, "log.csv", BREAKS)

    assert output.err == "Breaks of 1h45m were taken off 2 entries.\n"
    assert output.out == (
        "log.csv is a table: 3 entries, times in Europe/Berlin.\n"
        "  Would add 3 entries, 5h15m, Thu 9 Apr to Sat 11 Apr.\n"
        "  5h15m  ppo  (no project), matched by name\n"
        "Dry run: nothing was written to the database.\n"
    )


def test_breaks_again(tracker: Tracker, place: Path, tmp_path: Path) -> None:
    """Imported again, rows with breaks are here already, and keep their time."""
    file = tmp_path / "log.csv"
    file.write_text(BREAKS, encoding="utf-8")

    first, again = (tracker.json(f"import {file}") for _ in range(2))

    assert (first["added"], again["added"], again["duplicates"]) == (3, 0, 3)
    sessions = tracker.json("sessions")["sessions"]
    assert [session["seconds"] for session in sessions] == [9000, 7200, 2700]


def test_break_as_long_as_the_entry(tracker: Tracker, tmp_path: Path) -> None:
    """An entry that is all break is skipped, with its line."""
    text = (
        "Date,Start,End,Break (min)\n"
        "2026-04-09,19:00,20:00,60\n2026-04-10,19:00,20:00,90\n2026-04-11,19:00,20:00,15\n"
    )
    (tmp_path / "log.csv").write_text(text, encoding="utf-8")

    report = tracker.json(f"import {tmp_path / 'log.csv'} --dry-run")

    assert report["seconds"] == 2700
    assert report["skipped"] == [
        {"line": 2, "why": "its breaks are as long as it is"},
        {"line": 3, "why": "its breaks are as long as it is"},
    ]


TOGGL = (
    "Description,Duration,Member,Email,Project,Tags,Start date,Start time,"
    "Stop date,Stop time\n"
    "a,01:30:00,Ada,ada@example.org,ppo,,2026-04-09,20:00:00,2026-04-09,21:30:00\n"
    "b,00:10:00,Ada,ada@example.org,ppo,,2026-04-10,20:00:00,-,-\n"
    "c,00:10:00,Ada,ada@example.org,ppo,,2026-04-11,20:00:00,,\n"
)


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("toggl.csv", TOGGL, [3, 4]),
        ("log.klg", "2026-04-09\n  8:00 - 9:30 ppo\n  20:00 - ? ppo\n", [3]),
        (
            "log.timeclock",
            "i 2026/04/09 19:00:00 ppo\no 2026/04/09 20:30:00\n"
            "i 2026/04/10 19:00:00 ppo\n",
            [3],
        ),
        (
            "toggl.json",
            '[{"description":"a","project":"ppo","duration":5400,'
            '"start":"2026-04-09T20:00:00Z","stop":"2026-04-09T21:30:00Z"},\n'
            '{"description":"b","project":"ppo","duration":-1712692800,'
            '"start":"2026-04-10T20:00:00Z"}]',
            [2],
        ),
        (
            "timew.data",
            "inc 20260409T180000Z - 20260409T193000Z # ppo\n"
            "inc 20260410T180000Z # ppo\n",
            [2],
        ),
    ],
)
def test_running_timers(
    tracker: Tracker, tmp_path: Path, name: str, text: str, lines: list[int]
) -> None:
    """A timer that runs is skipped as such, whatever length it shows so far."""
    (tmp_path / name).write_text(text, encoding="utf-8")

    report = tracker.json(f"import {tmp_path / name} --dry-run")

    assert report["seconds"] == 5400
    assert report["skipped"] == [
        {"line": line, "why": "still running"} for line in lines
    ]


def test_rows_without_an_end(tracker: Tracker, tmp_path: Path) -> None:
    """In a table without a timer's columns a row without an end is so named."""
    output = dry_run(
        tracker,
        tmp_path,
        "log.csv",
        "Date,Start,End,Task\n2026-04-09,19:00,20:00,ppo\n"
        "2026-04-10,21:00,,ppo\n2026-04-11,21:00,?,ppo\n",
    )

    assert output.out == (
        "log.csv is a table: 3 entries, times in Europe/Berlin.\n"
        "  Would add 1 entry, 1h00m, Thu 9 Apr; 2 skipped.\n"
        "  1h00m  ppo  (no project), matched by name\n"
        "  lines 3, 4: no end\n"
        "Dry run: nothing was written to the database.\n"
    )


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_blank_days(tracker: Tracker, tmp_path: Path, frame: Frame) -> None:
    """A blank day is that of the row above; above the first there is none."""
    blank = "-" if frame.name in ("blanks", "open bars") else ""
    rows = [
        ["Date", "Hours", "Task"],
        [blank, "3", "ppo"],
        ["2026-04-09", "2", "ppo"],
        [blank, "1.5", "ppo"],
        ["2026-04-10", "0.5", "ppo"],
        ["-", "0.25", "ppo"],
    ]
    place = tmp_path / "log"
    place.write_text(frame.write(rows), encoding="utf-8")

    report = tracker.json(f"import {place}")

    assert [row["why"] for row in report["skipped"]] == ["no day"]
    days = tracker.json("report --all --by day")["rows"]
    assert [(row["key"], row["seconds"]) for row in days] == [
        ("2026-04-09", 12600),
        ("2026-04-10", 2700),
    ]


@pytest.mark.parametrize("last", ["Total,3.5,", "Sum,3.5,", ",3.5,Total", "yht.,3.5,"])
def test_sum_below_blank_days(tracker: Tracker, tmp_path: Path, last: str) -> None:
    """A sum below rows with blank days is no entry of the last day, and no remark."""
    text = f"Date,Hours,Task\n2026-04-09,2,ppo\n,1.5,ppo\n{last}\n"
    (tmp_path / "log.csv").write_text(text, encoding="utf-8")

    report = tracker.json(f"import {tmp_path / 'log.csv'} --dry-run")

    assert (report["seconds"], report["skipped"]) == (12600, [])


def test_lengths_beside_times(tracker: Tracker, tmp_path: Path) -> None:
    """A length that differs a little from its two times counts, and is remarked."""
    output = dry_run(
        tracker,
        tmp_path,
        "log.csv",
        "Date,Start,End,Hours,Task\n2026-04-09,19:00,20:00,1.1,ppo\n"
        "2026-04-10,21:00,23:00,2,ppo\n",
    )

    assert output.err == (
        "1 entry states a different length than from start to end. The stated length\n"
        "counts.\n"
    )
    assert "3h06m" in output.out
