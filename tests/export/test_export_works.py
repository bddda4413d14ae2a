"""Works that an export lists: one entry each, in which order, with which links."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.subjects import (
    ALL,
    BOUND,
    ITEMS,
    MILESTONES,
    SUBJECTS,
    day,
    with_items,
)
from tracker.export.rules.letters import list_letters
from tracker.export.rules.links import once
from tracker.export.rules.progress import (
    BoundHours,
    Letter,
    Work,
    WorkLink,
)
from tracker.export.rules.subjects import Subjects
from tracker.export.rules.unseen import list_unseen
from tracker.export.rules.works import list_works, works_within
from tracker.limits import HOUR
from tracker.milestones.rules.figures import WorkFigures
from tracker.milestones.rules.records import Evidence, Milestone, Result
from tracker.readiness.rules.records import Rating
from tracker.text.periods import Period


def course(number: int) -> Result:
    """A course reached on a day of June, with a repository of that day."""
    repo = Evidence("repo", "https://a.example/c", day(number))
    return Result("course", None, day(number), day(number), evidence=(repo,))


def test_a_work_is_one_entry() -> None:
    """A work has its links, figures, own part and hours; its letters stand apart."""
    result = Result(
        *("long", "ppo", day(3), day(3), "86%", "74% (two seeds)", "all of it"),
        evidence=(
            Evidence("letter", f"Jane Doe, {day(2)}", day(3)),
            Evidence("post", "https://post.example/ppo", day(9)),
            Evidence("repo", "https://git.example/ppo", day(3)),
            Evidence("self", "", day(3)),
        ),
        spent=302 * HOUR,
    )

    assert list_works([result], SUBJECTS) == (
        Work(
            title="PPO",
            item="ppo",
            milestones=("long",),
            day=day(9),
            links=(
                WorkLink("repo", "https://git.example/ppo", day(3)),
                WorkLink("post", "https://post.example/ppo", day(9)),
            ),
            part="all of it",
            figures=(
                WorkFigures("86%", "74% (two seeds)", "two seeds", -12.0, -0.1395, "%"),
            ),
            ledger=BoundHours(302 * HOUR, *BOUND, False),
            has_hours=False,
        ),
    )
    works = list_works([result], SUBJECTS)
    assert list_letters(works, [result], [], SUBJECTS) == (
        Letter("PPO", "long", None, "letter", None, day(2), "ppo"),
    )


def test_results_with_one_item_are_one_work() -> None:
    """Results with one item are one work; a link of both stands once, the latest words count."""
    repo = Evidence("repo", "https://a.example/x", day(2))
    post = Evidence("post", "https://b.example/y", day(9))
    first = Result("long", "ppo", day(2), day(2), evidence=(repo,), title="Old")
    second = Result("course", "ppo", day(5), day(5), evidence=(repo,), title="Mine")
    third = Result("long", "gan", day(3), day(3), evidence=(post,))

    works = list_works([first, second, third], SUBJECTS)

    assert [(work.title, work.milestones) for work in works] == [
        ("GAN", ("long",)),
        ("Mine", ("course", "long")),
    ]
    assert [link.day for link in works[1].links] == [day(2), day(5)]


def test_the_person_orders_works() -> None:
    """Ranked works come first, in that order, then the newest."""
    ranks = {1: 2, 2: None, 4: 1, 5: None}
    results = [
        Result("long", f"item-{number}", day(number), day(number), rank=rank)
        for number, rank in ranks.items()
    ]
    items = {result.item: ITEMS["ppo"] for result in results if result.item}

    works = list_works(results, with_items(items))

    assert [work.item for work in works] == ["item-4", "item-1", "item-5", "item-2"]


def test_the_day_of_evidence() -> None:
    """Evidence entered with its result has the result's day; later evidence its own."""
    evidence = (
        Evidence("repo", "a.example/old", day(9)),
        Evidence("post", "a.example/new", day(20)),
    )
    result = Result("long", "ppo", day(3), day(9), evidence=evidence)
    works = list_works([result], SUBJECTS)

    def links(period: Period) -> list[tuple[str | None, date]]:
        within = works_within(works, [], period)
        return [(link.address, link.day) for work in within for link in work.links]

    assert links(ALL) == [("a.example/old", day(3)), ("a.example/new", day(20))]
    assert links(Period(day(4), day(20))) == [("a.example/new", day(20))]
    assert links(Period(day(4), day(19))) == []


def test_evidence_of_an_unlisted_kind() -> None:
    """Evidence of an unlisted kind is listed only with an address, as not counted."""
    letter = Evidence("letter", "my aunt", day(3))
    asked = Result("course", None, day(3), day(3), evidence=(letter,))
    opened = Result(
        "course",
        "gan",
        day(4),
        day(4),
        evidence=(Evidence("letter", "a.example/aunt", day(4)),),
    )
    local = Evidence("repo", "http://localhost/tf", day(5))
    at_home = Result("long", "ppo", day(5), day(5), evidence=(local,))
    results = [asked, opened, at_home]
    works = list_works(results, SUBJECTS)

    assert [work.links for work in works if work.links] == [
        (WorkLink("letter", "a.example/aunt", day(4), counts=False),)
    ]
    assert list_letters(works, results, [], SUBJECTS) == ()
    items = with_items({"ppo": ITEMS["ppo"]})
    unseen = list_unseen(works, [], results, items, ALL)
    assert [work.day for work in unseen] == [day(5), day(3)]


