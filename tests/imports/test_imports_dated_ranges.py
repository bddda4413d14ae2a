"""A day with its start and its end in one cell, as Notion writes it."""

from pathlib import Path

import pytest

from tests.imports.reading import read


@pytest.mark.parametrize("sign", ["→", "->", "–", "-", "to"])
def test_dated_ranges(tmp_path: Path, sign: str) -> None:
    """One cell may say the day, the start and the end, which may name its own day."""
    log = read(
        tmp_path,
        "Name,Date,Tags\n"
        f'KL,"July 20, 2026 6:00 PM {sign} 7:30 PM",ppo\n'
        f'Read,"July 21, 2026 11:00 PM {sign} July 22, 2026 12:15 AM",ppo\n',
    )

    assert log.starts == ["2026-07-20 16:00:00", "2026-07-21 21:00:00"]
    assert [(entry.seconds, entry.note) for entry in log.settled] == [
        (5400, "KL"),
        (4500, "Read"),
    ]


def test_a_day_without_times_among_them(tmp_path: Path) -> None:
    """A cell with the day alone is skipped: nothing says how long."""
    log = read(
        tmp_path,
        "Date,Task\n2026-07-20 18:00 - 19:30,a\n2026-07-21,b\n2026-07-22 9:00 - 9:45,c\n",
    )

    assert [entry.seconds for entry in log.settled] == [5400, 2700]
    assert log.skipped == [(3, "no length")]
