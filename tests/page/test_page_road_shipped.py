"""The maps of the shipped roles, for a beginner and for the demo."""

import contextlib
import html
import re
import shutil
from pathlib import Path

import pytest

from tests.readiness.lives import Life
from tracker.database.connect import connect
from tracker.page.rules.road_lanes import LaneRow, count_lanes, lay_lanes
from tracker.page.view.road_section import road_section
from tracker.readiness.rules.road_map import RoadMap
from tracker.readiness.rules.road_stops import find_road_map
from tracker.readiness.store.facts import read_facts, read_roles
from tracker.readiness.store.titles import read_titles

Maps = dict[str, RoadMap]
LARGEST = 120_000  # bytes of a section
MOST_LANES = 8
MOST_CROSSED = 12  # lines that branches cross, on all maps of a person together


@pytest.fixture(name="maps", scope="module", params=("beginner", "demo"))
def _maps(
    request: pytest.FixtureRequest,
    first_run: tuple[Path, int],
    tmp_path_factory: pytest.TempPathFactory,
) -> Maps:
    """A map for each role and variant."""
    db = Path(shutil.copy(first_run[0], tmp_path_factory.mktemp("maps") / "own.db"))
    if request.param == "demo":
        Life(db).ok("demo")
        db = db.with_name("demo.db")
    with contextlib.closing(connect(db, write=False)) as library:
        facts, titles = read_facts(library), read_titles(library)
        roles = read_roles(library)
    return {
        f"{role.slug} {variant and variant.slug}": find_road_map(
            role, variant, facts, titles
        )
        for role in roles
        for variant in role.variants or (None,)
    }


def crossed(row: LaneRow) -> int:
    """How many lines the branches of a row cross."""
    ends = [sorted((line.lane, row.lane or 0)) for line in row.lines if line.joins]
    return sum(low < line.lane < high for low, high in ends for line in row.lines)


def test_maps_are_narrow_and_small(maps: Maps) -> None:
    """Each map has few lanes, and is little of a page's 300 KB."""
    for road in maps.values():
        assert count_lanes(lay_lanes(road)) <= MOST_LANES
        assert len(road_section(road).encode()) < LARGEST


def test_few_lines_cross(maps: Maps) -> None:
    """Lanes are chosen so that branches cross few lines."""
    rows = [row for road in maps.values() for row in lay_lanes(road)]
    assert sum(map(crossed, rows)) <= MOST_CROSSED


def test_a_map_names_all_that_is_on_the_road(maps: Maps) -> None:
    """Titles of stops, steps and of what can be done instead, and each address."""
    for road in maps.values():
        section = html.unescape(str(road_section(road)))
        for stop in road.stops:
            assert f"<h4>{stop.title}</h4>" in section
            for step in stop.steps:
                others = step.choice.others if step.choice else ()
                for title, url in [
                    (step.title, step.url),
                    *((other.title, other.url) for other in others),
                ]:
                    assert title in section
                    assert url is None or f'href="{url}"' in section


def test_headings_follow_the_outline(maps: Maps) -> None:
    """Stages and the role are h3, their stops h4; the page's own h2 stands above."""
    for road in maps.values():
        levels = re.findall(r"<h(\d)", road_section(road))
        expected: list[str] = []
        for _, stops in road.bands():
            expected += ["3", *("4" for _ in stops)]
        assert levels == [*expected, "3"]
