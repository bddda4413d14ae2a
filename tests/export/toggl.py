"""A made-up log as Toggl exports it: the rows of each project, which add up to its hours."""

import csv
import io
import random
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple


class Project(NamedTuple):
    """`rows` sessions at about `clock` o'clock, from `first` to `last`, of `hours` in all.

    `away` are days without a session. Every fifth row has `tags`.
    """

    name: str
    first: str
    last: str
    hours: float
    rows: int
    clock: int
    notes: Sequence[str]
    tags: str = ""
    away: tuple[str, str] = ("9999-01-01", "9999-01-01")


PROJECTS = {
    "ines": (
        Project("fast.ai", "2025-08-04", "2025-11-09", 78, 56, 19, ("lesson", "book")),
        Project("Axler", "2025-09-01", "2025-12-14", 42, 34, 7, ("exercises",)),
        Project(
            "Transformer", "2025-11-17", "2026-01-17", 47.5, 32, 19, ("attention",)
        ),
        Project("BlueDot", "2026-02-02", "2026-04-12", 44, 30, 19, ("session",)),
        Project("Reading", "2026-02-07", "2026-10-24", 36.5, 38, 7, ("a paper",)),
        Project(
            "GPT-2",
            "2026-04-20",
            "2026-08-19",
            94,
            92,
            19,
            ("data loader", "training run", "with Sarah Bright, in confidence"),
            "pair:Sarah",
            ("2026-07-06", "2026-07-19"),
        ),
        Project(
            "Ziegler",
            "2026-08-24",
            "2026-10-30",
            158,
            66,
            13,
            ("reading", "reward model", "PPO loop"),
            "pair:Sarah",
        ),
        Project("Lunch", "2026-09-01", "2026-09-18", 6, 12, 12, ("",)),
    ),
    "dora": (
        Project("Ziegler", "2026-01-12", "2026-07-18", 417, 180, 9, ("reproduction",)),
        Project(
            "Induction heads", "2026-08-03", "2026-09-25", 26.5, 20, 9, ("probes",)
        ),
    ),
}


def toggl_export(person: str, until: date) -> str:
    """The person's log up to the day before `until`, as CSV."""
    rows = [row for project in PROJECTS[person] for row in _rows(person, project)]
    rows.sort(key=lambda row: (row["Start date"], row["Start time"]))
    out = io.StringIO()
    table = csv.DictWriter(out, rows[0], lineterminator="\n")
    table.writeheader()
    table.writerows(row for row in rows if row["Start date"] < until)
    return out.getvalue()


def _rows(person: str, project: Project) -> Iterator[dict[str, Any]]:
    generator = random.Random(project.name)
    days = _days(project)
    lengths = _lengths(round(project.hours * 3600), project.rows, generator)
    for number, seconds in enumerate(lengths):
        day = days[number * len(days) // project.rows]
        minutes = generator.randrange(0, 30)
        start = datetime.combine(day, time(project.clock, minutes))
        length = timedelta(seconds=seconds)
        yield {
            "User": person.title(),
            "Email": f"{person}@mail.example",
            "Project": project.name,
            "Description": project.notes[number % len(project.notes)],
            "Start date": day,
            "Start time": start.time(),
            "End date": day,
            "End time": (start + length).time(),
            "Duration": length,
            "Tags": "" if number % 5 else project.tags,
        }


def _days(project: Project) -> list[date]:
    first, last = map(date.fromisoformat, (project.first, project.last))
    away_from, away_to = map(date.fromisoformat, project.away)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [day for day in days if not away_from <= day <= away_to]


def _lengths(total: int, rows: int, generator: random.Random) -> list[int]:
    """Random lengths in seconds, from 0.6 to 1.4 of the mean, which add up to `total`."""
    shares = [generator.uniform(0.6, 1.4) for _ in range(rows)]
    lengths = [int(total * share / sum(shares)) for share in shares]
    lengths[-1] += total - sum(lengths)
    return lengths
