"""`next` as text."""

from collections.abc import Sequence

from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.view.hour_columns import hours_row, say_span
from tracker.readiness.view.ready import role_name
from tracker.text.columns import wrap


def next_text(actions: Sequence[Action], gaps: Gaps | None) -> str:
    """A few lines, each with its hours; without any, where to begin, or that what is meant is reached."""
    if actions:
        rows = (hours_row(say_span(action.hours), action.do) for action in actions)
        return "\n".join(["Next, with the hours it takes: low - likely - high.", *rows])
    if gaps is None:
        return "Nothing is under way. Say where you want to go: tracker target ROLE"
    name = role_name(gaps.readiness)
    if not gaps.gaps:
        return wrap(
            f"All that is asked for is shown: {name}. Other roles beside it: tracker ready --roles"
        )
    return wrap(
        f"Nothing is under way, and nothing listed leads further: {name}. What is open: tracker gaps"
    )
