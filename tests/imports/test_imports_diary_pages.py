"""Whole logs kept by hand: hidden parts, bullets, headings, plans, day notes."""

from pathlib import Path

import pytest

from tests.conftest import Tracker
from tests.imports.reading import Log, read
from tracker.errors import FileProblem


def sessions(log: Log) -> list[tuple[str, str, float]]:
    """Day, note and hours of each session."""
    return [
        (entry.parts[0].day, entry.note, entry.seconds / 3600) for entry in log.settled
    ]


def hidden(lines: str) -> str:
    """The remark on one line that does not count."""
    return f"1 line with a length or times does not count: {lines}."


@pytest.mark.parametrize(
    ("lines", "remark"),
    [
        ("- [ ] 2h ppo", "line 3 (not ticked off)"),
        ("- [] 2h ppo", "line 3 (not ticked off)"),
        ("* [ ] ppo 9:00-10:00", "line 3 (not ticked off)"),
        ("\u2610 2h ppo", "line 3 (not ticked off)"),
        ("\u274c 2h ppo", "line 3 (marked [\u274c])"),
        ("\U0001f6ab 2h ppo", "line 3 (marked [\U0001f6ab])"),
        ("### 4-week study schedule\n- 2h ppo", "line 4 (planned)"),
        ("- [>] 2h ppo", "line 3 (marked [>])"),
        ("- [-] 2h ppo", "line 3 (marked [-])"),
        ("- ~~2h ppo~~", "line 3 (struck out)"),
        ("- <del>2h ppo</del>", "line 3 (struck out)"),
        ("<!-- - 2h ppo -->", "line 3 (commented out)"),
        ("<!--\n- 2h ppo\n-->", "line 4 (commented out)"),
        ("%% 2h ppo %%", "line 3 (commented out)"),
        ("%%\n- 2h ppo\n%%", "line 4 (commented out)"),
        ("```\n- 2h ppo\n```", "line 4 (in a block of code)"),
        ("~~~ text\n- 2h ppo\n```\n~~~~", "line 4 (in a block of code)"),
        ("\ntext\n\n    2h ppo", "line 6 (in a block of code)"),
        ("> - 2h ppo", "line 3 (quoted)"),
        ("### Plan\n- 2h ppo", "line 4 (planned)"),
        ("### TODO\n\n- [ ] ppo\n- 2h ppo", "line 6 (planned)"),
        ("### Goals for next week\n- 2h ppo", "line 4 (planned)"),
        ("### Ziele\n- 2h ppo", "line 4 (planned)"),
        ("- Plan:\n  - 2h ppo", "line 4 (planned)"),
        ("**Next week**\n- 2h ppo", "line 4 (planned)"),
        ("TODO:\n\n- 2h ppo", "line 5 (planned)"),
        ("- [ ] ppo\n  - 2h sweep", "line 4 (not ticked off)"),
    ],
)
def test_what_is_no_work(tmp_path: Path, lines: str, remark: str) -> None:
    """What is open, struck out, commented out, code, quoted or planned does not count."""
    log = read(
        tmp_path, f"## 2026-04-09\n- 1h maths\n{lines}\n\n## 2026-04-10\n- 3h rl\n"
    )

    assert sessions(log) == [("2026-04-09", "maths", 1), ("2026-04-10", "rl", 3)]
    assert log.skipped == []
    assert log.remarks == (hidden(remark),)


def test_each_reason_has_its_lines(tmp_path: Path) -> None:
    """One remark lists the lines that do not count, each with its reason."""
    log = read(
        tmp_path,
        "---\ntitle: 3 h a day\n---\n# 2026-04-09\n- [ ] 2h read\n- [x] 1h code\n"
        "- ~~5h~~ 2h wrote\n- [ ] 30 min walk\n",
    )

    assert sessions(log) == [("2026-04-09", "code", 1), ("2026-04-09", "wrote", 2)]
    assert log.remarks == (
        "4 lines with a length or times do not count: line 2 (in the front matter),"
        " lines 5, 8 (not ticked off), line 7 (struck out).",
    )


