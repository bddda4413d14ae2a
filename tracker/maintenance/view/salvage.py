"""A salvage as text and as JSON."""

from collections.abc import Sequence
from dataclasses import asdict
from shlex import quote
from typing import Any

from tracker.labels import TABLE_LABELS
from tracker.maintenance.rules.salvage import RowNote, Salvage, TableSalvage
from tracker.text.columns import plain, wrap

_LONGEST = 40  # letters of a value
# Columns that say nothing to a person.
_UNSAID = ("id", "uid", "edited_at")


def salvage_data(salvage: Salvage) -> dict[str, Any]:
    """`{file, source, whole, cut, tables: [...], doubtful: [...], left_out: [...]}`."""
    return {
        "file": salvage.target,
        "source": salvage.source,
        "whole": salvage.is_whole,
        "cut": salvage.is_cut,
        "tables": [asdict(table) for table in salvage.tables],
        "doubtful": [_note_data(note) for note in salvage.doubtful],
        "left_out": [_note_data(note) for note in salvage.left_out],
    }


def _note_data(note: RowNote) -> dict[str, Any]:
    values = {
        name: value.hex() if isinstance(value, bytes) else value
        for name, value in note.values.items()
    }
    return {
        "table": note.table,
        "row": note.number,
        "values": values,
        "reason": note.reason,
    }


def salvage_text(salvage: Salvage) -> str:
    """Where the new database is, its tables, each row of note, and what to do next."""
    lines = [_summary(salvage)]
    lines += [wrap(_table_line(table), 2) for table in salvage.tables]
    if salvage.is_cut:
        says = "A stopped command was taken back in part: its journal is cut."
        lines.append(wrap(says))
    lines += _notes("Doubtful, brought as they are", salvage.doubtful)
    lines += _notes("Left out", salvage.left_out)
    target = quote(salvage.target)
    lines.append(f"To look at it: tracker --db {target} report")
    lines.append(f"To use it from now on: tracker restore {target}")
    return "\n".join(lines)


def _summary(salvage: Salvage) -> str:
    what = "Every row" if salvage.is_whole else "What can be read"
    return wrap(
        f"{what} of {salvage.source} is in {salvage.target}. Its history begins anew:"
        " commands before this cannot be undone there."
    )


def _table_line(table: TableSalvage) -> str:
    """`Sessions: 174 found, 170 brought (2 from the history), 4 left out`."""
    label = TABLE_LABELS.get(table.table, (table.table, table.table))[1]
    parts = [f"{table.found:,} found", f"{table.brought:,} brought"]
    if table.from_history:
        parts[1] += f" ({table.from_history:,} from the history)"
    if table.doubtful:
        parts.append(f"{table.doubtful:,} doubtful")
    if table.left_out:
        parts.append(f"{table.left_out:,} left out")
    if table.unchecked:
        parts.append(f"{len(table.unchecked):,} without a second copy to compare")
    if table.may_miss:
        parts.append("more may be missing")
    return f"{label.capitalize()}: {', '.join(parts)}."


def _notes(title: str, notes: Sequence[RowNote]) -> list[str]:
    lines = [f"{title}:"] if notes else []
    for note in notes:
        values = ", ".join(
            f"{name} {plain(str(value))[:_LONGEST]}"
            for name, value in note.values.items()
            if value not in (None, "") and name not in _UNSAID
        )
        label = TABLE_LABELS.get(note.table, (note.table,))[0]
        row = f"{label.capitalize()} {note.number}: {values or 'nothing is known'}"
        lines.append(wrap(f"{row} ({plain(note.reason)}).", 2))
    return lines
