"""Lengths that a log names and that were not worked: denied, estimated, unticked."""

from pathlib import Path

import pytest

from tests.imports.reading import read
from tracker.errors import FileProblem, Unreadable


@pytest.mark.parametrize(
    "line",
    [
        "paper (est. 3h)",
        "paper, not 2h",
        "instead of 2h",
        "should have done 2h",
        "paper at least 2h",
        "up to 3h",
    ],
)
def test_denied_lengths(tmp_path: Path, line: str) -> None:
    """A length after a word that denies it, or a bound, is told and not counted."""
    log = read(tmp_path, f"## 2026-04-09\n- 1h maths\n- {line}\n")

    assert [seconds for *_, seconds in log.amounts] == [3600]


def test_unticked_rows(tmp_path: Path) -> None:
    """A row whose task is not ticked off is skipped."""
    log = read(tmp_path, "Date,Task,Hours\n2026-04-09,[ ] a,2\n2026-04-10,[x] b,1.5\n")

    assert [seconds for *_, seconds in log.amounts] == [5400]
    assert log.skipped == [(2, "not done")]


def test_another_table_with_another_length(tmp_path: Path) -> None:
    """A second table whose lengths have another header is refused with its line."""
    table = "Date,Hours\n2026-04-09,2.5\n\nDate,Minutes\n2026-04-10,20\n"

    with pytest.raises(Unreadable, match="Line 4 begins another table"):
        read(tmp_path, table)


def test_equal_steps(tmp_path: Path) -> None:
    """Lengths that rise by equal steps five times are asked about."""
    rows = "".join(f"2026-04-0{n},{1.5 * n}\n" for n in range(1, 6))

    with pytest.raises(Unreadable, match="could be a running total"):
        read(tmp_path, f"Date,Hours\n{rows}")


@pytest.mark.parametrize("text", ["", "  \n\n", "\ufeff\n"])
def test_an_empty_file(tmp_path: Path, text: str) -> None:
    """An empty file is refused as empty."""
    with pytest.raises(FileProblem, match="log is empty"):
        read(tmp_path, text)


def test_a_text_without_a_session(tmp_path: Path) -> None:
    """A text in which no line counts is refused with the lines that name a length."""
    with pytest.raises(FileProblem, match="counts as a session") as refused:
        read(tmp_path, "## Plan\n- 2h paper\n- [ ] 1h code\n")

    assert refused.value.hint.startswith(
        "2 lines with a length or times do not count: line 2 (planned), line 3"
    )
