"""Correcting and removing sessions."""

import pytest

from tests.conftest import Output, Tracker
from tests.journal.harness import calm, dump, rows, start_days_at_four


def ids(tracker: Tracker) -> list[str]:
    """Whole ids, the oldest session first."""
    sessions = tracker.json("sessions --limit 99")["sessions"]
    return [session["id"] for session in sessions]


def test_edit_amount(tracker: Tracker) -> None:
    """Another amount moves the end; the answer says what the session was before."""
    tracker.ok("log fastai 9:00-10:00")

    assert calm(tracker.ok("edit last --amount 1h30m")) == (
        "Changed to 1h30m on fastai, Mon 23 Nov, 09:00-10:30 (ID).\n"
        "  Before: 1h00m on fastai, Mon 23 Nov, 09:00-10:00.\n"
        "Total 1h30m. Undo: tracker undo\n"
    )


@pytest.mark.parametrize(
    ("words", "day", "started", "seconds"),
    [
        ("--from 9:30", "2026-11-20", "2026-11-20T09:30:00+01:00", 5400),
        ("--to 12:00", "2026-11-20", "2026-11-20T10:00:00+01:00", 7200),
        ("--to 0:30", "2026-11-20", "2026-11-20T10:00:00+01:00", None),
        ("14:00 - 14:20", "2026-11-20", "2026-11-20T14:00:00+01:00", 1200),
        ("--from 14:00 --to 14:20", "2026-11-20", "2026-11-20T14:00:00+01:00", 1200),
        ("--from 14:00 --amount 2h", "2026-11-20", "2026-11-20T14:00:00+01:00", 7200),
        ("--to 14:00 --amount 2h", "2026-11-20", "2026-11-20T12:00:00+01:00", 7200),
        ("--on 2026-11-18", "2026-11-18", "2026-11-18T10:00:00+01:00", 3600),
        ("--on 2026-07-18", "2026-07-18", "2026-07-18T10:00:00+02:00", 3600),
        (
            "--on 2026-11-18 --from 8:00",
            "2026-11-18",
            "2026-11-18T08:00:00+01:00",
            10800,
        ),
        ("--on 2026-11-18 --to 11:30", "2026-11-18", "2026-11-18T10:00:00+01:00", 5400),
        (
            "--from 'yesterday 8:00' --to 'yesterday 9:00'",
            "2026-11-22",
            "2026-11-22T08:00:00+01:00",
            3600,
        ),
        (
            "--from 'yesterday 8:00' --amount 1h",
            "2026-11-22",
            "2026-11-22T08:00:00+01:00",
            3600,
        ),
        (
            "--to 'yesterday 8:00' --amount 1h",
            "2026-11-22",
            "2026-11-22T07:00:00+01:00",
            3600,
        ),
    ],
)
def test_edit_times(
    tracker: Tracker, words: str, day: str, started: str, seconds: int | None
) -> None:
    """A day, start or end that is not typed stays; a time without a day is on its day."""
    tracker.ok("log fastai 10:00-11:00 --on 2026-11-20")
    if seconds is None:
        assert tracker(f"edit last {words}").code == 2
        return

    (session,) = tracker.json(f"edit last {words}")["sessions"]

    assert (session["day"], session["started_at"], session["seconds"]) == (
        day,
        started,
        seconds,
    )


