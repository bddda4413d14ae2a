"""Numbers with the word for what they count."""

from collections.abc import Sequence


def counted(number: int, one: str, many: str) -> str:
    """`1 session`, `1,200 sessions`."""
    return f"{number:,} {one if number == 1 else many}"


def say_lines(numbers: Sequence[int], most: int = 12) -> str:
    """`line 7`, `lines 7, 9`; of more than `most` the first and how many more."""
    word = "line" if len(numbers) == 1 else "lines"
    listed = ", ".join(map(str, numbers[:most]))
    more = len(numbers) - most
    return f"{word} {listed}" + (f" and {more:,} more" if more > 0 else "")
