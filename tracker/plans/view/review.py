"""A review as text and as JSON: done, planned, changed, and what comes next."""

from collections.abc import Iterator
from datetime import date, tzinfo
from typing import Annotated, TypedDict

from tracker.choices import PLAN_STATES
from tracker.json_types import Day
from tracker.milestones.view.fields import layout_fields
from tracker.plans.rules.plans import PlanStatus
from tracker.plans.rules.questions import Prompt
from tracker.plans.rules.review import Review
from tracker.plans.rules.week_hours import ONE_WEEK, SIX_DAYS
from tracker.plans.rules.week_look import plans_due
from tracker.plans.view.days import say_date
from tracker.plans.view.week_changes import WeekChangesData, change_fields, changes_data
from tracker.plans.view.week_hours import (
    day_lines,
    item_lines,
    say_aim,
    shown_seconds,
)
from tracker.plans.view.week_json import (
    WeekBeforeData,
    WeekHoursData,
    hours_data,
    week_before_data,
)
from tracker.plans.view.week_look import say_before, say_week
from tracker.text.amounts import say_amount
from tracker.text.columns import wrap
from tracker.text.days import say_day
from tracker.text.periods import week_start


class DuePlanData(TypedDict):
    """A plan that was due, and what became of it."""

    slug: str
    due: Day
    state: Annotated[str, PLAN_STATES]
    ended: Day | None


class NextWeekData(TypedDict):
    """The week to come; `saved` where its plan has just been written."""

    since: Day
    plan: str | None
    due: list[DuePlanData]
    saved: bool


class ReviewData(WeekHoursData):
    """A week, what was planned for it, what changed, and the plan of the next."""

    with_timer: int
    week_before: WeekBeforeData | None
    meant: int | None
    plan: str | None
    due: list[DuePlanData]
    changes: WeekChangesData
    question: str | None
    next: NextWeekData


def review_data(review: Review) -> ReviewData:
    """The keys of a review."""
    look, question = review.look, review.question
    due = plans_due(look.plans, look.hours.since)
    due_next = plans_due(look.plans, review.next_monday)
    return {
        **hours_data(look.hours),
        "with_timer": look.hours.with_timer,
        "week_before": week_before_data(look.hours) if look.has_before else None,
        "meant": review.aim,
        "plan": look.plan,
        "due": [_due_data(plan) for plan in due],
        "changes": changes_data(look.changes),
        "question": question.slug if question else None,
        "next": {
            "since": review.next_monday.isoformat(),
            "plan": review.next_plan,
            "due": [_due_data(plan) for plan in due_next],
            "saved": review.is_saved,
        },
    }


def _due_data(plan: PlanStatus) -> DuePlanData:
    return {
        "slug": plan.subject,
        "due": plan.due.isoformat(),
        "state": plan.state,
        "ended": plan.ended.isoformat() if plan.ended else None,
    }


def review_text(zone: tzinfo, hint: str, review: Review) -> str:
    """The review; `hint` is the command that plans the next week, empty if it asks."""
    look = review.look
    lines = [
        f"Review of {say_week(look.hours.since, look.hours.until)}{_which(review)}",
        wrap(_say_hours(review)),
    ]
    if look.hours.rows or look.hours.running:
        lines.append(day_lines(look.hours, look.off))
        lines += item_lines(look.hours, look.today, zone)
    if look.plan:
        lines.append(wrap(f"The plan was: {look.plan}"))
    due = plans_due(look.plans, look.hours.since)
    lines += [wrap(_say_due(plan, look.today)) for plan in due]
    changes = layout_fields(change_fields(look.changes, look.today))
    lines += ["What changed", changes] if changes else []
    lines += _question(review.question)
    lines += _next_week(review, hint)
    return "\n".join(lines)


def _which(review: Review) -> str:
    """`, so far`, or `, last week` where a Monday reviews the week that ended."""
    today, since = review.look.today, review.look.hours.since
    if since + ONE_WEEK == week_start(today):
        return ", last week"
    is_over = since + SIX_DAYS <= today
    return "" if is_over else ", so far"


def _say_hours(review: Review) -> str:
    """The hours, as in `Done: 11h30m (the week before 6h55m; aim 10 h)`."""
    hours = review.look.hours
    seconds = shown_seconds(hours)
    done = say_amount(seconds) if seconds else "nothing logged"
    beside = []
    if review.look.has_before:
        beside.append(say_before(review.look))
    beside.append(say_aim(review.aim, len(review.look.off)))
    said = "; ".join(filter(None, beside))
    return f"Done: {done} ({said})." if said else f"Done: {done}."


def _say_due(plan: PlanStatus, today: date) -> str:
    """`Due 22 Nov: ppo, done 20 Nov`, or `..., not done. To move it: ...`."""
    due = f"Due {say_date(plan.due, today)}: {plan.subject}"
    if plan.ended:
        return f"{due}, done {say_date(plan.ended, today)}."
    if plan.state == "left":
        return f"{due}, skipped or dropped."
    if plan.due >= today:
        return f"{due}, not done yet."
    command = f"tracker plan {plan.subject} --by {today + ONE_WEEK}"
    return f"{due}, not done. To move it: {command}"


def _question(question: Prompt | None) -> Iterator[str]:
    if question:
        yield wrap(f"A question: {question.question}")
        yield f"  To answer it: tracker ask {question.slug}"


def _next_week(review: Review, hint: str) -> Iterator[str]:
    """What is due and planned in the week after it, and how to plan it."""
    since, today = review.next_monday, review.look.today
    for plan in plans_due(review.look.plans, since):
        yield wrap(_say_due(plan, today))
    week = f"the week of {say_day(since, today)}"
    if review.next_plan:
        undo = " Undo: tracker undo" if review.is_saved else ""
        end = "" if review.next_plan.endswith((".", "!", "?")) else "."
        yield wrap(f"Planned for {week}: {review.next_plan}{end if undo else ''}{undo}")
    elif review.can_plan and hint:
        yield wrap(f"To plan {week}: {hint}")


def ask_text(monday: date, today: date) -> str:
    """The question for the plan of the week of `monday`."""
    return wrap(
        f"Your plan for the week of {say_day(monday, today)}, in one line"
        " (an empty line saves none)?"
    )
