"""Rows of a table that are no entries: sums, headers that come again, headings, lines left blank for later."""

from collections.abc import Sequence

from tracker.intake.formats.headers import plain_header, plain_words
from tracker.intake.formats.layouts import Layout
from tracker.intake.formats.moments import names_day
from tracker.intake.rules.lengths import read_length

_CLOCKS = ("start_clock", "end_clock", "start", "end", "range")
_SUMS = frozenset(
    plain_words(
        "total totals subtotal sum sums summe gesamt gesamtsumme zwischensumme summa totale totaal somme suma razem"
        " toplam yht yhteensä итого всего 合計 小計 总计 合计 합계 jumlah celkem ukupno average avg mean"
    )
)
MOST = 4


def is_entry(row: Sequence[str], day: int, layout: Layout, header: Sequence[str]) -> bool:
    """Whether a row whose day does not begin with a digit is an entry: its `day` is one, or it has more than a sum."""
    said = row[day].strip()
    if said and names_day(said):
        return True
    if said and len(header) > day and plain_header(said) == plain_header(header[day]):
        return False
    measured = row[layout.place("length")] if "length" in layout.columns else ""
    timed = any(row[layout.place(part)].strip() for part in _CLOCKS if layout.place(part) not in (-1, day))
    if not timed and not any(map(str.isdigit, measured)):
        return False
    texts = [cell for cell in row if any(map(str.isalpha, cell)) and read_length(cell, "") is None]
    return (timed or bool(texts)) and not any(_is_sum(cell) for cell in ([said] if said else texts))


def _is_sum(cell: str) -> bool:
    words = plain_header(cell).split()
    return len(words) <= MOST and not _SUMS.isdisjoint(words)
