"""SQLAlchemy Core over an open sqlite3 connection, and back: both halves of tracker in one transaction."""

from sqlite3 import Connection as Raw

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool


def over(own: Raw) -> Connection:
    """SQLAlchemy over `own`, whose transaction stays with whoever began it: on this connection it begins none itself.

    Close it after the transaction is over, never inside: closing rolls back. Its AUTOCOMMIT would not do either:
    Python's sqlite3 commits whenever an isolation level is set.
    """
    engine = create_engine("sqlite://", creator=lambda: own, poolclass=StaticPool)
    return engine.connect()


def raw(db: Connection) -> Raw:
    """The sqlite3 connection under a SQLAlchemy one, for what the journal answers."""
    under = db.connection.driver_connection
    assert isinstance(under, Raw)
    return under
