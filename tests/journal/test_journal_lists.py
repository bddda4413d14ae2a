"""Lists of sessions, reports, the history."""

from datetime import date, timedelta

import pytest

from tests.conftest import Tracker
from tests.journal.harness import calm, rows


@pytest.fixture(name="logged")
def _logged(tracker: Tracker) -> Tracker:
    """Three weeks of sessions; on Wednesday two overlap, and some have tags."""
    tracker.ok("log fastai 1h30m --on 2026-11-02 +pair")
    tracker.ok("log ppo 2h --on 2026-11-16 +pair +deep")
    tracker.ok("log ziegler-2019 9:00-11:00 --on 2026-11-18 -n 'KL sweep'")
    tracker.ok("log ppo 10:30-11:30 --on 2026-11-18 --overlap")
    tracker.ok("log fastai 45m --on today")
    return tracker


def test_sessions(logged: Tracker) -> None:
    """Sessions are listed newest last; the total is the clock's and names the overlap."""
    assert calm(logged.ok("sessions")) == (
        "ID  Mon 2 Nov                1h30m  fastai        +pair\n"
        "ID  Mon 16 Nov               2h00m  ppo           +deep +pair\n"
        "ID  Wed 18 Nov  09:00-11:00  2h00m  ziegler-2019  KL sweep\n"
        "ID  Wed 18 Nov  10:30-11:30  1h00m  ppo\n"
        "ID  Mon 23 Nov                 45m  fastai\n"
        "5 sessions, 6h45m on the clock; an overlap of 30m counts once.\n"
    )


@pytest.mark.parametrize(
    ("words", "items", "seconds", "overlap"),
    [
        ("ppo", ["ppo", "ppo"], 10800, 0),
        (
            "--since 2026-11-16 --until 2026-11-18",
            ["ppo", "ziegler-2019", "ppo"],
            16200,
            1800,
        ),
        ("--tag pair", ["fastai", "ppo"], 12600, 0),
        ("--tag +deep", ["ppo"], 7200, 0),
        ("--track replications", ["ppo", "ziegler-2019", "ppo"], 16200, 1800),
        ("ppo --tag deep --since 2026-11-17", [], 0, 0),
        ("--limit 2", ["ppo", "fastai"], 24300, 1800),
    ],
)
def test_sessions_chosen(
    logged: Tracker, words: str, items: list[str], seconds: int, overlap: int
) -> None:
    """Item, days, track and tag choose; the total is of all that match."""
    answer = logged.json(f"sessions {words}")

    assert (
        [each["item"] for each in answer["sessions"]],
        answer["seconds"],
        answer["overlap"],
    ) == (
        items,
        seconds,
        overlap,
    )


def test_sessions_limit(tracker: Tracker) -> None:
    """Without a filter the latest 50 are listed, with one all; the total counts all."""
    rows(
        tracker.db,
        """insert into session (uid, edited_at, item_id, day, seconds, note, tags,
                                source, logged_at)
           with recursive n (n) as
               (select 100 union all select n + 1 from n where n < 359)
           select 'uid' || n || 'xxxxxxxxxx', 0, 1,
                  date('2026-01-01', '+' || (n - 100) || ' days'), 60, '', '',
                  'later', 0 from n""",
    )

    unfiltered = tracker.ok("sessions").splitlines()
    filtered = tracker.ok("sessions --since 2026-01-01").splitlines()

    assert (len(unfiltered), unfiltered[-1]) == (
        51,
        "The latest 50 of 260 sessions, 4h20m.",
    )
    assert (len(filtered), filtered[-1]) == (
        261,
        "Since 1 Jan 2026: 260 sessions, 4h20m.",
    )
    assert unfiltered[0].split()[0] == "uid310"
    assert filtered[0].split()[0] == "uid100xxxxx"


def test_sessions_width(tracker: Tracker) -> None:
    """A note too long for its line is wrapped, whole, with marks for control letters."""
    tracker.ok(["log", "fastai", "1h", "-n", "\x1b[31mred\u202e " + "long " * 20])
    tracker.ok("log ppo 15m -n 'twenty-nine letters are here.' +a")

    assert calm(tracker.ok("sessions")) == (
        "ID  Mon 23 Nov    1h00m  fastai  \\x1b[31mred\\u202e long long long long long\n"
        "                                   long long long long long long long long long\n"
        "                                   long long long long long long\n"
        "ID  Mon 23 Nov      15m  ppo     twenty-nine letters are here. +a\n"
        "2 sessions, 1h15m.\n"
    )


