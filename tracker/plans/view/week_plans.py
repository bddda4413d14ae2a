"""The plans of a week, one line each: the day, and whether it is likely in time."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tracker.plans.rules.futures import TEN_YEARS
from tracker.plans.rules.week import MOST_PLANS, Outlook
from tracker.plans.view.days import say_date
from tracker.text.columns import count_noun, wrap

# A day in the next months needs no year.
NEAR = timedelta(days=300)
FOUR_WEEKS = timedelta(weeks=4)
# Nothing is forecast beyond.


def plan_lines(planned: Sequence[Outlook], today: date) -> Iterator[str]:
    """The plans due next, and how many more there are."""
    for outlook in planned[:MOST_PLANS]:
        yield wrap(f"Planned: {_say_outlook(outlook, today)}")
    more = len(planned) - MOST_PLANS
    if more > 0:
        yield f"{count_noun(more, 'more plan')}: tracker plan"


def _say_outlook(outlook: Outlook, today: date) -> str:
    """A plan as in `ppo by 31 Jan, on time at this pace (likely 20 Jan to 9 Feb)`.

    Without a forecast `ppo by 31 Jan, in 66 days`; once it has passed, how to move it.
    """
    plan = outlook.plan
    if plan.due < today:
        command = f"tracker plan {plan.subject} --by {propose_day(outlook, today)}"
        passed = f"{plan.subject} by {say_date(plan.due, today)}, which has passed"
        return f"{passed}. To move it: {command}"
    if plan.due == today:
        return f"{plan.subject} by today."
    head = f"{plan.subject} by {_say_soon(plan.due, today)}"
    if outlook.likely is None:
        return f"{head}, in {count_noun((plan.due - today).days, 'day')}."
    verdict = "on time" if outlook.is_on_time else "late"
    pace = " at this pace" if outlook.is_measured else " at your aim"
    days = _say_span(*outlook.likely, today)
    return f"{head}, {verdict}{pace}{days}."


def _say_span(first: date, last: date, today: date) -> str:
    """` (likely 20 Jan to 9 Feb)`, ` (likely 3 to 9 Feb)`; nothing beyond ten years.

    Years are said where the last day is far off.
    """
    if (last - today).days >= TEN_YEARS:
        return ""
    end = _say_soon(last, today)
    if first == last:
        return f" (likely {end})"
    if (first.year, first.month) == (last.year, last.month):
        return f" (likely {first.day} to {end})"
    start = say_date(first, first if last - today < NEAR else last)
    return f" (likely {start} to {end})"


def _say_soon(day: date, today: date) -> str:
    """`31 Jan`, with the year where it is far off."""
    return say_date(day, day if day - today < NEAR else today)


def propose_day(outlook: Outlook, today: date) -> date:
    """The last likely day, else that in four weeks."""
    if outlook.likely and (outlook.likely[1] - today).days < TEN_YEARS:
        return outlook.likely[1]
    return today + FOUR_WEEKS
