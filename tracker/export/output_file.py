"""Files for others, written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from shutil import copymode
from tempfile import SpooledTemporaryFile
from typing import TypedDict

from tracker.database.unfinished import (
    put_in_place,
    unfinished_folder,
    write_parts,
)
from tracker.errors import FileProblem, Refused
from tracker.system import say_new_folder, say_reason

# The option for the file of an export.
OUTPUT = "-o"
IN_MEMORY = 1 << 16  # letters of a long document that are in memory at once

# A document; a long one in parts, which can be read once.
Content = str | bytes | Iterator[str]


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
    place: Path,
    content: Content,
    *,
    force: bool,
    option: str = OUTPUT,
) -> int:
    """Write `content` or its parts to `place` in one step; return its length in bytes.

    A new file is for its owner only; one that is replaced keeps its permissions. A kill
    leaves the old file or none, never half of one. Where `place` is a link, the file
    that it leads to is written. Raises FileProblem where it cannot be written, Refused
    where another file was put there meanwhile.
    """
    target = Path(os.path.realpath(place))
    try:
        with unfinished_folder(target) as folder:
            fresh = folder / "new"
            size = write_parts(fresh, _as_bytes(content))
            with suppress(FileNotFoundError):
                copymode(target, fresh)
            check_place(place, force=force, option=option)
            if force:
                fresh.replace(target)
            elif not put_in_place(fresh, target):
                raise _refuse_existing(place, option)
    except OSError as fault:
        raise _not_written(place, fault, option) from fault
    return size


def hold_back(content: Content) -> Iterator[str | bytes]:
    """A document to print, one in parts once all of them are made.

    Until then they are in a file without a name; raises FileProblem where it has no place.
    """
    if isinstance(content, str | bytes):
        yield content
        return
    try:
        with SpooledTemporaryFile(
            IN_MEMORY, "w+", encoding="utf-8", newline=""
        ) as file:
            for part in content:
                file.write(part)
            file.seek(0)
            yield from iter(partial(file.read, IN_MEMORY), "")
    except OSError as fault:
        raise FileProblem(f"It could not be printed: {say_reason(fault)}.") from fault


def _as_bytes(content: Content) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
    elif isinstance(content, str):
        yield content.encode()
    else:
        yield from map(str.encode, content)


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
