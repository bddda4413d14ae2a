"""What goes into a report: addresses, shares, artefacts, what is unseen, what is under way."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.curriculum.rules.items import Item
from tracker.export.render import figures
from tracker.export.rules.addresses import address_in
from tracker.export.rules.artefacts import list_artefacts
from tracker.export.rules.hours import SourceHours
from tracker.export.rules.progress import (
    Artefact,
    BoundHours,
    FigureDifference,
    UnderWay,
    Unseen,
)
from tracker.export.rules.shares import by_share, shares
from tracker.export.rules.subjects import Subjects
from tracker.export.rules.under_way import list_under_way
from tracker.export.rules.unseen import list_unseen
from tracker.milestones.rules.records import Attempt, Evidence, Milestone, Result
from tracker.readiness.rules.records import Rating
from tracker.text.periods import Period

HOUR = 3600
ALL = Period(None, None)
BOUND = (200 * HOUR, 400 * HOUR)
ITEMS = {
    "ppo": Item("ppo", "PPO", "replication", "replications", low=1, high=2),
    "gan": Item("gan", "GAN", "replication", "replications"),
    "essay": Item("essay", "An essay", "article", "views"),
}
MILESTONES = {
    "long": Milestone(
        "long",
        "A long replication",
        within=BOUND,
        kinds=("repo", "post", "letter", "review"),
    ),
    "course": Milestone("course", "A course", kinds=("repo",)),
}

SUBJECTS = Subjects(ITEMS, MILESTONES, {})


def with_items(items: dict[str, Item]) -> Subjects:
    return Subjects(items, MILESTONES, {})


def day(number: int) -> date:
    return date(2026, 6, number)


@pytest.mark.parametrize(
    "place",
    [
        "https://git.example/you/tf",
        "http://a.example",
        "git.example/you/tf",
        "doi:10.1000/182",
        "arXiv:1909.08593",
        "  https://a.example/x ",
    ],
)
def test_an_address_is_shown(place: str) -> None:
    """What a reader could open is an address."""
    assert place.strip() == address_in(place)


@pytest.mark.parametrize(
    "place",
    [
        "",
        "Jane Doe",
        "cert.pdf",
        "~/papers/x.pdf",
        "./a.b/c",
        "javascript:alert(1)",
        "https://a b",
        "file:///etc",
    ],
)
def test_what_nobody_could_open_is_no_address(place: str) -> None:
    """Names of people, files on one's own disk and scripts are no addresses."""
    assert address_in(place) is None


@given(st.lists(st.integers(0, 10**9), max_size=8))
def test_shares_add_up(amounts: list[int]) -> None:
    """Shares add up to 100 and each is within one of what it is exactly."""
    found = shares(amounts)

    assert sum(found) == (100 if sum(amounts) else 0)
    assert all(
        abs(f * sum(amounts) - 100 * a) < max(sum(amounts), 1)
        for f, a in zip(found, amounts, strict=True)
    )


def test_sources_go_from_imported_to_written_later() -> None:
    """Formats come first by their names, the rest from the surest to the least sure."""
    found = by_share({"later": 98, "toggl": 386, "same-day": 5, "live": 15})

    assert found == (
        SourceHours("imported", "toggl", 386, 77),
        SourceHours("live", None, 15, 3),
        SourceHours("same-day", None, 5, 1),
        SourceHours("later", None, 98, 19),
    )


def test_artefacts_come_newest_first_each_with_its_address() -> None:
    """Each piece of evidence that counts is an artefact; a place that is no address is left to be asked for."""
    result = Result(
        *("long", "ppo", day(3), day(3), "86%", "74% (two seeds)", "all of it"),
        evidence=(
            Evidence("letter", "Jane Doe", day(3)),
            Evidence("repo", "https://git.example/ppo", day(9)),
            Evidence("self", "", day(3)),
        ),
        spent=302 * HOUR,
    )

    ledger = BoundHours(302 * HOUR, *BOUND, False)
    told = ("A long replication: PPO", "long", None, "ppo")
    figures = (
        "all of it",
        "86%",
        "74% (two seeds)",
        ledger,
        "two seeds",
        FigureDifference(-12.0, -0.1395, "%"),
    )
    assert list_artefacts([result], [], SUBJECTS, ALL) == (
        Artefact(*told, "repo", "https://git.example/ppo", day(9), *figures),
        Artefact(*told, "letter", None, day(3), *figures),
    )


def test_what_was_entered_afterwards_is_as_old_as_it_is() -> None:
    """Evidence entered with its result has that result's day, whenever that was; what is given later has its own."""
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


def test_what_does_not_count_is_no_check() -> None:
    """What a milestone does not list is an artefact only where it can be opened, uncounted; else it is done unseen."""
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
    told = [asked, opened, at_home]

    seen = list_artefacts(told, [], SUBJECTS, ALL)
    assert [(a.address, a.counts, a.vouched) for a in seen] == [
        ("a.example/aunt", False, False)
    ]
    assert [
        u.day for u in list_unseen(told, with_items({"ppo": ITEMS["ppo"]}), ALL)
    ] == [
        day(5),
        day(3),
    ]


