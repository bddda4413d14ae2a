"""What is true of readiness whatever the curriculum and whatever the person did."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readiness.builders import DAY, item, milestone, needs, rating, result, role
from tracker.choices import EVIDENCE_KINDS, LEVELS
from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.claims import Claim
from tracker.milestones.rules.records import Evidence, Milestone, Result
from tracker.readiness.rules.gaps import find_gaps
from tracker.readiness.rules.readiness import judge_readiness
from tracker.readiness.rules.records import Facts, Rating
from tracker.readiness.rules.strengths import Strengths, find_strengths
from tracker.readiness.rules.support import Strength
from tracker.readiness.rules.what_if import add_result, supposed_result

SKILLS = ("python", "ml", "taste")
SLUGS = ("one", "two", "three", "four", "five")
COURSES = ("a", "b", "c", "d", "e", "f")
LEVEL = st.sampled_from(LEVELS[1:])
SKILL = st.sampled_from(SKILLS)


@st.composite
def items(draw: st.DrawFn) -> tuple[Item, ...]:
    """Six items, each asking only for earlier ones."""
    made = []
    for n, slug in enumerate(COURSES):
        hours = sorted(draw(st.lists(st.integers(1, 60), min_size=3, max_size=3)))
        before = draw(st.sets(st.sampled_from(COURSES[:n]), max_size=2)) if n else set()
        made.append(
            item(
                slug,
                hours=(hours[0], hours[1], hours[2]),
                logged=draw(st.integers(0, 80)),
                state=draw(st.sampled_from((None, None, "done"))),
                kind=draw(st.sampled_from(("course", "habit"))),
                skills=tuple(draw(st.sets(SKILL, min_size=1))),
                requires=tuple(sorted(before)),
            )
        )
    return tuple(made)


@st.composite
def milestones(draw: st.DrawFn) -> tuple[Milestone, ...]:
    """Five milestones, some on a ladder, each covering or counting only later ones."""
    made = []
    for n, slug in enumerate(SLUGS):
        count = draw(st.sampled_from((None, 1, 2))) if n < 4 else None
        rung = draw(st.sampled_from((None, n + 1)))
        made.append(
            milestone(
                slug,
                skills=draw(st.dictionaries(SKILL, LEVEL, max_size=2)),
                kinds=tuple(
                    draw(
                        st.sets(st.sampled_from(EVIDENCE_KINDS), min_size=1, max_size=3)
                    )
                ),
                covers=tuple(draw(st.sets(st.sampled_from(SLUGS[n + 1 :]), max_size=2)))
                if n < 4
                else (),
                items=tuple(draw(st.sets(st.sampled_from(COURSES), max_size=2))),
                ladder="up" if rung else None,
                rung=rung,
                count=count,
                counted=draw(st.sampled_from(SLUGS[n + 1 :])) if count else None,
            )
        )
    return tuple(made)


# Some of it where only one's own machine has it.
EVIDENCE = st.builds(
    Evidence,
    st.sampled_from(EVIDENCE_KINDS),
    st.sampled_from(("a.example/x", "file:///x")),
    st.just(DAY),
)
RESULTS = st.builds(
    lambda slug, given, over, item: result(slug, over=over, with_item=item)._replace(
        evidence=tuple(given)
    ),
    st.sampled_from(SLUGS),
    st.sets(EVIDENCE, max_size=2),
    st.booleans(),
    st.sampled_from((None, "b", "c")),
)
RATINGS = st.builds(
    lambda skill, level, by, kinds: rating(skill, level, by, *kinds),
    SKILL,
    LEVEL,
    st.sampled_from(("", "Ann", "Bob")),
    st.sets(st.sampled_from(EVIDENCE_KINDS), max_size=1),
)
FACTS = st.builds(
    lambda **drawn: Facts(**drawn),  # the other fields are empty
    items=items(),
    milestones=milestones(),
    results=st.lists(RESULTS, max_size=3).map(tuple),
    ratings=st.lists(RATINGS, max_size=3).map(tuple),
)
ASKED = role(
    *(needs(skill, level) for skill, level in zip(SKILLS, LEVELS[1:], strict=False)),
    *(
        needs(slug, any_of="either" if slug in SLUGS[:2] else None)
        for slug in SLUGS[:4]
    ),
)


def all_strengths(strengths: Strengths) -> dict[object, Strength]:
    """The strength of each skill at each level, and of each milestone."""
    return {
        key: backing.strength
        for key, backing in (*strengths.skills.items(), *strengths.milestones.items())
    }


def check_never_lower(before: Facts, after: Facts) -> None:
    """No strength and no count of `after` is below that of `before`."""
    was, now = (
        all_strengths(find_strengths(before)),
        all_strengths(find_strengths(after)),
    )
    assert all(now.get(key, Strength.NONE) >= strength for key, strength in was.items())
    had, has = (
        judge_readiness(ASKED, None, facts).counts("must") for facts in (before, after)
    )
    assert (has.met, has.possible) >= (had.met, had.possible)
    assert has.possible >= had.possible


@settings(max_examples=40)
@given(FACTS, RESULTS, RATINGS, EVIDENCE)
def test_more_never_lowers(
    facts: Facts, reached: Result, told: Rating, given_: Evidence
) -> None:
    """One more result, rating or piece of evidence lowers no strength and no count."""
    check_never_lower(facts, facts._replace(results=(*facts.results, reached)))
    check_never_lower(facts, facts._replace(ratings=(*facts.ratings, told)))
    more = tuple(r._replace(evidence=(*r.evidence, given_)) for r in facts.results)
    check_never_lower(facts, facts._replace(results=more))


@settings(max_examples=40)
@given(FACTS, st.sampled_from(COURSES), st.integers(1, 500))
def test_more_hours_never_lower(facts: Facts, slug: str, more: int) -> None:
    """More hours on an item, or finishing it, lower no strength and no count."""
    logged = tuple(
        i._replace(seconds=i.seconds + more * 3600) if i.slug == slug else i
        for i in facts.items
    )
    done = tuple(i._replace(state="done") if i.slug == slug else i for i in facts.items)

    check_never_lower(facts, facts._replace(items=logged))
    check_never_lower(facts, facts._replace(items=done))


@settings(max_examples=40)
@given(
    items(),
    milestones(),
    st.lists(RATINGS.filter(lambda told: not told.rater), max_size=6).map(tuple),
)
def test_hours_and_ratings_alone_show_nothing(
    logged: tuple[Item, ...], known: tuple[Milestone, ...], said: tuple[Rating, ...]
) -> None:
    """Hours and the person's own ratings never make anything shown, whatever their number."""
    facts = Facts(items=logged, milestones=known, ratings=said)

    assert (
        max(all_strengths(find_strengths(facts)).values(), default=Strength.NONE)
        <= Strength.PRACTISED
    )
    assert judge_readiness(ASKED, None, facts).counts("must").met == 0


