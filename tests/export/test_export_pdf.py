"""A PDF has the text of its document and the same bytes each time."""

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.export.personas import empty_folder, life, run
from tests.export.samples import make_progress
from tracker.export.render import pdf, text
from tracker.export.render.blocks import (
    Bars,
    Chart,
    Document,
    Heading,
    Link,
    Mark,
    Para,
    Series,
    TableBlock,
)
from tracker.export.render.documents.progress import progress_document
from tracker.export.rules.person import Person
from tracker.labels import GUIDE_ADDRESS

typst = pytest.importorskip("typst", reason="typst is not installed")
pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")


def letters(text: str) -> str:
    """A text without blanks."""
    return "".join(text.split())


def extracted(data: bytes) -> str:
    """The text that a reader can copy from a PDF, without heads and page numbers."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    texts = []
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text().rstrip().removesuffix(str(number))
        head = reader.metadata.title if number > 1 else ""
        texts.append(text.removeprefix(head))
    return letters("".join(texts))


def test_the_text_of_a_report() -> None:
    """Every heading, line and cell of a report is in its PDF."""
    document = progress_document(make_progress())

    output = extracted(pdf.render(document))

    for block in document.blocks:
        parts: list[Any] = [
            getattr(block, "text", None),
            getattr(block, "title", None),
            *getattr(block, "lines", ()),
        ]
        parts += [cell for row in getattr(block, "rows", ()) for cell in row]
        for part in filter(None, parts):
            assert letters(getattr(part, "address", part)) in output


def test_the_pictures_of_a_year(tmp_path: Path) -> None:
    """A PDF of a year has two pages, whose it is, the pictures, and what they mean."""
    with empty_folder():
        run("demo")
        run(f"--db demo.db export progress -o {tmp_path / 'year.pdf'}")
        page = run("--db demo.db export progress --format html")

    reader = pypdf.PdfReader(tmp_path / "year.pdf")
    output = extracted((tmp_path / "year.pdf").read_bytes())
    assert len(reader.pages) == 2
    assert reader.metadata.author == "Demo Person"
    assert reader.metadata.title == re.findall("<title>(.*?)<", page)[0]
    figures = "".join(re.findall(r"<figure>.*?</figure>", page, re.DOTALL))
    shown = re.sub(r"<details>.*?</details>", "", figures, flags=re.DOTALL)
    words = [letters(word) for word in re.findall(r">([^<>]+)<", shown)]
    assert len(words) > 20
    assert [word for word in words if word not in output] == []


def test_a_long_list_of_milestones_goes_on_overleaf() -> None:
    """All milestones of a year are in a PDF, also where they fill more than a page."""
    marks = tuple(Mark(f"Milestone-{number}-", number // 2) for number in range(160))
    bars = Bars(("x",) * 80, (Series("a", (1.0,) * 80, 0),), marks)
    chart = Chart("Hours", bars, ("The note.",), TableBlock(("a",), ()))

    output = extracted(pdf.render(Document("a", [chart])))

    assert [mark.title for mark in marks if mark.title not in output] == []
    assert "Thenote." in output


def test_the_text_of_a_form(tmp_path: Path) -> None:
    """A form's PDF has each field in order, and the person's answers."""
    with life("ines"):
        run(
            f"export application --for taif --answers taif.toml -o {tmp_path / 'a.pdf'}"
        )
        answer = run("export application --for taif --answers taif.toml --json")

    output = extracted((tmp_path / "a.pdf").read_bytes())
    fields = [field for field in json.loads(answer)["fields"] if field["text"]]
    places = [output.index(letters(field["asks"])) for field in fields]
    assert len(fields) == 33
    assert places == sorted(places)
    assert (
        letters(
            "PPO may diverge: KL < 0.1 with `beta` = 0.05 | <b>not</b> tuned, *one* seed."
        )
        in output
    )


@pytest.mark.parametrize("above", range(6))
def test_no_heading_ends_a_page(above: int) -> None:
    """Each heading of a form stands on the page of the text under it."""
    fields = [[Heading(f"Question {n}?"), Para(f"Answer {n}")] for n in range(60)]
    blocks = [Para("Above")] * above + [block for field in fields for block in field]

    pages = pypdf.PdfReader(io.BytesIO(pdf.render(Document("a", blocks)))).pages

    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        lines = page.extract_text().split("\n")
        last = [line for line in lines if line.strip() not in ("", str(number))][-1]
        assert last.startswith("Answer")


def test_each_further_page_names_its_document() -> None:
    """From the second page on, the head has the person's name and the title."""
    blocks = [Para("x")] * 80

    data = pdf.render(Document("Progress", blocks, Person("Ida Example")))

    first, *others = pypdf.PdfReader(io.BytesIO(data)).pages
    assert first.extract_text().startswith("Ida Example\nProgress\n")
    assert others
    for page in others:
        assert page.extract_text().startswith("Ida Example: Progress\nx")


