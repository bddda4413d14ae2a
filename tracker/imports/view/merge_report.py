"""A merge as text and JSON."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from tracker.imports.rules.counts import counted
from tracker.imports.rules.merge import MergeReport, TableCount
from tracker.labels import TABLE_LABELS
from tracker.text.columns import wrap


class TableCountData(TypedDict):
    """How many rows came, changed and were removed; `kept` were edited later here."""

    came: int
    changed: int
    removed: int
    kept: int


class MergeData(TypedDict):
    """A merge: the tables in which anything changed or was kept."""

    file: str
    tables: dict[str, TableCountData]


def merge_data(report: MergeReport) -> MergeData:
    """The JSON of a merge."""
    tables: dict[str, TableCountData] = {}
    for count in report.counts:
        if count.came or count.changed or count.removed or count.kept:
            tables[count.table] = {
                "came": count.came,
                "changed": count.changed,
                "removed": count.removed,
                "kept": count.kept,
            }
    return {"file": report.file, "tables": tables}


def merge_text(report: MergeReport) -> str:
    """What was added, changed and removed, what was kept, and how to undo it."""
    name = Path(report.file).name
    written = [
        *_count_line("Added", report.counts, "came"),
        *_count_line("Changed", report.counts, "changed"),
        *_count_line("Removed", report.counts, "removed"),
    ]
    kept = _count_line("Kept, because edited later here", report.counts, "kept")
    if not written and not kept:
        return f"Merged {name}: nothing to add or change."
    undo = ["Undo: tracker undo"] if written else []
    return "\n".join([f"Merged {name}.", *written, *kept, *undo])


def _count_line(verb: str, counts: Sequence[TableCount], name: str) -> list[str]:
    """`Added: 1 session, 2 notes.`, from the number called `name` of each count."""
    numbers = {count.table: getattr(count, name) for count in counts}
    parts = [
        counted(number, *TABLE_LABELS[table])
        for table, number in numbers.items()
        if number
    ]
    return [wrap(f"{verb}: {', '.join(parts)}.", 2)] if parts else []
