"""Damaged files: all of a file is imported or nothing, without a traceback."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker

WHOLE = {
    "toggl": "\ufeffUser,Project,Description,Start date,Start time,End date,End "
    "time,Duration,Tags\n"
    'Ada,Maths,"a ""b""\nc",2026-05-01,09:00:00,2026-05-01,10:00:00,01:00:00,"x, y"\n'
    "Ada,fastai,,2026-05-02,23:30:00,2026-05-03,00:30:00,01:00:00,\n",
    "csv": "date;stunden;thema\n21.01.2026;1,5;Maths\n22.01.2026;0;Maths\n"
    "23.01.2026;2,25;ppo\n",
    "watson": '[[1780000000, 1780003600, "maths", "a1", ["x"], 0],\n'
    ' [1780010000, 1780013600, "b", "a2", [], 0]]',
    "timewarrior": 'inc 20260214T174504Z - 20260214T193020Z # "deep work" x # "y"\n'
    "inc 20260215T174504Z\n",
    "timeclock": "i 2026-01-02 22:30:00 a:b  c\no 2026-01-03 00:30:00\n"
    "i 2026-01-04 09:00 a\no 2026-01-04 10:00\n",
    "org": "* TODO [#A] Maths :x:\nCLOCK: [2026-01-05 Mon 09:00]--[2026-01-05 Mon "
    "10:30] =>  1:30\n",
    "klog": "2026-11-20 (8h!)\nday #maths\n    1h30m #fastai\n    <23:30 - 0:30\n"
    "    -30m x\n    13:00 - ?\n",
    "markdown": "| päivä | aika | mitä |\n|---|---|---|\n| 31.5. | 6 | a |\n"
    "| 3.6. | 1,5 | b |\n\n"
    "### 7 Oct 2025\n* *1 h* c\n",
    "ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\n"
    "DTSTART;TZID=Europe/Berlin:20260301T080000\nDTEND:20260301T094000Z\n"
    "RRULE:FREQ=WEEKLY\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n",
    "tracker": json.dumps(
        {
            "schema": 1,
            "kind": "sessions",
            "sessions": [
                {
                    "id": f"abcd123{n}",
                    "item": "ppo",
                    "day": "2026-11-20",
                    "seconds": 60,
                    "started_at": None,
                    "note": "n",
                    "tags": ["x"],
                    "source": "live",
                    "logged_at": "2026-11-20T10:00:00+00:00",
                }
                for n in range(3)
            ],
        }
    ),
}
PIECES = st.one_of(
    st.binary(max_size=6),
    st.sampled_from(
        [
            b'"',
            b",",
            b"\n",
            b"\r\n",
            b"|",
            b"[",
            b"]",
            b"{",
            b"}",
            b":",
            b"-",
            b"0",
            b"99",
            b"1e9",
            b"\x00",
        ]
    ),
    st.sampled_from(
        ["\ud7ff", "é", "١", "−", "2026-02-30", "24:00", "25:00", "12/13/2026", "null"]
    ).map(str.encode),
)
DAMAGE = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 12), PIECES), min_size=1, max_size=4
)


def damaged(text: str, damage: list[tuple[float, int, bytes]]) -> bytes:
    """`text` with pieces cut out and others put in their place."""
    data = text.encode()
    for where, cut, piece in damage:
        at = int(where * len(data))
        data = data[:at] + piece + data[at + cut :]
    return data


@pytest.fixture(name="made")
def _made(tracker: Tracker) -> Tracker:
    tracker("items")
    shutil.copy(tracker.db, tracker.db.with_suffix(".made"))
    return tracker


@settings(max_examples=15)
@pytest.mark.parametrize("name", WHOLE)
@given(damage=DAMAGE)
def test_random_damage(
    made: Tracker, tmp_path: Path, name: str, damage: list[tuple[float, int, bytes]]
) -> None:
    """A damaged file is read with all entries accounted for, or refused."""
    shutil.copy(made.db.with_suffix(".made"), made.db)
    place = tmp_path / "log"
    place.write_bytes(damaged(WHOLE[name], damage))

    output = made(["import", str(place), "--json"])

    assert output.code in (0, 2, 4, 6), output
    assert "Traceback" not in output.err
    with closing(sqlite3.connect(made.db)) as db, db:
        count, seconds = db.execute(
            "select count(*), coalesce(sum(seconds), 0) from session"
        ).fetchone()
        batches = db.execute("select count(*) from import_batch").fetchone()[0]
    db.close()
    if output.code:
        assert (count, batches) == (0, 0)
        assert json.loads(output.err)["error"]["message"]
        return
    answer = json.loads(output.out)
    assert answer["entries"] == answer["added"] + answer["duplicates"] + len(
        answer["skipped"]
    )
    assert (seconds, bool(count)) == (answer["seconds"], bool(answer["added"]))


@pytest.mark.parametrize("name", WHOLE)
def test_cut_anywhere(made: Tracker, tmp_path: Path, name: str) -> None:
    """A file that is cut off anywhere is read as far as it goes, or refused."""
    data = WHOLE[name].encode()
    place = tmp_path / "log"
    for end in range(0, len(data), 11):
        place.write_bytes(data[:end])
        assert made(["import", str(place), "--dry-run"]).code in (0, 2, 4, 6)
