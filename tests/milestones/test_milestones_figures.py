"""The figure of a paper beside the reproduced one, and their difference."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tracker
from tracker.milestones.rules.figures import (
    HEDGES,
    STOPS,
    Figure,
    find_difference,
    read_figure,
)
from tracker.milestones.view.figures import say_figures

# Words that may name a figure; some have digits and hyphens.
NAME_WORDS = st.sampled_from(
    ("top-1", "BLEU-4", "val", "loss", "exact", "match", "F1", "pass@1", "R^2", "acc.")
) | st.from_regex(r"[a-z]{4,8}(-[0-9]{1,2})?", fullmatch=True).filter(
    lambda word: word not in HEDGES
)
# Words that may be a unit, and what may follow one.
UNITS = st.sampled_from(
    ("%", "x", "F1", "BLEU", "hours", "win rate", "tokens per second", "tokens/s")
) | st.lists(
    st.from_regex(r"[a-z]{4,8}(-[a-z]{3,5})?", fullmatch=True), min_size=1, max_size=3
).map(" ".join).filter(lambda unit: STOPS.isdisjoint(re.split("[ -]", unit)))
FOLLOWING = st.sampled_from(
    (
        "on the test set",
        "of our own model",
        "for one GPU",
        "so far",
        "in all",
        "at last",
    )
)
NUMBERS = st.decimals(-(10**9), 10**9, places=4)

READ = {
    "980": Figure(Decimal("980")),
    " -1.5e3 ": Figure(Decimal("-1.5e3")),
    "74%": Figure(Decimal("74"), "%"),
    "74 % so far (400 pairs, one GPU)": Figure(
        Decimal("74"), "%", "400 pairs, one GPU"
    ),
    "86% preferred over zero-shot": Figure(Decimal("86"), "%"),
    "0.91 F1": Figure(Decimal("0.91"), "F1"),
    "3.28 validation loss": Figure(Decimal("3.28"), "validation loss"),
    "2.1 nats (seed 3) so far": Figure(Decimal("2.1"), "nats", "seed 3"),
    "1,000": Figure(Decimal(1000), is_grouped=True),
    "-1,234,567.5 points": Figure(Decimal("-1234567.5"), "points", is_grouped=True),
    "Return 2300 (3 seeds)": Figure(Decimal(2300), "", "3 seeds", "return"),
    "loss = -0.5": Figure(Decimal("-0.5"), name="loss"),
    "top-1 76.1%": Figure(Decimal("76.1"), "%", name="top-1"),
    "76.1% top-1 accuracy": Figure(Decimal("76.1"), "%", name="top-1"),
    "BLEU-4 27.3": Figure(Decimal("27.3"), name="bleu-4"),
    "27.3 BLEU-4": Figure(Decimal("27.3"), name="bleu-4"),
    "val. loss: 2.91 nats": Figure(Decimal("2.91"), "nats", name="val. loss"),
    "exact match 81.2%": Figure(Decimal("81.2"), "%", name="exact match"),
    "F1 0.91 (macro)": Figure(Decimal("0.91"), "", "macro", "f1"),
    "pass@10 = 30%": Figure(Decimal("30"), "%", name="pass@10"),
    "ImageNet zero-shot top-1 accuracy 76%": Figure(
        Decimal("76"), "%", name="imagenet zero-shot top-1 accuracy"
    ),
}
UNREAD = (
    "",
    "good",
    "0,912",
    "1,00",
    "12,3456",
    "1,234,56",
    "about 5",
    "at most 5",
    "5 at most",
    "5 or more",
    "5x faster",
    "10 points better",
    "86% lower",
    "about top-1 86%",
    "approx. 5",
    "mean of 5 runs",
    "top 1 86%",
    "top-1 86-88%",
    "top-1 86% to 88%",
    "step 100 loss 2.1",
    "top-1-86%",
    "loss ± 0.1",
    "3.2 ± 0.1",
    "3.2±0.1",
    "86-88%",
    "74% of 400",
    "12 h 30 m",
    "< 5",
    "$3",
    "74% (a) (b)",
    "9" * 16,
)


@pytest.mark.parametrize("text", READ)
def test_plain_figure(text: str) -> None:
    """A figure is one number with its unit, words, and conditions in brackets."""
    assert read_figure(text) == READ[text]


@pytest.mark.parametrize("text", UNREAD)
def test_no_plain_figure(text: str) -> None:
    """Text with no number, or more than one, has no difference."""
    assert read_figure(text) is None
    assert find_difference(text, "980") is None


@given(NUMBERS, NUMBERS, st.sampled_from(("", "%", " nats")))
def test_difference(claimed: Decimal, own: Decimal, unit: str) -> None:
    """The difference added to the claimed figure is the reproduced one, exactly."""
    difference = find_difference(f"{claimed:f}{unit}", f"{own:f}{unit} (one run)")

    assert difference
    assert claimed + difference.absolute == own
    assert difference.unit == unit.strip()
    assert difference.relative == (
        difference.absolute / abs(claimed) if claimed else None
    )


@given(
    st.lists(NAME_WORDS, min_size=1, max_size=5).map(" ".join),
    st.decimals(-(10**6), 10**6, places=2),
    st.decimals(-(10**6), 10**6, places=2),
    st.sampled_from(("", "%", " nats")),
    st.sampled_from((" ", ": ", " = ")),
)
def test_difference_of_named_figures(
    name: str, claimed: Decimal, own: Decimal, unit: str, sign: str
) -> None:
    """Figures of one name have an exact difference; those of two names have none."""
    theirs, yours = (
        f"{name} {claimed:f}{unit}",
        f"{name.upper()}{sign}{own:f}{unit} (a)",
    )
    difference = find_difference(theirs, yours)

    assert difference and difference.absolute == own - claimed
    assert difference.unit == unit.strip()
    assert find_difference(theirs, f"{name}x {own:f}{unit}") is None
    assert find_difference(theirs, f"{own:f}{unit}") is None


@given(UNITS, FOLLOWING, NUMBERS, NUMBERS)
def test_words_after_a_unit(
    unit: str, following: str, claimed: Decimal, own: Decimal
) -> None:
    """What follows a unit is no part of it."""
    difference = find_difference(f"{claimed:f} {unit}", f"{own:f} {unit} {following}")

    assert difference
    assert (difference.absolute, difference.unit) == (own - claimed, unit)


@given(
    st.lists(NAME_WORDS, max_size=3).map(" ".join),
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.sampled_from(("-", " to ", " ± ", " or ", "/", " of ", ", ", " and ")),
)
def test_two_numbers_have_no_difference(
    name: str, low: int, high: int, between: str
) -> None:
    """A range or two numbers are no figure, whatever names them."""
    assert read_figure(f"{name} {low}%{between}{high}%") is None


def test_different_units() -> None:
    """Figures of different units, or a missing one, have no difference."""
    assert find_difference("86%", "0.74") is None
    assert find_difference("1000 points", "980 wins") is None
    assert find_difference("3.28 validation loss", "3.31 training loss") is None
    assert find_difference("86%", None) is None
    assert find_difference(None, "74%") is None
    assert find_difference("return 2300", "reward 2190") is None
    assert find_difference("return 2300", "2190") is None


def test_commas_of_thousands() -> None:
    """A comma before three digits is read only where both figures have it."""
    difference = find_difference("2,300", "2,190")

    assert difference and (
        difference.absolute,
        difference.amount,
        difference.share,
    ) == (
        -110,
        "110",
        "4.8%",
    )
    assert find_difference("2,300", "2.19") is None
    assert find_difference("2,300", "2,19") is None


TEXTS = {
    (
        "86%",
        "74% (400 pairs)",
    ): "paper 86%; yours 74% (400 pairs): 12 points lower, 14% of the paper's",
    ("1000", "980"): "paper 1000; yours 980: 20 lower, 2% of the paper's",
    ("-110", "-99.5"): "paper -110; yours -99.5: 10.5 higher, 9.5% of the paper's",
    (
        "2.50 nats",
        "2.501 nats",
    ): "paper 2.50 nats; yours 2.501 nats: 0.001 nats higher, under 0.1% of the paper's",
    ("3% per week", "5% per week"): (
        "paper 3% per week; yours 5% per week: 2 points per week higher, 67% of the"
        " paper's"
    ),
    ("5x", "4x"): "paper 5x; yours 4x: 1x lower, 20% of the paper's",
    (
        "return 2,300",
        "return 2,190",
    ): "paper return 2,300; yours return 2,190: 110 lower, 4.8% of the paper's",
    ("0", "3"): "paper 0; yours 3: 3 higher",
    ("97.0%", "97%"): "paper 97.0%; yours 97%: the same",
    ("97% or so, 5 seeds", "96%"): "paper 97% or so, 5 seeds; yours 96%",
    (None, "96%"): "yours 96%",
    (None, None): "",
}


@pytest.mark.parametrize("figures", TEXTS)
def test_text(figures: tuple[str | None, str | None]) -> None:
    """The difference stands beside the figures, with its unit and its share."""
    assert say_figures(*figures) == TEXTS[figures]


REACH = "reach replication-done --with ppo --claimed 86%"


def test_reached_with_figures(tracker: Tracker) -> None:
    """`reach` and `show` have the difference as text, JSON as numbers."""
    output = tracker.ok(
        [
            *REACH.split(),
            "--reproduced",
            "74% (400 pairs)",
            "--part",
            "the reward model",
        ]
    )
    figures = "paper 86%; yours 74% (400 pairs): 12 points lower, 14% of the paper's\n"
    (result,) = tracker.json("show replication-done")["milestone"]["results"]

    assert f"  {figures}  your part: the reward model\n" in output
    assert (
        "  figure    paper 86%; yours 74% (400 pairs): 12 points lower, 14% of the\n            paper's\n"
    ) in tracker.ok("show replication-done")
    assert (result["claimed"], result["reproduced"], result["conditions"]) == (
        "86%",
        "74% (400 pairs)",
        "400 pairs",
    )
    assert result["difference"] == {"absolute": -12, "relative": -0.1395, "unit": "%"}


def test_without_a_difference(tracker: Tracker) -> None:
    """Other figures are saved as typed, with a remark until they can be compared."""
    tracker.ok("items")
    output = tracker(
        [
            *REACH.split(),
            "--reproduced",
            "74 of 100 pairs",
            "--evidence",
            "repo:a.example/u",
        ]
    )
    (result,) = tracker.json("show replication-done")["milestone"]["results"]
    mended = tracker(["reach", "replication-done", "--reproduced", "74%"])

    assert output.err == (
        "Both figures are saved, without a difference. For a difference, give one number\n"
        'each with the same name and unit, and conditions in brackets: "top-1 74% (2\n'
        'seeds)".\n'
    )
    assert (result["reproduced"], result["conditions"], result["difference"]) == (
        "74 of 100 pairs",
        None,
        None,
    )
    assert mended.err == ""
