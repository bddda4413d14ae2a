"""The cheapest plan to all musts, against every plan there is."""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readiness.making import HOUR, item, milestone, needs, result, role
from tracker.curriculum.rules.items import Group, Item
from tracker.milestones.rules.records import Milestone
from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.gaps import Gaps, all_musts, find_gaps
from tracker.readiness.rules.holding import held
from tracker.readiness.rules.judging import readiness
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.records import Facts

ITEMS, MILESTONES = ("a", "b", "c", "d", "e"), ("one", "two", "three", "four")
ASKED = role(needs("one"), needs("two"), needs("python", "basic"))


@st.composite
def small_facts(draw: st.DrawFn) -> Facts:
    """Five items, two of them or three a choice group, and four milestones that list, cover and need one another."""
    grouped = draw(st.integers(2, 3))
    made = []
    for n, slug in enumerate(ITEMS):
        likely = draw(st.integers(1, 30))
        made.append(
            item(
                slug,
                hours=(1, likely, 40),
                logged=draw(st.sampled_from((0, 0, 0, 5))),
                state=draw(st.sampled_from((*(None,) * 8, "done", "skipped"))),
                requires=tuple(sorted(draw(st.sets(st.sampled_from(ITEMS[:n]), max_size=2)))) if n else (),
                after=draw(st.sampled_from((*(None,) * 6, *MILESTONES[2:]))),
                group="few" if n < grouped else None,
                skills=("python",),
            )
        )
    group = Group("few", "Few", "math", draw(st.integers(1, grouped)), ITEMS[:grouped])
    return Facts(tuple(made), (group,), tuple(draw(small_milestone(n)) for n in range(4)), results=draw(RESULTS))


@st.composite
def small_milestone(draw: st.DrawFn, n: int) -> Milestone:
    """One that covers and needs later ones only, and is listed with an item or two, a group, or nothing."""
    later = MILESTONES[n + 1 :]
    covers = tuple(sorted(draw(st.sets(st.sampled_from(later), max_size=2)))) if later else ()
    return milestone(
        MILESTONES[n],
        show=(0, draw(st.integers(1, 9)) * HOUR, 10 * HOUR),
        skills={"python": "moderate"} if n >= 2 else {},
        covers=covers,
        needs=covers,
        items=tuple(sorted(draw(st.sets(st.sampled_from(ITEMS), min_size=1, max_size=2)))),
        groups=draw(st.sampled_from(((), (), ("few",)))),
    )


RESULTS = st.lists(st.builds(result, st.sampled_from(MILESTONES)), max_size=1).map(tuple)


def gaps_of(facts: Facts) -> Gaps:
    """What is missing for the role."""
    own = held(facts)
    return find_gaps(readiness(ASKED, None, facts, own), facts, own)


def units(gaps: Gaps) -> list[tuple[Action, ...]]:
    """The ways to each must."""
    return [gap.actions for gap in gaps.gaps]


def subsets(slugs: Iterable[str]) -> Iterator[frozenset[str]]:
    """Every choice among `slugs`."""
    every = list(slugs)
    chosen = chain.from_iterable(combinations(every, size) for size in range(len(every) + 1))
    return (frozenset(each) for each in chosen)


class World:
    """What is come by where some open items are done: told by the catalogue's words, item after item."""

    def __init__(self, found: Paths, doing: frozenset[str]) -> None:
        self.found, self.done = found, {slug for slug, one in found.items.items() if one.state == "done"}
        self.had = {slug for slug in found.milestones if found.is_behind(slug)}
        size = -1
        while size < len(self.done) + len(self.had):
            size = len(self.done) + len(self.had)
            self.done |= {slug for slug in doing if self.may(found.items[slug])}
            self.had |= {under for slug in found.milestones if self.own(slug) for under in self.reaches(slug)}

    def may(self, one: Item) -> bool:
        """Whether an item can be done by now."""
        return one.begun or (all(self.met(other) for other in one.requires) and one.after in (None, *self.had))

    def met(self, slug: str) -> bool:
        """Whether a prerequisite is met, by itself or by its group."""
        group = self.found.items[slug].group
        return slug in self.done or self.found.is_met(slug) or bool(group and self.enough(group))

    def enough(self, group: str) -> bool:
        """Whether so many of a group are done as it asks for, those that are begun before others."""
        choose, members = self.found.choices[group]
        new = [slug for slug in members if slug in self.done and self.found.items[slug].state != "done"]
        missing = choose - sum(self.found.items[slug].state == "done" for slug in members)
        begun = [
            slug for slug in members if self.found.items[slug].begun and self.found.is_open(self.found.items[slug])
        ]
        return missing <= 0 or (len(new) >= missing and sum(slug in new for slug in begun) >= min(missing, len(begun)))

    def reaches(self, slug: str) -> tuple[str, ...]:
        """A milestone and all it covers."""
        return slug, *self.found.implied[slug]

    def own(self, slug: str) -> bool:
        """Whether all that is listed for a milestone is done."""
        listed = self.found.milestones[slug]
        parts = self.had.issuperset(self.found.parts(slug))
        told = self.done.issuperset(listed.items) and all(self.enough(group) for group in listed.groups)
        return self.found.is_listed(slug) and parts and told


def by_force(gaps: Gaps) -> int:
    """The least likely seconds of any plan: every choice of items with every choice of ends."""
    found, best = gaps.paths, 10**9
    for doing in subsets(slug for slug, one in found.items.items() if found.is_open(one)):
        world = World(found, doing)
        if doing <= world.done:
            for chosen in product(*units(gaps)):
                if all(world.own(a.milestone) for a in chosen if a.steps and a.milestone):
                    shown = {slug: hours[1] for a in chosen for slug, hours in a.pieces[len(a.steps) :]}
                    best = min(best, sum(shown.values()) + sum(found.left[slug][1] for slug in doing))
    return best


@settings(max_examples=150)
@given(small_facts())
def test_the_plan_is_the_cheapest(facts: Facts) -> None:
    """Where few steps are open, no choice of items and ends takes less than the plan, and the plan says so."""
    gaps = gaps_of(facts)
    plan, ways = all_musts(gaps), units(gaps)
    if not ways or not all(ways):
        assert plan is None
        return

    assert plan
    assert plan.exact
    assert plan.hours[1] == by_force(gaps)
    assert all(a <= b <= c for _, (a, b, c) in plan.pieces)


@settings(max_examples=60)
@given(small_facts())
def test_no_single_choice_is_cheaper(facts: Facts) -> None:
    """The plan takes no more than any choice of one way for each must, and than each way that serves all."""
    gaps = gaps_of(facts)
    plan, ways = all_musts(gaps), units(gaps)
    if plan is None:
        return

    for chosen in product(*ways):
        assert plan.hours[1] <= sum({slug: hours[1] for a in chosen for slug, hours in a.pieces}.values())