@pytest.mark.parametrize(
    ("words", "day", "started", "seconds"),
    [
        ("--from 1:30", "2026-11-20", "2026-11-21T01:30:00+01:00", 1800),
        ("--to 3:00", "2026-11-20", "2026-11-21T01:00:00+01:00", 7200),
        ("--from 23:00 --to 1:00", "2026-11-20", "2026-11-20T23:00:00+01:00", 7200),
        ("--from 2:00 --to 3:00", "2026-11-20", "2026-11-21T02:00:00+01:00", 3600),
        ("--on 2026-11-18", "2026-11-18", "2026-11-19T01:00:00+01:00", 3600),
        ("--on 2026-11-18 --to 3:00", "2026-11-18", "2026-11-19T01:00:00+01:00", 7200),
        (
            "--on 2026-11-18 --from 0:30",
            "2026-11-18",
            "2026-11-19T00:30:00+01:00",
            5400,
        ),
    ],
)
def test_edit_before_the_day_starts(
    tracker: Tracker, words: str, day: str, started: str, seconds: int
) -> None:
    """Where days start at 04:00, an hour after midnight stays in the day that it ends."""
    start_days_at_four(tracker.db)
    tracker.ok("log fastai 1:00-2:00 --on 2026-11-20")

    (session,) = tracker.json(f"edit last {words}")["sessions"]

    assert (session["day"], session["started_at"], session["seconds"]) == (
        day,
        started,
        seconds,
    )


@pytest.mark.parametrize(
    ("words", "day", "started"),
    [
        ("--note x --tag y --item ppo", "2026-11-20", "2026-11-20T01:00:00+01:00"),
        ("--amount 30m", "2026-11-20", "2026-11-20T01:00:00+01:00"),
        ("--amount 20h", "2026-11-20", "2026-11-20T01:00:00+01:00"),
        ("--to 1:30", "2026-11-20", "2026-11-20T01:00:00+01:00"),
        ("--from 0:30", "2026-11-20", "2026-11-20T00:30:00+01:00"),
        ("1:00-1:30", "2026-11-20", "2026-11-20T01:00:00+01:00"),
        ("2026-11-20 1:30-5:00", "2026-11-20", "2026-11-20T01:30:00+01:00"),
        ("23:00-23:30", "2026-11-20", "2026-11-20T23:00:00+01:00"),
        ("2026-11-19T1:00-1:30", "2026-11-18", "2026-11-19T01:00:00+01:00"),
        ("2026-11-19 1:00-1:30", "2026-11-19", "2026-11-20T01:00:00+01:00"),
        ("--on 2026-11-20", "2026-11-20", "2026-11-21T01:00:00+01:00"),
        ("--on 2026-11-18", "2026-11-18", "2026-11-19T01:00:00+01:00"),
    ],
)
def test_edit_when_days_start_later(
    tracker: Tracker, words: str, day: str, started: str
) -> None:
    """Changing when a day starts re-dates nothing, until a session gets another day."""
    tracker.ok("log fastai 1:00-2:00 --on 2026-11-20")
    start_days_at_four(tracker.db)

    (session,) = tracker.json(f"edit last {words}")["sessions"]

    assert (session["day"], session["started_at"]) == (day, started)


@pytest.fixture(name="home")
def _home(tracker: Tracker) -> Tracker:
    """Two hours before midnight in Tokyo, then a trip home; there it is 16:30 still."""
    tracker.ok("config zone Asia/Tokyo", "2026-11-20T23:50")
    tracker.ok("log fastai 21:30-23:30")
    tracker.ok("config zone America/New_York", "2026-11-20T20:00")
    return tracker


@pytest.mark.parametrize(
    ("words", "seconds", "source"),
    [
        ("--note x", 7200, "same-day"),
        ("--tag y --item ppo", 7200, "same-day"),
        ("--amount 45m", 2700, "same-day"),
        ("--amount 2h", 7200, "same-day"),
        ("--amount 2h30m", 9000, "same-day"),
    ],
)
def test_edit_after_a_trip(
    home: Tracker, words: str, seconds: int, source: str
) -> None:
    """What is edited elsewhere keeps the day and the zone of its session."""
    (session,) = home.json(f"edit last {words}")["sessions"]

    assert (session["day"], session["started_at"]) == (
        "2026-11-20",
        "2026-11-20T21:30:00+09:00",
    )
    assert (session["seconds"], session["source"]) == (seconds, source)


