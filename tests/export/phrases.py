"""Every fixed text of an export, read from the source of `tracker/export/render/phrases`.

A text with facts has their names in braces: `{hours} of {limit}`.
"""

import ast
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from tracker.export.render import phrases
from tracker.labels import (
    LOG_LABELS,
    SOURCE_LABELS,
)

FOLDER = Path(phrases.__file__).parent
LABELS = (LOG_LABELS, SOURCE_LABELS)


def modules() -> dict[str, ast.Module]:
    """The modules of phrases by name, without the package itself."""
    return {
        path.stem: ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(FOLDER.glob("*.py"))
        if path.stem != "__init__"
    }


def all_phrases() -> list[str]:
    """Every fixed text once, sorted: phrases, and the labels that exports use."""
    texts = {text for labels in LABELS for text in labels.values()}
    for tree in modules().values():
        for node in tree.body:
            texts |= set(_texts(node))
    return sorted(texts)


def names(tree: ast.Module) -> Iterator[str]:
    """The public names of a module of phrases."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            for target in ast.walk(node.targets[0]):
                if isinstance(target, ast.Name):
                    yield target.id


def _texts(node: ast.stmt) -> Iterator[str]:
    """The texts of a constant, of each value of a dict, or of what a function returns."""
    if isinstance(node, ast.Assign):
        value = node.value
        holders = value.values if isinstance(value, ast.Dict) else [value]
        for holder in holders:
            yield from _constants(holder)
    elif isinstance(node, ast.FunctionDef):
        returned = node.body[-1]
        assert isinstance(returned, ast.Return)
        assert isinstance(returned.value, ast.JoinedStr)
        choices = (_choices(part) for part in returned.value.values)
        yield from map("".join, product(*choices))


def _choices(part: ast.expr) -> list[str]:
    """The ways in which one part of a text can be said: `is` or `are`."""
    if not isinstance(part, ast.FormattedValue):
        return list(_constants(part))
    if isinstance(part.value, ast.IfExp):
        return [*_constants(part.value.body), *_constants(part.value.orelse)]
    return [f"{{{ast.unparse(part.value)}}}"]


def _constants(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value
