"""Pictures: fixed colours told apart in grey, breaks left out, a week that goes on."""

import re
import tomllib
from itertools import combinations, pairwise

import pytest

from tests.conftest import ROOT
from tests.export.personas import empty_folder, life, run
from tracker.export.render.blocks import Bars, Mark, Series
from tracker.export.render.palette import DARK, LIGHT, TRACKS, texture_of
from tracker.export.render.pictures import DOT, PLOT, draw_bars
from tracker.export.render.svg import WIDTH, to_image

LOGGED = ("2026-06-02", "2026-06-09", "2026-06-30")
SEEN = "2026-07-01T20:00"  # a Wednesday


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, from 0 to 1, as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_tracks_are_told_apart_in_grey(colours: dict[str, str]) -> None:
    """Neighbours differ by 2 to 1 in lightness; others by 1.4 to 1, or by texture."""
    tracks = [(colours[f"c{place}"], texture_of(place)) for place in range(TRACKS)]

    assert min(contrast(one, other) for (one, _), (other, _) in pairwise(tracks)) >= 2
    alike = [
        contrast(one, other)
        for (one, texture), (other, same) in combinations(tracks, 2)
        if texture == same
    ]
    assert min(alike) >= 1.4
    assert min(contrast(colour, colours["paper"]) for colour, _ in tracks) >= 3


def test_each_track_of_the_catalogue_has_a_colour() -> None:
    """There are as many colours as tracks."""
    catalogue = tomllib.loads((ROOT / "seed" / "tracks.toml").read_text("utf-8"))

    assert len(catalogue["track"]) == TRACKS


def picture(page: str) -> str:
    """The drawing of hours by week."""
    return re.findall(r"<svg.*?</svg>", page, re.DOTALL)[0]


def test_a_track_keeps_its_colour() -> None:
    """A track has its colour by the catalogue, whatever else is in the report."""
    with empty_folder():
        run("log ppo 2h", SEEN)
        alone = picture(run("export progress --format html", SEEN))
        run("log fastai 5h", SEEN)
        both = picture(run("export progress --format html", SEEN))

    assert set(re.findall(r'class="(c\d+) part open"', alone)) == {"c4"}
    assert set(re.findall(r'class="(c\d+) part open"', both)) == {"c2", "c4"}


def test_breaks_without_hours_are_left_out() -> None:
    """A week off without hours has no bar, but a sign; one with hours has its bar."""
    with empty_folder():
        for day in LOGGED:
            run(f"log fastai 2h --on {day}", SEEN)
        run("break 2026-06-08 2026-06-21", SEEN)
        page = run("export progress --format html", SEEN)

    lefts = re.findall(r'<rect x="(.*?)%" .*class="c2 part', picture(page))
    steps = [float(after) - float(before) for before, after in pairwise(lefts)]
    # The weeks of 1, 8, (15 left out, its place with the sign), 22 without hours, 29 June.
    assert [round(step / steps[0]) for step in steps] == [1, 3]
    assert picture(page).count(">//<") == 1
    assert "// Planned break without hours, left out" in page


def test_an_outline_is_explained_where_one_is_drawn() -> None:
    """A week that goes on without hours has no outline, and none is explained."""
    words = "Dashed outline: only some days of the week are in this report"
    with empty_folder():
        run("log fastai 2h --on 2026-06-15", SEEN)
        without = run("export progress --format html", SEEN)
        run("log fastai 1h --on 2026-06-29", SEEN)
        page = run("export progress --format html", SEEN)

    drawn = ['class="rest"' in picture(each) for each in (without, page)]
    assert drawn == [words in each for each in (without, page)] == [False, True]


def test_a_mark_at_the_edge_is_whole() -> None:
    """The circle of a milestone in the last of many weeks lies within the picture."""
    weeks = 60
    series = (Series("a", (1.0,) * weeks, 0),)
    bars = Bars(("x",) * weeks, series, (Mark("a", 0), Mark("b", weeks - 1)))

    image = to_image(draw_bars(bars))

    places = [
        float(x) / 100 * WIDTH for x in re.findall(r'<circle cx="(.*?)%" .*dot', image)
    ]
    assert len(places) == 2
    assert DOT < min(places) < max(places) < WIDTH - DOT


def test_an_idle_week_outside_breaks_stays() -> None:
    """Weeks without hours are left out for breaks only."""
    with empty_folder():
        for day in LOGGED:
            run(f"log fastai 2h --on {day}", SEEN)
        page = run("export progress --format html", SEEN)

    assert "//<" not in picture(page)
    assert "Planned break" not in page


@pytest.mark.parametrize(
    ("first", "today", "incomplete"),
    [
        ("2026-06-29", "2026-07-05", 0),
        ("2026-06-29", "2026-07-01", 1),
        ("2026-06-30", "2026-07-05", 1),
        ("2026-06-30", "2026-07-08", 2),
    ],
)
def test_incomplete_weeks_are_outlined(first: str, today: str, incomplete: int) -> None:
    """A week that is not over, or began before the report, is drawn as incomplete."""
    now = f"{today}T21:00"
    with empty_folder():
        run(f"log fastai 2h --on {first}", now)
        run("log fastai 1h", now)
        page = run("export progress --format html", now)

    assert picture(page).count('class="rest"') == incomplete
    assert ("Dashed outline" in page) is bool(incomplete)


def test_milestones_are_marked() -> None:
    """Each work with evidence is numbered above its week, the earliest first, and listed."""
    with life("ines"):
        page = run("export progress --format html")

    marks = re.findall(r'<ol class="marks">(.*?)</ol>', page, re.DOTALL)[0]
    titles = re.sub(r"<.*?>", "", marks).split("\n")
    numbers = re.findall(r'text-anchor="middle">(\d+)<', picture(page))
    assert [title for title in titles if title] == [
        "A transformer in PyTorch, by oneself (17 Jan 2026)",
        "Technical AI Safety course, BlueDot Impact (12 Apr 2026)",
        "GPT-2 small, trained from scratch on one GPU (20 Aug 2026)",
    ]
    assert numbers == ["1", "2", "3"]


def test_bars_have_the_numbers_of_the_table() -> None:
    """The height of each part stands for the hours that the table prints."""
    with life("ines"):
        page = run("export progress --format html")

    drawn = picture(page)
    (highest,) = re.findall(r">(\d+) h<", drawn)
    heights = re.findall(r'height="(.*?)" class="c\d+ part', drawn)
    table = re.findall(r"<tbody.*?</tbody>", page, re.DOTALL)[-2]
    rows = [re.findall(r'class="r".*?>([\d.]*)<', row) for row in table.split("</tr>")]
    cells = [cell for *row, _ in rows[:-2] for cell in row if cell]
    assert sorted(
        round(float(height) * int(highest) / PLOT, 1) for height in heights
    ) == (sorted(map(float, cells)))
