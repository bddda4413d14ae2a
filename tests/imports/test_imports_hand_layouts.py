"""More ways in which days and hours are kept by hand, each as real logs have it; made up."""

from pathlib import Path

import pytest

from tests.imports.reading import read
from tracker.errors import FileProblem
from tracker.imports.rules.lengths import read_length


def test_names_before_a_colon(tmp_path: Path) -> None:
    """Under a day, `maths: 2h` is an entry of that project."""
    log = read(
        tmp_path,
        "# 2026-05-08\n\nfastai: 2h\nppo: 9:00-10:30\n\n## 2026-05-09\n"
        "- ppo: 45 min reading\n",
    )

    assert [(e.parts[0].day, e.project, e.note, e.seconds) for e in log.settled] == [
        ("2026-05-08", "fastai", "", 7200),
        ("2026-05-08", "ppo", "", 5400),
        ("2026-05-09", "ppo", "reading", 2700),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "total: 2h",
        "estimate: 2h",
        "planned: 2h",
        "break: 30 min",
        "Monday: 2h",
        "Week 3: 5h",
        "Note: 2 h lost",
    ],
)
def test_no_names(tmp_path: Path, line: str) -> None:
    """A sum, a plan, a break, a period and a remark are no projects."""
    log = read(tmp_path, f"# 2026-05-08\n\nfastai: 1h\n{line}\n")

    assert log.amounts == [("2026-05-08", "fastai", 3600)]


def test_word_between_day_and_length(tmp_path: Path) -> None:
    """One word between a line's day and its only length leaves that its length."""
    log = read(
        tmp_path,
        "2026-05-08 fastai 2h\n2026-05-09 ppo 1h30m notes\n"
        "2026-05-10 ran the 2h suite again\n"
        "2026-05-11 ppo 1h or 2h maybe\n2026-05-12 maths: 1h proofs\n",
    )

    assert [(e.parts[0].day, e.project, e.note, e.seconds) for e in log.settled] == [
        ("2026-05-08", "", "fastai", 7200),
        ("2026-05-09", "", "ppo notes", 5400),
        ("2026-05-12", "maths", "proofs", 3600),
    ]


def test_times_below_prose(tmp_path: Path) -> None:
    """Under a day, a line that begins with a start and an end is an entry."""
    log = read(
        tmp_path,
        "# 2026-05-08\nNow at home.\n9:00 - 10:30 maths\nfrom 11:00 to 12:00\n"
        "between 13:00 and 13:30\n"
        "9:00 and 10:30 talks\n",
    )

    assert [entry.seconds for entry in log.settled] == [5400, 3600, 1800]


@pytest.mark.parametrize(
    "text",
    ["2 students", "3 times", "6 stories", "2 minor", "4 stars", "31st", "3 oranges"],
)
def test_no_units(text: str) -> None:
    """A word that only begins as a short unit does is none."""
    assert read_length(text, "") is None


def test_rules_between_rows(tmp_path: Path) -> None:
    """A table may have a rule of dashes between its rows; one below a blank line ends it."""
    rule = "-" * 40
    lines = (
        "| Date | What | Time spent |",
        "| 13-03-2026 | Setup | 1 hour |",
        "| 14-03-2026 | Flip | 3 h |",
    )
    rows = "".join(f"{rule}\n{line}\n" for line in lines)

    assert [entry.seconds for entry in read(tmp_path, rows + rule).settled] == [
        3600,
        10800,
    ]
    assert [
        entry.seconds
        for entry in read(
            tmp_path, f"{rows}\n---\n\n## 2026-03-15\n- 2h maths\n"
        ).settled
    ] == [
        3600,
        10800,
        7200,
    ]


def test_blank_rows_of_a_table_without_known_headers(tmp_path: Path) -> None:
    """Rows left blank for later do not hide what the columns of a table are."""
    log = read(
        tmp_path,
        "| วัน | เข้า | ออก |\n|--|--|--|\n| 2026-03-02 | 08:10:10 | 17:00:00 |\n"
        "| 2026-03-03 | 08:00:00 | 17:08:21 |\n"
        "| | | |\n| | | |\n",
    )

    assert [entry.seconds for entry in log.settled] == [31790, 32901]


def test_length_before_its_day(tmp_path: Path) -> None:
    """A line may say a length and then its day."""
    log = read(
        tmp_path,
        "Time worked:\n\n3 hours between Dec. 10th and Dec 20th\n"
        "2.5 hours 1/13/2026\n1 hour 1/16/2026\n",
    )

    assert log.amounts == [("2026-01-13", "", 9000), ("2026-01-16", "", 3600)]


def test_clocks_without_a_colon(tmp_path: Path) -> None:
    """Under a day `0800-0930` is a start and an end; two numbers that could be years are not."""
    log = read(
        tmp_path,
        "# 2026-03-02\n\n0800-0930 maths\n0930 - 1045 ppo\n"
        "2019-2024 are the years of it\n",
    )

    assert [entry.seconds for entry in log.settled] == [5400, 4500]


def test_arrow_before_a_length(tmp_path: Path) -> None:
    """A length after an arrow counts before the two times."""
    log = read(
        tmp_path,
        "2026-03-02 - 12:30PM - 2:45PM -> 2h\n2026-03-03 - 9:00PM - 1:00AM -> 3.5h\n",
    )

    assert [entry.seconds for entry in log.settled] == [7200, 12600]
    with pytest.raises(FileProblem, match=r"is not known|counts as a session"):
        read(
            tmp_path,
            "2/3/2026:  9:02 -> 9.04 setup\n2/4/2026:  2:56 -> 2.93 estimate\n",
        )


def test_periods_among_days(tmp_path: Path) -> None:
    """What a bullet says of a whole week is no entry of the day above it."""
    log = read(
        tmp_path,
        "### Week 1\n* 2026-JAN-18-SUN - 3 hours\n* Week 1 - (9 hours)\n"
        "* 2026-JAN-19-MON - 1 hour\n",
    )

    assert log.amounts == [("2026-01-18", "", 10800), ("2026-01-19", "", 3600)]


def test_columns_between_wide_blanks(tmp_path: Path) -> None:
    """Wide blanks may separate columns, if a header names a day and a length."""
    log = read(
        tmp_path,
        "In total 203 hours.\n\nDate         Hours           Tasks\n\n"
        "30.9.25      1               Setting up\n"
        "1.10.25      4.5             Database and backend\n\nThe end  of it\n"
        "is here.\n",
    )

    assert [(e.parts[0].day, e.seconds, e.note) for e in log.settled] == [
        ("2025-09-30", 3600, "Setting up"),
        ("2025-10-01", 16200, "Database and backend"),
    ]


def test_bare_hours_of_the_day(tmp_path: Path) -> None:
    """A column of ranges like 13-17 is times if some end past noon."""
    header = "|päivä|aika|mitä tein|\n|:--|:--|:--|\n"

    log = read(
        tmp_path,
        f"{header}| 24.3.2026 | 9-10 | Junit |\n| 25.3.2026 | 13-17 | FXML |\n",
    )

    assert [entry.seconds for entry in log.settled] == [3600, 14400]
    assert log.starts == ["2026-03-24 08:00:00", "2026-03-25 12:00:00"]
    assert [
        e.seconds
        for e in read(
            tmp_path, "date,time\n2026-03-24,9-10\n2026-03-25,13-17\n"
        ).settled
    ] == [
        3600,
        14400,
    ]
