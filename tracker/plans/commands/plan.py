"""`plan`."""

from datetime import date
from functools import partial

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.errors import Unreadable
from tracker.milestones.store.names import find_item_or_milestone
from tracker.plans.service.plans import (
    NewReason,
    add_reason,
    read_plan_statuses,
    set_plan,
    withdraw_plan,
)
from tracker.plans.view.plans import plan_saved_text, plans_text, reason_saved_text
from tracker.plans.view.plans_json import plans_data, plans_with_pace_data
from tracker.readiness.service.pace import read_pace
from tracker.text.params import DayParam


@command(
    "plan",
    examples="""
    tracker plan ziegler-2019 --by "31 jan"
    tracker plan ziegler-2019 --by 2027-02-14 --because "the flu" --private
    tracker plan ziegler-2019 --because "and a holiday"
    tracker plan ziegler-2019 --withdraw --because "another paper fits better"
    tracker plan
    """,
)
@argument("name", required=False, metavar="[ITEM-or-MILESTONE]")
@option(
    "--by",
    "due",
    kind=DayParam(ahead=True),
    metavar="DAY",
    help="The day by which you plan to finish.",
)
@option("--because", default="", metavar="WHY", help="Why this day, or why it moves.")
@option(
    "--private/--public",
    default=None,
    help="Keep the reason out of exports, or let it in again. Without --because: all "
    "reasons of the plan.",
)
@option("--withdraw", is_flag=True, help="Withdraw the plan; its history stays.")
def plan(
    app: App,
    name: str | None,
    due: date | None,
    because: str,
    private: bool | None,
    withdraw: bool,
) -> None:
    """Plan to finish an item or a milestone by a day.

    Without an option it lists your plans: when you made each, how often it moved and
    why, and whether you finished on time. You can move a plan at any time, and add a
    reason later. A plan for an item is complete when the item is done, or when you
    reach a milestone with it. Exports print reasons, unless --private or --redact.
    """
    now_utc = instant_to_seconds(app.now)
    reason = NewReason(because.strip(), private, app.today, now_utc)
    _check_options(name, due, reason, withdraw=withdraw)
    if name and (due or reason.text or withdraw or private is not None):
        _save(app, name, due, reason, withdraw=withdraw)
        return
    with library(app) as db:
        slug = find_item_or_milestone(db, name).slug if name else None
        plans, pace = read_plan_statuses(db), read_pace(db, app.settings, app.today)
    shown = [status for status in plans if slug in (None, status.subject)]
    data = partial(plans_with_pace_data, pace)
    app.show("plan", shown, data, partial(plans_text, pace, slug))


def _check_options(
    name: str | None, due: date | None, reason: NewReason, *, withdraw: bool
) -> None:
    """Raises Unreadable for options that do not go together."""
    if due and withdraw:
        raise Unreadable(
            "--by and --withdraw do not go together.",
            "Type only one of them.",
            without=["--withdraw", "--by"],
        )
    marks = reason.private is not None
    if (due or withdraw or reason.text or marks) and not name:
        raise Unreadable(
            "Name the item or milestone that you plan.",
            "Type its name, such as fastai.",
            added=["ITEM"],
        )
    if marks and (due or withdraw) and not reason.text:
        option = "--private" if reason.private else "--public"
        raise Unreadable(
            f"{option} is about a reason, and there is none.",
            "Add the reason. To mark those of the plan, type no other option.",
            added=[("--because", "WHY")],
        )


def _save(
    app: App, name: str, due: date | None, reason: NewReason, *, withdraw: bool
) -> None:
    """Save what the options say of the plan, and show it."""
    with library(app, write=True) as db:
        slug = find_item_or_milestone(db, name).slug
        changed = True
        if withdraw:
            withdraw_plan(db, slug, reason)
        elif due:
            changed = set_plan(db, slug, due, reason)
        else:
            add_reason(db, slug, reason)
            changed = False
        plans = read_plan_statuses(db)
    shown = [status for status in plans if status.subject == slug]
    text = (
        plan_saved_text
        if changed
        else partial(reason_saved_text, reason.text, reason.private)
    )
    app.show("plan", shown, plans_data, partial(text, app.today))
