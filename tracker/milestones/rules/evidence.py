"""Which evidence counts: of a kind its milestone lists, and that others can check."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from tracker.choices import EVIDENCE_KINDS
from tracker.milestones.rules.records import Evidence, Milestone
from tracker.text.addresses import Access, access_of, address_key, is_front_page
from tracker.text.letters import names_giver_and_day

# The kind of a claim without evidence.
CLAIM = "self"
# Documents that are handed over: without an address they count if their place names
# who gave them and the day. Evidence of any other kind is opened at its address.
HANDED_OVER = frozenset({"certificate", "letter", "metric", "review"})

# One document of these kinds can be about several works: a transcript of three courses.
SHARED_KINDS = frozenset({"certificate", "letter"})


def add_evidence(
    typed: Iterable[tuple[str, str]],
    saved: Iterable[Evidence],
    today: date,
    kinds: Collection[str] = EVIDENCE_KINDS,
) -> tuple[Evidence, ...]:
    """As `new_evidence`; where there is no evidence at all, old or new, a claim."""
    saved_pieces = tuple(saved)
    added = new_evidence(typed, saved_pieces, today, kinds)
    return added if added or saved_pieces else (Evidence(CLAIM, "", today),)


def new_evidence(
    typed: Iterable[tuple[str, str]],
    saved: Iterable[Evidence],
    today: date,
    kinds: Collection[str],
) -> tuple[Evidence, ...]:
    """The evidence in `typed` (kinds and places) that is not `saved` yet.

    `kinds` are those that count: an address is added once under one of them, and once
    under any other.
    """
    pieces = list(saved)
    number = len(pieces)
    for kind, place in typed:
        piece = Evidence(kind, place, today)
        if _find_same(piece, pieces, kinds) is None:
            pieces.append(piece)
    return tuple(pieces[number:])


def find_repeated(
    typed: Iterable[tuple[str, str]],
    saved: Iterable[Evidence],
    kinds: Collection[str] = EVIDENCE_KINDS,
) -> Iterator[tuple[str, Evidence]]:
    """The places in `typed` that are left out, each with the evidence that has it."""
    before = list(saved)
    for kind, place in typed:
        piece = Evidence(kind, place, date.min)
        same = _find_same(piece, before, kinds)
        if same:
            yield place, same
        else:
            before.append(piece)


def _find_same(
    piece: Evidence, others: Iterable[Evidence], kinds: Collection[str]
) -> Evidence | None:
    """The first of `others` at the same address, or with the same words and kind."""
    key = _key(piece, kinds)
    return next((other for other in others if _key(other, kinds) == key), None)


def is_open_to_others(piece: Evidence, giver: str = "") -> bool:
    """Whether others can check it: at an address, or as a document handed over.

    The front page of a site is no address of a work.
    A document names its giver, unless `giver` is known, and a day up to that on which
    it was recorded.
    """
    if piece.kind == CLAIM:
        return False
    access = access_of(piece.place)
    if access is not Access.NO_ADDRESS or piece.kind not in HANDED_OVER:
        return access is Access.PUBLIC and not is_front_page(piece.place)
    return names_giver_and_day(piece.place, piece.day, kind=piece.kind, giver=giver)


def is_valid_evidence(piece: Evidence, milestone: Milestone) -> bool:
    """Whether a piece of evidence shows the milestone."""
    return piece.kind in milestone.kinds and is_open_to_others(piece)


def is_only_claimed(evidence: Iterable[Evidence], milestone: Milestone) -> bool:
    """Whether the evidence of a result does not show the milestone.

    A paper and a letter are both needed for `published-with-letter`. A milestone with a
    count needs as many works, or one document that can be about all of them.
    """
    valid = [piece for piece in evidence if is_valid_evidence(piece, milestone)]
    kinds = {piece.kind for piece in valid}
    if milestone.takes_all_kinds:
        return bool(missing_kinds(valid, milestone))
    if milestone.count and not kinds & SHARED_KINDS:
        return len(set(map(work_key, valid))) < milestone.count
    return not valid


def missing_kinds(
    evidence: Iterable[Evidence], milestone: Milestone
) -> tuple[str, ...]:
    """The kinds of evidence of a milestone that takes all of them, yet to be given."""
    valid = {p.kind for p in evidence if is_valid_evidence(p, milestone)}
    return tuple(kind for kind in milestone.kinds if kind not in {*valid, CLAIM})


def work_key(piece: Evidence) -> str:
    """The same for evidence at one address, or in the same words: it shows one work."""
    return _key(piece, ())[1]


def takes_all_kinds(milestone: Milestone, by_slug: Mapping[str, Milestone]) -> bool:
    """Whether a milestone is made of parts, each shown by kinds that no other lists.

    So `published-with-letter` needs a published paper, which a paper shows, and a
    reference letter, which a letter shows.
    """
    parts = [set(by_slug[need].kinds) - {CLAIM} for need in milestone.needs]
    kinds = [kind for part in parts for kind in part]
    is_disjoint = len(kinds) == len(set(kinds))
    return len(parts) > 1 and is_disjoint and set(kinds) == {*milestone.kinds} - {CLAIM}


def unlisted_evidence(
    evidence: Iterable[Evidence], milestone: Milestone
) -> tuple[Evidence, ...]:
    """The first piece of each kind that the milestone does not list: it shows nothing."""
    by_kind: dict[str, Evidence] = {}
    for piece in evidence:
        if piece.kind != CLAIM and piece.kind not in milestone.kinds:
            by_kind.setdefault(piece.kind, piece)
    return tuple(by_kind.values())


def _key(piece: Evidence, kinds: Collection[str]) -> tuple[bool | str, str]:
    """The same for evidence that is one: by its address, else by its kind and words."""
    address = address_key(piece.place)
    if address is None or piece.kind == CLAIM:
        return piece.kind, " ".join(piece.place.casefold().split())
    return piece.kind in kinds, address
