"""Lines of logs kept by hand with several lengths, labels, sums; each a small file."""

from pathlib import Path

import pytest

from tests.imports.reading import Log, read
from tracker.errors import FileProblem

MORE = "1 line names more lengths than were counted: line 2."


def sessions(log: Log) -> list[tuple[str, str, float]]:
    """Project, note and hours of each session."""
    return [(entry.project, entry.note, entry.seconds / 3600) for entry in log.settled]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1h30m maths, 45m ppo", [("", "maths", 1.5), ("", "ppo", 0.75)]),
        (
            "2h maths; 1h ppo; 30m rl",
            [("", "maths", 2), ("", "ppo", 1), ("", "rl", 0.5)],
        ),
        ("ppo 2h, fastai 1h", [("", "ppo", 2), ("", "fastai", 1)]),
        ("2h maths and 1h ppo", [("", "maths", 2), ("", "ppo", 1)]),
        ("1h maths + 45m ppo", [("", "maths", 1), ("", "ppo", 0.75)]),
        ("8:00-10:00, 12:00-15:00 reading", [("", "reading", 2), ("", "reading", 3)]),
        ("reading 8:00-10:00, 12:00-15:00", [("", "reading", 2), ("", "reading", 3)]),
        ("ppo: 8:00-10:00, 12:00-15:00", [("ppo", "", 2), ("ppo", "", 3)]),
        ("8-9am maths, 10-11:30am ppo", [("", "maths", 1), ("", "ppo", 1.5)]),
        ("8:00-10:00 (2h), 12:00-15:00 (3h)", [("", "", 2), ("", "", 3)]),
        ("数学2時間、英語30分", [("", "数学", 2), ("", "英語", 0.5)]),
        ("读书2个半小时", [("", "读书", 2.5)]),
        ("1 hour, 30 minutes reading", [("", "reading", 1.5)]),
        ("maths (2h), ppo (1h)", [("", "maths", 2), ("", "ppo", 1)]),
        ("maths: 2h, ppo: 1h", [("maths", "", 2), ("ppo", "", 1)]),
        ("8:00\u201310:00/12:00\u201315:00", [("", "", 2), ("", "", 3)]),
        (
            "\u6570\u5b66 3h \u82f1\u8bed 1h",
            [("", "\u6570\u5b66", 3), ("", "\u82f1\u8bed", 1)],
        ),
        ("\u653f\u6cbb \u534a\u5c0f\u65f6", [("", "\u653f\u6cbb", 0.5)]),
        ("9:00-12:00 (net 2h30)", [("", "net", 2.5)]),
        ("9am-10am, 1pm-2:30pm", [("", "", 1), ("", "", 1.5)]),
        ("noon - 1pm maths", [("", "maths", 1)]),
        ("11am to noon maths", [("", "maths", 1)]),
        ("11pm - midnight maths", [("", "maths", 1)]),
        ("14h00 - 17h00 maths", [("", "maths", 3)]),
        ("half an hour of maths", [("", "of maths", 0.5)]),
        ("maths: about 2 hours", [("maths", "", 2)]),
    ],
)
def test_lists(
    tmp_path: Path, line: str, expected: list[tuple[str, str, float]]
) -> None:
    """A line that lists lengths alone, or times alone, is an entry for each."""
    log = read(tmp_path, f"## 2026-04-09\n- {line}\n")

    assert sessions(log) == expected
    assert log.skipped == []
    assert log.remarks == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("10:00 - 16:00 (6h)", [("", "", 6)]),
        (
            "08:00-10:00, 12:10-15:40 (5h30m) # prep",
            [("", "prep", 2), ("", "prep", 3.5)],
        ),
        ("5h 8:00-10:00, 12:00-15:00", [("", "", 2), ("", "", 3)]),
        ("3h: 1h maths, 2h ppo", [("", "maths", 1), ("", "ppo", 2)]),
        ("3h (1h maths, 2h ppo)", [("", "maths", 1), ("", "ppo", 2)]),
        ("1h maths + 2h ppo = 3h", [("", "maths", 1), ("", "ppo", 2)]),
        ("1h maths, 2h ppo (3h)", [("", "maths", 1), ("", "ppo", 2)]),
        ("1h maths, 2h ppo, total 3h", [("", "maths", 1), ("", "ppo", 2)]),
        ("1h maths, 2h ppo, 3h in all", [("", "maths", 1), ("", "ppo", 2)]),
    ],
)
def test_sums_that_agree(
    tmp_path: Path, line: str, expected: list[tuple[str, str, float]]
) -> None:
    """The sum that a line states is no entry of its own."""
    log = read(tmp_path, f"## 2026-04-09\n- {line}\n")

    assert sessions(log) == expected
    assert log.skipped == []
    assert log.remarks == ()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (
            "8:00-10:00, 12:00-15:00 (6h)",
            "its sum of 6h is not that of its parts, 5h00m",
        ),
        ("4h: 1h maths, 2h ppo", "its sum of 4h is not that of its parts, 3h00m"),
        ("1h maths, 2h ppo = 4h", "its sum of 4h is not that of its parts, 3h00m"),
    ],
)
def test_sums_that_disagree(tmp_path: Path, line: str, why: str) -> None:
    """A line whose parts do not make the sum that it states is skipped as a whole."""
    log = read(tmp_path, f"## 2026-04-09\n- {line}\n- 1h reading\n")

    assert sessions(log) == [("", "reading", 1)]
    assert log.skipped == [(2, why)]


