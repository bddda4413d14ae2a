"""Lines of logs kept by hand, each with a trait that real ones have; made up."""

from pathlib import Path

import pytest

from tests.imports.reading import Log, read

HOUR = 3600


def hours(log: Log) -> list[tuple[str, float, str]]:
    """Day, hours and note of each session."""
    return [
        (entry.parts[0].day, entry.seconds / HOUR, entry.note) for entry in log.settled
    ]


def test_day_and_length_in_a_line(tmp_path: Path) -> None:
    """A line's day may be followed by a length, first or last."""
    log = read(
        tmp_path,
        "Hours\n\n3/14 - 2hrs\n3/15 graphs 3 Hours\nFriday 3/16 - 6 hours\n"
        "Saturday - 3/17 - 1 and 1/2 hours (demo)\n"
        "3/18: Proofs and more. (5 hours)\n3/19 (late that night): 1 hour more\n"
        "3/20/2026 - 1hr (14) - tidying\n"
        "3/21/2026, slides(4 hours).\n3/22\t2.5 hours\treading\n"
        "March 23rd - 8am to 2am (18 hours)\n",
        year=2026,
    )

    assert hours(log) == [
        ("2026-03-14", 2, ""),
        ("2026-03-15", 3, "graphs"),
        ("2026-03-16", 6, ""),
        ("2026-03-17", 1.5, "(demo)"),
        ("2026-03-18", 5, "Proofs and more."),
        ("2026-03-19", 1, "more"),
        ("2026-03-20", 1, "(14) - tidying"),
        ("2026-03-21", 4, "slides"),
        ("2026-03-22", 2.5, "reading"),
        ("2026-03-23", 18, ""),
    ]


def test_more_of_the_same_day(tmp_path: Path) -> None:
    """Lines under a line with a day belong to that day; sums of several days do not."""
    log = read(
        tmp_path,
        "4/13     1 hour   drawing\n         2 hours  more of it\n\t\t going on\n"
        "\t 3 hours  yet more\n"
        "5 hours\n4/14 - 1 hour\n     - debugging - ~ 2 hours\n"
        "     - fixing - 5-7 hours\n\n"
        "total: 14 hours\nTotal = 14:00\n",
        year=2026,
    )

    assert hours(log) == [
        ("2026-04-13", 1, "drawing"),
        ("2026-04-13", 2, "more of it"),
        ("2026-04-13", 3, "yet more"),
        ("2026-04-14", 1, ""),
        ("2026-04-14", 2, "debugging"),
    ]
    assert log.skipped == [(8, "'5-7 hours' is not a length")]


def test_times_under_days(tmp_path: Path) -> None:
    """Ranges of times may lack am or pm, have a length beside them, or be open."""
    log = read(
        tmp_path,
        "23/07/2025\n1 hour 11:30-12:30 part one\n0.5 hours 14:30–15:00 part two\n\n"
        "24/07/2025\n\t2:00 - 4:00pm\n"
        "\t11 PM - 1:30 am\nklo 16-17:30 talk\n10-11 Uhr\n- 1,5 - 9:00-10:30\n"
        "20:00-\n2hr?\n\n"
        "Done so far:\n2 hours of it.\n",
    )

    assert [
        (start[8:16], entry.seconds / HOUR)
        for start, entry in zip(log.starts, log.settled, strict=True)
    ] == [
        ("23 09:30", 1),
        ("23 12:30", 0.5),
        ("24 12:00", 2),
        ("24 21:00", 2.5),
        ("24 14:00", 1.5),
        ("24 08:00", 1),
        ("24 07:00", 1.5),
    ]
    assert log.skipped == [(11, "no end"), (12, "'2hr?' is not a length")]


