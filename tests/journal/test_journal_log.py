"""Logging: what is understood, answered, stored and refused."""

import pytest

from tests.conftest import Output, Tracker
from tests.journal.harness import calm, dump, rows, start_days_at_four

EVENING = "2026-11-26T22:04"


def test_log_range(tracker: Tracker) -> None:
    """The answer to a range has its day, times, length and the item's total."""
    answer = tracker("log ziegler-2019 20:15-22:00 -n 'KL sweep'", EVENING)

    assert (answer.code, calm(answer.out), answer.err) == (
        0,
        "Logged 1h45m on ziegler-2019, Thu 26 Nov, 20:15-22:00 (ID).\n"
        "  Note: KL sweep\n"
        "Total 1h45m. Undo: tracker undo\n",
        "",
    )


def test_log_json(tracker: Tracker) -> None:
    """The JSON of a session has its whole id, its start with offset, tags and source."""
    answer = tracker.json("log fastai 9am - 10am +pair +deep -n x")

    (session,) = answer["sessions"]
    assert len(session.pop("id")) == 16
    assert answer == {
        "schema": 1,
        "kind": "session",
        "total": 3600,
        "sessions": [
            {
                "item": "fastai",
                "day": "2026-11-23",
                "seconds": 3600,
                "started_at": "2026-11-23T09:00:00+01:00",
                "note": "x",
                "tags": ["deep", "pair"],
                "source": "same-day",
                "logged_at": "2026-11-23T13:30:00+00:00",
                "part_of": None,
            }
        ],
    }


def test_log_amount(tracker: Tracker) -> None:
    """An amount alone has no start; on another day its source is `later`."""
    (session,) = tracker.json("log fastai 1h 30m --on yesterday")["sessions"]

    assert (
        session["day"],
        session["seconds"],
        session["started_at"],
        session["source"],
    ) == (
        "2026-11-22",
        5400,
        None,
        "later",
    )


@pytest.mark.parametrize(
    ("words", "started", "seconds"),
    [
        ("--from 9:00 --to 10:30", "2026-11-23T09:00:00+01:00", 5400),
        ("1h --from 9:00", "2026-11-23T09:00:00+01:00", 3600),
        ("'yesterday 22:00 - 23:00'", "2026-11-22T22:00:00+01:00", 3600),
        ("8:00-9:00 --on 2026-07-01", "2026-07-01T08:00:00+02:00", 3600),
    ],
)
def test_log_times(tracker: Tracker, words: str, started: str, seconds: int) -> None:
    """Start and end may be options, and are on the day that is named."""
    (session,) = tracker.json(f"log fastai {words}")["sessions"]

    assert (session["started_at"], session["seconds"]) == (started, seconds)


def test_log_name_by_part(tracker: Tracker) -> None:
    """The answer says by what an item was found, where its slug was not typed."""
    tracker.ok("log fastai 1h")

    assert calm(tracker.ok("log 'practical deep' 30m")) == (
        "Logged 30m on fastai, Mon 23 Nov (ID).\n"
        "  'practical deep' is fastai, Practical Deep Learning for Coders: the only match\n"
        "  in progress.\n"
        "Total 1h30m. Undo: tracker undo\n"
    )


def test_log_over_midnight(tracker: Tracker) -> None:
    """A session over midnight becomes two that add up; one undo removes both."""
    before = dump(tracker.db)

    answer = calm(tracker.ok("log fastai 'yesterday 22:00 - 1:30'"))
    tracker.ok("undo")

    assert answer == (
        "Logged 3h30m on fastai, Sun 22 Nov, 22:00-01:30 (ID).\n"
        "  By day: 2h00m Sun 22 Nov, 1h30m Mon 23 Nov.\n"
        "Total 3h30m. Undo: tracker undo\n"
    )
    assert dump(tracker.db) == before


