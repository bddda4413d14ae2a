"""No prose is generated: every fixed text of an export is listed, in one place."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT
from tests.export.personas import life, run
from tests.export.phrases import FOLDER, all_phrases, modules, names
from tests.export.rewrite import listed_phrases
from tests.export.walk import leaves
from tracker.export.rules.forms import SOURCES

RENDER = FOLDER.parent
TEMPLATES = RENDER.parent / "templates"
PHRASES = "tracker.export.render.phrases"
STYLES = ("Body Text", "List Bullet", "Table Grid")
# What these say goes to the person on stderr, or draws: it stands in no document.
NO_TEXT = ("formats.py", "pdf.py", "pictures.py", "svg.py")


def test_every_fixed_text_is_in_the_documentation() -> None:
    """docs/export.md lists each phrase, as it stands, and no other."""
    assert listed_phrases() == all_phrases()


def render_files() -> list[Path]:
    """The files that lay documents out, without the phrases."""
    return [path for path in RENDER.rglob("*.py") if path.parent != FOLDER]


def texts(tree: ast.Module) -> Iterator[str]:
    """The texts of a module of two words or more, without its docstrings."""
    docstrings = {
        ast.get_docstring(node, clean=False)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        has_words = re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", node.value)
        if has_words and node.value not in docstrings:
            yield node.value


def test_no_fixed_text_stands_elsewhere() -> None:
    """What lays documents out holds no text of its own, but names of sources and of Word's styles."""
    sources = {*SOURCES, *STYLES}
    others = {
        path.name: set(texts(ast.parse(path.read_text(encoding="utf-8")))) - sources
        for path in render_files()
        if path.name not in NO_TEXT
    }

    assert {name: result for name, result in others.items() if result} == {}


def test_templates_have_no_words() -> None:
    """The templates of pages and PDFs hold no words of their own."""
    page = (TEMPLATES / "page.html").read_text(encoding="utf-8")
    body = re.sub(r"{%.*?%}|{{.*?}}|<[^>]+>", "", page[page.index("<body>") :])
    document = (TEMPLATES / "document.typ").read_text(encoding="utf-8")

    assert body.split() == []
    assert "[" not in document.replace("[#metadata(missing) <missing>]", "")


def imported(tree: ast.Module) -> Iterator[tuple[str, ast.alias]]:
    """What a file imports of the phrases: from the package, or from one module of it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PHRASES):
            for alias in node.names:
                yield (node.module or "").removeprefix(PHRASES).strip("."), alias


def used_names(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Module and name of each phrase that a file uses."""
    aliases: dict[str, str] = {}
    for module, alias in imported(tree):
        if module:
            yield module, alias.name
        else:
            aliases[alias.asname or alias.name] = alias.name
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield aliases.get(node.value.id, ""), node.attr


def test_every_phrase_is_used() -> None:
    """A phrase that is listed stands in some document."""
    listed = {
        (module, name) for module, tree in modules().items() for name in names(tree)
    }
    used = set()
    for path in render_files():
        used |= set(used_names(ast.parse(path.read_text(encoding="utf-8"))))

    assert listed - used == set()


def test_an_empty_form_says_nothing_but_the_form() -> None:
    """A beginner's form holds phrases, their facts, and the form's own text."""
    with life("ben"):
        text = run("export application --for manifund-project --format txt")
        facts = run("export application --for manifund-project --format json")

    form = ROOT / "seed" / "funders" / "manifund-project.toml"
    sources = (
        *all_phrases(),
        form.read_text(encoding="utf-8").replace("\\", ""),
        "Oct Nov",
        *(str(fact) for _, fact in leaves(json.loads(facts)["facts"])),
    )
    expected = set(re.findall(r"[^\W\d_]+", " ".join(sources)))
    assert set(re.findall(r"[^\W\d_]+", text)) - expected == set()
