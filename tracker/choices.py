"""Every list of choices of the program.

CHECKs of the database, options, help and sentences are built from these, or compared
with them by a test. A value here is a key in the database and in JSON; what a person
reads for it is in `labels.py`. Everyday commands import this, so it imports nothing.
"""

# What the evidence is; `self` is the person's own claim (`evidence.kind`).
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

# How strongly a role asks for a requirement, strongest first (`requirement.weight`).
WEIGHTS = ("must", "should", "helps")
# `ready` shows the requirements of this weight only if asked.
FOLDED_WEIGHT = "helps"

# How well a person has a skill, lowest first; `none` is where everybody starts.
LEVELS = ("none", "basic", "moderate", "strong", "very-strong")

# How good the evidence for a requirement is, weakest first.
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

# The state that a person gives an item; most items have none (`item_state.state`).
ITEM_STATES = ("done", "skipped", "dropped")

# Where an item is from: the guide, tracker's additions to it, or the person
# (`item.origin`).
ORIGINS = ("guide", "extension", "own")

# How a session was recorded (`session.source`).
SOURCES = ("live", "same-day", "later", "imported")

# Kinds of item that never finish: they have hours but no percentage.
ENDLESS_KINDS = frozenset({"podcast", "newsletter", "tool", "habit"})

# Kinds of item that exports name to others; a list of forty articles would bury them.
LASTING_KINDS = frozenset({"replication", "project", "programme", "course", "book"})
# Kinds whose title is a task: `Train an MLP on MNIST`.
TASK_KINDS = frozenset({"exercise", "project", "reading-list", "habit"})
# Kinds that a form asks for as courses; a CV names series of lectures and books too.
TAUGHT_KINDS = frozenset({"course", "programme"})
COURSE_KINDS = TAUGHT_KINDS | {"book", "video"}

# How far an item is, by its state and its hours (`items --status`).
ITEM_STATUSES = ("planned", "doing", "done", "skipped", "dropped", "retired")

# How far the person is with a milestone (`state` in JSON).
MILESTONE_STATES = ("open", "trying", "reached", "over", "dropped")

# What became of a plan or promise, as exports tell it (`state` in JSON).
DELIVERED, CLAIMED, OVER, OPEN, WITHDRAWN, GIVEN_UP = PROMISE_STATES = (
    "delivered",
    "claimed",
    "over",
    "open",
    "withdrawn",
    "given-up",
)

# What became of a plan; `left` is what was skipped or dropped (`state` in JSON).
PLAN_STATES = ("open", "kept", "late", "withdrawn", "left")

# What `tracker report --by` groups by.
GROUPINGS = ("item", "track", "tag", "day", "week", "month")

# The stages of the road to a role, in order (`milestone.stage`).
STAGES = ("foundations", "show", "research", "apply")

# How far what stands on the map of the road is; `next` can be begun now.
MAP_STATES = ("done", "claimed", "doing", "next", "open")

# Kinds of the guide's questions (`prompt.kind`).
PROMPT_KINDS = ("view", "forecast", "decision", "wellbeing")

# Why a backup of the database was made (the end of its name).
BACKUP_REASONS = (
    "asked",
    "before-merge",
    "before-import",
    "before-restore",
    "before-update",
    "before-demo",
)
