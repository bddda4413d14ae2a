"""Files for others, written whole or not at all."""

import os
import secrets
from contextlib import suppress
from functools import partial
from pathlib import Path
from shlex import quote

from tracker.errors import FileProblem, Refused

# The option for the file of an export.
OUTPUT = "-o"


def check_place(place: Path, *, force: bool, option: str = OUTPUT) -> None:
    """Refuse a place that cannot be written, before any work is done.

    `option` is where it was typed.

    Raises FileProblem where the folder is missing, where no disk takes the name, or
    where something other than a file is there (a device would be replaced by a file, a
    pipe's reader would wait); Refused where a file is there and `force` is not set.
    """
    try:
        has_folder, is_folder = place.parent.is_dir(), place.is_dir()
        exists, is_file = place.exists(), place.is_file()
    except OSError as fault:
        raise _not_written(place, fault, option) from fault
    if not has_folder:
        raise FileProblem(
            f"There is no folder {place.parent}.",
            f"Create it: mkdir -p {quote(str(place.parent))}\nOr leave {option} out:",
            without=[option],
        )
    if is_folder:
        hint = "Name a file in it with -o."
        example = [(option, "FILE")]
        raise FileProblem(
            f"{place} is a folder.", hint, without=[option], added=example
        )
    if exists and not is_file:
        raise FileProblem(
            f"{place} is not a file that can be replaced.",
            f"Leave {option} out, or name another file.",
            without=[option],
        )
    if exists and not force:
        raise Refused(
            f"{place} exists; nothing was written.",
            f"Name another file with {option}, or replace it with --force.",
            added=["--force"],
        )


def write_whole(
    place: Path,
    content: str | bytes,
    *,
    force: bool,
    option: str = OUTPUT,
    mode: int = 0o666,
) -> int:
    """Write `content` to `place` in one step, and return its length in bytes.

    `mode` are its permissions, less those that the person's umask takes away.
    A kill leaves the old file or none, never half of one. Where `place` is a link, the
    file that it leads to is written. Raises FileProblem where it cannot be written,
    Refused where another file was put there meanwhile.
    """
    data = content.encode() if isinstance(content, str) else content
    target = Path(os.path.realpath(place))
    fresh = target.with_name(f".{secrets.token_hex(8)}.new")
    try:
        with open(fresh, "xb", opener=partial(os.open, mode=mode)) as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        check_place(place, force=force, option=option)
        fresh.replace(target)
    except OSError as fault:
        raise _not_written(place, fault, option) from fault
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return len(data)


def _not_written(place: Path, fault: OSError, option: str) -> FileProblem:
    reason = os.strerror(fault.errno or 0)
    return FileProblem(
        f"{place} could not be written: {reason}.",
        f"Name another file with {option}.",
        without=[option],
        added=[(option, "FILE")],
    )
