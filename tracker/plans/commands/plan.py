"""plan."""

from datetime import date
from functools import partial

import click
from sqlalchemy import Connection

from tracker.app import App, command, pass_app
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.errors import Unreadable
from tracker.milestones.store.names import find_item_or_milestone
from tracker.plans.rules.plans import (
    PlanStatus,
    check_due,
    check_not_just_reached,
    check_open,
    check_planned,
    check_withdrawable,
    given_up,
    plan_statuses,
    plans_ended,
)
from tracker.plans.store.plans import read_plans, save_plan
from tracker.plans.view.plans import plans_data, plans_text, reason_text, said_text
from tracker.readiness.store.facts import read_facts
from tracker.text.params import DayParam


@command(
    "plan",
    examples="""
    tracker plan ziegler-2019 --by "31 jan"
    tracker plan ziegler-2019 --by 2027-02-14 --because "two weeks of flu"
    tracker plan ziegler-2019 --because "and a holiday"
    tracker plan ziegler-2019 --withdraw --because "another paper fits better"
    tracker plan
    """,
)
@click.argument("name", required=False, metavar="[ITEM-or-MILESTONE]")
@click.option(
    "--by",
    "due",
    type=DayParam(ahead=True),
    metavar="DAY",
    help="The day by which you mean to be done.",
)
@click.option(
    "--because",
    default="",
    metavar="WHY",
    help="Why that day, or why it moves; later too.",
)
@click.option("--withdraw", is_flag=True, help="Mean it no more; what was said stays.")
@pass_app
def plan(
    app: App, name: str | None, due: date | None, because: str, withdraw: bool
) -> None:
    """Say by which day you mean to be done with an item or milestone. Each change keeps its day and its reason.

    Without a day it lists what is meant: since when, how often it moved and why, and what came of it. A plan may move;
    where no reason was given, the list says so; one that is given later keeps its day. A plan for an item came about
    once that is done or reached something.
    """
    because = because.strip()
    _check_words(name, due, because, withdraw)
    saying = bool(due or withdraw or because)
    with library(app, write=saying) as db:
        slug, change = find_item_or_milestone(db, name).slug if name else None, True
        if slug and saying:
            change = _say(db, app, slug, due, because, withdraw=withdraw)
        shown = [each for each in _meant(db) if slug in (None, each.subject)]
    said = said_text if change else reason_text
    text = partial(said, app.today) if saying else partial(plans_text, app.today, slug)
    app.show("plan", shown, plans_data, text)


def _check_words(
    name: str | None, due: date | None, because: str, withdraw: bool
) -> None:
    """Raises Unreadable for options that make no sentence."""
    if due and withdraw:
        raise Unreadable(
            "--by sets a day and --withdraw takes it away.", "Type one of them."
        )
    if (due or withdraw or because) and not name:
        raise Unreadable(
            "What is planned is not said.",
            "Name it first: tracker plan fastai --by 2027-01-31",
        )


def _say(
    db: Connection,
    app: App,
    slug: str,
    due: date | None,
    because: str,
    *,
    withdraw: bool,
) -> bool:
    """Whether it changes the plan: a reason alone, or with the day that stands, is kept for what was said last."""
    known = next((each for each in _meant(db) if each.subject == slug), None)
    change = withdraw or (
        due is not None and not (because and known and known.latest == due)
    )
    if not change:
        check_planned(slug, known)
        due = known.latest if known else None
    elif due:
        so_far = read_facts(db)
        check_open(slug, so_far)
        check_not_just_reached(slug, so_far, app.today)
        check_due(slug, due, known, app.today)
    else:
        check_withdrawable(slug, known)
    save_plan(db, slug, due, because, app.today, instant_to_seconds(app.now))
    return change


def _meant(db: Connection) -> tuple[PlanStatus, ...]:
    known, said = read_facts(db), read_plans(db)
    return plan_statuses(said, plans_ended(known, said), given_up(known))
