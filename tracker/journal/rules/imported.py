"""Imported sessions as later imports meet them."""

from typing import NamedTuple


class ImportedSession(NamedTuple):
    """A session as it is now.

    `item` is the slug of its item and `file` the name of the file that it came from,
    empty where it was not imported. `changed` where it was edited after it was recorded
    or imported. The last three are as in its table.
    """

    uid: str
    item_id: int
    item: str
    day: str
    seconds: int
    started_at: int | None
    utc_offset: int | None
    note: str
    tags: str
    project: str
    batch_id: int | None
    file: str
    edited_at: int
    logged_at: int
    changed: int
    entry_states: str | None
    entry_updated: int | None