def test_edit_over_midnight_elsewhere(home: Tracker) -> None:
    """A session that grows past the end of its own day is split there, in its own zone."""
    sessions = home.json("edit last --amount 4h")["sessions"]

    assert [
        (each["day"], each["started_at"], each["seconds"]) for each in sessions
    ] == [
        ("2026-11-20", "2026-11-20T21:30:00+09:00", 9000),
        ("2026-11-21", "2026-11-21T00:00:00+09:00", 5400),
    ]
    assert calm(home.ok("sessions")) == (
        "ID  Fri 20 Nov  21:30-01:30  4h00m  fastai\n1 session, 4 h.\n"
    )


@pytest.mark.parametrize(
    ("words", "day", "started", "seconds"),
    [
        ("--on 2026-11-19", "2026-11-19", "2026-11-19T07:30:00-05:00", 7200),
        ("--from 22:00", "2026-11-20", "2026-11-20T22:00:00+09:00", 5400),
        ("--to 23:50", "2026-11-20", "2026-11-20T21:30:00+09:00", 8400),
        ("20:00-21:00", "2026-11-20", "2026-11-20T20:00:00+09:00", 3600),
        ("2026-11-19 8:00-9:00", "2026-11-19", "2026-11-19T08:00:00-05:00", 3600),
        (
            "--on 2026-11-19 --amount 1h",
            "2026-11-19",
            "2026-11-19T07:30:00-05:00",
            3600,
        ),
    ],
)
def test_edit_times_after_a_trip(
    home: Tracker, words: str, day: str, started: str, seconds: int
) -> None:
    """Another day is that of the zone where it is typed; other times are the session's."""
    (session,) = home.json(f"edit last {words}")["sessions"]

    assert (session["day"], session["started_at"], session["seconds"]) == (
        day,
        started,
        seconds,
    )


def test_edit_on_the_day_asked(tracker: Tracker) -> None:
    """`--on` puts a session on that day, also where its own day was another one's."""
    tracker.ok("config zone Asia/Tokyo")
    tracker.ok("log fastai '2026-11-20 0:30-2:30'")
    tracker.ok("config zone Europe/Berlin")

    days = [
        tracker.json(f"edit last --on {day}")["sessions"][0]["started_at"]
        for day in ("2026-11-20", "2026-11-18")
    ]

    assert days == ["2026-11-20T16:30:00+01:00", "2026-11-18T16:30:00+01:00"]


def test_edit_of_a_day_not_begun_here(tracker: Tracker) -> None:
    """A day that has not begun where the person is now stays with an edit, but no later end."""
    tracker.ok("config zone Asia/Tokyo", "2026-11-21T08:00")
    tracker.ok("log ppo 1h")
    tracker.ok("log fastai 7:00-8:00")
    tracker.ok("config zone America/New_York", "2026-11-20T18:05")
    timed, bare = tracker.json("sessions")["sessions"]

    (longer,) = tracker.json(f"edit {bare['id']} --amount 2h")["sessions"]
    (noted,) = tracker.json(f"edit {timed['id']} --note x")["sessions"]

    assert (longer["day"], longer["seconds"], longer["source"]) == (
        "2026-11-21",
        7200,
        "same-day",
    )
    assert noted == {**timed, "note": "x"}
    assert tracker(f"edit {timed['id']} --amount 1h10m").code == 4
    assert tracker(f"edit {bare['id']} --amount 1d").code == 2


def test_edit_over_a_clock_change(tracker: Tracker) -> None:
    """A night that grows over a clock change is split where its day ends by its clock."""
    start_days_at_four(tracker.db)
    tracker.ok("log fastai '2026-10-24 23:00-1:00'")

    sessions = tracker.json("edit last --amount 8h")["sessions"]

    assert [(each["day"], each["seconds"]) for each in sessions] == [
        ("2026-10-24", 6 * 3600),
        ("2026-10-25", 2 * 3600),
    ]


