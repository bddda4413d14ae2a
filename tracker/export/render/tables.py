"""A task's hours as a table for a spreadsheet."""

import csv
import io
from collections.abc import Iterator

from tracker.export.render.escape import guard_cell
from tracker.export.render.figures import day_columns
from tracker.export.rules.person import Person
from tracker.export.rules.tasks import Task
from tracker.text.amounts import say_amount

TASK_COLUMNS = ("part", "source", "read_from", "seconds", "amount", "part_on_clock")


def task_table(task: Task, person: Person, *, by_day: bool, is_demo: bool) -> str:
    """A task's hours as CSV: a line for each part and way of recording, or for each day.

    A demo says so in the column `invented`; the last column is the person, where named.
    """
    added = {"invented": "yes"} if is_demo else {}
    added |= person_cell(person)
    head, *rows = _day_rows(task) if by_day else _task_rows(task)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow((*head, *added))
    for row in rows:
        writer.writerow((*row, *added.values()))
    return out.getvalue()


def _task_rows(task: Task) -> Iterator[tuple[str, ...]]:
    """`TASK_COLUMNS`, then the cells of each line.

    The seconds of a part add up to its `part_on_clock`: a line below zero takes off
    what its sessions share.
    """
    yield TASK_COLUMNS
    for bucket in task.buckets:
        lines = [
            (part.source, guard_cell(part.read_from or ""), part.seconds)
            for part in bucket.by_source
        ]
        if bucket.overlap:
            lines.append(("overlap", "", -bucket.overlap))
        for source, read_from, seconds in lines:
            amounts = str(seconds), say_amount(seconds), str(bucket.seconds)
            yield bucket.name, source, read_from, *amounts


def _day_rows(task: Task) -> Iterator[tuple[str, ...]]:
    """The head, then the cells of each day: hours of a part, and the same in seconds.

    There is no total, so that a spreadsheet can sum a column of seconds.
    """
    columns = {"day": [day.day.isoformat() for day in task.days]}
    for name, (*amounts, _) in day_columns(task).items():
        seconds = [str(day.parts.get(name, 0)) for day in task.days]
        columns |= {name: amounts, f"{name}_seconds": seconds}
    yield tuple(columns)
    yield from zip(*columns.values(), strict=True)


def person_cell(person: Person) -> dict[str, str]:
    """The column with the person's name; none where it is not set."""
    return {"person": guard_cell(person.name)} if person.name else {}