@pytest.mark.parametrize(
    "line",
    [
        "- [x] 2h ppo",
        "- [X] 2h ppo",
        "\u2705 2h ppo",
        "- 2h <!-- was 3 --> ppo",
        "- (2h) ppo",
        "- **2h** ppo",
        "- 2h: ppo",
    ],
)
def test_what_is_work(tmp_path: Path, line: str) -> None:
    """A tick, a comment beside it, brackets and bold type leave a line an entry."""
    log = read(tmp_path, f"## 2026-04-09\n- 1h maths\n{line}\n")

    assert sessions(log) == [("2026-04-09", "maths", 1), ("2026-04-09", "ppo", 2)]
    assert log.remarks == ()


def test_plans_end(tmp_path: Path) -> None:
    """A heading of plans ends at the next heading of its level, or at a line of text."""
    log = read(
        tmp_path,
        "## 2026-04-09\n### Plan\n- 2h a\n#### More\n- 2h b\n### Done\n- 1h c\n"
        "TODO:\n- 3h d\n\nDone:\n- 1h e\n",
    )

    assert sessions(log) == [("2026-04-09", "c", 1), ("2026-04-09", "e", 1)]
    assert log.remarks == (
        "3 lines with a length or times do not count: lines 3, 5, 9 (planned).",
    )


@pytest.mark.parametrize(
    "heading",
    ["Planning a talk", "Next steps in RL: DQN", "Lessons", "Target networks"],
)
def test_headings_that_are_no_plans(tmp_path: Path, heading: str) -> None:
    """A heading that only begins with a word of plans is none."""
    log = read(tmp_path, f"## 2026-04-09\n### {heading}\n- 2h\n")

    assert sessions(log) == [("2026-04-09", heading, 2)]


def test_bullets_in_bullets(tmp_path: Path) -> None:
    """A bullet is in another if it begins at that one's text or after it."""
    log = read(
        tmp_path,
        "### 2026-04-09\n- *1 hour* read\n - *1 hour* wrote\n   - 30 min of it\n"
        "-   1h more\n  - 1h again\n",
    )

    assert [note for _, note, _ in sessions(log)] == ["read", "wrote", "more", "again"]
    assert log.remarks == (
        "1 line has a length or times and was not read as an entry: line 4.",
    )


def test_bullets_below_a_name(tmp_path: Path) -> None:
    """Bullets below one without a length are entries; it is the note they lack."""
    log = read(
        tmp_path, "## 2026-04-09\n- maths\n  - 2h exercises\n  - 1h\n- ppo\n  - 45m\n"
    )

    assert [entry[1:] for entry in sessions(log)] == [
        ("exercises", 2),
        ("maths", 1),
        ("ppo", 0.75),
    ]


def test_numbered_lists(tmp_path: Path) -> None:
    """Items of a numbered list are bullets; a day that begins with a number is none."""
    log = read(
        tmp_path,
        "## 2026-04-09\n1. 2h maths\n   - 1h of it\n2) ppo 1h\n\n"
        "3. Feb 2026 30m rl\n4. 2. 2026 1h rl\n",
    )

    assert sessions(log) == [
        ("2026-04-09", "maths", 2),
        ("2026-04-09", "ppo", 1),
        ("2026-02-03", "rl", 0.5),
        ("2026-02-04", "rl", 1),
    ]


def test_headings_with_a_length(tmp_path: Path) -> None:
    """A heading below a day may state a length, which those below it may make."""
    log = read(
        tmp_path,
        "## 2026-04-09\n### Maths (2h)\n- 1h proofs\n- 1h sets\n### Talk (1h)\n- notes\n",
    )

    assert [entry[1:] for entry in sessions(log)] == [
        ("proofs", 1),
        ("sets", 1),
        ("Talk", 1),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "2026-04-09 \u2014 First exercise",
        "2026-04-09: First exercise",
        "First exercise (2026-04-09)",
        "April 9, 2026 - First exercise",
        "Thu 9.4.2026 First exercise",
    ],
)
def test_titles(tmp_path: Path, heading: str) -> None:
    """What a heading says besides its day is the note of entries without one."""
    log = read(
        tmp_path,
        f"## {heading}\n- **Time:** 3h\n\n## 2026-04-10\n- 2h\n\n### Other\n- 1h\n- 30m x\n",
    )

    assert sessions(log) == [
        ("2026-04-09", "First exercise", 3),
        ("2026-04-10", "", 2),
        ("2026-04-10", "Other", 1),
        ("2026-04-10", "x", 0.5),
    ]


