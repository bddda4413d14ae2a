"""Every number on a page is a fact of its packet, of the part behind its section."""

import random
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.page.facts import read_facts
from tests.page.lines import PARTS, page_lines
from tests.page.people import ROLES, TODAY, Town, Written, write_page
from tests.page.tables import misplaced_hours, wrong_days
from tests.page.walk import all_untraced, untraced
from tests.readiness.lives import Life

PEOPLE = (
    *("demo", "empty", "hostile", "busy"),
    *(f"{person} {role}" for person in ("beginner", "demo") for role in ROLES),
)
ITEMS = ("fastai", "ppo", "ziegler-2019", "learnpython", "3b1b-linear-algebra")
NUMBER = count()


@pytest.mark.parametrize("person", PEOPLE)
def test_every_number_is_a_fact(town: Town, person: str) -> None:
    """Days, amounts, hours, shares and counts stand in the part behind their section."""
    check_numbers(town[person])


def check_numbers(page: Written) -> None:
    """All numbers of a page, and the cells of its tables."""
    assert all_untraced(page.text, page.packet) == []
    assert misplaced_hours(page.text, page.packet) == []
    assert wrong_days(page.text, page.packet) == []


@st.composite
def commands(draw: st.DrawFn) -> list[list[str]]:
    """What somebody could have typed in the last two years: each is accepted."""
    days = st.integers(0, 700).map(lambda back: str(TODAY - timedelta(back)))
    amounts = st.integers(1, 700).map(lambda minutes: f"{minutes}m")
    items = st.sampled_from(ITEMS)
    logs = st.tuples(st.just("log"), items, amounts, st.just("--on"), days)
    ends = st.tuples(st.just("done"), items, st.just("--on"), days)
    dues = st.integers(1, 400).map(lambda ahead: str(TODAY + timedelta(ahead)))
    plans = st.tuples(st.just("plan"), items, st.just("--by"), dues)
    aims = st.tuples(st.just("target"), st.sampled_from(ROLES))
    paces = st.integers(1, 60).map(
        lambda hours: ("config", "hours-a-week", f"{hours}h")
    )
    lines = draw(st.lists(logs | logs | ends | plans | aims | paces, max_size=25))
    return [list(line) for line in lines]


# A page takes a second: shrinking would take minutes.
@settings(max_examples=10, phases=(Phase.generate,))
@given(commands())
def test_every_number_of_any_record_is_a_fact(
    template: Path, tmp_path: Path, typed: list[list[str]]
) -> None:
    """So it is whatever was logged, done, planned and aimed at."""
    life = Life(template).copy(tmp_path / f"any-{next(NUMBER)}.db")
    for words in typed:
        life(words)

    check_numbers(write_page(life))


def test_a_wrong_number_is_found(town: Town) -> None:
    """Of 300 digits changed at random in a page, five of six at least are found.

    Those of the calendar and of the hours by week apart: their cells are compared whole.
    """
    text, packet = town["demo"].text, town["demo"].packet
    facts = {section: read_facts(packet, section) for section in PARTS}
    lines = [line for line in page_lines(text) if line[0] not in ("year", "hours")]
    places = [
        (section, line, place)
        for section, line in lines
        for place, letter in enumerate(line)
        if letter.isdecimal()
    ]
    found = 0
    for section, line, place in random.choices(places, k=300):
        others = "0123456789".replace(line[place], "")
        wrong = f"{line[:place]}{random.choice(others)}{line[place + 1 :]}"
        found += bool(untraced(wrong, facts[section]))

    assert found >= 250


def test_a_wrong_day_or_hour_is_found(town: Town) -> None:
    """Any wrong cell of the calendar, of its table, and of the hours by week is found."""
    page = town["demo"]
    for right, wrong, check in (
        ("Tue 16 Dec 2025: 1h30m", "Tue 16 Dec 2025: 1h35m", wrong_days),
        ("16 Dec 1h30m", "16 Dec 1h35m", wrong_days),
        (">5h30m<", ">5h35m<", misplaced_hours),
    ):
        assert right in page.text
        assert check(page.text.replace(right, wrong), page.packet), wrong
