"""Files made ready to be brought in: opened, recognised, looked through once, and what is to be decided decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path

from tracker.app import App
from tracker.database.values import instant_to_seconds
from tracker.errors import TrackerError
from tracker.imports.formats.detect import DetectedFormat, detect_format
from tracker.imports.formats.source import Source, open_source
from tracker.imports.rules.calendar import Calendar
from tracker.imports.rules.entries import ReadySession, Skipped
from tracker.imports.rules.file_profile import (
    FileProfile,
    Reading,
    decide,
    profile_file,
    years,
)
from tracker.imports.rules.to_session import SessionReader


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What was told of the files: their format, columns, zone, person, order of day and month, first year."""

    zone: tzinfo
    form: str | None = None
    columns: str | None = None
    user: str | None = None
    dates: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """A file that can be read for good."""

    source: Source
    found: DetectedFormat
    survey: FileProfile
    reading: Reading
    settling: SessionReader

    def entries(self) -> Iterator[ReadySession | Skipped]:
        """Its entries, settled."""
        return self.settling.settle(self.found.read())


def prepare(app: App, path: Path, asked: ImportOptions) -> PreparedFile:
    """Look through a file. Whatever is refused names it."""
    try:
        source = open_source(path)
        found = detect_format(source, asked.form, asked.columns)
        seen = profile_file(found.glances())
        reading = decide(
            seen, app.today, dates=asked.dates, user=asked.user, year=asked.year
        )
    except TrackerError as fault:
        if str(path) not in fault.message:
            fault.message = f"{path}: {fault.message}"
        raise
    calendar = Calendar(asked.zone, app.settings.day_starts)
    first = years(reading, app.today)
    settling = SessionReader(
        reading, calendar, first, app.today, instant_to_seconds(app.now), found.name
    )
    return PreparedFile(source, found, seen, reading, settling)