def test_a_title_makes_no_other_entry(tracker: Tracker, tmp_path: Path) -> None:
    """An entry is recognised by its own words: a title that changes adds nothing."""
    place = tmp_path / "log.md"
    place.write_text("## 2026-04-09\n- 2h\n- ppo\n  - 1h\n", encoding="utf-8")
    first = tracker.json(["import", str(place)])
    place.write_text("## 2026-04-09: RL\n- 2h\n- dqn\n  - 1h\n", encoding="utf-8")
    second = tracker.json(["import", str(place)])

    assert (first["added"], first["duplicates"]) == (2, 0)
    assert (second["added"], second["duplicates"]) == (0, 2)


def test_labels_before_titles(tmp_path: Path) -> None:
    """A label below an entry that says what was done counts before the heading."""
    log = read(tmp_path, "## 2026-04-09: Day 3\nTime: 3h\nWhat: reading\n")

    assert sessions(log) == [("2026-04-09", "reading", 3)]


def test_lines_before_the_first_day(tmp_path: Path) -> None:
    """Lines before the first day that name a length are told."""
    log = read(
        tmp_path,
        "Before the course: ~4 hours\nIt took 30 min a day.\n11/21/25: 2 hours\n"
        "11/23/25: 11 hours\n",
    )

    assert sessions(log) == [("2025-11-21", "", 2), ("2025-11-23", "", 11)]
    assert log.remarks == (
        "2 lines have a length or times and were not read as entries: lines 1, 2.",
    )


@pytest.mark.parametrize(
    "heading",
    [
        "### Day 12: March 3, 2026 - 2h",
        "## R1D13: 3 March 2026 (2h)",
        "## Session 1 - 03/03/2026 (14h00-16h00)",
        "## Day 12 - 3 March 2026: 2h",
        "## Day 12 (March 3, 2026): 2h",
        "## 2nd (2026-03-03): 2h",
    ],
)
def test_days_after_words(tmp_path: Path, heading: str) -> None:
    """A heading may have words before its day, and a length after it."""
    log = read(tmp_path, f"{heading}\nreading\n")

    assert [(day, hours) for day, _, hours in sessions(log)] == [("2026-03-03", 2)]


@pytest.mark.parametrize(
    "days",
    ["5-6 Oct 2026", "October 5-6, 2026", "5.-6. Oktober", "30 Sep - 2 Oct 2026"],
)
def test_periods_of_a_month(tmp_path: Path, days: str) -> None:
    """Days of one month are no day, nor leave they open which number is the month."""
    log = read(tmp_path, f"## {days} - 6h\n- 1h maths\n## 7 Oct 2026 - 2h\nnotes\n")

    assert [(day, hours) for day, _, hours in sessions(log)] == [("2026-10-07", 2)]
    assert [line for line, _ in log.skipped] == [1]


def test_days_of_plans(tmp_path: Path) -> None:
    """The day of a deadline is not that of the lines below it."""
    log = read(tmp_path, "## 2026-04-09\nDue: 3 March 2027\n- 2h maths\n")

    assert sessions(log) == [("2026-04-09", "maths", 2)]


def test_rows_below_a_day_in_columns_of_blanks(tmp_path: Path) -> None:
    """A row that begins with blanks is of the day above it."""
    log = read(
        tmp_path,
        "Date     Time       Task\n4/13     2 hours    face detection\n"
        "         1 hour     drawing\n",
    )

    assert [(day, hours) for day, _, hours in sessions(log)] == [
        ("2026-04-13", 2),
        ("2026-04-13", 1),
    ]


