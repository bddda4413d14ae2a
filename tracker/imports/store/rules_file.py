"""The rules file of `--map`: read whole or refused; created where it is missing.

An existing file is never overwritten.
"""

import os
from pathlib import Path

import msgspec

from tracker.errors import FileProblem
from tracker.imports.rules.item_rules import Rule

_KEYS = {"item", "project", "tag", "note"}
_EXAMPLE = "For example: [[rule]] project = 'Maths' item = 'linear-algebra'"


class _RulesFile(msgspec.Struct, forbid_unknown_fields=True):
    rule: list[dict[str, str]] = []


def read_rules(path: Path) -> list[Rule]:
    """The rules of a file, in its order.

    Raises FileProblem where it cannot be read, or has other keys than those of rules.
    """
    try:
        content = msgspec.toml.decode(path.read_bytes(), type=_RulesFile)
    except OSError as fault:
        raise FileProblem(
            f"{path} cannot be read: {os.strerror(fault.errno or 0)}.",
            f"To create it: tracker import FILE --dry-run --map {path}",
        ) from fault
    except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
        raise FileProblem(f"{path} is not a rules file: {fault}.", _EXAMPLE) from fault
    for number, rule in enumerate(content.rule, 1):
        if not {"item"} <= rule.keys() <= _KEYS or len(rule) < 2:
            raise FileProblem(
                f"Rule {number} of {path} needs an item and at least one of project,"
                " tag and note, and nothing else.",
                _EXAMPLE,
            )
    return [Rule(**rule) for rule in content.rule]


def create_rules_file(path: Path, text: str) -> None:
    """Write a new file. Raises FileProblem where it exists or cannot be written."""
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as fault:
        raise FileProblem(
            f"{path} cannot be written: {os.strerror(fault.errno or 0)}.",
            "Name another file with --map.",
        ) from fault
