"""Misspelt words, and the names that they may mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.misspellings import count_slips, find_nearest

WORDS = st.text("abc", max_size=6)


@pytest.mark.parametrize(
    ("typed", "names", "near"),
    [
        ("lgo", ["log", "edit"], ["log"]),
        ("LAG", ["log", "lang"], ["log", "lang"]),
        ("fastia", ["fast-track", "fastai"], ["fastai"]),
        ("asdf", ["agisf", "asd"], ["asd"]),
        ("open", ["reopen"], []),
        ("arxvi-papr", ["arxiv-paper"], ["arxiv-paper"]),
        (
            "transformer-fro-scratch",
            ["transformer-from-scratch"],
            ["transformer-from-scratch"],
        ),
        ("aaa", ["aab", "aac", "aad", "aae"], ["aab", "aac", "aad"]),
        ("", ["log"], []),
    ],
)
def test_nearest(typed: str, names: list[str], near: list[str]) -> None:
    """A name is offered for a word with few slips; three are offered at most."""
    assert find_nearest(typed, names) == near


@given(WORDS, WORDS)
def test_slips(one: str, other: str) -> None:
    """Slips count the same both ways; none are between equal words only."""
    slips = count_slips(one, other)

    assert slips == count_slips(other, one)
    assert (slips == 0) == (one == other)
    assert abs(len(one) - len(other)) <= slips <= max(len(one), len(other))


@given(WORDS, st.integers(0, 5), st.sampled_from("abcd"))
def test_one_slip(word: str, at: int, letter: str) -> None:
    """A letter left out, added or mistaken, or two neighbours swapped, is one slip at most."""
    left_out = word[:at] + word[at + 1 :]
    swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]

    assert count_slips(left_out, word) <= 1
    assert count_slips(word[:at] + letter + word[at:], word) == 1
    assert count_slips(word[:at] + letter + word[at + 1 :], word) <= 1
    assert count_slips(swapped, word) <= 1