@pytest.mark.parametrize(
    "line",
    [
        "2h maths, of which 45m ppo",
        "2h maths, and 1 h of it proofs",
        "2h maths (30 min on exercises)",
        "2h maths, incl. 30 min break-out",
        "9:00-11:00 maths, 45m ppo",
        "2h reading about the 3h rule",
        "2h maths / 3 h",
        "2h maths, 30m break",
        "2h maths, planned 3h",
    ],
)
def test_a_length_beside(tmp_path: Path, line: str) -> None:
    """A length that may be a part of the first is not added, and the line is told."""
    log = read(tmp_path, f"## 2026-04-09\n- {line}\n")

    assert [entry.seconds for entry in log.settled] == [7200]
    assert log.remarks == (MORE,)


@pytest.mark.parametrize(
    "line", ["ppo 1h or the 2h talk, maybe", "ran the 2h suite again"]
)
def test_unclear_lines(tmp_path: Path, line: str) -> None:
    """A line that does not say what its length is of is told, not counted."""
    log = read(tmp_path, f"## 2026-04-09\n- 1h maths\n- {line}\n")

    assert sessions(log) == [("", "maths", 1)]
    assert log.remarks == (
        "1 line has a length or times and was not read as an entry: line 3.",
    )


@pytest.mark.parametrize("line", ["1h or 2h maths", "1-2 h maths", "2h? maths"])
def test_bounds(tmp_path: Path, line: str) -> None:
    """Two bounds, or a length in doubt, are no length."""
    log = read(tmp_path, f"## 2026-04-09\n- {line}\n- 1h ppo\n")

    assert sessions(log) == [("", "ppo", 1)]
    assert log.skipped == [(2, f"'{line.removesuffix(' maths')}' is not a length")]


@pytest.mark.parametrize(
    ("line", "note", "hours"),
    [
        ("勉強時間：8h", "", 8),
        ("学习时间：2小时", "", 2),
        ("학습 시간: 2시간 30분", "", 2.5),
        ("Time：8h", "", 8),
        ("**Time:** ~3h (most of it on X)", "(most of it on X)", 3),
        ("⏱ Time: 3h", "", 3),
        ("Duration: 1:30", "", 1.5),
        ("Hours: 3", "", 3),
        ("Hours: 3 (maths)", "(maths)", 3),
        ("Time: 20:00-21:30", "", 1.5),
        ("Dauer: 2 Std.", "", 2),
    ],
)
@pytest.mark.parametrize("bullet", ["- ", ""])
def test_labels_of_lengths(
    tmp_path: Path, bullet: str, line: str, note: str, hours: float
) -> None:
    """A label in any language may state the length of its day, with words behind it."""
    log = read(tmp_path, f"### 📅 2026-04-09（木)\n{bullet}{line}\n")

    assert sessions(log) == [("", note, hours)]
    assert log.entries[0].line == 2
    assert log.remarks == ()


