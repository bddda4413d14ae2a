"""The days of a week and the weeks before it as pictures, at each width."""

from datetime import timedelta
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.plans.harness import MONDAY, log_weeks
from tracker.plans.rules.week_hours import WeekHours
from tracker.plans.view.week_hours import day_lines
from tracker.text.screen import SCREEN
from tracker.text.signs import SIGNS

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SECONDS = st.lists(st.integers(0, 24 * 3600), min_size=1, max_size=7)


@given(SECONDS, st.integers(40, 200), st.sampled_from([*SIGNS]))
def test_days_fit(seconds: list[int], columns: int, pictures: str) -> None:
    """All days are there in order; no line is too wide; a bar has a sign for each hour."""
    days = [(MONDAY + timedelta(days=n), each) for n, each in enumerate(seconds)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SCREEN, "columns", columns)
        patch.setattr(SCREEN, "signs", SIGNS[pictures])
        text = day_lines(WeekHours(MONDAY, tuple(days)), ())

    assert max(map(len, text.split("\n"))) <= columns
    assert [word for word in text.split() if word in DAYS] == [*DAYS[: len(days)]]
    assert text.split().count("-") == seconds.count(0)
    bars = [max(ceil(int(each / 900 + 0.5) / 4), 1) for each in seconds if each]
    signs = {*SIGNS[pictures].parts}
    drawn = [len(word) for word in text.split() if set(word) <= signs]
    assert drawn == (bars if signs else [])


def test_week_at_forty_columns(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a narrow terminal two days stand on a line."""
    monkeypatch.setenv("COLUMNS", "40")
    tracker.ok("log fastai 5h30m")
    tracker.ok("log fastai 8h", "2026-11-25T20:00")

    assert tracker.ok("week", "2026-11-26T20:00").splitlines()[1:3] == [
        "  Mon 5h30m ▆▆▆▆▆▃     Tue -",
        "  Wed 8h00m ▆▆▆▆▆▆▆▆   Thu -",
    ]


def test_weeks_before_are_a_sparkline(tracker: Tracker) -> None:
    """The last twelve weeks have a sign each: hours, none, or a break."""
    log_weeks(tracker, 13, "4h", MONDAY - timedelta(weeks=2))
    tracker.ok("log fastai 8h", "2026-11-17T20:00")
    tracker.ok("break 2026-11-09 2026-11-15", "2026-11-23T20:00")

    def weeks(*, pictures: str) -> str:
        tracker.ok(["config", "pictures", pictures])
        text = " ".join(tracker.ok("").split())
        return text[text.index("Last 12") :]

    ends = "highest 8h00m (week of Mon 16 Nov)"
    in_blocks, in_ascii, in_words = (weeks(pictures=way) for way in SIGNS)
    assert f"Last 12 weeks: ▄▄▄▄▄▄▄▄▄▄-█, {ends}; - is a break." in in_blocks
    assert f"Last 12 weeks: OOOOOOOOOO-@, {ends}; - is a break." in in_ascii
    assert f"weeks: {'4h00m, ' * 10}break, 8h00m, {ends}." in in_words


def test_few_weeks_have_no_sparkline(tracker: Tracker) -> None:
    """Below four weeks with hours there is nothing to compare."""
    log_weeks(tracker, 3)
    assert "weeks:" not in tracker.ok("")

    tracker.ok("log fastai 1h", "2026-10-26T20:00")
    assert "Last 4 weeks: " in tracker.ok("", "2026-11-23T20:00")
