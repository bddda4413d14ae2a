"""What of a log kept by hand was not read, what of a table was not used, and what a refusal points to."""

from pathlib import Path

import pytest

from tests.conftest import Tracker
from tests.intake.reading import read
from tracker.errors import FileProblem
from tracker.intake.formats.recognising import recognise
from tracker.intake.formats.source import open_source
from tracker.intake.rules.lengths import read_length


def told(path: Path, text: str) -> tuple[str, ...]:
    """The sentences on what in a file of this content is no entry."""
    place = path / "log"
    place.write_text(text, encoding="utf-8")
    return recognise(open_source(place)).told()


def test_names_before_a_colon(tmp_path: Path) -> None:
    """Under a day a name, a colon and a length are an entry of that project; a bullet may say more after it."""
    log = read(tmp_path, "# 2026-05-08\n\nfastai: 2h\nppo: 9:00-10:30\n\n## 2026-05-09\n- ppo: 45 min reading\n")

    assert [(e.parts[0].day, e.project, e.note, e.seconds) for e in log.settled] == [
        ("2026-05-08", "fastai", "", 7200),
        ("2026-05-08", "ppo", "", 5400),
        ("2026-05-09", "ppo", "reading", 2700),
    ]


@pytest.mark.parametrize(
    "line", ["total: 2h", "estimate: 2h", "planned: 2h", "break: 30 min", "Monday: 2h", "Week 3: 5h", "Note: 2 h lost"]
)
def test_no_names(tmp_path: Path, line: str) -> None:
    """A sum, a plan, a break, a period and a remark are no projects."""
    log = read(tmp_path, f"# 2026-05-08\n\nfastai: 1h\n{line}\n")

    assert log.amounts == [("2026-05-08", "fastai", 3600)]


def test_word_between_day_and_length(tmp_path: Path) -> None:
    """One word between a line's day and its only length leaves that its length."""
    log = read(
        tmp_path,
        "2026-05-08 fastai 2h\n2026-05-09 ppo 1h30m notes\n2026-05-10 ran the 2h suite again\n"
        "2026-05-11 ppo 1h or 2h maybe\n2026-05-12 maths: 1h proofs\n",
    )

    assert [(e.parts[0].day, e.project, e.note, e.seconds) for e in log.settled] == [
        ("2026-05-08", "", "fastai", 7200),
        ("2026-05-09", "", "ppo notes", 5400),
        ("2026-05-12", "maths", "proofs", 3600),
    ]


def test_times_below_prose(tmp_path: Path) -> None:
    """Under a day, a line that begins with a start and an end is an entry, whatever the line above it says."""
    log = read(
        tmp_path, "# 2026-05-08\nNow at home.\n9:00 - 10:30 maths\nfrom 11:00 to 12:00\nbetween 13:00 and 13:30\n"
    )

    assert [entry.seconds for entry in log.settled] == [5400, 3600, 1800]


def test_lines_that_name_a_length(tmp_path: Path) -> None:
    """Lines under a day that name a length or times and are no entries are told by their numbers; sums are not."""
    text = "## 2026-05-08\n- 2h maths\nthen some 30 minutes of ppo\nand a talk from 9:00 to 9:30\ntotal: 3h\n3 steps\n"

    assert told(tmp_path, text) == ("2 lines name a length or times and were not read as entries: lines 3, 4.",)
    assert told(tmp_path, "## 2026-05-08\n- 2h maths\nit was 1h more\n") == (
        "1 line names a length or times and was not read as an entry: line 3.",
    )
    assert told(tmp_path, "## 2026-05-08\n- 2h maths\n") == ()


def test_many_lines_that_name_a_length(tmp_path: Path) -> None:
    """Of very many such lines the first twelve are named, and how many more there are."""
    assert told(tmp_path, "## 2026-05-08\n- 2h maths\n" + "it took 1h more\n" * 14) == (
        "14 lines name a length or times and were not read as entries: "
        "lines 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 and 2 more.",
    )


@pytest.mark.parametrize("text", ["2 students", "3 times", "6 stories", "2 minor", "4 stars", "31st", "3 oranges"])
def test_no_units(text: str) -> None:
    """A word that only begins as a short unit does is none."""
    assert read_length(text, "") is None


def test_columns_that_are_not_used(tmp_path: Path) -> None:
    """A column of text in a table without project, note and tags is told."""
    rows = "2026-05-08,2.5,good,a,b,c,fastai\n2026-05-09,1.5,bad,a,b,c,ppo\n"

    assert told(tmp_path, "date,hours,mood,1,2,3,thing\n" + rows) == (
        "'mood' and '1' and '2' and '3' and 'thing' were used for nothing; "
        "--columns can say which is the project, and which the note.",
    )
    assert told(tmp_path, "date,hours,mood,1,2,3,project\n" + rows) == ()
    assert told(tmp_path, "date,hours\n2026-05-08,2.5\n") == ()


def test_items_are_projects(tmp_path: Path) -> None:
    """A column headed item is the project."""
    log = read(tmp_path, "date,item,hours\n2026-05-08,ppo,2.5\n2026-05-09,fastai,1\n")

    assert log.amounts == [("2026-05-08", "ppo", 9000), ("2026-05-09", "fastai", 3600)]


