"""A file as text: its encoding and its digest, to be opened as often as needed."""

import errno
import hashlib
import io
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
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
from tracker.imports.formats.line_count import LineCount
from tracker.input_file import BLOCK, InputFile, say_bytes
from tracker.limits import LARGEST_LOG, LARGEST_TEXT, MOST_LINES, MOST_ROWS
from tracker.system import say_reason
from tracker.text.columns import join_words

HEAD = 1 << 16
# The encoding of what is no text, but may be a spreadsheet.
ARCHIVE = "zip"
_ARCHIVE_MARK = b"PK\x03\x04"
# An Excel file of before 2007, or with a password.
_OLD_EXCEL_MARK = bytes.fromhex("d0cf11e0a1b11ae1")
# What stands for the standard input, and what it is called.
STDIN, STDIN_NAME = Path("-"), Path("stdin")
_HINT = (
    f"You can import files of {join_words(PROGRAMS)}, tables with a day and a length in"
    " each row, and handwritten logs of days and hours."
    "\nFor examples: tracker import --help"
)


@dataclass(frozen=True)
class Source:
    """A readable file.

    `content` is that of a sheet; it replaces the `file`. `sheet` is the one of several
    sheets that it is. `remarks` are sentences on what was not read.
    """

    path: Path
    encoding: str
    digest: str
    file: InputFile
    count: LineCount = field(default_factory=LineCount)
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
        with self._binary() as stream:
            return stream.read()

    def rows(self) -> TextIO:
        """The text of a table from its beginning, with line ends as they are.

        Raises FileProblem where it has too many lines, or one that is too long.
        """
        self.count.check(self.label, MOST_ROWS)
        return self._open()

    def lines(self, most: int = MOST_LINES) -> Iterator[tuple[int, str]]:
        """Each line with its number, without its line end.

        Raises FileProblem where it has more than `most`, or one that is too long.
        """
        self.count.check(self.label, most)
        with self._open() as stream:
            for number, line in enumerate(stream, 1):
                yield number, line.rstrip("\r\n")

    def text(self) -> str:
        """The whole text. Raises FileProblem where that is too much for memory."""
        if self.content is None and self.file.size > LARGEST_TEXT:
            raise FileProblem(
                f"{self.path} has {say_bytes(self.file.size)}. tracker reads at most"
                f" {say_bytes(LARGEST_TEXT)}, and of tables {say_bytes(LARGEST_LOG)}.",
                "Export the log as CSV, or in parts.",
            )
        with self._open() as stream:
            return stream.read()

    @cached_property
    def head(self) -> str:
        """Its beginning: as much as shows its format."""
        with self._open() as stream:
            return stream.read(HEAD).removeprefix("\ufeff")

    def _open(self) -> TextIO:
        return io.TextIOWrapper(self._binary(), encoding=self.encoding, newline="")

    def _binary(self) -> BinaryIO:
        return self.file.open() if self.content is None else io.BytesIO(self.content)


def open_source(path: Path, encoding: str | None = None) -> Source:
    """The file at `path`, or the standard input, read through once.

    `encoding` is what the person says. Raises FileProblem where it is no regular file,
    too large or not text, and Unreadable where its encoding is not clear.
    """
    name = shown_path(path)
    try:
        file = _keep_stdin() if path == STDIN else InputFile(path, LARGEST_LOG)
        digest, count, lines = _scan(file)
        encoding = _encoding(str(name), encoding, partial(_blocks, file), count)
    except OSError as fault:
        raise _unreadable(path, fault) from fault
    return Source(name, encoding, digest, file, lines)


def _unreadable(path: Path, fault: OSError) -> FileProblem:
    """The refusal of what cannot be opened or read."""
    is_pipe = fault.errno == errno.ESPIPE
    return FileProblem(
        f"{shown_path(path)} cannot be read: {say_reason(fault)}.",
        "Pipe the text in:" if is_pipe else "Name an existing, readable file.",
        typed=str(path),
        instead=["-" if is_pipe else "FILE"],
    )


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
            f"{name} is neither text nor a spreadsheet (.xlsx, .ods).", _HINT
        )
    return encoding


def shown_path(path: Path) -> Path:
    """`path` as reports name it: the standard input has a name, too."""
    return STDIN_NAME if path == STDIN else path


def unknown_format(path: Path) -> FileProblem:
    """The refusal of a file in no known format."""
    return FileProblem(f"The format of {path} is not known.", _HINT)


def _keep_stdin() -> InputFile:
    """The standard input as a file without a name, so that it can be read twice."""
    with tempfile.TemporaryFile() as copy:
        while sys.stdin and (block := sys.stdin.buffer.read(BLOCK)):
            if copy.tell() + len(block) > LARGEST_LOG:
                raise OSError(errno.EFBIG, f"it has over {say_bytes(LARGEST_LOG)}")
            copy.write(block)
        copy.flush()
        return InputFile(copy.fileno())


def _blocks(file: InputFile) -> Iterator[bytes]:
    with file.open() as stream:
        while block := stream.read(BLOCK):
            yield block


def _scan(file: InputFile) -> tuple[str, ByteCount, LineCount]:
    """The digest, what shows the encoding, and the lines."""
    digest, lines, mark, even, odd = hashlib.sha256(), LineCount(), None, 0, 0
    for number, block in enumerate(_blocks(file)):
        digest.update(block)
        lines.add(block)
        if b"\0" in block:
            even, odd = even + block[::2].count(0), odd + block[1::2].count(0)
        if number == 0:
            mark = next(
                (name for start, name in MARKS if block.startswith(start)), None
            )
    return digest.hexdigest(), ByteCount(mark, even, odd, file.size), lines
