"""The facts as if commands had been typed; names and hours come from the database."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from sqlite3 import Connection

from tracker.errors import TrackerError
from tracker.journal.store.items import choose_item
from tracker.milestones.rules.claims import Claim
from tracker.milestones.service.changes import WITH_RULE
from tracker.milestones.store.names import find_item_or_milestone, find_milestone
from tracker.milestones.store.results import with_counted_hours
from tracker.readiness.rules.known_words import MILESTONE, SKILL
from tracker.readiness.rules.readiness import milestone_by_slug
from tracker.readiness.rules.records import Facts, Rating
from tracker.readiness.rules.what_if import (
    Supposed,
    SupposedDone,
    SupposedKnown,
    SupposedRating,
    add_rating,
    add_result,
    mark_item_done,
    supposed_result,
)
from tracker.readiness.service.known import read_new_claims
from tracker.readiness.service.skills import find_skill
from tracker.text.days import check_not_future


def suppose_all(
    db: Connection, facts: Facts, commands: Iterable[Supposed], today: date
) -> Facts:
    """The facts after these commands, one after the other. Raises what each raises."""
    for command in commands:
        try:
            facts = _suppose(db, facts, command, today)
        except TrackerError as fault:
            # They would correct the command itself, not the --if around it.
            fault.without = fault.added = ()
            raise
    return facts


def _suppose(db: Connection, facts: Facts, command: Supposed, today: date) -> Facts:
    if isinstance(command, SupposedDone):
        return _suppose_done(db, facts, command, today)
    if isinstance(command, SupposedRating):
        skill = find_skill(db, command.rating.skill).slug
        rating = replace(command.rating, skill=skill)
        return add_rating(facts, rating, command.evidence)
    if isinstance(command, SupposedKnown):
        return _suppose_known(db, facts, command, today)
    claim = command.claim
    if claim.item:
        slug = choose_item(db, claim.item, WITH_RULE).slug
        claim = claim._replace(item=slug)
    return _suppose_result(
        db, facts, find_milestone(db, command.milestone), claim, today
    )


def _suppose_done(
    db: Connection, facts: Facts, command: SupposedDone, today: date
) -> Facts:
    day = command.day or today
    check_not_future(day, today, "Type --on with today or an earlier day.")
    for name in command.names:
        match = find_item_or_milestone(db, name)
        if match.kind == "item":
            facts = mark_item_done(facts, match.slug, day)
        else:
            claim = Claim(day=command.day)
            facts = _suppose_result(db, facts, match.slug, claim, today)
    return facts


def _suppose_known(
    db: Connection, facts: Facts, command: SupposedKnown, today: date
) -> Facts:
    check_not_future(command.day, today, "Type --on with today or an earlier day.")
    for kind, slug, level in read_new_claims(db, command.words, facts):
        if kind == SKILL:
            facts = add_rating(facts, Rating(slug, level, "", command.day), ())
        elif kind == MILESTONE:
            facts = _suppose_result(db, facts, slug, Claim(day=command.day), today)
        else:
            facts = mark_item_done(facts, slug, command.day)
    return facts


def _suppose_result(
    db: Connection, facts: Facts, slug: str, claim: Claim, today: date
) -> Facts:
    """The facts as if a milestone were reached, its hours from the sessions."""
    result = supposed_result(facts, slug, claim, today)
    within = milestone_by_slug(slug, facts).within
    limit = within[1] if within else None
    return add_result(facts, with_counted_hours(db, result, limit, facts.attempts))
