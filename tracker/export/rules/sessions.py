"""Sessions for a spreadsheet or another tracker."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from tracker.export.rules.person import NOBODY, Person
from tracker.journal.rules.records import SessionRow


class ItemName(NamedTuple):
    """What an item is called, and the slug of its track."""

    slug: str
    title: str
    track: str


class SessionLog(NamedTuple):
    """Sessions of a period, oldest first; their `rows` can be read once.

    `items` are by slug. `seconds` is the total, overlapping sessions counted once. Where
    `redacted`, notes, tags of the person's own, and who they are must not be shown.
    """

    since: date | None
    until: date | None
    rows: Iterable[SessionRow]
    items: Mapping[str, ItemName]
    seconds: int
    redacted: bool
    person: Person = NOBODY
