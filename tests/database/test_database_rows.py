"""Saving and removing rows of the personal tables."""

import sqlite3

from tests.database.rows import DAY, NOON
from tracker.database.rows import find_id, remove_rows, save_row

EARLIER, LATER = NOON, NOON + 60


def _state(memory: sqlite3.Connection) -> list[tuple[object, ...]]:
    chosen = "select uid, edited_at, state from item_state"
    return memory.execute(chosen).fetchall()


def test_save_twice(memory: sqlite3.Connection) -> None:
    """The first save inserts a row with a uid; the second updates it and keeps the uid."""
    key = {"item_id": find_id(memory, "item", "fastai")}
    save_row(memory, "item_state", key, {"state": "done", "day": DAY}, EARLIER)
    (inserted,) = _state(memory)
    save_row(memory, "item_state", key, {"state": "skipped", "day": DAY}, LATER)

    assert inserted[1:] == (EARLIER, "done")
    assert _state(memory) == [(inserted[0], LATER, "skipped")]


def test_save_with_null_in_key(memory: sqlite3.Connection) -> None:
    """A None in the key matches a null; `only_new` columns stay as first inserted."""
    days = ("early_half", "late_half", "early_most", "late_most")
    key = {"item_id": 1, "milestone_id": None, "day": DAY}
    for number, pace in ((7, 3600), (8, 7200)):
        values = {**dict.fromkeys(days, DAY), "pace": pace}
        save_row(memory, "forecast", key, values, EARLIER, only_new={"id": number})

    assert memory.execute("select id, pace from forecast").fetchall() == [(7, 7200)]


def test_remove(memory: sqlite3.Connection) -> None:
    """Only matching rows go, and each leaves a tombstone; a row without a match leaves none."""
    for number in (1, 2, 3):
        values = {"state": "done", "day": DAY}
        save_row(memory, "item_state", {"item_id": number}, values, EARLIER)
    removed = {row[0] for row in _state(memory)[:2]}
    remove_rows(memory, "item_state", "item_id <= ?", [2], LATER)
    remove_rows(memory, "item_state", "item_id <= ?", [2], LATER)

    assert len(_state(memory)) == 1
    tombstones = memory.execute("select uid, tbl, at from tombstone").fetchall()
    assert set(tombstones) == {(uid, "item_state", LATER) for uid in removed}
