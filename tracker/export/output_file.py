"""Files for others, written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path
from shutil import copymode
from typing import TypedDict

from tracker.database.unfinished import (
    put_in_place,
    unfinished_folder,
    write_private,
)
from tracker.errors import FileProblem, Refused
from tracker.system import say_new_folder, say_reason

# The option for the file of an export.
OUTPUT = "-o"


class WrittenFileData(TypedDict):
    """The file that was written."""

    file: str
    format: str
    bytes: int


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
            f"Create it: {say_new_folder(str(place.parent))}\nOr leave {option} out:",
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
        raise _refuse_existing(place, option)


def write_whole(
    place: Path, content: str | bytes, *, force: bool, option: str = OUTPUT
) -> int:
    """Write `content` to `place` in one step, and return its length in bytes.

    A new file is for its owner only; one that is replaced keeps its permissions. A kill
    leaves the old file or none, never half of one. Where `place` is a link, the file
    that it leads to is written. Raises FileProblem where it cannot be written, Refused
    where another file was put there meanwhile.
    """
    data = content.encode() if isinstance(content, str) else content
    target = Path(os.path.realpath(place))
    try:
        with unfinished_folder(target) as folder:
            fresh = folder / "new"
            write_private(fresh, data)
            with suppress(FileNotFoundError):
                copymode(target, fresh)
            check_place(place, force=force, option=option)
            if force:
                fresh.replace(target)
            elif not put_in_place(fresh, target):
                raise _refuse_existing(place, option)
    except OSError as fault:
        raise _not_written(place, fault, option) from fault
    return len(data)


def _refuse_existing(place: Path, option: str) -> Refused:
    return Refused(
        f"{place} exists; nothing was written.",
        f"Name another file with {option}, or replace it with --force.",
        added=["--force"],
    )


def _not_written(place: Path, fault: OSError, option: str) -> FileProblem:
    reason = say_reason(fault)
    return FileProblem(
        f"{place} could not be written: {reason}.",
        f"Name another file with {option}.",
        without=[option],
        added=[(option, "FILE")],
    )
