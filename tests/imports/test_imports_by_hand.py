"""Logs kept by hand: Markdown tables, days as headings with lengths below; made up."""

from pathlib import Path

import pytest

from tests.imports.reading import read
from tracker.errors import FileProblem


def test_markdown_table(tmp_path: Path) -> None:
    """A Finnish table without years is in the latest years; sums are no entries."""
    log = read(
        tmp_path,
        "# Työaika\n\n"
        "| päivä | aika | mitä tein |\n|:----:|:-----|:----|\n"
        "| 31.5. | 6 | a \\| b |\n| 3.6. | 1,5 | c |\n"
        "| 4.6 | 0 | d |\n| 5.6. |  |  |\n| 6.6. |  | e |\n| Yhteensä | 7,5 | |\n\n"
        "Tunnit yht. 7,5",
    )

    assert log.format == "markdown"
    assert log.amounts == [("2026-05-31", "", 21600), ("2026-06-03", "", 5400)]
    assert log.settled[0].note == "a | b"
    assert log.skipped == [(7, "zero length"), (9, "no length")]


def test_years_turn(tmp_path: Path) -> None:
    """Days without a year go on through New Year; --year sets the first year."""
    table = (
        "| pvm | tunnit |\n|---|---|\n| 30.11. | 1 |\n| 31.12. | 1 |\n| 2.1. | 1 |\n"
    )

    assert [day for day, *_ in read(tmp_path, table).amounts] == [
        "2025-11-30",
        "2025-12-31",
        "2026-01-02",
    ]
    assert [day for day, *_ in read(tmp_path, table, year=2019).amounts][
        -1
    ] == "2020-01-02"


@pytest.mark.parametrize(
    ("unit", "seconds"),
    [("Aika (min)", 2700), ("työhön käytetty tuntimäärä", 45 * 3600), ("Aika", 2700)],
)
def test_table_units(tmp_path: Path, unit: str, seconds: int) -> None:
    """Lengths are minutes by the header, or if a number is too large for hours."""
    log = read(
        tmp_path, f"| Päivä | {unit} | Tehty |\n|---|---|---|\n| 1.2.2026 | 45 | x |\n"
    )

    assert log.amounts == ([("2026-02-01", "", seconds)] if seconds <= 86400 else [])


def test_days_as_headings(tmp_path: Path) -> None:
    """Bullets that begin with a length belong to the day above; bullets in them do not."""
    log = read(
        tmp_path,
        "# Timelog\n\n* NAME: somebody\n\n## Week 1\n\n### 7 Oct 2025\n"
        "* *0.5 hour* Titles\n* * *1 hours*\tBriefing\n"
        "  * 3 hours inside\n* *2 Hours Read\n- 9:00-10:30 Talk\n\n### 31 Sep 2025\n"
        "* 1 hour Nothing\n",
    )

    assert log.amounts == [
        ("2025-10-07", "", seconds) for seconds in (1800, 3600, 7200, 5400)
    ]
    assert [entry.note for entry in log.settled] == [
        "Titles",
        "Briefing",
        "Read",
        "Talk",
    ]
    assert log.skipped == [(15, "'31 Sep 2025' does not exist")]


def test_labels(tmp_path: Path) -> None:
    """A label says what is the length and what was done; about an hour is an hour."""
    log = read(
        tmp_path,
        "### 16.1.2025\n\n**Aika:** ~1 tunti  \n**Kohde:** Aihe.\n\n### 17.1.2025\n"
        "**Aika:** 2 tuntia\n",
    )

    assert log.amounts == [("2025-01-16", "", 3600), ("2025-01-17", "", 7200)]
    assert log.settled[0].note == "Aihe."


def test_plain_days(tmp_path: Path) -> None:
    """A line with a day, a line with a length, the same day twice; lines may end either way."""
    log = read(
        tmp_path,
        "Time Sheet\r\n\nApril 16, 2025:\r\n\t1.5 Hours\nApril 16, 2025:\n"
        "\t3.5 Hours\nApril 17, 2025:\n\t1 Hour",
    )

    assert log.amounts == [
        ("2025-04-16", "", 5400),
        ("2025-04-16", "", 12600),
        ("2025-04-17", "", 3600),
    ]


def test_day_in_each_line(tmp_path: Path) -> None:
    """A bullet may name its day itself."""
    log = read(
        tmp_path, "# Log\n- 2026-03-01: 2h limits\n- 2026-03-02: 30 min series\n"
    )

    assert [(e.parts[0].day, e.seconds, e.note) for e in log.settled] == [
        ("2026-03-01", 7200, "limits"),
        ("2026-03-02", 1800, "series"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Just prose, with commas, and 2 hours in it.\n",
        "a,b,c\n1,2,3\n",
        "{}",
        '{"some": "json"}',
        "[1, 2",
        '{"buckets": {}}',
        "id,cid,usn,ease,ivl,lastIvl,factor,time,type\n1,2,3,4,5,6,7,8,9\n",
        b"\x00\x01\x02",
        bytes(range(128, 256)),
    ],
)
def test_no_log(tmp_path: Path, text: str | bytes) -> None:
    """Prose, other tables, other JSON and files of other programs are refused."""
    with pytest.raises(FileProblem):
        read(tmp_path, text)