@pytest.mark.parametrize("path", ["x" * 300, "a/" * 150, "0123456789abcdef" * 20])
def test_a_link_of_any_length_stays_on_its_page(path: str) -> None:
    """A link longer than a line goes on in the next one, and all of it can be followed."""
    address = f"https://git.example/{path}"
    row = ("A goal", Link(address, "repo:"), "Another text of the row")
    blocks = (Para(Link(address)), TableBlock(("a", "b", "c"), (row,)))

    data = pdf.render(Document("a", blocks))

    (page,) = pypdf.PdfReader(io.BytesIO(data)).pages
    links = [note.get_object() for note in page["/Annots"]]
    assert {link["/A"]["/URI"] for link in links} == {address}
    edge = float(page.mediabox.right) - 50
    assert max(float(link["/Rect"][2]) for link in links) < edge
    assert letters(address) in extracted(data)


def test_a_long_narrow_table_stands_in_columns() -> None:
    """Hours of 100 days take one page."""
    rows = tuple((f"{day} Jun 2026", "1h30m") for day in range(100))

    data = pdf.render(Document("a", [TableBlock(("Day", "Counted"), rows)]))

    (page,) = pypdf.PdfReader(io.BytesIO(data)).pages
    assert page.extract_text().count("Day Counted") == 3


def test_a_number_after_text_from_right_to_left() -> None:
    """What follows a Hebrew title stands on its right, as in an English line."""
    data = pdf.render(Document("a", [Para("Copy of שלום: 40%")]))

    places: dict[str, float] = {}
    (page,) = pypdf.PdfReader(io.BytesIO(data)).pages
    page.extract_text(
        visitor_text=lambda text, matrix, *rest: [
            places.setdefault(letter, matrix[4]) for letter in text
        ]
    )
    assert places["C"] < places["ש"] < places["4"]


def test_the_source_of_requirements_is_a_link(tmp_path: Path) -> None:
    """The address of the guide can be followed in a PDF and on a page."""
    with life("ines"):
        run(f"export progress -o {tmp_path / 'a.pdf'}")
        page = run("export progress --format html")

    pages = pypdf.PdfReader(tmp_path / "a.pdf").pages
    links = [note.get_object() for page in pages for note in page.get("/Annots", [])]
    assert GUIDE_ADDRESS in {link["/A"]["/URI"] for link in links}
    assert f'<a href="{GUIDE_ADDRESS}">' in page


def test_the_same_facts_make_the_same_bytes() -> None:
    """A PDF depends on no clock, no chance and no font of the machine."""
    document = progress_document(make_progress())

    assert pdf.render(document) == pdf.render(document)


def test_a_word_longer_than_a_line_is_broken() -> None:
    """A word of 10,000 letters is broken over lines and pages, without hyphens."""
    data = pdf.render(Document("a", [Para("x" * 10_000)]))

    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) > 1
    assert extracted(data) == "a" + "x" * 10_000


def test_letters_without_a_glyph_are_found() -> None:
    """Letters that no bundled font has are named."""
    assert pdf.missing_letters(Document("é ß Ω Ж ש → ✓", [Para("plain")])) == ()
    assert pdf.missing_letters(Document("a", [Para("日本 🎉 日")])) == (
        "日",
        "本",
        "🎉",
    )


def test_it_has_the_figures_of_plain_text() -> None:
    """A PDF has the same figures as plain text."""
    document = progress_document(make_progress())

    figures = [word for word in text.render(document).split() if word.isdecimal()]
    assert [
        word for word in figures if word not in extracted(pdf.render(document))
    ] == []
