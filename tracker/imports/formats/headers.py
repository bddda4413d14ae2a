"""The meaning of headers: which part of an entry a column is, and how plainly."""

import re
import unicodedata
from collections.abc import Sequence

from tracker.imports.formats.vocabulary import WORDS

# Between two words of `startTime`.
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# A digit at the end: `Time in 2`.
_NUMBER = re.compile(r" \d$")
UNKNOWN = ("", 0)
# What may come again in a row, as a second pair of clocks: `Time in 2`.
EDGES = ("start", "end", "start_clock", "end_clock")


def plain_header(text: str) -> str:
    """A header in lower case, without accents and signs: `Durée (h)` is `duree h`."""
    bare = unicodedata.normalize(
        "NFKD",
        _CAMEL.sub(" ", text.replace("ı", "i").replace("ł", "l").replace("ø", "o")),
    )
    letters = "".join(
        letter for letter in bare.casefold() if not unicodedata.combining(letter)
    )
    return " ".join(re.findall(r"[^\W_]+", letters))


def without_number(header: str) -> str:
    """A plain header without the number after it: `Time in 2` is `time in`."""
    return _NUMBER.sub("", plain_header(header))


def split_plain_words(text: str) -> tuple[str, ...]:
    """The words of a text, each as `plain_header` has it."""
    return tuple(map(plain_header, text.split()))


_MEANING = {
    plain_header(header): (part, rank)
    for part, headers in WORDS.items()
    for rank, header in enumerate(headers.split("|"))
}
_UNITS = {
    "hours": split_plain_words(
        "hour hr tunt tunn stund heure hora decima dezima dziesiet ondalik десятич"
        " 小时 小時 jam"
    ),
    "minutes": split_plain_words("min 分 분 menit phut"),
    "seconds": split_plain_words("sec sek 秒 초 detik"),
}
_LETTERS = {
    "h": "hours",
    "t": "hours",
    "u": "hours",
    "ч": "hours",
    "m": "minutes",
    "s": "seconds",
}
_LENGTHS = split_plain_words(
    "duration time length dauer zeit aika kesto duree duracion duracao tid studied"
    " study durasi durata elapsed spent"
    " temps tiempo tempo czas duur varighed varighet время длительность"
    " продолжительность"
    " work focus session logged actual toteutu факт kaytet tyo 時間 学習 勉強 作業"
    " 経過 学习 时长 공부 학습 시간 thoi"
)
_STARTS, _ENDS = (
    frozenset(split_plain_words("start started begin began")),
    frozenset(split_plain_words("end ended stop finish")),
)
_TIMELY = frozenset(
    split_plain_words(
        "time date datetime timestamp stamp clock at on utc local zeit zeitpunkt"
        " uhrzeit work session task study log"
    )
)
_DURATIONS = split_plain_words(
    "duration dauer duree duracion duracao durata durasi kesto varighe длительн"
    " продолжительн"
)
_SPENT = frozenset(split_plain_words("spent taken studied worked used"))
_ON_WHAT = ("on", "to", "for")
_NO_LENGTHS = frozenset(
    split_plain_words(
        "rate amount cost price cumulative target goal planned plan estimated"
        " estimate expected remaining left break"
        " pause lunch budget sleep slept screen phone next tomorrow todo due"
    )
)


def meaning_of(header: str) -> tuple[str, int]:
    """The part that a header names, and how plainly: 0 is plainest; else `UNKNOWN`."""
    plain = plain_header(header)
    meaning = _MEANING.get(plain) or _MEANING.get(without_number(header), UNKNOWN)
    if plain in _MEANING or meaning[0] in EDGES:
        return meaning
    words = plain.split()
    if edge := _edge(set(words)):
        return edge, 100 + len(words)
    if not words or len(words) > 6 or is_not_worked(words):
        return UNKNOWN
    unit = _unit(words)
    if not unit:
        return UNKNOWN
    return "total" if "total" in words else unit, 100 + len(words)


def is_not_worked(header_words: Sequence[str]) -> bool:
    """Whether plain words say that a length was not worked: `planned`, `break`."""
    return not _NO_LENGTHS.isdisjoint(header_words)


def _edge(header_words: set[str]) -> str:
    """`start` or `end` of a header: `Session start`, `End (local time)`; else empty."""
    starts, ends = header_words & _STARTS, header_words & _ENDS
    if not header_words - starts - ends <= _TIMELY or bool(starts) == bool(ends):
        return ""
    return "start" if starts else "end"


def part_of(header: str) -> str:
    """The part that a header names; empty for none."""
    return meaning_of(header)[0]


def _unit(header_words: list[str]) -> str:
    """The unit of a length in a header: `Study time (min)`, `Hours per day`.

    `duration` for a length without a unit, empty for no length.
    """
    has_length = any(word.startswith(_LENGTHS) for word in header_words)
    units = [
        unit
        for unit, starts in _UNITS.items()
        if any(word.startswith(starts) for word in header_words)
    ]
    is_short = len(header_words) == 1 or (units == ["hours"] and len(header_words) <= 4)
    if len(units) == 1 and (is_short or has_length):
        return units[0]
    if has_length and len(header_words) > 1 and header_words[-1] in _LETTERS:
        return _LETTERS[header_words[-1]]
    if (
        "time" in header_words
        and header_words[-1] not in _ON_WHAT
        and not _SPENT.isdisjoint(header_words)
    ):
        return "duration"
    is_duration = any(word.startswith(_DURATIONS) for word in header_words)
    return "duration" if is_duration else ""
