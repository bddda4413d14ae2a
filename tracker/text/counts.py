"""Whole numbers as an option takes them; `params` would be slow to import for this."""

from typing import TYPE_CHECKING

import click

from tracker.errors import Unreadable
from tracker.text.columns import quoted

if TYPE_CHECKING:
    ParamType = click.ParamType[object]
else:  # generic only from click 8.4 on
    ParamType = click.ParamType

_MOST_DIGITS = 10


class CountParam(ParamType):
    """A whole number from `low` to `high`; by default from 1 to 999,999,999."""

    name = "number"

    def __init__(self, low: int = 1, high: int = 999_999_999) -> None:
        self.low, self.high = low, high

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The number; raises Unreadable for text that is not one within the limits."""
        if isinstance(value, int):
            return value
        text = str(value)
        is_number = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
        if is_number and self.low <= int(text) <= self.high:
            return int(text)
        raise Unreadable(
            f"{quoted(text)} is not a number from {self.low} to {self.high}.",
            f"Type a whole number in digits, like {self.low}.",
            typed=text,
            instead=[str(self.low)],
        )
