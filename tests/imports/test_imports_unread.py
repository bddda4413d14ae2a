"""What cannot be read whole: encodings, sizes of workbooks, and damaged entries."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.imports.reading import read
from tracker.errors import FileProblem, Unreadable
from tracker.imports.formats.encodings import (
    ByteCount,
    can_decode,
    check_encoding,
    find_encoding,
    parse_encoding,
)
from tracker.imports.formats.source import open_source
from tracker.imports.formats.workbook_size import (
    MOST_CELLS,
    SheetSize,
    largest_sheet,
)


def size_of(**parts: str) -> SheetSize:
    """The size of the largest sheet of a workbook with these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("_", "."), text)
    return largest_sheet(zipfile.ZipFile(content))


def sheet(*rows: str) -> str:
    """A sheet of Excel."""
    return f"<worksheet><sheetData>{''.join(rows)}</sheetData></worksheet>"


@pytest.mark.parametrize(
    ("rows", "size"),
    [
        ("", (0, 0)),
        ("<row/>", (0, 0)),
        ("<row><c/></row>", (0, 0)),
        ("<row><c><v>1</v></c></row>", (1, 1)),
        ("<row><c/><c><is/></c></row>", (1, 2)),
        ('<row r="9"><c r="C9"><v>1</v></c></row>', (9, 3)),
        ('<row r="9"><c r="AA9"><v>1</v></c><c r="B9"/></row>', (9, 27)),
        ('<row r="9"/><row><c><v/></c></row>', (10, 1)),
        ('<row r="x"><c r="?"><v/></c></row>', (1, 1)),
        ('<row r="1048576"><c r="XFD1048576"><v/></c></row>', (1048576, 16384)),
        ('<row r="9999999999"><c><v/></c></row>', (1_000_000_000, 1)),
    ],
)
def test_excel_size(rows: str, size: tuple[int, int]) -> None:
    """A sheet is as large as the place of its last cell with content."""
    assert size_of(a_xml=sheet(rows)) == size


@pytest.mark.parametrize(
    ("rows", "size"),
    [
        ("<t:table-row><t:table-cell/></t:table-row>", (0, 0)),
        ('<t:table-row><t:table-cell o:value-type="x"/></t:table-row>', (1, 1)),
        (
            '<t:table-row t:n="3"><t:table-cell/><t:covered-table-cell'
            ' o:value-type="x"/></t:table-row>',
            (1, 2),
        ),
    ],
)
def test_open_document_size(rows: str, size: tuple[int, int]) -> None:
    """A cell of OpenDocument has content if it has a kind of value."""
    names = 'xmlns:t="urn:t" xmlns:o="urn:o"'

    assert size_of(a_xml=f"<t:table {names}>{rows}</t:table>") == size


def test_largest_of_several() -> None:
    """Of several sheets the one with most cells counts; what is no XML has none."""
    row = '<row r="{0}"><c r="{1}{0}"><v/></c></row>'
    small, large = sheet(row.format(9, "A")), sheet(row.format(4, "D"))

    assert size_of(a_xml=small, b_xml=large, c_png="<row>") == (4, 4)
    assert size_of(c_png="<row>") == (0, 0)


@pytest.mark.parametrize(
    ("rows", "columns", "too_large"),
    [
        (MOST_CELLS, 1, False),
        (MOST_CELLS, 2, True),
        (1048576, 16384, True),
        (0, 16384, False),
    ],
)
def test_too_large(rows: int, columns: int, too_large: bool) -> None:
    """A sheet is too large by its cells, however they are laid out."""
    assert SheetSize(rows, columns).is_too_large is too_large


# Encodings.
@pytest.mark.parametrize(
    "name", ["shift_jis", "UTF-8", "cp1252", "Windows-1250", "latin1", "gb18030"]
)
def test_encoding_names(name: str) -> None:
    """Every name of an encoding of text is taken as it was typed."""
    assert parse_encoding(name) == name


@pytest.mark.parametrize("name", ["utf-99", "base64", "zip", "rot13", "\0", "a b"])
def test_no_encoding(name: str) -> None:
    """What names no encoding of text is refused, with two that are."""
    with pytest.raises(Unreadable) as refusal:
        parse_encoding(name)

    assert refusal.value.message.endswith(" is not an encoding.")
    assert refusal.value.instead == ("shift_jis", "windows-1250")


