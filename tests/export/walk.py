"""Every number of an export walked back to a fact of its JSON, by what kind of number it is."""

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import date
from html.parser import HTMLParser
from itertools import accumulate
from typing import Any, NamedTuple

from tracker.text.month_days import MONTH_NAMES

HOUR, MINUTE = 3600, 60
# Keys of amounts in seconds.
SECONDS = frozenset(
    [
        "seconds",
        "spent",
        "low",
        "high",
        "overlap",
        "recollected",
        "aim",
        "agent",
        "counted",
        "over",
        "cap",
        "shared",
        "on_clock",
    ]
)
_MONTH = "|".join(MONTH_NAMES)
# `https://git.example/a_1`
ADDRESS = re.compile(r"https?://[^\s<>()\"'|\\]+")
# `24 Aug to 23 Nov 2026`: the first day in the year of the last.
PERIOD = re.compile(rf"(\d{{1,2}}) ({_MONTH}) to (?=\d{{1,2}} (?:{_MONTH}) (\d{{4}}))")
# `23 Nov 2026`
DAY = re.compile(rf"(\d{{1,2}}) ({_MONTH}) (\d{{4}})")
# `2026-11-23`
ISO_DAY = re.compile(r"\b(\d{4}-\d\d-\d\d)\b")
# `200-400 h`, or `45-130 h`
LIMIT = re.compile(r"(\d[\d.]*)-(\d[\d.]*) h\b")
# `177h02m`, `45m`
AMOUNT = re.compile(r"-?\b(?:(\d+)h)?(\d\d?)m\b")
# `518.0 h`, `-1.0 h`, `176.0 of 200-400 h`, `about 40 h`
HOURS = re.compile(r"-?\b([\d,]*\d(?:\.\d)?(?= h\b)|[\d,]*\d\.\d(?= of ))")
# A cell of hours: `16.2`
CELL = re.compile(r"-?[\d,]*\d\.\d")
# A line of a PDF: `1.5`, `6 h`
AXIS = re.compile(r"^[\d,.]+(?: h)?$", re.MULTILINE)
# `25 days late`
LATE = re.compile(r"(\d+) days? (?:late|early)")
# `96%`, `5.5%`
PERCENT = re.compile(r"\b(\d+(?:\.\d+)?)%")
# `18,000`, `3.31`
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


# `Hours logged: 518.0 h (514.0 h by the author, 4.0 h run by an agent`
LOGGED = re.compile(r"Hours logged: ([\d,.]+) h(?: \(([^;)]*by the author[^;)]*))?")
# `By track: Maths 2.0 h, Deep learning 17.5 h.`
SPLIT = re.compile(r"(?:By track|Hours recorded by): (.*? h(?: \(\d+%\))?)\.(?: |$)")
# `1 of 4 has evidence, 0 are claimed, 3 are open`
ROLE = re.compile(r"(\d+) of (\d+) ha\w+ evidence, (\d+) \w+ claimed, (\d+) \w+ open")
# `518.0 h` in a sentence
PART = re.compile(r"(-?[\d,]+\.\d) h")


class Facts(NamedTuple):
    """The facts of one export by what they are; hours and amounts are seconds."""

    days: set[date]
    seconds: set[int]
    percents: set[str]
    late: set[int]
    others: set[str]


