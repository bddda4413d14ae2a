"""What was planned or promised, each change, and what was delivered."""

from collections.abc import Callable, Iterator, Sequence

from tracker.export.render.blocks import (
    Block,
    Cell,
    Link,
    ListingEntry,
    Para,
    TableBlock,
)
from tracker.export.render.documents.heads import with_date
from tracker.export.render.figures import say_date
from tracker.export.render.outcomes import say_link, say_outcome
from tracker.export.render.phrases import promises as phrases
from tracker.export.rules.pledges import group_pledges, other_promises
from tracker.export.rules.progress import Pledge, Progress, Promise, WorkLink

Section = tuple[str, list[Block]]


def promise_sections(progress: Progress) -> Iterator[Section]:
    """What was promised to the reader, then all other plans, each under its title."""
    promised: list[Block] = []
    for group in group_pledges(progress.pledges):
        title = "; ".join(_promised_to(group))
        promised += [Para(f"{title}:"), _table(group[0].promises, title)]
    if promised:
        yield with_date(phrases.PROMISED, progress), promised
    others = other_promises(progress.plan, progress.pledges)
    if others:
        yield with_date(phrases.PLANNED, progress), [_table(others, phrases.PLANNED)]


def _promised_to(pledges: Sequence[Pledge]) -> Iterator[str]:
    """Each funder once, with the days of the applications and the amounts asked for.

    Reports to a funder stand apart.
    """
    by_funder: dict[tuple[str, bool], dict[str, None]] = {}
    for pledge in pledges:
        asked = f", {phrases.asked_for(pledge.asked)}" if pledge.asked else ""
        days = by_funder.setdefault((pledge.title, pledge.is_report), {})
        days[f"{say_date(pledge.day)}{asked}"] = None
    for (funder, is_report), (first, *later) in by_funder.items():
        also = map(phrases.also_on, later)
        say = phrases.promised_in if is_report else phrases.promised_to
        yield "; ".join((say(funder, first), *also))


def _table(promises: Sequence[Promise], caption: str) -> TableBlock:
    head = (
        phrases.GOAL,
        phrases.PLANNED_FOR,
        phrases.PLANNED_ON,
        phrases.MOVED,
        phrases.DONE,
    )
    rows = tuple(map(_row, promises))
    return TableBlock(head, rows, tuple(map(_entry, promises)), caption)


def _row(promise: Promise) -> tuple[Cell, ...]:
    return (
        promise.title,
        say_date(promise.due),
        _with_reason(say_date(promise.said), promise.because),
        "; ".join(_moves(promise, phrases.to_day)) or phrases.NOT_MOVED,
        _done(promise),
    )


def _moves(promise: Promise, say_move: Callable[[str, str], str]) -> Iterator[str]:
    """Each change with its reason; `say_move` says the new day, then when it moved."""
    say = say_move
    for change in promise.moved:
        day = say_date(change.day)
        move = say(say_date(change.due), day) if change.due else phrases.withdrawn(day)
        yield _with_reason(move, change.because)
        say = say_move if change.due else phrases.planned_again


def say_history(promise: Promise) -> Iterator[str]:
    """When it was planned, and each change, with their reasons."""
    planned = phrases.planned_on(say_date(promise.said))
    yield _with_reason(planned, promise.because)
    yield from _moves(promise, phrases.moved_to)


def _with_reason(text: str, reason: str) -> str:
    return f"{text}: {reason}" if reason else text


def _done(promise: Promise) -> Cell:
    """What became of it, with the first of its links; all are in the list of evidence."""
    parts = [say_outcome(promise)]
    for link in promise.links[:1]:
        parts.append(say_link(link))
        if link.address:
            return Link(link.address, "; ".join(parts))
    return "; ".join(parts)


def _entry(promise: Promise) -> ListingEntry:
    lines = (
        "; ".join(filter(None, (promise.title, say_outcome(promise)))),
        *say_history(promise),
        *map(_evidence, promise.links),
    )
    return ListingEntry(say_date(promise.due), lines)


def _evidence(link: WorkLink) -> str:
    return f"{say_link(link)} {link.address or ''}".rstrip()
