"""The guide whose lines answers name: each of those answers says once which guide it is."""

import re
from typing import TypedDict

from tracker.labels import GUIDE, GUIDE_ADDRESS, GUIDE_NOTE

# `guide line 138`, `guide lines 203-205`, also as the head of a column.
_LINE = r"\bguide\s+lines?\b"
# The kinds of answers that have a guide's `line` in JSON.
GUIDED_KINDS = frozenset(
    (
        "ask",
        "bar",
        "item",
        "known",
        "milestone",
        "page",
        "questions",
        "readiness",
        "role",
        "said",
        "skills",
    )
)


class GuideData(TypedDict):
    """The guide that every `line` is a line of."""

    title: str
    url: str


def add_note(lines: str) -> str:
    """The lines of an answer, with which guide it is where they name a line of it."""
    # Most answers say nothing of it, and need no pattern made.
    has_line = "guide" in lines and re.search(_LINE, lines)
    return f"{lines}\n{GUIDE_NOTE}" if has_line else lines


def guide_data(kind: str, data: object) -> dict[str, GuideData]:
    """The key `guide` of an answer of this kind; none where no line is in its data."""
    if kind not in GUIDED_KINDS or not _has_line(data):
        return {}
    return {"guide": GuideData(title=GUIDE, url=GUIDE_ADDRESS)}


def _has_line(data: object) -> bool:
    if isinstance(data, dict):
        return data.get("line") is not None or any(map(_has_line, data.values()))
    return isinstance(data, list | tuple) and any(map(_has_line, data))
