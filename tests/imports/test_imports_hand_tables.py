"""Tables in logs kept by hand, each with a trait that real ones have; made up."""

from pathlib import Path

import pytest

from tests.imports.reading import Log, read
from tracker.errors import Unreadable


def hours(log: Log) -> list[tuple[str, float]]:
    """Day and hours of each session."""
    return [(entry.parts[0].day, entry.seconds / 3600) for entry in log.settled]


@pytest.mark.parametrize("frame", ["|", ""])
def test_blank_days(tmp_path: Path, frame: str) -> None:
    """A blank day, or dots in its place, is the day of the row above."""
    rows = [
        "päivä | tunnit | mitä",
        "---|---|---",
        "25.3.2025 | 40 min | a",
        " | 2,5 h | b",
        "... | 1h 30 | c",
        "27.3.2025 | 4 | d",
    ]
    log = read(tmp_path, "".join(f"{frame}{row}{frame}\n" for row in rows))

    assert hours(log) == [
        ("2025-03-25", 40 / 60),
        ("2025-03-25", 2.5),
        ("2025-03-25", 1.5),
        ("2025-03-27", 4),
    ]


def test_sums(tmp_path: Path) -> None:
    """Rows of sums, headers and dots are no entries and do not decide the unit."""
    log = read(
        tmp_path,
        "| Date | Hours | What |\n|---|---|---|\n"
        "| 1.2.2025 | 2 | Total score view |\n|  | 1 | sum function of it |\n"
        "|  | 3 | 1.2. mennessä yhteensä |\n|  | 3 | |\n| Date | Hours | What |\n"
        "| 2.2.2025 | 20 | x |\n| ... | ... | ... |\n"
        "| **WEEK 6** | 23 | **TOTAL** |\n| **TOTAL HOURS** | 29 | |\n"
        "| in total | 29 | - |\n| yht. | **29h** | |\n",
    )

    assert hours(log) == [("2025-02-01", 2), ("2025-02-01", 1), ("2025-02-02", 20)]
    assert log.skipped == []


def test_other_tables(tmp_path: Path) -> None:
    """A table needs a day, in any column or above it."""
    log = read(
        tmp_path,
        "| day | time |\n|---|---|\n| Client | 88 |\n| Server | 87.5 |\n\n"
        "| Day | Date | Time spent |\n|---|---|---|\n| Day 1 | 1.2.2025 | 2h |\n\n"
        "## 3.2.2025\n| task | hours |\n|---|---|\n| reading | 1.5 |\n",
    )

    assert hours(log) == [("2025-02-01", 2), ("2025-02-03", 1.5)]


def test_times_in_cells(tmp_path: Path) -> None:
    """A range of times may be in the column of a length or a start."""
    log = read(
        tmp_path,
        "| pvm | aika | mitä |\n|---|---|---|\n| 1.2.2025 | 14:00-16:30 | a |\n"
        "| 2.2.2025 | 30' | b |\n"
        "| 3.2.2025 | +/- 3h 30 | c |\n| 4.2.2025 | 8:20 - ... | d |\n"
        "| 5.2.2025 | ??? | e |\n",
    )

    assert hours(log) == [("2025-02-01", 2.5), ("2025-02-02", 0.5), ("2025-02-03", 3.5)]
    assert log.skipped == [(6, "no end"), (7, "'???' is not a length")]


def test_html(tmp_path: Path) -> None:
    """A table in HTML is a table, each row with its line."""
    log = read(
        tmp_path,
        "# Hours\n<table>\n  <tr><th>Date</th><th>Time (hours)</th><th>What</th></tr>\n"
        "  <tr><td> 3.6.2025 </td><td>1.50</td><td>a<br>b</td></tr>\n  <tr>\n"
        "    <td></td>\n    <td>0</td>\n"
        "    <td>c</td>\n"
        "  </tr>\n</table>\n\n## 4.6.2025\n- 2h d\n",
    )

    assert hours(log) == [("2025-06-03", 1.5), ("2025-06-04", 2)]
    assert (log.settled[0].note, log.skipped) == ("a b", [(5, "zero length")])


def test_leap_day(tmp_path: Path) -> None:
    """Days without a year among which is 29 February are of a year that has one."""
    log = read(
        tmp_path,
        "| pvm | tunnit |\n|---|---|\n| 30.12. | 1 |\n| 29.2. | 1 |\n| 1.3. | 1 |\n",
    )

    assert [day for day, _ in hours(log)] == ["2023-12-30", "2024-02-29", "2024-03-01"]