def test_log_before_the_day_starts(tracker: Tracker) -> None:
    """Where days start at 04:00, 01:00 belongs to the day before, also with --on.

    A full date with a time is of the calendar.
    """
    start_days_at_four(tracker.db)

    (now,) = tracker.json("log fastai 0:30-1:15", "2026-11-23T01:30")["sessions"]
    (then,) = tracker.json("log fastai 1:00-2:00 --on 2026-11-20")["sessions"]
    parts = tracker.json("log ppo '2026-11-19T3:00 - 5:00'")["sessions"]

    assert (now["day"], now["started_at"]) == (
        "2026-11-22",
        "2026-11-23T00:30:00+01:00",
    )
    assert (then["day"], then["started_at"]) == (
        "2026-11-20",
        "2026-11-21T01:00:00+01:00",
    )
    assert [(part["day"], part["seconds"]) for part in parts] == [
        ("2026-11-18", 3600),
        ("2026-11-19", 3600),
    ]


def test_log_ledger(tracker: Tracker) -> None:
    """The answer has an open attempt's hours, counted since the attempt began."""
    tracker.ok("log ppo 3h --on 2026-11-01")
    rows(
        tracker.db,
        """insert into attempt (uid, edited_at, milestone_id, item_id, since, entered)
           select 'a', 0, milestone.id, item.id, '2026-11-10', '2026-11-10'
           from milestone, item
           where milestone.slug = 'few-hundred-hour-replication' and item.slug = 'ppo'""",
    )

    assert tracker.ok("log ppo 2h").splitlines()[1] == (
        "Total 5 h; 2 h of 200-400 h for few-hundred-hour-replication. Undo: tracker undo"
    )


def test_log_alone(tracker: Tracker) -> None:
    """`log` alone lists the latest sessions."""
    assert (
        tracker("log").out == "Nothing logged yet. To log: tracker log fastai 1h30m\n"
    )
    tracker.ok("log fastai 9:00-10:00 -n 'lesson 3' +pair")
    tracker.ok("log ppo 30m --on yesterday")

    assert calm(tracker.ok("log")) == (
        "ID  Sun 22 Nov                 30m  ppo\n"
        "ID  Mon 23 Nov  09:00-10:00  1h00m  fastai  lesson 3 +pair\n"
        "2 sessions, 1h30m.\n"
    )


def test_log_overlap(tracker: Tracker) -> None:
    """An overlap is refused, with the same command and --overlap to paste."""
    tracker.ok("log fastai 9:00-10:00")

    refused = tracker("log ppo 9:30-10:30")
    logged = tracker("log ppo 9:30-10:30 --overlap")

    (uid,) = rows(tracker.db, "select substr(uid, 1, 4) from session where id = 1")[0]
    assert (refused.code, calm(refused.err)) == (
        4,
        "That overlaps fastai, Mon 23 Nov, 09:00-10:00 (ID).\n"
        "If both ran at once:\n"
        "  tracker log ppo 9:30-10:30 --overlap\n"
        f"To end the other earlier: tracker edit {uid} --to 09:30\n",
    )
    assert (logged.code, logged.err) == (
        0,
        "It ran at the same time as 1h00m on fastai, Mon 23 Nov, 09:00-10:00. Totals\n"
        "count that time once.\n",
    )
    assert rows(tracker.db, "select day, seconds from overlap") == [
        ("2026-11-23", 1800)
    ]


def test_log_touching(tracker: Tracker) -> None:
    """Sessions that touch do not overlap, and one without a start overlaps nothing."""
    tracker.ok("log fastai 9:00-10:00")

    assert tracker("log ppo 10:00-11:00").code == 0
    assert tracker("log ppo 8:00-9:00").code == 0
    assert tracker("log ppo 1h").code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("log fastai", 2),
        ("log fastai 90", 2),
        ("log fastai 1h75m", 2),
        ("log fastai 1h +", 2),
        ("log --on yesterday", 2),
        ("log fastai 9:00-10:00 1h --from 9:00", 2),
        ("log fastai 0m", 2),
        ("log '' 1h", 2),
        ("log fastai 1h --from ''", 2),
        ("sessions ''", 2),
        ("sessions --tag '' --limit 3", 2),
        ("sessions --limit 99999999999999999999", 2),
        ("history --limit 99999999999999999999", 2),
        ("log no-such-item 1h", 3),
        ("log alignment 1h", 3),
        ("log fastai 25h", 4),
        ("log fastai 24h1m", 4),
        ("log fastai 1h --on tomorrow", 4),
        ("log fastai 14:00-14:31", 4),
        ("log fastai 22:00-23:00", 4),
        ("log fastai 2:15-3:30 --on 2026-03-29", 4),
        ("log ppo 9:15-9:45", 4),
        ("log ppo 23h30m", 4),
    ],
)
def test_log_refused(tracker: Tracker, words: str, code: int) -> None:
    """A refusal writes nothing, and says in two sentences why and what to type."""
    tracker.ok("log fastai 9:00-10:00")
    before = tracker.db.read_bytes()

    refused = tracker(words)

    assert (refused.code, refused.out, tracker.db.read_bytes() == before) == (
        code,
        "",
        True,
    )
    assert len(refused.err.splitlines()) >= 2
    assert max(map(len, refused.err.splitlines())) <= 80


