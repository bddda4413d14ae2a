"""Spreadsheets: .xlsx and .ods, found by their content."""

import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.imports.workbooks import (
    CLOCK,
    DAY,
    LENGTH,
    MOMENT,
    NUMBER,
    excel_row,
    open_cell,
    open_row,
    write_excel,
    write_open,
)
from tracker.errors import FileProblem
from tracker.imports.formats.source import open_source
from tracker.imports.formats.workbook import read_sheets
from tracker.imports.formats.workbook_size import SheetSize, largest_sheet
from tracker.installation import install_line

# 9 April 2026 as Excel counts days, and the parts of a day.
APRIL_9 = 46121
HOUR = 1 / 24

EXCEL_LOG = (
    excel_row("Date", "Project", "Duration", "Note")
    + excel_row((APRIL_9, DAY), "ppo", (1.5 * HOUR, LENGTH), "KL, sweep")
    + excel_row((APRIL_9 + 1, DAY), "fastai", (0.75 * HOUR, CLOCK), "x")
)
OPEN_LOG = (
    open_row(*(open_cell("string", name) for name in ("Date", "Project", "Duration")))
    + open_row(
        open_cell("date", "2026-04-09"),
        open_cell("string", "ppo"),
        open_cell("time", "PT01H30M00S"),
    )
    + open_row(
        open_cell("date", "2026-04-10"),
        open_cell("string", "fastai"),
        open_cell("time", "PT00H45M00S"),
    )
)
CSV_LOG = (
    'Date,Project,Duration,Note\n2026-04-09,ppo,1:30:00,"KL, sweep"\n'
    "2026-04-10,fastai,0:45:00,x\n"
)


def day_and_hours(hours: float, day: int = APRIL_9) -> str:
    """An Excel sheet with one row: a day and a number of hours."""
    return excel_row("Date", "Hours") + excel_row((day, DAY), (hours, NUMBER))


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, so that files are named as they are typed."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def as_csv(place: Path) -> str:
    """The only sheet of a workbook, as the tables' reader gets it."""
    (sheet,) = read_sheets(open_source(place))
    return sheet.content.decode()


def test_excel(tracker: Tracker, folder: Path) -> None:
    """An .xlsx is found by its content, and its days and lengths are typed cells."""
    write_excel(folder / "hours.dat", {"Log": EXCEL_LOG})

    output = tracker("import hours.dat")

    assert output.out == (
        "hours.dat is a table: 2 entries, times in Europe/Berlin.\n"
        "  Added 2 entries, 2h15m, Thu 9 Apr to Fri 10 Apr.\n"
        "  1h30m  ppo     ppo, matched by name\n"
        "    45m  fastai  fastai, matched by name\n"
        "Undo: tracker undo\n"
    )
    assert "not read" not in output.err


def test_open_document(tracker: Tracker, folder: Path) -> None:
    """An .ods is read alike; the blank rows and columns that it repeats are none."""
    write_open(folder / "hours.ods", {"Log": OPEN_LOG})

    answer = tracker.json("import hours.ods")

    assert (answer["format"], answer["entries"], answer["seconds"]) == ("csv", 2, 8100)


def test_sheet_is_what_its_csv_is(tracker: Tracker, folder: Path) -> None:
    """A sheet imported, then saved as CSV and imported, adds nothing."""
    write_excel(folder / "hours.xlsx", {"Log": EXCEL_LOG})
    (folder / "hours.csv").write_text(CSV_LOG, encoding="utf-8")

    first = tracker.json("import hours.xlsx")
    again = tracker.json("import hours.xlsx")
    csv = tracker.json("import hours.csv")

    assert (first["added"], again["added"], csv["added"]) == (2, 0, 0)
    assert (again["duplicates"], csv["duplicates"]) == (2, 2)


def test_cells(folder: Path) -> None:
    """Days, clocks, lengths, moments and numbers each have one spelling."""
    rows = (
        excel_row("a line\nand one", "", (APRIL_9, DAY), (20 * HOUR, CLOCK))
        + excel_row((1.25, LENGTH), (-0.5, LENGTH), (0.1 + 0.2, NUMBER), (2.0, NUMBER))
        + excel_row((APRIL_9 + 0.5, MOMENT), (0.9999999, CLOCK), (1e20, NUMBER), "é")
    )

    assert as_csv(write_excel(folder / "a.xlsx", {"A": rows})) == (
        "a line and one,,2026-04-09,20:00:00\n"
        "30:00:00,-12:00:00,0.3,2\n"
        "2026-04-09 12:00:00,24:00:00,1e+20,é\n"
    )


