"""Text read as a log without a command: what formats and rules make of it."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.imports.formats.detect import detect_format
from tracker.imports.formats.source import open_source
from tracker.imports.formats.stated_total import stated_unit
from tracker.imports.rules.calendar import Calendar
from tracker.imports.rules.entries import ReadySession, Skipped
from tracker.imports.rules.file_profile import decide, first_years, profile_file
from tracker.imports.rules.local_times import LocalTimes
from tracker.imports.rules.to_session import SessionReader

TODAY = date(2026, 11, 23)
NOW = int(datetime(2026, 11, 23, 14, 30, tzinfo=ZoneInfo("Europe/Berlin")).timestamp())


class Log(NamedTuple):
    """A file as it was read: its format, its entries as sessions or skipped, remarks."""

    format: str
    entries: list[ReadySession | Skipped]
    remarks: tuple[str, ...] = ()

    @property
    def settled(self) -> list[ReadySession]:
        """The entries that are sessions."""
        return [entry for entry in self.entries if isinstance(entry, ReadySession)]

    @property
    def skipped(self) -> list[tuple[int, str]]:
        """Line and reason of those that are not."""
        return [
            (entry.line, entry.why)
            for entry in self.entries
            if isinstance(entry, Skipped)
        ]

    @property
    def amounts(self) -> list[tuple[str, str, int]]:
        """First day, project and seconds of each session."""
        return [
            (entry.parts[0].day, entry.project, entry.seconds) for entry in self.settled
        ]

    @property
    def starts(self) -> list[str]:
        """When each timed session began, in UTC."""
        return [
            f"{datetime.fromtimestamp(e.parts[0].started_at, UTC):%Y-%m-%d %H:%M:%S}"
            for e in self.settled
        ]


def read(
    path: Path,
    text: str | bytes,
    *,
    zone: str = "Europe/Berlin",
    starts: int = 0,
    user: str | None = None,
    dates: str | None = None,
    columns: str | None = None,
    year: int | None = None,
    name: str = "log",
) -> Log:
    """What becomes of a file with this content and `name`."""
    place = path / name
    place.write_bytes(text.encode() if isinstance(text, str) else text)
    source = open_source(place)
    file_format = detect_format(source, None, columns)
    profile = profile_file(file_format.glances())
    reading = decide(
        profile,
        TODAY,
        dates=dates,
        user=user,
        year=year,
        columns_in=file_format.columns_in,
        unit_of_total=partial(stated_unit, source),
    )
    calendar = Calendar(ZoneInfo(zone), timedelta(hours=starts))
    reader = SessionReader(
        reading=reading,
        calendar=calendar,
        times=LocalTimes(reading.order, calendar, first_years(reading, TODAY)),
        today=TODAY,
        now_utc=NOW,
    )
    entries = list(reader.sessions_of(file_format.read()))
    assert len(entries) == profile.entries
    return Log(file_format.name, entries, file_format.remarks())
