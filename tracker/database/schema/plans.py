"""Plans, breaks, forecasts, notes, the guide's questions, and applications."""

from sqlalchemy import Index, UniqueConstraint

from tracker.choices import PROMPT_KINDS
from tracker.database.schema.base import (
    flag,
    guide_lines,
    integer,
    is_day,
    is_flag,
    is_instant,
    is_sum,
    link,
    of_one_thing,
    one_of,
    personal,
    position,
    rule,
    shipped,
    slug,
    text,
)

plan = personal(
    "plan",
    "A planned day, for an item or a milestone. Each change of it is a row; "
    "the latest one counts.",
    link("item_id", "item", "plan", required=False),
    link("milestone_id", "milestone", "plan", required=False),
    text("due", "planned day; null where the plan was withdrawn"),
    text("because", "the reason; empty without one", required=True),
    text("day", "local day it was recorded", required=True),
    integer("said_at", "UTC seconds it was recorded", required=True),
    *flag("plan", "private", "its reason stays out of exports"),
    of_one_thing("plan", "item_id", "milestone_id"),
    is_instant("plan", "said_at"),
    is_day("plan", "due"),
    is_day("plan", "day"),
)

time_off = personal(
    "time_off",
    "A planned break.",
    text("since", "first day", required=True),
    text("until", "last day", required=True),
    is_day("time_off", "since"),
    is_day("time_off", "until"),
    rule("time_off", "in_order", "since <= until", "which are not in order"),
)

forecast = personal(
    "forecast",
    "A forecast that tracker gave, kept to be compared with what happened.",
    link("item_id", "item", "forecast", required=False),
    link("milestone_id", "milestone", "forecast", required=False),
    text("day", "local day it was given", required=True),
    text(
        "early_half",
        "first day of the range that is right 5 times in 10",
        required=True,
    ),
    text("late_half", "last day of that range", required=True),
    text(
        "early_most",
        "first day of the range that is right 8 times in 10",
        required=True,
    ),
    text("late_most", "last day of that range", required=True),
    integer("pace", "seconds a week that it assumes", required=True),
    text("withdrawn", "local day the person withdrew it"),
    is_day("forecast", "withdrawn"),
    of_one_thing("forecast", "item_id", "milestone_id"),
    is_sum("forecast", "pace"),
    rule(
        "forecast",
        "in_order",
        "early_most <= early_half and early_half <= late_half"
        " and late_half <= late_most",
        "which are not in order",
    ),
    is_day("forecast", "day"),
    is_day("forecast", "early_half"),
    is_day("forecast", "late_half"),
    is_day("forecast", "early_most"),
    is_day("forecast", "late_most"),
)

prompt = shipped(
    "prompt",
    "A question of the guide, for `tracker ask`.",
    slug(),
    text("kind", "what it asks about", required=True),
    text("question", "the question", required=True),
    text("subject", "what it is about, in a word"),
    position(),
    integer("retired", "1 or 0: no longer asked", required=True),
    *guide_lines(),
    UniqueConstraint("slug", name="prompt_slug"),
    one_of("prompt", "kind", PROMPT_KINDS),
    is_flag("prompt", "retired"),
)

prompt_pass = personal(
    "prompt_pass",
    "That a question was left unanswered. The latest row of a question counts.",
    link("prompt_id", "prompt", "prompt_pass"),
    text("day", "local day it was left", required=True),
    is_day("prompt_pass", "day"),
)

note = personal(
    "note",
    "A dated note of the person, or an answer to a question.",
    text("day", "local day", required=True),
    text("text", "the note", required=True),
    *flag("note", "changed", "it records a change of view"),
    *flag("note", "decision", "it records a decision"),
    *flag("note", "private", "it stays out of exports"),
    link("prompt_id", "prompt", "note", required=False),
    integer("said_at", "UTC seconds it was recorded", required=True),
    text("week", "Monday of the week that it plans"),
    is_day("note", "day"),
    is_day("note", "week"),
    is_instant("note", "said_at"),
    rule("note", "says_something", "text <> ''", "which is empty"),
    Index("note_days", "day"),
)

application = personal(
    "application",
    "An application, or a report to a funder, that the person sent.",
    text("funder", "name of the funder", required=True),
    text("day", "local day it was sent", required=True),
    text("asked", "amount with its currency, as typed"),
    text("file", "name of the file that was sent"),
    text("plan", "the plan on that day, as JSON", required=True),
    *flag("application", "report", "it is a report on what was done"),
    is_day("application", "day"),
)
