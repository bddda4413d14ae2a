"""The one timer: started, stopped, forgotten, discarded."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tests.journal.harness import calm, dump, rows

# The session of the timer is written last.
UIDS = "select uid from session order by id desc"


def test_start_and_stop(tracker: Tracker) -> None:
    """A timer becomes a live session of the elapsed seconds, with its tags."""
    assert tracker("start fastai +deep", "2026-11-23T20:31:10") == Output(
        0, "Started fastai +deep at 20:31. When done: tracker stop\n", ""
    )

    (session,) = tracker.json("stop -n 'lesson 3'", "2026-11-23T21:43:15")["sessions"]

    assert (session["started_at"], session["seconds"], session["source"]) == (
        "2026-11-23T20:31:10+01:00",
        4325,
        "live",
    )
    assert (session["note"], session["tags"]) == ("lesson 3", ["deep"])
    assert tracker.json("status")["running"] is None


def test_stop_text(tracker: Tracker) -> None:
    """The answer to stop is that of log."""
    tracker.ok("start fastai", "2026-11-23T20:30")

    assert calm(tracker.ok("stop", "2026-11-23T21:30")) == (
        "Logged 1h00m on fastai, Mon 23 Nov, 20:30-21:30 (ID).\n"
        "Total 1 h. Undo: tracker undo\n"
    )


def test_running_item_again(tracker: Tracker) -> None:
    """To start what runs already is refused, and changes nothing."""
    tracker.ok("start fastai")
    tracker.now = "2026-11-23T15:00"
    running = dump(tracker.db)

    for words in ("start fastai", "start fastai +pair", "start", "continue"):
        assert tracker(words) == Output(
            4,
            "",
            "The timer is already running on fastai.\n"
            "To stop it: tracker stop\nTo discard it: tracker cancel\n"
            "To correct its start: tracker start fastai TIME\n",
        )
    assert dump(tracker.db) == running


def test_switch(tracker: Tracker) -> None:
    """Another item stops and logs the one that runs; one undo takes both back."""
    tracker.ok("start fastai 'lesson 4' +deep", "2026-11-23T20:00")
    running = dump(tracker.db)

    assert calm(tracker.ok("start ppo +pair", "2026-11-23T21:30")) == (
        "Logged 1h30m on fastai +deep, Mon 23 Nov, 20:00-21:30 (ID).\n"
        "  Note: lesson 4\n"
        "Total 1h30m.\n"
        "Started ppo +pair at 21:30. When done: tracker stop\n"
        "Undo both: tracker undo\n"
    )
    assert tracker.json("history")["commands"][0]["words"] == "start ppo +pair"
    tracker.ok("undo")
    assert dump(tracker.db) == running


def test_switch_at_a_time(tracker: Tracker) -> None:
    """`start ITEM 23:50` ends what runs at that time; it must be since its start."""
    tracker.ok("start fastai", "2026-11-23T23:00")

    answer = tracker.json("start ppo 23:50", "2026-11-24T00:10")

    assert [session["seconds"] for session in answer["sessions"]] == [3000]
    assert answer["running"]["started_at"] == "2026-11-23T23:50:00+01:00"
    assert tracker("start learnpython 23:40") == Output(
        4,
        "",
        "'23:40' is not between Mon 23 Nov, 23:50, and Tue 24 Nov, 00:10.\n"
        "Type a time between the two, for example 00:00.\n"
        "  tracker start learnpython 00:00\n",
    )


def test_switch_at_once(tracker: Tracker) -> None:
    """A timer that is switched in the second of its start leaves no session."""
    tracker.ok("start fastai")

    assert tracker.ok("start ppo") == (
        "Nothing was logged on fastai: its timer had just been started.\n"
        "Started ppo at 14:30. When done: tracker stop\n"
        "Undo both: tracker undo\n"
    )
    assert rows(tracker.db, "select count(*) from session") == [(0,)]
    tracker.ok("undo")
    assert tracker.json("status")["running"]["item"] == "fastai"


def test_switch_from_a_forgotten_timer(tracker: Tracker) -> None:
    """A timer that may have been forgotten is asked about before another starts."""
    tracker.ok("start fastai", "2026-11-22T22:30")
    running = dump(tracker.db)

    assert tracker("start ppo", "2026-11-23T08:30") == Output(
        4,
        "",
        "The timer on fastai has run for 10h00m, longer than 6 h. It is still running.\n"
        "Say when you stopped, for example: tracker stop --at 23:30\n"
        "If you worked until now: tracker stop --trust\n"
        "To discard it: tracker cancel\n"
        "Then type your command again.\n",
    )
    assert dump(tracker.db) == running
    assert tracker.json("start ppo 23:30")["sessions"][0]["seconds"] == 3600


def test_pause_and_continue(tracker: Tracker) -> None:
    """After a pause the same item goes on, with its tags and note."""
    tracker.ok("start fastai 'lesson 4' +deep", "2026-11-23T20:00")

    assert calm(tracker.ok("pause", "2026-11-23T20:45")) == (
        "Logged 45m on fastai +deep, Mon 23 Nov, 20:00-20:45 (ID).\n"
        "  Note: lesson 4\n"
        "Total 45m. Undo: tracker undo\n"
        "To go on: tracker continue\n"
    )
    assert tracker.ok("continue", "2026-11-23T21:00") == (
        "Started fastai +deep, the last item, at 21:00. When done: tracker stop\n"
        "  Note: lesson 4\n"
    )
    tracker.ok("stop", "2026-11-23T21:30")
    assert rows(
        tracker.db, "select seconds, tags, note, source from session order by id"
    ) == [
        (2700, " deep ", "lesson 4", "live"),
        (1800, " deep ", "lesson 4", "live"),
    ]


def test_start_alone(tracker: Tracker) -> None:
    """`start` alone resumes the last item with its tags; tags and a note can be new."""
    assert tracker("start") == Output(
        2, "", "Which item?\nType its name:\n  tracker start ITEM\n"
    )
    assert tracker("continue") == Output(
        4,
        "",
        "Nothing was logged here yet, so there is nothing to continue.\n"
        "To start a timer: tracker start fastai\n",
    )
    tracker.ok("log ppo 1h +deep -n baseline")

    assert tracker.ok("start") == (
        "Started ppo +deep, the last item, at 14:30. When done: tracker stop\n"
    )
    tracker.ok("cancel")
    assert tracker.ok("start +pair -n 'lesson 5'") == (
        "Started ppo +pair, the last item, at 14:30. When done: tracker stop\n"
        "  Note: lesson 5\n"
    )


@pytest.mark.parametrize(
    ("start", "stop", "tags", "note"),
    [
        ("-n 'lesson 4' +deep", "", " deep ", "lesson 4"),
        ("-n 'lesson 4' +deep", "+pair", " deep pair ", "lesson 4"),
        ("-n 'lesson 4'", "-n 'all of it'", "", "lesson 4; all of it"),
        ("-n 'lesson 4'", "'all of it' 14:55", "", "lesson 4; all of it"),
        ("-n 'lesson 4'", "-n 'lesson 4'", "", "lesson 4"),
        ("-n 'lesson 4'", "-n ''", "", ""),
        ("'lesson 4'", "now baseline", "", "lesson 4; baseline"),
        ("+deep", "fastai +deep got it", " deep ", "got it"),
        ("", "14:55 'part one' +a", " a ", "part one"),
    ],
)
def test_notes_and_tags(
    tracker: Tracker, start: str, stop: str, tags: str, note: str
) -> None:
    """What is said at the start and at the stop is all in the session."""
    tracker.ok(f"start fastai {start}", "2026-11-23T14:30")

    answer = tracker.ok(f"stop {stop}", "2026-11-23T15:00")

    assert rows(tracker.db, "select tags, note from session") == [(tags, note)]
    assert (f"  Note: {note}\n" in answer) == bool(note)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (
            "stop ppo",
            "The timer is running on fastai, not on ppo.\n"
            "To stop it: tracker stop\nTo switch: tracker start ppo\n",
        ),
        (
            "stop 20m",
            "'20m' is an amount, not one time.\n"
            'If it took 20m, stop now; then "edit last 20m" sets the length.\n'
            "To stop now, or that long ago:\n"
            "  tracker stop\n  tracker stop '20m ago'\n",
        ),
        (
            "stop 2h",
            "'2h' is an amount, not one time.\n"
            'If it took 2h, stop now; then "edit last 2h" sets the length.\n'
            "To stop now:\n  tracker stop\n",
        ),
        (
            "stop 14:30-14:45",
            "'14:30-14:45' is a range, not one time.\nType one time:\n"
            "  tracker stop 14:45\n",
        ),
        (
            "stop 9",
            "'9' is not a time.\nType a time, or a note after -n:\n"
            "  tracker stop now\n  tracker stop -n 9\n",
        ),
        (
            "stop 14:40 --at 14:45",
            "'14:40' and --at 14:45 are both times.\nType one of them:\n"
            "  tracker stop 14:40\n  tracker stop --at 14:45\n",
        ),
        (
            "start ppo 1h",
            "'1h' is an amount, not one time.\nTo log it: tracker log ppo 1h\n"
            "  tracker start ppo '1h ago'\n",
        ),
    ],
)
def test_unclear_words(tracker: Tracker, words: str, text: str) -> None:
    """Words that could be something else are asked about; the timer keeps running."""
    tracker.ok("start fastai", "2026-11-23T14:30")
    running = dump(tracker.db)

    answer = tracker(words, "2026-11-23T15:00")

    assert (answer.code in (2, 4), answer.err) == (True, text)
    assert dump(tracker.db) == running


@given(
    st.integers(1, 5 * 3600),
    st.integers(60, 5 * 3600),
    st.sampled_from(["", "+deep", "+deep 'lesson 4'"]),
    st.booleans(),
)
def test_switch_is_stop_and_start(
    tracker: Tracker, ran: int, back: int, words: str, at_a_time: bool
) -> None:
    """A switch logs what `stop` logs, and leaves the timer that `start` leaves."""
    began = datetime(2026, 11, 23, 9)
    now = began + timedelta(seconds=ran)
    at = ""
    if at_a_time and ran > back:
        at = f" {now - timedelta(seconds=back):%H:%M:%S}"
    left = []
    for commands in (
        (f"start ppo{at} {words}",),
        (f"stop{at}", f"start ppo{at} {words}"),
    ):
        for table in ("session", "timer", "overlap"):
            rows(tracker.db, f"delete from {table}")
        tracker.ok("start fastai +a 'lesson 3'", began.isoformat())
        for command in commands:
            tracker.ok(command, now.isoformat())
        timer = "item_id, started_at, utc_offset, tags, note, by_hand"
        session = "item_id, day, seconds, started_at, tags, note, source, logged_at"
        left.append(
            (
                rows(tracker.db, f"select {timer} from timer"),
                rows(tracker.db, f"select {session} from session"),
            )
        )
        tracker.ok("undo")
        assert len(rows(tracker.db, "select 1 from timer")) == len(commands) % 2

    assert left[0] == left[1]


@pytest.mark.parametrize("command", ["stop", "pause"])
def test_stop_at_once(tracker: Tracker, command: str) -> None:
    """A timer that is stopped in the second of its start leaves no session."""
    tracker.ok("start fastai")
    running = dump(tracker.db)

    assert tracker.ok(command) == (
        "Nothing was logged: the timer had just been started. Undo: tracker undo\n"
    )
    assert tracker.json("status")["running"] is None
    assert rows(tracker.db, "select count(*) from session") == [(0,)]
    tracker.ok("undo")
    assert dump(tracker.db) == running
    assert tracker.json(command)["sessions"] == []


def test_stop_over_midnight(tracker: Tracker) -> None:
    """A timer over midnight becomes two sessions; one undo makes it run again."""
    tracker.ok("start fastai", "2026-11-23T23:15")
    running = dump(tracker.db)

    assert calm(tracker.ok("stop", "2026-11-24T01:00")) == (
        "Logged 1h45m on fastai, Mon 23 Nov, 23:15-01:00 (ID).\n"
        "  By day: 45m Mon 23 Nov, 1h00m Tue 24 Nov.\n"
        "Total 1h45m. Undo: tracker undo\n"
    )
    assert {row[0] for row in rows(tracker.db, "select source from session")} == {
        "live"
    }
    tracker.ok("undo")
    assert dump(tracker.db) == running


@pytest.mark.parametrize(
    ("zone", "start", "stop", "seconds", "ends"),
    [
        ("Europe/Berlin", "2026-03-29T00:30", "2026-03-29T04:30", 3 * 3600, "04:30"),
        ("Europe/Berlin", "2026-10-25T00:30", "2026-10-25T04:30", 5 * 3600, "04:30"),
        ("America/New_York", "2026-03-08T00:30", "2026-03-08T04:30", 3 * 3600, "04:30"),
        ("America/New_York", "2026-11-01T00:30", "2026-11-01T04:30", 5 * 3600, "04:30"),
    ],
)
def test_stop_over_a_clock_change(
    tracker: Tracker,
    monkeypatch: pytest.MonkeyPatch,
    zone: str,
    start: str,
    stop: str,
    seconds: int,
    ends: str,
) -> None:
    """A clock change leaves the elapsed time right, and the end is by the new clock."""
    monkeypatch.setenv("TZ", zone)
    tracker.ok("start fastai", start)

    answer = tracker.ok("stop", stop)

    assert f"00:30-{ends}" in answer
    assert rows(tracker.db, "select seconds from session") == [(seconds,)]


def test_start_at_a_typed_time(tracker: Tracker) -> None:
    """A timer whose start was typed becomes no live session."""
    assert tracker.ok("start fastai --at 23:00", "2026-11-23T00:20") == (
        "Started fastai at Sun 22 Nov, 23:00. When done: tracker stop\n"
        "The time was typed, so exports do not count this as timer hours.\n"
    )
    tracker.ok("stop", "2026-11-23T00:30")

    assert rows(tracker.db, "select source, seconds from session") == [
        ("same-day", 3600),
        ("same-day", 1800),
    ]


def test_stop_with_an_overlap(tracker: Tracker) -> None:
    """A timer that overlaps a session is logged, with the lines that put it right."""
    tracker.ok("start fastai", "2026-11-23T09:00")
    tracker.ok("log ppo 9:30-10:00", "2026-11-23T11:00")

    answer = tracker("stop")

    mine, other = (uid[:4] for (uid,) in rows(tracker.db, UIDS))
    assert (answer.code, answer.err) == (
        0,
        "It ran at the same time as 30m on ppo, Mon 23 Nov, 09:30-10:00. Totals count\n"
        "that time once.\n"
        f"To end it before: tracker edit {mine} --to 09:30\n"
        f"To remove the other: tracker rm {other}\n",
    )
    assert tracker.json("report")["overlap"] == 1800
    tracker.ok(f"edit {mine} --to 09:30")
    assert tracker.json("report")["overlap"] == 0


@pytest.mark.parametrize(
    ("logged", "line"),
    [
        ("8:30-9:20", "To start it after: tracker edit {mine} --from 09:20"),
        ("9:00-11:00", "To remove it: tracker rm {mine}"),
        ("8:00-11:00", "To remove it: tracker rm {mine}"),
        ("10:00-11:00", "To end it before: tracker edit {mine} --to 10:00"),
    ],
)
def test_stop_repaired(tracker: Tracker, logged: str, line: str) -> None:
    """Each line under a stop that overlaps leaves no time twice."""
    tracker.ok("start fastai", "2026-11-23T09:00")
    tracker.ok(f"log ppo {logged}", "2026-11-23T11:00")

    hints = tracker("stop").err.splitlines()[-2:]

    mine, other = (uid[:4] for (uid,) in rows(tracker.db, UIDS))
    lines = [line.format(mine=mine), f"To remove the other: tracker rm {other}"]
    assert hints == lines
    for hint in hints:
        tracker.ok(hint.partition(": tracker ")[2])
        assert tracker.json("report")["overlap"] == 0
        tracker.ok("undo")


@pytest.mark.parametrize(
    ("logged", "hints"),
    [
        ("21:15-21:45", ["To end it before: tracker stop 21:15"]),
        ("20:30-21:30", ["To start it after: tracker start fastai 21:30"]),
        ("21:00-22:00", []),
    ],
)
def test_log_while_the_timer_runs(
    tracker: Tracker, logged: str, hints: list[str]
) -> None:
    """A log of time that the timer counts too says so, with lines that end that."""
    tracker.ok("start fastai", "2026-11-23T21:00")

    answer = tracker(f"log ppo {logged}", "2026-11-23T22:00")

    hints = [*hints, "To discard it: tracker cancel"]
    assert answer.code == 0
    assert answer.err.splitlines() == [
        "The timer on fastai has run since 21:00 too: totals will count the shared time",
        "once.",
        *hints,
    ]
    for hint in hints:
        tracker.ok(hint.partition(": tracker ")[2])
        if tracker.json("status")["running"]:
            tracker.ok("stop", "2026-11-23T22:05")
        assert tracker.json("report")["overlap"] == 0
        tracker.ok("undo")
        if not tracker.json("status")["running"] or "start" in hint:
            tracker.ok("undo")


@pytest.mark.parametrize("words", ["log ppo 1h", "log ppo 20:00-21:00"])
def test_log_beside_the_timer(tracker: Tracker, words: str) -> None:
    """A log that shares no time with the timer gets no remark; an edit into it does."""
    tracker.ok("start fastai", "2026-11-23T21:00")

    assert tracker(words, "2026-11-23T22:00").err == ""
    assert tracker("edit last -n why").err == ""
    assert "has run since 21:00 too" in tracker("edit last 21:00-21:30").err
    assert tracker("edit last -n again").err == ""


def test_move_the_start(tracker: Tracker) -> None:
    """A time moves the start of the timer that runs, and adds tags and note; one undo."""
    tracker.ok("start fastai 'lesson 4' +pair", "2026-11-23T21:00")
    running = dump(tracker.db)
    tracker.now = "2026-11-23T21:10"

    assert tracker.ok("start 20:30") == (
        "Started fastai +pair at 20:30, not 21:00. When done: tracker stop\n"
        "  Note: lesson 4\n"
        "The time was typed, so exports do not count this as timer hours.\n"
        "Undo: tracker undo\n"
    )
    moved = dump(tracker.db)
    assert tracker.ok("start fastai --at 20:30") == (
        "Nothing changed: already started fastai +pair at 20:30.\n"
    )
    assert dump(tracker.db) == moved
    assert tracker.ok("start fastai 20:45 +deep -n 'part 2'") == (
        "Started fastai +deep +pair at 20:45, not 20:30. When done: tracker stop\n"
        "  Note: lesson 4; part 2\n"
        "The time was typed, so exports do not count this as timer hours.\n"
        "Undo: tracker undo\n"
    )
    tracker.ok("undo")
    assert dump(tracker.db) == moved
    tracker.ok("undo")
    assert dump(tracker.db) == running
    assert tracker("start fastai 22:00").code == 4


def test_stop_at_a_typed_time(tracker: Tracker) -> None:
    """A stop whose time was typed says that its hours are not timer hours."""
    tracker.ok("start fastai", "2026-11-23T21:00")

    answer = tracker("stop 21:30", "2026-11-23T22:00")

    assert answer.err == (
        "The time was typed, so exports do not count this as timer hours.\n"
    )
    assert rows(tracker.db, "select source from session") == [("same-day",)]


def test_stop_on_a_full_day(tracker: Tracker) -> None:
    """A timer that would fill a day past 24 h is refused, and keeps running."""
    tracker.ok("log ppo 23h --on today", "2026-11-23T20:00")
    tracker.ok("start fastai", "2026-11-23T20:00")
    before = dump(tracker.db)

    assert (tracker("stop", "2026-11-23T22:00").code, dump(tracker.db) == before) == (
        4,
        True,
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("stop --at 15:00", 4),
        ("stop --at 13:00", 4),
        ("stop --at nonsense", 2),
    ],
)
def test_stop_refused(tracker: Tracker, words: str, code: int) -> None:
    """A timer ends after its start and not in the future; else nothing is written."""
    tracker.ok("start fastai", "2026-11-23T14:00")
    tracker.now = "2026-11-23T14:00"
    before = tracker.db.read_bytes()

    assert (tracker(words).code, tracker.db.read_bytes() == before) == (code, True)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("start", 2),
        ("start fastai 1h", 2),
        ("start nobody", 3),
        ("start fastai --at 15:00", 4),
        ("cancel", 4),
        ("stop", 4),
    ],
)
def test_no_timer(tracker: Tracker, words: str, code: int) -> None:
    """A refused start starts nothing; without a timer, stop and cancel are refused."""
    assert (tracker(words).code, tracker.json("status")["running"]) == (code, None)


def test_cancel(tracker: Tracker) -> None:
    """A discarded timer leaves no session; undo makes it run again."""
    tracker.ok("start fastai +deep 'lesson 4'", "2026-11-23T14:00")
    running = dump(tracker.db)

    assert tracker.ok("cancel", "2026-11-23T14:30") == (
        "Discarded 30m on fastai +deep, since 14:00; nothing was logged.\n"
        "  Note: lesson 4\n"
        "To have it back: tracker undo\n"
    )
    assert rows(tracker.db, "select count(*) from session") == [(0,)]
    tracker.ok("undo")
    assert dump(tracker.db) == running


def test_clock_set_back(tracker: Tracker) -> None:
    """Where the computer's clock was set back, a timer has run for 0 minutes."""
    tracker.ok("start fastai", "2026-11-23T14:00")

    assert tracker.ok("status", "2026-11-23T13:00").startswith(
        "fastai, 0m since 14:00."
    )
    assert tracker("stop").code == 4
    assert tracker.ok("cancel").startswith("Discarded 0m on fastai, since 14:00;")
