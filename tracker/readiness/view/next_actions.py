"""`next` as text."""

from tracker.readiness.rules.answers import NextAnswer
from tracker.readiness.view.hour_columns import hours_row, say_span
from tracker.readiness.view.ready import role_name
from tracker.text.columns import wrap


def next_text(answer: NextAnswer) -> str:
    """A few lines, each with its hours; without any, what to do instead."""
    if answer.actions:
        rows = (hours_row(say_span(each.hours), each.do) for each in answer.actions)
        return "\n".join(["Next. Hours to go: low - likely - high.", *rows])
    if answer.gaps is None:
        return "Nothing is in progress. Choose a role: tracker target ROLE"
    name = role_name(answer.gaps.readiness)
    if not answer.gaps.gaps:
        return wrap(
            f"You have shown all that this role asks for: {name}. "
            "Other roles: tracker ready --roles"
        )
    return wrap(
        f"Nothing is in progress, and the curriculum lists no next step for {name}. "
        "Still open: tracker gaps"
    )
