"""How Alembic reaches the database, and how it numbers a new revision.

tracker hands over its own connection. `alembic` in a checkout opens `checkout.db`.
"""

from typing import Any

from alembic import context
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine

from tracker.database.schema.tables import metadata


def number_revision(_context: Any, _revision: Any, directives: list[Any]) -> None:
    """Name a new revision by the number after the last: 0002 after 0001."""
    last = ScriptDirectory.from_config(context.config).get_current_head() or "0000"
    for directive in directives:
        directive.rev_id = f"{int(last) + 1:04}"


def run(connection: Connection) -> None:
    """Run the revisions inside whatever transaction the connection is in."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        transactional_ddl=False,
        process_revision_directives=number_revision,
    )
    with context.begin_transaction():
        context.run_migrations()


handed_over = context.config.attributes.get("connection")
if handed_over is not None:
    run(handed_over)
else:
    url = context.config.get_main_option("sqlalchemy.url", "sqlite://")
    with create_engine(url).begin() as opened:
        run(opened)
