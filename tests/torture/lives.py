"""The commands that are tortured, each on the database that those before it left."""

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from tests.test_undo_everything import LIFE
from tests.torture.process import TEMPORARY, run

FROZEN = Path(__file__).parents[1] / "frozen" / "0001.db"
ROWS = 1200  # an import of so many makes a backup first


class Step(NamedTuple):
    """A command, and the next one of its kind, which cleans up after a killed one.

    `first` does what it does before its own work, in a transaction of its own: a kill
    may come between the two.
    """

    words: str
    then: str = ""
    first: str = ""

    @property
    def next_words(self) -> str:
        """The next command of the kind: the same one, where it can run twice."""
        return self.then or self.words


STEPS = (
    *(Step(words) for words in LIFE),
    Step("undo"),
    Step("redo"),
    Step("import many.csv"),
    Step("import toggl.csv --dry-run --map rules.toml"),
    Step("--db none.db import toggl.csv --dry-run"),
    Step("--db first.db log fastai 1h", first="--db first.db items"),
    Step("--db old.db log fastai 1h", first="--db old.db status"),
    Step("backup"),
    Step("backup copy.db", "backup copy-2.db"),
    Step("log fastai 20m"),
    Step("restore copy.db"),
    Step("--db hurt.db doctor --salvage new.db", "--db hurt.db doctor --salvage n2.db"),
    Step("--db hurt.db restore copy.db"),
    Step("export progress -o progress.md --force"),
    Step("export progress -o progress.html --force"),
    Step("export progress -o progress.docx --force"),
    Step("export hours -o hours.csv --force"),
    Step("export sessions -o sessions.json --force"),
    Step("export cv -o new-cv.md", "export cv -o other-cv.md"),
    Step("export application --for ltff --answers answers.toml"),
    Step("page -o page.html --force"),
    Step("page"),
    Step("demo"),
    Step("forecast gan"),
    Step("rm last"),
    Step("doctor"),
)


def prepare(folder: Path) -> None:
    """The files that the commands read, and a first database, in `folder`."""
    folder.mkdir(parents=True)
    _write_toggl(folder / "toggl.csv", 14)
    day = date(2025, 1, 1)
    rows = [f"{day + timedelta(n // 3)},fastai,{n % 90 + 1}m" for n in range(ROWS)]
    (folder / "many.csv").write_text("\n".join(["day,project,length", *rows, ""]))
    (folder / "own").mkdir()
    (folder / TEMPORARY).mkdir()
    (folder / "own" / "items.toml").write_text(
        '[[item]]\nslug = "toy"\ntitle = "Toy"\nkind = "project"\ntrack = "math"\n'
        'hours = [1, 2, 3]\nhours_from = "estimate"\nskills = ["python"]\n'
        'requires = ["fastai"]\norigin = "extension"\n'
    )
    shutil.copy(FROZEN, folder / "old.db")
    for words in ("--db other.db log fastai 20m --on 2026-09-01", "target professor"):
        assert run(words.split(), folder).code == 0
    whole = (folder / "other.db").read_bytes()
    (folder / "hurt.db").write_bytes(whole[:4096] + bytes(8192) + whole[12288:])
    (folder / "progress.md").write_text("An earlier export.\n")


def _write_toggl(file: Path, weeks: int) -> None:
    header = (
        "User,Email,Client,Project,Task,Description,Billable,"
        "Start date,Start time,End date,End time,Duration,Tags"
    )
    days = [date(2026, 8, 3) + timedelta(weeks=week) for week in range(weeks)]
    rows = [
        f"Ada,a@x.org,,Deep,,n,No,{day},09:00:00,{day},10:30:00,01:30:00,"
        for day in days
    ]
    file.write_text("\n".join([header, *rows, ""]))
