"""${message}.

Revision ID: ${up_revision}
Revises: ${down_revision | comma,n}
"""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


# There is no downgrade: `tracker restore` brings back the backup made before migrating.
def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
