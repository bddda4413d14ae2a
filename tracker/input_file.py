"""Files that a person names: regular ones only, read to the length they had when opened.

A pipe, a device or a folder is never waited for: each is refused before it is opened.
"""

import errno
import io
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from tracker.limits import LARGEST_TOML, MOST_DOTS
from tracker.system import open_to_read, read_at

Where = str | os.PathLike[str]
BLOCK = 1 << 20
_KINDS: tuple[tuple[Callable[[int], bool], int, str], ...] = (
    (stat.S_ISDIR, errno.EISDIR, "it is a folder"),
    (stat.S_ISFIFO, errno.ESPIPE, "it is a pipe, not a file"),
    (stat.S_ISSOCK, errno.ENXIO, "it is a socket, not a file"),
    (stat.S_ISCHR, errno.ENODEV, "it is a device, not a file"),
    (stat.S_ISBLK, errno.ENODEV, "it is a device, not a file"),
)


class InputFile:
    """A regular file, open to be read as often as needed.

    `size` is its length in bytes when it was opened. What is added later is not read,
    and another file that takes its name is not read either.
    """

    def __init__(self, path: Where | int, most: int | None = None) -> None:
        """Raises OSError, `strerror` saying why, where it is no file or too large.

        `path` may be a descriptor. `most` is how many bytes it may have.
        """
        # Before it is opened, since opening a device can do something; and afterwards,
        # since another may have its name by then.
        if isinstance(path, int):
            self.descriptor = os.dup(path)
        else:
            _check_kind(Path(path).stat())
            self.descriptor = open_to_read(path)
        status = os.fstat(self.descriptor)
        _check_kind(status)
        self.size = status.st_size
        if most is not None and self.size > most:
            raise OSError(errno.EFBIG, say_too_large(self.size, most))
        if not self.size and read_at(self.descriptor, 1, 0):
            raise OSError(errno.ESPIPE, "it has no fixed length")

    def __del__(self) -> None:
        """Close it; it has no descriptor where it could not be opened."""
        if hasattr(self, "descriptor"):
            os.close(self.descriptor)

    def open(self) -> BinaryIO:
        """Its content from the beginning; each stream has a position of its own."""
        return io.BufferedReader(_FromStart(self), BLOCK)

    def read(self) -> bytes:
        """All of it."""
        with self.open() as stream:
            return stream.read(self.size)


class _FromStart(io.RawIOBase):
    """The bytes of a file, from the first one to the last it had when opened."""

    def __init__(self, file: InputFile) -> None:
        self._file, self._at = file, 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer; return how many bytes it got, 0 at the end."""
        part = memoryview(buffer)[: self._file.size - self._at]
        content = read_at(self._file.descriptor, len(part), self._at)
        part[: len(content)] = content
        self._at += len(content)
        return len(content)


def read_toml_file(path: Where) -> bytes:
    """The content of a TOML file, not yet parsed; raises OSError.

    One of which the parser would make hours of work is refused as any other.
    """
    content = InputFile(path, LARGEST_TOML).read()
    for number, line in enumerate(content.split(b"\n"), 1):
        if line.count(b".") > MOST_DOTS:
            reason = f"line {number} has over {MOST_DOTS} dots; break it in two"
            raise OSError(errno.EFBIG, reason)
    return content


def read_text(path: Where, most: int, errors: str = "strict") -> str:
    """The UTF-8 text of such a file, without a mark and without carriage returns.

    Raises OSError, and UnicodeDecodeError unless `errors` says what to do.
    """
    stream = InputFile(path, most).open()
    with io.TextIOWrapper(stream, "utf-8-sig", errors=errors) as text:
        return text.read()


def is_there(path: Where) -> bool:
    """Whether a name leads to anything; no disk has one that is too long."""
    with suppress(OSError):
        return bool(Path(path).stat())
    return False


def is_folder(path: Where) -> bool:
    """Whether a name leads to a folder."""
    with suppress(OSError):
        return stat.S_ISDIR(Path(path).stat().st_mode)
    return False


def say_too_large(size: int, most: int) -> str:
    """`it has 10.7 GB, and tracker reads at most 200 MB`."""
    return f"it has {say_bytes(size)}, and tracker reads at most {say_bytes(most)}"


def say_bytes(count: int) -> str:
    """`10.7 GB`, `200 MB`, `512 kB`."""
    for unit, name in ((10**9, "GB"), (10**6, "MB")):
        if count >= unit:
            return f"{count / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{-(-count // 1000)} kB"


def _check_kind(status: os.stat_result) -> None:
    """Raises OSError for what is no regular file."""
    for is_kind, code, reason in _KINDS:
        if is_kind(status.st_mode):
            raise OSError(code, reason)
