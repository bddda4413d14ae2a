"""What came of an import, for its view."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tracker.imports.rules.entries import Skipped


class ProjectShare(NamedTuple):
    """What of a project's entries went to an item, and how that was found: `rule`, `before`, `name` or `new`."""

    project: str
    item: str
    how: str
    entries: int
    seconds: int


@dataclass(frozen=True, slots=True)
class FileReport:
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
    went: tuple[ProjectShare, ...]
    days: tuple[date, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All files of one import; `dry` where nothing was written, `drafted` the rules file that was."""

    reports: tuple[FileReport, ...]
    dry: bool
    drafted: str | None = None
