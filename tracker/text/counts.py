"""Whole numbers as an option takes them; `params` would be slow to import for this."""

from tracker.errors import Unreadable
from tracker.text.columns import quoted

_MOST_DIGITS = 10


class CountParam:
    """A whole number from `low` to `high`; by default from 1 to 999,999,999."""

    name = "number"

    def __init__(self, low: int = 1, high: int = 999_999_999) -> None:
        self.low, self.high = low, high

    def convert(self, text: str, clock: object) -> int:
        """The number; raises Unreadable for text that is not one within the limits."""
        is_number = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
        if is_number and self.low <= int(text) <= self.high:
            return int(text)
        raise Unreadable(
            f"{quoted(text)} is not a number from {self.low} to {self.high}.",
            f"Type a whole number in digits, like {self.low}.",
            typed=text,
            instead=[str(self.low)],
        )
