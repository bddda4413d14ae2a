"""One run of a parser: what it failed with, and where."""

import traceback
from collections.abc import Callable
from pathlib import Path

from tracker.errors import TrackerError


def find_fault(
    parser: Callable[[bytes, Path], None], content: bytes, folder: Path
) -> str:
    """The error that is no TrackerError, with its place in the code; empty for none."""
    try:
        parser(content, folder)
    except TrackerError as error:
        return "" if error.exit_code != TrackerError.exit_code else repr(error)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        places = [frame for frame in frames if "/tracker/" in frame.filename]
        place = places[-1] if places else frames[-1]
        return f"{type(error).__name__} in {place.name} of {Path(place.filename).name}"
    return ""
