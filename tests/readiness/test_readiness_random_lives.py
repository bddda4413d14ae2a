"""What is true of the road of anybody, by the catalogue as shipped."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readiness.builders import DAY
from tests.readiness.lives import read_database
from tests.readiness.walks import (
    early_steps,
    lessons_in_what_is_known,
    misplaced_helpful_rows,
    open_without_action,
)
from tracker.choices import LEVELS
from tracker.limits import HOUR
from tracker.milestones.rules.records import Evidence, Result
from tracker.readiness.rules.answers import GapsAnswer
from tracker.readiness.rules.gaps import find_gaps
from tracker.readiness.rules.pace import Pace
from tracker.readiness.rules.readiness import judge_readiness
from tracker.readiness.rules.records import Facts, Rating, Role
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.view.gaps_json import gaps_data

LETTER = Evidence("letter", "Ann Lee, 3 Nov 2026", DAY)


@settings(max_examples=20)
@given(st.data())
def test_any_road_can_be_walked(template: Path, data: st.DataObject) -> None:
    """Nothing known is taught, nothing stands before what it needs, helpful rows are last.

    Each open requirement has a row.
    """
    facts, roles = read_database(template)
    lived = live_at_random(facts, data)
    gaps = answer_gaps(lived, data.draw(st.sampled_from(roles)), data)

    assert lessons_in_what_is_known(gaps, lived) == []
    assert early_steps(gaps, lived) == []
    assert misplaced_helpful_rows(gaps, lived) == []
    assert open_without_action(gaps) == []


def live_at_random(facts: Facts, data: st.DataObject) -> Facts:
    """Some items finished or begun, milestones reached, skills rated."""
    slugs = st.sampled_from([item.slug for item in facts.items])
    done = data.draw(st.sets(slugs, max_size=12), "done")
    begun = data.draw(st.sets(slugs, max_size=4), "begun")
    items = [
        item._replace(
            state="done" if item.slug in done else None,
            seconds=HOUR if item.slug in begun else 0,
        )
        for item in facts.items
    ]
    reached = st.lists(
        results(facts), max_size=6, unique_by=lambda each: each.milestone
    )
    rated = st.lists(ratings(facts), max_size=6, unique_by=lambda each: each.skill)
    return facts._replace(
        items=tuple(items),
        results=tuple(data.draw(reached, "reached")),
        ratings=tuple(data.draw(rated, "rated")),
    )


def results(facts: Facts) -> st.SearchStrategy[Result]:
    """A milestone that counts nothing reached, half of them with evidence."""

    def reach(milestone: Any, is_seen: bool) -> Result:
        evidence = Evidence(milestone.kinds[0], "https://git.example/you/work", DAY)
        if milestone.kinds[0] in ("letter", "review"):
            evidence = replace(LETTER, kind=milestone.kinds[0])
        given_ = (evidence,) if is_seen else ()
        return Result(milestone.slug, None, DAY, DAY, evidence=given_)

    known = [each for each in facts.milestones if not each.counted and each.kinds]
    return st.builds(reach, st.sampled_from(known), st.booleans())


def ratings(facts: Facts) -> st.SearchStrategy[Rating]:
    """One's own word on a skill, or a letter."""
    skills = sorted({skill for item in facts.items for skill in item.skills})
    levels = st.sampled_from(LEVELS[1:])
    own = st.builds(Rating, st.sampled_from(skills), levels, st.just(""), st.just(DAY))
    return own | own.map(lambda each: replace(each, rater="Ann", evidence=(LETTER,)))


def answer_gaps(facts: Facts, role: Role, data: st.DataObject) -> dict[str, Any]:
    """What `gaps` answers for a role, in one of its variants."""
    variant = data.draw(st.sampled_from(role.variants or (None,)))
    strengths = find_strengths(facts)
    readiness = judge_readiness(role, variant, facts, strengths)
    gaps = find_gaps(readiness, facts, strengths)
    return gaps_data(GapsAnswer(gaps, Pace(DAY), None, show_all=True))
