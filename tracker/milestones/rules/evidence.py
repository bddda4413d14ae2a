"""Which evidence counts: of a kind that its milestone lists, and where someone else could look."""

from collections.abc import Iterable
from datetime import date

from tracker.milestones.rules.records import Evidence, Milestone
from tracker.text.evidence import is_own_machine

OWN_WORD = "self"
# These are handed over or asked about, wherever their paper lies; any other is opened at its place.
HANDED_OVER = frozenset({"certificate", "letter", "review"})
# These are addresses by nature, so that words for a place lead nowhere.
ADDRESSES = frozenset({"repo", "post"})


def add_evidence(
    given: Iterable[tuple[str, str]], there: Iterable[Evidence], today: date
) -> tuple[Evidence, ...]:
    """The evidence given that is not there yet; where there is none at all, one's own word."""
    kept = list(there)
    known = {(each.kind, each.place) for each in kept}
    fresh = tuple(
        Evidence(kind, place, today)
        for kind, place in dict.fromkeys(given)
        if (kind, place) not in known
    )
    return fresh if fresh or kept else (Evidence(OWN_WORD, "", today),)


def is_open_to_others(each: Evidence) -> bool:
    """Whether someone else could come to see it: it is more than one's own word, and not on one's own machine alone."""
    return each.kind != OWN_WORD and (
        each.kind in HANDED_OVER or not is_own_machine(each.place)
    )


def is_valid_evidence(each: Evidence, milestone: Milestone) -> bool:
    """Whether a piece of evidence lifts a milestone."""
    return each.kind in milestone.kinds and is_open_to_others(each)


def unlisted_kinds(
    evidence: Iterable[Evidence], milestone: Milestone
) -> tuple[str, ...]:
    """The kinds of evidence that the milestone does not list: kept, and lifting nothing."""
    return tuple(
        dict.fromkeys(
            e.kind
            for e in evidence
            if e.kind != OWN_WORD and e.kind not in milestone.kinds
        )
    )


def own_machine_places(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """The places that only the person's own machine has: kept, and lifting nothing."""
    return tuple(
        dict.fromkeys(
            e.place for e in evidence if e.kind != OWN_WORD and not is_open_to_others(e)
        )
    )


def vague_evidence(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """What should be an address and has no dot, slash or colon: it counts, as nothing says that it is none."""
    return tuple(
        e
        for e in evidence
        if e.kind in ADDRESSES
        and is_open_to_others(e)
        and not set("./:") & set(e.place)
    )


def is_only_claimed(evidence: Iterable[Evidence], milestone: Milestone) -> bool:
    """Whether nothing given is of a kind that the milestone lists and someone else could look at."""
    return not any(is_valid_evidence(each, milestone) for each in evidence)
