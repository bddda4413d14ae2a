"""Progress on the command line: `3/7` or `40%`."""

import re

from tracker.errors import Unreadable
from tracker.text.columns import quoted

# `3/7`, `3 of 7`.
_PARTS = r"([0-9]{1,6}) ?(?:/|of) ?([0-9]{1,6})"
# `40%`.
_PERCENT = r"([0-9]{1,3}) ?%"
# `40.5%`, which is refused.
_DECIMAL = r"[0-9]+[.,][0-9]+ ?%"
_HINT = "Type parts done of the total, like 3/7, or a whole percentage, like 40%."


def parse_progress(text: str) -> tuple[int, int]:
    """Parts done and the total: `3/7` is (3, 7), `40%` is (40, 100).

    Raises Unreadable for more than the total, a total of zero, and percentages that are
    not whole.
    """
    cleaned = " ".join(text.casefold().split())
    if re.fullmatch(_DECIMAL, cleaned):
        raise Unreadable(f"{quoted(text)} is not a whole percentage.", _HINT)
    parts = re.fullmatch(_PARTS, cleaned)
    percent = re.fullmatch(_PERCENT, cleaned)
    if parts:
        done, total = int(parts[1]), int(parts[2])
    elif percent:
        done, total = int(percent[1]), 100
    else:
        raise Unreadable(f"{quoted(text)} is not a fraction or a percentage.", _HINT)
    if total == 0:
        raise Unreadable(f"{quoted(text)} has a total of zero.", _HINT)
    if done > total:
        raise Unreadable(f"{quoted(text)} is more than the total.", _HINT)
    return done, total