def test_edit_where_days_started_later(tracker: Tracker) -> None:
    """What was logged into the evening before stays there with a longer amount."""
    start_days_at_four(tracker.db)
    tracker.ok("log fastai 1:00-2:00 --on 2026-11-20")
    tracker.ok("config day-starts 00:00")

    (session,) = tracker.json("edit last --amount 3h")["sessions"]

    assert (session["day"], session["started_at"], session["seconds"]) == (
        "2026-11-20",
        "2026-11-21T01:00:00+01:00",
        10800,
    )


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("--to 5:30", [("2026-11-20", 5 * 3600), ("2026-11-21", 5400)]),
        ("23:30-5:00", [("2026-11-20", 4.5 * 3600), ("2026-11-21", 3600)]),
        ("0:30-3:00", [("2026-11-20", 2.5 * 3600)]),
        ("2026-11-21T0:30-3:00", [("2026-11-20", 2.5 * 3600)]),
        ("2026-11-21 0:30-3:00", [("2026-11-21", 2.5 * 3600)]),
        ("2026-11-19 23:00-1:00", [("2026-11-19", 3600), ("2026-11-20", 3600)]),
    ],
)
def test_edit_a_night_where_days_started_later(
    tracker: Tracker, words: str, parts: list[tuple[str, float]]
) -> None:
    """Other times of a night are split where its days began; another day is today's."""
    start_days_at_four(tracker.db)
    tracker.ok("log fastai '2026-11-20 23:00-5:00'")
    tracker.ok("config day-starts 00:00")

    sessions = tracker.json(["edit", "last", *words.split()])["sessions"]

    assert [(each["day"], each["seconds"]) for each in sessions] == parts


def test_edit_untimed(tracker: Tracker) -> None:
    """A session without a start may be given one, and keeps its amount."""
    tracker.ok("log fastai 1h --on 2026-11-20")

    (moved,) = tracker.json("edit last --on 2026-11-19")["sessions"]
    (timed,) = tracker.json("edit last --from 9:00")["sessions"]

    assert (moved["day"], moved["started_at"]) == ("2026-11-19", None)
    assert (timed["started_at"], timed["seconds"]) == (
        "2026-11-19T09:00:00+01:00",
        3600,
    )


def test_edit_item_note_and_tags(tracker: Tracker) -> None:
    """Item, note and tags change alone; the source and `logged_at` stay."""
    tracker.ok("log fastai 9:00-10:00 +a -n old", "2026-11-23T10:00")
    (before,) = tracker.json("sessions")["sessions"]

    (after,) = tracker.json(
        "edit last --item ppo --note new --tag b --tag +c", "2026-11-24T10:00"
    )["sessions"]
    (bare,) = tracker.json("edit last --note '' --tag ''")["sessions"]

    assert after == {**before, "item": "ppo", "note": "new", "tags": ["b", "c"]}
    assert (bare["note"], bare["tags"]) == ("", [])
    assert rows(tracker.db, "select edited_at > logged_at from session") == [(1,)]


def test_edit_text(tracker: Tracker) -> None:
    """The answer has the new tags and note, and what else the session was before."""
    tracker.ok("log fastai 9:00-10:00 +a -n old")

    assert calm(tracker.ok("edit last --note 'new one' --tag b")) == (
        "Changed to 1h00m on fastai +b, Mon 23 Nov, 09:00-10:00 (ID).\n"
        "  Before: 1h00m on fastai +a, Mon 23 Nov, 09:00-10:00.\n"
        "  Note: new one\n"
        "Total 1 h. Undo: tracker undo\n"
    )
    assert calm(tracker.ok("edit last --note ''")) == (
        "Changed to 1h00m on fastai +b, Mon 23 Nov, 09:00-10:00 (ID).\n"
        "  Note: none\n"
        "Total 1 h. Undo: tracker undo\n"
    )


def test_edit_over_midnight(tracker: Tracker) -> None:
    """A session edited past midnight becomes two; the first keeps its id."""
    tracker.ok("log fastai 22:00-23:00 --on 2026-11-20")
    (uid,) = ids(tracker)
    before = dump(tracker.db)

    first, second = tracker.json("edit last --amount 3h")["sessions"]

    assert (first["id"], first["seconds"], second["day"], second["seconds"]) == (
        uid,
        7200,
        "2026-11-21",
        3600,
    )
    tracker.ok("undo")
    assert dump(tracker.db) == before


