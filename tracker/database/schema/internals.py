"""Settings, the undo log, tombstones, and which seed the shipped rows came from."""

from sqlalchemy import Index, Table, UniqueConstraint
from sqlalchemy import text as sql_text

from tracker.database.command_log import UID_OF_CHANGE
from tracker.database.schema.base import (
    integer,
    is_instant,
    is_uid,
    link,
    metadata,
    one_of,
    personal,
    row_id,
    rule,
    shipped,
    text,
)

setting = personal(
    "setting",
    "What the person set with `tracker config` or `tracker target`.",
    text("key", "name of the setting", required=True),
    text("value", "its value, as text", required=True),
    UniqueConstraint("key", name="setting_key"),
)

tombstone = Table(
    "tombstone",
    metadata,
    row_id(),
    text("uid", "uid of the removed row", required=True),
    text("tbl", "table it was removed from", required=True),
    integer("at", "UTC seconds of the removal", required=True),
    UniqueConstraint("uid", "tbl", name="tombstone_once"),
    is_uid("tombstone"),
    is_instant("tombstone", "at"),
    comment="A row that was removed, so that `merge` does not bring it back.",
    sqlite_strict=True,
    info={"personal": True},
)

seed_state = shipped(
    "seed_state",
    "Which seed the shipped rows came from: one row.",
    text("digest", "hash of the seed's files", required=True),
    rule("seed_state", "only_one", "id = 1", "and there can be only row 1"),
)

# --- the undo log: triggers write it while `running` holds a row ---

command = Table(
    "command",
    metadata,
    row_id(),
    integer("at", "UTC seconds", required=True),
    text("words", "the command as typed", required=True),
    text("kind", "what it did", required=True),
    text("state", "closed: too old to be undone or redone", required=True),
    link("target_id", "command", "command", required=False),
    is_instant("command", "at"),
    one_of("command", "kind", ("do", "undo", "redo")),
    one_of("command", "state", ("done", "undone", "closed")),
    comment="A command that wrote something. Its target is the command it undid.",
    sqlite_strict=True,
)

change = Table(
    "change",
    metadata,
    row_id(),
    link("command_id", "command", "change"),
    text("tbl", "table of the changed row", required=True),
    integer("row", "number of the changed row; below 0, of a batch", required=True),
    text(
        "old",
        "the row before, as JSON; null where it was new. Of a batch, many sessions that"
        " an undo put away",
    ),
    text("new", "the row after, as JSON; null where it was removed"),
    Index("change_by_command", "command_id"),
    # The changes of one row, by its uid: what came after a command that changed it.
    Index("change_by_uid", "tbl", sql_text(UID_OF_CHANGE)),
    comment="One row that a command changed.",
    sqlite_strict=True,
)

running = Table(
    "running",
    metadata,
    row_id(),
    link("command_id", "command", "running"),
    integer("batch_id", "the import whose sessions are not logged one by one"),
    rule("running", "only_one", "id = 1", "and there can be only row 1"),
    comment="The command that is running now; empty between commands.",
    sqlite_strict=True,
)
