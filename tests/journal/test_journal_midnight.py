"""A session over midnight: stored as a part for each day, and one thing to its person."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker, split_words
from tests.journal.harness import calm, dump, rows

NIGHT = 'log ppo "yesterday 22:30-1:00" -n sweep +deep'
PARTS = [
    ("ppo", "2026-11-22", "2026-11-22T22:30:00+01:00", 5400, "sweep", ["deep"]),
    ("ppo", "2026-11-23", "2026-11-23T00:00:00+01:00", 3600, "sweep", ["deep"]),
]


def parts(tracker: Tracker) -> list[tuple[object, ...]]:
    """Item, day, start, seconds, note and tags of each session."""
    names = ("item", "day", "started_at", "seconds", "note", "tags")
    sessions = tracker.json("sessions --limit 99")["sessions"]
    return [tuple(session[name] for name in names) for session in sessions]


def ids(tracker: Tracker) -> list[str]:
    return [session["id"] for session in tracker.json("sessions")["sessions"]]


@pytest.fixture(name="night")
def _night(tracker: Tracker) -> Tracker:
    tracker.ok(NIGHT)
    return tracker


def test_one_line_for_a_night(tracker: Tracker) -> None:
    """The answer shows the whole session, and how its time counts by day."""
    assert calm(tracker.ok(NIGHT)) == (
        "Logged 2h30m on ppo +deep, Sun 22 Nov, 22:30-01:00 (ID).\n"
        "  By day: 1h30m Sun 22 Nov, 1h00m Mon 23 Nov.\n"
        "  Note: sweep\n"
        "Total 2h30m. Undo: tracker undo\n"
    )
    assert parts(tracker) == PARTS


@pytest.mark.parametrize("which", ["last", "0", "1"])
def test_rm_of_a_night(night: Tracker, which: str) -> None:
    """The id of any part removes all parts; undo restores them."""
    before = dump(night.db)
    typed = which if which == "last" else ids(night)[int(which)]

    assert calm(night.ok(["rm", typed])) == (
        "Removed 2h30m on ppo +deep, Sun 22 Nov, 22:30-01:00 (ID). Undo: tracker undo\n"
    )
    assert parts(night) == []
    night.ok("undo")
    assert dump(night.db) == before


def test_rm_of_both_parts(night: Tracker) -> None:
    """Both ids of a night name one session; with another one, the total is of two."""
    night.ok("log ppo 1h --on 2026-11-20")
    other, *both = ids(night)

    assert calm(night.ok(["rm", *both, other])) == (
        "Removed 2h30m on ppo +deep, Sun 22 Nov, 22:30-01:00 (ID).\n"
        "Removed 1h00m on ppo, Fri 20 Nov (ID).\n"
        "Together 2 sessions, 3h30m. Undo: tracker undo\n"
    )


@pytest.mark.parametrize("part", [0, 1])
def test_edit_of_a_night(night: Tracker, part: int) -> None:
    """Note, tags and item change on all parts, whichever is named."""
    answer = night.ok(
        ["edit", ids(night)[part], *["--note", "x", "--tag", "y", "--item", "fastai"]]
    )

    assert calm(answer) == (
        "Changed to 2h30m on fastai +y, Sun 22 Nov, 22:30-01:00 (ID).\n"
        "  By day: 1h30m Sun 22 Nov, 1h00m Mon 23 Nov.\n"
        "  Before: 2h30m on ppo +deep, Sun 22 Nov, 22:30-01:00.\n"
        "  Note: x\n"
        "Total 2h30m. Undo: tracker undo\n"
    )
    assert [each[0] for each in parts(night)] == ["fastai", "fastai"]
    assert [each[4:] for each in parts(night)] == [("x", ["y"])] * 2


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("--amount 2h", [("2026-11-22T22:30", 90), ("2026-11-23T00:00", 30)]),
        ("--amount 1h", [("2026-11-22T22:30", 60)]),
        ("--amount 1h30m", [("2026-11-22T22:30", 90)]),
        ("--amount 4h", [("2026-11-22T22:30", 90), ("2026-11-23T00:00", 150)]),
        ("--from 23:00", [("2026-11-22T23:00", 60), ("2026-11-23T00:00", 60)]),
        ("--to 'today 0:30'", [("2026-11-22T22:30", 90), ("2026-11-23T00:00", 30)]),
        ("--to 0:30", [("2026-11-22T22:30", 90), ("2026-11-23T00:00", 30)]),
        ("--to 23:30", [("2026-11-22T22:30", 60)]),
        ("--from 20:00 --to 21:00", [("2026-11-22T20:00", 60)]),
        ("--on 2026-11-19", [("2026-11-19T22:30", 90), ("2026-11-20T00:00", 60)]),
    ],
)
def test_edit_the_time_of_a_night(
    night: Tracker, words: str, times: list[tuple[str, int]]
) -> None:
    """The start is that of the first part, the amount that of all; undo restores both."""
    before = dump(night.db)
    night.ok(f"edit last {words}")

    expected = [
        ("ppo", at[:10], f"{at}:00+01:00", 60 * minutes, "sweep", ["deep"])
        for at, minutes in times
    ]
    assert parts(night) == expected
    night.ok("undo")
    assert dump(night.db) == before


def test_an_edit_of_a_night_that_changes_nothing(night: Tracker) -> None:
    """The same amount changes nothing, and the answer is the whole session."""
    before = dump(night.db)

    assert calm(night.ok("edit last --amount 2h30m --note sweep")) == (
        "Nothing changed: it is already 2h30m on ppo +deep, Sun 22 Nov, 22:30-01:00\n"
        "(ID).\n"
    )
    assert dump(night.db) == before


def test_a_night_beside_another(night: Tracker) -> None:
    """A night may go on overlapping what it overlapped, and nothing else."""
    night.ok("log fastai 0:30-1:30 --overlap")
    night.ok("log fastai 2:00-3:00")
    whole = ids(night)[0]

    night.ok(["edit", whole, "--amount", "2h45m"])
    refused = night(["edit", whole, "--amount", "4h"])

    assert refused.code == 4
    assert refused.err.startswith("That overlaps fastai, Mon 23 Nov, 02:00-03:00")


def test_parts_changed_apart(night: Tracker) -> None:
    """Parts that an older tracker gave other notes are sessions of their own."""
    rows(night.db, "update session set note = 'two' where part_of is not null")
    first, second = ids(night)

    assert calm(night.ok(["edit", first, "--amount", "1h"])) == (
        "Changed to 1h00m on ppo +deep, Sun 22 Nov, 22:30-23:30 (ID).\n"
        "  Before: 1h30m on ppo +deep, Sun 22 Nov, 22:30-00:00.\n"
        "Total 2 h. Undo: tracker undo\n"
    )
    assert rows(night.db, "select part_of from session") == [(None,), (None,)]
    assert calm(night.ok(["rm", second])) == (
        "Removed 1h00m on ppo +deep, Mon 23 Nov, 00:00-01:00 (ID). Undo: tracker undo\n"
    )
    assert [each[1] for each in parts(night)] == ["2026-11-22"]


def test_a_part_without_its_first(night: Tracker) -> None:
    """A part whose first part a merge removed can be changed and removed."""
    rows(night.db, "delete from session where part_of is null")

    night.ok("edit last --amount 30m")
    night.ok("rm last")

    assert parts(night) == []


def test_move_counts_nights_once(tracker: Tracker, tmp_path: Path) -> None:
    """A night that was imported is one of the sessions that move."""
    (tmp_path / "old.csv").write_text(
        "project,start,end\nDeep,2026-11-02 22:00,2026-11-03 01:00\n"
        "Deep,2026-11-04 20:00,2026-11-04 21:00\n",
        encoding="utf-8",
    )
    tracker.ok(["import", str(tmp_path / "old.csv")])

    assert tracker.json("move Deep ppo")["moved"] == 2
    assert tracker.ok("move Deep fastai").startswith(
        "Moved 2 sessions of Deep (4h00m) to fastai."
    )


def test_merge_counts_nights_once(tracker: Tracker, tmp_path: Path) -> None:
    """A night is one session where a merge adds, changes and removes it."""
    other, counts = ["--db", str(tmp_path / "other.db")], []
    tracker.ok(["backup", other[1]])
    for hour, words in enumerate(
        [NIGHT, "edit last --note x", "edit last 2h", "rm last"]
    ):
        tracker.ok([*other, *split_words(words)], f"2026-11-23T{15 + hour}:00")
        counts.append(tracker.ok(["merge", other[1]]).splitlines()[1])

    assert counts == [
        "  Added: 1 session.",
        "  Changed: 1 session.",
        "  Changed: 1 session.",
        "  Removed: 1 session.",
    ]


def test_exports_count_nights_once(night: Tracker) -> None:
    """A night is one of the sessions edited; on its second day alone, it is one too."""
    night.ok("edit last 2h", "2026-11-23T15:00")

    for options in ("", "--since 2026-11-23"):
        answer = night.ok(f"export hours {options}")
        assert ": 1 session.\n" in answer


CLOCKS = st.integers(0, 95).map(lambda quarter: f"{quarter // 4}:{quarter % 4 * 15:02}")


@settings(max_examples=25)
@given(first=st.tuples(CLOCKS, CLOCKS), second=st.tuples(CLOCKS, CLOCKS))
def test_an_edited_stretch_is_as_if_logged_so(
    first: tuple[str, str], second: tuple[str, str], tracker: Tracker, template: Path
) -> None:
    """Whatever stretch is edited to other times has the parts that log would make."""
    options = [f"--from {start} --to {end}" for start, end in (first, second)]
    tracker.db.write_bytes(template.read_bytes())
    if tracker(f"log ppo --on 2026-11-20 {options[0]}").code:
        return
    if tracker(f"edit last --on 2026-11-20 {options[1]}").code:
        return
    edited = parts(tracker)
    tracker.ok("rm last")
    tracker.ok(f"log ppo --on 2026-11-20 {options[1]}")

    assert edited == parts(tracker)


def test_one_count(tracker: Tracker) -> None:
    """Each list and each sum counts a session over midnight once."""
    tracker.ok("log fastai 23:00-1:00 --on 2026-11-17")
    tracker.ok("log fastai 23:00-1:00 --on 2026-11-18")
    tracker.ok("log fastai 30m --on 2026-11-19")

    assert "4h30m in 3 sessions" in tracker.ok("show fastai")
    assert "4h30m in 3 sessions" in tracker.ok("report -a")
    lines = calm(tracker.ok("sessions --limit 2")).splitlines()
    assert lines == [
        "ID  Wed 18 Nov  23:00-01:00  2h00m  fastai",
        "ID  Thu 19 Nov                 30m  fastai",
        "The latest 2 of 3 sessions, 4h30m.",
    ]
    assert tracker.ok("sessions --limit 3") == tracker.ok("log")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("ppo", "2h00m on fastai, Tue 17 Nov, again (was on ppo)."),
        (
            "--to 23:30",
            "2h00m on fastai, Tue 17 Nov, 23:00-01:00, again (was 30m, 23:00-23:30).",
        ),
        ("--on 2026-11-16", "2h00m on fastai, Tue 17 Nov, again (was Mon 16 Nov)."),
    ],
)
def test_undo_of_a_night(tracker: Tracker, words: str, said: str) -> None:
    """What an undo did to a session over midnight is said once."""
    tracker.ok("log fastai 23:00-1:00 --on 2026-11-17")
    tracker.ok(f"edit last {words}")

    answer = " ".join(tracker.ok("undo").split())

    assert answer == f"Undone: edit last {words}, just now: {said} Redo: tracker redo"


def test_overlap_with_a_night(tracker: Tracker) -> None:
    """A session over midnight is named once where another runs at the same time."""
    tracker.ok("log ppo 22:00-0:30 --on 2026-11-17")

    answer = tracker("log fastai 23:00-1:00 --on 2026-11-17 --overlap")

    assert answer.err == (
        "It ran at the same time as 2h30m on ppo, Tue 17 Nov, 22:00-00:30. Totals count\n"
        "that time once.\n"
    )