def test_midnight(tracker: Tracker, folder: Path) -> None:
    """A moment at midnight keeps its clock, though Excel stores it as a day."""
    rows = excel_row("Start", "End") + excel_row(
        (APRIL_9 + 23 * HOUR, MOMENT), (APRIL_9 + 1, MOMENT)
    )
    rows += excel_row((APRIL_9 + 2, MOMENT), (APRIL_9 + 2 + HOUR, MOMENT))
    write_excel(folder / "a.xlsx", {"A": rows})

    assert tracker.json("import a.xlsx")["seconds"] == 7200


def test_lines_are_rows(tracker: Tracker, folder: Path) -> None:
    """What is skipped is named by its row, below blank rows and texts of two lines."""
    rows = (
        "<row/>"
        + excel_row("Date", "Hours", "Note")
        + excel_row((APRIL_9, DAY), (1, NUMBER), "one\ntwo\nthree")
        + "<row/>"
        + excel_row((APRIL_9, DAY), (30, NUMBER), "x")
    )
    write_excel(folder / "a.xlsx", {"A": rows})

    answer = tracker.json("import a.xlsx")

    assert answer["skipped"] == [{"line": 5, "why": "over 24 h"}]


def test_only_log_is_read(tracker: Tracker, folder: Path) -> None:
    """Of several sheets the only log is read; the others are named, hidden ones too."""
    write_excel(
        folder / "a.xlsx",
        {
            "Log": day_and_hours(1.5),
            "Ideas": excel_row("read Sutton"),
            "Blank": "",
            "Old": day_and_hours(9),
        },
        hidden=["Old"],
    )

    output = tracker("import a.xlsx")

    assert "Added 1 entry, 1h30m" in output.out
    assert (
        "2 sheets were not read: 'Ideas', 'Old' (hidden). To import one, name it with\n"
        "--sheet.\n"
    ) in output.err


def test_several_logs_are_asked_about(tracker: Tracker, folder: Path) -> None:
    """Of several logs none is guessed; each command of the question works."""
    write_excel(
        folder / "a.xlsx", {"fastai": day_and_hours(1), "my notes": day_and_hours(2)}
    )

    refusal = tracker("import a.xlsx")

    assert (refusal.code, refusal.err) == (
        2,
        "a.xlsx has 2 sheets that can be read. Which of them count?\n"
        "Only 'fastai':\n  tracker import a.xlsx --sheet fastai\n"
        "Only 'my notes':\n  tracker import a.xlsx --sheet 'my notes'\n"
        "All of them:\n  tracker import a.xlsx --sheet fastai --sheet 'my notes'\n",
    )
    one = tracker.json("import a.xlsx --sheet fastai --dry-run")
    assert (one["file"], one["seconds"]) == ("a.xlsx (fastai)", 3600)


def test_very_many_logs(tracker: Tracker, folder: Path) -> None:
    """Of very many logs the first are listed, and the command for all reads them all."""
    write_excel(
        folder / "a.xlsx", {f"Week {n}": day_and_hours(n / 10) for n in range(1, 31)}
    )

    lines = tracker("import a.xlsx").err.splitlines()

    assert len(lines) == 1 + 2 * 13
    everything = tracker.json(lines[-1].strip().removeprefix("tracker "))
    assert (everything["added"], len(everything["files"])) == (30, 30)


def test_sheets_are_projects(tracker: Tracker, folder: Path) -> None:
    """Entries of a named sheet without a project have the sheet's name as theirs."""
    write_excel(
        folder / "a.xlsx", {"fastai": day_and_hours(1), "my notes": day_and_hours(2)}
    )

    answer = tracker.json("import a.xlsx --sheet fastai --sheet 'my notes'")

    assert [
        (each["file"], each["projects"][0]["item"], each["projects"][0]["how"])
        for each in answer["files"]
    ] == [
        ("a.xlsx (fastai)", "fastai", "name"),
        ("a.xlsx (my notes)", "my-notes", "new"),
    ]
    assert answer["seconds"] == 3 * 3600
    again = tracker.json("import a.xlsx --sheet 'my notes'")
    assert (again["added"], again["duplicates"]) == (0, 1)
    assert "Moved 1 session of my notes" in tracker.ok("move 'my notes' ppo")


def test_a_second_sheet_is_another_log(tracker: Tracker, folder: Path) -> None:
    """Its entries are new, without a remark that the same file was imported before."""
    write_excel(
        folder / "a.xlsx", {"fastai": day_and_hours(1), "ppo": day_and_hours(2)}
    )
    first = tracker.json("import a.xlsx --sheet fastai")
    second = tracker.json("import a.xlsx --sheet ppo")

    assert (first["added"], second["added"], second["skipped"]) == (1, 1, [])
    assert "remarks" not in second


