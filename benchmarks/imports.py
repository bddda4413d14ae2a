"""The import race: `tracker import` against csv and executemany.

The files are a long Toggl export and a plain table.

    python benchmarks/imports.py PATH_TO_INSTALLED_TRACKER [ROWS ...]

Whole processes, in turn (tracker, floor, tracker, floor, ...), each into a fresh copy of
one database that has a few sessions already. Prints, for each number of rows, the ratios
pair by pair, by processor time (which other processes do not change) and by the clock:
the median, the least and the most. Then the peak memory, which should be the same for
any number of rows; undo and redo by the import's own time, their memory, and how large
the file is after each, by that after the import. Use an installed wheel: an editable
install writes no bytecode.
"""

import csv
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

ROUNDS = 7
ROWS = (10_000, 100_000, 1_000_000)
LONG = 500_000  # so many rows are raced in three rounds
FLOOR = Path(__file__).with_name("floor_imports.py")
TOGGL = (
    "User,Email,Client,Project,Task,Description,Billable,"
    "Start date,Start time,End date,End time,Duration,Tags"
)
PLAIN = "Date,Project,Minutes,Note"
NOTES = (
    "reading",
    "exercises, second half",
    'the "hard" chapter',
    "writing up",
    "Übungen",
    "",
)


class Run(NamedTuple):
    """One whole process: seconds by the clock, seconds of processor time, peak memory in MB."""

    clock: float
    processor: float
    peak: float


def run_process(command: list[str], env: dict[str, str]) -> Run:
    """Run one process and measure it; it must succeed."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    took = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Run(took, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def sessions(
    rows: int, projects: list[str]
) -> Iterator[tuple[datetime, int, str, str]]:
    """Start, seconds, project and note of each row.

    Many a day, one after the other; the latest is some days ago.
    """
    chance = random.Random(rows)
    per_day = max(4, rows // 4000)
    longest = 72_000 // per_day
    today = datetime.combine(datetime.now().date(), datetime.min.time())
    first_day = today - timedelta(days=2 + rows // per_day)
    for number in range(rows):
        day, place = divmod(number, per_day)
        start = first_day + timedelta(days=day, seconds=4 * 3600 + place * longest)
        seconds = min(chance.randrange(300, 5400), longest)
        yield start, seconds, chance.choice(projects), chance.choice(NOTES)


def write_toggl(path: Path, rows: int, projects: list[str]) -> None:
    """Write the sessions as a Toggl export."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        table = csv.writer(stream)
        table.writerow(TOGGL.split(","))
        for start, seconds, project, note in sessions(rows, projects):
            length = timedelta(seconds=seconds)
            end = start + length
            times = (start.date(), start.time(), end.date(), end.time(), length)
            person = ("Ada", "ada@example.org", "")
            work = (project, "", note, "No")
            table.writerow((*person, *work, *map(two_digits, times), "deep, reading"))


def write_plain(path: Path, rows: int, projects: list[str]) -> None:
    """Write the sessions as a plain table of days and minutes."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        table = csv.writer(stream)
        table.writerow(PLAIN.split(","))
        for start, seconds, project, note in sessions(rows, projects):
            table.writerow([start.date(), project, seconds // 60, note])


def two_digits(value: object) -> str:
    """A day, a time or a length as text, with hours in two digits like Toggl's."""
    text = str(value)
    return f"0{text}" if text[1:2] == ":" else text


def create_database(tracker: str, env: dict[str, str]) -> list[str]:
    """Create a database with a few sessions; return the slugs of some items."""
    for words in (
        "log fastai 1h30m",
        "log fastai 45m --on yesterday",
        "log arena 2h --on yesterday",
    ):
        command = [tracker, *words.split()]
        subprocess.run(command, env=env, check=True, capture_output=True)
    with sqlite3.connect(env["TRACKER_DB"]) as db:
        rows = db.execute("select slug from item order by id limit 20")
        return [slug for (slug,) in rows]


def race(kind: str, rows: int, tracker: str, folder: Path, env: dict[str, str]) -> None:
    """Import in turn, each time into a fresh copy, and print the figures."""
    file, template = folder / f"{kind}-{rows}.csv", folder / "template.db"
    copy = folder / "copy.db"
    copy_env = {**env, "TRACKER_DB": str(copy)}
    ours = [tracker, "import", str(file), "--zone", "Europe/Berlin"]
    floor = [str(Path(tracker).parent / "python"), str(FLOOR), kind, str(file)]
    pairs = []
    for _ in range(3 if rows >= LONG else ROUNDS):
        shutil.copy(template, copy)
        floor_run = run_process(floor, copy_env)
        shutil.copy(template, copy)
        pairs.append((run_process(ours, copy_env), floor_run))
    print(f"{kind}, {rows:,} rows")
    print_ratios("processor", [us.processor / them.processor for us, them in pairs])
    print_ratios("clock", [us.clock / them.clock for us, them in pairs])
    seconds = statistics.median(us.processor for us, _ in pairs)
    peaks = [max(run.peak for run in runs) for runs in zip(*pairs, strict=True)]
    print(f"  memory     {peaks[0]:.1f} MB, the floor {peaks[1]:.1f} MB")
    size = copy.stat().st_size
    for verb in ("undo", "redo", "undo", "redo"):
        run = run_process([tracker, verb], copy_env)
        print(
            f"  {verb:<10} {run.processor / seconds:.2f} of the import, {run.peak:.1f} MB,"
            f" file {copy.stat().st_size / size:.2f}"
        )


def print_ratios(name: str, ratios: list[float]) -> None:
    """Print tracker's time by the floor's: the median, and the least and the most."""
    median = statistics.median(ratios)
    print(f"  {name:<10} {median:.2f} ({min(ratios):.2f} to {max(ratios):.2f})")


def main() -> None:
    """Race with each number of rows."""
    tracker = str(Path(sys.argv[1]).absolute())
    numbers = [int(word) for word in sys.argv[2:]] or ROWS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {
            **os.environ,
            "TRACKER_DB": f"{folder}/template.db",
            "NO_COLOR": "1",
            "COLUMNS": "80",
        }
        projects = create_database(tracker, env)
        for rows in numbers:
            write_toggl(folder / f"toggl-{rows}.csv", rows, projects)
            write_plain(folder / f"csv-{rows}.csv", rows, projects)
            for kind in ("toggl", "csv"):
                race(kind, rows, tracker, folder, env)


if __name__ == "__main__":
    main()
