"""Values that a shell completes and that no database holds: days, levels, settings."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from itertools import chain

from tracker.choices import EVIDENCE_KINDS, GROUPINGS, LEVELS
from tracker.command_table import SECTIONS, TOPICS
from tracker.export.rules.kinds import KINDS as EXPORT_KINDS
from tracker.imports.rules.questions import SPOKEN
from tracker.maintenance.rules.settings import MEANINGS
from tracker.maintenance.rules.value_kinds import Named
from tracker.text.evidence import placeholder_of
from tracker.text.month_days import DAY_NAMES
from tracker.text.periods import parse_period, say_period, week_of, week_start
from tracker.text.signs import SIGNS

_LATEST_START = 6  # o'clock; later ones are read too
_PERIODS = (
    "today",
    "yesterday",
    *(
        f"{which} {unit}"
        for unit in ("week", "month", "year")
        for which in ("this", "last")
    ),
)
_WEEKS = 8
_YEARS = 5
# Those that logs are most often written in; Python knows more.
_ENCODINGS = {
    "utf-8": "Unicode",
    "utf-16-le": "Unicode",
    "utf-16-be": "Unicode",
    "windows-1252": "Western Europe",
    "windows-1250": "Central Europe",
    "windows-1251": "Cyrillic",
    "windows-1253": "Greek",
    "windows-1254": "Turkish",
    "mac-roman": "older Macs",
    "koi8-r": "Cyrillic",
    "shift_jis": "Japanese",
    "euc-jp": "Japanese",
    "euc-kr": "Korean",
    "gb18030": "Chinese",
    "big5": "Chinese",
}


def list_fixed(
    kind: str, read_day: Callable[[], date], values: Mapping[str, object], typed: str
) -> Iterable[Named]:
    """The values of a kind, each with what it is.

    `read_day` says today; `values` are those of the other parameters, `typed` is the
    beginning of this one.
    """
    readers: dict[str, Callable[[], Iterable[Named]]] = {
        "day": lambda: _days(read_day(), -1),
        "coming-day": lambda: _days(read_day(), 1),
        "period": lambda: _periods(read_day()),
        "week": lambda: _weeks(read_day()),
        "year": lambda: _unnamed(str(read_day().year - back) for back in range(_YEARS)),
        "level": lambda: _unnamed(LEVELS),
        "evidence": lambda: map(_evidence, EVIDENCE_KINDS),
        "grouping": lambda: _listed(GROUPINGS, typed),
        "column": lambda: _listed(SPOKEN, typed),
        "format": lambda: _unnamed(EXPORT_KINDS.get(str(values.get("kind")), ())),
        "encoding": _ENCODINGS.items,
        "setting": MEANINGS.items,
        "topic": lambda: chain(TOPICS.items(), *(map(dict.items, SECTIONS.values()))),
        "picture": lambda: _unnamed(SIGNS),
        "day-start": lambda: _unnamed(f"{at:02}:00" for at in range(_LATEST_START + 1)),
    }
    return readers[kind]()


def _unnamed(values: Iterable[str]) -> Iterable[Named]:
    return ((value, "") for value in values)


def _evidence(kind: str) -> Named:
    """`repo:`, which an address follows; `self` needs none."""
    return (kind, "") if kind == "self" else (f"{kind}:", placeholder_of(kind))


def _listed(words: Iterable[str], typed: str) -> Iterable[Named]:
    """The words that can follow in `day,item`: those that are not in it yet."""
    before, comma, _ = typed.rpartition(",")
    taken = before.split(",")
    return ((f"{before}{comma}{word}", "") for word in words if word not in taken)


def _days(today: date, step: int) -> Iterable[Named]:
    """Today, the day beside it and the weekdays after that, each with its date."""
    beside = "yesterday" if step < 0 else "tomorrow"
    for number in range(7):
        day = today + timedelta(days=step * number)
        name = DAY_NAMES[day.weekday()]
        word = ("today", beside)[number] if number < 2 else name.lower()
        yield word, f"{name} {day.isoformat()}"


def _periods(today: date) -> Iterable[Named]:
    return ((text, say_period(parse_period(text, today))) for text in _PERIODS)


def _weeks(today: date) -> Iterable[Named]:
    for back in range(_WEEKS):
        monday = week_start(today) - timedelta(weeks=back)
        year, number, _ = monday.isocalendar()
        yield f"{year}-W{number:02}", say_period(week_of(monday))
