"""Chromium opens the pages: no error, no request, and axe finds no fault; it prints them."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests.browser.chromium import (
    SCHEMES,
    SCREEN,
    TELEPHONE,
    Chromium,
    needs_axe,
    needs_chromium,
)
from tests.export.personas import empty_folder, life, run
from tests.export.samples import make_progress
from tracker.export.render.documents.progress import progress_report
from tracker.export.render.reports import lay_out

KINDS = ("progress", "update", "application --for taif", "hours")

pytestmark = needs_chromium


@pytest.fixture(name="browser", scope="module")
def _browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """One browser for all tests."""
    with Chromium(tmp_path_factory.mktemp("browser")) as browser:
        yield browser


@pytest.fixture(name="pages", scope="module")
def _pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each kind of page for one persona, two more reports, and one with a long link."""
    folder = tmp_path_factory.mktemp("pages")
    made: dict[str, Path] = {}
    for persona, kinds in (
        ("ines", KINDS),
        ("dora", KINDS[:1]),
        ("ben", KINDS[:1]),
    ):
        with life(persona):
            for kind in kinds:
                answers = (
                    " --answers taif.toml" if kind.startswith("application") else ""
                )
                place = folder / f"{persona}-{kind.split()[0]}.html"
                place.write_text(
                    run(f"export {kind}{answers} --format html"), encoding="utf-8"
                )
                made[place.stem] = place
    work = make_progress().works[1]
    link = replace(work.links[0], address=f"https://git.example/{'long' * 40}")
    wide = replace(work, links=(link,), part="half")
    made["wide"] = folder / "wide.html"
    page = lay_out(progress_report(replace(make_progress(), works=(wide,))), "html")
    assert isinstance(page, str)
    made["wide"].write_text(page, encoding="utf-8")
    with empty_folder():
        run("demo")
        made["demo"] = folder / "demo.html"
        made["demo"].write_text(
            run("--db demo.db export progress --format html"), "utf-8"
        )
    return made


def test_no_complaint_and_no_request(pages: dict[str, Path], tmp_path: Path) -> None:
    """No page writes to the console, and none requests anything."""
    with Chromium(tmp_path) as browser:
        for page in pages.values():
            with browser.show(page) as tab:
                assert tab.run("return document.querySelectorAll('h1').length") == 1
                assert tab.complaints == []

    assert browser.requests == set()


def test_a_request_would_be_seen(tmp_path: Path) -> None:
    """The test above would see an error and a request."""
    page = tmp_path / "bad.html"
    page.write_text(
        "<h1>x</h1><img src='http://asked.example/a.png'><script>console.error('no')</script>"
    )

    with Chromium(tmp_path) as browser, browser.show(page) as tab:
        assert '"value": "no"' in " ".join(tab.complaints)

    assert browser.requests == {"http://asked.example/a.png"}


def test_dark_and_light(browser: Chromium, pages: dict[str, Path]) -> None:
    """A page and its drawings are dark or light as the reader's machine is."""
    script = """const style = getComputedStyle(document.body);
                const text = getComputedStyle(document.querySelector('svg text'));
                return [style.backgroundColor, style.color, text.fill]"""
    colours = {}
    for scheme in SCHEMES:
        with browser.show(pages["ines-progress"], scheme=scheme) as tab:
            colours[scheme] = tab.run(script)

    assert colours["light"] == [
        "rgb(255, 255, 255)",
        "rgb(28, 28, 28)",
        "rgb(28, 28, 28)",
    ]
    assert colours["dark"] == [
        "rgb(22, 22, 22)",
        "rgb(230, 230, 230)",
        "rgb(230, 230, 230)",
    ]


