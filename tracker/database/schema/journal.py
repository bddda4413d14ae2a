"""Sessions, the timer, recollections, and the overlap of each day. The journal reads them without SQLAlchemy."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from tracker.database.schema.base import (
    flag,
    is_day,
    link,
    number,
    one_of,
    personal,
    words,
)
from tracker.text.choices import SOURCES

session = personal(
    "session",
    link("item_id", "item", "session"),
    words("day", required=True, comment="local day it counts for, ISO"),
    number("seconds", required=True),
    number("started_at", comment="UTC seconds, where known"),
    number("utc_offset", comment="seconds east of UTC at the start"),
    words("note", required=True, comment="empty where there is none"),
    words(
        "tags",
        required=True,
        comment="sorted, each between blanks: ' deep pair '; empty where there are none",
    ),
    words("source", required=True, comment="how it was written down"),
    number(
        "logged_at", required=True, comment="UTC seconds it was written down or read"
    ),
    words("project", comment="what an imported log called it"),
    link("batch_id", "import_batch", "session", required=False),
    CheckConstraint("seconds between 1 and 86400", name="session_within_a_day"),
    CheckConstraint(
        "(started_at is null) = (utc_offset is null)",
        name="session_start_has_its_offset",
    ),
    is_day("session", "day"),
    one_of("session", "source", SOURCES),
    # The sums of an item, of a span, of both: answered from these two alone.
    Index("session_sums", "item_id", "day", "seconds"),
    Index("session_days", "day", "item_id", "seconds"),
    Index("session_starts", "started_at"),
    Index("session_batch", "batch_id"),
)

timer = personal(
    "timer",
    link("item_id", "item", "timer"),
    number("started_at", required=True, comment="UTC seconds"),
    number("utc_offset", required=True, comment="seconds east of UTC at the start"),
    words("tags", required=True),
    *flag("timer", "by_hand"),
    CheckConstraint("id = 1", name="timer_only_one"),
)

recollection = personal(
    "recollection",
    link("item_id", "item", "recollection"),
    number("seconds", required=True),
    words("since", required=True),
    words("until", required=True),
    number("said_at", required=True, comment="UTC seconds"),
    is_day("recollection", "since"),
    is_day("recollection", "until"),
    CheckConstraint("seconds > 0", name="recollection_of_something"),
    CheckConstraint("since <= until", name="recollection_in_order"),
)

# Seconds of a day on which more than one timed session ran: hours on the clock = sum - overlap. No row: none.
overlap = personal(
    "overlap",
    words("day", required=True),
    number("seconds", required=True),
    UniqueConstraint("day", name="overlap_day"),
    is_day("overlap", "day"),
    CheckConstraint("seconds > 0", name="overlap_of_something"),
)

import_batch = personal(
    "import_batch",
    words("file", required=True),
    words("format", required=True),
    words("digest", required=True),
    number("read_at", required=True, comment="UTC seconds"),
    number("added", required=True),
    number("seconds", required=True),
)
