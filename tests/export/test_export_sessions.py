"""A table of sessions is made part by part: its memory does not grow with them."""

import json
import sqlite3
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.database.harness import environment
from tests.limited_runs import run_limited
from tracker.database.values import seconds_to_instant
from tracker.export.output_file import write_whole
from tracker.export.render.instants import instant_text
from tracker.export.render.reports import as_json, with_remarks
from tracker.export.render.session_table import AT_ONCE, session_table
from tracker.export.rules.sessions import ItemName, SessionLog
from tracker.journal.rules.records import SessionRow

DAY = date(2026, 11, 23)
# Sessions at once on each day: the rows that tracker would write, without their overlaps.
FILL = """with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ?)
          insert into session (uid, edited_at, item_id, day, seconds, started_at, utc_offset, note, tags, source,
                               logged_at)
          select printf('s%015d', n), 0, (select min(id) from item), date('2000-01-01', (n / 50) || ' days'), 60 + n % 900,
                 946684800 + n / 50 * 86400 + n % 50 * 900, 3600, 'an evening''s note ' || n, ' deep ', 'live', n
          from numbers"""
TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)


def rows(number: int) -> Iterator[SessionRow]:
    """That number of sessions, one by one; the first has an emoji in its note."""
    for at in range(number):
        note = "🎉" if at == 0 else "an evening's note, as long as such notes are"
        times = 946_684_800 + at * 4321, 3600
        yield (
            f"s{at:015}",
            "ppo",
            "2026-11-23",
            60 + at % 9000,
            *times,
            note,
            " deep ",
            "live",
            at,
            None,
        )


def log(sessions: Iterator[SessionRow], *, redacted: bool = False) -> SessionLog:
    """A log of these sessions."""
    items = {"ppo": ItemName("ppo", "PPO", "replications")}
    return SessionLog(DAY, None, sessions, items, 0, redacted)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_parts_are_all_that_is_in_memory(form: str) -> None:
    """20,000 sessions, 5 MB of text, never take more than 3 MB, whatever letters they have."""
    tracemalloc.start()
    try:
        size = sum(len(part) for part in session_table(log(rows(20_000)), form))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert size > 3_000_000
    assert most < 3_000_000


def test_peak_of_a_process(tracker: Tracker, tmp_path: Path) -> None:
    """Ten times the sessions take no more memory, printed or in a file, as CSV or as JSON."""
    tracker.ok("target research-contributor-empirical")
    peaks = []
    for number in (5_000, 50_000):
        with closing(sqlite3.connect(tracker.db)) as db, db:
            db.execute("delete from session")
            db.execute(FILL, [number])
        calls = [
            ["export", "sessions", "-o", f"{number}.csv"],
            ["export", "sessions", "-o", f"{number}.json"],
        ]
        tracker.ok("sessions --limit 1")  # what another program wrote is checked once
        answers = run_limited(calls, tmp_path, environment(tracker.db))
        assert [answer.code for answer in answers] == [0, 0], answers
        peaks.append([answer.peak for answer in answers])
        assert (tmp_path / f"{number}.csv").read_bytes().count(b"\n") == number + 1
        assert (
            len(json.loads((tmp_path / f"{number}.json").read_text())["sessions"])
            == number
        )

    assert all(more < few + 4000 for few, more in zip(*peaks, strict=True)), peaks


def test_a_file_has_what_is_printed(tracker: Tracker, tmp_path: Path) -> None:
    """The parts of a table that fills several are the same in a file and in a pipe."""
    tracker.ok("target research-contributor-empirical")
    with closing(sqlite3.connect(tracker.db)) as db, db:
        db.execute(FILL, [3 * AT_ONCE])
    for form in ("csv", "json"):
        tracker.ok(f"export sessions -o {tmp_path}/a.{form}")
        printed = tracker.ok(f"export sessions --format {form}")
        assert (tmp_path / f"a.{form}").read_bytes().decode() == printed


@pytest.mark.parametrize("redacted", [False, True])
@pytest.mark.parametrize("number", [0, 1, AT_ONCE, AT_ONCE + 1])
def test_json_in_parts(number: int, *, redacted: bool) -> None:
    """The parts are JSON as tracker writes it at once, with all sessions in their order."""
    whole = "".join(session_table(log(rows(number), redacted=redacted), "json"))

    facts = json.loads(whole)
    assert whole == as_json(facts)
    assert [session["id"] for session in facts["sessions"]] == [
        row[0] for row in rows(number)
    ]
    assert [item["slug"] for item in facts["items"]] == ["ppo"][:number]


@given(note=TEXTS)
def test_notes_in_json(note: str) -> None:
    """Any note is written as Python's own json writes it, but for letters that speak to a terminal."""
    row = ("a", "ppo", "2026-11-23", 60, None, None, note, "", "live", 0, None)
    whole = "".join(session_table(log(iter([row])), "json"))

    facts = json.loads(whole)
    assert facts["sessions"][0]["note"] == note
    assert whole == as_json(facts)


def test_a_table_that_fails_leaves_no_file(tmp_path: Path) -> None:
    """Where a later part cannot be made, neither the file nor half of it is there."""

    def parts() -> Iterator[str]:
        yield "id,item\n"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_whole(tmp_path / "a.csv", parts(), force=False)
    assert list(tmp_path.iterdir()) == []


@given(
    seconds=st.integers(-2_209_161_600, 7_258_291_200),
    offset=st.integers(-86_399, 86_399),
)
def test_instants(seconds: int, offset: int) -> None:
    """An instant made of parts is the one that `datetime` writes."""
    assert (
        instant_text(seconds, offset) == seconds_to_instant(seconds, offset).isoformat()
    )


@given(
    texts=st.dictionaries(TEXTS, TEXTS, min_size=1),
    remarks=st.lists(TEXTS),
    cut=st.integers(0, 60),
)
def test_remarks_come_last(texts: dict[str, str], remarks: list[str], cut: int) -> None:
    """Remarks are a last key, however the JSON before them is cut into parts."""
    whole = as_json({"facts": texts})
    end = len(whole) - len("\n}\n")
    parts = [whole[: min(cut, end)], whole[min(cut, end) :]]
    expected = {"facts": texts} | ({"remarks": remarks} if remarks else {})

    assert "".join(with_remarks(parts, remarks)) == as_json(expected)