def test_sessions_over_midnight(tracker: Tracker) -> None:
    """A session over midnight is one line and counts once where all of it is listed."""
    tracker.ok("log ppo 1h --on 2026-11-19")
    tracker.ok("log fastai '2026-11-20 23:00-1:30' -n late")

    assert calm(tracker.ok("sessions")) == (
        "ID  Thu 19 Nov               1h00m  ppo\n"
        "ID  Fri 20 Nov  23:00-01:30  2h30m  fastai  late\n"
        "2 sessions, 3h30m.\n"
    )
    assert calm(tracker.ok("sessions 2026-11-21")) == (
        "ID  Sat 21 Nov  00:00-01:30  1h30m  fastai  late\n"
        "Sat 21 Nov 2026: 1 session, 1h30m.\n"
    )
    assert [
        (part["day"], part["seconds"])
        for part in tracker.json("sessions fastai")["sessions"]
    ] == [("2026-11-20", 3600), ("2026-11-21", 5400)]


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("--by day", [2, 1, 1, 1]),
        ("--by week", [3, 1]),
        ("--by month", [3]),
        ("--by item", [2, 1]),
        ("--by tag", [2, 1]),
        ("--by tag,week", [2, 1, 1]),
        ("--by week,day", [2, 1, 1, 1]),
        ("--tag pair --by item", [1]),
        ("--since 2026-11-22 --by item", [1]),
        ("--search late --by week", [1, 1]),
    ],
)
def test_report_over_midnight(tracker: Tracker, words: str, counts: list[int]) -> None:
    """A session over midnight counts once in each row that has some of it."""
    tracker.ok("log ppo 30m --on 2026-11-20")
    tracker.ok("log fastai '2026-11-20 23:00-1:30' -n early")
    tracker.ok("log ppo '2026-11-22 22:00-0:30' -n late +pair")
    span = "" if "since" in words else "--since 2026-11-20"

    rows_of = tracker.json(f"report {span} {words}")["rows"]

    assert [row["sessions"] for row in rows_of] == counts


def test_sessions_of_nothing(tracker: Tracker) -> None:
    """An empty list says so."""
    assert (
        tracker.ok("sessions")
        == "Nothing logged yet. To log: tracker log fastai 1h30m\n"
    )
    assert tracker.ok("sessions --since today") == "Since 23 Nov 2026: no session.\n"
    assert tracker("sessions nobody").code == 3
    assert tracker("sessions --track nothing").code == 3


def test_report(logged: Tracker) -> None:
    """A report is of this week by default; its total counts an overlap once."""
    assert logged.ok("report") == (
        "23 Nov to 29 Nov 2026, by item: 45m in 1 session.\n"
        "  45m  100%  fastai  Practical Deep Learning for Coders  1 session\n"
    )
    assert logged.ok("report --month") == (
        "Nov 2026, by item: 6h45m in 5 sessions.\n"
        "  3h00m  44%  ppo           2 sessions  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆\n"
        "      Proximal Policy Optimization Algorithms\n"
        "  2h15m  33%  fastai        2 sessions  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▃\n"
        "      Practical Deep Learning for Coders\n"
        "  2h00m  30%  ziegler-2019   1 session  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆\n"
        "      Fine-Tuning Language Models from Human Preferences\n"
        "The total counts an overlap of 30m once (Wed 18 Nov, 30m: ppo and ziegler-2019).\n"
        "Rows add up to 7h15m: time in two rows counts in both.\n"
    )


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("item", [("ppo", 10800, 2), ("fastai", 8100, 2), ("ziegler-2019", 7200, 1)]),
        ("track", [("replications", 16200, 3), ("deep-learning", 8100, 2)]),
        ("tag", [("pair", 12600, 2), ("", 12600 - 900, 3), ("deep", 7200, 1)]),
        (
            "day",
            [
                ("2026-11-02", 5400, 1),
                ("2026-11-16", 7200, 1),
                ("2026-11-18", 9000, 2),
                ("2026-11-23", 2700, 1),
            ],
        ),
        (
            "week",
            [("2026-W45", 5400, 1), ("2026-W47", 16200, 3), ("2026-W48", 2700, 1)],
        ),
        ("month", [("2026-11", 24300, 5)]),
    ],
)
def test_report_by(
    logged: Tracker, by: str, expected: list[tuple[str, int, int]]
) -> None:
    """A row has the hours under its key, and counts time that its sessions share once."""
    for span in (
        "--all",
        "--period 2026-11",
        "--since 2026-11-01 --until 2026-11-23",
        "--year",
    ):
        answer = logged.json(f"report {span} --by {by}")

        assert sorted(
            (row["key"], row["seconds"], row["sessions"])
            for row in answer["rows"]
            if row["sessions"]
        ) == sorted(expected)
        assert (answer["seconds"], answer["overlap"], answer["by"]) == (24300, 1800, by)


