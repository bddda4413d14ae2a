"""What `backup` and `restore` answer."""

from typing import NamedTuple


class DatabaseCopy(NamedTuple):
    """A copy of the database: the path of the file, and its size in bytes."""

    file: str
    size: int


class RestoredDatabase(NamedTuple):
    """A restored database: the path of the backup that it came from.

    `previous` is the path of a copy of the database before; None where there was none.
    """

    file: str
    previous: str | None
