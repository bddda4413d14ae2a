"""Write what the program exports now over what the tests compare it with.

`python -m tests.export.rewrite` writes tests/export/expected, and the list of fixed
texts in docs/export.md. Read the difference before you commit it.
"""

import itertools
import re
from pathlib import Path
from unittest.mock import patch

from tests.conftest import ROOT
from tests.export import personas
from tests.export.conftest import COMMANDS
from tests.export.phrases import all_phrases
from tests.export.test_export_command import FILES
from tests.export.test_export_tasks import COMMANDS as TASK_COMMANDS

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


def rewrite_files() -> None:
    """Write each kind of export of the tests' own record."""
    ids = (f"s{number:015}" for number in itertools.count())
    with (
        personas.empty_folder(),
        patch("tracker.journal.store.sessions.new_uid", lambda: next(ids)),
    ):
        for now, words in COMMANDS:
            personas.run(words, now)
        for name in FILES:
            kind = name.partition(".")[0]
            place = EXPECTED / name
            personas.run(
                ["export", kind, "-o", str(place), "--force"], "2026-06-30T12:00"
            )


def rewrite_task() -> None:
    """Write the table of the tests' own task."""
    with personas.empty_folder():
        for now, words in TASK_COMMANDS:
            personas.run(words, now)
        text = personas.run("export hours --item ppo", "2026-11-23T14:30")
    (EXPECTED / "hours.md").write_text(text, encoding="utf-8")


def rewrite_forms() -> None:
    """Write each shipped form, filled in for each persona."""
    slugs = [path.stem for path in (ROOT / "seed" / "funders").glob("*.toml")]
    for persona in personas.PERSONAS:
        folder = personas.KEPT / persona
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.md"):
            old.unlink()
        with personas.life(persona):
            for slug in slugs:
                text = personas.filled_in(slug)
                (folder / f"{slug}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite_phrases()
    rewrite_files()
    rewrite_task()
    rewrite_forms()
