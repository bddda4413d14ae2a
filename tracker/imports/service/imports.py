"""The import of all files of one call, in one transaction."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from tracker.database.library import Opener, library
from tracker.database.values import instant_to_seconds, text_to_day
from tracker.imports.formats.source import STDIN_NAME
from tracker.imports.rules.dates import read_numbers
from tracker.imports.rules.draft import draft_rules
from tracker.imports.rules.entries import ReadySession, Skipped
from tracker.imports.rules.item_rules import Rule
from tracker.imports.rules.remarks import (
    file_remarks,
    note_remarks,
    reimport_remarks,
    vanished_remarks,
)
from tracker.imports.rules.reports import (
    FileReport,
    ImportReport,
    ProjectShare,
    ReadFile,
    Tally,
)
from tracker.imports.rules.rule_remarks import (
    earlier_import_remarks,
    unused_rule_remarks,
)
from tracker.imports.service.crowded_days import find_crowded_days
from tracker.imports.service.file_import import FileImport
from tracker.imports.service.item_map import ItemMap
from tracker.imports.service.prepare import PreparedFile
from tracker.imports.store.vanished_sessions import last_batch, read_otherwise_at
from tracker.journal.store.items import item_names
from tracker.text.days import say_day

Entries = Iterable[ReadySession | Skipped]


class _DryRunEnd(Exception):
    """A dry run has come to its end: what it wrote is rolled back."""


def import_files(
    opener: Opener,
    files: Sequence[PreparedFile],
    rules: Sequence[Rule],
    *,
    dry: bool,
    entries_of: Callable[[PreparedFile], Entries] = PreparedFile.entries,
) -> ImportReport:
    """Import all `files` or none.

    A `dry` run does the same and rolls it back. `entries_of` gives a file's entries,
    and may show a progress bar meanwhile.
    """
    reports: list[FileReport] = []
    maps: list[ItemMap] = []
    now_utc = instant_to_seconds(opener.now)
    try:
        with library(opener, write=True) as db:
            names = [file.source.name for file in files]
            last = last_batch(db)
            for file in files:
                is_unique = names.count(file.source.name) == 1
                read_file = _read_file(file, last if is_unique else 0)
                projects = file.profile.projects
                unnamed = _project_of(file.source.path)
                has_others = bool(file.source.sheet)
                items = ItemMap(
                    db, rules, projects, unnamed, now_utc, has_others=has_others
                )
                today = file.reader.today
                file_import = FileImport(db, read_file, items, now_utc, today)
                tally = file_import.run(items.apply_rules(entries_of(file)))
                tally.notes = items.notes
                remarks = _all_remarks(db, file, read_file, tally)
                reports.append(_file_report(file, tally, remarks, dry=dry))
                maps.append(items)
            if dry:
                raise _DryRunEnd
    except _DryRunEnd:
        pass
    return ImportReport(tuple(reports), dry, _rule_remarks(rules, maps, dry=dry))


def draft_rules_file(opener: Opener, report: ImportReport) -> str:
    """The text of a rules file for the projects of a dry run's `report`."""
    with library(opener) as db:
        names = item_names(db)
    shares = [share for file in report.reports for share in file.shares]
    return draft_rules(shares, names)


def _project_of(path: Path) -> str:
    """The project of entries that have none: the file's name.

    Of a note named by its day it is the name of its folder.
    """
    written = read_numbers(path.stem.replace("_", "-"))
    if written is None or written.year is None:
        return path.stem
    return path.absolute().parent.name or "daily-notes"


def _read_file(file: PreparedFile, last: int) -> ReadFile:
    source = file.source
    is_stdin = source.path == STDIN_NAME
    return ReadFile(
        source.name, file.format.name, source.digest, 0 if is_stdin else last
    )


def _rule_remarks(
    rules: Sequence[Rule], maps: Iterable[ItemMap], *, dry: bool
) -> tuple[str, ...]:
    used, projects, left_behind = set[Rule](), dict[str, None](), dict[str, str]()
    for items in maps:
        used |= items.used
        projects |= dict.fromkeys(items.projects)
        left_behind |= items.left_behind()
    unused = [rule for rule in rules if rule not in used]
    return (
        *unused_rule_remarks(rules, unused, projects, dry=dry),
        *earlier_import_remarks(left_behind),
    )


def _file_report(
    file: PreparedFile, tally: Tally, remarks: tuple[str, ...], *, dry: bool
) -> FileReport:
    return FileReport(
        file=file.source.label,
        format=file.format.name,
        zone=str(file.reader.calendar.zone),
        entries=tally.entries,
        added=tally.added,
        duplicates=tally.duplicates,
        changes=tuple(tally.changes),
        skipped=tuple(tally.skipped),
        seconds=tally.seconds,
        batch=None if dry else tally.batch,
        shares=_project_shares(tally),
        days=tuple(sorted(map(text_to_day, tally.days))),
        remarks=remarks,
    )


def _project_shares(tally: Tally) -> tuple[ProjectShare, ...]:
    """The shares of projects, most seconds first."""
    shares = [
        ProjectShare(project, item, share.how, share.entries, share.seconds)
        for (project, item), share in tally.shares.items()
    ]
    return tuple(sorted(shares, key=lambda s: (-s.seconds, s.project, s.item)))


def _all_remarks(
    db: Connection, file: PreparedFile, read_file: ReadFile, tally: Tally
) -> tuple[str, ...]:
    keep_projects = file.format.columns_in("") if tally.notes else ""
    return (
        _reimport_remarks(db, file, read_file, tally)
        + vanished_remarks(*tally.vanished)
        + file.source.remarks
        + file.format.remarks()
        + note_remarks(tally.notes, keep_projects)
        + file_remarks(
            file.profile,
            file.reader,
            crowded=find_crowded_days(db, tally.days, tally.overlapped),
            encoding=file.source.encoding,
        )
    )


def _reimport_remarks(
    db: Connection, file: PreparedFile, read_file: ReadFile, tally: Tally
) -> tuple[str, ...]:
    read_at = None
    if tally.added:
        read_at = read_otherwise_at(db, read_file)
    if read_at is None:
        return ()
    day = datetime.fromtimestamp(read_at, file.reader.calendar.zone).date()
    return reimport_remarks(say_day(day, file.reader.today), tally.added)