def test_headings(tmp_path: Path) -> None:
    """Headings may have the day, times or lengths; others of their level end the day."""
    log = read(
        tmp_path,
        "##Maanantai 5.5.2025\n####1.5h, alku\n####2h lisää\n\n"
        "###__6.5.2025 15:00-17:20__\n* jotain\n"
        "####__18:00-19:00__\n\n## 7.5.2025 (5h)\n- 2h a\n- 3h b\n## 8.5.2025: 4h\n"
        "- a\n## Päivä 9: 9.5.2025\n"
        "* meeting - 30 min\n* *1 h* text, and 2 h of it\n\t* 3 h inside\n"
        "#11:00 - 12:00 taken back\n"
        "## Loppu\n* 2 h more\n",
    )

    assert [(day, amount) for day, amount, _ in hours(log)] == [
        ("2025-05-05", 1.5),
        ("2025-05-05", 2),
        ("2025-05-06", 140 / 60),
        ("2025-05-06", 1),
        ("2025-05-07", 2),
        ("2025-05-07", 3),
        ("2025-05-08", 4),
        ("2025-05-09", 0.5),
        ("2025-05-09", 1),
    ]
    assert log.skipped == [(20, "no day")]


def test_labels_in_a_line(tmp_path: Path) -> None:
    """Labels may stand in lines of their own or in one; hours where a number says no unit."""
    log = read(
        tmp_path,
        "Date:   Thu Oct 2 13:21:24 2025 +0300\nTask:   something\nTime:   2.5hr\n\n"
        "Date: 2025-10-03\nHours: 3\n\n"
        "Päivä: 4.10.2025\tAika: 2h\tMitä tein: lukua\n"
        "Päivä:      Aika: 1h    Mitä tein: lisää\nTotal time: 9 h\n",
    )

    assert [(day, amount) for day, amount, _ in hours(log)] == [
        ("2025-10-02", 2.5),
        ("2025-10-03", 3),
        ("2025-10-04", 2),
        ("2025-10-04", 1),
    ]


def test_commas_and_entities(tmp_path: Path) -> None:
    """Commas without blanks, or a dash as an HTML entity, may separate parts."""
    log = read(
        tmp_path,
        "# Zeiten\n\n30.08.2025,Listen überarbeiten,30min\n\n"
        "31.08.2025, lesen, 1,5 h\n\n"
        " * 1.9.2025 &ndash; **2h** &ndash; x\n",
    )

    assert hours(log) == [
        ("2025-08-30", 0.5, "Listen überarbeiten"),
        ("2025-08-31", 1.5, "lesen"),
        ("2025-09-01", 2, "x"),
    ]


def test_no_days(tmp_path: Path) -> None:
    """Periods, days that do not exist and bounds of a length are skipped."""
    log = read(
        tmp_path,
        "- 12.9.-13.9.2025 6h both days\n- 14.9.2025 1h one\n"
        "- 19.2.2 5 tuntia slip\n22-23.1.25 klo 22:00-01:00\n"
        "3/1/25 - 3/7/25 - 35 hours\n- 31.9.2025 1h\n"
        "- 15.9.2025 - <2 tuntia - set-up\n- 16.9.2025: 2-3 hours x\n",
    )

    assert hours(log) == [("2025-09-14", 1, "one")]
    assert [why for _, why in log.skipped] == [
        "'12.9.-13.9.2025' is not a day",
        "'19.2.2' is not a day",
        "'22-23.1.25' is not a day",
        "'3/1/25 - 3/7/25' is not a day",
        "'31.9.2025' does not exist",
        "'<2 tuntia' is not a length",
        "'2-3 hours' is not a length",
    ]


def test_whole_hours(tmp_path: Path) -> None:
    """Two numbers alone after a day are no times: they could be pages."""
    log = read(
        tmp_path,
        "15.1.2025 18-23\nbegun\n16.1.2025 2-3\n17.1.2025 - klo 9-12\n"
        "18.1.2025 9 \u2013 17 Uhr\n",
    )

    assert hours(log) == [("2025-01-17", 3, ""), ("2025-01-18", 8, "")]
    assert log.remarks == (
        "2 lines have a number without a unit, which was not counted: lines 1, 3.",
    )


def test_twelve_hours(tmp_path: Path) -> None:
    """If all times are from 1 to 12, an end before its start is in the afternoon."""
    text = (
        "11/12/2025 2:30 - 4:00\n11/15/2025 9:00 - 11:00\n"
        "11/16/2025 10:00 - 12:30\n11/17/2025 12:00 - 6:00\n"
    )
    of_twenty_four = read(tmp_path, f"{text}11/18/2025 13:00 - 14:00\n")

    assert [amount for _, amount, _ in hours(read(tmp_path, text))] == [1.5, 2, 2.5, 6]
    assert of_twenty_four.skipped == [(4, "negative length")]


