"""rate and skills."""

from collections.abc import Sequence

import click
from sqlalchemy import Connection

from tracker.app import App, command, pass_app
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.milestones.store.names import with_requirement_hint
from tracker.readiness.rules.ratings import check_rating, read_level
from tracker.readiness.rules.records import Rating, Skill
from tracker.readiness.rules.strengths import CONFIRMING_KINDS, find_strengths
from tracker.readiness.store import facts, ratings
from tracker.readiness.view.skills import (
    SkillLine,
    rated_text,
    skill_data,
    skill_text,
    skills_data,
    skills_text,
)
from tracker.text.names import Name, choose
from tracker.text.params import EvidenceParam

_THEIRS = EvidenceParam("Type letter:WHERE or review:WHERE, like letter:on-request.")


@command(
    "rate",
    examples="""
    tracker rate python moderate
    tracker rate python strong --by "Ann Lee" --evidence letter:on-request
    """,
)
@click.argument("skill")
@click.argument("level")
@click.option(
    "--by",
    "rater",
    metavar="NAME",
    default="",
    help="Whose word it is (default: your own).",
)
@click.option(
    "--evidence",
    multiple=True,
    type=_THEIRS,
    metavar="KIND:WHERE",
    help="Their letter or review.",
)
@pass_app
def rate(
    app: App, skill: str, level: str, rater: str, evidence: tuple[tuple[str, str], ...]
) -> None:
    """Rate a skill yourself, or keep somebody's word on it. Levels: none, basic, moderate, strong, very-strong.

    Your own word, and somebody's that nobody can look at, count as said; somebody's letter or review as checked. Said
    again by the same person, the newer word replaces the older one.
    """
    wanted, whose = read_level(level), " ".join(rater.split())
    with library(app, write=True) as db:
        meant = _meant(db, facts.read_skills(db), skill)
        _keep(db, app, Rating(meant.slug, wanted, whose, app.today), evidence)
        own = find_strengths(facts.read_facts(db))
    if evidence and not {kind for kind, _ in evidence} & CONFIRMING_KINDS:
        app.remark(
            "Only a letter or a review makes somebody's word checked; the rest is kept, and lifts nothing."
        )
    app.show(
        "skills",
        SkillLine(meant, own, app.today),
        skill_data,
        lambda each: rated_text(each, wanted, whose),
    )


def _keep(
    db: Connection, app: App, new: Rating, given: Sequence[tuple[str, str]]
) -> None:
    """Write a rating and its evidence; what was given for another level goes with it."""
    now = instant_to_seconds(app.now)
    there = next(
        (
            r
            for r in facts.read_ratings(db)
            if (r.skill, r.rater) == (new.skill, new.rater)
        ),
        None,
    )
    check_rating(new, given, there)
    ratings.save_rating(db, new, now)
    if there and there.level != new.level:
        ratings.remove_evidence(db, new, now)
    ratings.add_evidence(db, new, given, now)


def _meant(db: Connection, known: Sequence[Skill], typed: str) -> Skill:
    names = [Name(each.slug, each.title) for each in known]
    slug = with_requirement_hint(db, typed, lambda: choose(typed, names, "skill").slug)
    return next(each for each in known if each.slug == slug)


@command("skills", examples="tracker skills\ntracker skills python")
@click.argument("skill", required=False)
@pass_app
def skills(app: App, skill: str | None) -> None:
    """Your skills: the level that is best backed, how strongly, and why. With SKILL, what shows each level of it."""
    with library(app) as db:
        known, own = facts.read_skills(db), find_strengths(facts.read_facts(db))
        meant = _meant(db, known, skill) if skill else None
    if meant:
        app.show("skills", SkillLine(meant, own, app.today), skill_data, skill_text)
    else:
        app.show(
            "skills",
            [SkillLine(each, own, app.today) for each in known],
            skills_data,
            skills_text,
        )
