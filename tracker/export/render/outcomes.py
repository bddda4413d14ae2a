"""What became of a promise, in the same words everywhere."""

from collections.abc import Callable, Iterator
from datetime import date

from tracker.choices import CLAIMED, GIVEN_UP, OPEN
from tracker.export.render.figures import say_date, say_late, say_ledger
from tracker.export.render.phrases import evidence
from tracker.export.render.phrases import promises as phrases
from tracker.export.rules.progress import Promise, WorkLink
from tracker.text.columns import count_noun


def say_outcome(promise: Promise, say_day: Callable[[date], str] = say_date) -> str:
    """`delivered 10 Aug 2026, 15 days late`; without evidence or over a limit that.

    `not yet done, 83 days overdue` where it is open, and nothing where it was withdrawn.
    """
    if promise.state == GIVEN_UP:
        return phrases.GIVEN_UP
    if promise.completed is None and promise.late:
        return phrases.overdue(count_noun(promise.late, "day"))
    if promise.completed is None:
        return phrases.NOT_YET if promise.state == OPEN else ""
    return "; ".join(_parts(promise, say_day))


def _parts(promise: Promise, say_day: Callable[[date], str]) -> Iterator[str]:
    assert promise.completed
    ended, late = say_day(promise.completed), say_late(promise.late or 0)
    if promise.state == CLAIMED:
        yield phrases.claimed(ended, late)
    elif promise.delivered == promise.completed:
        yield phrases.delivered(ended, late)
    else:
        yield phrases.completed(ended, late)
    if promise.delivered and promise.delivered > promise.completed:
        yield phrases.evidence_since(say_day(promise.delivered))
    if promise.ledger:
        yield say_ledger(promise.ledger)
    if not any(link.counts for link in promise.links):
        yield phrases.NO_EVIDENCE
    elif promise.state == CLAIMED:
        yield phrases.INCOMPLETE
    if promise.has_hours is False and not promise.ledger:
        yield phrases.NOTHING_LOGGED


def say_link(link: WorkLink) -> str:
    """What leads to a link, `repo:`; for one without an address `letter, on request`."""
    if link.address is None:
        return evidence.on_request(link.kind)
    return evidence.link_of(link.kind) if link.counts else evidence.NOT_COUNTED
