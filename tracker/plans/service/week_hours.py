"""The hours of a week, read from the journal."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from sqlite3 import Connection

from tracker.curriculum.rules.items import Item
from tracker.journal.rules.days import split_by_day
from tracker.journal.service.timer import find_doubt
from tracker.journal.store.clock_hours import day_clocks, item_clocks
from tracker.journal.store.overlaps import read_gains
from tracker.journal.store.timer import running_timer
from tracker.milestones.rules.status import milestone_statuses
from tracker.plans.rules.week_hours import (
    ONE_DAY,
    ONE_WEEK,
    SIX_DAYS,
    WeekHours,
    WeekTimer,
    days_between,
)
from tracker.plans.rules.week_items import item_weeks, most_hours_first
from tracker.readiness.rules.records import Facts


def read_week_hours(
    raw: Connection, since: date, until: date, facts: Facts
) -> WeekHours:
    """What was logged in the week of the Monday `since`, and its days up to `until`.

    A day after `until` is there if it has hours: where days start later than they did,
    the hours of this night may be of tomorrow.
    """
    before, sunday = since - ONE_WEEK, since + SIX_DAYS
    seconds = day_clocks(raw, before, sunday)
    before_rows = item_clocks(raw, before, since - ONE_DAY)
    items: Mapping[str, Item] = {item.slug: item for item in facts.items}
    statuses = milestone_statuses(
        facts.milestones, facts.attempts, facts.results, facts.dropped, until
    )
    return WeekHours(
        since,
        days=days_between(since, max([until, *seconds]), seconds),
        rows=item_weeks(item_clocks(raw, since, sunday), items, statuses.values()),
        before=days_between(before, since - ONE_DAY, seconds),
        before_rows=tuple(most_hours_first(before_rows)),
    )


def read_week_timer(
    raw: Connection, now: datetime, monday: date, day_starts: timedelta
) -> WeekTimer | None:
    """The timer, if one runs, and what it adds until `now` to the days since `monday`."""
    timer = running_timer(raw)
    if timer is None:
        return None
    assert now.tzinfo
    elapsed = max(int(now.timestamp()) - timer.started_at, 0)
    doubt = find_doubt(raw, timer, now, now)
    if doubt:
        return WeekTimer(timer, elapsed, 0, {}, doubt)
    pieces = split_by_day(timer.started_at, elapsed, day_starts, now.tzinfo)
    gains = read_gains(raw, pieces)
    return WeekTimer(
        timer,
        elapsed,
        in_week=sum(piece.seconds for piece in pieces if piece.day >= monday),
        gains={day: seconds for day, seconds in gains.items() if day >= monday},
    )
