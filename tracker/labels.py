"""What a person reads for the keys of `choices.py`."""

WEIGHT_LABELS = {"must": "Required", "should": "Expected", "helps": "Helpful"}

STRENGTH_LABELS = {
    "none": "open",
    "said": "claimed",
    "practised": "practised",
    "shown": "shown",
    "checked": "verified",
}

# The source of the curriculum and of the requirements of roles.
GUIDE = "BlueDot's Alignment careers guide"
GUIDE_ADDRESS = "https://aisafetyfundamentals.com/alignment-careers-guide"
# What `guide line 138` in an answer means.
GUIDE_NOTE = (
    f"Guide line N is paragraph N of {GUIDE} (2024),\n"
    f"blank ones counted: {GUIDE_ADDRESS}"
)

# The stages of the road to a role (`milestone.stage`).
STAGE_LABELS = {
    "foundations": "Foundations",
    "show": "Show it",
    "research": "Research",
    "apply": "Apply",
}

# The three parts of a count, which add up to the whole.
SHOWN, CLAIMED, OPEN = (STRENGTH_LABELS[key] for key in ("shown", "said", "none"))

# How a session was recorded (`session.source`); an import adds its format.
SOURCE_LABELS = {
    "live": "timer",
    "same-day": "same day",
    "later": "later",
    "imported": "imported",
}

# The format of an imported log (`import_batch.format`).
LOG_LABELS = {
    "clockify": "Clockify",
    "csv": "CSV",
    "harvest": "Harvest",
    "ics": "calendar",
    "klog": "klog",
    "markdown": "Markdown",
    "org": "Org",
    "timeclock": "timeclock",
    "timewarrior": "Timewarrior",
    "toggl": "Toggl",
    "tracker": "tracker",
    "watson": "Watson",
}

# How far an item is, by its state and its hours (`items --status`).
STATUS_LABELS = {
    "planned": "not started",
    "doing": "in progress",
    "done": "done",
    "skipped": "skipped",
    "dropped": "dropped",
    "retired": "removed from the curriculum",
}

# Where the person is with a milestone (`state` in JSON).
MILESTONE_STATE_LABELS = {
    "open": "open",
    "trying": "in progress",
    "reached": "reached",
    "over": "reached over the limit",
    "dropped": "dropped",
}

# Why a backup was made (`reason` in JSON).
BACKUP_LABELS = {
    "asked": "asked for",
    "before-merge": "before a merge",
    "before-import": "before an import",
    "before-restore": "before a restore",
    "before-update": "before an update",
    "before-demo": "before a new demo",
}

# How far a stop or a step of the road is (`state` in JSON).
MAP_STATE_LABELS = {
    "done": "done",
    "claimed": "claimed",
    "doing": "in progress",
    "next": "next",
    "open": "open",
}

# One row of each of the person's tables, and several.
TABLE_LABELS = {
    "session": ("session", "sessions"),
    "item": ("item", "items"),
    "item_state": ("item status", "item statuses"),
    "import_batch": ("import", "imports"),
    "result": ("result", "results"),
    "attempt": ("attempt", "attempts"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "rating": ("rating", "ratings"),
    "note": ("note", "notes"),
    "prompt_pass": ("question left", "questions left"),
    "plan": ("plan", "plans"),
    "setting": ("setting", "settings"),
    "timer": ("running timer", "running timers"),
    "recollection": ("recollection", "recollections"),
    "application": ("application", "applications"),
    "time_off": ("break", "breaks"),
    "forecast": ("forecast", "forecasts"),
    "milestone_state": ("milestone status", "milestone statuses"),
    "work": ("entry of exports", "entries of exports"),
    "item_aka": ("other name of an item", "other names of items"),
    "item_requires": ("prerequisite of an item", "prerequisites of items"),
    "item_skill": ("skill of an item", "skills of items"),
    "tombstone": ("removed row", "removed rows"),
}
