"""Any commands of the journal: no day past 24 h, and all can be undone."""

import shutil
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.journal.harness import dump, rows
from tracker.journal.rules.overlaps import overlap_seconds
from tracker.limits import LONGEST_SESSION

ITEMS = st.sampled_from(["fastai", "ppo", "ziegler-2019"])
CLOCKS = st.sampled_from(
    ["0:00", "0:20", "3:30", "9:00", "9:45", "10:15", "14:00", "21:00", "23:30"]
)
DAYS = st.sampled_from(["2026-10-24", "2026-10-25", "2026-11-21", "2026-11-22"])
AMOUNTS = st.sampled_from(["1m", "45m", "1h30m", "5h", "11h", "23h", "24h"])
OVERLAP = st.sampled_from(["", " --overlap"])
COMMANDS = st.one_of(
    st.builds("log {} {} --on {} +a -n x".format, ITEMS, AMOUNTS, DAYS),
    st.builds(
        "log {} --from {} {} --on {}{}".format, ITEMS, CLOCKS, AMOUNTS, DAYS, OVERLAP
    ),
    st.builds("log {} {}-{} --on {}{}".format, ITEMS, CLOCKS, CLOCKS, DAYS, OVERLAP),
    st.builds("start {} --at '{} {}'".format, ITEMS, DAYS, CLOCKS),
    st.builds("stop --at '{} {}' -n y".format, DAYS, CLOCKS),
    st.builds("edit last --amount {}{}".format, AMOUNTS, OVERLAP),
    st.builds("edit last --on {} --from {}{}".format, DAYS, CLOCKS, OVERLAP),
    st.builds("edit last --item {} --note z --tag b".format, ITEMS),
    st.builds("recall {} {} --over 2026-10".format, ITEMS, AMOUNTS),
    st.sampled_from(["stop --trust", "cancel", "rm last", "undo", "redo"]),
)


def clocks(db: Path) -> dict[str, tuple[int, int]]:
    """Each day's seconds on the clock, and how far its stored overlap is off."""
    stored = dict(rows(db, "select day, seconds from overlap"))
    days: dict[str, tuple[int, int]] = {}
    for (day,) in rows(db, "select distinct day from session"):
        sessions = rows(
            db, f"select seconds, started_at from session where day = '{day}'"
        )
        timed = [(start, seconds) for seconds, start in sessions if start is not None]
        overlap = overlap_seconds((start, start + seconds) for start, seconds in timed)
        clock = sum(seconds for seconds, _ in sessions) - overlap
        days[day] = (clock, stored.pop(day, 0) - overlap)
    assert not stored
    return days


@settings(max_examples=15)
@given(commands=st.lists(COMMANDS, min_size=4, max_size=14))
def test_any_commands(tracker: Tracker, template: Path, commands: list[str]) -> None:
    """No day passes 24 h on its clock; undoing all, then redoing, restores every row."""
    shutil.copyfile(template, tracker.db)
    states = [dump(tracker.db)]
    for words in commands:
        before, file = dump(tracker.db), tracker.db.read_bytes()
        code = tracker(words, "2026-11-22T23:45").code
        after = dump(tracker.db)
        assert code in (0, 2, 4) or (code == 3 and "last" in words)
        if code:
            assert tracker.db.read_bytes() == file
        elif words == "undo":
            assert after == states[-2]
            states.pop()
        elif (words != "redo" and after != before) or words == "redo":
            states.append(after)
        assert all(
            clock <= LONGEST_SESSION and not off
            for clock, off in clocks(tracker.db).values()
        )
    for earlier in reversed(states[:-1]):
        tracker.ok("undo")
        assert dump(tracker.db) == earlier
    for later in states[1:]:
        tracker.ok("redo")
        assert dump(tracker.db) == later
