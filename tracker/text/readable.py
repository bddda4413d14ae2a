"""Whether a text can be read as something: a day, a period, a range."""

from collections.abc import Callable

from tracker.errors import TrackerError


def is_readable(parse: Callable[..., object], text: str, *context: object) -> bool:
    """Whether `parse` reads the text: it neither raises TrackerError nor returns None."""
    try:
        return parse(text, *context) is not None
    except TrackerError:
        return False