def test_log_past_half_a_limit(tracker: Tracker) -> None:
    """Passing half of an attempt's limit is said once, being over it each time."""
    tracker.ok("attempt few-hundred-hour-replication --with ppo --since 2026-10-01")
    for day in range(1, 9):
        tracker.ok(f"log ppo 24h --on 2026-10-{day:02}")
    ends = [
        " ".join(
            tracker.ok(f"log ppo {amount} --on 2026-10-{day}")
            .split(" for ")[1]
            .split("Undo")[0]
            .split()
        )
        for amount, day in (
            ("8h", 10),
            ("1h", 11),
            ("24h", 12),
            *(("24h", day) for day in range(13, 21)),
        )
    ]

    assert ends == [
        "few-hundred-hour-replication, now past half of the limit.",
        *["few-hundred-hour-replication."] * 9,
        "few-hundred-hour-replication, over the limit.",
    ]


TRY = "attempt conceptual-fit-test --with propose-for-elk"


def test_log_through_an_experiment(tracker: Tracker) -> None:
    """The answer names the current phase, and once its end, and once the decision.

    Hours before the attempt began and after its decision end no phase.
    """
    tracker.ok(f"{TRY} --since 2026-11-02")
    endings = [
        tracker.ok(f"log propose-for-elk {amount} --on 2026-11-0{day}").split(
            " h; ", 1
        )[1]
        for amount, day in (
            ("20h", 2),
            ("20h", 3),
            ("20h", 4),
            ("20h", 1),
            ("20h", 5),
            ("20h", 6),
            ("1h", 7),
        )
    ]
    tracker.ok(f"{TRY} --decision enjoyed")

    assert endings == [
        "reading 20 h of 50 h for conceptual-fit-test. Undo: tracker undo\n",
        "reading 40 h of 50 h for conceptual-fit-test. Undo: tracker undo\n",
        "reading (50 h) is over, producing (50 h) is next, for\n"
        "conceptual-fit-test. Undo: tracker undo\n",
        "producing 10 h of 50 h for conceptual-fit-test, counted since Mon\n"
        "2 Nov. Undo: tracker undo\n",
        "producing 30 h of 50 h for conceptual-fit-test. Undo: tracker undo\n",
        "the 100 h of conceptual-fit-test are used: time to decide.\n"
        "  Did you enjoy it, did it feel productive, did you say anything new?\n"
        f"  tracker {TRY} --decision TEXT\n"
        "Undo: tracker undo\n",
        "producing 51 h of 50 h for conceptual-fit-test. Undo: tracker undo\n",
    ]
    assert (
        tracker.ok("log propose-for-elk 1h").splitlines()[1]
        == "Total 122 h. Undo: tracker undo"
    )