@pytest.fixture(name="measures", scope="module", params=[TELEPHONE, SCREEN])
def _measures(
    request: pytest.FixtureRequest, browser: Chromium, pages: dict[str, Path]
) -> dict[str, dict[str, Any]]:
    """What can be measured on each page, on a telephone and on a screen."""
    script = """const across = innerWidth, all = what => [...document.querySelectorAll(what)];
      const beyond = all('td, p, li, svg, h3').filter(
        part => part.getBoundingClientRect().right > across).map(part => part.outerHTML);
      const tables = all('table').map(table => [
        [...table.querySelectorAll('th')].map(th => th.textContent),
        [...table.querySelectorAll('td')].map(td => getComputedStyle(td, '::before').content)]);
      const letters = all('figure svg[role=img]').map(
        svg => [...svg.querySelectorAll('text')].map(text => {
          const box = text.getBoundingClientRect();
          return [text.textContent, box.left, box.top, box.right, box.bottom];
        }).filter(text => text[3] > text[1]));
      return {across, scroll: document.documentElement.scrollWidth, beyond, tables, letters}"""
    measures = {}
    for name, page in pages.items():
        with browser.show(page, request.param) as tab:
            tab.open_details()
            measures[name] = tab.run(script)
    return measures


def test_nothing_is_wider_than_its_screen(measures: dict[str, dict[str, Any]]) -> None:
    """On a telephone too, no text and no cell lies beyond the edge of the screen."""
    for name, measure in measures.items():
        assert (measure["scroll"], measure["beyond"]) == (measure["across"], []), name


def test_a_cell_on_a_telephone_has_its_head(
    measures: dict[str, dict[str, Any]],
) -> None:
    """A telephone shows a table row by row, the head of its column beside each cell."""
    for measure in measures.values():
        for head, cells in measure["tables"]:
            heads = [json.dumps(title, ensure_ascii=False) for title in head]
            if measure["across"] == SCREEN:
                heads = ["none"] * len(head)
            assert cells == heads * (len(cells) // len(heads))


def test_letters_of_a_picture_can_be_read(measures: dict[str, dict[str, Any]]) -> None:
    """They are 11 pixels high at least, and none lies on another."""
    for measure in measures.values():
        for texts in measure["letters"]:
            assert all(text[4] - text[2] >= 11 for text in texts)
            assert [pair for pair in combinations(texts, 2) if touch(*pair)] == []


def test_no_word_of_a_table_is_broken(
    browser: Chromium, pages: dict[str, Path]
) -> None:
    """On a screen each word of a table stands in one line, but for addresses."""
    script = """const broken = [], range = document.createRange();
      for (const cell of document.querySelectorAll('th, td')) {
        const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        while (walk.nextNode())
          for (const word of walk.currentNode.textContent.matchAll(/[^\\s-]+/g)) {
            range.setStart(walk.currentNode, word.index);
            range.setEnd(walk.currentNode, word.index + word[0].length);
            if (range.getClientRects().length > 1) broken.push(word[0]);
          }
      }
      return broken"""
    for page in pages.values():
        with browser.show(page) as tab:
            tab.open_details()
            broken = tab.run(script)
        assert [word for word in broken if not word.startswith("http")] == []


def touch(one: list[Any], other: list[Any]) -> bool:
    """Whether two texts, each with its four edges, share a place."""
    (_, left, top, right, bottom), (_, *edges) = one, other
    across = left < edges[2] and edges[0] < right
    return across and top + 3 < edges[3] and edges[1] + 3 < bottom


def test_print(browser: Chromium, pages: dict[str, Path], tmp_path: Path) -> None:
    """A year's report takes two sheets; the tables of its pictures are not on them."""
    place = tmp_path / "printed.pdf"

    with browser.show(pages["demo"]) as tab:
        tab.print(place)

    sheets = pypdf.PdfReader(place).pages
    text = " ".join(sheet.extract_text() for sheet in sheets)
    assert len(sheets) == 2
    assert "Hours by week and track" in text
    assert "Show as a table" not in text


@needs_axe
@pytest.mark.parametrize("width", [TELEPHONE, SCREEN])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe(
    browser: Chromium, pages: dict[str, Path], scheme: str, width: int
) -> None:
    """axe-core finds no violation on any page, with every table open."""
    for page in pages.values():
        with browser.show(page, width, scheme) as tab:
            tab.open_details()
            violations, passes = tab.axe()
        assert violations == [], page.name
        assert passes > 10
