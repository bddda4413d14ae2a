"""The rules file of `--map`: read whole or refused; created where it is missing.

An existing file is never overwritten.
"""

from pathlib import Path

import msgspec

from tracker.database.protected_files import say_protection
from tracker.database.unfinished import (
    put_in_place,
    remove_unfinished,
    unfinished_folder,
    write_private,
)
from tracker.errors import FileProblem, Refused
from tracker.imports.rules.item_rules import Rule
from tracker.input_file import read_toml_file
from tracker.system import say_reason

_EXAMPLE = """For example:
  [[rule]]
  project = 'Maths'
  item = 'linear-algebra'"""


class _RuleTable(msgspec.Struct, forbid_unknown_fields=True):
    project: str | None = None
    tag: str | None = None
    note: str | None = None
    item: str | None = None
    skip: bool = False


class _RulesFile(msgspec.Struct, forbid_unknown_fields=True):
    rule: list[_RuleTable] = []


def read_rules(path: Path) -> list[Rule]:
    """The rules of a file, in its order.

    Raises FileProblem where it cannot be read, has no rules, or a rule with other keys
    than its conditions and either an item or `skip`.
    """
    remove_unfinished(path)  # of a draft that was killed when it was done
    try:
        content = msgspec.toml.decode(read_toml_file(path), type=_RulesFile)
    except OSError as fault:
        is_missing = isinstance(fault, FileNotFoundError)
        raise FileProblem(
            f"{path} cannot be read: {say_reason(fault)}.",
            "To create it, type:" if is_missing else "Name another file with --map.",
            added=["--dry-run"] if is_missing else (),
        ) from fault
    except RecursionError:
        raise FileProblem(
            f"{path} is not a rules file: its lists are too deep.", _EXAMPLE
        ) from None
    except (msgspec.MsgspecError, ValueError) as fault:
        raise FileProblem(f"{path} is not a rules file: {fault}.", _EXAMPLE) from fault
    if not content.rule:
        raise FileProblem(f"{path} has no rules.", _EXAMPLE)
    return [
        _read_rule(table, f"Rule {number} of {path}")
        for number, table in enumerate(content.rule, 1)
    ]


def _read_rule(table: _RuleTable, name: str) -> Rule:
    """The rule of a table. Raises FileProblem, with the rule's `name`."""
    if table.item and table.skip:
        raise FileProblem(
            f"{name} has an item and skip = true.",
            "Remove its item to skip these entries, or its skip to import them.",
        )
    conditions = (table.project, table.tag, table.note)
    has_outcome = table.skip or table.item is not None
    if not has_outcome or conditions == (None, None, None):
        raise FileProblem(
            f"{name} needs an item or skip = true, and at least one of project, tag and"
            " note.",
            _EXAMPLE,
        )
    return Rule(table.item or "", *conditions, skip=table.skip)


def check_new_rules_file(path: Path, database: str) -> None:
    """Refuse a name at which a rules file would harm a database. Raises Refused."""
    reason = say_protection(path, database)
    if reason:
        raise Refused(
            f"{reason}; nothing was written.",
            "Name another file with --map.",
            without=["--map"],
            added=[("--map", "FILE")],
        )


def create_rules_file(path: Path, text: str) -> None:
    """Write a new file, whole or not at all.

    Raises FileProblem where it exists or cannot be written.
    """
    try:
        with unfinished_folder(path) as folder:
            write_private(folder / "rules.toml", text.encode())
            is_new = put_in_place(folder / "rules.toml", path)
    except OSError as fault:
        raise FileProblem(
            f"{path} cannot be written: {say_reason(fault)}.",
            "Name another file with --map.",
        ) from fault
    if not is_new:
        raise FileProblem(
            f"{path} exists already; it was not changed.",
            "Run the same command again to test it.",
        )
