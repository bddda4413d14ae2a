"""Pictures: fixed colours told apart in grey, breaks left out, a week that goes on."""

import re
import tomllib
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.export.personas import empty_folder, life, run
from tests.export.samples import Page
from tracker.export.render.blocks import Bars, LimitBar, Mark, Series
from tracker.export.render.palette import DARK, LIGHT, TRACKS, texture_of
from tracker.export.render.pictures import DOT, PLOT, draw_bars, draw_limit
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
        float(x) / 100 * WIDTH
        for x in re.findall(r'<rect x="(.*?)%" .*class="dot"', image)
    ]
    assert len(places) == 2
    assert DOT < min(places) < max(places) < WIDTH - DOT


def test_a_bar_has_one_sign() -> None:
    """A sign has the numbers of all milestones of its bar, however many they are."""
    series = (Series("a", (1.0, 1.0, 1.0), 0),)
    marks = [Mark("a", place) for place in (0, *(1,) * 25, 2)]
    image = to_image(draw_bars(Bars(("x",) * 3, series, tuple(marks))))

    assert re.findall(r'class="dot".*\n<text .*>(.*?)<', image) == ["1", "2-26", "27"]


@given(places=st.lists(st.integers(0, 103), max_size=300).map(sorted))
def test_signs_of_many_milestones_leave_room(places: list[int]) -> None:
    """However many milestones there are, a picture is half a page high at most."""
    series = (Series("a", (1.0,) * 104, 0),)
    marks = tuple(Mark("a", place) for place in places)

    drawing = draw_bars(Bars(("x",) * 104, series, marks))

    assert drawing.height < 600


def test_the_axis_ends_today() -> None:
    """The lines of the picture end with the bar of today's week."""
    with empty_folder():
        for day in LOGGED:
            run(f"log fastai 2h --on {day}", SEEN)
        drawn = picture(run("export progress --format html", SEEN))

    grid = re.findall(r'<rect x="8%" .*? width="(.*?)%" .*class="grid"', drawn)
    outlines = re.findall(r'<rect x="(.*?)%" .*? width="(.*?)%" .*class="rest"', drawn)
    left, width = map(float, outlines[-1])
    assert left + width < 8 + float(grid[0]) < left + 1.2 * width


def test_a_label_stands_under_its_bar() -> None:
    """Each week's first day is centred under the middle of its bar, at a tick."""
    with empty_folder():
        run("log fastai 2h --on 2026-06-15", SEEN)
        run("log fastai 2h --on 2026-06-22", SEEN)
        drawn = picture(run("export progress --format html", SEEN))

    parts = re.findall(r'<rect x="(.*?)%" .*? width="(.*?)%" .*class="c2 part', drawn)
    labels = re.findall(r'<text x="(.*?)%" .*text-anchor="middle".*>(.*?)<', drawn)
    ticks = re.findall(r'<rect x="(.*?)%" .* height="5" class="line', drawn)
    assert [label for _, label in labels] == [
        "15 Jun 2026",
        "22 Jun 2026",
        "29 Jun 2026",
    ]
    assert ticks == [x for x, _ in labels]
    middles = [float(x) + float(width) / 2 for x, width in parts]
    assert middles == pytest.approx([float(x) for x, _ in labels[:2]], abs=0.02)


@pytest.mark.parametrize(
    ("low", "high", "largest", "limit"),
    [
        (200, 400, 400, ["200 h", "400 h"]),
        (25, 40, 400, ["25-40 h"]),
        (0, 40, 40, ["40 h"]),
        (40, 40, 40, ["40 h"]),
    ],
)
def test_a_limit_has_its_figures(
    low: float, high: float, largest: float, limit: list[str]
) -> None:
    """The hours logged stand above the bar; below it both ends of the limit."""
    bar = LimitBar("a", "30.5 h", 30.5, low, high)

    image = to_image(draw_limit(bar, largest))

    assert re.findall(r"<text .*>(.*?)<", image) == ["30.5 h", *limit]


def test_an_agents_hours_are_told_under_the_picture() -> None:
    """Where bars include hours that an agent ran, a note gives their sum."""
    with empty_folder():
        run("log fastai 2h", SEEN)
        alone = run("export progress --format html", SEEN)
        run("log ppo 90m +agent", SEEN)
        both = run("export progress --format html", SEEN)

    note = "The bars include 1.5 h run by an agent."
    texts = ["".join(Page(page).text) for page in (alone, both)]
    assert [note in text for text in texts] == [False, True]


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
    numbers = re.findall(r'class="dot".*\n<text .*>(.*?)<', picture(page))
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
