"""What somebody else must give before an item can begin: on the pages of `show`."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from tests.conftest import Tracker
from tracker.curriculum.rules.items import Gate, Group, Item
from tracker.curriculum.view.gates import gate_data, say_gate, say_rounds
from tracker.limits import HOUR
from tracker.milestones.rules.details import (
    ItemDetails,
    LoggedHours,
    MilestoneDetails,
)
from tracker.milestones.rules.records import Milestone
from tracker.milestones.rules.status import milestone_statuses
from tracker.milestones.view.item import item_details_text
from tracker.milestones.view.item_json import item_details_data
from tracker.milestones.view.milestone import milestone_details_text
from tracker.milestones.view.milestone_json import milestone_details_data

TODAY = date(2026, 11, 23)
MATS = Gate(
    needs="a place",
    hours=(8 * HOUR, 22 * HOUR, 40 * HOUR),
    letters=2,
    odds="about 120 of 2,200 in summer 2026",
    window="summer 2027: about March to April 2027",
    as_of="2026-09",
    url="https://www.matsprogram.org/apply",
)
MLAB = Gate(needs="a place", closed=True, as_of="2026")


def item(slug: str, gate: Gate | None = None) -> Item:
    return Item(slug, slug.upper(), "programme", "research", gate=gate)


def item_page(gate: Gate | None) -> ItemDetails:
    return ItemDetails(
        item=item("mats", gate),
        today=TODAY,
        needs=(),
        group=None,
        after=None,
        milestones=(),
        logged=LoggedHours(sessions=0),
    )


def milestone_page() -> MilestoneDetails:
    milestone = Milestone("done", "A programme finished", items=("mats",))
    status = milestone_statuses([milestone], (), (), frozenset(), TODAY)["done"]
    return MilestoneDetails(
        status=status,
        today=TODAY,
        item_titles={},
        milestone_titles={},
        other_states={},
        groups=(Group("camps", "A camp", "research", 1, ("mlab", "arena")),),
        gates=(("mats", MATS), ("mlab", MLAB)),
    )


def test_item_page() -> None:
    """The page of an item says what it needs, how many are taken, when, and where."""
    assert item_details_text(item_page(MATS)) == (
        "MATS\n"
        "  item      mats, programme in research\n"
        "  status    not started\n"
        "  logged    nothing yet\n"
        "  estimate  none\n"
        "  needs     a place; 2 reference letters\n"
        "  applying  8-40 h, likely 22 h\n"
        "  odds      about 120 of 2,200 in summer 2026\n"
        "  rounds    summer 2027: about March to April 2027 (as of 2026-09)\n"
        "  see       https://www.matsprogram.org/apply"
    )


def test_item_page_without_a_gate() -> None:
    """What anybody can begin has none of these lines."""
    text = item_details_text(item_page(None))

    assert "needs" not in text
    assert "rounds" not in text
    assert item_details_data(item_page(None))["item"]["gate"] is None


def test_milestone_page() -> None:
    """The page of a milestone has the items of its groups, and a line for each gate."""
    page = milestone_details_text(milestone_page())

    assert (
        "  items     mats\n"
        "            1 of mlab, arena\n"
        "  needs     mats: a place; 2 reference letters; 8-40 h to apply\n"
        "            mlab: a place; closed\n"
    ) in page


def test_keys() -> None:
    """In JSON an item has its gate, a milestone those of its items; hours are hours."""
    keys = {
        "needs": "a place",
        "hours": [8, 22, 40],
        "letters": 2,
        "odds": "about 120 of 2,200 in summer 2026",
        "window": "summer 2027: about March to April 2027",
        "closed": False,
        "as_of": "2026-09",
        "url": "https://www.matsprogram.org/apply",
    }

    assert item_details_data(item_page(MATS))["item"]["gate"] == keys
    assert milestone_details_data(milestone_page())["milestone"]["gates"] == [
        {"item": "mats", **keys},
        {"item": "mlab", **gate_data(MLAB)},
    ]
    assert gate_data(MLAB)["hours"] is None


@pytest.mark.parametrize(
    ("gate", "needs", "rounds"),
    [
        (Gate("an offer"), "an offer", ""),
        (Gate("an offer", letters=1), "an offer; 1 reference letter", ""),
        (
            Gate("an offer", hours=(HOUR, HOUR, HOUR)),
            "an offer; 1 h to apply",
            "",
        ),
        (Gate("a post", window="any time"), "a post", "any time"),
        (Gate("a post", as_of="2026"), "a post", ""),
        (MLAB, "a place; closed", "closed; no next round is known (as of 2026)"),
        (
            Gate("a place", window="it ran once, in 2022", closed=True),
            "a place; closed",
            "closed; it ran once, in 2022",
        ),
    ],
)
def test_what_is_not_known_is_not_said(gate: Gate, needs: str, rounds: str) -> None:
    """A gate says only what is known of it; a closed one says so."""
    assert (say_gate(gate), say_rounds(gate)) == (needs, rounds)


def test_shipped_pages(tracker: Tracker) -> None:
    """Each shipped item with a gate says what it needs, within 80 columns."""
    tracker.ok("items")
    with closing(sqlite3.connect(tracker.db)) as db, db:
        gated = [
            slug
            for (slug,) in db.execute(
                "select slug from item where id in (select item_id from item_gate)"
                " order by slug limit 12"
            )
        ]
    pages = {slug: tracker.ok(f"show {slug}").splitlines() for slug in gated}

    assert len(gated) == 12
    assert all(any("  needs     " in line for line in p) for p in pages.values())
    assert [line for p in pages.values() for line in p if is_long(line)] == []


def is_long(line: str) -> bool:
    """Whether it is longer than a terminal is wide, and no address."""
    return len(line) > 80 and "://" not in line


def test_gates_of_a_shipped_milestone(tracker: Tracker) -> None:
    """An open milestone names the gates before it; one item begun leaves the others."""
    page = tracker.ok("show bootcamp-done")
    tracker.ok("log arena 1h")
    begun = tracker.json("show bootcamp-done")["milestone"]
    tracker.ok("reach bootcamp-done")
    reached = tracker.json("show bootcamp-done")["milestone"]

    assert "  needs     mlab: a place; closed\n            arena: a place; " in page
    assert [gate["item"] for gate in begun["gates"]] == ["mlab", "ml4good"]
    assert reached["gates"] == []
