"""Workbooks as Excel and LibreOffice write them, made of the parts that are read."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

# The styles of Excel cells: a number, a day, a clock, a length, a day with a clock.
NUMBER, DAY, CLOCK, LENGTH, MOMENT = range(5)
_FORMATS = (0, 14, 20, 164, 22)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def excel_row(*cells: str | tuple[float, int]) -> str:
    """A row of texts, and of numbers with their style."""
    return f"<row>{''.join(map(_excel_cell, cells))}</row>"


def _excel_cell(cell: str | tuple[float, int]) -> str:
    if isinstance(cell, str):
        return f'<c t="inlineStr"><is><t>{cell}</t></is></c>'
    return f'<c s="{cell[1]}"><v>{cell[0]}</v></c>'


def write_excel(
    place: Path, sheets: Mapping[str, str], hidden: Sequence[str] = ()
) -> Path:
    """An .xlsx of these sheets, each of its rows."""
    parts = dict(enumerate(sheets.items(), 1))
    states = {name: "hidden" if name in hidden else "visible" for name in sheets}
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}" state="{states[name]}"/>'
        for n, (name, _) in parts.items()
    )
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/worksheet" Target="worksheets/{n}.xml"/>'
        for n in parts
    )
    styles = "".join(f'<xf numFmtId="{number}"/>' for number in _FORMATS)
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="b" '
            f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}">{links}<Relationship Id="s" '
            f'Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/styles.xml",
            f'<styleSheet xmlns="{_MAIN}"><numFmts><numFmt numFmtId="164" '
            f'formatCode="[h]:mm:ss"/></numFmts><cellXfs>{styles}</cellXfs></styleSheet>',
        )
        for n, (_, rows) in parts.items():
            archive.writestr(
                f"xl/worksheets/{n}.xml",
                f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>',
            )
    return place


def open_row(*cells: str, repeated: int = 1) -> str:
    """A row of an .ods, of its cells."""
    return (
        f'<table:table-row table:number-rows-repeated="{repeated}">'
        f"{''.join(cells)}</table:table-row>"
    )


def open_cell(kind: str, value: str, repeated: int = 1) -> str:
    """A cell of an .ods: `string`, `float`, `date` or `time`."""
    attribute = "" if kind == "string" else f' office:{_VALUES[kind]}="{value}"'
    return (
        f'<table:table-cell office:value-type="{kind}"{attribute}'
        f' table:number-columns-repeated="{repeated}"><text:p>{value}</text:p>'
        "</table:table-cell>"
    )


_VALUES = {"float": "value", "date": "date-value", "time": "time-value"}


def write_open(place: Path, sheets: Mapping[str, str]) -> Path:
    """An .ods of these sheets, each of its rows, and of the blank rows below them."""
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    tables = "".join(
        f'<table:table table:name="{name}">{rows}{open_row(blank, repeated=1048000)}'
        "</table:table>"
        for name, rows in sheets.items()
    )
    names = " ".join(
        f'xmlns:{name}="{_OPEN}:{name}:1.0"' for name in ("office", "table", "text")
    )
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:spreadsheet>{tables}"
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return place