def test_stop_and_edit_end_a_phase(tracker: Tracker) -> None:
    """A stopped timer and an edit end a phase too; an edit of tags ends none again."""
    tracker.ok(
        "attempt elk-proposal --with propose-for-elk"
        ' --phase "reading 1h" --phase "writing 2h"'
    )
    tracker.ok("start propose-for-elk", "2026-11-23T10:00")
    stopped = tracker.ok("stop", "2026-11-23T11:30")
    tagged = tracker.ok("edit last --tag +deep")
    longer = tracker.ok("edit last --amount 3h30m", "2026-11-23T18:00")

    assert (
        "; reading (1 h) is over, writing (2 h) is next, for elk-proposal.\n" in stopped
    )
    assert "; writing 30m of 2 h for elk-proposal. " in tagged
    assert "; the 3 h of elk-proposal are used: time to decide." in longer


def test_another_attempt_after_a_result(tracker: Tracker) -> None:
    """An attempt with a result has no more ledger; one with another item has its own."""
    tracker.ok("attempt ml-library-contribution --with ppo --since 2026-10-01")
    for day in range(1, 8):
        tracker.ok(f"log ppo 24h --on 2026-10-{day:02}")
    tracker.ok(
        "reach ml-library-contribution --with ppo --evidence repo:git.example/u --on 2026-10-08"
    )
    tracker.ok("attempt ml-library-contribution --with dqn --since 2026-11-01")

    assert (
        tracker.ok("log dqn 2h").splitlines()[1]
        == "Total 2 h; 2 h of 80-160 h for ml-library-contribution. Undo: tracker undo"
    )
    assert tracker.ok("log ppo 2h").splitlines()[1] == "Total 170 h. Undo: tracker undo"


def test_hours_before_an_attempt_pass_no_half(tracker: Tracker) -> None:
    """A session before the attempt began does not count, and passes no half."""
    tracker.ok("attempt few-hundred-hour-replication --with ppo --since 2026-10-02")
    for day in range(2, 11):
        tracker.ok(f"log ppo 24h --on 2026-10-{day:02}")

    assert (
        "216 h of 200-400 h for few-hundred-hour-replication, counted since Fri 2 Oct."
        in " ".join(tracker.ok("log ppo 24h --on 2026-10-01").split())
    )


def test_log_future_time(tracker: Tracker) -> None:
    """A time later than now is refused; the hint has the day before."""
    assert tracker("log fastai 21:00-22:00") == Output(
        4,
        "",
        "22:00 on Mon 23 Nov is in the future; it is 14:30.\n"
        "If it was the day before:\n"
        "  tracker log fastai 21:00-22:00 --on yesterday\n",
    )


def test_log_future_time_past_midnight(tracker: Tracker) -> None:
    """Before a day that starts at 04:00, a later time is refused, never moved a day."""
    start_days_at_four(tracker.db)

    assert tracker("log fastai 3:10-3:20", "2026-11-23T03:00") == Output(
        4,
        "",
        "03:20 on Mon 23 Nov is in the future; it is 03:00.\n"
        "If it was the day before:\n"
        "  tracker log fastai 3:10-3:20 --on yesterday\n",
    )
    assert tracker("log fastai --to 3:20 20m").code == 4
    assert (
        tracker.json("log fastai 5:10-5:20")["sessions"][0]["started_at"]
        == "2026-11-22T05:10:00+01:00"
    )
    assert (
        tracker.json("log fastai 1:00-2:00")["sessions"][0]["started_at"]
        == "2026-11-23T01:00:00+01:00"
    )
    assert (
        tracker.json("log fastai --to 'yesterday 3:20' 20m")["sessions"][0]["day"]
        == "2026-11-21"
    )


def test_empty_text(tracker: Tracker) -> None:
    """An empty text, such as a variable that is not set, is refused by name."""
    assert tracker("report --since ''").code == 2
    assert tracker("items --track ''") == Output(
        2, "", "'--track' is empty.\nType a value, or leave it out.\n  tracker items\n"
    )
    assert tracker("config '' 1") == Output(
        2,
        "",
        "'[KEY]' is empty.\nType a value, or leave it out.\n"
        "For help, type: tracker config --help\n",
    )


