"""Work with its evidence, letters, what is completed but not public, and in progress."""

from collections.abc import Iterable, Iterator, Sequence

from tracker.export.render.blocks import Block, Cell, Entry, Link, Listing, Para
from tracker.export.render.documents.heads import with_date
from tracker.export.render.figures import say_date, say_result, say_spent
from tracker.export.render.outcomes import say_link
from tracker.export.render.phrases import evidence as phrases
from tracker.export.render.phrases.documents import NOTHING
from tracker.export.render.phrases.promises import INCOMPLETE, NOTHING_LOGGED
from tracker.export.rules.progress import Letter, Progress, UnderWay, Work, WorkLink

PERCENT = 100  # what progress typed as `40%` is a part of


def work_blocks(works: Sequence[Work]) -> Iterator[Block]:
    """Each piece of work once: title, date, line, figures, own part, and all its links."""
    if not works:
        yield Para(NOTHING)
    for work in works:
        yield Entry(
            title=work.title,
            date=say_date(work.day),
            lines=tuple(_lines(work)),
            links=tuple(map(link_cell, work.links)),
        )


def _lines(work: Work) -> Iterator[str]:
    if work.summary:
        yield work.summary
    yield from work_facts(work)


def work_facts(work: Work) -> Iterator[str]:
    """Figures, hours, what the work counts as, who confirmed it, the person's own part."""
    yield from say_result(work)
    if work.counts_as:
        yield phrases.counts_as("; ".join(work.counts_as))
    if not work.links:
        yield phrases.BY_LETTER
    elif work.claimed:
        counts = any(link.counts for link in work.links)
        yield INCOMPLETE if counts else phrases.AUTHORS_WORD
    if work.part:
        yield phrases.my_part(work.part)


def link_cell(link: WorkLink) -> Cell:
    """The link after its kind, or that it is on request."""
    leads = say_link(link)
    return Link(link.address, leads) if link.address else leads


def letter_blocks(letters: Sequence[Letter]) -> Iterator[Block]:
    """Letters and reviews, each with what it is about, under a title of their own."""
    if letters:
        yield Listing(phrases.LETTERS, tuple(map(_letter, letters)))


def _letter(letter: Letter) -> Cell:
    line = f"{say_letter(letter)}, {say_date(letter.day)}"
    if letter.address is None:
        return phrases.on_request(line)
    return Link(letter.address, f"{line}:")


def say_letter(letter: Letter) -> str:
    """`letter on PPO`; of what only others can confirm, the title says it."""
    if not letter.vouched:
        return phrases.letter(letter.kind, letter.about)
    if letter.kind in letter.about.casefold().split():
        return letter.about
    return phrases.letter_saying(letter.kind, letter.about)


def completed_list(unseen: Iterable[Work]) -> Iterator[Listing]:
    """What is completed, but not public."""
    lines = tuple(map(_completed, unseen))
    if lines:
        yield Listing(phrases.COMPLETED, lines)


def _completed(work: Work) -> str:
    day = f" ({say_date(work.day)})" if work.day else ""
    return "; ".join((work.title, *claim_facts(work))) + day


def claim_facts(work: Work) -> Iterator[str]:
    """Figures and hours of what is done on the author's word, or that there are none."""
    yield from say_result(work)
    if work.has_hours is False and not work.ledger:
        yield NOTHING_LOGGED


def in_progress_list(progress: Progress) -> Iterator[Listing]:
    """What is in progress."""
    lines = tuple(map(_in_progress, progress.under_way))
    if lines:
        yield Listing(with_date(phrases.IN_PROGRESS, progress), lines)


def _in_progress(work: UnderWay) -> str:
    since = f" {phrases.since(say_date(work.since))}" if work.since else ""
    if since and work.agent:
        since = f",{since}"
    mark = "," if work.part is None else ":"
    return f"{work.title}{mark} {say_status(work)}{since}"


def say_status(work: UnderWay) -> str:
    """What the person says is done, then the hours."""
    spent = say_spent(work)
    if work.part is None or not work.whole:
        return spent
    part = phrases.parts_reported(work.part, work.whole)
    if work.whole == PERCENT:
        part = phrases.percent_reported(work.part)
    return f"{part}; {spent}" if work.spent else part
