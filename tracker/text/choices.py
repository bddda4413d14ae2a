"""Every list of choices and every fixed limit of the program, once: all else is built from these or compared with them.

Standard library only, since both halves import it. A value here is a key in the database and in JSON; how a
person reads it is in `text/labels.py`.
"""

# Where someone else could look, and `self`, one's own word (`evidence.kind`).
EVIDENCE_KINDS = (
    "repo",
    "post",
    "paper",
    "certificate",
    "letter",
    "metric",
    "review",
    "self",
)

# How much a role asks for a requirement, strongest first (`requirement.weight`).
WEIGHTS = ("must", "should", "helps")

# How well a skill is had: nothing at the start, then the levels that can be shown.
LEVELS = ("none", "basic", "moderate", "strong", "very-strong")

# How well a requirement is backed, weakest first.
STRENGTHS = ("none", "said", "practised", "shown", "checked")

# What an item is (`item.kind`).
ITEM_KINDS = (
    "course",
    "book",
    "video",
    "article",
    "paper",
    "reading-list",
    "exercise",
    "replication",
    "project",
    "programme",
    "podcast",
    "newsletter",
    "tool",
    "habit",
)

# What the person said of an item; no row means nothing (`item_state.state`).
ITEM_STATES = ("done", "skipped", "dropped")

# Who named an item: the guide, tracker's own additions, or the person (`item.origin`).
ORIGINS = ("guide", "extension", "own")

# How a session was written down (`session.source`).
SOURCES = ("live", "same-day", "later", "imported")

# Those of them that never finish: they have hours, and no percentage.
ENDLESS_KINDS = frozenset({"podcast", "newsletter", "tool", "habit"})

# What the person recorded of an item, or what its hours say (`items --status`).
ITEM_STATUSES = ("planned", "doing", "done", "skipped", "dropped", "retired")

# Where the person is with a milestone (`state` in JSON).
MILESTONE_STATES = ("open", "trying", "reached", "over", "dropped")

# What `tracker report --by` sums by.
GROUPINGS = ("item", "track", "tag", "day", "week", "month")

# Kinds of the guide's questions (`prompt.kind`).
PROMPT_KINDS = ("view", "forecast", "decision", "wellbeing")

# Seconds.
HOUR = 3600
TIMER_TRUSTED_FOR = 12 * HOUR  # a timer that ran longer is asked about
LONGEST_SESSION = 24 * HOUR
