"""SQLAlchemy Core over an open sqlite3 connection, for what knows the tables as such.

The schema, its migrations, seeding, merging and salvage use it; all else speaks sqlite3.
"""

import sqlite3
from functools import lru_cache
from typing import Any, Never

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import StaticPool


class _Borrowed:
    """A sqlite3 connection whose transaction SQLAlchemy can neither end nor close."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw

    def __getattr__(self, name: str) -> Any:
        return getattr(self._raw, name)

    def _leave(self) -> None:
        pass

    commit = rollback = close = _leave


@lru_cache(maxsize=4)
def core(raw: sqlite3.Connection) -> Connection:
    """SQLAlchemy over `raw`; it neither begins nor ends a transaction there.

    Its own AUTOCOMMIT would not do: Python's sqlite3 commits when an isolation level is
    set. Errors of SQLite leave as sqlite3's own, as `connect.translated` expects them.
    """
    engine = create_engine(
        "sqlite://", creator=lambda: _Borrowed(raw), poolclass=StaticPool
    )
    event.listen(engine, "handle_error", _raise_original)
    return engine.connect()


def _raise_original(context: ExceptionContext) -> Never:
    raise context.original_exception
