"""rate."""

from functools import partial

from tracker.app import App
from tracker.choices import LEVELS
from tracker.command import argument, command, option
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.errors import Unreadable
from tracker.readiness.rules.ratings import make_rating
from tracker.readiness.service.skills import record_rating
from tracker.readiness.store.facts import read_ratings
from tracker.readiness.view.ratings import ratings_data, ratings_text
from tracker.readiness.view.skills import rated_text, rating_remarks, skill_data
from tracker.text.evidence import EvidenceParam

HINT = "Type a letter or a review, such as letter:WHO or review:WHO."


@command(
    "rate",
    examples="""
    tracker rate python moderate
    tracker rate python strong --by "Ann Lee" --evidence letter:"3 Nov 2026"
    tracker rate
    """,
)
@argument("skill", required=False)
@argument("level", required=False)
@option(
    "--by",
    "rater",
    metavar="NAME",
    default="",
    help="Who gives the rating (default: you).",
)
@option(
    "--evidence",
    multiple=True,
    kind=EvidenceParam(HINT, ("letter", "review")),
    metavar="KIND:WHERE",
    help="Their letter or review.",
)
def rate(
    app: App,
    skill: str | None,
    level: str | None,
    rater: str,
    evidence: tuple[tuple[str, str], ...],
) -> None:
    """Rate a skill yourself, or record somebody else's rating.

    Levels: none, basic, moderate, strong, very-strong. Your own rating counts as
    claimed. Somebody else's counts as verified with their letter or review, which has
    an address or a day, and as claimed without. A newer rating by the same person
    replaces the older one.

    Without SKILL, list the ratings. To remove one, type rm with its id.
    """
    if skill is None:
        with library(app) as db:
            ratings = read_ratings(db)
        app.show("ratings", ratings, ratings_data, partial(ratings_text, app.today))
        return
    name, _, typed_level = skill.partition("=")
    if level is None and typed_level in LEVELS:
        raise Unreadable("Which level?", typed=skill, instead=[(name, typed_level)])
    if level is None:
        raise Unreadable("Which level?", added=[(each,) for each in LEVELS[1:]])
    rating = make_rating(skill, level, rater, app.today)
    now_utc = instant_to_seconds(app.now)
    with library(app, write=True) as db:
        answer = record_rating(db, rating, evidence, now_utc)
    for remark in rating_remarks(answer):
        app.remark(remark)
    app.show("skills", answer, lambda each: skill_data(each.line), rated_text)