@pytest.mark.parametrize(
    "text",
    [
        # A log of when tasks ended, where each time of day could be taken for a length.
        "2026-04-07 10:31: arrived\n2026-04-07 11:10: planning\n"
        "2026-04-07 12:21: reading\n",
        # Numbers that are no days, and a matriculation number that could be a length.
        "# Plan\n\n* Name\n* 2557097H\n\n## Version 1.2\n* 2 hours expected\n",
        "Day#1 - in process. ~3h\nDay#2 - in process. ~2h\n",
        # A sentence that has the words of a header.
        "A log of dates, date, who came, time spent, and a note\n\n"
        "Ada, 30 min, ordered parts\n\nBea, 1 hour, plan\n\n"
        "Ada and Bea, 2 hours, pump\n\nAda, 30 min, ordered more\n",
    ],
)
def test_no_hand_log(tmp_path: Path, text: str) -> None:
    """What names no day with a length is refused, not guessed at."""
    with pytest.raises(Exception, match=r"is not known|counts as a session"):
        read(tmp_path, text)


def test_headings_of_periods(tmp_path: Path) -> None:
    """A heading of a period gives no day to the lines below it."""
    periods = ("20.9.-24.9.2025", "20.9. - 24.9.2025", "20-24.9.2025", "Week 38")
    for period in periods:
        log = read(
            tmp_path, f"## Day 3 - 19.9.2025\n- 2h reading\n## {period}\n- 5h coding\n"
        )

        assert [(entry.parts[0].day, entry.seconds) for entry in log.settled] == [
            ("2025-09-19", 7200)
        ]
        assert log.skipped == [(4, "no day")]


def test_asides_after_a_day(tmp_path: Path) -> None:
    """An aside between a day and its length is ignored; a period is skipped."""
    log = read(
        tmp_path,
        "- 2.7.2025 (8h) 5h planning\n- 10.7.2025 (16) 3h login\n- 11.7.2025 (2h)\n"
        "- 16-18.7.2025 (45) 15h making\n",
    )

    assert hours(log) == [
        ("2025-07-02", 5, "planning"),
        ("2025-07-10", 3, "login"),
        ("2025-07-11", 2, ""),
    ]
    assert log.skipped == [(4, "'16-18.7.2025' is not a day")]


def test_short_and_no_lengths(tmp_path: Path) -> None:
    """`.5 hours` is half an hour; a day of no hours is an entry of zero length."""
    log = read(
        tmp_path,
        "11/26/15: .5 hours\n11/27/15: 0 hours\n11/28/15\n8:00 am - approx 9:45am\n",
    )

    assert hours(log) == [("2015-11-26", 0.5, ""), ("2015-11-28", 1.75, "")]
    assert log.skipped == [(2, "zero length")]


def test_bullets_say_what_and_how_long(tmp_path: Path) -> None:
    """A bullet under a day may end with its length or times."""
    log = read(
        tmp_path,
        "## 2026-10-05\n- ppo 1h\n- ppo 21:00-22:00\n- fastai 2h lesson 3\n"
        "- tidying up the notes 30 min\n",
    )

    assert hours(log) == [
        ("2026-10-05", 1, "ppo"),
        ("2026-10-05", 1, "ppo"),
        ("2026-10-05", 2, "fastai lesson 3"),
        ("2026-10-05", 0.5, "tidying up the notes"),
    ]


@pytest.mark.parametrize(
    "line", ["- 2026-10-10: ppo 2h, fastai 1h", "## 2026-10-10\n- ppo 2h and fastai 1h"]
)
def test_a_list_of_lengths(tmp_path: Path, line: str) -> None:
    """Several things with a length each in one line are an entry each."""
    assert hours(read(tmp_path, f"2026-10-09: 1 h\n{line}\n")) == [
        ("2026-10-09", 1, ""),
        ("2026-10-10", 2, "ppo"),
        ("2026-10-10", 1, "fastai"),
    ]


def test_a_number_after_a_day(tmp_path: Path) -> None:
    """A number alone after a day could be anything, with a decimal sign or without."""
    log = read(tmp_path, "- 2026-10-11: 1.5\n- 2026-10-12: 0,25 h\n- 2026-10-13: 5\n")

    assert hours(log) == [("2026-10-12", 0.25, "")]
