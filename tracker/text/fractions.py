"""Progress on the command line: `3/7` or `40%`."""

import re

from tracker.errors import Unreadable
from tracker.text.columns import quoted

_PARTS = r"([0-9]{1,6}) ?(?:/|of) ?([0-9]{1,6})"
_PERCENT = r"([0-9]{1,3}) ?%"
_DECIMAL = r"[0-9]+[.,][0-9]+ ?%"
_HINT = "Type parts done of all parts, like 3/7, or a whole percentage, like 40%."


def parse_progress(text: str) -> tuple[int, int]:
    """Parts done and parts in all: `3/7` is (3, 7), `40%` is (40, 100).

    Raises Unreadable for more than all, for parts of nothing, and for percentages that are not whole.
    """
    said = " ".join(text.casefold().split())
    if re.fullmatch(_DECIMAL, said):
        raise Unreadable(f"{quoted(text)} is not a whole percentage.", _HINT)
    parts, percent = re.fullmatch(_PARTS, said), re.fullmatch(_PERCENT, said)
    if parts:
        done, total = int(parts[1]), int(parts[2])
    elif percent:
        done, total = int(percent[1]), 100
    else:
        raise Unreadable(f"{quoted(text)} is not a part of a whole.", _HINT)
    if total == 0:
        raise Unreadable(f"{quoted(text)} is a part of nothing.", _HINT)
    if done > total:
        raise Unreadable(f"{quoted(text)} is more than all there is.", _HINT)
    return done, total
