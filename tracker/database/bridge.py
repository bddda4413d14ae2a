"""SQLAlchemy Core over an open sqlite3 connection, and back: both halves of tracker in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Connection as Raw

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool


@contextmanager
def sqlalchemy_over(own: Raw) -> Iterator[Connection]:
    """SQLAlchemy over `own`, whose transaction stays with whoever began it: on this connection it begins none itself.

    Leave it after the transaction is over, never inside: closing rolls back. Its AUTOCOMMIT would not do either:
    Python's sqlite3 commits whenever an isolation level is set. SQLite's errors leave as sqlite3's own, so that
    `connect.translated` knows a full disk from either half.
    """
    engine = create_engine("sqlite://", creator=lambda: own, poolclass=StaticPool)
    try:
        with engine.connect() as db:
            yield db
    except DBAPIError as fault:
        raise fault.orig or fault from fault


def raw_connection(db: Connection) -> Raw:
    """The sqlite3 connection under a SQLAlchemy one, for what the journal answers."""
    under = db.connection.driver_connection
    assert isinstance(under, Raw)
    return under
