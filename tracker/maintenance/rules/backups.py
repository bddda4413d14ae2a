"""What `backup` and `restore` answer."""

from pathlib import PurePath
from typing import NamedTuple


class DatabaseCopy(NamedTuple):
    """A copy of the database at `file`, of `size` bytes."""

    file: PurePath
    size: int


class RestoredDatabase(NamedTuple):
    """The database now holds what `file` holds.

    `backup` is the copy of the database before that; None where there was none.
    """

    file: PurePath
    backup: PurePath | None
