"""A file as text: its encoding and its digest, to be opened as often as needed."""

import codecs
import hashlib
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, TextIO

from tracker.errors import FileProblem
from tracker.imports.formats.known_formats import PROGRAMS
from tracker.text.columns import join_words

BLOCK = 1 << 20
HEAD = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HINT = (
    f"tracker reads files of {join_words(PROGRAMS)}, tables with a day and a length in"
    " each row, and handwritten logs of days and hours."
    "\nFor examples: tracker import --help"
)


@dataclass(frozen=True)
class Source:
    """A readable file.

    `content` is kept only of a pipe, which cannot be opened twice.
    """

    path: Path
    encoding: str
    digest: str
    content: bytes | None = None

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.path.name

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
            return stream.read(HEAD)


def open_source(path: Path) -> Source:
    """The file at `path`, read through once.

    Raises FileProblem where it cannot be read, or is not text.
    """
    try:
        content = None if path.is_file() else _whole(path)
        digest, mark, nul = _scan(_blocks(path, content))
        encodings = [mark] if mark else ["utf-8", "cp1252"]
        encoding = next(
            (name for name in encodings if _is(name, _blocks(path, content))), None
        )
    except OSError as fault:
        raise FileProblem(
            f"{path} cannot be read: {os.strerror(fault.errno or 0)}.",
            "Name an existing, readable file.",
            typed=str(path),
            instead=["FILE"],
        ) from fault
    if encoding is None or (nul and encoding != "utf-16"):
        raise FileProblem(
            f"{path} is not text. tracker reads logs only as text.", _HINT
        )
    return Source(path, encoding, digest, content)


def unknown_format(path: Path) -> FileProblem:
    """The refusal of a file in no known format."""
    return FileProblem(f"tracker does not recognise the format of {path}.", _HINT)


def _binary(path: Path, content: bytes | None) -> BinaryIO:
    return path.open("rb") if content is None else io.BytesIO(content)


def _whole(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read()


def _blocks(path: Path, content: bytes | None) -> Iterator[bytes]:
    with _binary(path, content) as stream:
        while block := stream.read(BLOCK):
            yield block


def _scan(blocks: Iterator[bytes]) -> tuple[str, str | None, bool]:
    """The digest, the encoding by a mark at the beginning, whether there are NULs."""
    digest, mark, nul = hashlib.sha256(), None, False
    for number, block in enumerate(blocks):
        digest.update(block)
        nul = nul or b"\0" in block
        if number == 0:
            mark = next(
                (name for start, name in _MARKS if block.startswith(start)), None
            )
    return digest.hexdigest(), mark, nul


def _is(encoding: str, blocks: Iterator[bytes]) -> bool:
    """Whether the whole file can be decoded."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for block in blocks:
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
