"""What a document is made of. The builders in `documents/` choose and order; each format lays the same blocks out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tracker.export.rules.text_length import TextLength


class Link(NamedTuple):
    """An address, shown as itself after what `leads` to it; where it is http, it can be followed."""

    address: str
    leads: str = ""

    @property
    def text(self) -> str:
        """What stands there."""
        return f"{self.leads} {self.address}".lstrip()


Cell = str | Link


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Para:
    """A line or more of text."""

    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines that belong together, under a title of their own."""

    title: str
    lines: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ListingEntry:
    """A row of a table where there is no room for columns: what leads, then line by line what else there is."""

    lead: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Rows under a head; `entries` tell the same where there is no room for columns. `caption` says what it is of."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    entries: tuple[ListingEntry, ...] = ()
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for the person's own words: `text` where they gave any, and how long it is against each limit.

    `key` is what a file of answers calls it.
    """

    key: str
    counts: tuple[TextLength, ...]
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One part of each bar, or one line, of a chart: a number for each label, in hours or in counts."""

    title: str
    numbers: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers to be drawn, where a format draws, always with `table` beside it.

    `form` is bars, lines, across or ledger; `bounds` are the low and the high one of each bar of a ledger.
    """

    form: str
    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    table: TableBlock
    bounds: tuple[tuple[float, float], ...] = ()


Block = Heading | Para | Listing | TableBlock | Slot | Chart


@dataclass(frozen=True, slots=True)
class Document:
    """A title and what is under it."""

    title: str
    blocks: Sequence[Block]
