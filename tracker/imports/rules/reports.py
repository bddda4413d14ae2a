"""What came of an import and of a move, for their answers."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tracker.imports.rules.entries import Skipped
from tracker.imports.rules.entry_changes import CORRECTED, EntryChange
from tracker.imports.rules.questions import TYPED
from tracker.system import quote


class ReadFile(NamedTuple):
    """A file as its batch records it: `digest` is the SHA-256 of its content.

    `last_batch` is the number of the last batch before this command; 0 where the name
    of the file does not say which log it is.
    """

    name: str
    format: str
    digest: str
    last_batch: int = 0


@dataclass(slots=True)
class Share:
    """The entries of a project that went to an item, and `how` it was found."""

    how: str
    entries: int = 0
    seconds: int = 0


@dataclass(slots=True)
class Tally:
    """What came of a file's entries, counted while they are written.

    `changes` are those among the duplicates that the file says otherwise. `shares` goes
    by project and item; `notes` counts the entries whose project was read as a note.
    `days` and `overlapped`, the days whose overlap changed, are ISO text; `batch` is
    the uid of the batch. `vanished` is how many sessions of earlier imports the log has
    no more, and their short ids.
    """

    entries: int = 0
    added: int = 0
    duplicates: int = 0
    notes: int = 0
    seconds: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    changes: list[EntryChange] = field(default_factory=list)
    shares: dict[tuple[str, str], Share] = field(default_factory=dict)
    days: set[str] = field(default_factory=set)
    overlapped: set[str] = field(default_factory=set)
    batch: str | None = None
    vanished: tuple[int, str] = (0, "")


class ProjectShare(NamedTuple):
    """The entries of `project` that went to `item`.

    `how` the item was found: `rule`, `before`, `name` or `new`.
    """

    project: str
    item: str
    how: str
    entries: int
    seconds: int


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file's import.

    `entries` = `added` + `duplicates` + `skipped`, counted before days are split.
    `changes` are those among the duplicates that the file says otherwise. `days` are
    those with new or changed sessions, earliest first. `batch` is None where nothing was
    added.
    """

    file: str
    format: str
    zone: str
    entries: int
    added: int
    duplicates: int
    changes: tuple[EntryChange, ...]
    skipped: tuple[Skipped, ...]
    seconds: int
    batch: str | None
    shares: tuple[ProjectShare, ...]
    days: tuple[date, ...]
    remarks: tuple[str, ...]

    @property
    def corrected(self) -> int:
        """How many entries became what the file says now."""
        return sum(change.what == CORRECTED for change in self.changes)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All files of one import.

    `dry` where nothing was written; `rule_remarks` are sentences on the rules of all
    files; `drafted` is the name of a rules file that was written.
    """

    reports: tuple[FileReport, ...]
    dry: bool
    rule_remarks: tuple[str, ...] = ()
    drafted: str | None = None

    @property
    def changes(self) -> bool:
        """Whether the import added or changed a session."""
        return any(report.days for report in self.reports)

    def remarks(self) -> list[str]:
        """The remarks on all files; of several, each with its file's name.

        Their commands are then about that file alone.
        """
        if len(self.reports) == 1:
            return [*self.reports[0].remarks, *self.rule_remarks]
        remarks: list[str] = []
        for report in self.reports:
            command = f"tracker import {quote(report.file)}"
            remarks += [
                f"{report.file}: {remark.replace(TYPED, command)}"
                for remark in report.remarks
            ]
        return [*remarks, *self.rule_remarks]


class MoveReport(NamedTuple):
    """Sessions of an imported project and the item they are on now.

    `moved` of the `sessions` were on another item. `lasting` where later imports of the
    project go there too. `removed` are the slugs of the items that the import had made
    for it, now empty.
    """

    project: str
    item: str
    moved: int
    sessions: int
    seconds: int
    lasting: bool
    removed: tuple[str, ...] = ()
