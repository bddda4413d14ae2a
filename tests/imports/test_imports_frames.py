"""A table means the same in every frame: delimited, with bars, in HTML, in blanks."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.imports.cases import Case, load_cases
from tests.imports.frames import NO_LOG, Rows, outcomes, tables

# What stands in the columns of real tables, by header; `|` stands between values.
DAYS = ("2026-04-09", "2026-04-10", "9.4.2026", "Apr 14, 2026", "2026-04-12")
CLOCKS = ("9:00", "10:30", "11.15", "17:00", "6:35pm", "6:55", "-", "")
LENGTHS = ("1h30m", "45m", "2 h", "0:45", "1:30:00", "14:00-16:30", "-", "")
NUMBERS = ("1", "1.5", "0,5", "2", "30", "45", "0", "100", "")
ASIDES = ("1.5 h (with a break)", "4h -> 9h", "~2h", "off", "25:00", "half an hour")
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
    """A table has the same sessions and reasons, or the same question, in each frame."""
    found = outcomes(tmp_path, rows)

    assert found == dict.fromkeys(found, found["html"])
