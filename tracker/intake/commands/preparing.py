"""Files made ready to be brought in: opened, recognised, looked through once, and what is to be decided decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path

from tracker.app import App
from tracker.database.values import instant_in
from tracker.errors import TrackerError
from tracker.intake.formats.recognising import Found, recognise
from tracker.intake.formats.source import Source, open_source
from tracker.intake.rules.calendar import Calendar
from tracker.intake.rules.entries import Settled, Skipped
from tracker.intake.rules.settling import Settling
from tracker.intake.rules.survey import Reading, Survey, decide, survey, years


@dataclass(frozen=True, slots=True)
class Asked:
    """What was told of the files: their format, columns, zone, person, order of day and month, first year."""

    zone: tzinfo
    form: str | None = None
    columns: str | None = None
    user: str | None = None
    dates: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """A file that can be read for good."""

    source: Source
    found: Found
    survey: Survey
    reading: Reading
    settling: Settling

    def entries(self) -> Iterator[Settled | Skipped]:
        """Its entries, settled."""
        return self.settling.settle(self.found.read())


def prepare(app: App, path: Path, asked: Asked) -> Ready:
    """Look through a file. Whatever is refused names it."""
    try:
        source = open_source(path)
        found = recognise(source, asked.form, asked.columns)
        seen = survey(found.glances())
        reading = decide(seen, app.today, dates=asked.dates, user=asked.user, year=asked.year)
    except TrackerError as fault:
        if str(path) not in fault.message:
            fault.message = f"{path}: {fault.message}"
        raise
    calendar = Calendar(asked.zone, app.settings.day_starts)
    first = years(reading, app.today)
    settling = Settling(reading, calendar, first, app.today, instant_in(app.now), found.name)
    return Ready(source, found, seen, reading, settling)
