"""A report lays out its packet: every number of it is there, and hostile text stays text."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from tracker.export.render import figures, reports
from tracker.export.render.documents.progress import progress_report
from tracker.export.rules.hours import Hours, SourceHours, TrackHours
from tracker.export.rules.progress import (
    Artefact,
    BoundHours,
    FigureDifference,
    Moved,
    Progress,
    Promise,
    RoleStatus,
    UnderWay,
    Unseen,
)
from tracker.text.amounts import say_bound

HOUR = 3600
SECONDS = {"seconds", "spent", "low", "high", "overlap", "recollected"}
HOSTILE = (
    "|a|`b`\n\n# <script>alert('x')</script> \u202e[l](javascript:1) =cmd\t\\| *"
    + "x" * 10_000
)


def packet(name: str = "") -> Progress:
    """A report with something in each part; `name` stands in each text where it is given."""
    ledger = BoundHours(302 * HOUR, 200 * HOUR, 400 * HOUR, False)
    return Progress(
        as_of=date(2027, 3, 1),
        since=date(2025, 11, 24),
        until=date(2026, 12, 7),
        standing=RoleStatus(
            "r",
            name or "Research lead",
            name or "in theory",
            4,
            1,
            2,
            1,
            2,
            (name or "Taste", "Three"),
        ),
        artefacts=(
            Artefact(
                name or "A",
                "m",
                None,
                "z",
                "letter",
                None,
                date(2026, 11, 12),
                name or "half",
                "86%",
                "74%",
                ledger,
                difference=FigureDifference(-12.0, -0.1395, "%"),
            ),
            Artefact(
                "B",
                "n",
                None,
                None,
                "repo",
                "https://git.example/you/b",
                date(2026, 6, 14),
                None,
                None,
                None,
                None,
            ),
        ),
        unseen=(
            Unseen(
                name or "C",
                "m",
                "c",
                date(2026, 5, 4),
                "9",
                None,
                replace(ledger, spent=431 * HOUR, over=True),
            ),
        ),
        under_way=(
            UnderWay(
                *(
                    name or "D",
                    "m",
                    "d",
                    date(2026, 9, 12),
                    161 * HOUR,
                    200 * HOUR,
                    400 * HOUR,
                ),
                ledger=replace(ledger, spent=161 * HOUR),
            ),
            UnderWay("E", None, "e", None, 5400, None, None),
        ),
        plan=(
            Promise(
                *(name or "F", "f", date(2026, 1, 2), date(2026, 2, 3)),
                (
                    Moved(date(2026, 1, 20), date(2026, 3, 6), name or "flu"),
                    Moved(date(2026, 2, 8), None, ""),
                ),
                date(2026, 2, 15),
                12,
            ),
        ),
        hours=Hours(
            *(504 * HOUR, 7 * HOUR, 3, 611, 4),
            (
                TrackHours("t", name or "Replications", 271 * HOUR),
                TrackHours("u", "Maths", 16 * HOUR),
            ),
            (
                SourceHours("imported", name or "toggl", 386 * HOUR, 77),
                SourceHours("live", None, 125 * HOUR, 23),
            ),
            120 * HOUR,
        ),
    )


def progress(facts: Progress, form: str) -> str:
    """The report in a format of text."""
    text = reports.lay_out(progress_report(facts), form)
    assert isinstance(text, str)
    return text


def numbers(text: str) -> set[str]:
    """The numbers in a text, less leading noughts: `06` of a day is 6."""
    return {found.lstrip("0") or "0" for found in re.findall(r"\d+(?:\.\d+)?", text)}


def figured(value: Any, key: str = "") -> Iterator[str]:
    """Every figure of a packet as a reader could meet it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from figured(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from figured(inner, key)
    elif key in SECONDS and value is not None:
        yield figures.round_hours(value)
        yield say_bound(value, value)
    elif key == "relative":
        yield f"{abs(value):.0%}"
    elif value is not None:
        yield f"{abs(value):g}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize("form", ["md", "txt"])
def test_every_number_comes_from_the_packet(form: str) -> None:
    """No number in a report is anywhere but in its packet, as the JSON tells it."""
    known = numbers(" ".join(figured(json.loads(progress(packet(), "json")))))

    assert numbers(progress(packet(), form)) - known == set()


@pytest.mark.parametrize("form", ["md", "txt", "html"])
def test_every_fact_is_laid_out(form: str) -> None:
    """Hours, days, addresses and words of a packet are all in the report."""
    text = " ".join(html.unescape(progress(packet(), form)).split())

    for told in (
        *(
            "Research lead",
            "in theory",
            "Taste; Three",
            "reproduced 74%; 12 points lower (14% of the original figure); 302 of 200-400 h",
            "half",
        ),
        *(
            "letter, on request",
            "https://git.example/you/b",
            "12 Nov 2026",
            "431 h, over the limit of 200-400 h",
        ),
        *(
            "D, 161 of 200-400 h since 12 Sep 2026",
            "E, 1.5 h",
            "flu",
            "withdrawn",
            "6 Mar 2026",
            "12 days late",
        ),
        *(
            "Hours logged: 504 h (plus about 120 h from memory, not counted)",
            "Toggl import 386 h (77%)",
        ),
        *(
            "4 of 611 sessions",
            "7 h on 3 days",
            "Maths 16 h.",
            "except where a line says letter or review",
        ),
        ", as of 1 Mar 2027",
    ):
        assert told in text


def test_artefacts_come_before_hours() -> None:
    """Evidence stands first, then the role, then plans, then hours."""
    heads = [
        line for line in progress(packet(), "md").splitlines() if line.startswith("#")
    ]

    assert [head.strip("# ").split()[0] for head in heads] == [
        "Progress",
        "Evidence",
        "Role",
        "Planned",
        "Hours",
    ]


def test_one_thing_with_two_addresses_is_told_once() -> None:
    """Its title, figures and own part stand with its first address only, and a review is named as one."""
    paper = replace(
        packet().artefacts[0],
        kind="review",
        address="https://b.example/y",
        title="P",
        part="half",
    )
    facts = replace(
        packet(),
        artefacts=(paper, replace(paper, kind="paper", address="https://a.example/x")),
    )

    md, txt = progress(facts, "md"), progress(facts, "txt")

    assert [row.split("|")[1:3] for row in md.splitlines() if ".example" in row] == [
        [
            " P; original 86%; reproduced 74%; 12 points lower (14% of the original figure); 302 of 200-400 h ",
            " review: <https://b.example/y> ",
        ],
        [" " * 92, " <https://a.example/x>         "],
    ]
    assert (
        "\n12 Nov 2026  P; original 86%; reproduced 74%; 12 points lower (14% of the\n"
        "             original figure); 302 of 200-400 h; my part: half\n"
        "             review: https://b.example/y\n"
        "12 Nov 2026  https://a.example/x\n"
    ) in txt
    assert 'review: <a href="https://b.example/y">' in progress(facts, "html")


def test_hostile_text_stays_text_in_markdown() -> None:
    """Whatever a title holds, the report keeps its lines, its tables keep their columns, and no tag is left."""
    plain, hostile = (
        progress(packet(), "md").splitlines(),
        progress(packet(HOSTILE), "md").splitlines(),
    )

    assert len(hostile) == len(plain)
    for before, after in zip(plain, hostile, strict=True):
        bare = re.sub(r"\\.", "", after)
        assert bare.count("|") == re.sub(r"\\.", "", before).count("|")
        assert "<script" not in bare
        assert "\u202e" not in after
    assert "x" * 10_000 in "\n".join(hostile)


def test_hostile_text_stays_text_in_plain_text() -> None:
    """A title makes no line of its own that could be taken for the report's."""
    lines = progress(packet(HOSTILE), "txt").splitlines()

    assert not [line for line in lines if line.startswith("# ")]
    assert not [line for line in lines if "\u202e" in line or "\t" in line]


class Page(HTMLParser):
    """The tags of a page, its text without its style, and every address it could ask for."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text: list[str] = []
        self.links: list[str | None] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and where it leads."""
        self.tags.append(tag)
        self.links += [
            value
            for name, value in attrs
            if name in ("href", "src", "style", "action", "srcset")
        ]

    def handle_data(self, data: str) -> None:
        """Note what is said."""
        if self.tags[-1:] != ["style"]:
            self.text.append(data)


def test_every_number_of_a_page_comes_from_the_packet() -> None:
    """A page says no number that its packet has not."""
    known = numbers(" ".join(figured(json.loads(progress(packet(), "json")))))

    assert numbers(" ".join(Page(progress(packet(), "html")).text)) - known == set()


def test_hostile_text_stays_text_on_a_page() -> None:
    """Whatever a title holds, the page has the same tags, leads to the same addresses, and turns no text round."""
    page, hostile = (
        Page(progress(packet(), "html")),
        Page(progress(packet(HOSTILE), "html")),
    )

    assert hostile.tags == page.tags
    assert hostile.links == page.links == ["https://git.example/you/b"]
    assert "<script>alert('x')</script>" in "".join(hostile.text)
    assert "\u202e" not in "".join(hostile.text)


def test_a_page_asks_nobody_for_anything() -> None:
    """A page is one file: no script, no style sheet, no image, no font."""
    page = Page(progress(packet(), "html"))

    assert not {"script", "link", "img", "iframe", "object"} & set(page.tags)
    assert "url(" not in progress(packet(), "html")


def test_hostile_text_reads_back_from_json() -> None:
    """JSON keeps every letter."""
    assert (
        json.loads(progress(packet(HOSTILE), "json"))["artefacts"][0]["title"]
        == HOSTILE
    )


def test_nothing_is_left_to_trail() -> None:
    """A text report fits 80 columns, but for addresses, and no line ends in a blank."""
    lines = progress(packet(), "txt").splitlines()

    assert not [line for line in lines if len(line) > 80 or line != line.rstrip()]
