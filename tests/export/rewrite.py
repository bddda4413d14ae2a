"""Write what the program exports now over what the tests compare it with.

`python -m tests.export.rewrite` writes tests/export/expected, the list of fixed texts in
docs/export.md, and what the examples of README.md and docs/ print. Read the difference
before you commit it.
"""

import re
import shutil
from pathlib import Path

from tests import test_apply
from tests.conftest import ROOT
from tests.documents import rewrite
from tests.export import people, personas
from tests.export.phrases import all_phrases
from tests.export.test_export_tasks import COMMANDS as TASK_COMMANDS
from tests.test_documents import DOCUMENTS

EXPECTED = Path(__file__).parent / "expected"
DOCUMENT = ROOT / "docs" / "export.md"
HEADING = "## Every fixed phrase"
# One phrase of the list: - `Nothing yet.`
_PHRASE = re.compile(r"^- `(.+)`$", re.MULTILINE)


def listed_phrases() -> list[str]:
    """The phrases that docs/export.md lists, in its order."""
    text = DOCUMENT.read_text(encoding="utf-8")
    return _PHRASE.findall(text[text.index(HEADING) :])


def rewrite_phrases() -> None:
    """List the current phrases in docs/export.md."""
    text = DOCUMENT.read_text(encoding="utf-8")
    start = text.index("- `", text.index(HEADING))
    *_, last = _PHRASE.finditer(text, start)
    phrases = "\n".join(f"- `{phrase}`" for phrase in all_phrases())
    DOCUMENT.write_text(text[:start] + phrases + text[last.end() :], encoding="utf-8")


def rewrite_task() -> None:
    """Write the table of the tests' own task."""
    with personas.empty_folder():
        for now, words in TASK_COMMANDS:
            personas.run(words, now)
        text = personas.run("export hours --item ppo", "2026-11-23T14:30")
    (EXPECTED / "hours.md").write_text(text, encoding="utf-8")


def rewrite_people() -> None:
    """Write what is exported of each person, and the forms they fill in."""
    for person in people.EXPORTS:
        folder = EXPECTED / person
        if folder.exists():
            shutil.rmtree(folder)
        (folder / "forms").mkdir(parents=True)
        for name, text in {**people.exports(person), **people.forms(person)}.items():
            people.expected_file(person, name).write_text(text, encoding="utf-8")


def rewrite_pages() -> None:
    """Run the examples of all pages, and count what is typed in docs/apply.md."""
    for page in DOCUMENTS:
        text = rewrite(page.read_text(encoding="utf-8"))
        if page == test_apply.PAGE:
            typed = test_apply.say_typed(*test_apply.count_typed(text))
            text = test_apply.COUNTED.sub(typed, text)
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite_phrases()
    rewrite_pages()
    rewrite_task()
    rewrite_people()
