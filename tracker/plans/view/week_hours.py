"""The hours of a week as text: its days, a row for each item, and the weeks before.

A day without hours is `-`.
"""

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, tzinfo
from itertools import dropwhile, product
from math import ceil

from tracker.journal.rules.timers import CHECK_CLOCK, TimerDoubt
from tracker.journal.view.status import say_start
from tracker.limits import HOUR
from tracker.plans.rules.week_hours import (
    LEAST_USUAL_WEEKS,
    WeekHours,
    WeekTimer,
    sum_days,
)
from tracker.plans.rules.week_items import ItemWeek
from tracker.plans.rules.year import YearSpan
from tracker.text.amounts import round_to_unit, say_amount, say_bound, say_hours
from tracker.text.columns import count_noun, wrap
from tracker.text.days import say_day
from tracker.text.screen import SCREEN
from tracker.text.tables import table

INDENT = 2
DAY = 24 * HOUR
MOST_ROWS = 5  # of a week that is not over
MINUTE, HALF_HOUR = 60, HOUR // 2


def shown_gains(running: WeekTimer | None) -> Mapping[date, int]:
    """What runs in whole minutes, by day, as `status` shows it."""
    gains = running.gains if running else {}
    return {day: seconds - seconds % MINUTE for day, seconds in gains.items()}


def shown_seconds(hours: WeekHours) -> int:
    """The seconds of the week with what runs, in whole minutes of it."""
    return hours.seconds + sum(shown_gains(hours.running).values())


