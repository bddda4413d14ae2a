"""A table means the same in every frame: delimited, with bars, in HTML, in blanks."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.imports.cases import Case, load_cases
from tests.imports.frames import FRAMES, NO_LOG, Frame, Rows, outcomes, tables

# What stands in the columns of real tables, by header; `|` stands between values.
DAYS = ("2026-04-09", "2026-04-10", "9.4.2026", "Apr 14, 2026", "2026-04-11 evening")
CLOCKS = ("9:00", "10:30", "11.15", "17:00", "6:35pm", "6:55", "-", "")
LENGTHS = ("1h30m", "45m", "2 h", "0:45", "1:30:00", "14:00-16:30", "-", "")
NUMBERS = ("1", "1.5", "0,5", "2", "30", "45", "0", "100", "")
ASIDES = ("1.5 (with a break)", "4h -> 9h", "~2h", "off", "25:00", "half an hour")
WORDS = ("reading", "PPO", "net, chapter 2", "Ada Byron", "Bo Berg", "x", "-", "")
KINDS = (
    ("Date|Day|Datum|pvm|Fecha|日付", DAYS),
    ("Hours|Stunden|Tunnit|Study (h)|作業時間", NUMBERS),
    ("Minutes|Time (min)|Minuten", NUMBERS),
    ("Time|Duration|Dauer|Time spent|Aika", LENGTHS),
    ("Time|Hours|Duration|Length", LENGTHS + NUMBERS + ASIDES),
    ("Start|Beginn|Time In|Start time|开始", CLOCKS),
    ("End|Ende|Time Out|End time|结束", CLOCKS),
    ("Break|Pause (min)|Lunch", ("0:30", "30", "0.5", "15m", "")),
    ("Est. hours|Planned (h)|Geplante Stunden|Goal|予定時間", NUMBERS + LENGTHS),
    ("Total hours|Running total|Sum|Spent", NUMBERS + LENGTHS),
    ("Pages|Score|Section|Amount|Sleep hours|Rank|Note", NUMBERS),
    ("Project|Task|Topic|Notes|What|Tag|Mood|Book", WORDS),
    ("Who|Name|Student|Member", ("Ada Byron", "Bo Berg", "Ada Byron")),
)


@st.composite
def random_tables(draw: st.DrawFn) -> Rows:
    """A header and up to four rows, with a column of days anywhere."""
    days, *others = KINDS
    kinds = draw(st.lists(st.sampled_from(others), min_size=1, max_size=4))
    kinds.insert(draw(st.integers(0, len(kinds))), days)
    headers = [draw(st.sampled_from(names.split("|"))) for names, _ in kinds]
    row = st.tuples(*(st.sampled_from(cells) for _, cells in kinds))
    rows = draw(st.lists(row, min_size=1, max_size=4))
    return [headers, *map(list, rows)]


@settings(max_examples=100)
@given(rows=random_tables())
def test_one_answer_in_all_frames(tmp_path: Path, rows: Rows) -> None:
    """A table has the same sessions and reasons, or the same question, in each frame.

    One without any entry has no time in any.
    """
    found = outcomes(tmp_path, rows)

    if NO_LOG in found.values():
        assert [outcome.seconds for outcome in found.values()] == [0] * len(found)
    else:
        assert found == dict.fromkeys(found, found["html"])


# Tables about something else than when and how long somebody studied.
NO_LOGS = {
    "a study plan": (
        ("Day", "Date", "Topic"),
        ("1", "2026-04-09", "Backprop"),
        ("2", "2026-04-10", "Tiny net"),
        ("3", "2026-04-11", "Attention"),
    ),
    "a study plan of weeks": (
        ("Week", "Topic", "Reading"),
        ("1", "Bandits", "ch. 2"),
        ("2", "MDPs", "ch. 3"),
    ),
    "planned hours": (
        ("Date", "Topic", "Planned hours"),
        ("2026-04-09", "Backprop", "2"),
        ("2026-04-10", "Tiny net", "3"),
    ),
    "a reading list": (
        ("Date", "Title", "Pages", "Chapter"),
        ("2026-04-09", "Deep Learning", "45", "2"),
        ("2026-04-10", "Deep Learning", "30", "3"),
    ),
    "a reading list without days": (
        ("Title", "Author", "Pages"),
        ("Deep Learning", "Goodfellow", "800"),
        ("Reinforcement Learning", "Sutton", "550"),
    ),
    "a habit table": (
        ("Date", "Reading", "Exercise", "Flashcards"),
        ("2026-04-09", "1", "0", "1"),
        ("2026-04-10", "1", "1", "0"),
    ),
    "a habit table of ticks": (
        ("Date", "Read", "Walk", "Cards"),
        ("2026-04-09", "x", "-", "x"),
        ("2026-04-10", "x", "x", "-"),
    ),
    "a budget": (
        ("Date", "Category", "Amount", "Spent"),
        ("2026-04-09", "Books", "40", "12.50"),
        ("2026-04-10", "Cloud", "25", "8.00"),
        ("2026-04-11", "Books", "40", "30.00"),
    ),
    "a budget of a month": (
        ("Month", "Rent", "Books"),
        ("April", "600", "40"),
        ("May", "600", "25"),
    ),
    "a gradebook": (
        ("Datum", "Fach", "Punkte", "Note"),
        ("2026-04-09", "Analysis", "17", "1.7"),
        ("2026-04-10", "Algebra", "12", "2.3"),
    ),
}


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
@pytest.mark.parametrize("about", NO_LOGS)
def test_no_log_is_refused(
    tracker: Tracker, place: Path, about: str, frame: Frame
) -> None:
    """A table without lengths is refused with a sentence, and the database is as it was."""
    file = place.with_name("table.txt")
    file.write_text(frame.write(NO_LOGS[about]), encoding="utf-8")
    before = place.read_bytes()

    refusal = tracker(f"import {file}")

    message, _, hint = refusal.err.partition("\n")
    assert (refusal.code, refusal.out) == (6, "")
    assert message in (
        f"The format of {file} is not known.",
        f"No column of {file} is headed as a length of time.",
        f"{file} has no column of days.",
    )
    assert hint
    assert place.read_bytes() == before


OPTIONS = {"--columns": "columns", "--user": "user"}
# All but those of programs that write CSV only, and are known by their first line.
TABLES = [
    pair for pair in tables(load_cases()) if "on the screen" not in pair[0].refused
]


@pytest.mark.parametrize(
    ("case", "rows"), TABLES, ids=[case.about for case, _ in TABLES]
)
def test_a_case_in_all_frames(tmp_path: Path, case: Case, rows: Rows) -> None:
    """A case that is a table has its right time, or its refusal, in each frame."""
    options = dict(zip(case.options[::2], case.options[1::2], strict=True))
    named = {OPTIONS[option]: value for option, value in options.items()}

    found = outcomes(tmp_path, rows, **named)

    assert found == dict.fromkeys(found, found["bars"])
    assert found["bars"].seconds == case.seconds
    assert found["bars"].skipped == tuple(why for _, why in case.skipped)
    assert bool(found["bars"].question) == bool(case.refused)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_frames_hold_what_they_say(tmp_path: Path, frame: Frame) -> None:
    """Each frame holds a plain table; else the other tests would ask nothing of it."""
    rows = [["Date", "Hours", "What"], ["2026-04-09", "2", "net"]]

    assert frame.can_hold(rows)
    assert outcomes(tmp_path, rows)[frame.name].seconds == 7200
