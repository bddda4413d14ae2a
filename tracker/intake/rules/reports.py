"""What came of an import, for its view."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tracker.intake.rules.entries import Skipped


class Went(NamedTuple):
    """What of a project's entries went to an item, and how that was found: `rule`, `before`, `name` or `new`."""

    project: str
    item: str
    how: str
    entries: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Report:
    """One file's import. `entries` = `added` + `duplicates` + `skipped`, counted before days are split.

    `corrected` are among the duplicates. `days` were written to, earliest first. `batch` is None where nothing was
    added.
    """

    file: str
    format: str
    zone: str
    entries: int
    added: int
    duplicates: int
    corrected: int
    skipped: tuple[Skipped, ...]
    seconds: int
    batch: str | None
    went: tuple[Went, ...]
    days: tuple[date, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """All files of one import; `dry` where nothing was written, `drafted` the rules file that was."""

    reports: tuple[Report, ...]
    dry: bool
    drafted: str | None = None
