"""Unfinished files: in a folder of their own, beside the files that they will become.

Whoever makes such a folder locks it until it is removed. A killed process loses its
lock, so the next command that writes there, or `doctor`, removes what it left.
"""

import os
import re
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from glob import escape
from pathlib import Path

from tracker.database.connect import UNFINISHED, USE_ANOTHER, Where, make_private
from tracker.errors import DatabaseProblem
from tracker.system import (
    is_own,
    lock,
    name_new_file,
    open_lock,
    release_lock,
    say_reason,
    say_remove,
)

STALE_SECONDS = 3600
# `.tracker-01ab23cd.unfinished`: the name of such a folder.
_NAME = re.compile(r"\.tracker-[0-9a-f]{8}\.unfinished")
# `tracker-0123456789abcdef.txt`: the name of a text for an editor.
_TEXT = re.compile(r"tracker-[0-9a-f]{16}\.txt")


@contextmanager
def unfinished_folder(beside: Path) -> Iterator[Path]:
    """A new folder beside the file `beside`, for its owner only; removed at the end.

    First what killed commands left there is removed. Raises OSError where the folder
    cannot be made.
    """
    remove_unfinished(beside)
    folder, descriptor = _make_locked(beside.parent)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        release_lock(descriptor, folder)


@contextmanager
def database_folder(place: Path) -> Iterator[Path]:
    """An unfinished folder beside the database at `place`, whose folder it creates.

    Raises DatabaseProblem if one of them cannot be created.
    """
    make_private(place.parent)
    remove_old_files(place)
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(unfinished_folder(place))
        except OSError as fault:
            reason = say_reason(fault)
            raise DatabaseProblem(
                f"Nothing can be written in {place.parent}: {reason}.", USE_ANOTHER
            ) from fault
        yield folder


def remove_unfinished(beside: Where) -> list[Path]:
    """Remove the folders that killed commands left beside `beside`; return them.

    One that another command uses stays. So does, for an hour, one on a disk without
    locks: it may be in use.
    """
    return [*filter(_remove_folder, _list_folders(Path(beside).parent))]


def remove_old_files(place: Path) -> list[Path]:
    """Remove the files that earlier versions left beside a database; return them.

    Only those older than an hour, since a younger one may still be in use.
    """
    name, removed = escape(place.name), []
    for pattern in (f"{name}.new-*", f"{name}.backup-*.part-*"):
        for file in place.parent.glob(pattern):
            with suppress(OSError):
                if _is_old(file.stat()):
                    file.unlink()
                    removed.append(file)
    return removed


def list_texts(place: Path) -> list[Path]:
    """The texts beside a database that came back from an editor and were not used."""
    files = place.parent.glob("tracker-*.txt")
    texts = [file for file in files if _TEXT.fullmatch(file.name)]
    return sorted(file for file in texts if not is_text_open(file))


def say_kept(file: Path) -> str:
    """What to say of such a text."""
    return (
        f"{file} is a text from your editor that was not used.\n"
        f"To remove it: {say_remove(str(file))}"
    )


def is_text_open(file: Path) -> bool:
    """Whether a command has that text in its editor: its unfinished folder names it."""
    folders = _list_folders(file.parent)
    return any((folder / file.name).exists() for folder in folders)


def write_private(file: Path, content: bytes) -> None:
    """Write the new file `file`, for its owner only, down to the disk.

    Raises OSError.
    """
    write_parts(file, [content])


def write_parts(file: Path, parts: Iterable[bytes]) -> int:
    """Write a file as `write_private` does, part by part, and return its length."""
    with open(file, "xb", opener=partial(os.open, mode=0o600)) as out:
        out.writelines(parts)
        out.flush()
        os.fsync(out.fileno())
        return out.tell()


def put_in_place(fresh: Path, place: Path) -> bool:
    """Give the file `fresh` the name `place`; False if that name is taken.

    Where the disk has no links, the file is renamed after another look.
    """
    try:
        name_new_file(fresh, place)
    except FileExistsError:
        return False
    except OSError:
        if os.path.lexists(place):
            return False
        fresh.rename(place)
    return True


def _make_locked(parent: Path) -> tuple[Path, int]:
    """A new folder, and the descriptor that holds its lock."""
    while True:
        folder = parent / f".tracker-{os.urandom(4).hex()}{UNFINISHED}"
        folder.mkdir(mode=0o700)
        with suppress(FileNotFoundError):  # removed before it was locked
            descriptor = open_lock(folder)
            with suppress(OSError):  # this disk has no locks
                lock(descriptor, wait=True)
            if folder.exists():
                return folder, descriptor
            os.close(descriptor)


def _list_folders(parent: Path) -> list[Path]:
    with suppress(OSError), os.scandir(parent) as entries:
        return [Path(entry) for entry in entries if _NAME.fullmatch(entry.name)]
    return []


def _remove_folder(folder: Path) -> bool:
    """Remove a folder of one's own that nobody uses; whether it is gone."""
    try:
        descriptor = open_lock(folder)
    except OSError:
        return False
    if not is_own(descriptor) or _is_used(descriptor):
        os.close(descriptor)
        return False
    shutil.rmtree(folder, ignore_errors=True)
    release_lock(descriptor, folder)
    return not os.path.lexists(folder)


def _is_used(descriptor: int) -> bool:
    """Whether another process has the lock; if it is free, it is ours from now on."""
    try:
        lock(descriptor, wait=False)
    except BlockingIOError:
        return True
    except OSError:  # this disk has no locks
        return not _is_old(os.fstat(descriptor))
    return False


def _is_old(state: os.stat_result) -> bool:
    return state.st_mtime < time.time() - STALE_SECONDS