def test_numbers_without_a_unit(tmp_path: Path) -> None:
    """A bare number counts only below a label that says its unit; others are told."""
    log = read(
        tmp_path,
        "## 2026-04-09\nTime: 8\n## 2026-04-10\nHours: 3\n- 2026-04-11: 1.5\n"
        "2026-04-12 18-23\n",
    )

    assert sessions(log) == [("", "", 3)]
    assert log.remarks == (
        "3 lines have a number without a unit, which was not counted: lines 2, 5, 6.",
    )
    with pytest.raises(FileProblem):
        read(tmp_path, "## 2026-04-09\nTime: 8\n")


def test_notes_below_a_label(tmp_path: Path) -> None:
    """A note below an entry is none, whatever it says; its length is told."""
    log = read(
        tmp_path,
        "### 2026-04-09\n- 勉強時間：8h\n- 内容：練習\n  - 100問 正答率 96% 6h07min\n",
    )

    assert sessions(log) == [("", "練習", 8)]
    assert log.remarks == (
        "1 line has a length or times and was not read as an entry: line 4.",
    )


@pytest.mark.parametrize("stated", ["## 2026-04-09 (5h)", "## 2026-04-09\n- Time: 5h"])
def test_a_sum_above_its_parts(tmp_path: Path, stated: str) -> None:
    """A heading's or label's length is the sum of those below, or else it counts."""
    agree = read(tmp_path, f"{stated}\n- 2h maths\n- 14:00-17:00 ppo\n")
    disagree = read(tmp_path, f"{stated}\n- 2h maths\n- 1h ppo\n")
    count = len(stated.splitlines())

    assert sessions(agree) == [("", "maths", 2), ("", "ppo", 3)]
    assert agree.remarks == ()
    assert [entry.seconds for entry in disagree.settled] == [5 * 3600]
    assert disagree.remarks == (
        "2 lines have lengths that do not make the one stated above them, which was"
        f" counted: lines {count + 1}, {count + 2}.",
    )


def test_a_sum_beside_its_day(tmp_path: Path) -> None:
    """A length beside a day is the sum of two or more below it that make it."""
    log = read(
        tmp_path, "2026-04-09: 3h\n  1h maths\n  2h ppo\n2026-04-10: 1h\n  2h rl\n"
    )

    assert sessions(log) == [
        ("", "maths", 1),
        ("", "ppo", 2),
        ("", "", 1),
        ("", "rl", 2),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "30 min lunch",
        "lunch 30 min",
        "slept 8h",
        "planned 3h",
        "planned: 3h",
        "-45m walk",
        "2x25min maths",
        "1:30h maths",
        'time = "3h"',
        "Total study time: 3h",
        "3 x 25 min maths",
        "plank 3 x 60 s, rest 2 min",
        "row 800 m",
        "stopped after 4h",
        "the run needed 5 hours",
        "Meta: 3h",
        "Pausa: 20min",
        "Screen time: 3h",
        "Budget left: 12h",
        "Next session: 1h tomorrow",
        "pr\u00e9vu demain : 2 h",
        "Temps estim\u00e9 : 3 h",
        "Objectif : 10h",
        "\ubaa9\ud45c: 3\uc2dc\uac04",
        "\u76ee\u6a19\uff1a3\u6642\u9593",
        "planned reading: 2h",
        "Doel: 3 uur",
        "Ziel f\u00fcr morgen: 3h",
        "\u7761\u7720: 7\u6642\u9593",
        "= 1h",
        "aim for 3h",
        "still 4h to do",
        "2h/day",
        "2 hours later: fixed",
        "30 min ago",
        "10 min late",
        "since 2h",
        "3 sessions of 50 min",
        "9-12, 13-17 minus 30 min",
        "45' maths",
        "\u6570\u5b66\u4e09\u5c0f\u65f6",
        "20 min per page",
        "25 min x 4 maths",
        "cancelled: 18:00-20:00 maths",
        "18:00-20:00 maths (cancelled)",
    ],
)
def test_lines_of_no_work(tmp_path: Path, line: str) -> None:
    """A break, sleep, a plan and what has a sign or a factor is told, not counted."""
    log = read(tmp_path, f"## 2026-04-09\n- 1h planning\n- {line}\n")

    assert sessions(log) == [("", "planning", 1)]
    assert log.remarks == (
        "1 line has a length or times and was not read as an entry: line 3.",
    )


@pytest.mark.parametrize(
    "name", ["planning", "Estimation theory:", "Chapter 5:", "Uni:"]
)
def test_work_that_sounds_like_none(tmp_path: Path, name: str) -> None:
    """Planning may be work, and a word of plans with others is a name."""
    log = read(tmp_path, f"## 2026-04-09\n- {name} 2h\n")

    assert [entry.seconds for entry in log.settled] == [7200]


