"""A report lays out its facts: every number of it is there, hostile text stays text."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.export.samples import HOSTILE, Page, make_progress
from tracker.export.render import figures, reports
from tracker.export.render.documents.progress import progress_report
from tracker.export.rules.progress import Progress
from tracker.labels import GUIDE_ADDRESS
from tracker.text.amounts import say_bound

SECONDS = {"seconds", "spent", "low", "high", "overlap", "recollected"}
# What each report must say.
FACTS = (
    "Research lead",
    "in theory",
    "Taste; Three",
    "reproduced 74% (400 pairs); 12 points lower (14% of the original figure)",
    "302.0 h, within the limit of 200-400 h",
    "A paper on preferences, done again",
    "my part: half",
    "paper, on request",
    "letter on Python (strong level), 30 May 2026, on request",
    "ida@mail.example",
    "git.example/ida",
    "https://git.example/you/b",
    "12 Nov 2026",
    "431.0 h, over the limit of 200-400 h",
    "D, 161.0 of 200-400 h since 12 Sep 2026",
    "E, 1.5 h",
    "flu",
    "withdrawn",
    "6 Mar 2026",
    "1 is claimed, 3 are open",
    "https://aisafetyfundamentals.com/alignment-careers-guide",
    "Hours logged: 504.0 h (plus about 120 h from memory, not counted)",
    "Toggl import 386.0 h (77%)",
    "4 of 611 sessions",
    "7.0 h on 3 days",
    "Maths 16.0 h.",
    "except where a line says letter or review",
    ", as of 1 Mar 2027",
)


def render(progress: Progress, form: str) -> str:
    """The report in a format of text."""
    text = reports.lay_out(progress_report(progress), form)
    assert isinstance(text, str)
    return text


def numbers(text: str) -> set[str]:
    """The numbers in a text without leading zeros: `06` of a date is 6."""
    return {number.lstrip("0") or "0" for number in re.findall(r"\d+(?:\.\d+)?", text)}


def figured(value: Any, key: str = "") -> Iterator[str]:
    """Every figure of a report's JSON as a reader may meet it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from figured(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from figured(inner, key)
    elif key in SECONDS and value is not None:
        yield figures.round_hours(value)
        yield say_bound(value, value)
    elif key == "relative" and value is not None:
        yield f"{abs(value):.0%}"
    elif value is not None:
        yield f"{abs(value):g}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize("form", ["md", "txt"])
def test_every_number_is_in_the_json(form: str) -> None:
    """Every number in a report is in its JSON too."""
    expected = numbers(" ".join(figured(json.loads(render(make_progress(), "json")))))

    assert numbers(render(make_progress(), form)) - expected == set()


@pytest.mark.parametrize("form", ["md", "txt", "html"])
def test_every_fact_is_laid_out(form: str) -> None:
    """Hours, dates, links and texts are all in the report."""
    laid_out = render(make_progress(), form)
    if form == "html":
        laid_out = "".join(Page(laid_out).text)
    text = " ".join(laid_out.split())

    missing = [fact for fact in FACTS if fact not in text]
    assert missing == []


def test_evidence_comes_before_hours() -> None:
    """Evidence comes first, then the role, then plans, then hours."""
    heads = [
        line
        for line in render(make_progress(), "md").splitlines()
        if line.startswith("#")
    ]

    assert [head.strip("# ").split()[0] for head in heads] == [
        "Progress",
        "Evidence",
        "Role",
        "Planned",
        "Hours",
    ]


def test_a_work_with_two_links_is_one_entry() -> None:
    """Title, day, words and figures stand once, then every link with its kind."""
    expected = (
        "A                                                                    12 Nov 2026\n"
        "  A paper on preferences, done again\n"
        "  original 86%; reproduced 74% (400 pairs); 12 points lower (14% of the original\n"
        "  figure)\n"
        "  302.0 h, within the limit of 200-400 h\n"
        "  my part: half\n"
        "  paper, on request\n"
        "  repo: https://git.example/you/b\n"
    )

    assert expected in render(make_progress(), "txt")


def test_hostile_text_stays_text_in_markdown() -> None:
    """Whatever a title holds, lines and columns stay, and no tag is left."""
    plain, hostile = (
        render(make_progress(), "md").splitlines(),
        render(make_progress(HOSTILE), "md").splitlines(),
    )

    assert len(hostile) == len(plain)
    for before, after in zip(plain, hostile, strict=True):
        bare = re.sub(r"\\.", "", after)
        assert bare.count("|") == re.sub(r"\\.", "", before).count("|")
        assert "<script" not in bare
        assert "\u202e" not in after
    assert "x" * 10_000 in "\n".join(hostile)


def test_hostile_text_stays_text_in_plain_text() -> None:
    """A title makes no line of its own."""
    lines = render(make_progress(HOSTILE), "txt").splitlines()

    assert not [line for line in lines if line.startswith("# ")]
    assert not [line for line in lines if "\u202e" in line or "\t" in line]


def test_every_number_of_a_page_is_in_the_json() -> None:
    """Every number on a page is in its JSON too."""
    expected = numbers(" ".join(figured(json.loads(render(make_progress(), "json")))))

    assert (
        numbers(" ".join(Page(render(make_progress(), "html")).text)) - expected
        == set()
    )


def test_hostile_text_stays_text_on_a_page() -> None:
    """Whatever a title holds, a page has the same tags and links; long words may break."""
    page, hostile = (
        Page(render(make_progress(), "html")),
        Page(render(make_progress(HOSTILE), "html")),
    )

    tags = [[tag for tag in each.tags if tag != "span"] for each in (hostile, page)]
    assert tags[0] == tags[1]
    repo = "https://git.example/you/b"
    assert hostile.links == page.links == [repo, repo, GUIDE_ADDRESS]
    assert "<script>alert('x')</script>" in "".join(hostile.text)
    assert "\u202e" not in "".join(hostile.text)


def test_a_page_loads_nothing() -> None:
    """A page loads no script, style sheet, image or font."""
    page = Page(render(make_progress(), "html"))

    assert not {"script", "link", "img", "iframe", "object"} & set(page.tags)
    assert "url(" not in render(make_progress(), "html")


def test_hostile_text_reads_back_from_json() -> None:
    """JSON keeps every letter."""
    assert (
        json.loads(render(make_progress(HOSTILE), "json"))["works"][0]["title"]
        == HOSTILE
    )


def test_plain_text_fits_80_columns() -> None:
    """Plain text fits 80 columns, and no line ends in a blank."""
    lines = render(make_progress(), "txt").splitlines()

    assert not [line for line in lines if len(line) > 80 or line != line.rstrip()]
