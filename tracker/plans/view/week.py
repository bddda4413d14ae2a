"""The week as text and as JSON. A day without hours is `-`."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, tzinfo
from typing import Any

from tracker.journal.view.timer import say_running, timer_data
from tracker.limits import HOUR
from tracker.plans.rules.plans import PlanStatus
from tracker.plans.rules.week import ItemWeek, Week
from tracker.plans.view.breaks import break_data, say_break
from tracker.plans.view.days import say_date, say_due, say_moves
from tracker.readiness.rules.actions import UNDER_WAY, UNSEEN, Action
from tracker.readiness.rules.hours import NO_HOURS
from tracker.readiness.rules.pace import Pace
from tracker.readiness.rules.pace_sentences import say_present_pace
from tracker.readiness.view.applications import (
    openings_data,
    other_role_lines,
    say_apply_now,
)
from tracker.readiness.view.gaps_json import action_data
from tracker.readiness.view.hour_columns import rows_text
from tracker.readiness.view.pace import pace_data
from tracker.text.amounts import say_amount, say_bound, say_hours
from tracker.text.columns import WIDTH, count_noun, table, wrap
from tracker.text.days import say_day

INDENT, HALF_HOUR = 2, HOUR // 2
WIDEST_GAP = 3  # blanks between two days
MOST_PLANS = 3
FIRST_STEPS = """Nothing logged yet. Three ways to start:
  tracker log fastai 1h30m             log today's study
  tracker import toggl.csv --dry-run   bring your history (writes nothing)
  tracker target research-contributor-empirical
                                       choose a role
