"""The hours of a time-boxed task."""

PART, HOURS, RECORDED_BY, TAGS = "Part", "Hours", "Recorded by", "Tags"
NO_OTHER_TAG = "no other tag"
BY_DAY = "Hours by day"
DAY, TOTAL = "Day", "Total"
OVERLAP_ONCE = (
    "Counted twice is time in which two sessions of one part ran; it is taken off."
)
# Keyed by `Bucket.name`.
BUCKETS = {
    "counted": "counted",
    "not-counted": "not counted",
    "extra": "extra",
    "agent": "run by an agent, listed apart",
}
# The same at the head of a column.
COLUMNS = {
    "counted": "Counted",
    "not-counted": "Not counted",
    "extra": "Extra",
    "agent": "Run by an agent",
}


def tag_hours(tags: str, hours: str) -> str:
    """`coding 4h00m`."""
    return f"{tags} {hours}"


def cap(cap: str, counted: str) -> str:
    """`Cap: 20h00m. Counted: 6h30m.`."""
    return f"Cap: {cap}. Counted: {counted}."


def over_cap(cap: str, counted: str, over: str) -> str:
    """`Cap: 6h00m. Counted: 6h30m, 30m over. Nothing was cut.`."""
    return f"Cap: {cap}. Counted: {counted}, {over} over. Nothing was cut."


def less_overlap(hours: str) -> str:
    """`, counted twice -1h00m`, after the parts of a sum."""
    return f", counted twice {hours}"


def shared(hours: str, total: str) -> str:
    """What two parts share, which a total of all has once."""
    return f"In {hours} two parts ran at once; each counts them. Total: {total}."


def counted_by(funder: str, day: str) -> str:
    """`MATS (as of 11 Sep 2026) counts`, before a list."""
    return f"{funder} (as of {day}) counts"


def not_counted_by(funder: str, day: str) -> str:
    """`MATS (as of 11 Sep 2026) does not count`, before a list."""
    return f"{funder} (as of {day}) does not count"


def extra_rule(rule: str) -> str:
    """`Extra: two hours for the summary.`."""
    return f"Extra: {rule}."
