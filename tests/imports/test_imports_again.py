"""A file that is imported again: what was edited here stays, what changed there is told."""

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker

HEAD = "id,date,project,hours,note\n"
FIRST, SECOND = "101,2026-11-02,Deep,1.5,a\n", "102,2026-11-03,Deep,2.5,b\n"
BEGAN = 1793010000
# A frame of Watson: start, end, project, id, tags, when it was changed.
FRAME = [BEGAN, BEGAN + 600, "ppo", "f" * 32, ["rl"], BEGAN + 700]
LATER = "2026-11-23T15:00"

Import = Callable[[str], Any]


@pytest.fixture(name="table")
def _table(tracker: Tracker, tmp_path: Path) -> Import:
    """Imports a table with this text, always from the same file."""

    def import_table(text: str, *options: str) -> Any:
        place = tmp_path / "log.csv"
        place.write_text(text, encoding="utf-8")
        return tracker.json(["import", str(place), *options])

    return import_table


@pytest.fixture(name="frames")
def _frames(tracker: Tracker, tmp_path: Path) -> Callable[..., Any]:
    """Imports frames of Watson, always from the same file."""

    def import_frames(*frames: list[Any]) -> Any:
        place = tmp_path / "frames"
        place.write_text(json.dumps(frames), encoding="utf-8")
        return tracker.json(["import", str(place)])

    return import_frames


def _changed(seconds: int, updated: int | None = FRAME[5]) -> list[Any]:
    """The frame with another length."""
    return [BEGAN, BEGAN + seconds, *FRAME[2:5], updated]


def _amounts(tracker: Tracker) -> list[tuple[str, str, int]]:
    """Day, item and seconds of each session, earliest first."""
    sessions = tracker.json("sessions --limit 99")["sessions"]
    return sorted((s["day"], s["item"], s["seconds"]) for s in sessions)


def _texts(answer: Any) -> list[str]:
    return [change["text"] for change in answer["changes"]]


def _run(tracker: Tracker, sentence: str) -> None:
    """Run the command at the end of an answer, as a person pastes it."""
    for command in sentence.partition("tracker ")[2].split(" && "):
        tracker.ok(shlex.split(command.removeprefix("tracker ")))


# An edit made here, and the unchanged file again.
EDITS = (
    "edit last --amount 20m",
    "edit last --note mine",
    "edit last --on 2026-10-30",
    "edit last --tag +own",
    "edit last --from 9:00",
    "edit last --item fastai",
    "move ppo fastai",
    "rm last",
)


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_stays(tracker: Tracker, frames: Callable[..., Any], edit: str) -> None:
    """The unchanged file changes nothing that the person did here, within one second too."""
    frames(FRAME)
    tracker.ok(edit)
    before = tracker.json("sessions")
    again = frames(FRAME)

    assert tracker.json("sessions") == before
    assert (again["added"], again["duplicates"], again["changes"]) == (0, 1, [])


def test_two_edits_stay(tracker: Tracker, frames: Callable[..., Any]) -> None:
    """So does the second of two edits, and the first once the second is undone."""
    frames(FRAME)
    tracker.ok("edit last --amount 20m")
    tracker.ok("edit last --amount 30m")
    frames(FRAME)
    assert _amounts(tracker) == [("2026-10-26", "ppo", 1800)]
    tracker.ok("undo")
    frames(FRAME)
    assert _amounts(tracker) == [("2026-10-26", "ppo", 1200)]


@pytest.mark.parametrize("edit", ["edit {} --amount 20m", "rm {}"])
def test_an_edit_after_midnight_stays(
    tracker: Tracker, frames: Callable[..., Any], edit: str
) -> None:
    """A session over midnight is two: an edit of the second is not taken back either."""
    long = [BEGAN, BEGAN + 20 * 3600, *FRAME[2:]]
    frames(long)
    second = tracker.json("sessions")["sessions"][0]
    tracker.ok(edit.format(second["id"]))
    before = _amounts(tracker)
    frames(long)

    assert _amounts(tracker) == before


def test_an_own_export_takes_nothing_back(tracker: Tracker, tmp_path: Path) -> None:
    """A session that was edited after its export keeps its edit, which is told once."""
    tracker.ok("log ppo 1h")
    place = tmp_path / "sessions.json"
    tracker.ok(["export", "sessions", "--format", "json", "-o", str(place)])
    tracker.ok("edit last --amount 2h")
    first = tracker.json(["import", str(place)])
    again = tracker.json(["import", str(place)])

    assert _amounts(tracker) == [("2026-11-23", "ppo", 7200)]
    assert _texts(first) == [
        "ppo on Mon 23 Nov, 2h00m here, 1h00m in the file. It changed in both: what is"
        " here stays"
    ]
    assert again["changes"] == []


