"""Whole numbers within limits."""

import pytest

from tracker.errors import Unreadable
from tracker.text.counts import CountParam


def test_counts() -> None:
    """Digits are a number, also with zeros before it; both limits are included."""
    assert [CountParam().convert(text, None) for text in ("1", "007", "999999999")] == [
        1,
        7,
        999_999_999,
    ]
    assert [
        CountParam(1900, 2199).convert(text, None) for text in ("1900", "2199")
    ] == [1900, 2199]


@pytest.mark.parametrize(
    "text", ["x", "-1", "0", "1.5", "1_0", "\u0663", "1000000000", "9" * 5000, "1,000"]
)
def test_refused_counts(text: str) -> None:
    """Anything but a whole number within the limits is refused; the error shows them."""
    with pytest.raises(Unreadable) as caught:
        CountParam().convert(text, None)

    assert caught.value.message.endswith(" is not a number from 1 to 999999999.")
