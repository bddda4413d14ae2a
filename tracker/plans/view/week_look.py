"""A week that is over, as text and as JSON."""

from collections.abc import Iterator
from datetime import date

from tracker.milestones.view.fields import layout_fields
from tracker.plans.rules.week_hours import sum_days
from tracker.plans.rules.week_look import WeekLook
from tracker.plans.view.week_changes import WeekChangesData, change_fields, changes_data
from tracker.plans.view.week_hours import INDENT, day_lines, shared_lines
from tracker.plans.view.week_json import WeekData, hours_data, week_before_data
from tracker.text.amounts import say_amount
from tracker.text.columns import wrap
from tracker.text.days import say_day
from tracker.text.tables import table


class WeekLookData(WeekData):
    """A week that is over, with its changes; what is only known of today is empty."""

    changes: WeekChangesData


def week_look_data(look: WeekLook) -> WeekLookData:
    """The keys of this week, and `changes`."""
    hours = look.hours
    return {
        **hours_data(hours),
        "with_timer": hours.seconds,
        "running": None,
        "last_week": week_before_data(hours) if look.has_before else None,
        "usual": None,
        "last_item": None,
        "plan": look.plan,
        "meant": None,
        "pace": None,
        "breaks": [],
        "planned": [],
        "actions": [],
        "apply_now": [],
        "other_roles": [],
        "changes": changes_data(look.changes),
    }


def week_look_text(look: WeekLook) -> str:
    """The days, the items, what was planned and what changed."""
    hours = look.hours
    logged = say_amount(hours.seconds) if hours.seconds else "nothing logged"
    before = f" ({say_before(look)})" if look.has_before else ""
    lines = [wrap(f"{say_week(hours.since, hours.until)}: {logged}{before}.")]
    if hours.rows:
        rows = [(say_amount(row.seconds), row.item) for row in hours.rows]
        lines += [day_lines(hours, look.off), table(rows, "rl", indent=INDENT)]
        lines += shared_lines(hours)
    if look.plan:
        lines.append(wrap(f"The plan was: {look.plan}"))
    lines += _change_lines(look)
    return "\n".join(lines)


def _change_lines(look: WeekLook) -> Iterator[str]:
    fields = layout_fields(change_fields(look.changes, look.today))
    if fields:
        yield fields


def say_week(since: date, until: date) -> str:
    """`Mon 16 Nov to Sun 22 Nov 2026`."""
    return f"{say_day(since, until)} to {say_day(until, date.min)}"


def say_before(look: WeekLook) -> str:
    """The hours beside those of the week, as in `the week before 6h55m`."""
    seconds = sum_days(look.hours.before)
    return f"the week before {say_amount(seconds) if seconds else 'nothing'}"
