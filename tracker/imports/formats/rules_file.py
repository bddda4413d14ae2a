"""The rules file of --map: read whole or refused, and drafted where there is none. It is never overwritten."""

import os
from pathlib import Path

import msgspec

from tracker.errors import FileProblem
from tracker.imports.rules.item_rules import Rule


class _File(msgspec.Struct, forbid_unknown_fields=True):
    rule: list[dict[str, str]] = []


_KEYS = {"item", "project", "tag", "note"}


def read_rules(path: Path) -> list[Rule]:
    """The rules of a file. Raises FileProblem where it cannot be read, or has other keys than those of rules."""
    try:
        told = msgspec.toml.decode(path.read_bytes(), type=_File)
    except OSError as fault:
        raise FileProblem(
            f"{path} cannot be read: {os.strerror(fault.errno or 0)}.",
            f"tracker import FILE --dry-run --map {path} drafts it where it is missing.",
        ) from fault
    except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
        raise FileProblem(
            f"{path} is no rules file: {fault}.",
            "Its rules look like: [[rule]] project = 'X' item = 'y'",
        ) from fault
    for number, rule in enumerate(told.rule, 1):
        if not {"item"} <= rule.keys() <= _KEYS or len(rule) < 2:
            raise FileProblem(
                f"Rule {number} of {path} needs an item and one of project, tag and note, and nothing else.",
                "Write it like: [[rule]] project = 'Maths' item = 'linear-algebra'",
            )
    return [Rule(**rule) for rule in told.rule]


def write_draft(path: Path, text: str) -> None:
    """Write a new file. Raises FileProblem where it cannot be written, or is there by now."""
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as fault:
        raise FileProblem(
            f"{path} cannot be written: {os.strerror(fault.errno or 0)}.",
            "Name another file with --map.",
        ) from fault