def test_bars_and_blanks(tmp_path: Path) -> None:
    """A table with bars whose cells are padded with blanks has no columns of blanks."""
    log = read(
        tmp_path,
        "| Day    | Time (min) | What    |\n| ------ | ---------- | ------- |\n"
        "| 28.10. | 31         | reading |\n",
    )

    assert sessions(log) == [("2026-10-28", "reading", 31 / 60)]


def test_items_of_day_notes(tracker: Tracker, tmp_path: Path) -> None:
    """Notes named by their day have one item together, with the name of their folder."""
    folder = tmp_path / "journal"
    folder.mkdir()
    for day in (9, 10):
        place = folder / f"2026-04-{day:02}.md"
        place.write_text("- 2h reading\n", encoding="utf-8")
        tracker.ok(["import", str(place)])

    rows = tracker.json("report --all --by item")["rows"]
    assert [(row["key"], row["seconds"]) for row in rows] == [("journal", 4 * 3600)]


DAY_NOTE = "# Log\n- 1h30m fastai\n- PPO 20:00-21:30\n"


@pytest.mark.parametrize(
    "name",
    [
        "2026-04-09.md",
        "20260409.md",
        "2026_04_09.md",
        "09.04.2026.txt",
        "2026-04-09 Thu.md",
    ],
)
def test_notes_named_by_their_day(tmp_path: Path, name: str) -> None:
    """Lines of a file without days are of the day that it is named by."""
    log = read(tmp_path, DAY_NOTE, name=name)

    assert sessions(log) == [("2026-04-09", "fastai", 1.5), ("2026-04-09", "PPO", 1.5)]


@pytest.mark.parametrize("name", ["04-09-2026.md", "04-09.md", "log.md", "2026-04.md"])
def test_names_that_are_no_day(tmp_path: Path, name: str) -> None:
    """A name that could be two days, or is none, gives no day."""
    with pytest.raises(FileProblem):
        read(tmp_path, DAY_NOTE, name=name)


def test_a_day_in_a_note_named_by_its_day(tmp_path: Path) -> None:
    """A day in the file counts before the one in its name."""
    log = read(tmp_path, "## 2026-04-08\n- 1h maths\n", name="2026-04-09.md")

    assert sessions(log) == [("2026-04-08", "maths", 1)]


def test_hidden_tables(tmp_path: Path) -> None:
    """A table in a comment or in code is none; a row struck out does not count."""
    table = "| date | hours |\n|---|---|\n| 2026-04-09 | 2h |\n"
    log = read(
        tmp_path,
        f"{table}| ~~2026-04-10~~ | ~~3h~~ |\n\n<!--\n{table}-->\n\n```\n{table}```\n",
    )

    assert sessions(log) == [("2026-04-09", "", 2)]
    assert log.remarks == (
        "3 lines with a length or times do not count: line 4 (struck out),"
        " line 9 (commented out), line 15 (in a block of code).",
    )


def test_text_that_looks_like_a_sign(tmp_path: Path) -> None:
    """A rule, an approximate length and a source in brackets hide nothing."""
    log = read(
        tmp_path, "---\n\n## 2026-04-09\n- ~2h maths\n- ~1h [1] ppo\n\n---\n\n- 1h rl\n"
    )

    assert sessions(log) == [
        ("2026-04-09", "maths", 2),
        ("2026-04-09", "[1] ppo", 1),
        ("2026-04-09", "rl", 1),
    ]
    assert log.remarks == ()


def test_very_long_lines(tmp_path: Path) -> None:
    """A line of more than 5,000 letters is not read; it is told if it names a length."""
    log = read(tmp_path, f"## 2026-04-09\n- 1h maths\n- 2h {'word ' * 2000}\n")

    assert sessions(log) == [("2026-04-09", "maths", 1)]
    assert log.remarks == (
        "1 line has a length or times and was not read as an entry: line 3.",
    )
