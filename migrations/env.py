"""How Alembic reaches the database: over the connection tracker hands it, or a checkout's own for `alembic` itself."""

from alembic import context
from sqlalchemy import Connection, create_engine

from tracker.database.schema.tables import metadata


def run(connection: Connection) -> None:
    """Run the revisions inside whatever transaction the connection is in."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        transactional_ddl=False,
    )
    with context.begin_transaction():
        context.run_migrations()


handed = context.config.attributes.get("connection")
if handed is not None:
    run(handed)
else:
    with create_engine(
        context.config.get_main_option("sqlalchemy.url", "sqlite://")
    ).begin() as own:
        run(own)
