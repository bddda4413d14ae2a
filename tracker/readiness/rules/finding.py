"""The ways open to a person: what the catalogue lists, priced for what they did and hold."""

from collections.abc import Mapping
from dataclasses import replace

from tracker.milestones.rules.covering import covered
from tracker.readiness.rules.holding import Held, held
from tracker.readiness.rules.paths import Paths, Steps
from tracker.readiness.rules.records import Facts


def paths(facts: Facts, own: Held) -> Paths:
    """The ways open to a person.

    Whoever meets a milestone's criterion meets those of all it covers, so it cannot take less than any of these: where
    the items listed for it would, or build no skill though it shows some, they are a step on the way and not the way.
    """
    fresh = replace(
        facts,
        items=tuple(replace(i, state=None, part=None, whole=None, seconds=0) for i in facts.items),
        results=(),
        ratings=(),
    )
    blank = _paths(fresh, held(fresh), frozenset())
    least = {slug: way for slug in blank.milestones if (way := blank.own(slug)) is not None}
    partial = (slug for slug in least if _falls_short(slug, least, blank))
    return _paths(facts, own, frozenset(partial))


def _falls_short(slug: str, least: Mapping[str, Steps], blank: Paths) -> bool:
    milestone, steps = blank.milestones[slug], least[slug]
    builds = any(blank.items[step].skills for step in steps)
    floor = max((blank.likely(least[under]) for under in blank.implied[slug] if under in least), default=0)
    return blank.likely(steps) < floor or (bool(milestone.skills) and not builds)


def _paths(facts: Facts, own: Held, partial: frozenset[str]) -> Paths:
    found = Paths(
        own,
        {i.slug: i for i in facts.items},
        {m.slug: m for m in facts.milestones},
        {g.slug: (g.choose, g.items) for g in facts.groups},
        covered(facts.milestones),
        partial,
    )
    found.search()
    return found