def test_an_address_stands_once() -> None:
    """One address is one link of a work, as evidence that counts where it does for any."""
    post = Evidence("post", "https://a.example/x", day(2))
    again = Evidence("repo", "https://a.example/x/", day(5))
    results = [
        Result("course", "ppo", day(1), day(1), evidence=(post,)),
        Result("long", "ppo", day(5), day(5), evidence=(again,)),
    ]

    (work,) = works_within(list_works(results, SUBJECTS), [], ALL)

    assert [(link.kind, link.counts) for link in work.links] == [("repo", True)]


VOUCHED = Milestone("vouched", "Choices vouched for", kinds=("letter", "review"))


@pytest.mark.parametrize("item", [None, "ppo"])
@pytest.mark.parametrize("kinds", [(), ("letter",), ("self", "repo")])
def test_what_only_others_can_confirm_is_no_work(
    item: str | None, kinds: tuple[str, ...]
) -> None:
    """It stands among letters alone, under its own title; without one it stands nowhere."""
    subjects = Subjects(ITEMS, {"vouched": VOUCHED}, {})
    pieces = tuple(Evidence(kind, f"Jane Doe, {day(2)}", day(3)) for kind in kinds)
    result = Result("vouched", item, day(3), day(3), evidence=pieces)
    works = list_works([result], subjects)

    letters = list_letters(works, [result], [], subjects)

    assert works_within(works, letters, ALL) == ()
    assert list_unseen(works, letters, [result], subjects, ALL) == ()
    named = [VOUCHED.title] if "letter" in kinds else []
    assert [letter.about for letter in letters if letter.vouched] == named


def test_a_letter_is_evidence_of_a_skill() -> None:
    """A letter is evidence of a skill, without its writer's name; a rating is not."""
    letter = Evidence("letter", f"{day(4)}", day(4))
    ratings = [
        Rating("python", "strong", "Ann Lee", day(4), (letter,)),
        Rating("python", "moderate", "", day(4)),
    ]
    subjects = Subjects(ITEMS, MILESTONES, {"python": "Python"})

    assert list_letters([], [], ratings, subjects) == (
        Letter("Python (strong level)", None, "python", "letter", None, day(4)),
    )


def test_only_works_of_the_period_are_listed() -> None:
    """Works of the first and the last day are listed, those of other days are not."""
    for number, days in ((1, []), (2, [day(2)]), (4, [day(4)]), (5, [])):
        works = list_works([course(number)], SUBJECTS)
        within = works_within(works, [], Period(day(2), day(4)))
        assert [work.day for work in within] == days


def test_a_work_that_only_a_letter_shows() -> None:
    """A work without links is listed in a period that has a letter about it."""
    letter = Evidence("letter", f"Jane Doe, {day(9)}", day(9))
    result = Result("long", "ppo", day(3), day(3), evidence=(letter,))
    works = list_works([result], SUBJECTS)
    letters = list_letters(works, [result], [], SUBJECTS)

    assert works_within(works, letters, ALL) == works
    assert works_within(works, [], Period(None, day(8))) == ()
    assert list_unseen(works, letters, [result], SUBJECTS, ALL) == ()


def test_a_document_has_its_own_day() -> None:
    """A document handed over has the day that it names, not that of its entry."""
    pieces = (Evidence("letter", f"Jane Doe, {day(3)}", day(20)),)
    result = Result("long", "ppo", day(20), day(20), evidence=pieces)

    letters = list_letters(list_works([result], SUBJECTS), [result], [], SUBJECTS)
    assert [letter.day for letter in letters] == [day(3)]


RESULTS = st.builds(
    lambda milestone, item, number, places: Result(
        *(milestone, item, day(number), day(number)),
        evidence=tuple(
            Evidence("repo", f"https://git.example/{place}", day(on))
            for place, on in places
        ),
    ),
    milestone=st.sampled_from(["long", "course"]),
    item=st.sampled_from([None, "ppo", "gan"]),
    number=st.integers(1, 30),
    places=st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 30)), max_size=3),
)


@given(st.lists(RESULTS, max_size=6))
def test_a_report_has_the_order_of_all_works(results: list[Result]) -> None:
    """A report on all days lists works in the order in which `feature` does."""
    works = [work for work in list_works(results, SUBJECTS) if work.links]

    assert list(works_within(works, [], ALL)) == [
        replace(work, links=once(work.links)) for work in works
    ]


def test_a_later_letter_brings_a_work_into_a_period(tracker) -> None:
    """A work whose links are older is listed in the period of its letter, by its day."""
    tracker.ok(
        "reach transformer-in-pytorch --on 2026-01-10 --evidence "
        "repo:https://git.example/you/tf --evidence 'review:Ann Lee, 3 Jun 2026'"
    )

    text = tracker.ok("export progress --period 2026-06 --format md")

    assert "(3 Jun 2026)\n  <br>confirmed by a letter or review" in text
    assert "Nothing yet" not in text
