"""The shortest path to all required lines, compared with every plan there is."""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations, product
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.readiness.builders import DAY, HOUR, item, milestone, needs, result, role
from tracker.curriculum.rules.items import Group, Item
from tracker.milestones.rules.records import Attempt, Milestone
from tracker.readiness.rules import branch_and_bound
from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.gaps import Gaps, find_gaps, plan_required
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.readiness import judge_readiness
from tracker.readiness.rules.records import Facts, Role
from tracker.readiness.rules.strengths import find_strengths

ITEMS, MILESTONES = ("a", "b", "c", "d", "e"), ("one", "two", "three", "four")
# All items here are courses, of which nothing is left once they are skipped.
OVER = ("done", "skipped")
ASKED = role(needs("one"), needs("two"), needs("python", "basic"))


@st.composite
def small_facts(draw: st.DrawFn) -> Facts:
    """Five items, a choice group of two or three, and four milestones that list, cover and need each other."""
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
                requires=tuple(
                    sorted(draw(st.sets(st.sampled_from(ITEMS[:n]), max_size=2)))
                )
                if n
                else (),
                after=draw(st.sampled_from((*(None,) * 6, *MILESTONES[2:]))),
                group="few" if n < grouped else None,
                skills=("python",),
            )
        )
    group = Group("few", "Few", "math", draw(st.integers(1, grouped)), ITEMS[:grouped])
    known = tuple(draw(small_milestone(n)) for n in range(4))
    return Facts(tuple(made), (group,), known, draw(ATTEMPTS), draw(RESULTS))


@st.composite
def small_milestone(draw: st.DrawFn, n: int) -> Milestone:
    """A milestone that covers and needs only later ones.

    It lists items, a group, or nothing.
    """
    later = MILESTONES[n + 1 :]
    covers = (
        tuple(sorted(draw(st.sets(st.sampled_from(later), max_size=2))))
        if later
        else ()
    )
    return milestone(
        MILESTONES[n],
        show=(0, draw(st.integers(1, 9)) * HOUR, 10 * HOUR),
        skills={"python": "moderate"} if n >= 2 else {},
        covers=covers,
        needs=covers,
        items=tuple(
            sorted(draw(st.sets(st.sampled_from(ITEMS), min_size=1, max_size=2)))
        ),
        groups=draw(st.sampled_from(((), (), ("few",)))),
    )


ATTEMPTS = st.lists(
    st.builds(
        lambda slug, tried: Attempt(slug, tried, DAY, DAY),
        st.sampled_from(MILESTONES),
        st.sampled_from(ITEMS),
    ),
    max_size=1,
).map(tuple)
RESULTS = st.lists(st.builds(result, st.sampled_from(MILESTONES)), max_size=1).map(
    tuple
)


def gaps_of(facts: Facts, asked: Role = ASKED) -> Gaps:
    """What is missing for a role."""
    own = find_strengths(facts)
    return find_gaps(judge_readiness(asked, None, facts, own), facts, own)


def units(gaps: Gaps) -> list[tuple[Action, ...]]:
    """The actions for each required line."""
    return [gap.actions for gap in gaps.gaps]


def subsets(slugs: Iterable[str]) -> Iterator[frozenset[str]]:
    """Every subset of `slugs`."""
    every = list(slugs)
    chosen = chain.from_iterable(
        combinations(every, size) for size in range(len(every) + 1)
    )
    return (frozenset(each) for each in chosen)


class World:
    """What is reached if some open items are done, found item by item.

    `given` are the items of attempts, and need nothing before them.
    """

    def __init__(
        self, paths: Paths, doing: frozenset[str], given: frozenset[str]
    ) -> None:
        self.given = given
        self.paths, self.done = (
            paths,
            {slug for slug, one in paths.items.items() if one.state in OVER},
        )
        self.reached = {slug for slug in paths.milestones if paths.needs_no_work(slug)}
        size = -1
        while size < len(self.done) + len(self.reached):
            size = len(self.done) + len(self.reached)
            self.done |= {slug for slug in doing if self.is_possible(paths.items[slug])}
            self.reached |= {
                under
                for slug in paths.milestones
                if self.is_listed_done(slug)
                for under in self.reaches(slug)
            }

    def is_possible(self, one: Item) -> bool:
        """Whether an item can be done by now."""
        return (
            one.is_begun
            or one.slug in self.given
            or (
                all(self.is_met(other) for other in one.requires)
                and one.after in (None, *self.reached)
            )
        )

    def is_met(self, slug: str) -> bool:
        """Whether a prerequisite is met, by itself or by its group."""
        group = self.paths.items[slug].group
        return (
            slug in self.done
            or self.paths.is_prerequisite_met(slug)
            or bool(group and self.is_enough(group))
        )

    def is_enough(self, group: str) -> bool:
        """Whether enough of a group is done, the begun items before others."""
        choose, members = self.paths.choices[group]
        new = [
            slug
            for slug in members
            if slug in self.done and self.paths.items[slug].state not in OVER
        ]
        missing = choose - sum(self.paths.items[slug].state in OVER for slug in members)
        begun = [
            slug
            for slug in members
            if self.paths.items[slug].is_begun
            and self.paths.is_doable(self.paths.items[slug])
        ]
        return missing <= 0 or (
            len(new) >= missing
            and sum(slug in new for slug in begun) >= min(missing, len(begun))
        )

    def reaches(self, slug: str) -> tuple[str, ...]:
        """A milestone and all it covers."""
        return slug, *self.paths.implied[slug]

    def is_listed_done(self, slug: str) -> bool:
        """Whether all that is listed for a milestone is done."""
        listed = self.paths.milestones[slug]
        parts = self.reached.issuperset(self.paths.parts(slug))
        told = self.done.issuperset(listed.items) and all(
            self.is_enough(group) for group in listed.groups
        )
        return self.paths.has_listed_path(slug) and parts and told


