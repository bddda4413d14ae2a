"""Unfinished files: in a folder of their own, beside the files that they will become.

Whoever makes such a folder locks it until it is removed. A killed process loses its
lock, so the next command that writes there, or `doctor`, removes what it left.
"""

import fcntl
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from glob import escape
from pathlib import Path
from shlex import quote

from tracker.database.connect import UNFINISHED, USE_ANOTHER, Where, make_private
from tracker.errors import DatabaseProblem

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
        os.close(descriptor)


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
            reason = os.strerror(fault.errno or 0)
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
        f"To remove it: rm {quote(str(file))}"
    )


def is_text_open(file: Path) -> bool:
    """Whether a command has that text in its editor: its unfinished folder names it."""
    folders = _list_folders(file.parent)
    return any((folder / file.name).exists() for folder in folders)


def write_private(file: Path, content: bytes) -> None:
    """Write the new file `file`, for its owner only, down to the disk.

    Raises OSError.
    """
    with open(file, "xb", opener=partial(os.open, mode=0o600)) as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def put_in_place(fresh: Path, place: Path) -> bool:
    """Give the file `fresh` the name `place`; False if that name is taken.

    A hard link is safe when two processes do this at once. Where links are not allowed,
    the file is renamed.
    """
    try:
        place.hardlink_to(fresh)
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
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            with suppress(OSError):  # this disk has no locks
                fcntl.flock(descriptor, fcntl.LOCK_EX)
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
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        if os.fstat(descriptor).st_uid != os.geteuid() or _is_used(descriptor):
            return False
        shutil.rmtree(folder, ignore_errors=True)
    finally:
        os.close(descriptor)
    return not os.path.lexists(folder)


def _is_used(descriptor: int) -> bool:
    """Whether another process has the lock; if it is free, it is ours from now on."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:  # this disk has no locks
        return not _is_old(os.fstat(descriptor))
    return False


def _is_old(state: os.stat_result) -> bool:
    return state.st_mtime < time.time() - STALE_SECONDS
