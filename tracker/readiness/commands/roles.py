"""target and ready."""

from datetime import date

import click
from sqlalchemy import Connection

from tracker.app import App, command, pass_app
from tracker.database.bridge import raw
from tracker.database.library import library
from tracker.database.settings import write_setting
from tracker.database.values import instant_in
from tracker.errors import Unreadable
from tracker.journal.store.items import choose_item
from tracker.milestones.commands.trying import WITH, reach
from tracker.milestones.rules.reaching import Claim
from tracker.milestones.store.naming import find_milestone
from tracker.milestones.store.reading import judge
from tracker.readiness.commands.choosing import role_meant, role_named, variant_meant
from tracker.readiness.rules.holding import held
from tracker.readiness.rules.judging import readiness
from tracker.readiness.rules.reasons import telling
from tracker.readiness.rules.records import Facts, Role, Variant
from tracker.readiness.rules.sharing import shared, side_by_side
from tracker.readiness.rules.since import as_of, check_since, since
from tracker.readiness.rules.supposing import read_supposed, suppose, supposed
from tracker.readiness.store import reading
from tracker.readiness.view.data import ready_data, roles_data, target_data
from tracker.readiness.view.ready import Answer, ready_text
from tracker.readiness.view.roles import Compared, Target, roles_text, target_text
from tracker.readiness.view.since import Changed, since_data, since_text
from tracker.words.params import DayParam


@command(
    "target",
    examples="""
    tracker target research-contributor-empirical
    tracker target research-lead-theoretical --variant mathematical
    tracker target
    """,
)
@click.argument("role", required=False)
@click.option("--variant", metavar="V", help="One of its variants, where it has some (default: the first).")
@pass_app
def target(app: App, role: str | None, variant: str | None) -> None:
    """Choose the role you want: ready, gaps and next are then about it. Without ROLE, show it."""
    with library(app, write=bool(role)) as db:
        roles = reading.roles(db)
        chosen: tuple[Role | None, Variant | None] = (None, None)
        if role:
            named = role_named(roles, role)
            chosen = named, variant_meant(named, variant)
            write_setting(raw(db), "target", named.slug, instant_in(app.now))
            write_setting(raw(db), "variant", chosen[1].slug if chosen[1] else None, instant_in(app.now))
        elif app.settings.get("target"):
            chosen = role_meant(app, roles, None, variant)
    app.show("target", Target(*chosen, roles), target_data, target_text)


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
@click.option("--variant", metavar="V", help="One of its variants, where it has some (default: the first).")
@click.option("--roles", "compare", is_flag=True, help="All roles side by side, and what several ask for.")
@click.option("--helps", is_flag=True, help="Unfold what helps, and the steps.")
@click.option("--since", "day", type=DayParam(), metavar="DAY", help="What changed after that day.")
@click.option("--if", "what", metavar="WHAT", help='Suppose "reach MILESTONE ..."; nothing is written.')
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
        raise Unreadable("--roles is about all roles, in every variant.", "Type --roles alone, or one role.")
    what = what and what.strip().removeprefix("tracker ")
    with library(app) as db:
        roles, facts = reading.roles(db), reading.facts(db)
        then = as_of(facts, day, reading.seconds_until(db, day)) if day else facts
        after = _supposed(db, app, facts, what) if what else facts
    if compare:
        app.show("readiness", Compared(side_by_side(roles, facts), shared(roles, held(facts))), roles_data, roles_text)
        return
    meant, own = role_meant(app, roles, role, variant), held(after)
    now, told = readiness(*meant, after, own), telling(after, own, app.today)
    if day:
        check_since(day, app.today)
        app.show("readiness", Changed(since(day, readiness(*meant, then), now, facts), told), since_data, since_text)
    else:
        before = readiness(*meant, facts) if what else None
        app.show("readiness", Answer(now, told, helps, what or "", before), ready_data, ready_text)


def _check_alone(*asked: object) -> None:
    """Raises Unreadable for more than one question at once."""
    if sum(map(bool, asked)) > 1:
        raise Unreadable("--roles, --since and --if each ask something else.", "Type one of them at a time.")


def _supposed(db: Connection, app: App, facts: Facts, text: str) -> Facts:
    """The facts with what `reach` would make of `text`."""
    typed = reach.make_context("reach", read_supposed(text), parent=click.get_current_context()).params
    item = choose_item(raw(db), typed["item"], WITH).slug if typed["item"] else None
    slug = find_milestone(db, typed["milestone"])
    result = supposed(facts, slug, Claim(item, typed["day"], evidence=typed["evidence"]), app.today)
    within = next(m.within for m in facts.milestones if m.slug == slug)
    return suppose(facts, judge(db, result, within[1] if within else None, facts.attempts))
