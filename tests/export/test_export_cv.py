"""A CV is one page: the same entries in each format, and what had no room is told."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from tracker.export.rules.cv import PARTS
from tracker.export.rules.kinds import KINDS

pytest.importorskip("typst", reason="typst is not installed")
pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")

# How many works with a title and a link have room, and what is said of the others.
KEPT = 19
REMARK = (
    "A CV has one page; it had no room for 11 works. The first stay. To put a work\n"
    "first: tracker feature WORK\nFor this page alone, add --only WORK for each.\n"
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
