"""What is missing for a role, and what to do next."""

from datetime import date
from sqlite3 import Connection

from tracker.database.settings import Settings
from tracker.readiness.rules.answers import GapsAnswer, NextAnswer
from tracker.readiness.rules.gaps import find_role_gaps
from tracker.readiness.rules.next_actions import find_next_actions
from tracker.readiness.rules.required_total import find_required_total
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.service.pace import read_pace
from tracker.readiness.service.role_choice import RoleChoice, choose_role
from tracker.readiness.store.facts import read_facts


def read_gaps(
    db: Connection,
    settings: Settings,
    choice: RoleChoice,
    today: date,
    *,
    show_all: bool,
) -> GapsAnswer:
    """What is missing for a role, and the road to it."""
    facts = read_facts(db)
    gaps = find_role_gaps(choice.role, choice.variant, facts)
    pace = read_pace(db, settings, today)
    is_target = settings.get("target") == choice.role.slug
    return GapsAnswer(gaps, pace, find_required_total(gaps), show_all, is_target)


def read_next(db: Connection, settings: Settings) -> NextAnswer:
    """A few things to do next, with those for the target if there is one."""
    facts = read_facts(db)
    strengths = find_strengths(facts)
    items = {item.slug: item for item in facts.items}
    gaps = None
    if settings.get("target") is not None:
        choice = choose_role(db, settings, None, None)
        gaps = find_role_gaps(choice.role, choice.variant, facts)
    actions, more = find_next_actions(facts, strengths, gaps)
    return NextAnswer(actions, gaps, items, more)
