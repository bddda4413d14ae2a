"""What was planned or promised, each change, and what was delivered."""

from collections.abc import Iterator, Sequence

from tracker.export.render.blocks import Block, ListingEntry, Para, TableBlock
from tracker.export.render.figures import say_date, say_late
from tracker.export.render.phrases import promises as phrases
from tracker.export.rules.pledges import group_pledges, other_promises
from tracker.export.rules.progress import Moved, Pledge, Progress, Promise


def promise_tables(progress: Progress) -> Iterator[Block]:
    """What was promised with each application, then all other plans."""
    for group in group_pledges(progress.pledges):
        title = "; ".join(_promised_to(group))
        yield Para(f"{title}:")
        yield _table(group[0].promises, title)
    others = other_promises(progress.plan, progress.pledges)
    if not others:
        return
    if not progress.pledges:
        yield _table(others, phrases.PLANNED_AND_DELIVERED)
        return
    yield Para(f"{phrases.OTHER_PLANS}:")
    yield _table(others, phrases.OTHER_PLANS)


def _promised_to(pledges: Sequence[Pledge]) -> Iterator[str]:
    """Each funder once, with the days of the applications and the amounts asked for."""
    by_funder: dict[str, dict[str, None]] = {}
    for pledge in pledges:
        asked = f", {phrases.asked_for(pledge.asked)}" if pledge.asked else ""
        days = by_funder.setdefault(pledge.title, {})
        days[f"{say_date(pledge.day)}{asked}"] = None
    for funder, (first, *later) in by_funder.items():
        also = map(phrases.also_on, later)
        yield "; ".join((phrases.promised_to(funder, first), *also))


def _table(promises: Sequence[Promise], caption: str) -> TableBlock:
    head = (
        phrases.GOAL,
        phrases.PLANNED_FOR,
        phrases.PLANNED_ON,
        phrases.MOVED,
        phrases.DELIVERED,
    )
    rows = tuple(map(_row, promises))
    return TableBlock(head, rows, tuple(map(_entry, promises)), caption)


def _row(promise: Promise) -> tuple[str, ...]:
    return (
        promise.title,
        say_date(promise.due),
        _with_reason(say_date(promise.said), promise.because),
        _moves(promise),
        _delivery(promise),
    )


def _moves(promise: Promise) -> str:
    moves = []
    for change in promise.moved:
        day = say_date(change.day)
        move = phrases.withdrawn(day)
        if change.due:
            move = phrases.to_day(say_date(change.due), day)
        moves.append(_with_reason(move, change.because))
    return "; ".join(moves) or phrases.NOT_MOVED


def _with_reason(text: str, reason: str) -> str:
    return f"{text}: {reason}" if reason else text


def _delivery(promise: Promise) -> str:
    """When it was delivered, or that it is not yet; empty where it was withdrawn."""
    if promise.delivered is None or promise.late is None:
        return "" if _is_withdrawn(promise) else phrases.NOT_YET
    return phrases.delivery(say_date(promise.delivered), say_late(promise.late))


def _is_withdrawn(promise: Promise) -> bool:
    return bool(promise.moved) and promise.moved[-1].due is None


def _entry(promise: Promise) -> ListingEntry:
    planned = phrases.planned_on(say_date(promise.said))
    lines = (
        f"{promise.title}{_outcome(promise)}",
        _with_reason(planned, promise.because),
        *map(_move, promise.moved),
    )
    return ListingEntry(say_date(promise.due), lines)


def _outcome(promise: Promise) -> str:
    """`; delivered 10 Aug 2026, 15 days late`, `; not yet delivered`, or nothing."""
    if promise.delivered and promise.late is not None:
        late = say_late(promise.late)
        return f"; {phrases.delivered(say_date(promise.delivered), late)}"
    return "" if _is_withdrawn(promise) else f"; {phrases.NOT_YET_DELIVERED}"


def _move(change: Moved) -> str:
    day = say_date(change.day)
    move = phrases.withdrawn(day)
    if change.due:
        move = phrases.moved_to(say_date(change.due), day)
    return _with_reason(move, change.because)
