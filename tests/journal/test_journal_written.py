"""How hours were written down, over all items at once: the same as item by item, and answered from an index."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Tracker
from tracker.journal.store.breakdowns import (
    hours_by_tags,
    overlapping_spans,
    track_days,
)
from tracker.journal.store.item_hours import item_by_source
from tracker.journal.store.totals import item_totals, items_worked_on

DAY = date(2026, 11, 20)


@pytest.fixture(name="kept")
def _kept(tracker: Tracker, tmp_path: Path) -> sqlite3.Connection:
    """Sessions of each way of writing down, of two items, in three days."""
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
    return sqlite3.connect(tracker.db)


@pytest.mark.parametrize(
    ("since", "until"),
    [(None, None), (DAY, DAY), (None, date(2026, 11, 19)), (DAY, None)],
)
def test_all_items_at_once(
    kept: sqlite3.Connection, since: date | None, until: date | None
) -> None:
    """One call answers what a call for each item adds up to."""
    one_by_one: dict[str, int] = {}
    with closing(kept):
        for item in item_totals(kept):
            for line in item_by_source(kept, item.key, since, until):
                one_by_one[line.key] = one_by_one.get(line.key, 0) + line.seconds

        assert written(kept, since, until) == one_by_one


def test_ways_of_writing_down(kept: sqlite3.Connection) -> None:
    """Live, the same day, later, and an import by its format."""
    with closing(kept):
        assert written(kept) == {
            "klog": 10800,
            "later": 1800,
            "live": 3600,
            "same-day": 9000,
        }


def written(
    db: sqlite3.Connection, since: date | None = None, until: date | None = None
) -> dict[str, int]:
    """Seconds by how they were written down, whatever their tags."""
    found: dict[str, int] = {}
    for line in hours_by_tags(db, None, since, until):
        found[line.source] = found.get(line.source, 0) + line.seconds
    return found


def test_by_tags(kept: sqlite3.Connection) -> None:
    """Sums by tags and way of writing down, with how many were changed afterwards; of one item where it is named."""
    with closing(kept):
        assert hours_by_tags(kept, "fastai", DAY) == [((), "same-day", 3600, 1, 1)]
        assert [line.tags for line in hours_by_tags(kept, "ppo")] == [
            (),
            (),
            ("agent",),
        ]


def test_worked_on(kept: sqlite3.Connection) -> None:
    """The items that have a session between two days, each once."""
    with closing(kept):
        assert items_worked_on(kept) == ["fastai", "ppo"]
        assert items_worked_on(kept, date(2026, 11, 21)) == ["fastai"]
        assert items_worked_on(kept, None, date(2026, 11, 18)) == []


def test_ran_twice(kept: sqlite3.Connection) -> None:
    """The timed sessions of a day on which some overlap; none of any other day."""
    with closing(kept):
        found = overlapping_spans(kept, None)

        assert [
            (each.day, each.tags, each.span[1] - each.span[0]) for each in found
        ] == [
            (DAY, (), 3600),
            (DAY, ("agent",), 5400),
        ]
        assert overlapping_spans(kept, "fastai") == []


def test_track_days(kept: sqlite3.Connection) -> None:
    """Sums by day and track, the earliest first."""
    with closing(kept):
        assert [
            (each.day.day, each.track, each.seconds) for each in track_days(kept)
        ] == [
            (19, "deep-learning", 5400),
            (19, "replications", 7200),
            (20, "replications", 9000),
            (21, "deep-learning", 3600),
        ]
