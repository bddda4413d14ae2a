"""A CV of one page: work, what is in progress, courses, letters, hours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tracker.export.render.blocks import Block, Document, Entry, Heading, Link, Para
from tracker.export.render.documents.evidence import (
    claim_facts,
    link_cell,
    say_letter,
    say_status,
    work_facts,
)
from tracker.export.render.documents.heads import period_line, say_days, with_date
from tracker.export.render.documents.hours import hours_lines, hours_title
from tracker.export.render.facts import facts_of
from tracker.export.render.figures import say_date
from tracker.export.render.page_height import is_one_page
from tracker.export.render.phrases import cv as phrases
from tracker.export.render.phrases import evidence
from tracker.export.render.phrases.documents import DEMO, NOTHING
from tracker.export.render.phrases.hours import HOURS
from tracker.export.render.phrases.promises import NOTHING_LOGGED
from tracker.export.render.reports import ExportReport
from tracker.export.rules.cv import Course, Cv
from tracker.export.rules.cv_page import fit_page, group_letters
from tracker.export.rules.progress import Letter, UnderWay, Work
from tracker.text.columns import count_noun, join_words


def cv_report(cv: Cv) -> ExportReport:
    """A CV with all that it has; `fit_on_page` makes it one page."""
    return ExportReport(_document(cv), {"kind": "cv", **facts_of(cv)})


def fit_on_page(cv: Cv, *, named: bool = False, is_demo: bool = False) -> Cv:
    """What fits on one page; with `named` the person chose what is shown."""
    demo = [Para(DEMO)] if is_demo else []

    def fits(page: Cv) -> bool:
        document = _document(page)
        return is_one_page(replace(document, blocks=(*demo, *document.blocks)))

    return fit_page(cv, fits, named=named)


def _document(cv: Cv) -> Document:
    return Document(phrases.CV, tuple(_blocks(cv)), cv.person)


def _blocks(cv: Cv) -> Iterator[Block]:
    parts = _parts(cv)
    if not any(parts.values()):
        yield Para(NOTHING)
    for part, entries in parts.items():
        if entries:
            yield Heading(_title(part, cv))
            yield from entries
    yield from _left_out(cv)
    yield from _hours(cv)


def _title(part: str, cv: Cv) -> str:
    titles = {
        "works": phrases.WORK,
        "unseen": evidence.COMPLETED,
        "under_way": with_date(evidence.IN_PROGRESS, cv),
        "courses": phrases.COURSES,
        "letters": evidence.LETTERS,
    }
    return titles[part]


def _parts(cv: Cv) -> Mapping[str, list[Entry]]:
    """The entries of each part, in the order of the page."""
    return {
        "works": list(map(_work, cv.works)),
        "under_way": list(map(_in_progress, cv.under_way)),
        "courses": list(map(_course, cv.courses)),
        "letters": list(map(_letters, group_letters(cv.letters).values())),
        "unseen": list(map(_completed, cv.unseen)),
    }


def _work(work: Work) -> Entry:
    """A work: its own line, one of facts, and its links."""
    facts = "; ".join(work_facts(work))
    return Entry(
        title=work.title,
        date=_date(work.day),
        lines=tuple(filter(None, (work.summary, facts))),
        links=tuple(map(link_cell, work.links)),
    )


def _completed(work: Work) -> Entry:
    date = _date(work.day)
    facts = "; ".join(claim_facts(work))
    return Entry(work.title, date, lines=tuple(filter(None, [facts])))


def _in_progress(work: UnderWay) -> Entry:
    since = evidence.since(say_date(work.since)) if work.since else ""
    is_begun = work.spent or work.part is not None
    return Entry(work.title, since, (say_status(work),) if is_begun else ())


def _course(course: Course) -> Entry:
    date = _date(course.day)
    claim = [evidence.AUTHORS_WORD] if course.claimed else []
    if claim and not course.has_hours:
        claim.append(NOTHING_LOGGED)
    return Entry(
        title=course.title,
        date=date,
        lines=("; ".join(claim),) if claim else (),
        links=tuple(map(link_cell, course.links)),
    )


def _letters(letters: Sequence[Letter]) -> Entry:
    """Letters that say the same, the newest first: one line with their number and days."""
    letter, oldest = letters[0], letters[-1]
    days = say_date(letter.day)
    if letter.address is None and len(letters) > 1:
        letter = replace(letter, kind=count_noun(len(letters), letter.kind))
    if oldest.day != letter.day:
        days = say_days(oldest.day, letter.day)
    text = say_letter(letter)
    title = text[0].upper() + text[1:]
    if letter.address is None:
        return Entry(evidence.on_request(title), days)
    return Entry(title, days, links=(Link(letter.address),))


def _date(day: date | None) -> str:
    return say_date(day) if day else ""


def _left_out(cv: Cv) -> Iterator[Para]:
    """How many works and letters had no room: what others can check."""
    say = {"works": phrases.more_works, "letters": phrases.letters}
    missing = [say[part](cv.left_out[part]) for part in say if part in cv.left_out]
    if missing:
        yield Para(phrases.not_here(join_words(missing)))


def _hours(cv: Cv) -> Iterator[Block]:
    """The total and its tracks in one line, and who checked all this."""
    if cv.hours.sessions:
        tracks = next(hours_lines(cv.hours)).text
        yield Heading(HOURS)
        yield Para(f"{hours_title(cv.hours)}. {tracks}")
    yield period_line(cv)
