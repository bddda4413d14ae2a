"""Files that the person writes for exports: answers to a form, and a budget."""

import tomllib
from pathlib import Path
from typing import Any

from msgspec import Struct

from tracker.database.catalogue.faults import suggest
from tracker.database.catalogue.read import read_entry
from tracker.errors import FileProblem
from tracker.export.rules.budget import Budget, BudgetLine, Raised, Tier
from tracker.export.rules.options import ExportOptions

# The tables of a budget, each written [[line]] and so on.
_TABLES: dict[str, type[Struct]] = {"line": BudgetLine, "tier": Tier, "raised": Raised}
_KEYS = ("currency", "months")
_HINT = "docs/export.md shows an example."


def read_toml(path: Path) -> dict[str, Any]:
    """The table in a TOML file; raises FileProblem where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as fault:
        raise FileProblem(
            f"{path} cannot be read: {fault.strerror}.", "Check the name of the file."
        ) from None
    except UnicodeDecodeError:
        raise FileProblem(f"{path} is not UTF-8 text.", "Save it as UTF-8.") from None
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise FileProblem(
            f"{path} is not TOML: {fault}.", 'Write lines such as key = "text".'
        ) from None


def read_answers(path: Path) -> dict[str, str]:
    """The person's answers by the key of their field, without outer line breaks.

    Raises FileProblem for a value that is not text.
    """
    table = read_toml(path)
    for key, value in table.items():
        if not isinstance(value, str):
            raise FileProblem(
                f"{path}: {key} is not text.",
                f'Write {key} = "...", or put the text between """ and """.',
            )
    return {
        key: value.strip("\r\n").replace("\r\n", "\n") for key, value in table.items()
    }


def input_files(options: ExportOptions, database: str) -> list[Path]:
    """The files that an export reads, whether they are there or not."""
    names = [options.answers, options.budget]
    files = [Path(name) for name in names if name]
    return [*files, default_budget(database)]


def default_budget(database: str) -> Path:
    """The file of a budget that is read where no other is named."""
    return Path(database).parent / "budget.toml"


def read_budget(file: Path | None, database: str) -> Budget | None:
    """The budget in `file`, or else in `budget.toml` beside the database.

    None where neither is there. Raises FileProblem, naming the file, the entry and the
    key, where it is not written as it should be.
    """
    path = file or default_budget(database)
    if file is None and not path.is_file():
        return None
    table = read_toml(path)
    rows = {name: _read_rows(path, name, table.pop(name, [])) for name in _TABLES}
    for key in table.keys() - set(_KEYS):
        near = suggest(key, (*_KEYS, *_TABLES))
        raise FileProblem(f"{path}: {key} is not a known key{near}.", _HINT)
    budget, faults = read_entry(Budget, table)
    _check(path, "", faults)
    assert budget
    return Budget(
        currency=budget.currency,
        months=budget.months,
        lines=tuple(rows["line"]),
        tiers=tuple(rows["tier"]),
        raised=tuple(rows["raised"]),
    )


def _read_rows(path: Path, name: str, rows: Any) -> list[Any]:
    """The entries written as [[name]]; raises FileProblem."""
    if not isinstance(rows, list):
        raise FileProblem(f"{path}: {name} must be written [[{name}]].", _HINT)
    entries: list[Any] = []
    for number, row in enumerate(rows, 1):
        entry, faults = read_entry(_TABLES[name], row)
        _check(path, f"{name} {number}: ", faults)
        entries.append(entry)
    return entries


def _check(path: Path, entry: str, faults: list[tuple[str, str]]) -> None:
    """Raises FileProblem for the first fault, if there is one."""
    for key, message in faults[:1]:
        raise FileProblem(f"{path}: {entry}{key}: {message}.", _HINT)
