"""A CV is one page: the same entries in each format, and what had no room is told."""

import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.cvs import BARE, CVS
from tracker.export.render import pdf
from tracker.export.render.documents.cv import cv_report, fit_on_page
from tracker.export.render.page_height import is_one_page
from tracker.export.rules.cv import PARTS, Course, Cv
from tracker.export.rules.options import KINDS
from tracker.export.rules.progress import (
    Letter,
    UnderWay,
    Work,
    WorkFigures,
    WorkLink,
)

pytest.importorskip("typst", reason="typst is not installed")
pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")

# How many works with a title and a link have room, and what is said of the others.
KEPT = 19
REMARK = (
    "A CV has one page; it had no room for 11 works. The first stay. To put a work\n"
    "first: tracker feature WORK\nFor this page alone, add --only WORK for each.\n"
)
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


def test_a_page(tracker) -> None:
    """Work, in progress, courses, letters, claims last, hours; facts alone."""
    for now, words in COMMANDS:
        tracker.ok(words, now)

    assert tracker.ok("export cv --format txt", "2026-06-30T12:00") == PAGE


COMMANDS = (
    ("2026-06-01T18:00", "config name 'Ida Example'"),
    ("2026-06-01T18:00", "config email ida@mail.example"),
    ("2026-06-01T18:00", "target research-contributor-empirical"),
    ("2026-06-01T18:00", "log fastai 3h30m --on 2026-05-30"),
    ("2026-06-01T18:00", "recall fastai 120h --over 2026Q1"),
    (
        "2026-06-10T20:00",
        "attempt few-hundred-hour-replication --with ziegler-2019 --since 2026-06-03",
    ),
    ("2026-06-10T20:00", "log ziegler-2019 8h --on 2026-06-03"),
    (
        "2026-06-14T20:00",
        "reach transformer-in-pytorch --evidence repo:https://git.example/ida/tf "
        "--title 'A transformer in PyTorch' --summary 'By the paper alone' --part all --claimed '27.3 BLEU' --reproduced '25.8 BLEU'",
    ),
    (
        "2026-06-20T20:00",
        "reach dl-practical-done --with fastai "
        "--evidence certificate:https://fast.example/ida",
    ),
    ("2026-06-21T20:00", "reach linear-algebra-done --on 2026-06-01"),
    (
        "2026-06-21T20:00",
        "rate software-engineering strong --by 'Ann Lee' "
        "--evidence 'letter:Ann Lee, 20 Jun 2026'",
    ),
    ("2026-06-22T20:00", "done learnpython ppo"),
)
PAGE = """Ida Example · ida@mail.example

CV

Work
A transformer in PyTorch                                             14 Jun 2026
  By the paper alone
  original 27.3 BLEU; reproduced 25.8 BLEU; 1.5 BLEU lower (5.5% of the original
  figure); my part: all
  repo: https://git.example/ida/tf

In progress
Replication of Ziegler et al. (2019): Fine-Tuning Language Models from Human
Preferences (since 3 Jun 2026)
  8.0 of 200-400 h

Courses and books
Practical Deep Learning for Coders, fast.ai                          20 Jun 2026
  certificate: https://fast.example/ida

LearnPython.org interactive tutorial                                 22 Jun 2026
  on the author's word; no hours logged

Letters and reviews
Letter on Software engineering (strong level), on request            20 Jun 2026

Completed, not public (the author's word)
Replication of Schulman et al. (2017): Proximal Policy Optimization Algorithms
(22 Jun 2026)
  no hours logged

Linear algebra, first course                                          1 Jun 2026

Hours
Hours logged: 11.5 h (plus about 120 h from memory, not counted). By track:
Paper replications 8.0 h, Basic deep learning 3.5 h.
30 May to 30 Jun 2026. From the author's own log; nobody else has checked it,
except where a line says letter or review.
"""


def test_an_empty_record(tracker) -> None:
    """Without a record the page says so, and without a name a remark does."""
    tracker.ok("log fastai 1h", "2026-06-01T18:00")
    tracker.ok("undo")

    output = tracker("export cv --format txt", "2026-06-30T12:00")

    assert output.out == (
        "CV\nNothing yet.\n"
        "Tue 30 Jun 2026. From the author's own log; nobody else has checked it.\n"
    )
    assert output.err == (
        "No name is set, so the page has none. Set it: tracker config name NAME\n"
    )


