"""The command `reach`."""

from datetime import date

from tracker.app import App
from tracker.choices import EVIDENCE_KINDS
from tracker.command import argument, command, option
from tracker.database.library import library
from tracker.journal.commands.moment import command_moment
from tracker.limits import LONGEST_SUMMARY, LONGEST_TITLE
from tracker.milestones.commands.shared import show_outcomes
from tracker.milestones.rules.claims import Claim
from tracker.milestones.rules.evidence import CLAIM
from tracker.milestones.service.changes import reach_milestone
from tracker.text.evidence import EvidenceParam
from tracker.text.params import DayParam, LineParam

KINDS = ", ".join(kind for kind in EVIDENCE_KINDS if kind != CLAIM)


@command(
    "reach",
    examples="""
    tracker reach transformer-in-pytorch --evidence repo:https://git.example/tf
    tracker reach choices-vouched --evidence letter:"Ann Lee, 3 Nov 2026"
    tracker reach replication-done --claimed 86% --reproduced "74% (400 pairs)"
    tracker reach gpt2-small --title "GPT-2 (124M), trained from scratch"
    """,
    emptied=("title", "summary"),
)
@argument("milestone")
@option(
    "--with",
    "item",
    metavar="ITEM",
    help="The item you reached it with (default: that of your attempt).",
)
@option(
    "--evidence",
    multiple=True,
    kind=EvidenceParam(),
    metavar="KIND:WHERE",
    help=f"What others can open, or who gave it and when. Kinds: {KINDS}.",
)
@option("--claimed", metavar="FIGURE", help="The figure in the paper.")
@option(
    "--reproduced",
    metavar="FIGURE",
    help="Your figure, with its conditions in brackets.",
)
@option("--part", metavar="TEXT", help="Your own part in work with others.")
@option(
    "--title",
    kind=LineParam(LONGEST_TITLE, "--title", "TITLE"),
    metavar="TITLE",
    help="Your title of the work, in exports; '' takes it back.",
)
@option(
    "--summary",
    kind=LineParam(LONGEST_SUMMARY, "--summary", "TEXT"),
    metavar="TEXT",
    help="One line on the work, under its title in exports; '' takes it back.",
)
@option("--on", "day", kind=DayParam(), help="The day you reached it (default: today).")
def reach(
    app: App,
    milestone: str,
    item: str | None,
    evidence: tuple[tuple[str, str], ...],
    claimed: str | None,
    reproduced: str | None,
    part: str | None,
    title: str | None,
    summary: str | None,
    day: date | None,
) -> None:
    """Record that you reached a milestone, with evidence that others can see.

    Evidence is an address that others can open, or a letter, certificate, review or
    metric with the name of its giver and the day. Without it the milestone is only
    claimed. Type it again to add evidence or to correct figures and texts; the day you
    first reached it stays. All that you reached with one item is one work in exports,
    with one title and one summary: see `feature`.
    """
    claim = Claim(
        item=item,
        day=day,
        claimed=claimed,
        reproduced=reproduced,
        part=part,
        title=title,
        summary=summary,
        evidence=evidence,
        name=milestone,
    )
    moment = command_moment(app)
    with library(app, write=True) as db:
        outcomes = [reach_milestone(db, milestone, claim, moment)]
    show_outcomes(app, outcomes)