def day_lines(hours: WeekHours, off: Collection[date]) -> str:
    """A week on one line, with a block an hour; in a grid where that is too wide."""
    gains = shown_gains(hours.running)
    cells = []
    for day, logged in hours.days:
        seconds = logged + gains.get(day, 0)
        text = f"{day:%a} {_say_day_hours(day, seconds, off)}"
        cells.append((text, SCREEN.signs.bar(seconds, DAY, DAY // HOUR)))
    for count, pad in product(range(1, len(cells) + 1), (" ", "")):
        grid = _lay_out(cells, ceil(len(cells) / count), pad)
        if max(map(len, grid.split("\n"))) <= SCREEN.columns:
            break
    return grid


def _lay_out(cells: Sequence[tuple[str, str]], columns: int, pad: str) -> str:
    """Texts and their bars in so many columns, two blanks and `pad` between them."""
    stacks = [cells[at::columns] for at in range(columns)]
    widths = [max(len(text) for text, _ in stack) for stack in stacks]
    texts = [
        f"{text:<{widths[at % columns]}} {bar}".rstrip() + pad
        for at, (text, bar) in enumerate(cells)
    ]
    rows = [texts[at : at + columns] for at in range(0, len(texts), columns)]
    return table(rows, align="", width=sys.maxsize, indent=INDENT)


def _say_day_hours(day: date, seconds: int, off: Collection[date]) -> str:
    if seconds:
        return say_amount(seconds)
    return "off" if day in off else "-"


def item_lines(hours: WeekHours, today: date, zone: tzinfo) -> Iterator[str]:
    """The items with the most hours, what runs, and time that they share."""
    rows = [(say_amount(row.seconds), row.item, say_item(row)) for row in hours.rows]
    if len(rows) > MOST_ROWS:
        others = hours.rows[MOST_ROWS - 1 :]
        seconds = sum(row.seconds for row in others)
        what = count_noun(len(others), "more item")
        rows[MOST_ROWS - 1 :] = [(say_amount(seconds), what, "tracker report -w")]
    running = hours.running
    if running and not running.doubt:
        rows.append(_timer_row(running, today, zone))
    if rows:
        yield table(rows, "rll", indent=INDENT)
    yield from shared_lines(hours)
    if running and running.doubt:
        yield from _doubt_lines(running, running.doubt, today, zone)


def _timer_row(running: WeekTimer, today: date, zone: tzinfo) -> tuple[str, str, str]:
    seconds = running.in_week - running.in_week % MINUTE
    since = f"running since {say_start(running.timer, running.elapsed, today, zone)}"
    return say_amount(seconds), running.timer.item, since


def _doubt_lines(
    running: WeekTimer, doubt: TimerDoubt, today: date, zone: tzinfo
) -> Iterator[str]:
    """The timer that may have been forgotten, which no hours count, and how to stop it."""
    timer, elapsed = running.timer, running.elapsed
    if not doubt.at:
        yield wrap(f"The timer on {timer.item} {doubt.reason}. {CHECK_CLOCK}")
        return
    since = say_start(timer, elapsed, today, zone)
    ran = f"The timer on {timer.item} has run for {say_amount(elapsed - elapsed % MINUTE)}"
    text = f"{ran}, since {since}. It may have been forgotten and is not counted."
    yield wrap(f"{text} If so, stop it: tracker stop --at {doubt.at}")


def shared_lines(hours: WeekHours) -> Iterator[str]:
    """By how much the rows add up to more than the week, where items share time."""
    rows = sum(row.seconds for row in hours.rows)
    if hours.running:
        rows += hours.running.in_week - hours.running.in_week % MINUTE
    shared = rows - shown_seconds(hours)
    if shared > 0:
        yield f"  Items share {say_amount(shared)}, which the total counts once."


def recent_lines(weeks: Iterable[YearSpan], today: date) -> Iterator[str]:
    """The weeks before this one as a sparkline; nothing for few.

    `Last 12 weeks: ▂▅-▇▃, highest 14h05m (week of Mon 5 Oct); - is a break.`
    """
    weeks = list(dropwhile(lambda week: not week.seconds, weeks))
    if len([week for week in weeks if week.seconds]) < LEAST_USUAL_WEEKS:
        return
    most = max(weeks, key=lambda week: week.seconds)
    week = f"week of {say_day(most.since, today)}"
    words = f"highest {say_amount(most.seconds)} ({week})"
    line = SCREEN.signs.sparkline([None if w.off else w.seconds for w in weeks])
    if not SCREEN.signs.draws:
        line = ", ".join(map(_say_week, weeks))
    elif any(week.off for week in weeks):
        words += f"; {SCREEN.signs.off} is a break"
    yield wrap(f"Last {len(weeks)} weeks: {line}, {words}.")


def _say_week(week: YearSpan) -> str:
    if week.seconds:
        return say_amount(week.seconds)
    return "break" if week.off else "nothing"


def say_aim(aim: int | None, days_off: int) -> str:
    """`aim 12 h`; with days off `aim 6 h, 4 days off`, to the half hour."""
    if days_off == 7:
        return "a break"
    if not aim:
        return ""
    if not days_off:
        return f"aim {say_hours(aim)}"
    rounded = round_to_unit(aim, HALF_HOUR) * HALF_HOUR
    return f"aim {say_hours(rounded)}, {count_noun(days_off, 'day')} off"


def say_item(row: ItemWeek) -> str:
    """`148h45m of 200-400 h, 55% self-reported`, or ` ..., over the limit`."""
    total = f"{say_amount(row.spent)} total"
    if row.low is not None and row.high is not None:
        total = f"{say_amount(row.spent)} of {say_bound(row.low, row.high)}"
    if row.over:
        total += ", over the limit"
    if row.progress is not None:
        total += f", {row.progress:.0%} self-reported"
    return total


def say_items(rows: Sequence[tuple[str, int]]) -> str:
    """`ziegler-2019 7h20m, fastai 2h20m`, and how many more."""
    named = [f"{item} {say_amount(seconds)}" for item, seconds in rows[: MOST_ROWS - 1]]
    more = len(rows) - len(named)
    return ", ".join([*named, f"{more} more"] if more else named)


def week_before_line(hours: WeekHours) -> str:
    """A line such as `Last week 9h40m: ziegler-2019 7h20m, fastai 2h20m`."""
    total = say_amount(sum_days(hours.before))
    return wrap(f"Last week {total}: {say_items(hours.before_rows)}.")
