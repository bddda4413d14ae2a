"""What one system does otherwise than another: only this module asks which one it is.

Linux and macOS are POSIX systems. Windows has no pipes to wait for, keeps permissions in
lists that Python does not read, and removes no file that a program has open.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress

from tracker.modules import load_module

Where = str | os.PathLike[str]

WINDOWS = os.name == "nt"
MACOS = sys.platform == "darwin"

# Opening a pipe waits, and a terminal may take the process; Windows changes line ends.
_READING = sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_BINARY"))
# Errors of Windows: the file, or a part of it, may be open in another program.
_IN_USE = {
    5: "Permission denied, or another program is using it",
    32: "another program is using it",
    33: "another program is using it",
}
# A word for a Windows shell, or quotes in it: `a`, `"a b"`, `--db="a b"`.
_WORD = r'(?:"(?:[^"]|"")*"|[^\s"])+'
_QUOTES = r'"((?:[^"]|"")*)"'
_LOCK = "lock"  # the file in a folder that is locked on Windows


def quote(word: str) -> str:
    """`word` as one word for the shell of this system."""
    if not WINDOWS:
        quoted: str = load_module("shlex").quote(word)  # a prompt has none to quote
        return quoted
    # Double quotes mean the same to cmd.exe and to PowerShell.
    is_plain = all(letter.isalnum() or letter in "_-+=:./\\" for letter in word)
    return word if word and is_plain else '"' + word.replace('"', '""') + '"'


def join(words: Iterable[str]) -> str:
    """The words as one line for the shell of this system."""
    return " ".join(map(quote, words))


def split(line: str) -> list[str]:
    """The words of a line as the shell of this system reads it, as `join` makes it."""
    if not WINDOWS:
        words: list[str] = load_module("shlex").split(line)
        return words
    re = load_module("re")
    return [
        re.sub(_QUOTES, lambda part: part[1].replace('""', '"'), word)
        for word in re.findall(_WORD, line)
    ]


def say_move(old: str, new: str) -> str:
    """The line for a shell that gives a file or a folder another name."""
    return f"{'move' if WINDOWS else 'mv'} {quote(old)} {quote(new)}"


def say_merge(old: str, new: str) -> str:
    """The line for a shell that moves all of the folder `old` to `new`.

    `new` may be there. What both have is asked about; on Windows, `new` gets another name.
    """
    is_there = os.path.lexists(new)
    if WINDOWS:
        aside = f"{say_move(new, f'{new}-before')} && " if is_there else ""
        return aside + say_move(old, new)
    if is_there or os.path.islink(old):
        return f"{say_new_folder(new)} && mv -i {quote(old)}/* {quote(new)}/"
    return f"{say_new_folder(os.path.dirname(new))} && {say_move(old, new)}"


def say_new_folder(folder: str) -> str:
    """The line for a shell that makes a folder, and those above it."""
    return f"{'mkdir' if WINDOWS else 'mkdir -p'} {quote(folder)}"


def say_remove(file: str) -> str:
    """The line for a shell that removes a file."""
    return f"{'del' if WINDOWS else 'rm'} {quote(file)}"


def say_reason(fault: OSError) -> str:
    """Why the system, or tracker, refused something: `Permission denied`."""
    windows_error = getattr(fault, "winerror", None)
    if windows_error:  # whose own sentence is in the language of the system
        return _IN_USE.get(windows_error) or os.strerror(fault.errno or 0)
    return fault.strerror or os.strerror(fault.errno or 0)


def is_closed_pipe(fault: OSError) -> bool:
    """Whether the program that reads the output has gone."""
    is_broken = isinstance(fault, BrokenPipeError)
    return is_broken or (WINDOWS and fault.errno == errno.EINVAL)


def permissions(path: Where) -> int | None:
    """The permission bits of a file or folder; None where the system has no such bits."""
    return None if WINDOWS else stat.S_IMODE(os.stat(path).st_mode)


def file_uri(path: str) -> str:
    """The absolute path as SQLite reads it in a URI.

    `urllib` would do the same, and takes 3 ms to import.
    """
    escaped = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    if not WINDOWS:
        return f"file:{escaped}"
    slashed = escaped.replace("\\", "/")
    return f"file://{slashed}" if slashed.startswith("//") else f"file:///{slashed}"


def open_to_read(path: Where) -> int:
    """The descriptor of a file to read, without waiting for anything."""
    return os.open(path, os.O_RDONLY | _READING)


def read_at(descriptor: int, count: int, offset: int) -> bytes:
    """At most `count` bytes of a file from `offset` on."""
    if not WINDOWS:
        return os.pread(descriptor, count, offset)
    os.lseek(descriptor, offset, os.SEEK_SET)
    return os.read(descriptor, count)


def begins_with(path: Where, head: bytes) -> bool:
    """Whether a file begins so; it never waits, as a read of /proc/kmsg would.

    Raises OSError where it cannot be read; BlockingIOError where it would wait.
    """
    file = open_to_read(path)
    try:
        return read_at(file, len(head), 0) == head
    finally:
        os.close(file)


def name_new_file(fresh: Where, place: Where) -> None:
    """Give `fresh` the name `place` too; FileExistsError if that name is taken.

    Safe when two processes do this at once. Raises OSError where the disk has no links.
    """
    if WINDOWS:  # where renaming does not replace a file
        os.rename(fresh, place)
    else:
        os.link(fresh, place)


def open_lock(folder: Where) -> int:
    """The descriptor by which a folder can be locked.

    Raises OSError where it is gone, a link or no folder.
    """
    if not WINDOWS:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    if not stat.S_ISDIR(os.lstat(folder).st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    return os.open(os.path.join(folder, _LOCK), os.O_RDWR | os.O_CREAT)


def is_own(descriptor: int) -> bool:
    """Whether an open file is of this user; on Windows, it could not be open if not."""
    return WINDOWS or os.fstat(descriptor).st_uid == os.geteuid()


def lock(descriptor: int, *, wait: bool) -> None:
    """Lock what `open_lock` opened, until it is released or this process ends.

    Raises BlockingIOError where another process has locked it, any other OSError where
    the disk has no locks.
    """
    if not WINDOWS:
        fcntl = load_module("fcntl")
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        return
    msvcrt = load_module("msvcrt")
    try:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
    except OSError as fault:
        if fault.errno in (errno.EACCES, errno.EDEADLK):
            raise BlockingIOError(fault.errno, str(fault)) from fault
        raise


def release_lock(descriptor: int, folder: Where) -> None:
    """Release the lock of a folder, which was emptied and removed if it could be."""
    os.close(descriptor)
    if WINDOWS:  # the open file could not be removed; nor can it, if another has it now
        with suppress(OSError):
            os.unlink(os.path.join(folder, _LOCK))
            os.rmdir(folder)
