"""Rows that are no entries: sums, repeated headers, headings, rows left blank."""

from collections.abc import Iterable, Sequence

from tracker.imports.formats.cells import says_day
from tracker.imports.formats.headers import plain_header, split_plain_words
from tracker.imports.formats.layouts import Layout
from tracker.imports.rules.lengths import read_length

_CLOCKS = ("start_clock", "end_clock", "start", "end", "range")
_SUMS = frozenset(
    split_plain_words(
        "total totals subtotal sum sums overall totaal totalt totale summa summe"
        " gesamt insgesamt gesamtsumme somme"
        " zwischensumme suma razem toplam итого всего yht yhteensä kaikkiaan"
        " kokonaisaika kokonaistunnit jumlah celkem"
        " ukupno average avg mean 合計 小計 总计 合计 합계 総計 累計 累计 总共 共计 총 총합"
        " 누적 cumul cumule acumulado acumulada cumulative bisher"
    )
)
_AFTER_SUM = (
    "hour",
    "time",
    "tun",
    "aika",
    "stund",
    "min",
    "h",
    "so",
    "far",
    "spent",
    "work",
    "use",
    "of",
    "as",
    "for",
    "to",
    "this",
    "week",
)
SHORT = 6


def is_entry_row(
    row: Sequence[str], day: int, layout: Layout, header: Sequence[str]
) -> bool:
    """Whether a row whose day does not begin with a digit is an entry.

    Its cell in the column `day` is a day, or the row is no sum.
    """
    day_cell = row[day].strip() if day >= 0 else ""
    if day_cell and says_day(day_cell):
        return True
    if (
        day_cell
        and len(header) > day
        and plain_header(day_cell) == plain_header(header[day])
    ):
        return False
    measured = row[layout.place("length")] if "length" in layout.columns else ""
    if sum(any(map(str.isalnum, cell)) for cell in row) < 2:
        return False
    timed = any(
        row[layout.place(part)].strip()
        for part in _CLOCKS
        if layout.place(part) not in (-1, day)
    )
    if not timed and not any(map(str.isdigit, measured)):
        return False
    width = max(len(header), max(layout.used()) + 1)
    texts = [
        cell
        for cell in row[:width]
        if any(map(str.isalpha, cell)) and read_length(cell, "") is None
    ]
    return (timed or bool(texts)) and not any(map(is_sum_name, texts))


def begins_other_table(row: Sequence[str], day: int, header: Sequence[str]) -> bool:
    """Whether a row is the header of another table, such as one of sums.

    It has the same headers, but for the day.
    """
    alike = {
        place
        for place, cell in enumerate(header)
        if cell and row[place : place + 1] == [cell]
    }
    return len(alike) > 1 and day not in alike


def has_sum_word(plain_words: Iterable[str]) -> bool:
    """Whether one of some plain words is for a sum: `yht`, `total`."""
    return not _SUMS.isdisjoint(plain_words)


def is_sum_name(text: str) -> bool:
    """Whether a text names a sum: `Total hours`, `in all`; not `Total score view`."""
    words = plain_header(text).split()
    if not words or len(words) > SHORT or _SUMS.isdisjoint(words):
        return words == ["in", "all"]
    return words[-1] in _SUMS or all(
        word in _SUMS or word.isdigit() or word.startswith(_AFTER_SUM) for word in words
    )
