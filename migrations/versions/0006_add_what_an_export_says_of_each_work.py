"""Add what an export says of each work.

The person's own title and line of a work, its place in exports, plans whose reasons stay
private, and which of what was sent to a funder is a report.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# The forms for reports of before.
REPORTS = """
    'bluedot-end-report', 'bluedot-weekly-update', 'manifund-final-report',
    'manifund-update'
"""
REBUILD = {"recreate": "always", "table_kwargs": {"sqlite_strict": True}}


# There is no downgrade: `tracker restore` brings back the backup made before migrating.
def upgrade() -> None:
    op.create_table(
        "work",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("edited_at", sa.Integer(), nullable=False),
        _link("item"),
        _link("milestone"),
        sa.Column("title", sa.Text()),
        sa.Column("summary", sa.Text()),
        sa.Column("rank", sa.Integer()),
        sa.CheckConstraint(
            "(item_id is null) <> (milestone_id is null)", name="work_of_one_thing"
        ),
        sa.UniqueConstraint("uid", name="work_uid"),
        sqlite_strict=True,
    )
    op.create_index("work_once", "work", ["milestone_id", "item_id"], unique=True)
    _add_flag("plan", "private")
    _add_flag("application", "report")
    op.execute(f"update application set report = 1 where funder in ({REPORTS})")


def _link(target: str) -> sa.Column[int]:
    """A column that refers to a table, or null."""
    rule = sa.ForeignKey(f"{target}.id", name=f"work_{target}", ondelete="RESTRICT")
    return sa.Column(f"{target}_id", sa.Integer(), rule)


def _add_flag(table: str, name: str) -> None:
    """Add a column of 1 or 0, which is 0 in the rows that exist."""
    column = sa.Column(name, sa.Integer(), nullable=False, server_default="0")
    with op.batch_alter_table(table, **REBUILD) as batch:
        batch.add_column(column)
        batch.create_check_constraint(f"{table}_{name}_is_a_flag", f"{name} in (0, 1)")
    with op.batch_alter_table(table, **REBUILD) as batch:
        batch.alter_column(name, server_default=None)
