"""Evidence that an export lists: which, in which order, with which link."""

from datetime import date

from tests.export.subjects import (
    ALL,
    BOUND,
    ITEMS,
    MILESTONES,
    SUBJECTS,
    day,
    with_items,
)
from tracker.export.rules.artefacts import list_artefacts
from tracker.export.rules.progress import (
    Artefact,
    BoundHours,
    FigureDifference,
)
from tracker.export.rules.subjects import Subjects
from tracker.export.rules.unseen import list_unseen
from tracker.limits import HOUR
from tracker.milestones.rules.records import Evidence, Result
from tracker.readiness.rules.records import Rating
from tracker.text.periods import Period


def test_evidence_is_listed_newest_first() -> None:
    """Evidence that counts is listed newest first; without an address, on request."""
    result = Result(
        *("long", "ppo", day(3), day(3), "86%", "74% (two seeds)", "all of it"),
        evidence=(
            Evidence("letter", f"Jane Doe, {day(3)}", day(3)),
            Evidence("repo", "https://git.example/ppo", day(9)),
            Evidence("self", "", day(3)),
        ),
        spent=302 * HOUR,
    )

    ledger = BoundHours(302 * HOUR, *BOUND, False)
    subject = ("A long replication: PPO", "long", None, "ppo")
    figures = (
        "all of it",
        "86%",
        "74% (two seeds)",
        ledger,
        "two seeds",
        FigureDifference(-12.0, -0.1395, "%"),
    )
    assert list_artefacts([result], [], SUBJECTS, ALL) == (
        Artefact(*subject, "repo", "https://git.example/ppo", day(9), *figures),
        Artefact(*subject, "letter", None, day(3), *figures),
    )


def test_the_day_of_evidence() -> None:
    """Evidence entered with its result has the result's day; later evidence its own."""
    evidence = (
        Evidence("repo", "a.example/old", day(9)),
        Evidence("post", "a.example/new", day(20)),
    )
    result = Result("long", "ppo", day(3), day(9), evidence=evidence)

    def seen(period: Period) -> list[tuple[str | None, date]]:
        return [
            (a.address, a.day) for a in list_artefacts([result], [], SUBJECTS, period)
        ]

    assert seen(ALL) == [("a.example/new", day(20)), ("a.example/old", day(3))]
    assert seen(Period(day(4), day(19))) == []


def test_evidence_of_an_unlisted_kind() -> None:
    """Evidence of an unlisted kind is listed only with an address, as not counted."""
    asked = Result(
        "course",
        None,
        day(3),
        day(3),
        evidence=(Evidence("letter", "my aunt", day(3)),),
    )
    opened = Result(
        "course",
        None,
        day(4),
        day(4),
        evidence=(Evidence("letter", "a.example/aunt", day(4)),),
    )
    at_home = Result(
        "long",
        "ppo",
        day(5),
        day(5),
        evidence=(Evidence("repo", "http://localhost/tf", day(5)),),
    )
    results = [asked, opened, at_home]

    seen = list_artefacts(results, [], SUBJECTS, ALL)
    assert [(a.address, a.counts, a.vouched) for a in seen] == [
        ("a.example/aunt", False, False)
    ]
    assert [
        u.day for u in list_unseen(results, with_items({"ppo": ITEMS["ppo"]}), ALL)
    ] == [
        day(5),
        day(3),
    ]


def test_a_letter_is_evidence_of_a_skill() -> None:
    """A letter is evidence of a skill, without its writer's name; a rating is not."""
    ratings = [
        Rating(
            "python",
            "strong",
            "Ann Lee",
            day(4),
            (Evidence("letter", f"{day(4)}", day(4)),),
        ),
        Rating("python", "moderate", "", day(4)),
    ]

    (result,) = list_artefacts(
        [], ratings, Subjects(ITEMS, MILESTONES, {"python": "Python"}), ALL
    )

    assert result == Artefact(
        title="Python (strong level)",
        milestone=None,
        skill="python",
        item=None,
        kind="letter",
        address=None,
        day=day(4),
    )


def test_only_evidence_of_the_period_is_listed() -> None:
    """Evidence of the first and the last day is listed, that of other days is not."""
    results = [
        Result(
            "course",
            None,
            day(n),
            day(n),
            evidence=(Evidence("repo", "a.example/c", day(n)),),
        )
        for n in (1, 2, 4, 5)
    ]

    result = list_artefacts(results, [], SUBJECTS, Period(day(2), day(4)))

    assert [a.day for a in result] == [day(4), day(2)]


def test_evidence_of_one_result_stands_together() -> None:
    """Evidence of one result stands together, where its newest piece stands."""
    paper = Result(
        *("long", "ppo", day(1), day(1)),
        evidence=(
            Evidence("repo", "https://a.example/x", day(1)),
            Evidence("review", "https://b.example/y", day(9)),
        ),
    )
    course = Result(
        "course",
        None,
        day(4),
        day(4),
        evidence=(Evidence("repo", "https://c.example/c", day(4)),),
    )

    result = list_artefacts([course, paper], [], SUBJECTS, ALL)

    assert [(a.milestone, a.day) for a in result] == [
        ("long", day(9)),
        ("long", day(1)),
        ("course", day(4)),
    ]
    assert [a.vouched for a in result] == [True, False, False]


def test_a_document_has_its_own_day() -> None:
    """A letter is listed on the day that it names, not on that of its entry."""
    pieces = (Evidence("letter", f"Jane Doe, {day(3)}", day(20)),)
    result = Result("long", "ppo", day(20), day(20), evidence=pieces)

    assert [a.day for a in list_artefacts([result], [], SUBJECTS, ALL)] == [day(3)]
