"""Add what an export says of each work.

The person's own title and line of a work, its place in exports, and plans whose reasons
stay private.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

REBUILD = {"recreate": "always", "table_kwargs": {"sqlite_strict": True}}


# There is no downgrade: `tracker restore` brings back the backup made before migrating.
def upgrade() -> None:
    op.add_column("result", sa.Column("title", sa.Text()))
    op.add_column("result", sa.Column("summary", sa.Text()))
    op.add_column("result", sa.Column("rank", sa.Integer()))
    private = sa.Column("private", sa.Integer(), nullable=False, server_default="0")
    with op.batch_alter_table("plan", **REBUILD) as batch:
        batch.add_column(private)
        batch.create_check_constraint("plan_private_is_a_flag", "private in (0, 1)")
    with op.batch_alter_table("plan", **REBUILD) as batch:
        batch.alter_column("private", server_default=None)
