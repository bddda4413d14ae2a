"""The sessions of a tracker database as the files of Watson, Timewarrior and hledger.

    python benchmarks/race_data.py TRACKER.db FOLDER

Times are in UTC. FOLDER gets `watson/frames`, `timew/data/2026-11.data` and so on, and `hours.timeclock`.
"""

import json
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

SESSIONS = """select session.uid, item.slug, started_at, started_at + seconds, session.note, tags
              from session join item on item.id = item_id order by started_at"""


class Session(NamedTuple):
    """A session, with its start and end in UTC seconds."""

    uid: str
    item: str
    start: int
    end: int
    note: str
    tags: str

    @property
    def labels(self) -> list[str]:
        """The tags without what they stand between."""
        return self.tags.split()

    def times(self, form: str) -> tuple[str, str]:
        """Start and end in the form of `strftime`."""
        moments = (datetime.fromtimestamp(at, UTC) for at in (self.start, self.end))
        start, end = (moment.strftime(form) for moment in moments)
        return start, end


def write_watson(folder: Path, sessions: Iterable[Session]) -> None:
    """A JSON list of frames; Watson has no notes."""
    folder.mkdir()
    with (folder / "frames").open("w", encoding="utf-8") as file:
        before = "[\n "
        for row in sessions:
            frame = [row.start, row.end, row.item, row.uid, row.labels, row.end]
            file.write(before + json.dumps(frame))
            before = ",\n "
        file.write("\n]")


def write_timewarrior(folder: Path, sessions: Iterable[Session]) -> None:
    """A file of intervals for each month, and one that counts the tags."""
    data, counts = folder / "data", Counter[str]()
    data.mkdir(parents=True)
    (folder / "timewarrior.cfg").touch()
    months = groupby(sessions, key=lambda row: row.times("%Y-%m")[0])
    for month, rows in months:
        with (data / f"{month}.data").open("w", encoding="utf-8") as file:
            for row in rows:
                start, end = row.times("%Y%m%dT%H%M%SZ")
                tags = [row.item, *row.labels]
                counts.update(tags)
                note = f' # "{row.note}"' if row.note else ""
                file.write(f"inc {start} - {end} # {' '.join(tags)}{note}\n")
    table = {tag: {"count": count} for tag, count in counts.items()}
    (data / "tags.data").write_text(json.dumps(table, indent=2), encoding="utf-8")


def write_timeclock(path: Path, sessions: Iterable[Session]) -> None:
    """Two lines for each session: clocked in, clocked out; the note is its description."""
    with path.open("w", encoding="utf-8") as file:
        for row in sessions:
            start, end = row.times("%Y/%m/%d %H:%M:%S")
            note = f"  {row.note}" if row.note else ""
            file.write(f"i {start} {row.item}{note}\no {end}\n")


def write_files(database: Path, folder: Path) -> None:
    """Write the files of all three."""
    with closing(sqlite3.connect(database)) as db:
        for write, name in (
            (write_watson, "watson"),
            (write_timewarrior, "timew"),
            (write_timeclock, "hours.timeclock"),
        ):
            write(folder / name, (Session(*row) for row in db.execute(SESSIONS)))


if __name__ == "__main__":
    write_files(Path(sys.argv[1]), Path(sys.argv[2]))
