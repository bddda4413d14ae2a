"""A file as text: its encoding and its digest, to be opened as often as needed."""

import hashlib
import io
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import BinaryIO, TextIO

from tracker.errors import FileProblem
from tracker.imports.formats.encodings import (
    MARKS,
    Blocks,
    ByteCount,
    check_encoding,
    find_encoding,
)
from tracker.imports.formats.known_formats import PROGRAMS
from tracker.text.columns import join_words

BLOCK = 1 << 20
HEAD = 1 << 16
# The encoding of what is no text, but may be a spreadsheet.
ARCHIVE = "zip"
_ARCHIVE_MARK = b"PK\x03\x04"
# An Excel file of before 2007, or with a password.
_OLD_EXCEL_MARK = bytes.fromhex("d0cf11e0a1b11ae1")
# What stands for the standard input, and what it is called.
STDIN, STDIN_NAME = Path("-"), Path("stdin")
_HINT = (
    f"tracker reads files of {join_words(PROGRAMS)}, tables with a day and a length in"
    " each row, and handwritten logs of days and hours."
    "\nFor examples: tracker import --help"
)


@dataclass(frozen=True)
class Source:
    """A readable file.

    `content` is kept only of what cannot be opened twice. `sheet` is the one of several
    sheets that it is. `remarks` are sentences on what was not read.
    """

    path: Path
    encoding: str
    digest: str
    content: bytes | None = None
    sheet: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's name without its folder; with its sheet, of several."""
        return f"{self.path.name} ({self.sheet})" if self.sheet else self.path.name

    @property
    def label(self) -> str:
        """The file's path, and its sheet where it is one of several."""
        return f"{self.path} ({self.sheet})" if self.sheet else str(self.path)

    def read_bytes(self) -> bytes:
        """The whole content."""
        with _binary(self.path, self.content) as stream:
            return stream.read()

    def open(self) -> TextIO:
        """The text from its beginning, with line ends as they are."""
        return io.TextIOWrapper(
            _binary(self.path, self.content), encoding=self.encoding, newline=""
        )

    def lines(self) -> Iterator[tuple[int, str]]:
        """Each line with its number, without its line end."""
        with self.open() as stream:
            for number, line in enumerate(stream, 1):
                yield number, line.rstrip("\r\n")

    def text(self) -> str:
        """The whole text."""
        with self.open() as stream:
            return stream.read()

    @cached_property
    def head(self) -> str:
        """Its beginning: as much as shows its format."""
        with self.open() as stream:
            return stream.read(HEAD).removeprefix("\ufeff")


def open_source(path: Path, encoding: str | None = None) -> Source:
    """The file at `path`, or the standard input, read through once.

    `encoding` is what the person says. Raises FileProblem where it cannot be read, or
    is not text, and Unreadable where its encoding is not clear.
    """
    name = shown_path(path)
    try:
        content = None if path.is_file() else _whole(path)
        blocks = partial(_blocks, path, content)
        digest, count = _scan(blocks())
        encoding = _encoding(str(name), encoding, blocks, count)
    except OSError as fault:
        raise FileProblem(
            f"{path} cannot be read: {os.strerror(fault.errno or 0)}.",
            "Name an existing, readable file.",
            typed=str(path),
            instead=["FILE"],
        ) from fault
    return Source(name, encoding, digest, content)


def _encoding(name: str, wanted: str | None, blocks: Blocks, count: ByteCount) -> str:
    """The encoding of a file, by its content or as `wanted`; ARCHIVE for an archive."""
    start = next(iter(blocks()), b"")
    if start.startswith(_ARCHIVE_MARK):
        return ARCHIVE
    if start.startswith(_OLD_EXCEL_MARK):
        raise FileProblem(
            f"{name} is an Excel file of an old kind, or has a password.",
            "Save the sheet as CSV, and import that.",
        )
    if wanted:
        return check_encoding(name, wanted, blocks, count)
    encoding = find_encoding(name, blocks, count)
    if encoding is None:
        raise FileProblem(
            f"{name} is not text. tracker reads logs only as text.", _HINT
        )
    return encoding


def shown_path(path: Path) -> Path:
    """`path` as reports name it: the standard input has a name, too."""
    return STDIN_NAME if path == STDIN else path


def unknown_format(path: Path) -> FileProblem:
    """The refusal of a file in no known format."""
    return FileProblem(f"tracker does not recognise the format of {path}.", _HINT)


def _binary(path: Path, content: bytes | None) -> BinaryIO:
    return path.open("rb") if content is None else io.BytesIO(content)


def _whole(path: Path) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read() if sys.stdin else b""
    with path.open("rb") as stream:
        return stream.read()


def _blocks(path: Path, content: bytes | None) -> Iterator[bytes]:
    with _binary(path, content) as stream:
        while block := stream.read(BLOCK):
            yield block


def _scan(blocks: Iterator[bytes]) -> tuple[str, ByteCount]:
    """The digest, and what shows the encoding."""
    digest, mark, even, odd, size = hashlib.sha256(), None, 0, 0, 0
    for number, block in enumerate(blocks):
        digest.update(block)
        size += len(block)
        if b"\0" in block:
            even, odd = even + block[::2].count(0), odd + block[1::2].count(0)
        if number == 0:
            mark = next(
                (name for start, name in MARKS if block.startswith(start)), None
            )
    return digest.hexdigest(), ByteCount(mark, even, odd, size)
