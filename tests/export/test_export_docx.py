"""A DOCX has the text of its document, links that work, and the same bytes each time."""

import builtins
import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import HOSTILE, make_progress
from tracker.export.render.blocks import (
    Document,
    Entry,
    Heading,
    Link,
    Listing,
    Para,
    Slot,
    TableBlock,
)
from tracker.export.render.direction import isolate
from tracker.export.render.documents.progress import progress_document
from tracker.export.render.docx import render
from tracker.export.render.page_height import BOLD, text_width
from tracker.export.render.word_file import CELL_SPACE
from tracker.export.rules.person import Person
from tracker.installation import install_line
from tracker.text.marks import clean_text

docx = pytest.importorskip("docx", reason="python-docx is not installed")

IDA = Person("Ida Example", "ida@mail.example", "https://git.example/ida")
TABLE = TableBlock(
    ("Part", "Hours"), (("replications", "12.5 h"), ("reading", "3.0 h")), align="lr"
)


def opened(*blocks: Any, person: Person = IDA) -> Any:
    """The file of a document with these blocks, as python-docx reads it."""
    return docx.Document(io.BytesIO(render(Document("Progress", blocks, person))))


def texts(file: Any) -> list[str]:
    """The text of each paragraph with its style."""
    return [f"{each.style.name}: {each.text}" for each in file.paragraphs]


def addresses(file: Any) -> list[str]:
    """Where the links of a file lead."""
    return sorted(rel.target_ref for rel in file.part.rels.values() if rel.is_external)


