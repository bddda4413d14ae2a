"""Chromium shows everyone's page: all of it can be seen, heard and reached by keys."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests.browser.chromium import (
    A4,
    TELEPHONE,
    Chromium,
    Tab,
    needs_axe,
    needs_chromium,
)
from tests.page import measures
from tests.page.people import Town

pytestmark = needs_chromium

PEOPLE = ("demo", "empty", "busy", "hostile")
NARROW, WIDE = 320, 1100  # pixels across
WIDTHS = (NARROW, TELEPHONE, WIDE)
# Scripts of what is wrong, by what they look for.
FAULTS = {
    "beyond the edge": measures.BEYOND,
    "cut": measures.CUT,
    "on another text": measures.OVERLAPS,
    "too small": measures.SMALL,
}
# The rules of axe that colours and widths decide.
OF_LOOKS = (
    "color-contrast",
    "link-in-text-block",
    "scrollable-region-focusable",
    "target-size",
)
TAB, ENTER = ("Tab", 9), ("Enter", 13, "\r")


def test_no_request_and_no_script(town: Town, tmp_path: Path) -> None:
    """No page has a script, requests anything, or writes to the console."""
    script = (
        "return document.querySelectorAll('script, link, iframe, img, object').length"
    )
    with Chromium(tmp_path) as browser:
        for person in PEOPLE:
            with browser.show(town[person].path) as tab:
                assert (tab.run(script), tab.complaints) == (0, [])

    assert browser.requests == set()


@needs_axe
@pytest.mark.parametrize("person", PEOPLE)
def test_axe(browser: Chromium, town: Town, person: str) -> None:
    """axe-core finds no violation with all unfolded; contrast and sizes hold everywhere."""
    with browser.show(town[person].path, WIDE) as tab:
        tab.open_details()
        violations, passes = tab.axe()
        assert (violations, passes > 10) == ([], True)
        for width, scheme in (
            (WIDE, "dark"),
            (TELEPHONE, "light"),
            (TELEPHONE, "dark"),
        ):
            tab.resize(width)
            tab.emulate(scheme)
            assert tab.axe(*OF_LOOKS)[0] == [], (width, scheme)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("person", PEOPLE)
def test_all_can_be_read(
    browser: Chromium, town: Town, person: str, width: int
) -> None:
    """No text is cut, too small, on another one, or beyond the edge, folded or unfolded."""
    with browser.show(town[person].path, width) as tab:
        assert _faults(tab) == {}
        tab.open_details()
        assert _faults(tab) == {}


def _faults(tab: Tab) -> dict[str, Any]:
    found = {name: tab.run(script) for name, script in FAULTS.items()}
    return {name: faults for name, faults in found.items() if faults}


def test_faults_would_be_seen(browser: Chromium, tmp_path: Path) -> None:
    """The test above would see each of its faults."""
    page = tmp_path / "bad.html"
    page.write_text(
        "<p style='width: 9in; font-size: 9px'>wide</p>"
        "<p style='width: 1em; overflow: hidden'>uncomfortable</p>"
        "<svg width=90 height=30><text y=20>one</text><text y=22>two</text></svg>"
    )

    with browser.show(page, TELEPHONE) as tab:
        assert sorted(_faults(tab)) == sorted(FAULTS)


@pytest.mark.parametrize("width", [TELEPHONE, WIDE])
@pytest.mark.parametrize("person", PEOPLE)
def test_keys(browser: Chromium, town: Town, person: str, width: int) -> None:
    """Tab goes through links and details in the order of the text, and shows where it is."""
    with browser.show(town[person].path, width) as tab:
        stops = list(iter(lambda: _next_stop(tab), None))

    assert stops
    assert [
        stop["name"] for stop in stops if not (stop["ring"] and stop["later"])
    ] == []
    for one, other in pairwise(stops[1:]):  # the first is the link that skips the rest
        is_below = other["bottom"] > one["top"]
        assert is_below or other["left"] > one["left"], (one, other)


def _next_stop(tab: Tab) -> Any:
    """Where the next press of Tab leads; None at the end of the page."""
    tab.press(*TAB)
    stop = tab.run(measures.FOCUS)
    return None if stop["tag"] == "BODY" else stop


def test_details_open_by_keyboard(browser: Chromium, town: Town) -> None:
    """Enter unfolds what is folded, and folds it again."""
    is_open = "return document.activeElement.parentElement.open"
    with browser.show(town["demo"].path) as tab:
        while _next_stop(tab)["tag"] != "SUMMARY":
            pass
        tab.press(*ENTER)
        assert tab.run(is_open)
        tab.press(*ENTER)
        assert not tab.run(is_open)


def test_first_link_skips_to_the_text(browser: Chromium, town: Town) -> None:
    """The first press of Tab offers to skip what stands before the text."""
    with browser.show(town["demo"].path) as tab:
        assert "<a " in _next_stop(tab)["name"]
        tab.press(*ENTER)
        tab.press(*TAB)
        assert tab.run("return !!document.activeElement.closest('main')")


@pytest.mark.parametrize("person", PEOPLE)
def test_print(browser: Chromium, town: Town, person: str, tmp_path: Path) -> None:
    """On paper there is no dark ground, and nothing is cut, whatever the screen prefers."""
    place = tmp_path / "printed.pdf"

    with browser.show(town[person].path, A4, "dark", media="print") as tab:
        assert tab.run(measures.DARK_GROUNDS) == []
        assert _faults(tab) == {}
        tab.print(place)

    assert len(pypdf.PdfReader(place).pages) <= 12


@pytest.mark.parametrize("person", PEOPLE)
def test_size(town: Town, person: str) -> None:
    """A page has less than 300 kB, also with 100,000 sessions."""
    assert len(town[person].text.encode()) < 300_000


def test_links_and_headings(browser: Chromium, town: Town) -> None:
    """A page has one h1, no heading skips a level, and each link has a name of its own."""
    with browser.show(town["demo"].path) as tab:
        nodes = [node for node in tab.nodes() if not node["ignored"]]
    levels = [_property(node, "level") for node in nodes if _role(node) == "heading"]
    names = [node["name"]["value"].strip() for node in nodes if _role(node) == "link"]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))
    assert "" not in names


def _role(node: dict[str, Any]) -> str:
    role: str = node["role"]["value"]
    return role


def _property(node: dict[str, Any], name: str) -> Any:
    values = [
        one["value"]["value"] for one in node["properties"] if one["name"] == name
    ]
    return values[0]