def shortest_by_force(gaps: Gaps) -> int:
    """The least likely seconds of any plan: every choice of actions with every choice of items."""
    paths, best = gaps.paths, 10**9
    open_ones = [slug for slug, one in paths.items.items() if paths.is_doable(one)]
    for chosen in product(*units(gaps)):
        given = frozenset(step for a in chosen if a.is_attempt for step in a.steps)
        shown = {
            slug: hours[1] for a in chosen for slug, hours in a.pieces[len(a.steps) :]
        }
        for doing in (
            each | given
            for each in subsets(slug for slug in open_ones if slug not in given)
        ):
            world = World(paths, doing, given)
            if doing <= world.done and all(
                world.is_listed_done(a.milestone) for a in chosen if _is_worked_for(a)
            ):
                best = min(
                    best,
                    sum(shown.values())
                    + sum(paths.time_left[slug][1] for slug in doing),
                )
    return best


def _is_worked_for(action: Action) -> bool:
    return bool(action.steps and action.milestone) and not action.is_attempt


@settings(max_examples=150)
@given(small_facts())
def test_the_plan_is_the_shortest(facts: Facts) -> None:
    """If few steps are open, no choice of items and actions takes less than the plan."""
    gaps = gaps_of(facts)
    plan, ways = plan_required(gaps), units(gaps)
    if not ways or not all(ways):
        assert plan is None
        return

    assert plan
    assert plan.is_exact
    assert plan.hours[1] == shortest_by_force(gaps)
    assert all(a <= b <= c for _, (a, b, c) in plan.pieces)


def test_an_attempt_serves_elsewhere() -> None:
    """The item of an attempt needs nothing before it, and counts as done for whatever else lists it."""
    group = Group("few", "Few", "math", 1, ("a", "b"))
    made = (item("a", group="few"), item("b", group="few", after="two"), item("c"))
    known = (
        milestone("one", items=("c",), groups=("few",)),
        milestone("two", items=("a", "b")),
    )
    gaps = gaps_of(
        Facts(made, (group,), known, (Attempt("two", "b", DAY, DAY),)),
        role(needs("one"), needs("two")),
    )
    plan = plan_required(gaps)

    assert plan
    assert [slug for slug, _ in plan.pieces] == ["c", "b", "one", "two"]
    assert plan.hours[1] == shortest_by_force(gaps) == (20 + 2 + 20 + 2) * HOUR


@settings(max_examples=60)
@given(small_facts())
def test_no_single_choice_is_cheaper(facts: Facts) -> None:
    """The plan takes no more than any choice of one action for each required line."""
    gaps = gaps_of(facts)
    plan, ways = plan_required(gaps), units(gaps)
    if plan is None:
        return

    for chosen in product(*ways):
        assert plan.hours[1] <= sum(
            {slug: hours[1] for a in chosen for slug, hours in a.pieces}.values()
        )


@settings(max_examples=60)
@given(small_facts(), st.integers(0, 2))
def test_a_search_that_gives_up_says_so(facts: Facts, most: int) -> None:
    """If not every plan could be compared, the plan is an upper bound.

    Only an exact one says so.
    """
    gaps = gaps_of(facts)
    with mock.patch.object(branch_and_bound, "MOST_PLANS", most):
        plan = plan_required(gaps)
    if plan is None:
        return

    least = shortest_by_force(gaps)
    assert plan.hours[1] >= least
    assert plan.hours[1] == least or not plan.is_exact


def test_a_search_stops_where_it_gives_up() -> None:
    """The choice between actions for many required lines is limited like the rest."""
    ends = [
        [
            Action("not begun", f"do {m}-{n}", "", ((f"{m}-{n}", (1, 1, 1)),))
            for n in range(6)
        ]
        for m in range(8)
    ]
    units = [[branch_and_bound.option_of(end) for end in unit] for unit in ends]
    search = branch_and_bound.Search(gaps_of(Facts()).paths, units, 10**9)
    with mock.patch.object(branch_and_bound, "MOST_PLANS", 50):
        exact = search.run()

    assert not exact
    assert search.plan_count <= 50 + 6 * 8


def test_a_search_that_gave_up_is_named(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text says whether the path is the shortest, or the search gave up."""
    role = "gaps research-contributor-empirical"
    exact = " ".join(tracker.ok(role).split())
    monkeypatch.setattr(branch_and_bound, "MOST_PLANS", 0)
    bound = " ".join(tracker.ok(role).split())

    assert "Shortest path to all 4 required: about 1,370 h (859-" in exact
    assert (
        "Shortest path found to all 4 required (too many to compare all): about 1,388 h (867-2,103)."
        in bound
    )
    assert tracker.json(role)["all_musts"]["exact"] is False


def test_every_plan_of_a_role_is_compared(tracker: Tracker) -> None:
    """For an empty record, every plan is compared, for each role that has a path."""
    roles = tracker.json("target")["roles"]
    plans = {role: tracker.json(f"gaps {role}")["all_musts"] for role in roles}

    assert {role for role, plan in plans.items() if plan} == {
        "research-contributor-empirical",
        "software-engineer",
    }
    assert all(plan["exact"] for plan in plans.values() if plan)
