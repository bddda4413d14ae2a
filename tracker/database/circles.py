"""Rows by which something would come before itself, so that no order can be found."""

import sqlite3
from collections import defaultdict
from graphlib import CycleError, TopologicalSorter

CIRCULAR = ("milestone_id", "needs_id")  # columns
NEEDS = "select rowid, milestone_id, needs_id from milestone_needs"


def find_circle(db: sqlite3.Connection) -> int | None:
    """The row of `milestone_needs` that closes a circle of milestones, or None."""
    rows: dict[tuple[int, int], int] = {}
    for row, milestone, need in db.execute(NEEDS):
        rows[milestone, need] = row
    needs = defaultdict(set)
    for milestone, need in rows:
        needs[milestone].add(need)
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as fault:
        need, milestone, *_ = fault.args[1]
        return rows[milestone, need]
    return None