def test_log_full_day(tracker: Tracker) -> None:
    """A day has 24 h on its clock and not a minute more."""
    tracker.ok("log fastai 23h --on yesterday")
    tracker.ok("log ppo 1h --on yesterday")

    assert tracker("log ppo 1m --on yesterday") == Output(
        4,
        "",
        "Sun 22 Nov would have 24h01m on the clock; a day has 24 h.\n"
        "It has 24h00m so far: tracker sessions --since 2026-11-22 --until 2026-11-22\n",
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("20:15", "'20:15' could be a time of day or an amount."),
        ("1h 30m lesson 3", "'lesson 3' is no item, time, day or tag."),
        ("22:00 - x", "'x' could be a note or another item."),
    ],
)
def test_log_more_or_less_than_an_amount(
    tracker: Tracker, words: str, message: str
) -> None:
    """Words that are no amount are refused by what they look like; nothing is logged."""
    refused = tracker(f"log fastai {words}")

    assert (refused.code, refused.err.splitlines()[0]) == (2, message)
    assert len(refused.err.splitlines()) > 1
    assert tracker.json("sessions")["sessions"] == []


def test_log_a_milestone(tracker: Tracker) -> None:
    """A milestone typed as an item is called one, not an unknown name."""
    assert tracker("log transformer-in-pytorch 1h") == Output(
        3,
        "",
        "transformer-in-pytorch is a milestone, and hours are logged on an item.\n"
        "To see what it takes: tracker show transformer-in-pytorch\n"
        "This item leads to it:\n  tracker log transformer-from-scratch 1h\n",
    )


def test_log_bare_evening_hours(tracker: Tracker) -> None:
    """Bare hours after noon are clock times."""
    assert (
        tracker.json("log fastai 21-22 --on yesterday")["sessions"][0]["started_at"]
        == "2026-11-22T21:00:00+01:00"
    )


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("lgo fastai 1h", "Did you mean: tracker log fastai 1h"),
        ("log fastai 1h -n", "  tracker log fastai 1h -n TEXT"),
        ("log fastai 1h --zone", "For help, type: tracker log --help"),
    ],
)
def test_unknown_words(tracker: Tracker, words: str, hint: str) -> None:
    """An unknown command gets the nearest one; a wrong option the placeholder it misses, or help."""
    refused = tracker(words)

    assert (refused.code, refused.err.splitlines()[1]) == (2, hint)


def test_log_before_an_attempt(tracker: Tracker) -> None:
    """Hours before an attempt began do not count; the answer says from which day."""
    tracker.ok(
        "attempt few-hundred-hour-replication --with ziegler-2019 --since 2026-11-20"
    )

    answer = tracker.ok("log ziegler-2019 2h --on 2026-11-19")

    assert answer.splitlines()[1:] == [
        "Total 2 h; 0 h of 200-400 h for few-hundred-hour-replication, counted since Fri",
        "20 Nov. Undo: tracker undo",
    ]


def test_overlaps_have_an_edit(tracker: Tracker) -> None:
    """An overlap offers to end the other earlier, start it later, or remove it."""
    tracker.ok("log fastai 9:00-10:00")
    before = tracker.db.read_bytes()
    offered = []
    for times in ("9:30-9:40", "8:30-9:15", "8:30-10:00", "8:30-10:30"):
        tracker.db.write_bytes(before)
        hint = tracker(f"log ppo {times}").err.splitlines()[-1]
        words = hint.split(": tracker ")[1].split()
        offered.append(" ".join([words[0], *words[2:]]))
        tracker.ok(words)
        tracker.ok(f"log ppo {times}")

    assert offered == ["edit --to 09:30", "edit --from 09:15", "rm", "rm"]


def test_another_name_is_explained_once(tracker: Tracker) -> None:
    """Which item another name means is said before the item's first session only."""
    first, second = tracker.ok("log ziegler 1h"), tracker.ok("log ziegler 1h")

    assert calm(first) == (
        "Logged 1h00m on ziegler-2019, Mon 23 Nov (ID).\n"
        "  'ziegler' is ziegler-2019, Fine-Tuning Language Models from Human Preferences.\n"
        "Total 1 h. Undo: tracker undo\n"
    )
    assert calm(second) == (
        "Logged 1h00m on ziegler-2019, Mon 23 Nov (ID).\n"
        "Total 2 h. Undo: tracker undo\n"
    )