Two minutes well spent: tracker known  say what you can do already
To look around first, without touching your data: tracker demo"""


def week_data(week: Week) -> dict[str, Any]:
    """The week as JSON. `seconds` are on the clock; what runs is only in `running`."""
    return {
        "since": week.since.isoformat(),
        "until": week.until.isoformat(),
        "days": [
            {"day": day.isoformat(), "seconds": seconds} for day, seconds in week.days
        ],
        "rows": [{"item": row.item, "seconds": row.seconds} for row in week.rows],
        "seconds": week.seconds,
        "running": timer_data(week.timer, week.elapsed) if week.timer else None,
        "meant": week.reduced_aim,
        "pace": pace_data(week.pace),
        "breaks": [break_data(days) for days in week.breaks],
        "planned": [
            {"slug": plan.subject, "due": plan.due.isoformat()} for plan in week.planned
        ],
        "actions": [action_data(action) for action in week.actions],
        "apply_now": openings_data(week.openings),
        "other_roles": [role.slug for role in week.other_roles],
    }


def week_text(zone: tzinfo, week: Week) -> str:
    """The week so far, the timer, plans and what to do next."""
    if not week.begun:
        return _first_day_text(week) if week.has_target else FIRST_STEPS
    lines = [
        *_hours(week),
        *_pace(week.pace),
        *_timer(week, zone),
        *_breaks(week),
        *_plans(week.planned, week.today),
        *_road(week),
    ]
    return "\n".join(lines)


def _first_day_text(week: Week) -> str:
    """What to do first, with a target and nothing logged; and how to log it."""
    item = week.next_item
    rows = [
        (f"tracker log {item.slug if item else 'fastai'} 1h30m", "log today's study"),
        ("tracker import toggl.csv --dry-run", "bring your history (writes nothing)"),
        ("tracker known", "say what you can do already"),
        ("tracker next", "see more to do next"),
    ]
    if item:
        look = "open" if item.url else "show"
        rows.insert(0, (f"tracker {look} {item.slug}", "begin with it"))
    return "\n".join(["Nothing logged yet.", *_road(week), rows_text(rows, indent=2)])


def _road(week: Week) -> Iterator[str]:
    """What to apply for, other roles that one could have, and what to do next."""
    yield from say_apply_now(week.openings)
    yield from other_role_lines(week.other_roles)
    yield from _next(week.actions)


def _hours(week: Week) -> Iterator[str]:
    logged = "Nothing logged this week yet"
    if week.seconds:
        logged = f"This week {say_amount(week.seconds)}"
    yield wrap(f"{say_day(week.today, date.min)}. {logged}{_say_aim(week)}.")
    if week.rows:
        yield _days(week.days, week.off)
        rows = [
            (say_amount(row.seconds), row.item, _say_total(row)) for row in week.rows
        ]
        yield table(rows, "rll", indent=INDENT)


def _say_aim(week: Week) -> str:
    """` (aim 12 h)`; with days off ` (aim 6 h, 4 days off)`, to the half hour."""
    if len(week.off) == 7:
        return " (a break)"
    if not week.reduced_aim:
        return ""
    if not week.off:
        return f" (aim {say_hours(week.reduced_aim)})"
    aim = round(week.reduced_aim / HALF_HOUR) * HALF_HOUR
    return f" (aim {say_hours(aim)}, {count_noun(len(week.off), 'day')} off)"


def _days(days: Sequence[tuple[date, int]], off: Collection[date]) -> str:
    """A week on one line, its days as far apart as the terminal lets them be."""
    cells = [f"{day:%a} {_say_day_hours(day, seconds, off)}" for day, seconds in days]
    room = WIDTH - INDENT - sum(len(cell) for cell in cells)
    gap = max(1, min(WIDEST_GAP, room // max(len(cells) - 1, 1)))
    return " " * INDENT + (" " * gap).join(cells)


def _say_day_hours(day: date, seconds: int, off: Collection[date]) -> str:
    if seconds:
        return say_amount(seconds)
    return "off" if day in off else "-"


def _say_total(row: ItemWeek) -> str:
    """`148h45m of 200-400 h, 55% done (self-reported)`, or ` ..., over the limit`."""
    total = f"{say_amount(row.spent)} total"
    if row.low is not None and row.high is not None:
        total = f"{say_amount(row.spent)} of {say_bound(row.low, row.high)}"
    if row.over:
        total += ", over the limit"
    if row.progress is not None:
        total += f", {row.progress:.0%} done (self-reported)"
    return total


def _pace(pace: Pace) -> Iterator[str]:
    """The pace; not one that is only set, which is the aim."""
    if pace.measured or pace.is_idle:
        yield wrap(say_present_pace(pace))


def _timer(week: Week, zone: tzinfo) -> Iterator[str]:
    if week.timer:
        running = say_running(week.timer, week.elapsed, week.today, zone)
        yield wrap(f"{running} Totals include it once you stop it.")


def _breaks(week: Week) -> Iterator[str]:
    for days in week.breaks:
        if days.until >= week.today:
            yield wrap(f"Break: {say_break(days, week.today)}.")


def _plans(plans: Sequence[PlanStatus], today: date) -> Iterator[str]:
    """The plans due next, and how many more there are."""
    for plan in plans[:MOST_PLANS]:
        yield wrap(f"Planned: {_say_plan(plan, today)}.")
    more = len(plans) - MOST_PLANS
    if more > 0:
        yield f"{count_noun(more, 'more plan')}: tracker plan"


def _say_plan(plan: PlanStatus, today: date) -> str:
    """`ppo by 31 Jan (set 23 Nov)`; a moved plan says its first day too."""
    first = f"set {say_date(plan.made_on, today)}"
    if plan.moves:
        first += f" for {say_date(plan.first, today)}, {say_moves(plan.moves)}"
    return f"{plan.subject} by {say_due(plan.due, today)} ({first})"


def _next(actions: Sequence[Action]) -> Iterator[str]:
    """What to do next, and one other thing."""
    sentences = []
    for position, action in enumerate(actions):
        head = "Next"
        if position:
            head = "Quick win" if action.part == UNSEEN else "Or"
        sentences.append(f"{head}: {_say_action(action)}.")
    if sentences:
        yield wrap(" ".join(sentences))


def _say_action(action: Action) -> str:
    """`continue ppo (about 10 h left)`; `next` says how.

    An action that ends with a remark in brackets, or of unknown hours, has no figure.
    """
    if action.do.endswith(")"):
        return action.do
    is_letter = action.part == UNSEEN and action.milestone is None
    what = action.do if is_letter else action.do.partition(":")[0]
    if action.hours == NO_HOURS:
        return what
    left = " left" if action.part == UNDER_WAY else ""
    return f"{what} ({_say_estimate(action.hours[1])}{left})"


def _say_estimate(seconds: int) -> str:
    """`about 10 h`, or `about 20 min` below an hour."""
    if seconds >= HOUR:
        return f"about {round(seconds / HOUR)} h"
    return f"about {max(seconds // 60, 1)} min"
