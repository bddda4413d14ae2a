"""Encodings of files, and logs from the standard input."""

import io
import json
import re
import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.imports.workbooks import DAY, NUMBER, excel_row, write_excel
from tracker.errors import Unreadable
from tracker.imports.formats.source import open_source

WESTERN = [
    "Lições de programação: função, ação, não",
    "École: créée à Noël, «Étude» d´hiver où l’élève œuvre",
    "Übung, größere Öfen, 5 m² · 3½ h – „Ärger“",
    "töööö jäääär, col·lecció, ¿Qué? año 1ª, nº 5",
]
OTHERS = {
    "windows-1251": "дата,часы,тема\n2026-04-09,2,математика\n",
    "koi8-r": "дата,часы,тема\n2026-04-09,2,математика\n",
    "gbk": "日期,小时,项目\n2026-04-09,2,数学\n",
    "shift_jis": "日付,時間,内容\n2026-04-09,2,数学の勉強\n",
    "euc_jp": "日付,時間,内容\n2026-04-09,2,数学の勉強\n",
    "cp949": "날짜,시간,과목\n2026-04-09,2,수학\n",
    "windows-1250": "data,godziny,temat\n2026-04-09,2,mała książka żółta\n",
    "mac_roman": "date,hours,topic\n2026-04-09,2,für später\n",
    "cp850": "date,hours,topic\n2026-04-09,2,für später\n",
}


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, so that files are named as they are typed."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def type_in(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """Give `content` to the next command as its standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))


@pytest.mark.parametrize("text", WESTERN)
def test_western_text(tmp_path: Path, text: str) -> None:
    """Text of Western languages in Windows-1252 is read as it is."""
    place = tmp_path / "log"
    place.write_bytes(text.encode("cp1252"))

    assert open_source(place).text() == text


@given(st.text("aeiou nrst-äöüßéèàçñõåø,;.0123456789\n"))
def test_any_western_words(tmp_path: Path, text: str) -> None:
    """Words with few accents are read as UTF-8 or as Windows-1252."""
    place = tmp_path / "log"
    words = f"datum;stunden;thema\n{text}\nund viele Wörter ohne Zeichen".split(" ")
    place.write_bytes(" a ".join(words).encode("utf-8"))

    assert open_source(place).text() == " a ".join(words)


@pytest.mark.parametrize("encoding", OTHERS)
def test_other_encodings_are_asked_about(
    tracker: Tracker, folder: Path, encoding: str
) -> None:
    """A file in another encoding is refused; with --encoding it is read."""
    (folder / "log.csv").write_bytes(OTHERS[encoding].encode(encoding))

    refusal = tracker("import log.csv --dry-run")

    assert refusal.code == 2
    assert "log.csv is not UTF-8. What is its encoding?" in refusal.err
    assert not tracker.db.exists()
    columns = ["--columns", "date,hours,project"]
    answer = tracker.json(["import", "log.csv", "--encoding", encoding, *columns])
    word = OTHERS[encoding].split(",")[-1].strip()
    assert answer["projects"] == [
        {
            "project": word,
            "item": answer["projects"][0]["item"],
            "how": "new",
            "entries": 1,
            "seconds": 7200,
        }
    ]


def test_commands_of_the_question(tracker: Tracker, folder: Path) -> None:
    """The question names only encodings that fit, each with its whole command."""
    (folder / "log.csv").write_bytes(OTHERS["shift_jis"].encode("shift_jis"))

    refusal = tracker("import log.csv --zone UTC")

    commands = re.findall(r"(?m)^  tracker (.*)$", refusal.err)
    assert commands[0] == "import log.csv --zone UTC --encoding shift_jis"
    columns = ["--columns", "date,hours,note"]
    for command in commands:
        assert tracker([*shlex.split(command), "--dry-run", *columns]).code == 0


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_mark(tracker: Tracker, folder: Path, encoding: str) -> None:
    """UTF-16 without a mark is asked about, with the one command that reads it."""
    (folder / "log.csv").write_bytes("date,hours\n2026-04-09,2\n".encode(encoding))

    refusal = tracker("import log.csv")

    (command,) = re.findall(r"(?m)^  tracker (.*)$", refusal.err)
    assert command == f"import log.csv --encoding {encoding}"
    assert tracker.json(command)["seconds"] == 7200


