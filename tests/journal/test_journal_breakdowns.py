"""Hours by source, tag and track, over all items at once."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Tracker
from tracker.journal.store.export_hours import (
    hours_by_tags,
    overlaps_by_tags,
    track_days,
)
from tracker.journal.store.grouped_hours import item_totals, items_worked_on
from tracker.journal.store.item_hours import item_by_source

DAY = date(2026, 11, 20)


@pytest.fixture(name="db")
def _db(tracker: Tracker, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Sessions of every source, of two items, on three days."""
    log = tmp_path / "a.klg"
    log.write_text("2026-11-19\n    2h #ppo\n    9:00 - 10:00 #fastai\n")
    for now, words in (
        ("2026-11-20T09:00", "start ppo"),
        ("2026-11-20T10:00", "stop"),
        ("2026-11-20T18:00", "log ppo 9:30-11:00 +agent --overlap"),
        ("2026-11-20T18:00", "log fastai 30m --on yesterday +pair"),
        ("2026-11-20T18:00", f"import {log} --zone Europe/Berlin"),
        ("2026-11-21T18:00", "log fastai 45m"),
        ("2026-11-21T18:30", "edit last --amount 1h"),
    ):
        tracker.ok(words, now)
    with closing(sqlite3.connect(tracker.db)) as db:
        yield db


@pytest.mark.parametrize(
    ("since", "until"),
    [(None, None), (DAY, DAY), (None, date(2026, 11, 19)), (DAY, None)],
)
def test_all_items_at_once(
    db: sqlite3.Connection, since: date | None, until: date | None
) -> None:
    """One call answers what a call for each item adds up to."""
    one_by_one: dict[str, int] = {}
    with closing(db):
        for item in item_totals(db):
            for line in item_by_source(db, item.key, since, until):
                one_by_one[line.key] = one_by_one.get(line.key, 0) + line.seconds

        assert seconds_by_source(db, since, until) == one_by_one


def test_sources(db: sqlite3.Connection) -> None:
    """The sources are live, same-day, later, and an import's format."""
    with closing(db):
        assert seconds_by_source(db) == {
            "klog": 10800,
            "later": 1800,
            "live": 3600,
            "same-day": 9000,
        }


def seconds_by_source(
    db: sqlite3.Connection, since: date | None = None, until: date | None = None
) -> dict[str, int]:
    """Seconds by source, whatever their tags."""
    seconds: dict[str, int] = {}
    for row in hours_by_tags(db, None, since, until):
        seconds[row.source] = seconds.get(row.source, 0) + row.seconds
    return seconds


def test_by_tags(db: sqlite3.Connection) -> None:
    """Sums by tags and source, of one item or all, with how many were edited."""
    with closing(db):
        assert hours_by_tags(db, "fastai", DAY) == [((), "same-day", 3600, 1, 1)]
        assert [line.tags for line in hours_by_tags(db, "ppo")] == [
            (),
            (),
            ("agent",),
        ]


def test_worked_on(db: sqlite3.Connection) -> None:
    """The items that have a session between two days, each once."""
    with closing(db):
        assert items_worked_on(db) == ["fastai", "ppo"]
        assert items_worked_on(db, date(2026, 11, 21)) == ["fastai"]
        assert items_worked_on(db, None, date(2026, 11, 18)) == []


@pytest.mark.parametrize(
    ("item", "since", "seconds"),
    [
        (None, None, {"all": 1800}),
        ("ppo", DAY, {"all": 1800}),
        ("fastai", None, {}),
        (None, date(2026, 11, 21), {}),
    ],
)
def test_overlaps_by_tags(
    db: sqlite3.Connection, item: str | None, since: date | None, seconds: object
) -> None:
    """The sessions of one part overlap; of one item and of some days only their own."""
    with closing(db):
        assert overlaps_by_tags(db, lambda _: "all", item, since) == seconds
        if item is None:
            apart = overlaps_by_tags(db, " ".join, item, since)
            assert set(apart.values()) <= {0}


def test_track_days(db: sqlite3.Connection) -> None:
    """Sums by day and track, the earliest first; shared time of a track counts once."""
    with closing(db):
        days = track_days(db)
        assert [(row.day.day, row.track, row.seconds) for row in days] == [
            (19, "deep-learning", 5400),
            (19, "replications", 7200),
            (20, "replications", 7200),
            (21, "deep-learning", 3600),
        ]
