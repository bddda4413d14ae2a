"""The meaning of headers: which part of an entry a column is, and how plainly."""

import re
import unicodedata
from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import filterfalse

from tracker.imports.formats.vocabulary import NO_WORK_TIME, NOT_WORKED, WORDS
from tracker.imports.rules.entries import MOST_CACHED

# Between two words of `startTime`.
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# A word: letters and digits.
_WORD = re.compile(r"[^\W_]+")
# A digit at the end: `Time in 2`.
_NUMBER = re.compile(r" \d$")
UNKNOWN = ("", 0)
# The rank of a header that is no whole entry of the vocabulary, before its words.
_BY_WORDS = 100
# What may come again in a row, as a second pair of clocks: `Time in 2`.
EDGES = ("start", "end", "start_clock", "end_clock")


@lru_cache(maxsize=MOST_CACHED)
def plain_header(text: str) -> str:
    """A header in lower case, without accents and signs: `Durée (h)` is `duree h`."""
    letters = _CAMEL.sub(" ", text)
    if not text.isascii():
        letters = letters.replace("ı", "i").replace("ł", "l").replace("ø", "o")
        bare = unicodedata.normalize("NFKD", letters)
        letters = "".join(filterfalse(unicodedata.combining, bare.casefold()))
    return " ".join(_WORD.findall(letters.casefold()))


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
_UNIT_PARTS = ("hours", "minutes", "seconds")
# The unit of each word that is one: `minutes`, `std`, `часы`; never of its beginning.
_UNIT_WORDS = {
    header: part for header, (part, _) in _MEANING.items() if part in _UNIT_PARTS
} | dict.fromkeys(split_plain_words("decimal dezimal decimale jam"), "hours")
# Beginnings of words for units in languages that inflect or join words.
_UNIT_STEMS = {
    "hours": split_plain_words("tunt tunn stund dziesiet ondalik десятич 小时 小時"),
    "minutes": split_plain_words("minut minuu 分 분 menit"),
    "seconds": split_plain_words("sekun 秒 초"),
}
_LETTERS = {"t": "hours", "u": "hours", "ч": "hours", "m": "minutes"}
# A clock as a unit: `(hh:mm)`, `hour:min`.
_CLOCK_UNITS = frozenset({"hh mm", "h mm", "h m", "hour min", "hours minutes", "hhmm"})
_LENGTHS = split_plain_words(
    "duration time length dauer zeit aika kesto duree duracion duracao tid studied"
    " study durasi durata elapsed spent"
    " temps tiempo tempo czas duur varighed varighet время длительность"
    " продолжительность"
    " work focus session logged actual toteutu факт kaytet tyo 時間 学習 勉強 作業"
    " 経過 学习 时长 공부 학습 시간 thoi"
)
_STARTS = frozenset(split_plain_words("start started begin began"))
_ENDS = frozenset(split_plain_words("end ended stop finish"))
_BREAK_STARTS = _STARTS | {"out", "from", "von", "beginn"}
_BREAK_ENDS = _ENDS | {"in", "to", "bis", "back", "ende"}
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
_TOTALS = frozenset({"total", "tot", "sum", "gesamt"})
_BREAKS = frozenset(
    word
    for header in WORDS["break"].split("|")
    for word in plain_header(header).split()
) - set(split_plain_words("time zeit 时间 時間 시간"))
# Words, and beginnings of words.
_Stems = tuple[frozenset[str], tuple[str, ...]]


def _split_stems(text: str) -> _Stems:
    words, stems = set(), []
    for word in text.split():
        if word.endswith("="):
            words.add(plain_header(word))
        else:
            stems.append(plain_header(word))
    return frozenset(words), tuple(stems)


_NOT_WORKED = _split_stems(NOT_WORKED)
_NO_WORK_TIME = _split_stems(NO_WORK_TIME)


def meaning_of(header: str) -> tuple[str, int]:
    """The part that a header names, and how plainly: 0 is plainest; else `UNKNOWN`."""
    plain = plain_header(header)
    meaning = _MEANING.get(plain) or _MEANING.get(without_number(header), UNKNOWN)
    if plain in _MEANING or meaning[0] in EDGES:
        return meaning
    words = plain.split()
    rank = _BY_WORDS + len(words)
    if not _BREAKS.isdisjoint(words):
        return _break_part(set(words)), rank
    if edge := _edge(set(words)):
        return edge, rank
    if not words or len(words) > 6 or is_not_worked(words):
        return UNKNOWN
    unit = _unit(words)
    if not unit:
        return UNKNOWN
    return "total" if _is_total(words, unit) else unit, rank


def part_of(header: str) -> str:
    """The part that a header names; empty for none."""
    return meaning_of(header)[0]


def unknown_columns(header: Sequence[str], used: Container[int]) -> list[int]:
    """The columns that are not used and whose headers name nothing that is known."""
    return [
        place
        for place, name in enumerate(header)
        if name and place not in used and not meaning_of(name)[0]
    ]


def is_not_worked(header_words: Sequence[str]) -> bool:
    """Whether plain words say that a length was not worked: `planned`, `estimate`."""
    return any(
        is_not_worked_word(word) or _is_one_of(word, _NO_WORK_TIME)
        for word in header_words
    )


def is_not_worked_word(word: str) -> bool:
    """Whether a plain word is for a plan, a break, a running total or sleep."""
    return word in _BREAKS or _is_one_of(word, _NOT_WORKED)


def _is_one_of(word: str, stems: _Stems) -> bool:
    return word in stems[0] or word.startswith(stems[1])


def _is_total(words: Sequence[str], unit: str) -> bool:
    return not _TOTALS.isdisjoint(words) and unit != "break"


def _break_part(words: set[str]) -> str:
    """`break`, or `break_start` or `break_end` of `Lunch out` and `Lunch in`."""
    rest = words - _BREAKS - _TIMELY
    if rest and rest <= _BREAK_STARTS:
        return "break_start"
    if rest and rest <= _BREAK_ENDS:
        return "break_end"
    return "break"


def _edge(header_words: set[str]) -> str:
    """`start` or `end` of a header: `Session start`, `End (local time)`; else empty."""
    starts, ends = header_words & _STARTS, header_words & _ENDS
    if not header_words - starts - ends <= _TIMELY or bool(starts) == bool(ends):
        return ""
    return "start" if starts else "end"


def unit_of_header(header: str) -> str:
    """The part for the unit that a header names: `hours` of `Break (h)`; else empty."""
    units = _units(plain_header(header).split())
    return units[0] if len(units) == 1 else ""


def _units(header_words: Sequence[str]) -> list[str]:
    found = {_UNIT_WORDS.get(word, "") or _stem_unit(word) for word in header_words}
    return [part for part in _UNIT_PARTS if part in found]


def _stem_unit(word: str) -> str:
    units = (part for part, stems in _UNIT_STEMS.items() if word.startswith(stems))
    return next(units, "")


def _unit(header_words: list[str]) -> str:
    """The unit of a length in a header: `Study time (min)`, `Hours per day`.

    `duration` for a length without a unit, empty for no length.
    """
    has_length = any(word.startswith(_LENGTHS) for word in header_words)
    if " ".join(header_words[-2:]) in _CLOCK_UNITS or header_words[-1] in _CLOCK_UNITS:
        return "duration"
    units = _units(header_words)
    is_short = len(header_words) == 1 or (
        units in (["hours"], ["minutes"])
        and len(header_words) <= 4
        and "min" not in header_words
    )
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
