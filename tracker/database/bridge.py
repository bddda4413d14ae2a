"""SQLAlchemy Core over an open sqlite3 connection, and back.

So commands of both kinds share one transaction.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Connection as Raw

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool


@contextmanager
def sqlalchemy_over(raw: Raw) -> Iterator[Connection]:
    """SQLAlchemy over `raw`; it neither begins nor ends a transaction there.

    Leave it after the transaction is over, since closing rolls back. SQLAlchemy's own
    AUTOCOMMIT would not do: Python's sqlite3 commits when an isolation level is set.
    Errors of SQLite leave as sqlite3's own, as `connect.translated` expects them.
    """
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    try:
        with engine.connect() as db:
            yield db
    except DBAPIError as fault:
        raise fault.orig or fault from fault


def raw_connection(db: Connection) -> Raw:
    """The sqlite3 connection under a SQLAlchemy one, for what the journal answers."""
    raw = db.connection.driver_connection
    assert isinstance(raw, Raw)
    return raw
