"""CVs with anything in them: wide letters, long titles, many links."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from tests.export.samples import make_progress
from tracker.export.rules.cv import Course, build_cv
from tracker.export.rules.person import Person
from tracker.export.rules.progress import Letter, UnderWay, Work, WorkLink
from tracker.milestones.rules.figures import WorkFigures

DAY = date(2026, 5, 2)
BARE = replace(
    build_cv(make_progress(), ()),
    works=(),
    unseen=(),
    under_way=(),
    letters=(),
)
# Words as in a title, wide ones, and one that is longer than a line.
WORDS = st.sampled_from(
    ("a", "reward", "model", "WWWWWWWW", "GPT-2", "mmmm", "Жщ", "日本", "x" * 70)
)
ADDRESSES = st.sampled_from(("a", "replication-of-a-paper", "W" * 60, "b/" * 40))


def texts(longest: int = 30) -> st.SearchStrategy[str]:
    """Some words."""
    return st.lists(WORDS, min_size=1, max_size=longest).map(" ".join)


LINKS = st.lists(
    st.builds(
        lambda kind, name: WorkLink(kind, f"https://git.example/{name}", DAY),
        st.sampled_from(("repo", "post", "certificate")),
        ADDRESSES,
    ),
    max_size=10,
).map(tuple)
WORKS = st.builds(
    Work,
    title=texts(),
    item=st.none(),
    milestones=st.just(("m",)),
    day=st.just(DAY),
    links=LINKS,
    summary=st.none() | texts(),
    part=st.none() | texts(),
    figures=st.sampled_from(((), (WorkFigures.of("86%", "74%"),))),
)
UNDER_WAY = st.builds(
    UnderWay,
    title=texts(),
    milestone=st.none(),
    item=st.just("x"),
    since=st.none() | st.just(DAY),
    spent=st.integers(0, 10**7),
    low=st.just(200),
    high=st.just(400),
)
COURSES = st.builds(Course, texts(), st.just("y"), st.just(DAY), LINKS)
LETTERS = st.builds(
    Letter,
    about=texts(),
    milestone=st.none(),
    skill=st.none(),
    kind=st.sampled_from(("letter", "review")),
    address=st.none() | ADDRESSES.map("https://a.example/{}".format),
    day=st.just(DAY),
)


def listed(entries: st.SearchStrategy) -> st.SearchStrategy:
    """None of them up to many."""
    return st.lists(entries, max_size=12).map(tuple)


CVS = st.builds(
    lambda person, **parts: replace(BARE, person=person, **parts),
    person=st.builds(
        Person, texts(4), st.just("ida@mail.example"), st.just("https://a.example")
    ),
    works=listed(WORKS),
    unseen=listed(WORKS.map(lambda work: replace(work, links=()))),
    under_way=listed(UNDER_WAY),
    courses=listed(COURSES),
    letters=listed(LETTERS),
)
