"""Exported sessions are imported as they were."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.imports.reading import read
from tracker.database.schema.journal import session
from tracker.imports.formats.tracker_files import COLUMNS
from tracker.imports.rules.entries import ReadySession, TrackerEntry

NOTES = (
    "lesson 3",
    "=1+1",
    "'quoted",
    '"a", b',
    "line one\nline two",
    "ünï – çø",
    "-",
    "",
)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_out_and_in(tracker: Tracker, tmp_path: Path, form: str) -> None:
    """Sessions imported from an export are the same, with their ids; again adds nothing."""
    for number, note in enumerate(NOTES):
        tracker.ok(
            [
                "log",
                "fastai",
                f"{number + 9}:00-{number + 9}:30",
                "--on",
                "2026-11-20",
                "-n",
                note,
                "+b",
                "+a",
            ]
        )
    tracker.ok("log ppo 1h30m --on 2026-11-19")
    tracker.ok("add own-notes --title Notes --track alignment")
    tracker.ok("log own-notes 20m")
    place = tmp_path / f"sessions.{form}"
    tracker.ok(["export", "sessions", "--format", form, "-o", str(place)])
    was = tracker.json("sessions --limit 99")
    tracker.db.unlink()

    answer = tracker.json(["import", str(place), "--zone", "Asia/Tokyo"])

    assert (answer["format"], answer["added"], answer["skipped"]) == (
        "tracker",
        len(NOTES) + 2,
        [],
    )
    assert _by_id(tracker.json("sessions --limit 99")) == _by_id(was)
    again = tracker.json(["import", str(place)])
    assert (again["added"], again["corrected"]) == (0, 0)


def _by_id(answer: Any) -> dict[str, Any]:
    return {session["id"]: session for session in answer["sessions"]}


def test_every_column_is_exported_and_imported() -> None:
    """An export has every column of a session but those that a machine sets itself."""
    entry = {"entry_id", "entry_states", "entry_updated"}
    set_by_machine = {"id", "edited_at", "project", "batch_id", *entry}
    named_otherwise = {"id": "uid", "item": "item_id"}
    exported = {named_otherwise.get(name, name) for name in COLUMNS}

    # The offset is part of the exported start.
    assert exported | {"utc_offset"} == set(session.c.keys()) - set_by_machine


SESSION = {
    "id": "abcd1234",
    "item": "ppo",
    "day": "2026-11-20",
    "seconds": 60,
    "started_at": None,
    "note": "",
    "tags": [],
    "source": "live",
    "logged_at": "2026-11-20T10:00:00+00:00",
}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"id": "x"}, "no id, item or seconds"),
        ({"seconds": "60"}, "no id, item or seconds"),
        ({"seconds": 0}, "zero length"),
        ({"seconds": 90000}, "over 24 h"),
        ({"day": "2026-02-30"}, "'2026-02-30' does not exist"),
        ({"day": "2027-01-01"}, "in the future"),
        ({"source": "guessed"}, "a source or a time that tracker does not write"),
        (
            {"started_at": "2026-11-20T10:00:00"},
            "a source or a time that tracker does not write",
        ),
    ],
)
def test_own_session_refused(
    tmp_path: Path, change: dict[str, object], why: str
) -> None:
    """A session that tracker could not have exported is skipped."""
    log = read(
        tmp_path,
        json.dumps(
            {"schema": 1, "kind": "sessions", "sessions": [{**SESSION, **change}]}
        ),
    )

    assert log.skipped == [(1, why)]


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.text(max_size=12), st.text(max_size=12), st.integers(1, 86400)),
        max_size=6,
    )
)
def test_any_text_survives_json(
    tmp_path: Path, rows: list[tuple[str, str, int]]
) -> None:
    """Any text of a note is imported as it was."""
    sessions = [
        {**SESSION, "id": f"id-{n}-0000", "note": note, "seconds": s}
        for n, (note, _, s) in enumerate(rows)
    ]
    log = read(
        tmp_path, json.dumps({"schema": 1, "kind": "sessions", "sessions": sessions})
    )

    assert [
        (e.note, e.seconds) for e in log.settled if isinstance(e, ReadySession)
    ] == [(n, s) for n, _, s in rows]
    assert TrackerEntry._fields[0] == "line"
