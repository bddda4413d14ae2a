"""Inputs made of others: cut, doubled, joined, with a byte or a word changed, blown up."""

from collections.abc import Callable, Sequence
from random import Random

LARGEST = 100_000
# What means something to a parser, or is at the edge of what it may.
_WORDS: tuple[bytes, ...] = (
    *(
        bytes([code])
        for code in b"\0\n\r\t \"'|,;:-+.#*[]{}()<>=/\\@!%\x1a\x1b\x85\xff"
    ),
    *(
        text.encode()
        for text in [
            "½",
            "٣",
            "²",
            "é",
            "😀",
            "\u2028",
            "\u202e",
            "\ufeff",
            "\xa0",
            "ß",
            "İ",
            "年",
            "١٢:٣٠",
        ]
    ),
    *b"0 -1 00 24:00 99:99 1e400 1e9 2026-02-30 9999-12-31 0001-01-01 inf nan".split(),
    *b"999999999999999999999 23:59:60 2026-W53-7 12am 0h 1h-30m 1:30:00 -0".split(),
    *b'<!-- --> <table> </td> <tr> | --- | "" \'\'\' """ [[item]] [[rule]]'.split(),
    *b"CLOCK: BEGIN:VEVENT END:VEVENT BEGIN:VALARM DTSTART: => true null [[ {{".split(),
    b"\xff\xfe",
    b"PK\x03\x04",
    b"9" * 5000,
    b"SQLite format 3\0",
)
Mutation = Callable[[bytes, Random], bytes]


def mutate(pool: Sequence[bytes], random: Random) -> bytes:
    """One of the inputs, changed a few times; no longer than it was, or LARGEST bytes."""
    content = random.choice(pool)
    most = max(LARGEST, len(content))
    for _ in range(random.randint(1, 6)):
        if random.random() < 0.1:
            content = _join(content, random.choice(pool), random)
        content = random.choice(_MUTATIONS)(content, random)
    return content[:most]


def _place(content: bytes, random: Random) -> int:
    return random.randint(0, len(content))


def _piece(content: bytes, random: Random) -> tuple[int, int]:
    start = _place(content, random)
    return start, min(len(content), start + int(random.expovariate(1 / 20)) + 1)


def _join(content: bytes, other: bytes, random: Random) -> bytes:
    return content[: _place(content, random)] + other[_place(other, random) :]


def _cut(content: bytes, random: Random) -> bytes:
    start, end = _piece(content, random)
    return content[:start] + content[end:]


def _truncate(content: bytes, random: Random) -> bytes:
    return content[: _place(content, random)]


def _double(content: bytes, random: Random) -> bytes:
    start, end = _piece(content, random)
    at = _place(content, random)
    return content[:at] + content[start:end] + content[at:]


def _insert(content: bytes, random: Random) -> bytes:
    at = _place(content, random)
    return content[:at] + random.choice(_WORDS) + content[at:]


def _replace(content: bytes, random: Random) -> bytes:
    start, end = _piece(content, random)
    return content[:start] + random.choice(_WORDS) + content[end:]


def _change_byte(content: bytes, random: Random) -> bytes:
    at = _place(content, random)
    return content[:at] + random.randbytes(1) + content[at + 1 :]


def _blow_up(content: bytes, random: Random) -> bytes:
    """A piece or a word very often: what grows with the square takes long."""
    if random.random() < 0.8:
        return content
    start, end = _piece(content, random)
    piece = content[start:end] if random.random() < 0.5 else random.choice(_WORDS)
    times = LARGEST // max(len(piece), 1)
    return content[:start] + piece * random.choice((10, 300, times)) + content[end:]


_MUTATIONS: tuple[Mutation, ...] = (
    _cut,
    _truncate,
    _double,
    _insert,
    _insert,
    _replace,
    _replace,
    _change_byte,
    _blow_up,
)
