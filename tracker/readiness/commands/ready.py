"""target and ready."""

from datetime import date

import click
from sqlalchemy import Connection

from tracker.app import App, command, pass_app
from tracker.database.bridge import raw_connection
from tracker.database.library import library
from tracker.database.settings import write_setting
from tracker.database.values import instant_to_seconds
from tracker.errors import Unreadable
from tracker.journal.store.items import choose_item
from tracker.milestones.commands.reach import reach
from tracker.milestones.rules.results import Claim
from tracker.milestones.service.changes import WITH_RULE
from tracker.milestones.store.milestones import with_counted_hours
from tracker.milestones.store.names import find_milestone
from tracker.readiness.commands.role_choice import role_meant, role_named, variant_meant
from tracker.readiness.rules.changes import check_since, facts_as_of, find_changes
from tracker.readiness.rules.readiness import judge_readiness
from tracker.readiness.rules.reasons import reason_context
from tracker.readiness.rules.records import Facts, Role, Variant
from tracker.readiness.rules.role_comparison import (
    find_shared_requirements,
    judge_all_roles,
)
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.rules.what_if import add_result, parse_what_if, supposed_result
from tracker.readiness.store.facts import read_facts as read_facts
from tracker.readiness.store.facts import read_roles as read_roles
from tracker.readiness.store.facts import seconds_until
from tracker.readiness.view.changes import ChangesAnswer, changes_data, changes_text
from tracker.readiness.view.ready import ReadyAnswer, ready_text
from tracker.readiness.view.ready_json import ready_data, roles_data, target_data
from tracker.readiness.view.roles import (
    RoleComparison,
    TargetRole,
    roles_text,
    target_text,
)
from tracker.text.params import DayParam


@command(
    "target",
    examples="""
    tracker target research-contributor-empirical
    tracker target research-lead-theoretical --variant mathematical
    tracker target
    """,
)
@click.argument("role", required=False)
@click.option(
    "--variant",
    metavar="V",
    help="One of its variants, where it has some (default: the first).",
)
@pass_app
def target(app: App, role: str | None, variant: str | None) -> None:
    """Choose the role you want: ready, gaps and next are then about it. Without ROLE, show it."""
    with library(app, write=bool(role)) as db:
        roles = read_roles(db)
        chosen: tuple[Role | None, Variant | None] = (None, None)
        if role:
            named = role_named(roles, role)
            chosen = named, variant_meant(named, variant)
            write_setting(
                raw_connection(db), "target", named.slug, instant_to_seconds(app.now)
            )
            write_setting(
                raw_connection(db),
                "variant",
                chosen[1].slug if chosen[1] else None,
                instant_to_seconds(app.now),
            )
        elif app.settings.get("target"):
            chosen = role_meant(app, roles, None, variant)
    app.show("target", TargetRole(*chosen, roles), target_data, target_text)


@command(
    "ready",
    examples="""
    tracker ready
    tracker ready professor --helps
    tracker ready research-lead-theoretical --variant mathematical
    tracker ready --roles
    tracker ready --since 2026-09-01
    tracker ready --if "reach transformer-in-pytorch --evidence repo:git.example"
    """,
)
@click.argument("role", required=False)
@click.option(
    "--variant",
    metavar="V",
    help="One of its variants, where it has some (default: the first).",
)
@click.option(
    "--roles",
    "compare",
    is_flag=True,
    help="All roles side by side, and what several ask for.",
)
@click.option("--helps", is_flag=True, help="Unfold what helps, and the steps.")
@click.option(
    "--since",
    "day",
    type=DayParam(),
    metavar="DAY",
    help="What changed after that day.",
)
@click.option(
    "--if",
    "what",
    metavar="WHAT",
    help='Suppose "reach MILESTONE ..."; nothing is written.',
)
@pass_app
def ready(
    app: App,
    role: str | None,
    variant: str | None,
    compare: bool,
    helps: bool,
    day: date | None,
    what: str | None,
) -> None:
    """How far it is to a role (default: your target), requirement by requirement, each with its reason.

    A requirement is shown where somebody else could look, and checked where they did. What you say or practise is told
    apart; what the guide says and what was inferred from it (~) too. Each line names its line of the guide.
    """
    _check_alone(compare, day, what)
    if compare and (role or variant or helps):
        raise Unreadable(
            "--roles is about all roles, in every variant.",
            "Type --roles alone, or one role.",
        )
    what = what and what.strip().removeprefix("tracker ")
    with library(app) as db:
        roles, facts = read_roles(db), read_facts(db)
        then = facts_as_of(facts, day, seconds_until(db, day)) if day else facts
        after = _supposed(db, app, facts, what) if what else facts
    if compare:
        app.show(
            "readiness",
            RoleComparison(
                judge_all_roles(roles, facts),
                find_shared_requirements(roles, find_strengths(facts)),
            ),
            roles_data,
            roles_text,
        )
        return
    meant, own = role_meant(app, roles, role, variant), find_strengths(after)
    now, told = (
        judge_readiness(*meant, after, own),
        reason_context(after, own, app.today),
    )
    if day:
        check_since(day, app.today)
        app.show(
            "readiness",
            ChangesAnswer(
                find_changes(day, judge_readiness(*meant, then), now, facts), told
            ),
            changes_data,
            changes_text,
        )
    else:
        before = judge_readiness(*meant, facts) if what else None
        app.show(
            "readiness",
            ReadyAnswer(now, told, helps, what or "", before),
            ready_data,
            ready_text,
        )


def _check_alone(*asked: object) -> None:
    """Raises Unreadable for more than one question at once."""
    if sum(map(bool, asked)) > 1:
        raise Unreadable(
            "--roles, --since and --if each ask something else.",
            "Type one of them at a time.",
        )


def _supposed(db: Connection, app: App, facts: Facts, text: str) -> Facts:
    """The facts with what `reach` would make of `text`."""
    typed = reach.make_context(
        "reach", parse_what_if(text), parent=click.get_current_context()
    ).params
    item = (
        choose_item(raw_connection(db), typed["item"], WITH_RULE).slug
        if typed["item"]
        else None
    )
    slug = find_milestone(db, typed["milestone"])
    result = supposed_result(
        facts, slug, Claim(item, typed["day"], evidence=typed["evidence"]), app.today
    )
    within = next(m.within for m in facts.milestones if m.slug == slug)
    return add_result(
        facts,
        with_counted_hours(db, result, within[1] if within else None, facts.attempts),
    )
