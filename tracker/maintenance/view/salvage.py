"""A salvage as text and as JSON."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, TypedDict

from tracker.database.values import seconds_to_instant
from tracker.labels import TABLE_LABELS
from tracker.maintenance.rules.salvage import (
    CURRICULUM_LINKS,
    RowNote,
    Salvage,
    TableSalvage,
)
from tracker.system import quote
from tracker.text.amounts import say_amount
from tracker.text.columns import count_noun, plain, wrap
from tracker.text.days import say_day

_LONGEST = 40  # letters of a value
# Columns that say nothing to a person.
_UNSAID = ("id", "uid", "edited_at", "logged_at", "source", "utc_offset", "entry_id")
_FIRST = ("day", "started_at", "item_id", "seconds", "note")
SHORTEST = 4  # letters of an id


class RowNoteData(TypedDict):
    """A row that is doubtful or left out: what is known of it, and why."""

    table: str
    row: int
    values: dict[str, str | float | None]
    reason: str


class SalvageData(TypedDict):
    """A salvage: nothing is missing if it is `whole`; it is `cut` where the file ends."""

    file: str
    source: str
    whole: bool
    cut: bool
    tables: list[Annotated[dict[str, Any], TableSalvage]]
    doubtful: list[RowNoteData]
    left_out: list[RowNoteData]


def salvage_data(salvage: Salvage) -> SalvageData:
    """A salvage as JSON."""
    return {
        "file": salvage.target,
        "source": salvage.source,
        "whole": salvage.is_whole,
        "cut": salvage.is_cut,
        "tables": [asdict(table) for table in salvage.tables],
        "doubtful": [_note_data(note) for note in salvage.doubtful],
        "left_out": [_note_data(note) for note in salvage.left_out],
    }


def _note_data(note: RowNote) -> RowNoteData:
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
    own = [table for table in salvage.tables if _is_own(table.table)]
    is_any = salvage.is_whole or any(table.brought for table in own)
    lines = [_summary(salvage, is_any)]
    lines += [wrap(_table_line(table), 2) for table in own if table.found]
    unknown = [_label(table.table, 1) for table in own if not table.found]
    if unknown:
        lines.append(wrap(f"Some may be missing of: {', '.join(unknown)}.", 2))
    if salvage.is_cut:
        says = "A stopped command was taken back in part: its journal is cut."
        lines.append(wrap(says))
    lines += _notes("Doubtful, brought as they are", salvage.doubtful, salvage)
    lines += _notes("Left out", salvage.left_out, salvage)
    if not is_any:
        return "\n".join([*lines, "To list the backups: tracker restore"])
    target = quote(salvage.target)
    lines.append(f"To look at it: tracker --db {target} report")
    lines.append(f"To use it from now on: tracker restore {target}")
    return "\n".join(lines)


def _is_own(table: str) -> bool:
    """Whether the table holds what the person wrote, not the curriculum."""
    return table in TABLE_LABELS and table not in CURRICULUM_LINKS


def _label(table: str, form: int) -> str:
    """What the rows of a table are called: `form` is 0 for one, 1 for many."""
    return TABLE_LABELS.get(table, (table, table))[form]


def _summary(salvage: Salvage, is_any: bool) -> str:
    if not is_any:
        return wrap(
            f"Nothing of yours in {salvage.source} could be brought: {salvage.target}"
            " holds the guide's items only."
        )
    what = "Every row" if salvage.is_whole else "What can be read"
    return wrap(
        f"{what} of {salvage.source} is in {salvage.target}. Its history begins anew:"
        " commands before this cannot be undone there."
    )


def _table_line(table: TableSalvage) -> str:
    """`Sessions: 174 found, 170 brought (2 from the history), 4 left out`."""
    label = _label(table.table, 1)
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


def _notes(title: str, notes: Sequence[RowNote], salvage: Salvage) -> list[str]:
    """The person's rows, one a line; of those of the curriculum only the number."""
    own = [note for note in notes if _is_own(note.table)]
    tables = [*TABLE_LABELS]
    own.sort(key=lambda note: tables.index(note.table))
    lines = [f"{title}:"] if notes else []
    for note in own:
        label = f"{_label(note.table, 0).capitalize()} {_say_name(note)}"
        values = ", ".join(_say_values(note, salvage)) or "nothing is known"
        lines.append(wrap(f"{label}: {values} ({plain(note.reason)}).", 2))
    if len(own) < len(notes):
        rest = count_noun(len(notes) - len(own), "row")
        lines.append(wrap(f"{rest} of the curriculum.", 2))
    return lines


def _say_name(note: RowNote) -> str:
    """The id of a session as the person sees it, else the number of the row."""
    uid = note.values.get("uid")
    is_session = note.table == "session" and isinstance(uid, str)
    return plain(str(uid))[:SHORTEST] if is_session else str(note.number)


def _say_values(note: RowNote, salvage: Salvage) -> Iterator[str]:
    """What a row says, the day and the item first: `Mon 23 Nov 2026`, `fastai`, `1h00m`."""
    values = note.values
    first = [name for name in _FIRST if name in values]
    for name in dict.fromkeys((*first, *values)):
        value = values[name]
        if value in (None, "") or name in _UNSAID:
            continue
        if said := _say_value(name, value, note, salvage):
            yield said


def _say_value(name: str, value: object, note: RowNote, salvage: Salvage) -> str:
    table = "item" if name == "requires_id" else name.removesuffix("_id")
    if slug := salvage.slugs.get((table, value)) if isinstance(value, int) else None:
        return slug if name.endswith("_id") else f"{name} {value}"
    if isinstance(value, int) and name == "seconds":
        return say_amount(value)
    with suppress(ValueError, OverflowError, OSError):
        if isinstance(value, int) and name == "started_at":
            offset = note.values.get("utc_offset")
            at = seconds_to_instant(value, offset if isinstance(offset, int) else 0)
            return f"{at:%H:%M}"
        if isinstance(value, str) and name in ("day", "by"):
            return say_day(date.fromisoformat(value), date.min)
    return f"{name.removesuffix('_id')} {plain(str(value))[:_LONGEST]}"
