"""How ready a person is for a role: now, since a day, or after a supposed result."""

from datetime import date

from sqlalchemy import Connection

from tracker.database.bridge import raw_connection
from tracker.journal.store.items import choose_item
from tracker.milestones.rules.claims import Claim
from tracker.milestones.service.changes import WITH_RULE
from tracker.milestones.store.milestones import with_counted_hours
from tracker.milestones.store.names import find_milestone
from tracker.readiness.rules.answers import ChangesAnswer, ReadyAnswer
from tracker.readiness.rules.changes import check_since, facts_as_of, find_changes
from tracker.readiness.rules.readiness import judge_readiness, milestone_by_slug
from tracker.readiness.rules.reasons import make_reason_context
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.role_comparison import RoleComparison, compare_roles
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.rules.what_if import (
    SupposedReach,
    add_result,
    parse_what_if,
    supposed_result,
)
from tracker.readiness.service.role_choice import RoleChoice
from tracker.readiness.store.facts import read_facts, read_roles, read_seconds_until


def read_ready(
    db: Connection, choice: RoleChoice, today: date, *, show_helpful: bool
) -> ReadyAnswer:
    """How ready the person is for a role today."""
    facts = read_facts(db)
    strengths = find_strengths(facts)
    readiness = judge_readiness(choice.role, choice.variant, facts, strengths)
    context = make_reason_context(facts, strengths, today)
    return ReadyAnswer(readiness, context, show_helpful)


def read_changes(
    db: Connection, choice: RoleChoice, today: date, since: date
) -> ChangesAnswer:
    """What changed after `since`. Raises Refused for a day that has not ended."""
    check_since(since, today)
    facts = read_facts(db)
    earlier = facts_as_of(facts, since, read_seconds_until(db, since))
    strengths = find_strengths(facts)
    before = judge_readiness(choice.role, choice.variant, earlier)
    after = judge_readiness(choice.role, choice.variant, facts, strengths)
    changes = find_changes(since, before, after, facts)
    return ChangesAnswer(changes, make_reason_context(facts, strengths, today))


def suppose(
    db: Connection, choice: RoleChoice, today: date, what: str, *, show_helpful: bool
) -> ReadyAnswer:
    """How ready the person would be after the `reach` command in `what`.

    Raises Unreadable for any other words, and what `reach` raises.
    """
    reach = parse_what_if(what, today)
    facts = read_facts(db)
    supposed_facts = _with_reach(db, facts, reach, today)
    strengths = find_strengths(supposed_facts)
    return ReadyAnswer(
        judge_readiness(choice.role, choice.variant, supposed_facts, strengths),
        make_reason_context(supposed_facts, strengths, today),
        show_helpful,
        supposed=reach.text,
        before=judge_readiness(choice.role, choice.variant, facts),
    )


def read_comparison(db: Connection) -> RoleComparison:
    """All roles side by side."""
    return compare_roles(read_roles(db), read_facts(db))


def _with_reach(
    db: Connection, facts: Facts, reach: SupposedReach, today: date
) -> Facts:
    """The facts as if the milestone were reached, its hours from the sessions."""
    item = None
    if reach.item:
        item = choose_item(raw_connection(db), reach.item, WITH_RULE).slug
    slug = find_milestone(db, reach.milestone)
    claim = Claim(item, reach.day, evidence=reach.evidence)
    result = supposed_result(facts, slug, claim, today)
    within = milestone_by_slug(slug, facts).within
    limit = within[1] if within else None
    return add_result(facts, with_counted_hours(db, result, limit, facts.attempts))