# A change in the file.
def test_a_change_in_the_file_is_named(tracker: Tracker, table: Import) -> None:
    """A row that changed in the file only is corrected, and told with by how much."""
    table(HEAD + FIRST + SECOND)
    answer = table(HEAD + FIRST.replace("1.5", "2") + SECOND.replace(",b", ",c"))

    assert (answer["duplicates"], answer["corrected"]) == (2, 2)
    assert _texts(answer) == [
        "Deep on Mon 2 Nov, 1h30m -> 2h00m",
        "Deep on Tue 3 Nov, note 'b' -> 'c'",
    ]
    assert (
        table(HEAD + FIRST.replace("1.5", "2") + SECOND.replace(",b", ",c"))["changes"]
        == []
    )


def test_a_moved_project_is_corrected_where_it_is(
    tracker: Tracker, table: Import
) -> None:
    """To give sessions another item is no edit of what the log says: it stays, too."""
    table(HEAD + FIRST)
    tracker.ok("move Deep ppo", now=LATER)
    answer = table(HEAD + FIRST.replace("1.5", "2"))

    assert answer["corrected"] == 1
    assert _amounts(tracker) == [("2026-11-02", "ppo", 7200)]


def test_text_of_changes(tracker: Tracker, tmp_path: Path, table: Import) -> None:
    """The text names the line, the day and the change, and the command for what stayed."""
    table(HEAD + FIRST + SECOND)
    tracker.ok("edit last --amount 1h", now=LATER)
    text = HEAD + FIRST.replace("1.5", "2") + SECOND.replace("2.5", "3")
    (tmp_path / "log.csv").write_text(text, encoding="utf-8")
    sessions = tracker.json("sessions")["sessions"]
    uid = next(s["id"] for s in sessions if s["day"] == "2026-11-03")[:4]
    output = tracker.ok(["import", str(tmp_path / "log.csv")])

    assert output == (
        "log.csv is a table: 2 entries, times in Europe/Berlin.\n"
        "  Added 0 entries, Mon 2 Nov; 1 already imported; 1 corrected, because the file\n"
        "  changed.\n"
        "  line 2: Deep on Mon 2 Nov, 1h30m -> 2h00m\n"
        "  line 3: Deep on Tue 3 Nov, 1h00m here, 3h00m in the file. It changed in both:\n"
        "  what is here stays\n"
        f"    To change it: tracker edit {uid} --amount 3h00m\n"
        "Undo: tracker undo\n"
    )


def test_a_change_in_both_is_told_once(
    tracker: Tracker, frames: Callable[..., Any]
) -> None:
    """What changed here and in the file stays as it is here; the command works."""
    frames(FRAME)
    tracker.ok("edit last --amount 20m", now=LATER)
    answer = frames(_changed(1800, None))

    assert answer["corrected"] == 0
    assert [change["what"] for change in answer["changes"]] == ["kept"]
    assert frames(_changed(1800, None))["changes"] == []
    _run(tracker, answer["changes"][0]["answers"][0])
    assert _amounts(tracker) == [("2026-10-26", "ppo", 1800)]


def test_the_same_change_in_both_is_none(
    tracker: Tracker, frames: Callable[..., Any]
) -> None:
    """Where the person made the same change as the log, there is nothing to tell."""
    frames(FRAME)
    tracker.ok("edit last --amount 30m", now=LATER)

    assert frames(_changed(1800))["changes"] == []
    assert frames(_changed(2400))["corrected"] == 1


@pytest.mark.parametrize(("after", "seconds"), [(-60, 1200), (60, 1800)])
def test_the_newest_change_wins(
    tracker: Tracker, frames: Callable[..., Any], after: int, seconds: int
) -> None:
    """Of a change here and one that the log dates, the newest one wins."""
    tracker.now = "2026-11-22T10:00"
    frames(FRAME)
    tracker.ok("edit last --amount 20m", now="2026-11-22T15:00")
    edited_at = 1795356000
    tracker.now = LATER
    answer = frames(_changed(1800, edited_at + after))

    assert _amounts(tracker) == [("2026-10-26", "ppo", seconds)]
    assert len(answer["changes"]) == 1


