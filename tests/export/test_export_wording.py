"""No prose is generated: every fixed word of an export is listed, and stands in one place."""

import ast
import re
from pathlib import Path

from tests.conftest import ROOT
from tests.export.personas import life, run
from tracker.export.render import phrases
from tracker.export.render.phrases import PHRASES

RENDER = Path(phrases.__file__).parent
TEMPLATES = RENDER.parent / "templates"


def test_every_fixed_word_is_in_the_documentation() -> None:
    """docs/export.md lists each phrase, as it stands, and no other."""
    text = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    listed = re.findall(
        r"^- `(.+)`$", text[text.index("## Every fixed word") :], re.MULTILINE
    )

    assert listed == sorted(set(PHRASES.values()))


def test_no_fixed_word_stands_elsewhere() -> None:
    """What lays documents out holds no text of two words or more, but its docstrings."""

    def said(path: Path) -> list[str]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {
            ast.get_docstring(node, clean=False)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        }
        texts = [
            n.value
            for n in ast.walk(tree)
            if isinstance(n, ast.Constant) and isinstance(n.value, str)
        ]
        return [
            text
            for text in texts
            if text not in docstrings and re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", text)
        ]

    # A phrase is asked for by its name; a source of a form, by its own.
    names = {*PHRASES, "courses done", "hours by track", "milestones with evidence", "readiness gap",
             "decisions and views", "plan and forecast", "promised against delivered", "funding history"}  # fmt: skip
    # What the person is told on stderr, where no PDF can be made, is in no document.
    files = [
        path
        for path in RENDER.rglob("*.py")
        if path.name not in ("wording.py", "pdf.py", "drawing.py")
    ]

    assert {
        path.name: found
        for path in files
        if (found := [t for t in said(path) if t not in names])
    } == {}


def test_templates_have_no_words() -> None:
    """The templates of pages and PDFs hold no words of their own."""
    page = (TEMPLATES / "page.html").read_text(encoding="utf-8")
    body = re.sub(r"{%.*?%}|{{.*?}}|<[^>]+>", "", page[page.index("<body>") :])

    assert body.split() == []
    assert "[" not in re.sub(
        r"\[#metadata\(missing\) <missing>\]",
        "",
        (TEMPLATES / "document.typ").read_text("utf-8"),
    )


def test_every_phrase_is_used() -> None:
    """A phrase that is listed is asked for somewhere: by its name, or as a word that facts have."""
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for path in RENDER.rglob("*.py")
        if path.name != "wording.py"
    )
    facts = {
        *(
            "live",
            "same-day",
            "later",
            "imported",
            "application",
            "progress report",
            "must",
            "should",
            "helps",
        ),
        *(
            "counted",
            "not-counted",
            "extra",
            "agent",
            "week",
            "month",
            "year",
            "higher",
            "lower",
        ),
        *(
            "name",
            "email",
            *(
                f"{many} {what}"
                for many in ("one", "many")
                for what in ("day", "month", "session", "slot")
            ),
        ),
    }

    assert [
        name
        for name in PHRASES
        if f'"{name}"' not in source and f"'{name}'" not in source and name not in facts
    ] == []


def test_an_empty_form_says_nothing_but_the_form() -> None:
    """What a newcomer's form says is phrases, their facts, and the form's own text: nobody is written for."""
    with life("newcomer"):
        text = run("export application --for manifund-project --format txt")

    fixed = " ".join(PHRASES.values())
    own = (
        (ROOT / "seed" / "funders" / "manifund-project.toml")
        .read_text(encoding="utf-8")
        .replace("\\", "")
    )
    known = set(
        re.findall(
            r"[^\W\d_]+",
            f"{fixed} {own} Nov Practical Deep Learning for Coders Basic deep learning",
        )
    )
    known |= {word.capitalize() for word in ("plan", "budget")}
    assert set(re.findall(r"[^\W\d_]+", text)) - known == set()
