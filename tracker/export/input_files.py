"""Files that the person writes for exports: answers to a form, and a budget."""

import tomllib
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

from msgspec import Struct

from tracker.database.catalogue.faults import suggest
from tracker.database.catalogue.read import read_entry
from tracker.documentation import shipped_page
from tracker.errors import FileProblem
from tracker.export.rules.budget import Budget, BudgetLine, Raised, Tier
from tracker.export.rules.options import ExportOptions
from tracker.export.rules.toml_faults import explain_toml
from tracker.input_file import read_toml_file
from tracker.limits import MOST_KEYS
from tracker.system import say_reason

# The tables of a budget, each written [[line]] and so on.
_TABLES: dict[str, type[Struct]] = {"line": BudgetLine, "tier": Tier, "raised": Raised}
_KEYS = ("currency", "months")
_HINT = f"{shipped_page('docs/export.md')} shows an example."


def read_toml(path: Path, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """The table in a TOML file; raises FileProblem where it cannot be read."""
    try:
        text = read_toml_file(path).decode("utf-8-sig")
        table = tomllib.loads(text, parse_float=parse_float)
    except OSError as fault:
        raise FileProblem(
            f"{path} cannot be read: {say_reason(fault)}.",
            "Check the name of the file.",
        ) from None
    except UnicodeDecodeError:
        raise FileProblem(f"{path} is not UTF-8 text.", "Save it as UTF-8.") from None
    except RecursionError:
        raise FileProblem(f"{path} is not TOML: its lists are too deep.") from None
    except tomllib.TOMLDecodeError as error:
        line, message, hint = explain_toml(text, str(error))
        raise FileProblem(
            f"{path} is not TOML, line {line}: {message}.", hint
        ) from None
    except ValueError:
        raise _too_long(path) from None
    if len(table) > MOST_KEYS:
        raise FileProblem(f"{path} has over {MOST_KEYS:,} keys.", _HINT)
    return table


def _too_long(path: Path) -> FileProblem:
    """The fault of a number that Python neither reads nor prints."""
    return FileProblem(
        f"{path} has a number that is too long.",
        "Write a number of at most 18 digits, or put it between quotes as text.",
    )


def read_answers(path: Path) -> dict[str, str]:
    """The person's answers by the key of their field, without outer line breaks.

    Numbers and days are as typed, true and false are Yes and No, and each text of a
    list has a line. Raises FileProblem for any other value.
    """
    answers = {}
    for key, value in read_toml(path, parse_float=str).items():
        try:
            answer = _say_answer(value)
        except ValueError:  # 0xfff... with more digits than Python prints
            raise _too_long(path) from None
        if answer is None:
            raise FileProblem(
                f"{path}: {key} is a table, not an answer.",
                f"Write {key} = \"...\", or put the text between ''' and '''.",
            )
        answers[key] = answer.strip("\r\n").replace("\r\n", "\n")
    return answers


def _say_answer(value: Any) -> str | None:
    """A value of TOML as it goes into a form: `18000`, `2026-12-01`, `Yes`."""
    match value:
        case bool():
            return "Yes" if value else "No"
        case str() | int():
            return str(value)
        case date() | time():
            return value.isoformat()
        case list():
            lines = list(map(_say_answer, value))
            return None if None in lines else "\n".join(filter(None, lines))
    return None


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
