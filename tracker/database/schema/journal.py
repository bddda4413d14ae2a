"""Sessions, the timer, recollections, imports, and the overlap of each day."""

from sqlalchemy import Column, Index, Text, UniqueConstraint
from sqlalchemy import text as sql_text

from tracker.choices import SOURCES
from tracker.database.schema.base import (
    flag,
    integer,
    is_count,
    is_day,
    is_instant,
    is_offset,
    is_sum,
    link,
    one_of,
    personal,
    rule,
    text,
)
from tracker.limits import LONGEST_SESSION

session = personal(
    "session",
    "Time that the person studied: one item, one day, at most 24 hours.",
    link("item_id", "item", "session"),
    text("day", "local day it counts for, ISO", required=True),
    integer("seconds", "how long", required=True),
    integer("started_at", "UTC seconds; null where only a length is recorded"),
    integer("utc_offset", "seconds east of UTC at the start"),
    text("note", "what was done; empty where there is no note", required=True),
    text(
        "tags",
        "sorted, each between blanks: ' deep pair '; empty without tags",
        required=True,
    ),
    text(
        "source",
        "how it was recorded; live means by the timer",
        required=True,
    ),
    integer("logged_at", "UTC seconds it was recorded or imported", required=True),
    text("project", "what the imported log called the item"),
    link("batch_id", "import_batch", "session", required=False),
    text("part_of", "uid of the first part, where a stretch passes a day's end"),
    text("entry_id", "short id that the imported log gives it, as in a table: 101"),
    text("entry_states", "digests of what the log said of it, the latest first"),
    integer("entry_updated", "UTC seconds of its last change, as the log says"),
    rule(
        "session",
        "within_a_day",
        f"seconds between 1 and {LONGEST_SESSION}",
        "which is not from 1 second to 24 h",
    ),
    rule(
        "session",
        "start_has_its_offset",
        "(started_at is null) = (utc_offset is null)",
        "of which it needs both or none",
    ),
    rule(
        "session",
        "tags_between_blanks",
        "tags = '' or tags glob ' * '",
        "which are not between blanks",
    ),
    is_day("session", "day"),
    is_instant("session", "started_at"),
    is_offset("session", "utc_offset"),
    is_instant("session", "logged_at"),
    is_instant("session", "entry_updated"),
    one_of("session", "source", SOURCES),
    # The sums of an item, of a period, of both: answered from these two alone.
    Index("session_sums", "item_id", "day", "seconds"),
    Index("session_days", "day", "item_id", "seconds"),
    Index("session_starts", "started_at"),
    Index("session_batch", "batch_id"),
    Index(
        "session_parts",
        "part_of",
        "day",
        "item_id",
        sqlite_where=sql_text("part_of is not null"),
    ),
    Index(
        "session_entries",
        "entry_id",
        sqlite_where=sql_text("entry_id is not null"),
    ),
)

timer = personal(
    "timer",
    "The timer that is running: one row, or none.",
    link("item_id", "item", "timer"),
    integer("started_at", "UTC seconds", required=True),
    integer("utc_offset", "seconds east of UTC at the start", required=True),
    text("tags", "as in session", required=True),
    text("note", "the note of the session to come"),
    *flag("timer", "by_hand", "the start was typed with --at"),
    rule("timer", "only_one", "id = 1", "and there can be only row 1"),
    is_instant("timer", "started_at"),
    is_offset("timer", "utc_offset"),
)

recollection = personal(
    "recollection",
    "Hours that the person remembers but did not log: never added to totals.",
    link("item_id", "item", "recollection"),
    integer("seconds", "how long", required=True),
    text("since", "first day of the period", required=True),
    text("until", "last day of the period", required=True),
    integer("said_at", "UTC seconds it was recorded", required=True),
    is_day("recollection", "since"),
    is_day("recollection", "until"),
    is_instant("recollection", "said_at"),
    is_sum("recollection", "seconds", 1),
    rule("recollection", "in_order", "since <= until", "which are not in order"),
)

overlap = personal(
    "overlap",
    "A day with time that its other sessions, or those of a day before, have too."
    " Hours on the clock = sum - overlap.",
    text("day", "local day", required=True),
    integer("seconds", "time that was counted more than once", required=True),
    Column(
        "starts",
        Text,
        nullable=False,
        server_default="[]",
        comment="UTC seconds at which the sessions that share it began, as JSON",
    ),
    UniqueConstraint("day", name="overlap_day"),
    is_day("overlap", "day"),
    is_sum("overlap", "seconds", 1),
)

import_batch = personal(
    "import_batch",
    "One `tracker import`.",
    text("file", "name of the file", required=True),
    text("format", "what the file was read as", required=True),
    text("digest", "hash of the file", required=True),
    integer("read_at", "UTC seconds", required=True),
    integer("added", "how many sessions it added", required=True),
    integer("seconds", "how much time it added", required=True),
    is_instant("import_batch", "read_at"),
    is_count("import_batch", "added"),
    is_sum("import_batch", "seconds"),
)
