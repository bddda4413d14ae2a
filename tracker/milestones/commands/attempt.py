"""attempt and reach."""

from datetime import date, timedelta

import click

from tracker.app import App, command, pass_app
from tracker.database.bridge import raw_connection
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.journal.store.items import choose_item
from tracker.journal.store.totals import item_sum
from tracker.milestones.rules.phases import parse_phase, with_details
from tracker.milestones.rules.results import Claim, check_attempt, make_attempt
from tracker.milestones.service.details import (
    all_statuses,
    milestone_details,
    record_result,
)
from tracker.milestones.store.changes import reopen_milestone, save_attempt
from tracker.milestones.store.names import find_milestone
from tracker.milestones.view.messages import (
    attempt_text,
    reach_text,
    remarks_on_attempt,
    remarks_on_result,
)
from tracker.milestones.view.milestone_json import milestone_details_data
from tracker.text.params import DayParam, EvidenceParam, HoursParam

WITH = "it is an item that one is tried with"
ONE_DAY = timedelta(days=1)


@command(
    "attempt",
    examples="""
    tracker attempt few-hundred-hour-replication --with ziegler-2019
    tracker attempt few-hundred-hour-replication --with ppo --hours 200-260
    tracker attempt elk-proposal --with elk-report --phase "reading 50h"
    tracker attempt elk-proposal --with elk-report --decision "enjoyed it"
    """,
)
@click.argument("milestone")
@click.option(
    "--with",
    "item",
    required=True,
    metavar="ITEM",
    help="What it is tried with; its hours count.",
)
@click.option(
    "--since", type=DayParam(), help="Hours count from this day (default: today)."
)
@click.option(
    "--hours", type=HoursParam(), metavar="L-H", help="The hours you expect it to take."
)
@click.option(
    "--phase",
    "parts",
    multiple=True,
    metavar='"NAME HOURS"',
    help="A part with its hours; more than one.",
)
@click.option("--decision", metavar="TEXT", help="What a bounded experiment came to.")
@pass_app
def attempt(
    app: App,
    milestone: str,
    item: str,
    since: date | None,
    hours: tuple[int, int] | None,
    parts: tuple[str, ...],
    decision: str | None,
) -> None:
    """Begin a try at a milestone with one item: from now on its hours count against the bound.

    Said again of the same two, it puts the day or the expectation right, and opens a try that was given up. A bounded
    experiment has phases, whose hours are used one after the other, and ends with a decision.
    """
    now, phases = (
        instant_to_seconds(app.now),
        tuple(parse_phase(part) for part in parts),
    )
    with library(app, write=True) as db:
        before = all_statuses(db, app.today)[find_milestone(db, milestone)]
        of = choose_item(raw_connection(db), item, WITH).slug
        known = next((each for each in before.attempts if each.item == of), None)
        new = with_details(
            make_attempt(known, before.slug, of, since, hours, app.today),
            phases,
            decision,
            app.today,
        )
        check_attempt(new, app.today, before.results)
        save_attempt(db, new, now)
        reopen_milestone(db, before.slug, now, attempts=False)
        told = milestone_details(db, before.slug, app.today)
        earlier = item_sum(raw_connection(db), of, None, new.since - ONE_DAY)
    for remark in remarks_on_attempt(told, known, of, earlier):
        app.remark(remark)
    app.show(
        "milestone", told, milestone_details_data, lambda each: attempt_text(each, of)
    )


@command(
    "reach",
    examples="""
    tracker reach transformer-in-pytorch --evidence repo:https://git.example/tf
    tracker reach replication-done --claimed 86% --reproduced "74% (400 pairs)"
    """,
)
@click.argument("milestone")
@click.option(
    "--with",
    "item",
    metavar="ITEM",
    help="What it was reached with (default: what it is tried with).",
)
@click.option(
    "--evidence",
    multiple=True,
    type=EvidenceParam(),
    metavar="KIND:WHERE",
    help="Where to look.",
)
@click.option("--claimed", metavar="X", help="The figure the source gives.")
@click.option(
    "--reproduced", metavar="Y", help="The figure you got, its conditions in brackets."
)
@click.option("--part", metavar="T", help="Your own part, where others had one.")
@click.option(
    "--on", "day", type=DayParam(), help="The day it was reached (default: today)."
)
@pass_app
def reach(
    app: App,
    milestone: str,
    item: str | None,
    evidence: tuple[tuple[str, str], ...],
    claimed: str | None,
    reproduced: str | None,
    part: str | None,
    day: date | None,
) -> None:
    """Record that a milestone is reached, with what someone else could look at.

    Kinds of evidence: repo, post, paper, certificate, letter, metric, review, or self for your own word, which is what
    counts where none is given. Said again it adds evidence and puts figures right; the day first reached stays.
    """
    with library(app, write=True) as db:
        of = choose_item(raw_connection(db), item, WITH).slug if item else None
        claim = Claim(of, day, claimed, reproduced, part, evidence)
        before = all_statuses(db, app.today)[find_milestone(db, milestone)]
        result = record_result(
            db, before, claim, app.today, instant_to_seconds(app.now)
        )
        told = milestone_details(db, before.slug, app.today)
    for remark in remarks_on_result(told, before, result, claim):
        app.remark(remark)
    app.show(
        "milestone",
        told,
        milestone_details_data,
        lambda each: reach_text(each, result.item),
    )
