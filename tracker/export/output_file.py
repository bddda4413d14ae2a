"""Files for others, written whole or not at all."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from tracker.errors import FileProblem, Refused


def check_place(place: Path, *, force: bool) -> None:
    """Refuse, before any work is done, a place that cannot be written.

    Raises FileProblem where the folder is missing, where no disk takes the name, or where a folder or anything else
    than a file is there (a device would be replaced by a file, a pipe's reader would wait); Refused where a file is
    there already and `force` is not given.
    """
    try:
        folder, is_folder, is_there, is_file = (
            place.parent.is_dir(),
            place.is_dir(),
            place.exists(),
            place.is_file(),
        )
    except OSError as fault:
        raise _unwritten(place, fault) from fault
    if not folder:
        raise FileProblem(
            f"There is no folder {place.parent}.",
            "Make it first, or name another file with -o.",
        )
    if is_folder:
        raise FileProblem(f"{place} is a folder.", "Name a file in it with -o.")
    if is_there and not is_file:
        raise FileProblem(
            f"{place} is no file that can be replaced.",
            "Leave -o out to print, or name a file.",
        )
    if is_there and not force:
        raise Refused(
            f"{place} is there already; nothing was written.",
            "Name another file, or replace it with --force.",
        )


def write_whole(place: Path, text: str | bytes, *, force: bool) -> int:
    """Write `text` to `place` in one step and return its bytes: a kill leaves the old file or none, never half of one.

    Where `place` is a link, the file that it leads to is written.
    Raises FileProblem where it cannot be written, Refused where another file was put there meanwhile.
    """
    data = text.encode() if isinstance(text, str) else text
    goal = Path(os.path.realpath(place))
    fresh = goal.with_name(f".{secrets.token_hex(8)}.new")
    try:
        with fresh.open("xb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        check_place(place, force=force)
        fresh.replace(goal)
    except OSError as fault:
        raise _unwritten(place, fault) from fault
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return len(data)


def _unwritten(place: Path, fault: OSError) -> FileProblem:
    said = os.strerror(fault.errno or 0)
    return FileProblem(
        f"{place} could not be written: {said}.", "Name another file with -o."
    )
