"""How many: a whole number, as an option takes it. Apart from the other types, which take longer to import."""

from typing import TYPE_CHECKING

import click

from tracker.errors import Unreadable
from tracker.text.columns import quoted

if TYPE_CHECKING:
    ParamType = click.ParamType[object]
else:  # generic only from click 8.4 on
    ParamType = click.ParamType

MOST_DIGITS = 10


class CountParam(ParamType):
    """A whole number from `low` to `high`: unless told, from 1 to more than anybody has."""

    name = "number"

    def __init__(self, low: int = 1, high: int = 999_999_999) -> None:
        self.low, self.high = low, high

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The number, which may be one already (a default); raises Unreadable for any other text."""
        if isinstance(value, int):
            return value
        text = str(value)
        if (
            text.isascii()
            and text.isdigit()
            and len(text) <= MOST_DIGITS
            and self.low <= int(text) <= self.high
        ):
            return int(text)
        raise Unreadable(
            f"{quoted(text)} is not a number from {self.low} to {self.high}.",
            "Type a whole number, in digits.",
        )
