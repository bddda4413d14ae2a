"""What a document is made of: `documents/` orders the blocks, each format lays them out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tracker.export.rules.person import NOBODY, Person


class Link(NamedTuple):
    """An address, shown as itself after `leads`; a reader can follow one of http."""

    address: str
    leads: str = ""

    @property
    def text(self) -> str:
        """The link as plain text."""
        return f"{self.leads} {self.address}".lstrip()


Cell = str | Link


def cell_text(cell: Cell) -> str:
    """A cell as plain text."""
    return cell.text if isinstance(cell, Link) else cell


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Para:
    """A line or more of text, which may end with a link."""

    text: Cell


@dataclass(frozen=True, slots=True)
class Listing:
    """A list under its own title."""

    title: str
    lines: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ListingEntry:
    """A row of a table in plain text: its lead, and its lines beside it."""

    lead: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Rows under a head, named by `caption`; `entries` are the same rows for plain text.

    `align` has a letter for each column, `l` or `r` (numbers); columns after it are `l`.
    Without entries plain text has the rows as a table.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    entries: tuple[ListingEntry, ...] = ()
    caption: str = ""
    align: str = ""

    @property
    def sides(self) -> str:
        """A letter for every column: `lrr`."""
        return self.align.ljust(len(self.head), "l")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with its day: its title, the lines under it, and its links."""

    title: str
    date: str
    lines: tuple[str, ...] = ()
    links: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A marked line for who fills a form in: how long a text is, or that it is missing."""

    text: str


@dataclass(frozen=True, slots=True)
class FieldText:
    """What stands in a field of a form: `text` to be copied, and as `blocks` the same.

    Plain text has the first, all other formats have the second.
    """

    text: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Series:
    """The hours of a track in each bar; `place` is its place in the catalogue, from 0."""

    title: str
    hours: tuple[float, ...]
    place: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone above the bar at `place`, from 0."""

    title: str
    place: int


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar for each label, the series on top of one another.

    `gaps` are the places before which time is left out, `incomplete` those of bars for
    some days only.
    """

    labels: tuple[str, ...]
    series: tuple[Series, ...]
    marks: tuple[Mark, ...] = ()
    gaps: frozenset[int] = frozenset()
    incomplete: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class LimitBar:
    """The hours spent on something against its limit, from `low` to `high` hours.

    `figure` are the hours as text.
    """

    label: str
    figure: str
    spent: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture, what its signs mean, and `table` with the same numbers."""

    title: str
    picture: Bars | tuple[LimitBar, ...]
    notes: tuple[str, ...]
    table: TableBlock


Block = Heading | Para | Listing | TableBlock | Entry | Slot | FieldText | Chart


@dataclass(frozen=True, slots=True)
class Document:
    """A title, and the blocks under it; whose it is stands at its head."""

    title: str
    blocks: Sequence[Block]
    person: Person = NOBODY

    @property
    def laid_out(self) -> "Document":
        """The document with the blocks of each field in place of its text."""
        blocks: list[Block] = []
        for block in self.blocks:
            blocks += block.blocks if isinstance(block, FieldText) else [block]
        return replace(self, blocks=tuple(blocks))

    @property
    def name(self) -> str:
        """The title with the person's name, where it is set: `Ida Example: Progress`."""
        name = self.person.name
        return f"{name}: {self.title}" if name else self.title

    @property
    def contact(self) -> tuple[Cell, ...]:
        """The person's name, email and links, as far as they are set."""
        return (*filter(None, [self.person.name]), *self.addresses)

    @property
    def addresses(self) -> tuple[Cell, ...]:
        """The person's email and links, as far as they are set."""
        links = map(Link, self.person.addresses)
        return (*filter(None, [self.person.email]), *links)