@settings(max_examples=40)
@given(FACTS)
def test_counts_add_up(facts: Facts) -> None:
    """Shown, claimed and open make the total."""
    counts = judge_readiness(ASKED, None, facts).counts("must")

    assert 0 <= counts.met <= counts.possible <= counts.total == 6
    assert counts.open == counts.total - counts.possible


@settings(max_examples=40)
@given(
    FACTS, st.sampled_from(SLUGS), st.sets(st.sampled_from(EVIDENCE_KINDS), max_size=2)
)
def test_supposing_never_lowers(facts: Facts, slug: str, kinds: set[str]) -> None:
    """A supposed result is judged like a real one, and lowers nothing."""
    told = tuple((kind, f"https://example.org/{kind}") for kind in sorted(kinds))

    after = add_result(
        facts, supposed_result(facts, slug, Claim("a", evidence=told), DAY)
    )
    check_never_lower(facts, after)
    assert find_strengths(after).milestone(slug) >= Strength.PRACTISED or any(
        r.over for r in facts.results
    )


@settings(max_examples=40)
@given(FACTS)
def test_nothing_claimed_is_taught(facts: Facts) -> None:
    """A claimed or practised requirement only needs evidence.

    Hours are in order and never negative.
    """
    own = find_strengths(facts)

    for gap in find_gaps(judge_readiness(ASKED, None, facts, own), facts, own).gaps:
        assert gap.line.strength < Strength.SHOWN
        for action in gap.actions:
            assert 0 <= action.hours[0] <= action.hours[1] <= action.hours[2]
            assert not (gap.line.strength >= Strength.SAID and action.steps)
