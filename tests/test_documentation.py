"""What the program says of its pages leads to a file, also where it is installed."""

import ast
import re
from pathlib import Path

from tests.conftest import ROOT
from tests.test_house import read_trees
from tracker.documentation import list_pages, name_places, shipped_page

# The texts of `tracker help`; the formatter names the places in them.
FORMATTED = "maintenance/rules/help_topics.py"
PAGE = re.compile(r"\b(?:docs|seed)/[\w/-]+\.\w+")


def _docstrings(tree: ast.Module) -> set[int]:
    """Those are comments, or helps, in which the formatter names places."""
    holders = (ast.Module, ast.FunctionDef, ast.ClassDef)
    nodes = [node for node in ast.walk(tree) if isinstance(node, holders)]
    return {
        id(node.body[0].value)
        for node in nodes
        if node.body and isinstance(node.body[0], ast.Expr)
    }


def _located(tree: ast.Module) -> set[int]:
    """The arguments of `shipped_page`."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {
        id(call.args[0]) for call in calls if ast.unparse(call.func) == "shipped_page"
    }


def test_texts_name_places() -> None:
    """No text of the program names a page but as the place where it lies."""
    bare = []
    for name, tree in read_trees().items():
        if name == FORMATTED:
            continue
        passed = _docstrings(tree) | _located(tree)
        for node in ast.walk(tree):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
            if is_text and id(node) not in passed and PAGE.search(node.value):
                bare.append((name, node.value))

    assert bare == []


def test_places() -> None:
    """A page is named by its path on this machine, and by its name where it is nowhere."""
    guide = shipped_page("seed/README.md")

    assert Path(guide).is_file()
    assert name_places("See seed/README.md, docs/none.md.") == (
        f"See {guide}, docs/none.md."
    )


def test_titles_of_pages() -> None:
    """Each page in docs/ is listed with its title."""
    pages = list_pages(ROOT / "docs")

    assert pages["forecast.md"] == "How forecasts are made"
    assert all(pages.values())
