"""Refuse values that make no sense.

Days that no calendar has, moments and offsets far away, empty uids, negative or huge
amounts, and tags that no filter would find.

Revision ID: 0007
Revises: 0006
"""

import re
from collections.abc import Iterator

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

DAY = "{0} is date({0}, '+0 days') and {0} between '1899-12-30' and '2209-12-31'"
MOMENT = "{0} between -2209161600 and 7258291200"
OFFSET = "{0} between -86399 and 86399"
COUNT = "{0} between 0 and 1000000000"
SUM = "{0} between 0 and 1000000000000"
SUM_OF_SOMETHING = "{0} between 1 and 1000000000000"
UID = "{0} <> ''"

# Columns by table, for each kind of value. `edited_at` is in all that have a uid.
DAYS = {
    "application": "day",
    "attempt": "since entered dropped decided",
    "evidence": "day",
    "forecast": "day early_half late_half early_most late_most withdrawn",
    "item_state": "day",
    "milestone_state": "day",
    "note": "day week",
    "overlap": "day",
    "plan": "due day",
    "prompt_pass": "day",
    "rating": "day",
    "recollection": "since until",
    "result": "day entered",
    "session": "day",
    "time_off": "since until",
}
MOMENTS = {
    "command": "at",
    "import_batch": "read_at",
    "note": "said_at",
    "plan": "said_at",
    "recollection": "said_at",
    "session": "started_at logged_at entry_updated",
    "timer": "started_at",
    "tombstone": "at",
}
OFFSETS = {"session": "utc_offset", "timer": "utc_offset"}
COUNTS = {
    "import_batch": "added",
    "item_state": "whole",
    "milestone": "count",
    "work": "rank",
}
SUMS = {
    "attempt": "low high",
    "forecast": "pace",
    "import_batch": "seconds",
    "item": "high",
    "item_gate": "low likely high",
    "milestone": "within_low within_high budget show_low show_likely show_high",
    "milestone_phase": "seconds",
}
SUMS_OF_SOMETHING = {"overlap": "seconds", "recollection": "seconds"}
PERSONAL = (
    *DAYS,
    "import_batch",
    "item",
    "item_aka",
    "item_requires",
    "item_skill",
    "setting",
    "timer",
    "work",
)
UIDS = dict.fromkeys((*PERSONAL, "tombstone"), "uid")
EDITS = dict.fromkeys(PERSONAL, "edited_at")
KINDS = (
    (DAYS, "is_a_day", DAY),
    (MOMENTS, "is_a_moment", MOMENT),
    (EDITS, "is_a_moment", MOMENT),
    (OFFSETS, "is_an_offset", OFFSET),
    (COUNTS, "is_a_count", COUNT),
    (SUMS, "is_a_sum", SUM),
    (SUMS_OF_SOMETHING, "is_a_sum", SUM_OF_SOMETHING),
    (UIDS, "is_a_name", UID),
)
# Rules of several columns.
OTHERS = {
    "attempt": ("attempt_expectation_in_order", "low <= high"),
    "forecast": (
        "forecast_in_order",
        "early_most <= early_half and early_half <= late_half"
        " and late_half <= late_most",
    ),
    "session": ("session_tags_between_blanks", "tags = '' or tags glob ' * '"),
}
REPLACED = {
    "overlap": "overlap_of_something",
    "recollection": "recollection_of_something",
}


TABLE = "select sql from sqlite_master where type = 'table' and name = ?"
INDEXES = """select sql from sqlite_master
             where type = 'index' and tbl_name = ? and sql is not null"""
# The name in `CREATE TABLE "session" (`.
NAME = r'^CREATE TABLE\s+"?\w+"?'
# A rule to leave out, such as `, CONSTRAINT overlap_of_something CHECK (seconds > 0)`.
RULE = r",\s*CONSTRAINT {} CHECK \([^()]*\)"


# There is no downgrade: `tracker restore` brings back the backup made before migrating.
def upgrade() -> None:
    for table in sorted({name for columns, *_ in KINDS for name in columns}):
        _rebuild(table)
    # Overlaps are computed: their rows are the same on every machine.
    op.execute("update overlap set uid = 'overlap-' || day, edited_at = 0")


def _rebuild(table: str) -> None:
    """Make the table again with its new rules, which each row must keep.

    Not by Alembic's batches: they lose one of two constraints of the same name.
    """
    run = op.get_bind().exec_driver_sql
    sql = run(TABLE, (table,)).scalar_one()
    indexes = run(INDEXES, (table,)).scalars().all()
    for name in _replaced(table):
        sql = re.sub(RULE.format(name), "", sql)
    head, _, _ = re.sub(NAME, "CREATE TABLE new_rows", sql).rpartition(")")
    rules = [f", CONSTRAINT {name} CHECK ({rule})" for name, rule in _rules(table)]
    run(f"{head}{''.join(rules)}) STRICT")
    run(f"insert into new_rows select * from {table}")
    run(f"drop table {table}")
    run(f"alter table new_rows rename to {table}")
    for index in indexes:
        run(index)


def _replaced(table: str) -> Iterator[str]:
    """The names of the rules that new ones replace."""
    for column in DAYS.get(table, "").split():
        yield f"{table}_{column}_is_a_day"
    if table in REPLACED:
        yield REPLACED[table]


def _rules(table: str) -> Iterator[tuple[str, str]]:
    """The new rules of a table: names and conditions."""
    for tables, ending, rule in KINDS:
        for column in tables.get(table, "").split():
            yield f"{table}_{column}_{ending}", rule.format(column)
    if table in OTHERS:
        yield OTHERS[table]