def test_moments_without_a_colon(tmp_path: Path) -> None:
    """A day and an hour of the half day may stand in one cell."""
    log = read(
        tmp_path, "start,end,project\n2026-05-08 8pm,2026-05-08 9:30pm,ppo\n2026-05-09 8 pm,2026-05-09 9pm,ppo\n"
    )

    assert log.starts == ["2026-05-08 18:00:00", "2026-05-09 18:00:00"]
    assert [entry.seconds for entry in log.settled] == [5400, 3600]


def test_clock_without_a_day(tmp_path: Path) -> None:
    """A start without a day is kept out for want of one."""
    log = read(tmp_path, "start,duration,project\n2026-05-08 20:00,1h,ppo\n8pm,45m,ppo\n")

    assert log.skipped == [(3, "no day")]


def test_notes_that_name_an_item(tracker: Tracker, tmp_path: Path) -> None:
    """Without a project an entry goes to the item that its note is the slug of; a rule comes first; its key stays."""
    tracker("items")
    place = tmp_path / "hours.csv"
    place.write_text("date,hours,note\n2026-05-08,2,FastAI\n2026-05-09,1,chapter 3\n", encoding="utf-8")
    ids = [entry.uid for entry in read(tmp_path, place.read_text("utf-8")).settled]
    rules = tmp_path / "rules.toml"
    rules.write_text("[[rule]]\nnote = 'fastai'\nitem = 'ppo'\n", encoding="utf-8")

    ruled = tracker.json(f"import {place} --dry-run --map {rules}")
    found = tracker.json(f"import {place}")

    assert [(each["item"], each["how"], each["seconds"]) for each in ruled["projects"]] == [
        ("ppo", "rule", 7200),
        ("hours", "new", 3600),
    ]
    assert [(each["item"], each["how"], each["seconds"]) for each in found["projects"]] == [
        ("fastai", "name", 7200),
        ("hours", "new", 3600),
    ]
    assert [each["id"] for each in tracker.json("sessions")["sessions"]] == ids


def test_unknown_format(tracker: Tracker, tmp_path: Path) -> None:
    """The refusal of a file in no format names what would be read, and where to see how that looks."""
    place = tmp_path / "x.txt"
    place.write_text("hello\nworld\n", encoding="utf-8")

    said = tracker(f"import {place}")

    assert said.code == 6
    assert said.err.endswith("or days with lengths\nbelow them. How those look: tracker import --help\n")
    assert "By hand  # 2026-05-08 and below it - 1h30m maths" in tracker("import --help").out


def test_rules_between_rows(tmp_path: Path) -> None:
    """A table may have a rule of dashes between its rows; one below a blank line ends it."""
    rule = "-" * 40
    lines = ("| Date | What | Time spent |", "| 13-03-2026 | Setup | 1 hour |", "| 14-03-2026 | Flip | 3 h |")
    rows = "".join(f"{rule}\n{line}\n" for line in lines)

    assert [entry.seconds for entry in read(tmp_path, rows + rule).settled] == [3600, 10800]
    assert [entry.seconds for entry in read(tmp_path, f"{rows}\n---\n\n## 2026-03-15\n- 2h maths\n").settled] == [
        3600,
        10800,
        7200,
    ]


def test_blank_rows_of_a_table_without_known_headers(tmp_path: Path) -> None:
    """Rows left blank for later do not hide what the columns of a table are."""
    log = read(
        tmp_path,
        "| วัน | เข้า | ออก |\n|--|--|--|\n| 2026-03-02 | 08:10:10 | 17:00:00 |\n| 2026-03-03 | 08:00:00 | 17:08:21 |\n"
        "| | | |\n| | | |\n",
    )

    assert [entry.seconds for entry in log.settled] == [31790, 32901]


def test_length_before_its_day(tmp_path: Path) -> None:
    """A line may say a length and then its day."""
    log = read(
        tmp_path, "Time worked:\n\n3 hours between Dec. 10th and Dec 20th\n2.5 hours 1/13/2026\n1 hour 1/16/2026\n"
    )

    assert log.amounts == [("2026-01-13", "", 9000), ("2026-01-16", "", 3600)]


def test_clocks_without_a_colon(tmp_path: Path) -> None:
    """Under a day `0800-0930` is a start and an end; two numbers that could be years are not."""
    log = read(tmp_path, "# 2026-03-02\n\n0800-0930 maths\n0930 - 1045 ppo\n2019-2024 are the years of it\n")

    assert [entry.seconds for entry in log.settled] == [5400, 4500]


def test_arrow_before_a_length(tmp_path: Path) -> None:
    """The length after an arrow counts before what the two times make; hours said twice are no times."""
    log = read(tmp_path, "2026-03-02 - 12:30PM - 2:45PM -> 2h\n2026-03-03 - 9:00PM - 1:00AM -> 3.5h\n")

    assert [entry.seconds for entry in log.settled] == [7200, 12600]
    with pytest.raises(FileProblem, match="is in no format"):
        read(tmp_path, "2/3/2026:  9:02 -> 9.04 setup\n2/4/2026:  2:56 -> 2.93 estimate\n")


def test_periods_among_days(tmp_path: Path) -> None:
    """What a bullet says of a whole week is no entry of the day above it."""
    log = read(tmp_path, "### Week 1\n* 2026-JAN-18-SUN - 3 hours\n* Week 1 - (9 hours)\n* 2026-JAN-19-MON - 1 hour\n")

    assert log.amounts == [("2026-01-18", "", 10800), ("2026-01-19", "", 3600)]
