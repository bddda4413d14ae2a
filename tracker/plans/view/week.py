"""The week as text and as JSON. A day without hours is `-`; nothing counts what was not done."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, tzinfo
from typing import Any

from tracker.journal.view.timer import say_start, timer_data
from tracker.plans.rules.plans import PlanStatus
from tracker.plans.rules.week import ItemWeek, Week
from tracker.plans.view.breaks import break_data, say_break
from tracker.plans.view.days import how_many, say_by, say_date, times
from tracker.readiness.rules.actions import UNDER_WAY, UNSEEN, Action
from tracker.readiness.view.gaps_json import action_data
from tracker.text.amounts import say_amount, say_bound, say_hours
from tracker.text.columns import table, wrap
from tracker.text.days import say_day

WIDTH, INDENT, HOUR, HALF_HOUR = 80, 2, 3600, 1800
PLANS = 3
WAYS_IN = """Nothing logged yet. Three ways in:
  tracker import toggl.csv --dry-run
      bring what you have; writes nothing
  tracker log fastai 1h30m
      or write down today
  tracker target research-contributor-empirical
      or say where you want to go
What you can already show counts at once:
  tracker milestones --for research-contributor-empirical
To look around first, without touching your data: tracker demo"""


def week_data(week: Week) -> dict[str, Any]:
    """The week's JSON. `seconds` are on the clock; what runs is in `running` alone."""
    return {
        "since": week.since.isoformat(),
        "until": week.until.isoformat(),
        "days": [
            {"day": day.isoformat(), "seconds": seconds} for day, seconds in week.days
        ],
        "rows": [{"item": row.item, "seconds": row.seconds} for row in week.rows],
        "seconds": week.seconds,
        "running": timer_data(week.timer, week.elapsed) if week.timer else None,
        "meant": week.pace,
        "breaks": [break_data(each) for each in week.breaks],
        "planned": [
            {"slug": plan.subject, "due": plan.due.isoformat()} for plan in week.planned
        ],
        "actions": [action_data(action) for action in week.actions],
    }


def week_text(zone: tzinfo, week: Week) -> str:
    """The week so far, what runs, what is planned and what is next."""
    if not week.begun:
        return WAYS_IN
    parts = (
        _hours(week),
        _running(week, zone),
        _breaks(week),
        _planned(week.planned, week.today),
        _next(week.actions),
    )
    return "\n".join(line for part in parts for line in part)


def _hours(week: Week) -> Iterator[str]:
    logged = (
        f"This week {say_amount(week.seconds)}"
        if week.seconds
        else "Nothing logged this week yet"
    )
    yield wrap(f"{say_day(week.today, date.min)}. {logged}{_meant(week)}.")
    if week.rows:
        yield _days(week.days, week.off)
        yield table(
            [(say_amount(row.seconds), row.item, _so_far(row)) for row in week.rows],
            "rll",
            indent=INDENT,
        )


def _meant(week: Week) -> str:
    """`; you meant about 12 h`; with days off it is so much less, to the nearest half hour."""
    if len(week.off) == 7:
        return "; it is a break"
    if not week.pace:
        return ""
    if not week.off:
        return f"; you meant about {say_hours(week.pace)}"
    less = round(week.pace / HALF_HOUR) * HALF_HOUR
    return f"; you meant about {say_hours(less)}, with {how_many(len(week.off), 'day')} off"


def _days(days: Sequence[tuple[date, int]], off: Collection[date]) -> str:
    """A week in one line, as far apart as 80 columns let it be."""
    told = [
        f"{day:%a} {say_amount(spent) if spent else 'off' if day in off else '-'}"
        for day, spent in days
    ]
    room = WIDTH - INDENT - sum(map(len, told))
    gap = max(1, min(3, room // max(len(told) - 1, 1)))
    return " " * INDENT + (" " * gap).join(told)


def _so_far(row: ItemWeek) -> str:
    """`148h45m of 200-400 h; 55% by your account`, or `431h00m, over its bound of 200-400 h`."""
    bound = (
        f" of {say_bound(row.low, row.high)}"
        if row.low is not None and row.high is not None
        else " in all"
    )
    bound = f", over its bound{bound}" if row.over else bound
    told = "" if row.progress is None else f"; {row.progress:.0%} by your account"
    return f"{say_amount(row.spent)}{bound}{told}"


def _running(week: Week, zone: tzinfo) -> Iterator[str]:
    if week.timer:
        since = say_start(week.timer, week.today, zone)
        elapsed = say_amount(week.elapsed - week.elapsed % 60)
        yield wrap(
            f"Running: {week.timer.item}, {elapsed} since {since}; in no total until it stops."
        )


def _breaks(week: Week) -> Iterator[str]:
    for each in week.breaks:
        if each.until >= week.today:
            yield wrap(f"Break: {say_break(each, week.today)}.")


def _planned(plans: Sequence[PlanStatus], today: date) -> Iterator[str]:
    """The plans due next, one to a line; how many more there are where there are many."""
    for plan in plans[:PLANS]:
        first = f"{say_date(plan.first, today)} at first, moved {times(plan.moves)}"
        moved = first if plan.moves else "not moved"
        what = (
            f", {plan.because}" if plan.because else ""
        )  # as said at first: the day it is meant by may be another
        told = f"{plan.subject}{what}, by {say_by(plan.due, today)} (set {say_date(plan.said, today)}, {moved})"
        yield wrap(f"Planned: {told}.")
    if len(plans) > PLANS:
        yield f"Planned besides: {len(plans) - PLANS} more (tracker plan)."


def _next(actions: Sequence[Action]) -> Iterator[str]:
    """What to do next, and what is cheap besides; no more than a line or two."""
    heads = [
        "Next",
        *("Cheap too" if action.part == UNSEEN else "Or" for action in actions[1:]),
    ]
    told = [
        f"{head}: {_said(action)}."
        for head, action in zip(heads, actions, strict=False)
    ]
    if told:
        yield wrap(" ".join(told))


def _said(action: Action) -> str:
    """`go on with ppo (about 10 h left)`: without how, which `next` tells; no figure for what is past its estimate."""
    if action.do.endswith(")"):
        return action.do
    left = " left" if action.part == UNDER_WAY else ""
    return f"{action.do.partition(':')[0]} ({_about(action.hours[1])}{left})"


def _about(seconds: int) -> str:
    """`about 10 h`: an estimate, so in whole hours, or in minutes below one."""
    return (
        f"about {round(seconds / HOUR)} h"
        if seconds >= HOUR
        else f"about {max(seconds // 60, 1)} min"
    )