def test_gaps(tmp_path: Path) -> None:
    """Blank lines do not end a table; a rule below another header begins one."""
    log = read(
        tmp_path,
        "| päivä | käytetty aika tunneissa | mitä |\n\n"
        "| :----: | :----- | :----- |\n\n| 1.2.2025 | 2 | a |\n\n"
        "|  | 3 | b | (yht 5)\n"
        "| what | hours | date |\n|---|---|---|\n| c | 1 | 2.2.2025 |\n"
        "|------|---|---|\n| d | 2 | |\n",
    )

    assert hours(log) == [
        ("2025-02-01", 2),
        ("2025-02-01", 3),
        ("2025-02-02", 1),
        ("2025-02-02", 2),
    ]


def test_moments(tmp_path: Path) -> None:
    """A day with a time of writing is the day; dashes are no time."""
    log = read(
        tmp_path,
        "| Date | Time spent | What |\n|---|---|---|\n"
        "| 2025-03-22 13:36 | 2.0 hours | a |\n"
        "| 2025-03-23 10:00 | 1 h | b |\n\n## Later\n"
        "| Date | Time started | Time used |\n|---|---|---|\n"
        "| 2025-04-01 | 18:00-19:30 | 2,5h |\n"
        "| 2025-04-02 | ------ | 45 min |\n| | 20:00 | 1h |\n",
    )

    assert hours(log) == [
        ("2025-03-22", 2),
        ("2025-03-23", 1),
        ("2025-04-01", 2.5),
        ("2025-04-02", 0.75),
        ("2025-04-02", 1),
    ]


def test_a_header_on_what(tmp_path: Path) -> None:
    """`Time used to` and `Time spent on` say for what, not how long: `Time` does."""
    for header in ("Time used to", "Time spent on"):
        log = read(
            tmp_path,
            f"| Day | Time | {header} |\n|---|---|---|\n"
            "| 1.2.2025 | 2h | maps |\n| 3.2.2025 | 1h | tests |\n",
        )

        assert hours(log) == [("2025-02-01", 2), ("2025-02-03", 1)]


def test_text_after_a_day(tmp_path: Path) -> None:
    """Words after a day leave it the day it is; numbers after it make it a period, and no day."""
    log = read(
        tmp_path,
        "| Fecha | Horas |\n|---|---|\n| 2025-05-23 AM | ~4h |\n"
        "| 2025-05-23, night | 2h |\n| 24.5.2025 ilta | 1h |\n"
        "| 2025-05-25/26 | 3h |\n| 2025-05-25 and 26 | 3h |\n",
    )

    assert hours(log) == [("2025-05-23", 4), ("2025-05-23", 2), ("2025-05-24", 1)]
    assert [why for _, why in log.skipped] == [
        "'2025-05-25/26' is not a day",
        "'2025-05-25 and 26' is not a day",
    ]


def hours_table(*lengths: float) -> str:
    """A table of days with these bare lengths below a header that names no unit."""
    rows = "".join(
        f"| {day}.11.2025 | {length} | x |\n" for day, length in enumerate(lengths, 1)
    )
    return f"| päivä | aika | mitä |\n|---|---|---|\n{rows}"


def test_units_of_bare_lengths(tmp_path: Path) -> None:
    """Bare lengths are minutes where most cannot be hours; a sum row decides nothing."""
    log = read(tmp_path, hours_table(45, 10, 90) + "| yth. | 1450 | |\n")

    assert [entry.seconds for entry in log.settled] == [2700, 600, 5400]
    assert log.skipped == [(6, "'yth.' is not a day")]


@pytest.mark.parametrize("lengths", [(1, 4, 8), (2, 30, 3), (20, 15)])
def test_bare_lengths_that_could_be_both(
    tmp_path: Path, lengths: tuple[int, ...]
) -> None:
    """Bare lengths that could be hours or minutes are asked about."""
    with pytest.raises(Unreadable, match="could be hours or minutes") as refused:
        read(tmp_path, hours_table(*lengths))

    assert "--columns date=päivä,hours=aika,note=mitä" in refused.value.hint.replace(
        "'", ""
    )


