"""A page is one file with a table beside each chart; only a page imports drawing."""

import re
import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.export.personas import life, run
from tests.export.samples import make_progress
from tracker.export.render import reports
from tracker.export.render.documents.progress import progress_report
from tracker.export.rules.spans import MOST_SPANS, spans

DAY = date(2026, 6, 1)
TRACKS = 13


def test_each_chart_has_its_table() -> None:
    """Each chart is a named drawing in a figure, with a table of the same numbers."""
    with life("ines"):
        page = run("export progress --format html")

    figures = re.findall(r"<figure>.*?</figure>", page, re.DOTALL)
    assert [re.findall(r"<figcaption>(.*?)<", figure)[0] for figure in figures] == [
        "Hours by week and track",
        "Hours against their limits",
    ]
    for figure in figures:
        title = re.findall(r"<figcaption>(.*?)<", figure)
        assert re.findall(r"<caption>(.*?)<", figure) == title
        assert re.findall(r'role="img" aria-label="(.*?)"', figure) in (title, [])
        assert "<details>" in figure


def test_nothing_is_loaded() -> None:
    """No page loads anything from elsewhere."""
    with life("ines"):
        pages = [
            run(f"export {kind} --format html")
            for kind in ("progress", "update", "application --for taif", "hours")
        ]

    for page in pages:
        assert not re.search(
            r"<(script|link|img|iframe|object|embed|base|form)\b|url\((?!#)|@import|\bon\w+=",
            page,
        )


@pytest.mark.parametrize(
    ("days", "name", "most"),
    [
        (1, "week", 1),
        (700, "week", MOST_SPANS),
        (3000, "month", MOST_SPANS),
        (20_000, "year", 60),
    ],
)
def test_weeks_become_months_and_years(days: int, name: str, most: int) -> None:
    """A chart has at most 104 bars, or years; all seconds are in them."""
    all_days = [DAY + timedelta(days=n) for n in range(days)]
    tracks = [
        (day, f"t{n}", f"Track {n}", 5, n) for day in all_days for n in range(TRACKS)
    ]

    clock = dict.fromkeys(all_days, 5 * (TRACKS - 1))
    span_name, all_spans = spans(tracks, clock, None, all_days[-1])

    assert (span_name, len(all_spans) <= most + 1) == (name, True)
    assert sum(span.seconds for span in all_spans) == 5 * (TRACKS - 1) * days
    assert (
        sum(track.seconds for span in all_spans for track in span.by_track)
        == 5 * TRACKS * days
    )
    assert all(
        after.since - before.until == timedelta(days=1)
        for before, after in pairwise(all_spans)
    )


def test_idle_weeks_are_shown() -> None:
    """A chart covers all weeks of its report, also those without hours."""
    days = [date(2026, 6, 10), date(2026, 6, 24)]
    name, made = spans(
        [(day, "t", "T", 60, 0) for day in days],
        dict.fromkeys(days, 60),
        DAY,
        date(2026, 7, 8),
    )

    assert (name, [span.seconds for span in made]) == ("week", [0, 60, 0, 60, 0, 0])
    assert spans([], {}, DAY, date(2026, 7, 8)) == ("week", ())


def test_a_page_of_many_years_stays_small() -> None:
    """A page of twenty years and thirteen tracks is under 1 MB."""
    facts = make_progress()
    all_days = [DAY + timedelta(days=n) for n in range(7300)]
    name, all_spans = spans(
        [
            (day, f"t{n}", f"Track {n}", 500, n)
            for day in all_days
            for n in range(TRACKS)
        ],
        dict.fromkeys(all_days, 500 * TRACKS),
        None,
        all_days[-1],
    )
    hours = type(facts.hours)(
        *(getattr(facts.hours, each) for each in facts.hours.__slots__[:8]),
        name,
        all_spans,
    )
    whole = type(facts)(*(getattr(facts, each) for each in facts.__slots__[:8]), hours)

    assert len(reports.lay_out(progress_report(whole), "html")) < 1_000_000


@pytest.mark.parametrize("form", ["md", "txt", "json"])
def test_only_a_page_loads_what_draws(tmp_path, form: str) -> None:
    """Libraries of formats are imported only for formats that need them."""
    code = f"""import sys
from tracker.cli import main
main(['--db', {str(tmp_path / "t.db")!r}, 'export', 'progress', '--format', {form!r}])
sys.exit(bool({{'drawsvg', 'docx', 'jinja2', 'typst'}} & set(sys.modules)))"""

    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True).returncode
        == 0
    )


@pytest.mark.parametrize(
    ("kind", "unused"),
    [("sessions", "tracker.export.render.documents"), ("hours", "tracker.plans.store")],
)
def test_a_kind_loads_what_it_needs(tmp_path, kind: str, unused: str) -> None:
    """`sessions` imports no documents, `hours` no plans, neither of them forms."""
    code = f"""import sys
from tracker.cli import main
main(['--db', {str(tmp_path / "t.db")!r}, 'export', {kind!r}])
sys.exit(any(name.startswith(({unused!r}, 'tracker.export.rules.filled_form')) for name in sys.modules))"""

    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True).returncode
        == 0
    )