def test_edit_by_the_rules_of_log(tracker: Tracker) -> None:
    """The rules of log hold: no overlap, no future, no day past 24 h."""
    tracker.ok("log ppo 9:00-10:00")
    tracker.ok("log ppo 22h --on 2026-11-20")
    tracker.ok("log fastai 10:00-11:00")
    before = tracker.db.read_bytes()

    refused = [
        tracker(f"edit last {words}").code
        for words in ("--from 9:30", "--to 15:00", "--on 2026-11-24")
    ]
    refused.append(tracker("edit last --amount 3h --on 2026-11-20").code)
    refused.append(tracker("edit last --amount 25h").code)

    assert refused == [4, 4, 4, 4, 4]
    assert tracker.db.read_bytes() == before
    tracker.ok("edit last --from 9:30 --overlap")
    assert tracker.json("report")["overlap"] == 1800


def test_edit_into_the_next_day(tracker: Tracker) -> None:
    """A session that grows past midnight obeys the rules on the next day, too."""
    tracker.ok("log ppo 0:00-1:00")
    tracker.ok("log fastai 'yesterday 22:00-24:00'")
    overlapping = tracker("edit last --amount 4h")
    tracker.ok("log ppo 23h")
    (session,) = tracker.json("sessions fastai")["sessions"]

    assert overlapping.code == 4
    assert overlapping.err.startswith("That overlaps ppo, Mon 23 Nov, 00:00-01:00")
    assert tracker(f"edit {session['id']} --amount 4h --overlap") == Output(
        4,
        "",
        "Mon 23 Nov would have 25h00m on the clock; a day has 24 h.\n"
        "It has 24h00m so far: tracker sessions --since 2026-11-23 --until 2026-11-23\n",
    )


def test_edit_an_overlapping_session(tracker: Tracker) -> None:
    """A session that overlaps another may be corrected without --overlap."""
    tracker.ok("log ppo 9:00-10:00")
    tracker.ok("log fastai 9:30-10:30 --overlap")

    tracker.ok("edit last --amount 20m")

    assert rows(tracker.db, "select seconds from overlap") == [(1200,)]
    tracker.ok("edit last --from 13:00 --to 13:20")
    assert rows(tracker.db, "select seconds from overlap") == []


def test_edit_a_day_too_full(tracker: Tracker) -> None:
    """A day that an import filled past 24 h may be made smaller, not larger."""
    rows(
        tracker.db,
        """insert into session (uid, edited_at, item_id, day, seconds, note, tags,
                                source, logged_at)
           select value, 0, 1, '2026-11-20', 50000, '', '', 'imported', 0
           from json_each('["aaaa1", "aaaa2", "aaaa3"]')""",
    )

    assert tracker("edit aaaa1 --amount 13h").code == 0
    assert tracker("edit aaaa1 --amount 14h").code == 4


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("edit last", 2),
        ("edit zzzzzz --amount 1h", 3),
        ("edit zz --amount 1h", 3),
        ("edit last --amount 90", 2),
        ("edit last --from 9:00 --to 10:00 --amount 2h", 2),
        ("edit last --item nobody", 3),
        ("rm zzzzzz", 3),
        ("rm", 2),
        ("rm last zzzzzz", 3),
    ],
)
def test_edit_refused(tracker: Tracker, words: str, code: int) -> None:
    """An unknown id, word or item is refused, and nothing is written."""
    tracker.ok("log fastai 9:00-10:00")
    before = tracker.db.read_bytes()

    assert (tracker(words).code, tracker.db.read_bytes() == before) == (code, True)


