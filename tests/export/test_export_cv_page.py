"""What stays on the one page of a CV: work before what matters less."""

import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.cvs import BARE, CVS
from tracker.export.render import pdf
from tracker.export.render.documents.cv import cv_report, fit_on_page
from tracker.export.render.page_height import is_one_page
from tracker.export.rules.cv import PARTS, Course, Cv
from tracker.export.rules.progress import (
    Letter,
    UnderWay,
    Work,
    WorkLink,
)
from tracker.milestones.rules.figures import WorkFigures

pytest.importorskip("typst", reason="typst is not installed")
pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")

DAY = date(2026, 5, 2)


def pages(cv: Cv) -> int:
    """How many pages the PDF of a CV has."""
    data = pdf.render(cv_report(cv).document)
    return len(pypdf.PdfReader(io.BytesIO(data)).pages)


def make_work(number: int, links: int = 2) -> Work:
    """A work as many have one."""
    return Work(
        title=f"{number}. Fine-Tuning Language Models from Human Preferences, reproduced",
        item=None,
        milestones=("m",),
        day=DAY,
        links=tuple(
            WorkLink("repo", f"https://git.example/ida/work-{number}-{at}", DAY)
            for at in range(links)
        ),
        summary="A reward model and PPO on GPT-2, with the penalty of the paper",
        figures=(WorkFigures.of("86%", "74%"),),
    )


def test_all_that_fits_stays() -> None:
    """Nine works with a line, figures and two links each fill a page; all of them stay."""
    cv = replace(BARE, works=tuple(map(make_work, range(1, 10))))

    assert fit_on_page(cv) == cv
    assert pages(cv) == 1


@pytest.mark.parametrize("links", [2, 10])
def test_what_has_no_room(links: int) -> None:
    """Summaries and links go, then the last works; a fourth link fits beside the others."""
    works = tuple(make_work(number, links) for number in range(1, 21))

    cv = fit_on_page(replace(BARE, works=works))

    kept = len(cv.works)
    assert kept == (12 if links == 2 else 9)
    assert [work.title for work in cv.works] == [work.title for work in works[:kept]]
    assert {len(work.links) for work in cv.works} == {min(links, 4)}
    summaries = sum(work.summary is None for work in cv.works)
    assert cv.left_out == {
        "works": 20 - kept,
        "summaries": summaries,
        **({"links": kept * 6} if links > 3 else {}),
    }
    assert summaries >= kept - 2
    assert pages(cv) == 1


@given(CVS, st.booleans())
@settings(max_examples=15, deadline=None)
def test_it_is_one_page(cv: Cv, named: bool) -> None:
    """Whatever it names, a CV is one page: wide letters, long titles, ten links each."""
    page = fit_on_page(cv, named=named)

    assert pages(page) == 1
    for part in PARTS:
        kept, missing = len(getattr(page, part)), page.left_out.get(part, 0)
        assert kept + missing == len(getattr(cv, part))


LETTER = Letter("PPO", "m", None, "letter", None, DAY)
REST = {
    "letters": tuple(replace(LETTER, about=f"PPO {number}") for number in range(5)),
    "under_way": (UnderWay("Scaling laws", None, "x", DAY, 7200, 200, 400),) * 3,
    "courses": (
        Course("Maths", "maths", DAY, make_work(1).links),
        *[Course("Python", "python", DAY, claimed=True)] * 3,
    ),
    "unseen": (replace(make_work(1), title="Notes", links=()),) * 3,
}


@pytest.mark.parametrize(
    ("works", "left_out"),
    [
        (2, {"under_way": 3}),
        (4, {"under_way": 3, "courses": 3}),
        (7, {"letters": 2, "unseen": 3, "summaries": 2}),
        (12, {"letters": 5, "courses": 4, "summaries": 12}),
        (13, {"works": 1, "letters": 5, "courses": 4, "summaries": 12}),
    ],
)
def test_works_fill_the_page_first(works: int, left_out: dict[str, int]) -> None:
    """Work in progress and claims go first, then summaries; works when all else is gone."""
    cv = replace(BARE, works=tuple(map(make_work, range(1, works + 1))), **REST)
    claims = {"under_way": 3, "courses": 3, "unseen": 3} if works > 4 else {}

    assert fit_on_page(cv).left_out == {**claims, **left_out}


@given(CVS)
def test_nothing_more_would_fit(cv: Cv) -> None:
    """No entry that was left out has room on the page that was made, but for later works."""
    page = fit_on_page(cv)

    for part in PARTS[1:]:
        kept = getattr(page, part)
        for entry in getattr(cv, part):
            longer = replace(page, **{part: (*kept, entry)})
            if entry not in kept:
                assert not is_one_page(cv_report(longer).document)


def test_what_was_named_goes_last() -> None:
    """With --only, courses and completed works stay before letters and work in progress."""
    works = tuple(map(make_work, range(1, 6)))
    page = fit_on_page(replace(BARE, works=works, **REST), named=True)

    assert {part for part in page.left_out if part in PARTS} == {"letters", "under_way"}
