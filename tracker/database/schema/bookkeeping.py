"""What keeps the rest in order: settings, the undo log, tombstones, the seed's state."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from tracker.database.schema.base import key, metadata, one_of, personal, shipped, words

setting = personal(
    "setting",
    words("key", required=True),
    words("value", required=True),
    UniqueConstraint("key", name="setting_key"),
)

# A row of the person's that was removed, so that merging does not bring it back.
tombstone = Table(
    "tombstone",
    metadata,
    key(),
    Column("uid", Text, nullable=False),
    Column("tbl", Text, nullable=False),
    Column("at", Integer, nullable=False, comment="UTC seconds"),
    UniqueConstraint("uid", "tbl", name="tombstone_once"),
    sqlite_strict=True,
    info={"personal": True},
)

seed_state = shipped(
    "seed_state",
    words(
        "digest", required=True, comment="hash of the shipped seed these rows came from"
    ),
    CheckConstraint("id = 1", name="seed_state_only_one"),
)

# --- the undo log: written by triggers while `running` holds a row ---

command = Table(
    "command",
    metadata,
    key(),
    Column("at", Integer, nullable=False, comment="UTC seconds"),
    Column("words", Text, nullable=False, comment="as typed"),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column(
        "target_id",
        Integer,
        ForeignKey("command.id", name="command_target", ondelete="RESTRICT"),
    ),
    one_of("command", "kind", ("do", "undo", "redo")),
    one_of("command", "state", ("done", "undone", "closed")),
    sqlite_strict=True,
)

change = Table(
    "change",
    metadata,
    key(),
    Column(
        "command_id",
        Integer,
        ForeignKey("command.id", name="change_command", ondelete="RESTRICT"),
        nullable=False,
    ),
    Column("tbl", Text, nullable=False),
    Column("row", Integer, nullable=False),
    Column("old", Text, comment="the row before, as JSON; null where it was new"),
    Column("new", Text, comment="the row after, as JSON; null where it was removed"),
    Index("change_by_command", "command_id"),
    sqlite_strict=True,
)

running = Table(
    "running",
    metadata,
    key(),
    Column(
        "command_id",
        Integer,
        ForeignKey("command.id", name="running_command", ondelete="RESTRICT"),
        nullable=False,
    ),
    Column(
        "batch_id",
        Integer,
        comment="the batch that the command brings, whose sessions are not kept one by one",
    ),
    CheckConstraint("id = 1", name="running_only_one"),
    sqlite_strict=True,
)
