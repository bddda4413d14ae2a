"""How ready a person is for a role: now, since a day, or after supposed commands."""

from collections.abc import Sequence
from datetime import date
from sqlite3 import Connection

from tracker.readiness.rules.answers import ChangesAnswer, ReadyAnswer
from tracker.readiness.rules.changes import check_since, facts_as_of, find_changes
from tracker.readiness.rules.readiness import judge_readiness
from tracker.readiness.rules.reason_context import make_reason_context
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.role_comparison import (
    RoleComparison,
    compare_roles,
    find_claimed_roles,
    judge_all_roles,
)
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.rules.what_if import Supposed
from tracker.readiness.service.role_choice import RoleChoice
from tracker.readiness.service.what_if import suppose_all
from tracker.readiness.store.facts import read_facts, read_roles, read_seconds_until


def read_ready(
    db: Connection,
    choice: RoleChoice,
    today: date,
    *,
    show_helpful: bool,
    is_target: bool,
) -> ReadyAnswer:
    """How ready the person is for a role today."""
    answer = _judge(db, choice, read_facts(db), today)
    return answer._replace(show_helpful=show_helpful, is_target=is_target)


def _judge(
    db: Connection, choice: RoleChoice, facts: Facts, today: date
) -> ReadyAnswer:
    """How ready somebody with these facts is."""
    strengths = find_strengths(facts)
    readiness = judge_readiness(choice.role, choice.variant, facts, strengths)
    roles = judge_all_roles(read_roles(db), facts, strengths)
    return ReadyAnswer(
        readiness,
        make_reason_context(facts, strengths, today),
        other_roles=find_claimed_roles(readiness, roles),
    )


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
    db: Connection,
    choice: RoleChoice,
    today: date,
    commands: Sequence[Supposed],
    text: str,
    *,
    show_helpful: bool,
) -> ReadyAnswer:
    """How ready the person would be after these commands, which `text` names.

    Raises what the commands raise.
    """
    facts = read_facts(db)
    supposed_facts = suppose_all(db, facts, commands, today)
    return _judge(db, choice, supposed_facts, today)._replace(
        show_helpful=show_helpful,
        supposed=text,
        before=judge_readiness(choice.role, choice.variant, facts),
    )


def read_comparison(db: Connection) -> RoleComparison:
    """All roles side by side."""
    return compare_roles(read_roles(db), read_facts(db))
