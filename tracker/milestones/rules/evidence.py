"""Which evidence counts: of a kind its milestone lists, at a place others can see."""

from collections.abc import Iterable
from datetime import date

from tracker.milestones.rules.records import Evidence, Milestone
from tracker.text.evidence import is_own_machine

# The kind of a claim without evidence.
CLAIM = "self"
# Documents that are handed over or asked for, wherever the file lies; evidence of any
# other kind is opened at its place.
HANDED_OVER = frozenset({"certificate", "letter", "review"})
# Kinds whose place must be an address.
ADDRESSES = frozenset({"repo", "post"})


def add_evidence(
    typed: Iterable[tuple[str, str]], saved: Iterable[Evidence], today: date
) -> tuple[Evidence, ...]:
    """The evidence in `typed` (kinds and places) that is not `saved` yet.

    Where there is none at all, old or new, it is a claim.
    """
    saved_pieces = list(saved)
    seen = {(piece.kind, piece.place) for piece in saved_pieces}
    pairs = [pair for pair in dict.fromkeys(typed) if pair not in seen]
    if not pairs and not saved_pieces:
        pairs = [(CLAIM, "")]
    return tuple(Evidence(kind, place, today) for kind, place in pairs)


def is_open_to_others(piece: Evidence) -> bool:
    """Whether others can see it: it is no claim, and not only on the own machine."""
    if piece.kind == CLAIM:
        return False
    return piece.kind in HANDED_OVER or not is_own_machine(piece.place)


def is_valid_evidence(piece: Evidence, milestone: Milestone) -> bool:
    """Whether a piece of evidence shows the milestone."""
    return piece.kind in milestone.kinds and is_open_to_others(piece)


def unlisted_kinds(
    evidence: Iterable[Evidence], milestone: Milestone
) -> tuple[str, ...]:
    """The kinds that the milestone does not list: saved, but they do not count."""
    kinds = dict.fromkeys(piece.kind for piece in evidence)
    return tuple(k for k in kinds if k != CLAIM and k not in milestone.kinds)


def own_machine_places(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """The places that only the person's own machine has: saved, but not counted."""
    places = (
        piece.place
        for piece in evidence
        if piece.kind != CLAIM and not is_open_to_others(piece)
    )
    return tuple(dict.fromkeys(places))


def vague_evidence(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence whose place should be an address and has no dot, slash or colon.

    It counts: a name such as `intranet` can be an address.
    """
    return tuple(
        piece
        for piece in evidence
        if piece.kind in ADDRESSES
        and is_open_to_others(piece)
        and not set("./:") & set(piece.place)
    )


def is_only_claimed(evidence: Iterable[Evidence], milestone: Milestone) -> bool:
    """Whether none of the evidence shows the milestone."""
    return not any(is_valid_evidence(piece, milestone) for piece in evidence)