def test_unit_of_a_stated_total(tmp_path: Path) -> None:
    """Bare lengths have the unit that the file itself gives their total."""
    log = read(tmp_path, hours_table(1, 4, 8) + "\nTunnit yht. 13\n")

    assert [entry.seconds for entry in log.settled] == [3600, 14400, 28800]
    with pytest.raises(Unreadable):
        read(tmp_path, hours_table(1, 4, 8) + "\nTunnit yht. 14\n")


def test_asides_and_halves_of_the_day(tmp_path: Path) -> None:
    """An aside after a length is ignored; am or pm once counts for both times."""
    log = read(
        tmp_path,
        "| Date | Time |\n|---|---|\n| 2025-04-01 | 7:00-9:00PM |\n"
        "| 2025-04-02 | 10:30 - 1:00 pm |\n",
    )
    assert hours(log) == [("2025-04-01", 2), ("2025-04-02", 2.5)]

    log = read(
        tmp_path,
        "| Date | Plan (h) | Actual (h) |\n|---|---|---|\n"
        "| 2025-04-01 | 3 | 0.5 (=17) |\n",
    )
    assert hours(log) == [("2025-04-01", 0.5)]


def test_ranges_of_hours(tmp_path: Path) -> None:
    """Below a header of times, `9-11` is a range, and a cell may hold several."""
    log = read(
        tmp_path,
        "| Datum | Aufgabe | Uhrzeit | Gesamt |\n|---|---|---|---|\n"
        "| 03.03.2025 | a | 16-21 | 5h |\n"
        "| 04.03.2025 | b | 17-21 Uhr | 4h -> 9h |\n"
        "| 05.03.2025 | c | 9-11, 18-21 | 5h -> 14h |\n"
        "| 06.03.2025 | d | 11 - 0:00 | 13h |\n"
        "| 07.03.2025 | e | 12-12:30 Uhr | 0.5h |\n"
        "| 08.03.2025 | f | 9-11, 18-21 | |\n",
    )

    assert [hour for _, hour in hours(log)] == [5, 4, 5, 13, 0.5, 2, 3]
    assert log.skipped == []


def test_sums_beside_lengths(tmp_path: Path) -> None:
    """A running sum beside a length is ignored; a length may lack its hours."""
    log = read(
        tmp_path,
        "| Datum | Stunden |\n|---|---|\n| 1.3.2025 | 5h |\n| 2.3.2025 | 4h -> 9h |\n",
    )
    assert hours(log) == [("2025-03-01", 5), ("2025-03-02", 4)]

    log = read(
        tmp_path,
        "|date|start time|end time|duration|\n|---|---|---|---|\n"
        "|4-15-21|6:35pm|6:55|:20|\n|4-16-21|11:50pm|:|:|\n"
        "|4-17-21|11:30|1:00 pm||\n",
    )
    assert hours(log) == [("2021-04-15", 20 / 60), ("2021-04-17", 1.5)]
    assert log.skipped == [(4, "no end")]


def test_bars_too_many(tmp_path: Path) -> None:
    """In a row with an extra bar and a blank length, the last cell is the length."""
    log = read(
        tmp_path,
        "|Date|Start Time|Category|Total Minutes|\n|---|---|---|---|\n"
        "|2/25/25|9:05|a|45|\n|3/02/25|5:25|b| |120|\n"
        "|3/03/25|5:25|b| | |\n",
    )

    assert [entry.seconds for entry in log.settled] == [2700, 7200]
    assert log.skipped == [(5, "no end")]

    log = read(
        tmp_path,
        "|Date|What|Total Hours|\n|---|---|---|\n|2/25/25|a| |1|\n|2/26/25|b| |2|\n",
    )
    assert hours(log) == [("2025-02-25", 1), ("2025-02-26", 2)]


def test_totals_below_a_day(tmp_path: Path) -> None:
    """A table without a day has the one above it; a row's own total is its length."""
    table = "| Start - finish | Total time | What |\n|---|---|---|\n"
    log = read(
        tmp_path,
        f"**Date: 06/28/2025**\n\n{table}|07:40 AM-08:38 AM | 00:58 | a |\n"
        "|10:50 PM:11:38 PM | 00:48 | b |\n\n"
        f"**Date: 06/29/2025**\n\n{table}|08:10 AM-04:00 PM | 07:50 | c |\n",
    )

    assert hours(log) == [
        ("2025-06-28", 58 / 60),
        ("2025-06-28", 48 / 60),
        ("2025-06-29", 7 + 50 / 60),
    ]
