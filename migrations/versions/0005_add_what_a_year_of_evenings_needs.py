"""Add what a year of evenings needs.

Parts of a session over midnight, the note of the timer, the week that a note plans,
forecasts that the person withdrew, and the changes of one row.

Revision ID: 0005
Revises: 0004
"""

from hashlib import blake2b

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

DAY = "{0} is null or {0} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"
REBUILD = {"recreate": "always", "table_kwargs": {"sqlite_strict": True}}
LONGEST_SESSION = 24 * 3600
# What was logged here: a part begins on a later day, at the instant at which the part
# before it ends, and was written in the same second.
LINK_TO_THE_PART_BEFORE = f"""
    update session set part_of = (
        select before.uid from session as before
        where before.started_at >= session.started_at - {LONGEST_SESSION}
        and before.started_at < session.started_at
        and before.started_at + before.seconds = session.started_at
        and before.day < session.day and before.item_id = session.item_id
        and before.logged_at = session.logged_at and before.note = session.note
        and before.tags = session.tags and before.source = session.source
    ) where started_at is not null and source <> 'imported'"""
# All entries of a file were written in the same second. The id of a later part of one
# is a hash of its first part's.
LINK_IMPORTED_PARTS = f"""
    update session set part_of = (
        select first.uid from session as first
        where first.started_at >= session.started_at - {LONGEST_SESSION}
        and first.started_at < session.started_at
        and first.item_id = session.item_id
        and session.uid in (part_uid(first.uid, 1), part_uid(first.uid, 2))
    ) where started_at is not null and source = 'imported'"""
# A third part belongs to the first.
LINK_TO_THE_FIRST_PART = """
    update session set part_of = (
        select before.part_of from session as before where before.uid = session.part_of
    ) where part_of in (select uid from session where part_of is not null)"""

UID_OF_CHANGE = "coalesce(json_extract(new, '$.uid'), json_extract(old, '$.uid'))"


# There is no downgrade: `tracker restore` brings back the backup made before migrating.
def upgrade() -> None:
    op.add_column("session", sa.Column("part_of", sa.Text()))
    op.execute(LINK_TO_THE_PART_BEFORE)
    op.execute(LINK_TO_THE_FIRST_PART)
    driver = op.get_bind().connection.driver_connection
    driver.create_function("part_uid", 2, _part_uid, deterministic=True)
    op.execute(LINK_IMPORTED_PARTS)
    op.create_index(
        "session_parts",
        "session",
        ["part_of", "day", "item_id"],
        sqlite_where=sa.text("part_of is not null"),
    )
    op.add_column("timer", sa.Column("note", sa.Text()))
    for table, column in (("note", "week"), ("forecast", "withdrawn")):
        with op.batch_alter_table(table, **REBUILD) as batch:
            batch.add_column(sa.Column(column, sa.Text()))
            name = f"{table}_{column}_is_a_day"
            batch.create_check_constraint(name, DAY.format(column))
    op.create_index("change_by_uid", "change", ["tbl", sa.text(UID_OF_CHANGE)])


def _part_uid(uid: str, number: int) -> str:
    """The uid of a later part of an imported entry, as imports made it until now."""
    return blake2b(f"{uid}\x1f{number}".encode(), digest_size=8).hexdigest()
