"""The heading of one thing's page: its title, and an aside at the right margin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.milestones.view.fields import layout_heading
from tracker.text.columns import longest_word
from tracker.text.screen import SCREEN

WORDS = st.lists(st.integers(1, 70).map("x".__mul__), min_size=1, max_size=8)


@given(WORDS, st.sampled_from(["", "guide line 195"]), st.integers(40, 200))
def test_heading(words: list[str], aside: str, columns: int) -> None:
    """Title and aside keep two blanks between them, and no line is too wide."""
    title = " ".join(words)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SCREEN, "columns", columns)
        lines = layout_heading(title, aside).split("\n")
    asides = [line for line in lines if aside and line.endswith(aside)]

    assert "".join(lines).count("x") == title.count("x")
    assert len(asides) == bool(aside)
    assert all(line == aside or line.endswith(f"  {aside}") for line in asides)
    assert max(map(len, lines)) <= max(columns, longest_word(title))