@given(st.text(), st.sampled_from([1, 2, 3, 100]))
def test_utf_8_in_any_blocks(text: str, size: int) -> None:
    """UTF-8 is UTF-8 wherever blocks begin, if it has no NUL; cut off it is not."""
    content = text.encode()
    blocks = [content[at : at + size] for at in range(0, len(content), size)]

    assert can_decode("utf-8", lambda: blocks)
    if "\0" not in text:
        count = ByteCount(None, 0, 0, len(content))
        assert find_encoding("log.csv", lambda: blocks, count) == "utf-8"
    if content and content[-1] > 127:
        assert not can_decode("utf-8", lambda: [content[:-1]])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("für die Übung", "cp1252"),
        ("“déjà vu” – 5 €", "cp1252"),
        ("töööö", "cp1252"),
        ("plain", "utf-8"),
    ],
)
def test_western(text: str, encoding: str) -> None:
    """Western text that is not UTF-8 is Windows-1252."""
    content = text.encode("cp1252")

    assert find_encoding("x", lambda: [content], ByteCount(None, 0, 0, 1)) == encoding


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("日付,時間,科目\n", "shift_jis"),
        ("日期,时间,科目\n", "gb18030"),
        ("날짜,시간\n", "cp949"),
        ("Дата,Часы\n", "windows-1251"),
        ("zajęcia,miałem\n", "windows-1250"),
    ],
)
def test_other_encodings_are_offered(text: str, encoding: str) -> None:
    """Text in another encoding is asked about, and its own is among the answers."""
    content = text.encode(encoding)

    with pytest.raises(Unreadable) as refusal:
        find_encoding("log.csv", lambda: [content], ByteCount(None, 0, 0, 9))
    assert refusal.value.message == "log.csv is not UTF-8. What is its encoding?"
    assert f"  tracker import FILE --encoding {encoding}" in refusal.value.hint


@pytest.mark.parametrize(
    ("even", "odd", "size", "offered"),
    [
        (10, 0, 20, "utf-16-be"),
        (0, 10, 20, "utf-16-le"),
        (5, 5, 20, None),
        (1, 0, 100, None),
    ],
)
def test_utf_16(even: int, odd: int, size: int, offered: str | None) -> None:
    """Zeros in every other place are UTF-16; a few, or in all places, are no text."""
    content = "ab".encode(offered or "utf-16-le")
    count = ByteCount(None, even, odd, size)

    if offered is None:
        assert find_encoding("log", lambda: [content], count) is None
        return
    with pytest.raises(Unreadable) as refusal:
        find_encoding("log", lambda: [content], count)
    assert refusal.value.hint == (
        f"If it is UTF-16:\n  tracker import FILE --encoding {offered}"
    )


@pytest.mark.parametrize(
    ("mark", "typed", "encoding"),
    [
        (None, "utf-8", "utf-8"),
        ("utf-8-sig", "utf-8", "utf-8-sig"),
        ("utf-8-sig", "UTF8", "utf-8-sig"),
        ("utf-8-sig", "cp1252", "cp1252"),
        ("utf-16", "utf-16-le", "utf-16"),
    ],
)
def test_mark_and_option(mark: str | None, typed: str, encoding: str) -> None:
    """A mark is no letter where the encoding typed is of its family."""
    content = "ab".encode(encoding)
    count = ByteCount(mark, 0, 0, 2)

    assert check_encoding("log", typed, lambda: [content], count) == encoding


# Files that are there, but no log.
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an Excel file of an old kind"),
        (b"\x00\x01\x02\x03", "is neither text nor a spreadsheet (.xlsx, .ods)."),
        (b"\x07\x81\x8d", "is neither text nor a spreadsheet (.xlsx, .ods)."),
        (b"\xff\xfea", "is neither text nor a spreadsheet (.xlsx, .ods)."),
    ],
)
def test_no_text(tmp_path: Path, content: bytes, said: str) -> None:
    """Bytes that are no text are refused by name, whatever they are."""
    place = tmp_path / "log.bin"
    place.write_bytes(content)

    with pytest.raises(FileProblem) as refusal:
        open_source(place)
    assert said in refusal.value.message


# Entries that are damaged, in logs that are not.
@pytest.mark.parametrize(
    ("name", "text", "skipped"),
    [
        (
            "tracker",
            '{"schema": 1, "kind": "export", "sessions": [7, {"id": "x"}]}',
            ["not a session", "no id, item or seconds"],
        ),
        (
            "tracker",
            "id,item,day,seconds,started_at,note,tags,source,logged_at\n"
            "abcd,ppo,2026-11-02,x,,,,logged,2026-11-02T09:00:00+01:00\n"
            "abce,ppo,2026-11-02,60,,,,invented,2026-11-02T09:00:00+01:00\n"
            "abcf,ppo,2026-11-02,60,,,,logged,2026-11-02T09:00:00\n"
            "abcg,ppo,2026-11-02,60,soon,,,logged,2026-11-02T09:00:00+01:00\n",
            [
                "no id, item or seconds",
                *["a source or a time that tracker does not write"] * 3,
            ],
        ),
    ],
)
def test_damaged_export(
    tmp_path: Path, name: str, text: str, skipped: list[str]
) -> None:
    """A session of an export that tracker did not write so is skipped, never guessed."""
    log = read(tmp_path, text)

    assert (log.format, log.settled) == (name, [])
    assert [why for _, why in log.skipped] == skipped
