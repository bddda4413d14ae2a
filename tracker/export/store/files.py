"""Files that the person keeps for exports: answers to a form, and a budget. Neither is ever written to."""

import tomllib
from pathlib import Path
from typing import Any

from msgspec import Struct

from tracker.database.catalogue.faults import nearest
from tracker.database.catalogue.read import read_entry
from tracker.errors import FileProblem
from tracker.export.rules.budget import Budget, BudgetLine, Raised, Tier

_PARTS: dict[str, type[Struct]] = {"line": BudgetLine, "tier": Tier, "raised": Raised}
_HINT = "docs/export.md shows how it is written."


def read_toml(path: Path) -> dict[str, Any]:
    """The table in a TOML file; raises FileProblem where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as fault:
        raise FileProblem(
            f"{path} cannot be read: {fault.strerror}.", "Name a file that is there."
        ) from None
    except UnicodeDecodeError:
        raise FileProblem(f"{path} is not UTF-8 text.", "Save it as UTF-8.") from None
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise FileProblem(
            f"{path} is not TOML: {fault}.", 'Write lines like key = "text".'
        ) from None


def read_answers(path: Path) -> dict[str, str]:
    """The person's own words by the key of their field, less the line breaks at either end.

    Raises FileProblem for a value that is no text.
    """
    table = read_toml(path)
    for key, value in table.items():
        if not isinstance(value, str):
            raise FileProblem(
                f"{path}: {key} is no text.",
                f'Write it like {key} = "...", or between """ and """.',
            )
    return {
        key: value.strip("\r\n").replace("\r\n", "\n") for key, value in table.items()
    }


def read_budget(named: Path | None, database: str) -> Budget | None:
    """The budget in a file: the one named, else `budget.toml` beside the database; None where there is none.

    Raises FileProblem where it is not of the form, naming the file, the entry and the key.
    """
    path = named or Path(database).parent / "budget.toml"
    if named is None and not path.is_file():
        return None
    table = read_toml(path)
    parts: dict[str, list[Any]] = {kind: [] for kind in _PARTS}
    for kind, shape in _PARTS.items():
        rows = table.pop(kind, [])
        if not isinstance(rows, list):
            raise FileProblem(f"{path}: {kind} must be written [[{kind}]].", _HINT)
        for number, row in enumerate(rows, 1):
            made, wrong = read_entry(shape, row)
            _demand_none(path, f"{kind} {number}: ", wrong)
            parts[kind].append(made)
    for key in table.keys() - {"currency", "months"}:
        raise FileProblem(
            f"{path}: {key} is not a key here{nearest(key, ('currency', 'months', *_PARTS))}.",
            _HINT,
        )
    made, wrong = read_entry(Budget, table)
    _demand_none(path, "", wrong)
    assert made
    return Budget(made.currency, made.months, *(tuple(rows) for rows in parts.values()))


def _demand_none(path: Path, entry: str, wrong: list[tuple[str, str]]) -> None:
    for key, message in wrong[:1]:
        raise FileProblem(f"{path}: {entry}{key}: {message}.", _HINT)
