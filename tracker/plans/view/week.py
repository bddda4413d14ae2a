"""The week of today as text: hours beside earlier weeks, plans, what to do next."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, tzinfo

from tracker.plans.rules.week import Week, days_since_session
from tracker.plans.rules.week_hours import sum_days, usual_seconds
from tracker.plans.view.breaks import say_break
from tracker.plans.view.week_hours import (
    MOST_ROWS,
    day_lines,
    item_lines,
    recent_lines,
    say_aim,
    shown_gains,
    shown_seconds,
    week_before_line,
)
from tracker.plans.view.week_plans import plan_lines
from tracker.plans.view.week_record import first_day_text
from tracker.plans.view.week_steps import step_lines
from tracker.text.amounts import round_to_unit, say_amount
from tracker.text.columns import wrap
from tracker.text.days import say_day

FIVE_MINUTES = 300


def week_text(zone: tzinfo, week: Week) -> str:
    """The week so far, beside earlier weeks, plans and what to do next."""
    if not week.begun:
        return first_day_text(week)
    head = "Tomorrow" if week.is_evening else "Next"
    lines = [
        wrap(f"{say_day(week.today, date.min)}. {say_this_week(week)}"),
        *_last_week(week),
        *_last_session(week),
        *_days(week, zone),
        *recent_lines(week.recent, week.today),
        *_plan(week),
        *_breaks(week),
        *plan_lines(week.planned, week.today),
        *step_lines(week.steps, head),
    ]
    return "\n".join(lines)


def week_sentences(week: Week, titles: Mapping[str, str]) -> Iterator[str]:
    """The hours beside earlier weeks, the last session, the plan, and breaks.

    Items are called by their `titles`, which are by slug.
    """
    yield say_this_week(week)
    days = [(f"{day:%a}", seconds) for day, seconds in week.hours.days if seconds]
    if days:
        rows = [(row.item, row.seconds) for row in week.hours.rows]
        logged = ", ".join(f"{day} {say_amount(seconds)}" for day, seconds in days)
        yield f"{logged}: {_say_items(rows, titles)}."
    if _shows_last_week(week):
        total = say_amount(sum_days(week.hours.before))
        yield f"Last week {total}: {_say_items(week.hours.before_rows, titles)}."
    last = week.last_item
    yield from _last_session(week._replace(last_item=titles.get(last or "", last)))
    yield from _plan(week)
    yield from _breaks(week)


def _say_items(rows: Sequence[tuple[str, int]], titles: Mapping[str, str]) -> str:
    """`7h20m on GPT-2, small; 2h20m on Practical deep learning`, and how many more."""
    if len(rows) == 1:
        return titles.get(rows[0][0], rows[0][0])
    named = [
        f"{say_amount(seconds)} on {titles.get(item, item)}"
        for item, seconds in rows[: MOST_ROWS - 1]
    ]
    more = len(rows) - len(named)
    return "; ".join([*named, f"{more} more"] if more else named)


def say_this_week(week: Week) -> str:
    """The week, as in `This week 7h15m (last week 9h40m, usually 8h30m; aim 12 h)`."""
    hours = "Nothing logged this week yet"
    if week.hours.with_timer:
        hours = f"This week {say_amount(shown_seconds(week.hours))}"
    running = sum(shown_gains(week.hours.running).values())
    if running:
        hours += f", {say_amount(running)} of it running"
    aim = say_aim(week.reduced_aim, len(week.off))
    beside = "; ".join(filter(None, (", ".join(_earlier_weeks(week)), aim)))
    return f"{hours} ({beside})." if beside else f"{hours}."


def _earlier_weeks(week: Week) -> Iterator[str]:
    """`last week 9h40m`, unless it has a line of its own, and `usually 8h30m`."""
    if week.has_last_week and not _shows_last_week(week):
        seconds = sum_days(week.hours.before)
        if seconds or not week.was_off:
            yield f"last week {say_amount(seconds) if seconds else 'nothing'}"
        else:
            yield "last week a break"
    usual = usual_seconds(week.pace)
    if usual:
        rounded = round_to_unit(usual, FIVE_MINUTES) * FIVE_MINUTES
        yield f"usually {say_amount(rounded)}"


def _shows_last_week(week: Week) -> bool:
    """Whether last week's items have a line: on Monday, and before the first hour."""
    is_early = week.today == week.hours.since or not week.hours.with_timer
    return is_early and bool(week.hours.before_rows)


def _last_week(week: Week) -> Iterator[str]:
    if _shows_last_week(week):
        yield week_before_line(week.hours)


def _last_session(week: Week) -> Iterator[str]:
    """The last session, if more than two days ago; not in a break, nor with a timer."""
    days, is_off = days_since_session(week.pace), week.today in week.off
    if days and week.pace.stretch and not is_off and not week.hours.running:
        day = say_day(week.pace.stretch.last, week.today)
        yield wrap(f"Last session {day}, {days} days ago, on {week.last_item}.")


def _days(week: Week, zone: tzinfo) -> Iterator[str]:
    if week.hours.rows or week.hours.running:
        if week.hours.with_timer:
            yield day_lines(week.hours, week.off)
        yield from item_lines(week.hours, week.today, zone)


def _plan(week: Week) -> Iterator[str]:
    """The line of the last review."""
    if week.plan:
        yield wrap(f"Planned for this week: {week.plan}")


def _breaks(week: Week) -> Iterator[str]:
    for days in week.breaks:
        if days.until >= week.today:
            yield wrap(f"Break: {say_break(days, week.today)}.")