def test_report_of_days(logged: Tracker) -> None:
    """Rows of the clock add up to the header; a long empty run is one row."""
    assert logged.ok("report --all --by day") == (
        "All time, by day: 6h45m in 5 sessions.\n"
        "  1h30m  Mon 2 Nov               1 session  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆\n"
        "      -  3 Nov to 15 Nov 2026      13 days\n"
        "  2h00m  Mon 16 Nov              1 session  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆\n"
        "      -  Tue 17 Nov\n"
        "  2h30m  Wed 18 Nov             2 sessions  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆\n"
        "      -  19 Nov to 22 Nov 2026      4 days\n"
        "    45m  Mon 23 Nov              1 session  ▆▆▆▆▆▆▆▆▆\n"
        "Mean: 18m a day over 22 days, 2 Nov to 23 Nov 2026, empty ones too.\n"
        "The total counts an overlap of 30m once (Wed 18 Nov, 30m: ppo and ziegler-2019).\n"
    )


def test_report_of_weeks(logged: Tracker) -> None:
    """A week that the period cuts says where; the mean counts part weeks."""
    assert logged.ok("report --from 2026-11-04 --to 2026-11-18 ppo --by week") == (
        "4 Nov to 18 Nov 2026, ppo, by week: 3 h in 2 sessions.\n"
        "      -  2 Nov to 8 Nov 2026 (from Wed 4 Nov)\n"
        "      -  9 Nov to 15 Nov 2026\n"
        "  3h00m  16 Nov to 22 Nov 2026 (until Wed 18 Nov)  2 sessions\n"
        "Mean: 1h24m a week over 2.1 weeks, empty ones too.\n"
    )


def test_report_of_months(logged: Tracker) -> None:
    """A period that began before the log has no empty rows before the first session."""
    logged.ok("log fastai 3h --on 2026-08-31")

    assert logged.ok("report --year fastai --by month") == (
        "2026, fastai, by month: 5h15m in 3 sessions.\n"
        "  3h00m  Aug 2026          1 session  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆\n"
        "      -  Sep 2026\n"
        "      -  Oct 2026\n"
        "  2h15m  Nov 2026 so far  2 sessions  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▃\n"
        "Mean: 1h53m a month over 2.8 months, 31 Aug to 23 Nov 2026, empty ones too.\n"
    )
    keys = [row["key"] for row in logged.json("report -y --by month")["rows"]]
    assert keys == ["2026-08", "2026-11"]  # JSON has rows with hours only


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("", "2026-11-23", "2026-11-29"),
        ("--week", "2026-11-23", "2026-11-29"),
        ("-m", "2026-11-01", "2026-11-30"),
        ("-y", "2026-01-01", "2026-12-31"),
        ("-a", None, None),
        ("--since 2026-11-02", "2026-11-02", None),
        ("--until yesterday", None, "2026-11-22"),
        ("--period 2026Q2", "2026-04-01", "2026-06-30"),
        ("--period 'last week'", "2026-11-16", "2026-11-22"),
    ],
)
def test_report_period(
    tracker: Tracker, words: str, since: str | None, until: str | None
) -> None:
    """A report has its first and last day, both included; null is without end."""
    answer = tracker.json(f"report {words}")

    assert (answer["since"], answer["until"], answer["rows"], answer["seconds"]) == (
        since,
        until,
        [],
        0,
    )


@pytest.mark.parametrize(
    "words",
    [
        "--week --since 2026-11-01",
        "--period 2026 --until today",
        "--since today --until yesterday",
        "--by moon",
        "-m -w",
    ],
)
def test_report_refused(tracker: Tracker, words: str) -> None:
    """Two periods, a period that ends before it begins and an unknown --by are refused."""
    assert tracker(f"report {words}").code == 2


@pytest.fixture(name="week")
def _week(tracker: Tracker) -> Tracker:
    """Three days: two items at once, two notes of an item, a long note."""
    tracker.ok("log ziegler-2019 9:00-11:00 --on 2026-11-18 -n 'KL sweep'")
    tracker.ok("log ppo 10:30-11:30 --on 2026-11-18 --overlap")
    tracker.ok("log ziegler-2019 15m --on 2026-11-18 -n plots +pair")
    tracker.ok("log ziegler-2019 15m --on 2026-11-18 -n 'KL sweep'")
    note = "the value head learns from rewards that are whitened over the whole batch"
    tracker.ok(["log", "ppo", "45m", "-n", note, "--on", "2026-11-20"])
    return tracker


