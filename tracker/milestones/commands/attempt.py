"""The command `attempt`."""

from datetime import date

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.library import library
from tracker.journal.commands.moment import command_moment
from tracker.milestones.rules.attempts import AttemptInput
from tracker.milestones.rules.phases import parse_phase
from tracker.milestones.service.attempts import begin_attempt
from tracker.milestones.view.attempt import attempt_data, attempt_remarks, attempt_text
from tracker.text.params import DayParam, HoursParam


@command(
    "attempt",
    examples="""
    tracker attempt few-hundred-hour-replication --with ziegler-2019
    tracker attempt few-hundred-hour-replication --with ppo --hours 200-260
    tracker attempt conceptual-fit-test
    tracker attempt elk-proposal --with elk-report --phase "reading 50h"
    tracker attempt elk-proposal --with elk-report --decision "enjoyed it"
    """,
)
@argument("milestone")
@option(
    "--with",
    "item",
    metavar="ITEM",
    help="The item whose hours count (default: those of its phases).",
)
@option(
    "--since",
    kind=DayParam(),
    help="The day from which hours count (default: today).",
)
@option(
    "--hours",
    kind=HoursParam(),
    metavar="LOW-HIGH",
    help="The hours you expect it to take.",
)
@option(
    "--phase",
    "phases",
    multiple=True,
    metavar='"NAME HOURS"',
    help="A phase of an experiment; can be repeated.",
)
@option("--decision", metavar="TEXT", help="Your decision at the end of an experiment.")
def attempt(
    app: App,
    milestone: str,
    item: str | None,
    since: date | None,
    hours: tuple[int, int] | None,
    phases: tuple[str, ...],
    decision: str | None,
) -> None:
    """Start an attempt at a milestone with one item, whose hours count from today.

    Type it again to change the day, the expected hours or the phases, or to reopen an
    attempt you dropped. An experiment has phases, one after the other or each with its
    own item, and ends with a decision.
    """
    typed = AttemptInput(
        since=since,
        hours=hours,
        phases=tuple(parse_phase(phase) for phase in phases),
        decision=decision,
    )
    moment = command_moment(app)
    with library(app, write=True) as db:
        outcome = begin_attempt(db, milestone, item, typed, moment)
    for remark in attempt_remarks(outcome):
        app.remark(remark)
    app.show("milestone", outcome, attempt_data, attempt_text)
