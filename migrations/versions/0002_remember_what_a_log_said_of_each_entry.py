"""Remember what a log said of each entry.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


# There is no downgrade: `tracker restore` brings back the backup made before migrating.
def upgrade() -> None:
    with op.batch_alter_table("session") as batch:
        batch.add_column(sa.Column("entry_id", sa.Text()))
        batch.add_column(sa.Column("entry_states", sa.Text()))
        batch.add_column(sa.Column("entry_updated", sa.Integer()))
        batch.create_index(
            "session_entries",
            ["entry_id"],
            sqlite_where=sa.text("entry_id is not null"),
        )
