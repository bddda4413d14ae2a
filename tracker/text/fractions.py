"""Progress on the command line: `3/7` or `40%`."""

import re

from tracker.errors import Unreadable
from tracker.text.columns import quoted

# `3/7`, `3 of 7`, `3 out of 7`.
_PARTS = r"([0-9]{1,6}) ?(?:/|(?:out )?of) ?([0-9]{1,6})"
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
        whole = f"{int(re.split('[.,]', cleaned)[0])}%"
        message = f"{quoted(text)} is not a whole percentage."
        raise Unreadable(message, _HINT, typed=text, instead=[whole])
    parts = re.fullmatch(_PARTS, cleaned)
    percent = re.fullmatch(_PERCENT, cleaned)
    if parts:
        done, total = int(parts[1]), int(parts[2])
    elif percent:
        done, total = int(percent[1]), 100
    else:
        raise _progress_error(
            f"{quoted(text)} is not a fraction or a percentage.", text
        )
    if total == 0:
        raise _progress_error(f"{quoted(text)} has a total of zero.", text)
    if done > total:
        raise _progress_error(f"{quoted(text)} is more than the total.", text)
    return done, total


def _progress_error(message: str, text: str) -> Unreadable:
    return Unreadable(message, _HINT, typed=text, instead=["FIGURE"])
