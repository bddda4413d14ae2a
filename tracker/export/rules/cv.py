"""What a CV names."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from tracker.export.rules.hours import Hours
from tracker.export.rules.person import Person
from tracker.export.rules.progress import Letter, Progress, UnderWay, Work, WorkLink

# The parts of a CV in their order; each is a field of `Cv`.
PARTS = ("works", "under_way", "courses", "letters", "unseen")


@dataclass(frozen=True, slots=True)
class Course:
    """A course or book: with a certificate, or finished on the author's word alone.

    `has_hours` says whether hours were logged.
    """

    title: str
    item: str
    day: date | None
    links: tuple[WorkLink, ...] = ()
    claimed: bool = False
    has_hours: bool | None = None


@dataclass(frozen=True, slots=True)
class Cv:
    """One page about a person; in each part, what matters most comes first.

    `left_out` is how many entries of each part had no room, and of the works that stay
    how many `summaries` and `links`.
    """

    as_of: date
    since: date | None
    until: date
    person: Person
    works: tuple[Work, ...]
    under_way: tuple[UnderWay, ...]
    courses: tuple[Course, ...]
    letters: tuple[Letter, ...]
    unseen: tuple[Work, ...]
    hours: Hours
    left_out: Mapping[str, int] = field(default_factory=dict)


def build_cv(progress: Progress, taught: Collection[str]) -> Cv:
    """A CV with all there is; `taught` are the slugs of courses and books."""

    def is_course(work: Work) -> bool:
        return work.item in taught

    return Cv(
        as_of=progress.as_of,
        since=progress.since,
        until=progress.until,
        person=progress.person,
        works=tuple(work for work in progress.works if not is_course(work)),
        unseen=tuple(work for work in progress.unseen if not is_course(work)),
        under_way=progress.under_way,
        courses=tuple(_courses(progress, taught)),
        letters=progress.letters,
        hours=progress.hours,
    )


def _courses(progress: Progress, taught: Collection[str]) -> Iterator[Course]:
    """Those with evidence first, in the order of works; then the others."""
    works = [*progress.works, *progress.unseen]
    for work in sorted(works, key=lambda work: work.claimed):
        if work.item and work.item in taught:
            yield Course(
                title=work.title,
                item=work.item,
                day=work.day,
                links=work.links,
                claimed=work.claimed,
                has_hours=work.has_hours,
            )