def parts(data: bytes) -> Iterator[tuple[str, str]]:
    """The name and the content of each part of a file that is text."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, file.read(name).decode()


def test_each_block() -> None:
    """Whose it is, the title, and each block in order; a table stands between two paragraphs."""
    file = opened(
        Heading("Evidence"),
        Para("Two works."),
        Entry(
            "A transformer", "2 May 2026", ("my part: all",), ("letter, on request",)
        ),
        Listing("In progress", ("Ziegler", Link("https://a.example", "post:"))),
        TABLE,
        Slot("why: empty"),
    )

    assert texts(file) == [
        "Body Text: Ida Example",
        "Normal: ida@mail.example · https://git.example/ida",
        "Heading 1: Progress",
        "Heading 2: Evidence",
        "Normal: Two works.",
        "Heading 3: A transformer\t2 May 2026",
        "Body Text: my part: all",
        "Body Text: letter, on request",
        "Heading 3: In progress",
        "List Bullet: Ziegler",
        "List Bullet: post: https://a.example",
        "Normal: ",
        "Quote: why: empty",
    ]
    assert [[cell.text for cell in row.cells] for row in file.tables[0].rows] == [
        ["Part", "Hours"],
        ["replications", "12.5 h"],
        ["reading", "3.0 h"],
    ]


def test_a_report() -> None:
    """Every text of a report is in its file, hostile ones as they are."""
    document = progress_document(make_progress(HOSTILE))
    content = dict(parts(render(document)))["word/document.xml"]

    assert content.count("&lt;script&gt;alert('x')&lt;/script&gt;") > 10
    assert "<script" not in content
    assert "\u202e" not in content


def test_only_addresses_of_the_web_are_links() -> None:
    """Http and https lead somewhere; letters that an address cannot hold are written in hex."""
    file = opened(
        Listing(
            "Links",
            (
                Link("https://git.example/a|b"),
                Link("http://b.example/?q=1#top"),
                Link("javascript:alert(1)"),
                Link("file:///etc/passwd"),
                Link("https://c.example https://d.example"),
            ),
        )
    )

    assert addresses(file) == [
        "http://b.example/?q=1#top",
        "https://git.example/a%7Cb",
        "https://git.example/ida",
    ]
    assert [link.text for each in file.paragraphs for link in each.hyperlinks] == [
        "https://git.example/ida",
        "https://git.example/a|b",
        "http://b.example/?q=1#top",
    ]


def test_the_day_of_an_entry_stands_at_the_right_edge() -> None:
    """The tab before it ends at the right margin."""
    file = opened(Entry("A", "2 May 2026"))
    section = file.sections[0]
    (stop,) = file.styles["Heading 3"].paragraph_format.tab_stops

    assert stop.alignment == docx.enum.text.WD_TAB_ALIGNMENT.RIGHT
    width = section.page_width - section.left_margin - section.right_margin
    assert abs(stop.position - width) < docx.shared.Pt(0.1)


def test_a_table_on_several_pages() -> None:
    """The head of a table is bold and repeated on each page; numbers stand at the right."""
    (table,) = opened(TABLE).tables
    head, *others = table.rows

    assert [row._tr.xpath("./w:trPr/w:tblHeader") != [] for row in table.rows] == [
        True,
        False,
        False,
    ]
    assert [cell.paragraphs[0].runs[0].bold for cell in head.cells] == [True, True]
    right = docx.enum.text.WD_ALIGN_PARAGRAPH.RIGHT
    for row in (head, *others):
        assert [cell.paragraphs[0].alignment for cell in row.cells] == [None, right]


def test_an_amount_is_not_broken() -> None:
    """Beside a long text a column is as wide as the bold text of its amounts, and a space."""
    block = TableBlock(("Hours", "By"), (("323h10m", "timer " * 90),), align="rl")
    (table,) = opened(block).tables

    space = sum(map(int, (CELL_SPACE[1], CELL_SPACE[3]))) / 20
    assert table.columns[0].width.pt > BOLD * text_width("323h10m") + space


def test_its_properties() -> None:
    """A file names its author and title, and neither a day nor a program."""
    data = render(Document("Progress", [], IDA))
    properties = docx.Document(io.BytesIO(data)).core_properties

    assert (properties.author, properties.title) == (
        "Ida Example",
        "Ida Example: Progress",
    )
    assert (properties.created, properties.modified, properties.comments) == (
        None,
        None,
        "",
    )
    assert not [name for name, text in parts(data) if "python-docx" in text]


def test_the_same_facts_make_the_same_bytes() -> None:
    """A file depends on no clock: neither its parts nor the archive have a time."""
    document = progress_document(make_progress())
    data = render(document)

    assert data == render(document)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {part.date_time for part in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@given(st.text())
def test_any_text_stays_text(text: str) -> None:
    """Whatever the text, a file can be opened, and has the letters that plain text has.

    Two letters that no XML may hold are left out; those from right to left are isolated.
    """
    expected = isolate(clean_text(text).replace("\ufffe", "").replace("\uffff", ""))
    link = Link(text, "post:")
    table = TableBlock((text, "b"), ((text, link),))

    file = opened(Heading(text), Entry(text, "", (text,), (link,)), table)

    assert [each.text for each in file.paragraphs[3:6]] == [expected] * 3
    assert file.paragraphs[6].text == f"post: {expected}"
    cells = [cell.text for cell in file.tables[0].rows[1].cells]
    assert cells == [expected, f"post: {expected}"]


@pytest.mark.parametrize(
    ("form", "library", "module", "hint"),
    [
        ("pdf", "typst", "typst", "and print the page."),
        ("docx", "python-docx", "docx", "and open the page in Word."),
    ],
)
def test_without_its_library(
    tracker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    form: str,
    library: str,
    module: str,
    hint: str,
) -> None:
    """Without its library a format is refused (2) with how to install it; no file is written."""
    tracker.ok("log fastai 1h")
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name.partition(".")[0] == module:
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.delitem(sys.modules, f"tracker.export.render.{form}", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)

    refused = tracker(["export", "progress", "-o", str(tmp_path / f"a.{form}")])

    assert (refused.code, " ".join(refused.err.split())) == (
        2,
        f"{form.upper()} needs {library}, which is not installed. To install it: "
        f"{install_line(library)} Or use --format html {hint}",
    )
    assert list(tmp_path.glob(f"*.{form}")) == []
