"""The words and options that choose sessions: the same for `sessions` and `report`."""

import pytest

from tests.conftest import Tracker
from tests.journal.harness import calm

CHOICES = [
    ("", None, None, None),
    ("today", None, "2026-11-23", "2026-11-23"),
    ("fri", None, "2026-11-20", "2026-11-20"),
    ("fastai", "fastai", None, None),
    ("ziegler", "ziegler-2019", None, None),
    ("deep learning for coders", "fastai", None, None),
    ("fastai yesterday", "fastai", "2026-11-22", "2026-11-22"),
    ("yesterday fastai", "fastai", "2026-11-22", "2026-11-22"),
    ("last week", None, "2026-11-16", "2026-11-22"),
    ("ziegler last week", "ziegler-2019", "2026-11-16", "2026-11-22"),
    ("last week interactive tutorial", "learnpython", "2026-11-16", "2026-11-22"),
    ("deep learning last week for coders", "fastai", "2026-11-16", "2026-11-22"),
    ("2026-10 ppo", "ppo", "2026-10-01", "2026-10-31"),
    ("ppo 2 days ago", "ppo", "2026-11-21", "2026-11-21"),
    ("18-06 --all", "mit-1806", None, None),
    ("18-06 may", "mit-1806", "2026-05-01", "2026-05-31"),
    ("nov fastai", "fastai", "2026-11-01", "2026-11-30"),
    ("october", None, "2026-10-01", "2026-10-31"),
    ("aug 2026 ppo", "ppo", "2026-08-01", "2026-08-31"),
    ("fastai last 7 days", "fastai", "2026-11-17", "2026-11-23"),
    ("since oct ppo", "ppo", "2026-10-01", None),
    ("month ppo", "ppo", "2026-11-01", "2026-11-30"),
    ("all", None, None, None),
    ("-d", None, "2026-11-23", "2026-11-23"),
    ("ppo --day", "ppo", "2026-11-23", "2026-11-23"),
    ("-w", None, "2026-11-23", "2026-11-29"),
    ("--week ppo", "ppo", "2026-11-23", "2026-11-29"),
    ("-m", None, "2026-11-01", "2026-11-30"),
    ("-y", None, "2026-01-01", "2026-12-31"),
    ("-a", None, None, None),
    ("--all fastai", "fastai", None, None),
    ("--period 2026Q3", None, "2026-07-01", "2026-09-30"),
    ("--period 2026-05..", None, "2026-05-01", None),
    ("--since 2026-11-02", None, "2026-11-02", None),
    ("--from 2026-11-02 --to fri", None, "2026-11-02", "2026-11-20"),
    ("--until yesterday", None, None, "2026-11-22"),
]
ALL = ("-a", "all", "--all fastai", "18-06 --all")
DAYS = (
    "2026-05-20",
    "2026-08-03",
    "2026-10-05",
    *(f"2026-11-{n}" for n in range(12, 24)),
)
ITEMS = ("fastai", "ppo", "ziegler-2019", "learnpython", "mit-1806")


@pytest.fixture(name="log")
def _log(tracker: Tracker) -> Tracker:
    """Each day a session of each item; the odd ones with a tag and a note."""
    for number, day in enumerate(DAYS):
        words = "+pair -n 'Übung: KL sweep'" if number % 2 else ""
        for item in ITEMS:
            tracker.ok(f"log {item} 10m --on {day} {words}")
    return tracker


def test_choices(log: Tracker) -> None:
    """Item and period come as words in any order, or as options; both commands agree."""
    week = ("2026-11-23", "2026-11-29")
    for words, item, since, until in CHOICES:
        limit = "--limit 999" if words == "" else ""
        listed = log.json(f"sessions {words} {limit}")
        chosen = [
            (each["day"], each["item"], each["seconds"]) for each in listed["sessions"]
        ]
        expected = [
            (day, each, 600)
            for day in DAYS
            for each in ITEMS
            if item in (None, each) and (since or "") <= day <= (until or "9")
        ]
        assert sorted(chosen) == sorted(expected), words
        report = log.json(f"report {words}")
        asked = (since, until) if since or until or words in ALL else week
        assert (report["since"], report["until"]) == asked, words
        if asked == (since, until):
            assert report["seconds"] == listed["seconds"] == 600 * len(expected)


def test_picks(log: Tracker) -> None:
    """Track, tag and text in notes choose, in any combination, whatever their case."""
    for options, per_day, days in (
        ("--track replications", 2, 15),
        ("--tag +pair", 5, 7),
        ("+pair ppo 2026-11", 1, 6),
        ("--search übung:", 5, 7),
        ("--search 'kl  SWEEP' ppo", 1, 7),
        ("--search nothing", 0, 0),
        ("--tag pair --track replications 2026-11", 2, 6),
    ):
        seconds = 600 * per_day * days
        assert log.json(f"sessions {options}")["seconds"] == seconds
        span = "" if "2026" in options else "--all"
        assert log.json(f"report {options} {span}")["seconds"] == seconds


def test_said_back(log: Tracker) -> None:
    """Both say what was chosen."""
    assert log.ok("sessions fri ppo --search sweep").splitlines()[-1] == (
        "Fri 20 Nov 2026, ppo, notes with 'sweep': 1 session, 10m."
    )
    assert calm(log.ok("sessions ziegler today --limit 1")) == (
        "ID  Mon 23 Nov    10m  ziegler-2019\n"
        "Mon 23 Nov 2026, ziegler-2019: 1 session, 10m.\n"
    )
    assert log.ok("report --track replications --tag pair 2026-08 --by week") == (
        "Aug 2026, track replications, +pair, by week: 20m in 2 sessions.\n"
        "    -  27 Jul to 2 Aug 2026 (from Sat 1 Aug)\n"
        "  20m  3 Aug to 9 Aug 2026                    2 sessions\n"
        "    -  10 Aug to 31 Aug 2026                     4 weeks\n"
        "Mean: 5m a week over 4.4 weeks, empty ones too.\n"
    )


def test_nothing_this_week(tracker: Tracker) -> None:
    """A report of nothing names the one of all time, which has the same choice."""
    tracker.ok("log ppo 1h +pair --on 2026-11-02")

    answer = tracker("report --tag pair ppo")

    assert (answer.out, answer.err) == (
        "23 Nov to 29 Nov 2026, ppo, +pair: nothing logged.\n",
        "For all time: tracker report ppo --tag pair --all\n",
    )
    assert tracker.json("report ppo --tag pair --all")["seconds"] == 3600


def test_item_or_period(tracker: Tracker) -> None:
    """Words that are an item and a period are asked about, with both commands."""
    answer = tracker("sessions 18-06")

    assert (answer.code, answer.err) == (
        3,
        "'18-06' is an item, and also Thu 18 Jun 2026.\n"
        "Type the period as an option.\n"
        "  tracker sessions --period 2026-06-18\n"
        "  tracker sessions 18-06 --all\n",
    )
    assert tracker.json("report --period 2026-06-18")["since"] == "2026-06-18"
    assert tracker.json("report 18-06 --all")["since"] is None