def test_name_of_the_only_log(tracker: Tracker, folder: Path) -> None:
    """Naming the only log changes nothing; a hidden sheet is read if it is named."""
    sheets = {"Log": day_and_hours(1), "Ideas": excel_row("read")}
    old = {"Old": day_and_hours(5, day=APRIL_9 + 1)}
    write_excel(folder / "a.xlsx", sheets | old, hidden=["Old"])

    named = tracker.json("import a.xlsx --sheet Log")
    plain = tracker.json("import a.xlsx")
    hidden = tracker.json("import a.xlsx --sheet Old --dry-run")

    assert (named["file"], named["projects"][0]["item"]) == ("a.xlsx", "a")
    assert (plain["added"], plain["duplicates"]) == (0, 1)
    assert hidden["seconds"] == 5 * 3600


def test_no_such_sheet(tracker: Tracker, folder: Path) -> None:
    """A sheet that is not there is refused, and so is --sheet for other files."""
    write_excel(folder / "a.xlsx", {"Log": day_and_hours(1)})
    (folder / "a.csv").write_text("date,hours\n2026-04-09,1\n", encoding="utf-8")

    wrong, needless = (
        tracker("import a.xlsx --sheet Lok"),
        tracker("import a.csv --sheet Log"),
    )

    assert (wrong.code, needless.code) == (2, 2)
    assert wrong.err.endswith("\n  tracker import a.xlsx --sheet Log\n")
    assert needless.err.endswith("\n  tracker import a.csv\n")


def test_no_log_at_all(tracker: Tracker, folder: Path) -> None:
    """A workbook of lists is refused by name; so is a sheet of pages read."""
    write_excel(
        folder / "a.xlsx", {"Ideas": excel_row("read"), "Plan": excel_row("think")}
    )
    pages = excel_row("Date", "Book", "Pages") + excel_row(
        (APRIL_9, DAY), "Sutton", (24, NUMBER)
    )
    write_excel(folder / "b.xlsx", {"Pages": pages})

    lists, read = tracker("import a.xlsx"), tracker("import b.xlsx")

    assert lists.code == 6
    assert "Its sheets are: 'Ideas' and 'Plan'." in lists.err
    assert (read.code in (2, 6), read.out) == (True, "")


def test_columns_of_a_sheet(tracker: Tracker, folder: Path) -> None:
    """Columns are named as in any table, and settle which sheet is the log."""
    odd = excel_row("Wann", "Wie viel") + excel_row((APRIL_9, DAY), (90, NUMBER))
    write_excel(folder / "a.xlsx", {"Ideas": excel_row("read"), "Log": odd})

    answer = tracker.json("import a.xlsx --columns 'date=Wann,minutes=Wie viel'")

    assert answer["seconds"] == 5400