def test_encoding_with_a_mark(tracker: Tracker, folder: Path) -> None:
    """A mark at the beginning is no letter, whatever --encoding says."""
    for encoding, typed in (("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le")):
        text = "2026-04-09,2,maths\n2026-04-10,3,maths\n"
        (folder / "log.csv").write_bytes(text.encode(encoding))

        answer = tracker.json(
            f"import log.csv --dry-run --encoding {typed} --columns date,hours,note"
        )

        assert (answer["entries"], answer["seconds"]) == (2, 5 * 3600)


@pytest.mark.parametrize("name", ["klingon", "rot13", "hex", ""])
def test_no_such_encoding(tracker: Tracker, folder: Path, name: str) -> None:
    """What is no encoding of text is refused before a file is opened."""
    output = tracker(["import", "no-such-file", f"--encoding={name or ' '}"])

    assert output.code == 2
    assert "is not an encoding." in output.err


def test_wrong_encoding(tracker: Tracker, folder: Path) -> None:
    """A file that is not in the encoding typed is refused, and --encoding left out."""
    (folder / "log.csv").write_text("date,hours,note\n2026-04-09,2,ü\n", "utf-8")

    output = tracker("import log.csv --encoding ascii")

    assert output.code == 2
    assert "log.csv is not ascii." in output.err
    assert output.err.endswith("\n  tracker import log.csv\n")


@pytest.mark.parametrize(
    "content", [b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", b"caf\xe9 \x07\x08\x1b"]
)
def test_not_text(tracker: Tracker, folder: Path, content: bytes) -> None:
    """A file with characters that no text has is refused."""
    (folder / "log").write_bytes(content)

    output = tracker("import log")

    assert output.code == 6
    assert "log is neither text nor a spreadsheet" in output.err


def test_damaged_utf_8(tmp_path: Path) -> None:
    """UTF-8 with a damaged letter is not taken for Windows-1252."""
    place = tmp_path / "log"
    place.write_bytes("für später und über".encode() + b"\xe4 \xc3")

    with pytest.raises(Unreadable):
        open_source(place)


FORMATS = {
    "csv": b"date,hours\n2026-04-09,2\n",
    "watson": b'[[1780000000, 1780007200, "maths", "a1", [], 0]]',
    "klog": b"2026-04-09\n    2h\n",
    "markdown": b"# 2026-04-09\n- 2h maths\n",
}


@pytest.mark.parametrize("form", FORMATS)
def test_standard_input(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """`import -` reads each format from the standard input, which is called stdin."""
    type_in(monkeypatch, FORMATS[form])

    answer = tracker.json("import -")

    assert answer["file"] == "stdin"
    assert (answer["format"], answer["seconds"]) == (form, 7200)


def test_workbook_from_the_standard_input(
    tracker: Tracker, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A spreadsheet is read from the standard input, too."""
    rows = excel_row("Date", "Hours") + excel_row((46121, DAY), (2, NUMBER))
    type_in(monkeypatch, write_excel(folder / "x", {"Log": rows}).read_bytes())

    answer = tracker.json("import -")

    assert (answer["file"], answer["seconds"]) == ("stdin", 7200)


def test_standard_input_with_map(
    tracker: Tracker, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dry run of the standard input writes the rules; again adds nothing."""
    text = "date,hours,project\n2026-04-09,2,ünsorted\n".encode("cp1252")
    for words in ("--dry-run --map rules.toml", "--map rules.toml", ""):
        type_in(monkeypatch, text)
        output = tracker(f"import - {words}")
        assert output.code == 0, output

    assert "stdin is a table: 1 entry" in output.out
    assert "1 already imported" in output.out
    assert 'project = "ünsorted"' in (folder / "rules.toml").read_text("utf-8")


def test_refusal_of_the_standard_input(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refusal names stdin; the command in it still reads the standard input."""
    type_in(monkeypatch, b"date,duration\n2026-04-09,2\n")

    output = tracker("import - --json")

    error = json.loads(output.err)["error"]
    assert error["message"].startswith("stdin")
    assert "tracker import - " in error["hint"]
