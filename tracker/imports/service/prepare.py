"""Files prepared for an import: opened, recognised, read through once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from functools import partial
from pathlib import Path

from tracker.errors import TrackerError
from tracker.imports.formats.detect import DetectedFormat, detect_format
from tracker.imports.formats.source import Source, open_source, shown_path
from tracker.imports.formats.stated_total import stated_unit
from tracker.imports.rules.calendar import Calendar
from tracker.imports.rules.entries import ReadySession, Skipped, with_project
from tracker.imports.rules.file_profile import (
    FileProfile,
    decide,
    first_years,
    profile_file,
)
from tracker.imports.rules.local_times import LocalTimes
from tracker.imports.rules.people import Identity, check_own_log
from tracker.imports.rules.projects import check_projects
from tracker.imports.rules.questions import with_typed_command
from tracker.imports.rules.to_session import SessionReader
from tracker.imports.service.sheets import open_sheets


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How the files of one call are read.

    `command` is the command as typed, for hints. `zone` is that of times without one,
    `today` and `now_utc` (UTC seconds) the moment of the call, `day_start` how long
    after midnight a day begins, `owner` whose the database is. The rest are the
    command's options of the same names; None where they were not given.
    """

    command: str
    zone: tzinfo
    today: date
    now_utc: int
    day_start: timedelta
    owner: Identity
    form: str | None = None
    encoding: str | None = None
    sheets: tuple[str, ...] = ()
    columns: str | None = None
    user: str | None = None
    dates: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """A file that is ready to be imported."""

    source: Source
    format: DetectedFormat
    profile: FileProfile
    reader: SessionReader

    def entries(self) -> Iterator[ReadySession | Skipped]:
        """Each of its entries, as a session or with the reason why it is none."""
        entries = self.format.read()
        if self.source.sheet:
            entries = with_project(entries, self.source.sheet)
        return self.reader.sessions_of(entries)


def _names_projects(columns: str) -> bool:
    """Whether the value of `--columns` names the column of projects."""
    parts = (word.partition("=")[0].strip() for word in columns.split(","))
    return "project" in map(str.casefold, parts)


def prepare_file(path: Path, options: ImportOptions) -> list[PreparedFile]:
    """Read through the file at `path`: one log, or each sheet that is named.

    A refusal names the file.
    """
    try:
        source = open_source(path, options.encoding)
        sheets = open_sheets(source, options.sheets, options.form, options.columns)
        return [_prepare_source(sheet, options) for sheet in sheets]
    except TrackerError as fault:
        name = str(shown_path(path))
        if name not in fault.message:
            fault.message = f"{name}: {fault.message}"
        fault.hint = with_typed_command(fault.hint, options.command)
        raise


def _prepare_source(source: Source, options: ImportOptions) -> PreparedFile:
    file_format = detect_format(source, options.form, options.columns)
    profile = profile_file(file_format.glances())
    reading = decide(
        profile,
        options.today,
        dates=options.dates,
        user=options.user,
        year=options.year,
        columns_in=file_format.columns_in,
        unit_of_total=partial(stated_unit, source),
    )
    if options.user is None:
        check_own_log(profile.people, options.owner)
    if _names_projects(options.columns or ""):
        profile.projects.clear()  # projects stay projects
    check_projects(profile.projects)
    calendar = Calendar(options.zone, options.day_start)
    reader = SessionReader(
        reading=reading,
        calendar=calendar,
        times=LocalTimes(reading.order, calendar, first_years(reading, options.today)),
        today=options.today,
        now_utc=options.now_utc,
    )
    return PreparedFile(source, file_format, profile, reader)
