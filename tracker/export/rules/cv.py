"""What a CV names, and what stays where the page has no room for all of it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tracker.export.rules.hours import Hours
from tracker.export.rules.person import Person
from tracker.export.rules.progress import Letter, Progress, UnderWay, Work, WorkLink

# The parts of a CV in their order; each is a field of `Cv`.
PARTS = ("works", "under_way", "courses", "letters", "unseen")
# Where room is short, a work keeps as many links, and each part but the works as many
# entries before a work is left out.
LINKS, ENTRIES = 3, 3


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

    `left_out` is how many entries of each part, and how many `links`, had no room.
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


def with_few_links(cv: Cv) -> Cv:
    """The CV with the first links of each work only."""
    works = tuple(replace(work, links=work.links[:LINKS]) for work in cv.works)
    dropped = sum(len(work.links[LINKS:]) for work in cv.works)
    return replace(cv, works=works, left_out={"links": dropped} if dropped else {})


def first_entries(cv: Cv, numbers: Mapping[str, int]) -> Cv:
    """The CV with the first entries of each part, as many as `numbers` says."""
    parts = {part: getattr(cv, part)[: numbers[part]] for part in PARTS}
    missing = {part: len(getattr(cv, part)) - numbers[part] for part in PARTS}
    left_out = {part: number for part, number in missing.items() if number}
    return replace(cv, **parts, left_out={**left_out, **cv.left_out})


def choose_entries(
    heights: Mapping[str, Sequence[float]], heading: float, room: float
) -> dict[str, int]:
    """How many entries of each part fit in `room`, from the first on.

    `heights` are those of the entries of each part; each part that has any has a
    `heading` too. The longest part is shortened first, down to a few entries; then the
    works, from the last on; then what is left.
    """
    numbers = {part: len(entries) for part, entries in heights.items()}

    def height() -> float:
        headings = heading * sum(1 for number in numbers.values() if number)
        return headings + sum(
            sum(entries[: numbers[part]]) for part, entries in heights.items()
        )

    while any(numbers.values()) and height() > room:
        numbers[_part_to_shorten(numbers)] -= 1
    return numbers


def _part_to_shorten(numbers: Mapping[str, int]) -> str:
    others = {part: number for part, number in numbers.items() if part != "works"}
    longest = max(others, key=others.__getitem__)
    if others[longest] <= ENTRIES and numbers["works"]:
        return "works"
    return longest
