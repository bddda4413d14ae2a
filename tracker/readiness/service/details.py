"""Everything about what a name means: an item, milestone, skill, role or bar."""

from collections.abc import Iterable
from datetime import date
from sqlite3 import Connection

from tracker.curriculum.store.names import taken_names
from tracker.errors import NotFound, Unreadable
from tracker.milestones.rules.details import ItemDetails, MilestoneDetails
from tracker.milestones.service.details import find_details
from tracker.milestones.store.role_milestones import requirement_targets
from tracker.milestones.store.role_names import find_role
from tracker.readiness.rules.answers import SkillLine
from tracker.readiness.rules.readiness import judge_bar
from tracker.readiness.rules.reason_context import make_reason_context
from tracker.readiness.rules.records import Bar, Role
from tracker.readiness.rules.role_answers import BarsAnswer, RoleAnswer
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.service.role_choice import choose_variant
from tracker.readiness.service.skills import read_skill
from tracker.readiness.store.facts import read_facts, read_roles, read_skills
from tracker.text.columns import quoted
from tracker.text.names import split_aka

# What follows the slug of a bar, as a name to type: `redwood-bar`.
BAR_SUFFIX = "-bar"
AnyDetails = ItemDetails | MilestoneDetails | RoleAnswer | BarsAnswer | SkillLine


def find_any_details(
    db: Connection, typed: str, variant: str | None, today: date
) -> AnyDetails:
    """Everything about what `typed` names.

    A role in full comes first, then a skill in full or a requirement of the target for
    one, then items and milestones, then bars and parts of the name of a role. Raises
    NotFound or Ambiguous for a name, Unreadable for a variant of anything but a role.
    """
    wanted = " ".join(typed.casefold().split())
    roles = read_roles(db)
    for role in roles:
        names = role.slug, role.title, *split_aka(role.does)
        if wanted in map(str.casefold, names):
            return _role_answer(db, role, variant, today)
    skill = _find_skill_slug(db, wanted)
    if skill:
        _check_no_variant(typed, variant)
        return read_skill(db, skill, today)
    try:
        details: AnyDetails = find_details(db, typed, today)
    except NotFound as fault:
        bars = _find_bars(roles, wanted)
        if not bars:
            role = _find_role(db, roles, typed, fault)
            return _role_answer(db, role, variant, today)
        details = _bars_answer(db, bars, today)
    _check_no_variant(typed, variant)
    return details


def _find_skill_slug(db: Connection, wanted: str) -> str | None:
    """The skill of that slug, or that the target's requirement `wanted` asks for.

    None where an item or a milestone has the name.
    """
    if wanted in taken_names(db):
        return None
    if wanted in {skill.slug for skill in read_skills(db)}:
        return wanted
    targets = requirement_targets(db, wanted, others=False)
    is_one = [kind for kind, _ in targets] == ["skill"]
    return targets[0][1] if is_one else None


def _find_role(
    db: Connection, roles: Iterable[Role], typed: str, fault: NotFound
) -> Role:
    """The role that `typed` is a part of. Raises `fault` for none, or Ambiguous."""
    try:
        slug = find_role(db, typed)
    except NotFound:
        raise fault from None
    return next(role for role in roles if role.slug == slug)


def _check_no_variant(typed: str, variant: str | None) -> None:
    """Raises Unreadable for a variant that was typed for what is no role."""
    if variant:
        raise Unreadable(
            f"{quoted(typed)} is not a role, and only roles have variants.",
            "Leave --variant out.",
            without=["--variant"],
        )


def _role_answer(
    db: Connection, role: Role, variant: str | None, today: date
) -> RoleAnswer:
    """A role in the variant that was typed, else in all of its variants."""
    chosen = choose_variant(role, variant) if variant else None
    variants = (chosen,) if chosen else role.variants
    slugs = {None, *(each.slug for each in variants)}
    asked = (each for each in role.requirements if each.variant in slugs)
    bars = tuple(bar for bar in role.bars if bar.variant in slugs)
    shown = role._replace(variants=variants, requirements=tuple(asked), bars=bars)
    skills = {skill.slug: skill.title for skill in read_skills(db)}
    return RoleAnswer(shown, _bars_answer(db, bars, today), skills)


def _find_bars(roles: Iterable[Role], wanted: str) -> tuple[Bar, ...]:
    """The bars of that name in any role, those with the same words once."""
    by_words = {
        (bar.who, bar.says, bar.milestone): bar
        for role in roles
        for bar in role.bars
        if f"{bar.slug}{BAR_SUFFIX}" == wanted
    }
    return tuple(by_words.values())


def _bars_answer(db: Connection, bars: Iterable[Bar], today: date) -> BarsAnswer:
    facts = read_facts(db)
    strengths = find_strengths(facts)
    lines = tuple(judge_bar(bar, facts, strengths) for bar in bars)
    return BarsAnswer(lines, make_reason_context(facts, strengths, today))
