"""Spreadsheets, .xlsx and .ods, as CSV: the optional extra `sheets`."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from zipfile import ZipFile

from tracker.errors import FileProblem, Unreadable
from tracker.imports.formats.source import Source
from tracker.imports.formats.workbook_size import largest_sheet
from tracker.imports.rules.counts import counted
from tracker.input_file import say_bytes
from tracker.installation import install_line
from tracker.limits import LARGEST_UNPACKED

# The part that an Excel workbook has, and what OpenDocument's mimetype begins with.
_EXCEL_PART = "xl/workbook.xml"
_OPEN_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_AS_CSV = "Save the sheet as CSV, and import that."
_SECOND = timedelta(seconds=1)


class Sheet(NamedTuple):
    """A sheet as CSV in UTF-8; a row of the sheet is a line. Empty without cells."""

    name: str
    is_hidden: bool
    content: bytes


def read_sheets(source: Source) -> list[Sheet]:
    """All sheets of a workbook.

    Raises FileProblem where it is none, is damaged or too large, and Unreadable where
    the library that reads it is not installed.
    """
    content = source.read_bytes()
    _check_archive(source, content)
    calamine = _import_calamine(source)
    try:
        with calamine.load_workbook(io.BytesIO(content)) as workbook:
            return [
                Sheet(
                    sheet.name,
                    sheet.visible != calamine.SheetVisibleEnum.Visible,
                    _as_csv(workbook.get_sheet_by_name(sheet.name)),
                )
                for sheet in workbook.sheets_metadata
                if sheet.typ == calamine.SheetTypeEnum.WorkSheet
            ]
    except (calamine.CalamineError, ValueError, OverflowError) as fault:
        raise FileProblem(f"{source.path} cannot be read: {fault}.", _AS_CSV) from fault


def _check_archive(source: Source, content: bytes) -> None:
    """Refuse what is no workbook, is damaged, or does not fit into memory."""
    size = None
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            is_workbook = _is_workbook(archive)
            unpacked = sum(part.file_size for part in archive.infolist())
            if is_workbook and unpacked <= LARGEST_UNPACKED:
                size = largest_sheet(archive)
    except Exception as fault:  # whatever zipfile makes of a damaged archive
        raise FileProblem(
            f"{source.path} is a damaged archive or spreadsheet: {fault}.", _AS_CSV
        ) from fault
    if not is_workbook:
        raise FileProblem(
            f"{source.path} is an archive, not a log.",
            "Unpack it, and import the files in it.",
        )
    if size is None:
        most = say_bytes(LARGEST_UNPACKED)
        raise FileProblem(f"{source.path} has over {most} unpacked.", _AS_CSV)
    if size.is_too_large:
        raise FileProblem(
            f"{source.path} has a sheet with {counted(size.rows, 'row', 'rows')} and"
            f" {counted(size.columns, 'column', 'columns')}, which is too large.",
            _AS_CSV,
        )


def _is_workbook(archive: ZipFile) -> bool:
    names = archive.namelist()
    if _EXCEL_PART in names:
        return True
    if "mimetype" not in names:
        return False
    with archive.open("mimetype") as stream:  # it may have any length
        return stream.read(len(_OPEN_TYPE)) == _OPEN_TYPE


def _import_calamine(source: Source) -> Any:
    try:
        import python_calamine
    except ImportError:
        raise Unreadable(
            f"{source.path} is a spreadsheet. Reading one needs python-calamine,"
            " which is not installed.",
            f"{_AS_CSV} Or install the library:\n  {install_line('python-calamine')}",
        ) from None
    return python_calamine


def _as_csv(sheet: Any) -> bytes:
    """A sheet as CSV, with as many lines as it has rows."""
    rows = list(sheet.iter_rows())
    timed = {
        place
        for row in rows
        for place, value in enumerate(row)
        if isinstance(value, datetime)
    }
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(_texts(rows, timed))
    return text.getvalue().encode("utf-8", "replace")


def _texts(rows: Iterable[Sequence[Any]], timed: set[int]) -> Iterator[list[str]]:
    """The cells as text. `timed` are columns of moments, where a day is a midnight."""
    for row in rows:
        cells = map(_text, row)
        yield [
            f"{cell} 00:00:00" if place in timed and type(value) is date else cell
            for place, (cell, value) in enumerate(zip(cells, row, strict=True))
        ]


def _text(value: Any) -> str:
    """A cell as CSV has it: `2026-04-09`, `20:00:00`, `1:30:00`, `1.5`."""
    match value:
        case str():
            return " ".join(value.splitlines())
        case float():
            return f"{value:.15g}"
        case datetime():
            rounded = value + timedelta(microseconds=500_000)
            return rounded.replace(microsecond=0).isoformat(" ")
        case time():
            clock = timedelta(hours=value.hour, minutes=value.minute)
            clock += timedelta(seconds=value.second, microseconds=value.microsecond)
            return _length_text(clock).zfill(len("00:00:00"))
        case timedelta():
            return _length_text(value)
    return str(value)


def _length_text(length: timedelta) -> str:
    """`1:30:00`, `-0:45:00`, to the nearest second."""
    sign = "-" if length < timedelta() else ""
    minutes, seconds = divmod((abs(length) + _SECOND / 2) // _SECOND, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours}:{minutes:02}:{seconds:02}"
