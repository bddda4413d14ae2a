"""Which evidence shows a milestone, and what is only claimed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.choices import EVIDENCE_KINDS
from tracker.milestones.rules.evidence import (
    CLAIM,
    add_evidence,
    is_only_claimed,
    is_open_to_others,
    is_valid_evidence,
    own_machine_places,
    unlisted_kinds,
    vague_evidence,
)
from tracker.milestones.rules.records import Evidence, Milestone

DAY, LATER = date(2026, 11, 23), date(2026, 12, 1)
PAPER = Milestone("paper", "A paper", kinds=("repo", "review"))
CLAIMED = Evidence(CLAIM, "", DAY)
REPO = Evidence("repo", "https://git.example/u", DAY)
PLACES = ("", "u", "https://a.example", "file:///home/me/x", "localhost:80", "~/x")
PIECES = st.lists(
    st.tuples(st.sampled_from(EVIDENCE_KINDS), st.sampled_from(PLACES)), max_size=8
)


@given(PIECES)
def test_each_piece_once(pieces: list[tuple[str, str]]) -> None:
    """Each piece of evidence is added once, in the order typed."""
    added = add_evidence(pieces, (), DAY)

    if pieces:
        assert [(p.kind, p.place) for p in added] == list(dict.fromkeys(pieces))
    assert add_evidence(pieces, added, LATER) == ()


def test_without_evidence_it_is_a_claim() -> None:
    """Where there is none at all a claim is added, and only once."""
    assert add_evidence([], [], DAY) == (CLAIMED,)
    assert add_evidence([], [CLAIMED], LATER) == ()
    assert add_evidence([], [REPO], LATER) == ()


def test_a_piece_keeps_its_day() -> None:
    """Evidence has the day it was added; more evidence leaves that of the first alone."""
    added = add_evidence([("repo", REPO.place), ("post", "p")], [REPO], LATER)

    assert added == (Evidence("post", "p", LATER),)


@pytest.mark.parametrize("kind", EVIDENCE_KINDS)
@pytest.mark.parametrize("place", ["file:///home/me/x", "~/x", "localhost:4000"])
def test_own_machine(kind: str, place: str) -> None:
    """On the own machine only what is handed over counts: letter, review, certificate."""
    is_handed_over = kind in ("letter", "review", "certificate")
    piece = Evidence(kind, place, DAY)

    assert is_open_to_others(piece) is is_handed_over
    if is_handed_over or kind == CLAIM:
        assert own_machine_places([piece]) == ()
    else:
        assert own_machine_places([piece, piece]) == (place,)


def test_kinds_that_are_not_listed() -> None:
    """A kind that the milestone does not list is named once; a claim never is."""
    pieces = [
        Evidence("certificate", "c", DAY),
        Evidence("certificate", "d", DAY),
        CLAIMED,
        REPO,
    ]

    assert unlisted_kinds(pieces, PAPER) == ("certificate",)
    assert unlisted_kinds([CLAIMED, REPO], PAPER) == ()


def test_only_claimed() -> None:
    """Evidence of another kind, on the own machine, or none at all is only a claim."""
    other_kind = Evidence("certificate", "c", DAY)
    own_machine = Evidence("repo", "localhost", DAY)

    assert is_only_claimed([], PAPER)
    assert is_only_claimed([CLAIMED, other_kind, own_machine], PAPER)
    assert not is_only_claimed([CLAIMED, REPO], PAPER)


@given(PIECES, PIECES)
def test_more_evidence_never_lowers(
    some: list[tuple[str, str]], more: list[tuple[str, str]]
) -> None:
    """A milestone that is shown stays shown, whatever evidence is added."""
    before = add_evidence(some, (), DAY)
    after = (*before, *add_evidence(more, before, DAY))

    assert is_only_claimed(before, PAPER) >= is_only_claimed(after, PAPER)


@given(PIECES)
def test_what_counts(pieces: list[tuple[str, str]]) -> None:
    """Evidence counts exactly if its kind is listed and others can see it."""
    for piece in add_evidence(pieces, (), DAY):
        assert is_valid_evidence(piece, PAPER) == (
            piece.kind in PAPER.kinds and is_open_to_others(piece)
        )
        assert not (piece.kind == CLAIM and is_valid_evidence(piece, PAPER))


@pytest.mark.parametrize(
    ("place", "is_vague"),
    [
        ("coming-soon", True),
        ("on request", True),
        ("git.example/u", False),
        ("doi:10/182", False),
        ("/home/me", False),
    ],
)
def test_vague_places(place: str, is_vague: bool) -> None:
    """Only a repo or post without a dot, slash or colon is vague; it still counts."""
    piece = Evidence("repo", place, DAY)

    assert (vague_evidence([piece]) == (piece,)) is is_vague
    assert vague_evidence([Evidence("letter", place, DAY)]) == ()
    assert not is_vague or is_valid_evidence(piece, PAPER)
