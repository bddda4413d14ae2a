"""What is meant and what came of it: plans, breaks, forecasts, notes, the guide's questions, applications."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from tracker.database.schema.base import (
    flag,
    guide_lines,
    is_day,
    link,
    number,
    one_of,
    personal,
    shipped,
    words,
)
from tracker.text.choices import PROMPT_KINDS

# Every change of a plan is a row; the latest of a subject is what is meant now.
plan = personal(
    "plan",
    link("item_id", "item", "plan", required=False),
    link("milestone_id", "milestone", "plan", required=False),
    words("due", comment="the day it is meant to be reached; null once withdrawn"),
    words("because", required=True),
    words("day", required=True, comment="the day this was said"),
    number("said_at", required=True, comment="UTC seconds"),
    CheckConstraint(
        "(item_id is null) <> (milestone_id is null)", name="plan_of_one_thing"
    ),
    is_day("plan", "due"),
    is_day("plan", "day"),
)

time_off = personal(
    "time_off",
    words("since", required=True),
    words("until", required=True),
    is_day("time_off", "since"),
    is_day("time_off", "until"),
    CheckConstraint("since <= until", name="time_off_in_order"),
)

forecast = personal(
    "forecast",
    link("item_id", "item", "forecast", required=False),
    link("milestone_id", "milestone", "forecast", required=False),
    words("day", required=True, comment="the day it was given"),
    words("early_half", required=True),
    words("late_half", required=True),
    words("early_most", required=True),
    words("late_most", required=True),
    number("pace", required=True, comment="seconds a week it rests on"),
    CheckConstraint(
        "(item_id is null) <> (milestone_id is null)", name="forecast_of_one_thing"
    ),
    *(
        is_day("forecast", name)
        for name in ("day", "early_half", "late_half", "early_most", "late_most")
    ),
)

prompt = shipped(
    "prompt",
    words("slug", required=True),
    words("kind", required=True),
    words("question", required=True),
    number("position", required=True),
    number("retired", required=True),
    *guide_lines(),
    UniqueConstraint("slug", name="prompt_slug"),
    one_of("prompt", "kind", PROMPT_KINDS),
    CheckConstraint("retired in (0, 1)", name="prompt_retired_is_a_flag"),
)

note = personal(
    "note",
    words("day", required=True),
    words("text", required=True),
    *flag("note", "changed"),
    *flag("note", "decision"),
    *flag("note", "private"),
    link("prompt_id", "prompt", "note", required=False),
    number("said_at", required=True, comment="UTC seconds"),
    is_day("note", "day"),
    CheckConstraint("text <> ''", name="note_says_something"),
    Index("note_days", "day"),
)

application = personal(
    "application",
    words("funder", required=True),
    words("day", required=True),
    words("asked", comment="amount with its currency, as typed"),
    words("file", comment="what was sent"),
    words("plan", required=True, comment="the plan as it stood, frozen, as JSON"),
    is_day("application", "day"),
)