def leaves(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every fact of an export with its key."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, key)
    elif value is not None:
        yield key, value


def read_facts(packet: dict[str, Any]) -> Facts:
    """The facts of an export, and what follows from them by adding up."""
    all_facts = list(leaves(packet))
    texts = [value for _, value in all_facts if isinstance(value, str)]
    iso_days = [text for text in texts if ISO_DAY.fullmatch(text)]
    prose = [text for text in texts if not ISO_DAY.fullmatch(text)]
    counts = [
        value
        for key, value in all_facts
        if type(value) is int and key not in SECONDS and key != "late"
    ]
    seconds = {value for key, value in all_facts if key in SECONDS}
    return Facts(
        days=set(map(date.fromisoformat, iso_days)),
        seconds={*seconds, *_sums(packet)},
        percents={*_percents(all_facts), *_in_texts(PERCENT, prose)},
        late={abs(value) for key, value in all_facts if key == "late"},
        others={
            *map(str, (*counts, *seconds)),
            *_budget(packet),
            *_differences(all_facts),
            *_in_texts(NUMBER, prose),
        },
    )


def _in_texts(pattern: re.Pattern[str], texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for match in pattern.finditer(ADDRESS.sub("", text)):
            yield plain(match[match.lastindex or 0])


def plain(number: str) -> str:
    """A number without commas and leading zeros."""
    return number.replace(",", "").lstrip("0") or "0"


def _percents(facts: Iterable[tuple[str, Any]]) -> Iterator[str]:
    for key, value in facts:
        if key == "percent":
            yield str(value)
        elif key == "relative":
            yield from (f"{abs(value) * 100:.0f}", f"{abs(value) * 100:.1f}")


def _hours_of(packet: dict[str, Any]) -> dict[str, Any]:
    facts = packet.get("facts", packet)
    hours: dict[str, Any] = facts.get("progress", facts).get("hours", {})
    return hours


def _sums(packet: dict[str, Any]) -> Iterator[int]:
    """Seconds that a document adds up: the author's own, those so far, each overlap."""
    hours = _hours_of(packet)
    if hours:
        yield hours["seconds"] - hours["agent"]
    spans = hours.get("spans", [])
    yield from accumulate(span["seconds"] for span in spans)
    for span in [hours, *spans]:
        by_track = [track["seconds"] for track in span.get("by_track", ())]
        yield abs(span.get("seconds", 0) - sum(by_track))


def _differences(facts: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """How far a reproduced figure is from the original one: `0.03`."""
    for key, value in facts:
        if key == "difference":
            yield plain(f"{abs(value):.9g}")


def _budget(packet: dict[str, Any]) -> Iterator[str]:
    """The amounts spent, the totals, and what is unspent of the lines that say so."""
    budget = packet.get("facts", packet).get("budget")
    if budget:
        lines = [line for line in budget["lines"] if line["spent"] is not None]
        spent = [line["spent"] for line in lines]
        yield from map(str, spent)
        yield str(sum(spent))
        yield str(sum(line["amount"] for line in budget["lines"]))
        yield str(sum(line["amount"] for line in lines) - sum(spent))


def untraced(text: str, facts: Facts) -> list[str]:
    """The numbers of a document that are no fact of its export."""
    missing: list[str] = []

    def is_day(match: re.Match[str]) -> bool:
        day, month, year = match.groups()
        return date(int(year), MONTH_NAMES.index(month) + 1, int(day)) in facts.days

    def is_near(seconds: float, unit: int) -> bool:
        return any(abs(seconds - fact) < unit for fact in facts.seconds)

    checks = (
        (PERIOD, is_day),
        (DAY, is_day),
        (ISO_DAY, lambda match: date.fromisoformat(match[1]) in facts.days),
        (LIMIT, lambda m: all(float(n) * HOUR in facts.seconds for n in m.groups())),
        (
            AMOUNT,
            lambda m: is_near(int(m[1] or 0) * HOUR + int(m[2]) * MINUTE, MINUTE),
        ),
        (HOURS, lambda m: is_near(float(plain(m[1])) * HOUR, HOUR // 10)),
        (LATE, lambda match: int(match[1]) in facts.late),
        (PERCENT, lambda match: match[1] in facts.percents),
        (NUMBER, lambda match: plain(match[0]) in facts.others),
    )
    rest = ADDRESS.sub("", text)
    for pattern, is_fact in checks:
        missing += [m[0] for m in pattern.finditer(rest) if not is_fact(m)]
        rest = pattern.sub(" ", rest)
    return missing


def _are_hours(cell: str) -> bool:
    return bool(CELL.fullmatch(cell) or LIMIT.fullmatch(f"{cell} h"))


def plain_text(text: str, form: str) -> str:
    r"""What a document says, on one line: Markdown without its `\`, a page without its tags.

    The decimals and limits of a page's tables are hours. In the pictures of a PDF, its
    last part, a line with nothing but a number is a mark of an axis.
    """
    if form == "html":
        text = Page(text).text
    if form == "pdf":
        words, picture, marks = text.partition("Hours by ")
        text = words + picture + AXIS.sub("", marks)
    if form == "csv":
        text = text.replace(",", " ")
    if form == "md":
        text = re.sub(r"\\([^\w\s])", r"\1", text)
    return " ".join(text.split())


class Page(HTMLParser):
    """What a page says outside its style and drawings, and its tables by caption."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.text = ""
        self.tables: list[list[list[str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go in, and begin a table, a row or a cell."""
        if tag in ("style", "svg", "td", "th"):
            self.inside.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
        self.text += " " if tag != "span" else ""

    def handle_endtag(self, tag: str) -> None:
        """Come out; after a cell of hours, say the unit."""
        if tag in self.inside:
            self.inside.remove(tag)
        if tag == "td" and _are_hours(self.tables[-1][-1][-1]):
            self.text += " h"

    def handle_data(self, data: str) -> None:
        """Note what is said, and in which cell."""
        if not {"style", "svg"} & set(self.inside):
            self.text += data
        if {"td", "th"} & set(self.inside):
            self.tables[-1][-1][-1] += data


def sums(text: str, form: str) -> Iterator[tuple[int, list[int]]]:
    """Each total of a document, and the parts that make it up; tenths, minutes, or a count."""
    read = plain_text(text, form)
    logged = LOGGED.search(read)
    if logged:
        for parts in filter(None, (logged[2], *SPLIT.findall(read))):
            yield to_units(logged[1]), list(map(to_units, PART.findall(parts)))
    for shown, total, *others in ROLE.findall(read):
        yield int(total), list(map(int, (shown, *others)))
    for table in tables(text, form):
        yield from _table_sums(table)


def to_units(cell: str) -> int:
    """`1,518.0` as 15180 tenths of an hour, `2h30m` as 150 minutes, all else as 0."""
    amount = AMOUNT.fullmatch(cell)
    if amount:
        return int(amount[1] or 0) * 60 + int(amount[2])
    if CELL.fullmatch(cell):
        return int(cell.replace(",", "").replace(".", ""))
    return 0


def tables(text: str, form: str) -> list[list[list[str]]]:
    """The tables of a page, of Markdown or of CSV, as rows of cells."""
    if form == "html":
        return Page(text).tables
    if form == "pdf":
        words, picture, marks = text.partition("Hours by ")
        text = words + picture + AXIS.sub("", marks)
    if form == "csv":
        return [list(csv.reader(text.splitlines()))]
    blocks = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    return [list(map(_cells, block.splitlines())) for block in blocks]


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row[1:-1].split("|")]


def _table_sums(table: list[list[str]]) -> Iterator[tuple[int, list[int]]]:
    """The sums of the rows and columns of a table with totals."""
    head, *rows = table
    numbers = [list(map(to_units, row)) for row in rows]
    head = [name.removesuffix(" (h)") for name in head]
    if "Total" in head:
        place = head.index("Total")
        yield from ((row[place], row[1:place]) for row in numbers)
    if rows and rows[-1][0].lower() == "total":
        for *parts, total in zip(*numbers, strict=True):
            yield total, parts