def test_a_letter_on_a_skill_can_be_asked_for() -> None:
    """Somebody's letter is an artefact of the skill it is about, without their name; a bare word is none."""
    ratings = [
        Rating(
            "python",
            "strong",
            "Ann Lee",
            day(4),
            (Evidence("letter", "Ann Lee, by mail", day(4)),),
        ),
        Rating("python", "moderate", "", day(4)),
    ]

    (found,) = list_artefacts(
        [], ratings, Subjects(ITEMS, MILESTONES, {"python": "Python"}), ALL
    )

    assert found == Artefact(
        *(
            "Python (strong level)",
            None,
            "python",
            None,
            "letter",
            None,
            day(4),
            None,
            None,
            None,
            None,
        ),
    )


def test_a_period_keeps_its_own_days_only() -> None:
    """Evidence and results of other days are left out, the first and the last day are in."""
    results = [
        Result(
            "course",
            None,
            day(n),
            day(n),
            evidence=(Evidence("repo", "a.b/c", day(n)),),
        )
        for n in (1, 2, 4, 5)
    ]

    found = list_artefacts(results, [], SUBJECTS, Period(day(2), day(4)))

    assert [a.day for a in found] == [day(4), day(2)]


def test_what_rests_on_ones_own_word_is_unseen() -> None:
    """A result without evidence and a finished item that leaves something are done, but not public."""
    items = {
        **ITEMS,
        "gan": Item(
            "gan", "GAN", "replication", "replications", state="done", state_day=day(2)
        ),
        "essay": Item(
            "essay", "An essay", "article", "views", state="done", state_day=day(2)
        ),
    }
    word = Result(
        "course", None, day(5), day(5), evidence=(Evidence("self", "", day(5)),)
    )

    assert list_unseen([word], with_items(items), ALL) == (
        Unseen("A course", "course", None, day(5), None, None, None),
        Unseen("GAN", None, "gan", day(2), None, None, None),
    )


def test_an_item_with_a_result_is_told_once() -> None:
    """A finished item that a result was reached with is not told again as unseen."""
    items = {
        "ppo": Item(
            "ppo", "PPO", "replication", "replications", state="done", state_day=day(2)
        )
    }
    shown = Result(
        "long", "ppo", day(2), day(2), evidence=(Evidence("repo", "a.b/c", day(2)),)
    )

    assert list_unseen([shown], with_items(items), ALL) == ()


def test_open_tries_are_under_way_before_items_begun() -> None:
    """A try that goes on stands against its bound, an item against its estimate; what was dropped is neither."""
    items = {
        **ITEMS,
        "gan": Item(
            "gan",
            "GAN",
            "replication",
            "replications",
            low=HOUR,
            high=2 * HOUR,
            seconds=900,
        ),
    }
    tries = [
        Attempt("long", "ppo", day(1), day(1), spent=143 * HOUR),
        Attempt("course", "gan", day(1), day(1), dropped=day(2)),
    ]

    assert list_under_way(tries, [], with_items(items), ["ppo", "gan", "essay"]) == (
        UnderWay(
            *("A long replication: PPO", "long", "ppo", day(1), 143 * HOUR, *BOUND),
            ledger=BoundHours(143 * HOUR, *BOUND, False),
        ),
        UnderWay("GAN", None, "gan", None, 900, HOUR, 2 * HOUR),
    )


def test_a_try_past_its_bound_is_said_to_be() -> None:
    """A try without a result that has used up its bound is over it; one's own estimate of a try is no bound."""
    tries = [
        Attempt("long", "ppo", day(1), day(1), spent=400 * HOUR),
        Attempt(
            "course", "gan", day(1), day(1), low=HOUR, high=2 * HOUR, spent=3 * HOUR
        ),
    ]

    over, open_one = list_under_way(tries, [], SUBJECTS, [])

    assert (over.ledger, open_one.ledger) == (
        BoundHours(400 * HOUR, *BOUND, True),
        None,
    )
    assert [figures.say_spent(each) for each in (over, open_one)] == [
        "400 h, over the limit of 200-400 h",
        "3 of 1-2 h",
    ]


def test_a_try_with_its_result_is_not_under_way() -> None:
    """Once reached, a try is no longer under way, nor is its item."""
    reached = Result("long", "ppo", day(4), day(4))

    assert (
        list_under_way(
            [Attempt("long", "ppo", day(1), day(1))],
            [reached],
            SUBJECTS,
            ["ppo"],
        )
        == ()
    )


def test_what_shows_one_thing_stands_together() -> None:
    """Evidence of one result is side by side where its newest stands, whatever else was given between."""
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
        evidence=(Evidence("repo", "https://c.example", day(4)),),
    )

    found = list_artefacts([course, paper], [], SUBJECTS, ALL)

    assert [(a.milestone, a.day) for a in found] == [
        ("long", day(9)),
        ("long", day(1)),
        ("course", day(4)),
    ]
    assert [a.vouched for a in found] == [True, False, False]