def test_without_the_library(
    tracker: Tracker, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the extra the refusal says CSV, and how to install it."""
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    write_excel(folder / "a.xlsx", {"Log": EXCEL_LOG})

    output = tracker("import a.xlsx")

    assert (output.code, output.out) == (2, "")
    assert "Save the sheet as CSV" in output.err
    assert f"\n  {install_line('python-calamine')}\n" in output.err


def test_other_archives(tracker: Tracker, folder: Path) -> None:
    """Archives of other things, and Excel files of an old kind, are refused by name."""
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("log.csv", CSV_LOG)
    (folder / "a.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512))

    packed, old = tracker("import a.zip"), tracker("import a.xls")

    assert (packed.code, old.code) == (6, 6)
    assert "a.zip is an archive, not a log.\nUnpack it" in packed.err
    assert "Save the sheet as CSV" in old.err


@pytest.mark.parametrize(
    ("rows", "size"),
    [
        (EXCEL_LOG, SheetSize(3, 4)),
        (
            '<row r="7"><c r="AB7"><v>1</v></c><c r="XFD7" s="1"/></row>',
            SheetSize(7, 28),
        ),
        (
            '<row r="1"><c r="A1"><v>1</v></c></row>'
            "<row r='1048576'><c><v>1</v></c></row>",
            SheetSize(1048576, 1),
        ),
        ('<row/><row><c s="1"/><c t="s" r = "C2"><v>1</v></c></row>', SheetSize(2, 3)),
    ],
)
def test_size_of_an_excel_sheet(folder: Path, rows: str, size: SheetSize) -> None:
    """A sheet is as large as its last cell with content, however places are written."""
    with zipfile.ZipFile(write_excel(folder / "a.xlsx", {"A": rows})) as archive:
        assert largest_sheet(archive) == size


def test_size_of_an_open_sheet(folder: Path) -> None:
    """Repeated rows and columns count as often as they are repeated; blank ones not."""
    rows = open_row(open_cell("float", "1", repeated=3)) + open_row(
        '<table:table-cell table:number-columns-repeated="9"/>',
        open_cell("string", "x"),
        repeated=5,
    )
    with zipfile.ZipFile(write_open(folder / "a.ods", {"A": rows})) as archive:
        assert largest_sheet(archive) == SheetSize(6, 10)


HUGE = {
    "far cell": (
        write_excel,
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    ),
    "repeated cell": (
        write_open,
        open_row(open_cell("float", "1", repeated=9000), repeated=10000),
    ),
    "often repeated cell": (
        write_open,
        open_row(open_cell("float", "1", repeated=10**11), repeated=10**12),
    ),
}


@pytest.mark.parametrize("name", HUGE)
def test_huge_sheets(tracker: Tracker, folder: Path, name: str) -> None:
    """A small file with an enormous sheet is refused with a sentence, and soon."""
    write, rows = HUGE[name]
    write(folder / "huge", {"Log": rows})
    assert (folder / "huge").stat().st_size < 1_000_000

    output = tracker("import huge")

    assert (output.code, output.out) == (6, "")
    assert "too large. Save the sheet as CSV" in output.err.replace("\n", " ")


def test_much_text(
    tracker: Tracker, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small file that unpacks to much more than a log has is refused."""
    monkeypatch.setattr("tracker.imports.formats.workbook.LARGEST_UNPACKED", 5_000_000)
    write_excel(folder / "huge", {"Log": excel_row("x" * 6_000_000)})

    output = tracker("import huge")

    assert (output.code, output.out) == (6, "")
    assert "huge has over 5 MB unpacked.\nSave the sheet as CSV" in output.err


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("<a>" * 300 + "</a>" * 300, "too many tags are in each other"),
        (f'<a b="{"x" * 3_000_000}"/>', "a tag is too long"),
        (open_row(open_cell("string", '<text:s text:c="2000000000"/>')), "its cells"),
        (open_row(open_cell("string", '<text:s text:c="9000"/>' * 200)), "its cells"),
    ],
)
def test_hostile_markup(tracker: Tracker, folder: Path, row: str, reason: str) -> None:
    """Markup that takes the library gigabytes or hours is refused before it reads it."""
    write_open(folder / "log", {"Log": OPEN_LOG + row})

    output = tracker("import log")

    assert (output.code, output.out) == (6, "")
    assert f"log is a damaged archive or spreadsheet: {reason}" in output.err


def test_long_mimetype(tracker: Tracker, folder: Path) -> None:
    """An archive whose mimetype does not end where the name of the type does is none."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(folder / "log", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "x" * 10_000_000 + kind)

    assert "log is an archive, not a log." in tracker("import log").err


def test_unfinished_part(tracker: Tracker, folder: Path) -> None:
    """A part whose XML ends too early is refused at once."""
    unclosed = '<table:table-row><table:table-cell office:value-type="string"><text:p>x'
    write_open(folder / "log", {"Log": OPEN_LOG + unclosed})

    output = tracker("import log")

    assert (output.code, output.out) == (6, "")
    assert "log is a damaged archive or spreadsheet" in output.err


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_cut_anywhere(folder: Path, form: str) -> None:
    """A workbook that is cut off is refused; nothing of it is read."""
    whole = folder / "whole"
    if form == "xlsx":
        write_excel(whole, {"Log": EXCEL_LOG})
    else:
        write_open(whole, {"Log": OPEN_LOG})
    data = whole.read_bytes()
    for end in range(4, len(data), 53):
        (folder / "cut").write_bytes(data[:end])
        with pytest.raises(FileProblem):
            read_sheets(open_source(folder / "cut"))


@settings(max_examples=60)
@given(
    where=st.floats(0, 1),
    piece=st.binary(min_size=1, max_size=6),
    cut=st.integers(0, 9),
)
def test_damaged_anywhere(
    tracker: Tracker, tmp_path: Path, where: float, piece: bytes, cut: int
) -> None:
    """A damaged workbook is read as it is, or refused with a sentence."""
    data = write_excel(tmp_path / "whole", {"Log": EXCEL_LOG}).read_bytes()
    at = int(where * len(data))
    (tmp_path / "log").write_bytes(data[:at] + piece + data[at + cut :])

    output = tracker(["import", str(tmp_path / "log"), "--dry-run"])

    assert output.code in (0, 2, 6), output
    assert "Traceback" not in output.err


@settings(max_examples=40)
@given(st.text('<>&"= /crowtsx:1AZ', max_size=80))
def test_damaged_parts(tracker: Tracker, tmp_path: Path, rows: str) -> None:
    """A sheet with damaged content is read as it is, or refused with a sentence."""
    write_excel(tmp_path / "log", {"Log": EXCEL_LOG + rows})

    output = tracker(["import", str(tmp_path / "log"), "--dry-run"])

    assert output.code in (0, 2, 6), output