def test_ids(tracker: Tracker) -> None:
    """As much of an id is shown as tells it from the others; that much may be typed."""
    rows(
        tracker.db,
        """insert into session (uid, edited_at, item_id, day, seconds, note, tags,
                                source, logged_at)
           select value, 0, 1, '2026-11-20', 60, '', '', 'later', 0
           from json_each('["abcdefgh1", "abcdefgh2", "abcdz", "bbbbbb"]')""",
    )

    shown = [line.split()[0] for line in tracker.ok("sessions").splitlines()[:4]]
    ambiguous = tracker("rm abcde")

    assert sorted(shown) == ["abcdefgh1", "abcdefgh2", "abcdz", "bbbb"]
    assert (ambiguous.code, ambiguous.err) == (
        3,
        "More than one id begins with 'abcde'.\nType more of the id.\n"
        "  tracker rm abcdefgh1\n  tracker rm abcdefgh2\n",
    )
    assert tracker("rm BBBB abcdz").code == 0
    assert ids(tracker) == ["abcdefgh1", "abcdefgh2"]


def test_rm(tracker: Tracker) -> None:
    """Removed sessions are named, one a line, and leave tombstones; undo restores them."""
    tracker.ok("log fastai 9:00-10:00")
    tracker.ok("log ppo 9:30-10:30 --overlap")
    first, second = ids(tracker)
    before = dump(tracker.db)

    assert calm(tracker.ok(["rm", first, second, first])) == (
        "Removed 1h00m on fastai, Mon 23 Nov, 09:00-10:00 (ID).\n"
        "Removed 1h00m on ppo, Mon 23 Nov, 09:30-10:30 (ID).\n"
        "Together 2 sessions, 2 h. Undo: tracker undo\n"
    )
    assert sorted(rows(tracker.db, "select uid, tbl from tombstone")) == sorted(
        [(first, "session"), (second, "session")]
    )
    assert rows(tracker.db, "select * from overlap") == []
    tracker.ok("undo")
    assert dump(tracker.db) == before


def test_rm_imported(tracker: Tracker) -> None:
    """Undo brings a removed imported session back, and redo removes it again."""
    rows(
        tracker.db,
        """insert into import_batch (uid, edited_at, file, format, digest, read_at,
                                     added, seconds)
           values ('b', 0, 'a.csv', 'toggl', 'd', 0, 1, 60)""",
    )
    rows(
        tracker.db,
        """insert into session (uid, edited_at, item_id, day, seconds, note, tags,
                                source, logged_at, batch_id)
           values ('aaaa1', 0, 1, '2026-11-20', 60, '', '', 'imported', 0, 1)""",
    )
    tracker.ok("rm aaaa1")
    gone = dump(tracker.db)

    tracker.ok("undo")
    assert ids(tracker) == ["aaaa1"]
    tracker.ok("redo")
    assert dump(tracker.db) == gone


def test_nothing_changed(tracker: Tracker) -> None:
    """An edit that changes nothing says so, and names no undo."""
    tracker.ok("log ppo 9:00-10:00 -n x")

    assert calm(tracker.ok("edit last --amount 1h --note x --on today")) == (
        "Nothing changed: it is already 1h00m on ppo, Mon 23 Nov, 09:00-10:00 (ID).\n"
    )
    assert tracker.json("history")["commands"][0]["words"] == "log ppo 9:00-10:00 -n x"


def test_source_follows_the_day(tracker: Tracker) -> None:
    """A session moved away from the day it was logged on is `later`; back, `same-day`."""
    tracker.ok("log ppo 1h")

    (moved,) = tracker.json("edit last --on 2026-11-19")["sessions"]
    (back,) = tracker.json("edit last --on today")["sessions"]

    assert (moved["source"], back["source"]) == ("later", "same-day")


