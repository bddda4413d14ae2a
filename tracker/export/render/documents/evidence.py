"""Evidence, what is completed but not public, and what is in progress."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tracker.export.render.blocks import (
    Cell,
    Link,
    Listing,
    ListingEntry,
    Para,
    TableBlock,
)
from tracker.export.render.documents.heads import with_date
from tracker.export.render.figures import say_date, say_result, say_spent
from tracker.export.render.phrases import evidence as phrases
from tracker.export.render.phrases.documents import NOTHING
from tracker.export.rules.progress import Artefact, Progress, UnderWay, Unseen


def evidence_table(artefacts: Sequence[Artefact], caption: str) -> TableBlock | Para:
    """Each piece of evidence with its link, date and the person's part.

    Of several for one work, only the first names the work.
    """
    if not artefacts:
        return Para(NOTHING)
    repeats = [False]
    repeats += [after.shows == before.shows for before, after in pairwise(artefacts)]
    lines = list(zip(artefacts, repeats, strict=True))
    return TableBlock(
        head=(phrases.WORK, phrases.LINK, phrases.DATE, phrases.MY_PART),
        rows=tuple(_row(artefact, repeated) for artefact, repeated in lines),
        entries=tuple(_entry(artefact, repeated) for artefact, repeated in lines),
        caption=caption,
    )


def _row(artefact: Artefact, repeated: bool) -> tuple[Cell, ...]:
    work = "" if repeated else _work(artefact)
    part = "" if repeated else artefact.part or ""
    return work, _link(artefact), say_date(artefact.day), part


def _entry(artefact: Artefact, repeated: bool) -> ListingEntry:
    lines = []
    if not repeated:
        part = f"; {phrases.my_part(artefact.part)}" if artefact.part else ""
        lines.append(f"{_work(artefact)}{part}")
    link = _link(artefact)
    lines.append(link.text if isinstance(link, Link) else link)
    return ListingEntry(say_date(artefact.day), tuple(lines))


def _work(artefact: Artefact) -> str:
    return f"{artefact.title}{say_result(artefact)}"


def _link(artefact: Artefact) -> Cell:
    """The link, or "on request"; a letter or review that counts is named as one."""
    if artefact.address is None:
        return phrases.on_request(artefact.kind)
    if not artefact.counts:
        return Link(artefact.address, phrases.NOT_COUNTED)
    if artefact.vouched:
        return Link(artefact.address, phrases.link_of(artefact.kind))
    return Link(artefact.address)


def completed_list(unseen: Iterable[Unseen]) -> Iterator[Listing]:
    """What is completed, but not public."""
    lines = tuple(map(_completed, unseen))
    if lines:
        yield Listing(phrases.COMPLETED, lines)


def _completed(unseen: Unseen) -> str:
    day = f" ({say_date(unseen.day)})" if unseen.day else ""
    return f"{unseen.title}{say_result(unseen)}{day}"


def in_progress_list(progress: Progress) -> Iterator[Listing]:
    """What is in progress."""
    lines = tuple(map(_in_progress, progress.under_way))
    if lines:
        yield Listing(with_date(phrases.IN_PROGRESS, progress), lines)


def _in_progress(work: UnderWay) -> str:
    since = f" {phrases.since(say_date(work.since))}" if work.since else ""
    return f"{work.title}, {say_spent(work)}{since}"