@pytest.mark.parametrize(
    "line",
    [
        "Total 2h",
        "Total: 2h",
        "2h total",
        "\u5408\u8a08 2\u6642\u9593",
        "\ucd1d 2\uc2dc\uac04",
        "Gesamt bisher: 2 h",
        "Cumul : 2h",
        "Total for today 2h",
    ],
)
def test_sums_beside_entries(tmp_path: Path, line: str) -> None:
    """A sum, with a colon or without, is no entry, and told only without one."""
    log = read(tmp_path, f"## 2026-04-09\n- 2h maths\n- {line}\n")

    assert sessions(log) == [("", "maths", 2)]
    assert log.remarks == ()


@pytest.mark.parametrize(
    "line",
    [
        "9:00-11:30 (abzgl. 15 min Pause) maths",
        "9:00-11:30, 30 min break, maths",
        "9:00-11:30 maths (lunch 10:00-10:30)",
        "9:00-11:30 (-15 min) maths",
        "9:00-11:30 - 15 min",
        "9:00-12:00 maths w/ 2 breaks of 10 min",
    ],
)
def test_breaks_inside_a_line(tmp_path: Path, line: str) -> None:
    """Times with a break beside them are skipped, since nobody knows if it is off."""
    log = read(tmp_path, f"## 2026-04-09\n- 1h ppo\n- {line}\n")

    assert sessions(log) == [("", "ppo", 1)]
    assert log.skipped == [(3, "has a break beside its times")]


def test_sums_without_parts(tmp_path: Path) -> None:
    """A day's sum is told if the day has no entries and no table."""
    log = read(
        tmp_path,
        "## 2026-04-09\n**Total: 5h**\n## 2026-04-10\n- 2h maths\n- Total: 2h\n"
        "## 2026-04-11\n| What | Time |\n|---|---|\n| ppo | 1h |\n\nTotal: 1h\n",
    )

    assert [entry.seconds for entry in log.settled] == [7200, 3600]
    assert log.remarks == (
        "1 line has a length or times and was not read as an entry: line 2.",
    )


def test_two_days_in_a_line(tmp_path: Path) -> None:
    """Of a line with several days only what is of the first counts; the line is told."""
    log = read(tmp_path, "2026-04-06: 2h, 2026-04-07: 3h\n2026-04-08: 1h\n")

    assert [seconds for *_, seconds in log.amounts] == [7200, 3600]
    assert log.remarks == ("1 line names more lengths than were counted: line 1.",)


def test_a_day_after_the_words(tmp_path: Path) -> None:
    """A done task may end with its day, as other programs write it."""
    log = read(
        tmp_path,
        "- [x] 2h maths \U0001f4c5 2026-04-09\n- [x] 1h ppo \u2705 2026-04-10\n",
    )

    assert [(e.parts[0].day, e.note, e.seconds) for e in log.settled] == [
        ("2026-04-09", "maths", 7200),
        ("2026-04-10", "ppo", 3600),
    ]


def test_numbers_that_are_no_days(tmp_path: Path) -> None:
    """A decimal number in a line is no day, unless its length follows at once."""
    log = read(
        tmp_path,
        "## 2026-04-09\n- 2.5\n- 3.1 exercises 1h\n- 30m maths\n4.6 2h reading\n",
    )

    assert [(e.parts[0].day, e.note, e.seconds) for e in log.settled] == [
        ("2026-04-09", "3.1 exercises", 3600),
        ("2026-04-09", "maths", 1800),
        ("2026-06-04", "reading", 7200),
    ]
    assert log.remarks == (
        "1 line has a number without a unit, which was not counted: line 2.",
    )


def test_words_of_tasks(tmp_path: Path) -> None:
    """Tasks may have words in place of boxes, and labels two colons."""
    log = read(
        tmp_path,
        "## 2026-04-09\nTime:: 2h\ntopic:: RL\n## 2026-04-10\n- TODO 2h maths\n"
        "- DONE 1h ppo\n",
    )

    assert sessions(log) == [("", "RL", 2), ("", "ppo", 1)]
    assert log.remarks == (
        "1 line with a length or times does not count: line 5 (not ticked off).",
    )
