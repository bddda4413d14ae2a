"""How the keys of `text/choices.py` are said: in the terminal, and in what a stranger reads."""

WEIGHT_LABELS = {"must": "Required", "should": "Expected", "helps": "Helpful"}

STRENGTH_LABELS = {
    "none": "open",
    "said": "claimed",
    "practised": "practised",
    "shown": "shown",
    "checked": "verified",
}

# The same for a reader of an export, who knows none of tracker's words.
EXPORTED_STRENGTHS = {
    "none": "open",
    "said": "claimed, no evidence",
    "practised": "practised, not demonstrated",
    "shown": "evidence available",
    "checked": "confirmed by a letter or review",
}

# How a session was written down (`session.source`); an import adds what it was read from.
SOURCE_LABELS = {
    "live": "timer",
    "same-day": "same day",
    "later": "later",
    "imported": "imported",
}

# What an imported log was (`import_batch.format`); a name that is not here stays as it is.
LOG_LABELS = {
    "clockify": "Clockify",
    "csv": "CSV",
    "harvest": "Harvest",
    "html": "HTML",
    "ics": "calendar",
    "markdown": "Markdown",
    "org": "Org",
    "timewarrior": "Timewarrior",
    "toggl": "Toggl",
    "tsv": "TSV",
    "watson": "Watson",
}

# What the person said of an item, or what its hours say (`items --status`).
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
