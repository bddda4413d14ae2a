"""Hostile text stays text, in each kind and format."""

import io
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.export.samples import Page
from tracker.export.render.escape import escape_markdown
from tracker.text.screen import USUAL

NASTY = (
    "|a|`b` # <script>alert('x')</script> ${7*7} {{7*7}} [l](javascript:1) \\| *b* 🎉 "
    "#evil[x] $x$ @ref <label> ]]>-->&amp; =cmd|' /C calc'!A0"
)
LONG = "x" * 10_000


@pytest.fixture(name="hostile")
def _hostile(tracker):
    """A record in which everything that takes text holds such text."""
    tracker.ok(
        ["add", "evil", "--title", f"=1+1 {NASTY}", "--track", "coding"],
        "2026-06-01T09:00",
    )
    tracker.ok(["add", "long", "--title", LONG, "--track", "coding"])
    tracker.ok(["log", "evil", "2h", "-n", NASTY])
    tracker.ok(["log", "long", "1h"])
    tracker.ok(["plan", "evil", "--by", "2026-07-01", "--because", NASTY])
    tracker.ok(["applied", "taif", "--asked", NASTY])
    tracker.ok(
        ["plan", "evil", "--by", "2026-08-01", "--because", NASTY], "2026-06-02T09:00"
    )
    tracker.ok(["attempt", "few-hundred-hour-replication", "--with", "evil"])
    tracker.ok(["note", NASTY, "--changed", "--decision"])
    tracker.ok(
        [
            "reach",
            "transformer-in-pytorch",
            "--evidence",
            "repo:https://git.example/a|b",
            "--title",
            NASTY[:100],
            "--summary",
            NASTY[:100],
            "--part",
            NASTY,
            "--claimed",
            NASTY,
            "--reproduced",
            NASTY,
        ]
    )
    (tracker.db.parent / "budget.toml").write_text(
        f'currency = """{NASTY}"""\n[[line]]\nwhat = """{NASTY}"""\namount = 1\n'.replace(
            "\\", "\\\\"
        )
    )
    (tracker.db.parent / "answers.toml").write_text(
        f'summary = """{NASTY}\\n{LONG}"""\n'.replace("\\|", "\\\\|")
    )
    return tracker


def kinds(tracker) -> tuple[str, ...]:
    """Each kind that tells of such text."""
    answers = tracker.db.parent / "answers.toml"
    return (
        "progress",
        "update",
        f"application --for taif --answers {answers}",
        "hours --item evil",
    )


def test_markdown(hostile) -> None:
    """Nothing is left that Markdown or HTML would act on."""
    for kind in kinds(hostile):
        bare = re.sub(r"\\.", "", hostile.ok(f"export {kind}"))
        assert not [mark for mark in ("<script", "](", "`", "{{7*7}}*") if mark in bare]
        assert {
            line.count("|") for line in bare.splitlines() if line.startswith("|")
        } <= {3, 4, 5, 6}


def test_an_answer_does_nothing_in_markdown(hostile) -> None:
    """Each line of an answer is a paragraph of its own, with all its markup escaped."""
    text = hostile.ok(f"export {kinds(hostile)[2]}")

    assert f"\n\n{escape_markdown(NASTY)}\n\n{LONG}\n" in text


def test_an_answer_in_plain_text(hostile) -> None:
    """In plain text an answer stands letter for letter."""
    text = hostile.ok(f"export {kinds(hostile)[2]} --format txt")

    assert f"\n{NASTY}\n{LONG}\n" in text


def test_a_page(hostile) -> None:
    """A page has only its own tags and addresses, and shows the text."""
    for kind in kinds(hostile):
        page = hostile.ok(f"export {kind} --format html")
        parsed = Page(page)
        assert not {"script", "img", "iframe", "label", "object", "b"} & set(
            parsed.tags
        )
        assert {link for link in parsed.links if link} <= {"https://git.example/a|b"}
        assert "<script" not in page
        assert "<script>alert('x')</script>" in "".join(parsed.text)


def test_json(hostile) -> None:
    """JSON keeps every letter."""
    answer = json.loads(hostile.ok("export update --format json"))

    assert answer["notes"][0]["text"] == NASTY
    assert answer["progress"]["works"][0]["part"] == NASTY


def test_csv(hostile) -> None:
    """A cell that a spreadsheet would run begins with a quote."""
    text = hostile.ok("export sessions")

    assert "'=1+1 |a|" in text
    assert not re.search(r"(^|,|\")[=+@\t-]", text, re.MULTILINE)


def test_plain_text(hostile) -> None:
    """No text makes a line of its own in plain text: only a full line is continued."""
    for kind in kinds(hostile):
        lines = hostile.ok(f"export {kind} --format txt").splitlines()
        for before, line in pairwise(lines):
            if line.startswith(("#", "alert")):
                word = line.partition(" ")[0]
                assert len(f"{before} {word}") > USUAL


def test_pdf(hostile, tmp_path: Path) -> None:
    """A PDF shows the text and runs no typst; letters without a glyph are named."""
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    pytest.importorskip("typst", reason="typst is not installed")
    place = tmp_path / "a.pdf"

    output = hostile(["export", "update", "-o", str(place)])

    text = " ".join(
        "".join(
            page.extract_text()
            for page in pypdf.PdfReader(io.BytesIO(place.read_bytes())).pages
        ).split()
    )
    assert output.err.splitlines()[-1] == (
        "The fonts of a PDF lack these letters; they appear as empty boxes: 🎉"
    )
    for part in (
        "#evil[x]",
        "<script>alert('x')</script>",
        "@ref <label>",
        "*b*",
        "${7*7}",
    ):
        assert part.replace(" ", "") in text.replace(" ", "")
