"""How many lines a log may have, and how long they may be."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tracker.imports.formats.line_count import LineCount
from tracker.limits import LARGEST_LOG, LONGEST_LINE, MOST_LINES, MOST_ROWS, MOST_VALUES


@given(
    st.lists(st.sampled_from([b"a", b"bb", b"\n", b"\r\n", b"c\nd"])), st.integers(1, 9)
)
def test_count_in_blocks(pieces: list[bytes], size: int) -> None:
    """Lines are the same, and the longest is so to a block, wherever blocks end."""
    text = b"".join(pieces)
    count = LineCount()
    for start in range(0, len(text), size):
        count.add(text[start : start + size])

    assert count.lines == text.count(b"\n")
    longest = max(map(len, text.replace(b"\r", b"\n").split(b"\n")))
    assert longest - size < count.longest <= longest or longest < size


TABLE = "date,project,minutes\n2026-01-05,maths,30\n"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            TABLE + ",,\n" * MOST_ROWS,
            "log has over 2,000,000 lines.\nImport it in parts, as CSV.\n",
        ),
        (
            TABLE + "2026-01-05," + "x" * 2 * LONGEST_LINE + ",30\n",
            "log has a line of over 1 MB.\n"
            "Such a line is no entry. Export the log again, as CSV.\n",
        ),
        (
            "# 2026-01-05\n- 1h maths\n" + "x\n" * MOST_LINES,
            "log has over 300,000 lines.\nImport it in parts, as CSV.\n",
        ),
        (
            '[{"start": 1, "dur": 1}' + ',{"a":1}' * MOST_VALUES + "]",
            "log: The JSON cannot be read: it has over 200,000 entries.\n"
            "Export the file again.\n",
        ),
        (
            '[{"start": 1, "dur": 1},"' + "x" * 6_000_000 + '"]',
            "log: The JSON cannot be read: the entry in line 1 is damaged, or longer than\n"
            "2,500,000 characters.\nExport the file again.\n",
        ),
        (
            '[{"start": 1, "dur": 1},' + "1" * 5_000 + "]",
            "log: The JSON cannot be read: a number has too many digits.\n"
            "Export the file again.\n",
        ),
        (
            "x\n" * 25_000_000,
            "log has 50 MB. tracker reads at most 40 MB, and of tables 200 MB.\n"
            "Export the log as CSV, or in parts.\n",
        ),
    ],
)
def test_too_many_lines(
    tracker: Tracker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    error: str,
) -> None:
    """A file of more lines than a log has, or of one that is too long, is refused."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "log").write_text(text)

    assert tracker("import log") == Output(6, "", error)


def test_too_large(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is refused by its length before it is read."""
    monkeypatch.chdir(tmp_path)
    with (tmp_path / "log").open("wb") as log:
        log.truncate(LARGEST_LOG + 1_000_000)

    assert tracker("import log") == Output(
        6,
        "",
        "log cannot be read: it has 201 MB, and tracker reads at most 200 MB.\n"
        "Name an existing, readable file.\n  tracker import FILE\n",
    )
