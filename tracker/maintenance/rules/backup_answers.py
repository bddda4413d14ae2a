"""What `backup` and `restore` answer."""

from typing import NamedTuple

from tracker.database.backup_contents import Contents


class DatabaseCopy(NamedTuple):
    """A copy of the database: the path of the file, and its size in bytes."""

    file: str
    size: int


class KeptBackup(NamedTuple):
    """A backup beside the database: its path, why and when it was made, its bytes.

    `reason` is one of BACKUP_REASONS, `made_at` an ISO time with its offset. `contents` is None
    where it is damaged.
    """

    file: str
    reason: str
    made_at: str
    size: int
    contents: Contents | None


class RestoredDatabase(NamedTuple):
    """A restored database: the path of the backup that it came from, and its contents.

    `changed` is false where the two were the same. `previous` is the path of a copy of
    the database before; None where there was none.
    """

    file: str
    changed: bool
    previous: str | None
    contents: Contents
