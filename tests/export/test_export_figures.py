"""Figures of an export: rounding, limits, sources."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.export.render import figures
from tracker.export.rules.hours import SourceHours
from tracker.export.rules.progress import BoundHours, UnderWay, Work
from tracker.milestones.rules.figures import WorkFigures

HOUR = 3600


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, "0.0"),
        (1, "0.1"),
        (1800, "0.5"),
        (5400, "1.5"),
        (9 * HOUR + 3400, "9.9"),
        (9 * HOUR + 3599, "10.0"),
        (34 * HOUR + 2700, "34.8"),
        (99 * HOUR + 3599, "100.0"),
        (100 * HOUR + 1799, "100.5"),
        (504 * HOUR, "504.0"),
        (12345 * HOUR, "12345.0"),
    ],
)
def test_hours_are_rounded_but_never_to_zero(seconds: int, expected: str) -> None:
    """Hours have one decimal, however many they are; a second is not 0 h."""
    assert expected == figures.round_hours(seconds)


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([], []),
        ([4500, 11700], ["1.3", "3.2"]),
        ([23 * HOUR + 1800, 8 * HOUR, 2700], ["23.5", "8.0", "0.8"]),
        (
            [271 * HOUR + 1700, 131 * HOUR + 1700, 2 * HOUR + 1000],
            ["271.5", "131.4", "2.3"],
        ),
        ([271 * HOUR, 131 * HOUR, -7 * HOUR], ["271.0", "131.0", "-7.0"]),
        ([90 * HOUR, 1], ["90.0", "0.0"]),
        ([1, 0], ["0.1", "0.0"]),
    ],
)
def test_parts_add_up_to_their_sum(amounts: list[int], expected: list[str]) -> None:
    """Rounded parts, an overlap among them, add up to the rounded total."""
    assert figures.round_parts(amounts) == expected


@example([474, 24475, 1160])
@given(st.lists(st.integers(0, 900 * HOUR), min_size=1, max_size=9))
def test_tenths_add_up(amounts: list[int]) -> None:
    """The tenths add up to the total, each within a tenth of its exact value."""
    tenths = [round(10 * float(part)) for part in figures.round_parts(amounts)]

    assert f"{sum(tenths) / 10:.1f}" == figures.round_hours(sum(amounts))
    assert all(
        abs(360 * tenth - amount) < 360
        for tenth, amount in zip(tenths, amounts, strict=True)
    )


def test_a_ledger_says_when_it_is_over() -> None:
    """Hours within a limit are shown against it; more are named as over it."""
    within, over = (
        BoundHours(302 * HOUR, 200 * HOUR, 400 * HOUR, False),
        BoundHours(431 * HOUR, 200 * HOUR, 400 * HOUR, True),
    )

    assert figures.say_ledger(within) == "302.0 h, within the limit of 200-400 h"
    assert figures.say_ledger(over) == "431.0 h, over the limit of 200-400 h"


def test_a_result_without_hours_is_not_within_its_limit() -> None:
    """Without logged hours a result is not said to be within its limit."""
    assert (
        figures.say_ledger(BoundHours(0, 200 * HOUR, 400 * HOUR, False))
        == "no hours logged, limit 200-400 h"
    )


def test_work_without_an_estimate_shows_its_hours() -> None:
    """Without limit and estimate only the hours are shown."""
    assert (
        figures.say_spent(
            UnderWay("A habit", None, "habit", None, 12 * HOUR, None, None)
        )
        == "12.0 h"
    )


def test_the_original_figure_stands_beside_the_reproduced_one() -> None:
    """A result shows both figures, their difference, then its hours."""
    ledger = BoundHours(302 * HOUR, 200 * HOUR, 400 * HOUR, False)
    both = WorkFigures.of("86%", "74% (400 pairs)")
    work = Work("Z", "z", ("m",), date(2026, 1, 1), figures=(both,), ledger=ledger)

    assert list(figures.say_result(work)) == [
        "original 86%; reproduced 74% (400 pairs); 12 points lower (14% of the original figure)",
        "302.0 h, within the limit of 200-400 h",
    ]


@pytest.mark.parametrize(
    ("claimed", "reproduced", "expected"),
    [
        ("27.3 BLEU", "27.3 BLEU (two seeds)", "no difference"),
        ("0", "3", "3 higher"),
        ("0.9 F1", "0.91 F1", "0.01 F1 higher (1.1% of the original figure)"),
        ("86%", "0.74", ""),
        ("86%", None, ""),
        ("86 to 88%", "86%", ""),
    ],
)
def test_a_difference_needs_two_plain_figures(
    claimed: str, reproduced: str | None, expected: str
) -> None:
    """Two plain figures of one unit have a difference; others have none."""
    assert figures.say_difference(claimed, reproduced) == expected


@pytest.mark.parametrize(
    ("source", "read_from", "expected"),
    [
        ("live", None, "timer"),
        ("same-day", None, "same day"),
        ("later", None, "later"),
        ("imported", None, "imported"),
        ("imported", "toggl", "Toggl import"),
    ],
)
def test_each_source_has_its_label(
    source: str, read_from: str | None, expected: str
) -> None:
    """Each source of a session has its label; an import is named by its log."""
    assert expected == figures.say_source(SourceHours(source, read_from, 1, 1))


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, "on time"), (1, "1 day late"), (12, "12 days late"), (-3, "3 days early")],
)
def test_late_is_said_in_days(days: int, expected: str) -> None:
    """A delivery is on time, or a number of days late or early."""
    assert expected == figures.say_late(days)