def read_text(file: Path) -> str:
    """The text of a file, in whatever format."""
    data = file.read_bytes()
    if file.suffix == ".pdf":
        (page,) = pypdf.PdfReader(io.BytesIO(data)).pages
        return page.extract_text()
    if file.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return parts.read("word/document.xml").decode()
    return data.decode()


def test_too_many_works(tracker, tmp_path: Path) -> None:
    """The oldest works are left out of each format alike; a remark tells how many."""
    tracker.ok("config name 'Ida Example'", "2026-05-01T09:00")
    for number in range(1, 31):
        add = f"add own-{number} --title 'Paper {number}' --kind replication --track replications"
        reach = f"reach replication-done --with own-{number}"
        link = f"--evidence repo:https://git.example/ida/own-{number}"
        tracker.ok(add, "2026-05-01T09:00")
        tracker.ok(f"{reach} {link} --on 2026-05-{number:02}", "2026-05-30T09:00")

    named = {}
    for form in KINDS["cv"]:
        file = tmp_path / f"cv.{form}"
        assert tracker(["export", "cv", "-o", str(file)]).err == REMARK
        named[form] = set(re.findall(r"/own-(\d+)", read_text(file)))

    assert "\nNot on this page: 11 more works.\n" in (tmp_path / "cv.txt").read_text()
    newest = {str(number) for number in range(31 - KEPT, 31)}
    assert named == dict.fromkeys(KINDS["cv"], newest)


def test_only_one_work(tracker) -> None:
    """--only takes this work, and no course that was not named."""
    for now, words in COMMANDS:
        tracker.ok(words, now)

    words = "export cv --format json --only transformer-in-pytorch"
    facts = json.loads(tracker.ok(words, "2026-06-30T12:00"))

    parts = [part for part in PARTS if part != "letters"]
    titles = {part: [entry["title"] for entry in facts[part]] for part in parts}
    assert titles == {
        "works": ["A transformer in PyTorch"],
        "unseen": [],
        "under_way": [
            "Replication of Ziegler et al. (2019): "
            "Fine-Tuning Language Models from Human Preferences"
        ],
        "courses": [],
    }


def test_a_course_that_was_hidden(tracker) -> None:
    """A course that the person left out of exports is not on the page, though finished."""
    for now, words in COMMANDS:
        tracker.ok(words, now)
    tracker.ok("done fastai", "2026-06-23T20:00")
    tracker.ok("feature --hide fastai", "2026-06-23T20:00")

    facts = json.loads(tracker.ok("export cv --format json", "2026-06-30T12:00"))

    assert [course["item"] for course in facts["courses"]] == ["learnpython"]


def test_redacted(tracker) -> None:
    """--redact leaves out whose it is and the own part, and says which links stay."""
    for now, words in COMMANDS:
        tracker.ok(words, now)

    output = tracker("export cv --format json --redact", "2026-06-30T12:00")
    facts = json.loads(output.out)

    assert facts["person"] == {"name": None, "email": None, "links": None}
    assert [work["part"] for work in facts["works"]] == [None]
    assert output.err == (
        "--redact leaves your name out, but 2 links of works stay, and an address may\n"
        "name you.\n"
        "To leave a work out of all exports: tracker feature --hide fastai\n"
        "For this one, add --only WORK for each work to list.\n"
    )
    words = "export cv --format json --redact --only linear-algebra-done"
    assert tracker(words, "2026-06-30T12:00").err == ""


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


def test_letters_that_say_the_same(tracker) -> None:
    """They are one line with their number and days; one letter on two results is one."""
    tooling = "reach {} --with reorganise-codebase --on 2026-05-{} {}"
    letter = "--evidence 'letter:{}, {} May 2026'"
    both = f"{letter.format('Ann Lee', 2)} {letter.format('Bo Ek', 9)}"
    tracker.ok(tooling.format("research-tooling-used", "10", both), "2026-06-01T09:00")
    again = letter.format("Ann Lee", 2)
    tracker.ok(tooling.format("swe-internship", "11", again), "2026-06-01T09:00")

    text = tracker.ok("export cv --format txt", "2026-06-30T12:00")

    line = "2 letters: Tooling that a research team uses, on request"
    assert f"\n{line}     2 May to 9 May 2026\n" in text