def test_report_by_two(week: Tracker) -> None:
    """By day and item: the table for a timesheet, each day once on the clock."""
    assert week.ok("report 'last week' --by day,item") == (
        "16 Nov to 22 Nov 2026, by day and item: 3h45m in 5 sessions.\n"
        "  Wed 18 Nov: 3h00m\n"
        "    2h30m  ziegler-2019  KL sweep; plots\n"
        "    1h00m  ppo\n"
        "  Thu 19 Nov: -\n"
        "  Fri 20 Nov: 45m\n"
        "      45m  ppo           the value head learns from rewards that are whitened\n"
        "                         over the whole batch\n"
        "  Sat 21 Nov: -\n"
        "  Sun 22 Nov: -\n"
        "Mean: 45m a day over 5 days, 18 Nov to 22 Nov 2026, empty ones too.\n"
        "The total counts an overlap of 30m once (Wed 18 Nov, 30m: ppo and ziegler-2019).\n"
        "Rows add up to 4h15m: time in two rows counts in both.\n"
    )
    assert week.ok("report -m --by track,item ppo") == (
        "Nov 2026, ppo, by track and item: 1h45m in 2 sessions.\n"
        "  replications, Paper replications: 1h45m\n"
        "    1h45m  ppo  2 sessions\n"
    )
    assert week.ok("report -m --by item,day --tag pair") == (
        "Nov 2026, +pair, by item and day: 15m in 1 session.\n"
        "  ziegler-2019, Fine-Tuning Language Models from Human Preferences: 15m\n"
        "    15m  Wed 18 Nov  plots\n"
    )


def test_report_by_two_as_json(week: Tracker) -> None:
    """Rows by two groupings have both keys; `groups` are the rows by the first."""
    answer = week.json("report 2026-11-18 --by day,item")

    assert answer["by"] == "day,item"
    assert answer["rows"][0] == {
        "key": "ziegler-2019",
        "title": "Fine-Tuning Language Models from Human Preferences",
        "seconds": 9000,
        "sessions": 3,
        "keys": ["2026-11-18", "ziegler-2019"],
        "titles": [
            "Wed 18 Nov",
            "Fine-Tuning Language Models from Human Preferences",
        ],
        "notes": ["KL sweep", "plots"],
    }
    assert [(row["key"], row["seconds"]) for row in answer["groups"]] == [
        ("2026-11-18", answer["seconds"])
    ]


def test_running(tracker: Tracker) -> None:
    """A timer that runs is named where its time will count, and not counted."""
    tracker.ok("log ppo 1h --on 2026-11-20")
    tracker.ok("start fastai +pair --at 13:25")
    said = "Running: fastai +pair, 1h05m since 13:25. Not counted yet.\n"

    for words, is_said in (
        ("sessions", True),
        ("sessions today", True),
        ("report", True),
        ("report fastai -m --by day", True),
        ("sessions --tag pair", True),
        ("report ppo --all", False),
        ("report last week", False),
        ("sessions --tag deep", False),
        ("sessions --until yesterday", False),
    ):
        text, answer = tracker.ok(words), tracker.json(words)
        assert text.endswith(said) == is_said, words
        assert bool(answer["running"]) == is_said
    assert tracker.json("sessions")["running"] == {
        "item": "fastai",
        "started_at": "2026-11-23T13:25:00+01:00",
        "seconds": 3900,
    }
    assert tracker.json("sessions")["seconds"] == 3600


def test_report_recollections(tracker: Tracker) -> None:
    """A report of all time names the hours from memory, and does not count them."""
    tracker.ok("recall fastai 70h --over 2026-05")

    assert tracker.ok("report --all") == (
        "All time: nothing logged.\n"
        "Plus about 70 h from memory, not counted: tracker recall\n"
    )


def test_report_agrees_with_sessions(logged: Tracker) -> None:
    """A period's report and its list of sessions have the same total."""
    first = date(2026, 11, 1)
    spans = [
        (first + timedelta(days=n), first + timedelta(days=n + m))
        for n in range(0, 22, 5)
        for m in (0, 3, 20)
    ]
    for since, until in spans:
        words = f"--since {since} --until {until}"

        report, listed = (
            logged.json(f"report {words} --by day"),
            logged.json(f"sessions {words}"),
        )

        assert report["seconds"] == listed["seconds"]
        assert report["overlap"] == listed["overlap"]
        rows_sum = sum(row["seconds"] for row in report["rows"])
        assert rows_sum == report["seconds"]
        assert rows_sum + report["overlap"] == sum(
            each["seconds"] for each in listed["sessions"]
        )
