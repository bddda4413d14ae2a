"""The encoding of a file: by its mark, UTF-8, Windows-1252, or as the person says."""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tracker.errors import Unreadable
from tracker.imports.rules.questions import answers
from tracker.text.columns import quoted

Blocks = Callable[[], Iterable[bytes]]
UTF_8, WESTERN = "utf-8", "cp1252"
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a file can be that is neither UTF-8 nor Windows-1252.
_OTHERS = {
    "If it is Japanese": "shift_jis",
    "If it is Chinese": "gb18030",
    "If it is Korean": "cp949",
    "If it is Russian": "windows-1251",
    "If it is Polish or Czech": "windows-1250",
    "If it is in another European language": "windows-1252",
}
# A letter or sign beyond ASCII, but for quotes, dashes, the euro and a hard blank.
_HIGH = r"[^\x00-\x7f\xa0«»„“”‘’–—…€]"
# Such letters as Windows-1252 has them where another encoding was meant: three and more
# in a row (`Äàòà`, but not `töööö`), between small letters what is none (`mia³a`), or
# damaged UTF-8 (`Ã¼`).
_ODD_LETTERS = re.compile(
    rf"(?<!{_HIGH})(?!({_HIGH})\1++(?!{_HIGH})){_HIGH}{{3,}}"
    rf"|(?<=[a-z])(?![à-öø-ÿßœšž·´]){_HIGH}(?=[a-z])"
    r"|[ÂÃ][^\x00-\x7f]"
)
# One letter of those: `ä`.
_HIGH_LETTER = re.compile(_HIGH)
# Control characters that no text has, such as a bell.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x19\x7f]")
# Of the letters beyond ASCII, one in so many may be odd.
_MOST_ODD = 4
# At least one in so many characters of UTF-16 has a first or second half of zero.
_LEAST_ZEROS = 10


@dataclass(frozen=True, slots=True)
class ByteCount:
    """What a pass through a file found: its `mark`, and NULs at even and odd places."""

    mark: str | None
    even_nuls: int
    odd_nuls: int
    size: int


def parse_encoding(name: str) -> str:
    """The encoding called `name`. Raises Unreadable for any other name."""
    try:
        "".encode(name)
    except (LookupError, ValueError):
        raise Unreadable(
            f"{quoted(name)} is not an encoding.",
            "Type one like shift_jis or windows-1250.",
            typed=name,
            instead=["shift_jis", "windows-1250"],
        ) from None
    return name


def find_encoding(name: str, blocks: Blocks, count: ByteCount) -> str | None:
    """The encoding of a file called `name`; None for one that is not text.

    `blocks` gives its content. Raises Unreadable where it could have several.
    """
    if count.mark:
        return count.mark if can_decode(count.mark, blocks) else None
    if count.even_nuls or count.odd_nuls:
        likely = {"If it is UTF-16": _half_of_zeros(count)}
    elif can_decode(UTF_8, blocks):
        return UTF_8
    elif _is_plain(WESTERN, blocks) and _is_western(_decoded(WESTERN, blocks())):
        return WESTERN
    else:
        likely = _OTHERS
    options = {
        language: f"--encoding {encoding}"
        for language, encoding in likely.items()
        if encoding and _is_plain(encoding, blocks)
    }
    if not options:
        return None
    raise Unreadable(f"{name} is not UTF-8. What is its encoding?", answers(options))


def check_encoding(name: str, encoding: str, blocks: Blocks, count: ByteCount) -> str:
    """`encoding`, as the person gave it, for a file with or without a mark.

    Raises Unreadable where the file cannot be decoded so.
    """
    family = (count.mark or "").removesuffix("-sig")
    if family and codecs.lookup(encoding).name.startswith(family):
        encoding = count.mark or encoding
    if can_decode(encoding, blocks):
        return encoding
    raise Unreadable(
        f"{name} is not {encoding}.",
        "Leave --encoding out, or name another.",
        typed=encoding,
        without=["--encoding"],
    )


def can_decode(encoding: str, blocks: Blocks) -> bool:
    """Whether the whole file can be decoded."""
    try:
        for _ in _decoded(encoding, blocks()):
            pass
    except UnicodeError:
        return False
    return True


def _decoded(encoding: str, blocks: Iterable[bytes]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    for block in blocks:
        yield decoder.decode(block)
    yield decoder.decode(b"", final=True)


def _is_plain(encoding: str, blocks: Blocks) -> bool:
    """Whether the whole file can be decoded, without control characters."""
    try:
        return not any(map(_CONTROL.search, _decoded(encoding, blocks())))
    except UnicodeError:
        return False


def _is_western(texts: Iterable[str]) -> bool:
    """Whether few letters are where no text in Windows-1252 has them."""
    high = odd = 0
    for text in texts:
        high += len(_HIGH_LETTER.findall(text))
        odd += sum(len(match[0]) for match in _ODD_LETTERS.finditer(text))
    return odd * _MOST_ODD < high or not odd


def _half_of_zeros(count: ByteCount) -> str:
    """The UTF-16 whose letters have zeros where the file has them; empty for none."""
    if count.even_nuls and count.odd_nuls:
        return ""
    if (count.even_nuls + count.odd_nuls) * _LEAST_ZEROS * 2 < count.size:
        return ""
    return "utf-16-be" if count.even_nuls else "utf-16-le"