EVENING = "2026-11-23T21:40"


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("1h30m", "--amount 1h30m"),
        ("for 45m", "--amount 45m"),
        ("20:00-21:00", "--from 20:00 --to 21:00"),
        ("yesterday", "--on yesterday"),
        ("30m yesterday", "--on yesterday --amount 30m"),
        ("yesterday 20:00-21:00", "--on yesterday --from 20:00 --to 21:00"),
        ("20:00-21:00 yesterday", "--on yesterday --from 20:00 --to 21:00"),
        ("20:00-21:00 --on yesterday", "--on yesterday --from 20:00 --to 21:00"),
        ("until 10:30", "--to 10:30"),
        ("30m at 8:30", "--amount 30m --from 8:30"),
        ("ppo", "--item ppo"),
        ("'new note'", "--note 'new note'"),
        ("+deep", "--tag pair --tag deep"),
        ("--tag '' +deep", "--tag deep"),
        (
            "+deep ppo 'new note' yesterday 30m",
            "--tag pair --tag deep --item ppo -n 'new note' --on yesterday --amount 30m",
        ),
    ],
)
def test_edit_by_words(tracker: Tracker, words: str, options: str) -> None:
    """Words in any order change what the options change; +TAG adds a tag."""
    tracker.ok("log fastai 9:00-10:00 +pair -n old")
    before = tracker.db.read_bytes()

    by_options = tracker.json(f"edit last {options}", EVENING)
    tracker.db.write_bytes(before)
    by_words = tracker.json(f"edit last {words}", EVENING)

    assert by_words["sessions"] == by_options["sessions"]


@pytest.mark.parametrize(
    ("words", "message", "lines"),
    [
        (
            "last new lesson 3",
            "'new lesson 3' is no item, time, day or tag.",
            ["edit last -n 'new lesson 3'"],
        ),
        (
            "last 1h --amount 2h",
            "'1h' and --amount do not go together.",
            ["edit last 1h"],
        ),
        (
            "last ppo --item dqn",
            "'ppo' and --item do not go together.",
            ["edit last ppo", "edit last --item dqn"],
        ),
        (
            "last 9:30-9:40 --from 9:00",
            "'9:30-9:40' and --from or --to do not go together.",
            ["edit last 9:30-9:40"],
        ),
        (
            "last 'a b' -n c",
            "'c' and 'a b' are both notes.",
            ["edit last -n 'c; a b'"],
        ),
        (
            "last 13:15",
            "Did it start or end at 13:15?",
            ["edit last at 13:15 for 1h00m", "edit last until 13:15 for 1h00m"],
        ),
        (
            "last at 8:30",
            "Did all of it move to 8:30, or only its start?",
            ["edit last at 8:30 for 1h00m", "edit last --from 8:30"],
        ),
        (
            "last at 12:00",
            "Did all of it move to 12:00, or only its start?",
            ["edit last at 12:00 for 1h00m"],
        ),
        (
            "last --from 12:00",
            "It ended at 10:00, so it cannot start at 12:00.",
            ["edit last at 12:00 for 1h00m"],
        ),
        (
            "last today 18:00-19:00",
            "19:00 on Mon 23 Nov is in the future; it is 14:30.",
            ["edit last yesterday 18:00-19:00"],
        ),
        (
            "last 8h",
            "17:00 on Mon 23 Nov is in the future; it is 14:30.",
            ["edit last 8h --on yesterday"],
        ),
        ("last 90", "'90' could be minutes or hours.", ["edit last 90m"]),
        ("last", "What should change?", ["edit last AMOUNT"]),
        ("45m", "'45m' is not the id of a session.", ["edit last 45m"]),
        ("+deep", "'+deep' is not the id of a session.", ["edit last +deep"]),
    ],
)
def test_edit_asks(
    tracker: Tracker, words: str, message: str, lines: list[str]
) -> None:
    """Words that change nothing clear are refused, with lines that work."""
    tracker.ok("log fastai 9:00-10:00")
    before = tracker.db.read_bytes()

    asked = tracker(f"edit {words}")
    offered = [
        line.removeprefix("  tracker ")
        for line in asked.err.splitlines()
        if line.startswith("  tracker edit")
    ]

    assert (asked.code in (2, 3, 4), asked.err.splitlines()[0]) == (True, message)
    assert (tracker.db.read_bytes() == before, offered) == (True, lines)
    for line in offered:
        tracker.db.write_bytes(before)
        tracker.ok(line.replace("AMOUNT", "1m"))