@pytest.mark.parametrize(
    ("updated", "hours"),
    [
        ("2026-11-22 14:59", 1),
        ("2026-11-22 15:01", 2),
        ("2026-11-22T13:59:00Z", 1),
        ("2026-11-22T14:01:00Z", 2),
        ("soon", 1),
        ("", 1),
    ],
)
def test_a_column_of_changes(
    tracker: Tracker, table: Import, updated: str, hours: int
) -> None:
    """A table with ids may date its changes; a time without a zone is in the file's."""
    head, row = "id,date,project,hours,Last modified\n", "101,2026-11-02,Deep,{},{}\n"
    tracker.now = "2026-11-22T10:00"
    table(head + row.format(3, "2026-11-20 10:00"))
    tracker.ok("edit last --amount 1h", now="2026-11-22T15:00")
    tracker.now = LATER
    answer = table(head + row.format(2, updated))

    assert _amounts(tracker) == [("2026-11-02", "deep", hours * 3600)]
    assert [change["what"] for change in answer["changes"]] == [
        "corrected" if hours == 2 else "kept"
    ]


# An older export.
def test_an_older_export_turns_nothing_back(tracker: Tracker, table: Import) -> None:
    """A file that says what the log said before its last import changes nothing."""
    table(HEAD + FIRST)
    table(HEAD + FIRST.replace("1.5", "2"))
    before = tracker.json("history")
    answer = table(HEAD + FIRST)

    assert _amounts(tracker) == [("2026-11-02", "deep", 7200)]
    assert _texts(answer) == [
        "Deep on Mon 2 Nov, 2h00m here, 1h30m in the file. A later import said"
        " otherwise: what is here stays"
    ]
    assert tracker.json("history") == before
    _run(tracker, answer["changes"][0]["answers"][0])
    assert _amounts(tracker) == [("2026-11-02", "deep", 5400)]


def test_a_change_with_an_older_date_turns_nothing_back(
    tracker: Tracker, frames: Callable[..., Any]
) -> None:
    """Nor does a state that was never imported, if the log dates it before the last."""
    frames(FRAME)

    assert frames(_changed(1200, BEGAN + 650))["corrected"] == 0
    assert frames(_changed(1200, BEGAN + 750))["corrected"] == 1
    # A change back to what was imported first, dated by the log, is a change.
    assert frames(_changed(600, BEGAN + 800))["corrected"] == 1
    assert _amounts(tracker) == [("2026-10-26", "ppo", 600)]


# Undo, redo and a second machine.
def test_a_correction_is_undone(tracker: Tracker, table: Import) -> None:
    """Undo takes a correction back, and the same file corrects again afterwards."""
    table(HEAD + FIRST)
    before = tracker.json("sessions")
    table(HEAD + FIRST.replace("1.5", "2"))
    corrected = tracker.json("sessions")
    tracker.ok("undo")

    assert tracker.json("sessions") == before
    tracker.ok("redo")
    assert tracker.json("sessions") == corrected
    tracker.ok("undo")
    assert table(HEAD + FIRST.replace("1.5", "2"))["corrected"] == 1


def test_two_machines(tracker: Tracker, tmp_path: Path, table: Import) -> None:
    """What one machine imported and edited is recognised on the other after a merge."""
    table(HEAD + FIRST + SECOND)
    other = tmp_path / "other.db"
    tracker.ok(f"--db '{other}' import '{tmp_path / 'log.csv'}'")
    tracker.ok("edit last --amount 1h", now=LATER)
    tracker.ok(f"--db '{other}' merge '{tracker.db}'")
    answer = json.loads(
        tracker.ok(f"--db '{other}' import '{tmp_path / 'log.csv'}' --json")
    )

    assert (answer["added"], answer["changes"]) == (0, [])
    sessions = json.loads(tracker.ok(f"--db '{other}' sessions --json"))["sessions"]
    assert sorted(s["seconds"] for s in sessions) == [3600, 5400]


# Any rows: id, day, hours, project and note; few of each, so that many are alike.
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["", "", "1", "2", "3456789012"]),
        st.sampled_from(["2026-11-02", "2026-11-03"]),
        st.sampled_from(["1", "2"]),
        st.sampled_from(["ppo", "rl"]),
        st.sampled_from(["", "x"]),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=12)
@given(rows=ROWS, number=st.integers(0, 9))
def test_any_file_again(
    tracker: Tracker, table: Import, rows: list[tuple[str, ...]], number: int
) -> None:
    """Whatever rows a file has and whatever was edited, the same file changes nothing."""
    tracker.db.unlink(missing_ok=True)
    text = "id,date,hours,project,note\n" + "".join(f"{','.join(r)}\n" for r in rows)
    table(text)
    sessions = tracker.json("sessions --limit 99")["sessions"]
    tracker.ok(f"edit {sessions[number % len(sessions)]['id']} --amount 3h -n mine")
    before = tracker.json("sessions --limit 99")
    again = table(text)

    assert tracker.json("sessions --limit 99") == before
    assert (again["added"], again["duplicates"]) == (0, len(rows))
