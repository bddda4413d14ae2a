"""What of a CV stays where its one page has no room for all of it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from tracker.export.rules.cv import PARTS, Cv
from tracker.export.rules.progress import Letter, Work

# Where room is short, as many links of a work and as many letters matter more than what
# is done on the author's word.
LINKS, LETTERS = 3, 3
# An entry of a part by its place, or by what it says; or, with a work's place, its
# summary, or one of its further links.
Piece = tuple[str, object]


def group_letters(letters: Iterable[Letter]) -> dict[Piece, list[Letter]]:
    """Letters together that a reader cannot tell apart, but for their days."""
    groups: dict[Piece, list[Letter]] = {}
    for letter in letters:
        groups.setdefault(_letter_piece(letter), []).append(letter)
    return groups


def _letter_piece(letter: Letter) -> Piece:
    return "letters", (letter.kind, letter.about, letter.vouched, letter.address)


def fit_page(cv: Cv, fits: Callable[[Cv], bool], *, named: bool) -> Cv:
    """All that fits on a page: works from the first on, then each other entry that can.

    With `named` the person chose what is shown: courses and what is completed come
    before letters.
    """
    if fits(cv):
        return cv
    on_page = _first_works(cv, fits)
    for pieces in _others(cv, on_page, named=named):
        if fits(_pick(cv, on_page | pieces)):
            on_page |= pieces
    return _pick(cv, on_page)


def _first_works(cv: Cv, fits: Callable[[Cv], bool]) -> frozenset[Piece]:
    """The first works with the letters on them; one longer than a page is left out."""
    on_page: frozenset[Piece] = frozenset()
    for at, work in enumerate(cv.works):
        letters = [] if work.links else [x for x in cv.letters if x.key == work.key]
        longer = on_page | {("works", at), *map(_letter_piece, letters)}
        if fits(_pick(cv, longer)):
            on_page = longer
        elif on_page:
            break
    return on_page


def _others(
    cv: Cv, works: Collection[Piece], *, named: bool
) -> Iterator[frozenset[Piece]]:
    """What may stand beside the `works`, one after the other; what matters most first."""
    shown = [at for at in range(len(cv.works)) if ("works", at) in works]
    letters = list(group_letters(cv.letters))
    courses = {claimed: list[Piece]() for claimed in (False, True)}
    for piece, course in zip(_pieces(cv, "courses"), cv.courses, strict=True):
        courses[course.claimed].append(piece)
    unseen = _pieces(cv, "unseen")
    chosen = [*unseen, *courses[False], *courses[True]] if named else []
    summaries = [("summaries", at) for at in shown]
    links = [("links", (at, n)) for at in shown for n in _more_links(cv.works[at])]
    order: list[Piece] = [
        *chosen,
        *letters[:LETTERS],
        *courses[False],
        *summaries,
        *unseen,
        *courses[True],
        *_pieces(cv, "under_way"),
        *letters[LETTERS:],
        *links,
    ]
    return (frozenset([piece]) for piece in dict.fromkeys(order))


def _more_links(work: Work) -> range:
    return range(LINKS, len(work.links))


def _pieces(cv: Cv, part: str) -> list[Piece]:
    """A piece for each entry of a part; letters that say the same are one."""
    if part == "letters":
        return list(map(_letter_piece, cv.letters))
    return [(part, at) for at in range(len(getattr(cv, part)))]


def _pick(cv: Cv, on_page: Collection[Piece]) -> Cv:
    """The CV with these pieces alone."""
    picked: dict[str, Any] = {}
    for part in PARTS:
        entries = zip(_pieces(cv, part), getattr(cv, part), strict=True)
        picked[part] = tuple(entry for piece, entry in entries if piece in on_page)
    full = picked["works"]
    picked["works"] = tuple(
        _shorten(work, at, on_page)
        for at, work in enumerate(cv.works)
        if ("works", at) in on_page
    )
    pairs = list(zip(full, picked["works"], strict=True))
    missing = {
        **{part: len(getattr(cv, part)) - len(picked[part]) for part in PARTS},
        "summaries": sum(work.summary != short.summary for work, short in pairs),
        "links": sum(len(work.links) - len(short.links) for work, short in pairs),
    }
    left_out = {part: number for part, number in missing.items() if number}
    return replace(cv, **picked, left_out=left_out)


def _shorten(work: Work, at: int, on_page: Collection[Piece]) -> Work:
    """The work without the summary and the further links that are not kept."""
    links = tuple(
        link
        for n, link in enumerate(work.links)
        if n < LINKS or ("links", (at, n)) in on_page
    )
    summary = work.summary if ("summaries", at) in on_page else None
    return replace(work, summary=summary, links=links)
