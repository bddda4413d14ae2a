"""The import race: `tracker import` of a long Toggl export, and of a plain table, against csv and executemany.

    python benchmarks/imports.py PATH_TO_INSTALLED_TRACKER [ROWS]

Whole processes, in turn (tracker, floor, tracker, floor, ...), each into a fresh copy of one database that has a few
sessions already. Prints the median of rows a second and the best of them, by the clock and by the processor's time
(what other processes take away does not count there), the median of the ratios pair by pair, and the peak memory, also
of a tenth of the rows: it should be the same. Use an installed wheel: an editable install writes no bytecode.
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
FLOOR = Path(__file__).with_name("floor_imports.py")
TOGGL = "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags"
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


def run(command: list[str], env: dict[str, str]) -> Run:
    """What one process takes; it must succeed."""
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


def stretches(
    rows: int, projects: list[str]
) -> Iterator[tuple[datetime, int, str, str]]:
    """Start, seconds, project and note of each row: many a day, one after the other, the latest some days ago."""
    chance = random.Random(rows)
    a_day = max(4, rows // 4000)
    midnight = datetime.combine(datetime.now().date(), datetime.min.time()) - timedelta(
        days=2 + rows // a_day
    )
    for number in range(rows):
        day, place = divmod(number, a_day)
        start = midnight + timedelta(
            days=day, seconds=4 * 3600 + place * (72_000 // a_day)
        )
        seconds = min(chance.randrange(300, 5400), 72_000 // a_day)
        yield start, seconds, chance.choice(projects), chance.choice(NOTES)


def write(folder: Path, rows: int, projects: list[str]) -> None:
    """The same work as a Toggl export and as a plain table."""
    with (folder / f"toggl-{rows}.csv").open(
        "w", newline="", encoding="utf-8"
    ) as stream:
        table = csv.writer(stream)
        table.writerow(TOGGL.split(","))
        for start, seconds, project, note in stretches(rows, projects):
            end = start + timedelta(seconds=seconds)
            times = (
                start.date(),
                start.time(),
                end.date(),
                end.time(),
                timedelta(seconds=seconds),
            )
            table.writerow(
                [
                    "Ada",
                    "ada@example.org",
                    "",
                    project,
                    "",
                    note,
                    "No",
                    *map(_two, times),
                    "deep, reading",
                ]
            )
    with (folder / f"csv-{rows}.csv").open("w", newline="", encoding="utf-8") as stream:
        table = csv.writer(stream)
        table.writerow(PLAIN.split(","))
        for start, seconds, project, note in stretches(rows, projects):
            table.writerow([start.date(), project, seconds // 60, note])


def _two(part: object) -> str:
    """Hours in two digits, as Toggl has them."""
    text = str(part)
    return f"0{text}" if text[1:2] == ":" else text


def make(tracker: str, env: dict[str, str]) -> list[str]:
    """A database with a few sessions; return the slugs of some items."""
    for words in (
        "log fastai 1h30m",
        "log fastai 45m --on yesterday",
        "log arena 2h --on yesterday",
    ):
        subprocess.run(
            [tracker, *words.split()], env=env, check=True, capture_output=True
        )
    with sqlite3.connect(env["TRACKER_DB"]) as db:
        return [
            slug for (slug,) in db.execute("select slug from item order by id limit 20")
        ]


def race(kind: str, rows: int, tracker: str, folder: Path, env: dict[str, str]) -> None:
    """Import in turn and print what came of it."""
    python = str(Path(tracker).parent / "python")
    file, made, into = (
        folder / f"{kind}-{rows}.csv",
        folder / "made.db",
        {**env, "TRACKER_DB": f"{folder}/into.db"},
    )
    ours = [tracker, "import", str(file), "--zone", "Europe/Berlin"]
    theirs = [python, str(FLOOR), kind, str(file)]
    pairs = []
    for _ in range(ROUNDS):
        shutil.copy(made, into["TRACKER_DB"])
        us = run(ours, into)
        shutil.copy(made, into["TRACKER_DB"])
        pairs.append((us, run(theirs, into)))
    print(f"{kind}, {rows:,} rows")
    for name, runs in zip(("tracker", "floor"), zip(*pairs, strict=True), strict=True):
        clock, processor = (
            [getattr(each, by) for each in runs] for by in ("clock", "processor")
        )
        print(
            f"  {name:<8} {rows / statistics.median(clock):9,.0f} rows/s (best {rows / min(clock):9,.0f})"
            f"   {rows / statistics.median(processor):9,.0f} a processor second (best {rows / min(processor):9,.0f})"
            f"   peak {max(each.peak for each in runs):4.0f} MB"
        )
    ratios = [statistics.median(a[by] / b[by] for a, b in pairs) for by in (0, 1)]
    print(
        f"  ratio    {ratios[0]:.2f} by the clock, {ratios[1]:.2f} by the processor's time"
    )


def main() -> None:
    """Race with the rows asked for and, for its memory, with a tenth of them."""
    tracker = str(Path(sys.argv[1]).absolute())
    most = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {
            **os.environ,
            "TRACKER_DB": f"{folder}/made.db",
            "NO_COLOR": "1",
            "COLUMNS": "80",
        }
        projects = make(tracker, env)
        for rows in (most // 10, most):
            write(folder, rows, projects)
            for kind in ("toggl", "csv"):
                race(kind, rows, tracker, folder, env)


if __name__ == "__main__":
    main()
