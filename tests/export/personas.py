"""Three people as their commands make them, and each form filled in for them.

`python -m tests.export.rewrite` writes what the program renders now.
"""

import contextlib
import io
import os
import shlex
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from tests.documents import stage
from tests.export.toggl import toggl_export
from tracker.cli import main

TODAY = "2026-11-23T12:00"
BUDGET = """currency = "USD"
months = 6

[[line]]
what = "Living costs"
amount = 24000
spent = 4000

[[line]]
what = "Compute"
amount = 3000
note = "two GPUs, rented"

[[tier]]
name = "minimum"
amount = 12000
buys = "three months"

[[raised]]
source = "Own savings"
amount = 2000
day = "2026-03"
"""
ANSWERS = """short = "A replication of a paper on preferences, in public 🎉"
summary = '''
What I mean to do, in two paragraphs.

And ```why```: <b>because</b> | it is | = cheap.'''
title = "Replicating preference learning, with everything in the open, one figure a month, for half a year"
"""
# Day and words of each command; a persona is written once, at those days.
PERSONAS: dict[str, tuple[tuple[str, str], ...]] = {
    # Nothing there yet but an item begun.
    "newcomer": (("2026-11-20T09:00", "log fastai 2h"),),
    # Learns beside a job; courses done, little to show.
    "learner": (
        ("2026-05-04T08:00", "target research-contributor-empirical"),
        ("2026-05-04T08:00", "config name 'Ada Example'"),
        (
            "2026-05-30T18:00",
            "log fastai 13:00-15:30 +pair -n 'with Jane, in confidence'",
        ),
        ("2026-06-02T18:00", "log learnpython 9h --on 2026-06-01"),
        ("2026-06-02T18:00", "log fastai 14:00-17:00 --overlap"),
        ("2026-06-02T18:00", "log ppo 14:30-16:00 --overlap"),
        ("2026-06-21T20:00", "reach linear-algebra-done --on 2026-06-01"),
        (
            "2026-07-20T20:00",
            "reach dl-practical-done --with fastai --evidence 'certificate:Jeremy Howard, 18 Jul 2026'",
        ),
        ("2026-07-22T20:00", "done learnpython fastai"),
        ("2026-08-01T20:00", "plan ppo --by 2026-10-01"),
        ("2026-10-12T20:00", "done ppo"),
        ("2026-10-12T20:00", "recall fastai 60h --over 2026Q1"),
    ),
    # Changes career: tries, results, letters, plans moved, an application out, notes, a budget.
    "changer": (
        ("2026-05-04T08:00", "target research-contributor-empirical"),
        ("2026-05-04T08:00", "config name 'Sam Example'"),
        ("2026-05-04T08:00", "config email sam@mail.example"),
        (
            "2026-05-04T08:00",
            "config links 'https://git.example/sam https://sam.example/cv'",
        ),
        ("2026-05-04T08:00", "config hours-a-week 20h"),
        ("2026-06-01T08:00", "plan ziegler-2019 --by 2026-09-30"),
        ("2026-06-01T08:00", "plan few-hundred-hour-replication --by 2026-12-15"),
        (
            "2026-06-05T20:00",
            "attempt few-hundred-hour-replication --with ziegler-2019 --since 2026-06-03 "
            "--hours 200-260",
        ),
        ("2026-06-05T20:00", "log ziegler-2019 8h --on 2026-06-03 +reading"),
        ("2026-06-05T20:00", "log ziegler-2019 9h15m --on 2026-06-04 +agent"),
        ("2026-06-12T20:00", "log ziegler-2019 9:00-12:00 +coding"),
        ("2026-06-12T20:00", "log ziegler-2019 2h --on 2026-06-11 +extra"),
        (
            "2026-06-14T20:00",
            "reach transformer-in-pytorch --evidence repo:https://git.example/sam/tf --part all "
            "--claimed '27.3 BLEU' --reproduced '25.8 BLEU'",
        ),
        ("2026-06-30T20:00", "applied taif --asked '30,000 USD'"),
        (
            "2026-07-10T20:00",
            "plan ziegler-2019 --by 2026-11-01 --because 'two weeks of flu'",
        ),
        (
            "2026-07-10T20:00",
            "rate software-engineering strong --by 'Ann Lee' --evidence 'letter:Ann Lee, 10 Jul 2026'",
        ),
        ("2026-08-02T20:00", "note 'Evaluations matter more than I thought' --changed"),
        (
            "2026-08-02T20:00",
            "note 'Whether to narrow the plan to one paper' --decision",
        ),
        ("2026-08-02T20:00", "note 'Slept badly; told Kim' --changed --private"),
        ("2026-08-03T20:00", "log ziegler-2019 12h30m --on 2026-08-02"),
        ("2026-11-10T20:00", "done ziegler-2019"),
    ),
}


PEOPLE = ("ines", "ben", "dora")
FILES = Path(__file__).parent / "people"
_MADE: dict[str, bytes] = {}


def commands(person: str) -> Iterator[tuple[str, str]]:
    """When each command of a person was typed, and its words."""
    lines = (FILES / person / "commands.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            now, _, words = line.partition(" ")
            yield now, words


def live(person: str) -> None:
    """Type all commands of a person, in the folder that we are in."""
    for now, words in commands(person):
        if words.startswith("import "):
            log = toggl_export(person, date.fromisoformat(now[:10]))
            Path("toggl.csv").write_text(log, encoding="utf-8")
        run(words, now)


@contextlib.contextmanager
def empty_folder() -> Iterator[Path]:
    """A folder without a database, in which commands run."""
    with tempfile.TemporaryDirectory() as folder, stage(Path(folder).resolve()):
        yield Path(folder)


@contextlib.contextmanager
def life(persona: str) -> Iterator[Path]:
    """A folder with the persona's database and files, in which commands run."""
    with empty_folder() as folder:
        if persona in PEOPLE:
            shutil.copytree(FILES / persona, folder, dirs_exist_ok=True)
        if persona in _MADE:
            Path("tracker.db").write_bytes(_MADE[persona])
        elif persona in PEOPLE:
            live(persona)
            _MADE[persona] = Path("tracker.db").read_bytes()
        else:
            for now, words in PERSONAS[persona]:
                run(words, now)
            _MADE[persona] = Path("tracker.db").read_bytes()
        if persona == "changer":
            Path("budget.toml").write_text(BUDGET, encoding="utf-8")
            Path("answers.toml").write_text(ANSWERS, encoding="utf-8")
        yield folder


def run(words: str | Sequence[str], now: str = TODAY) -> str:
    """What a command prints on stdout; it must succeed."""
    typed = shlex.split(words) if isinstance(words, str) else list(words)
    os.environ["TRACKER_NOW"] = now
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(typed)
    assert code == 0, (words, err.getvalue())
    return out.getvalue()


def filled_in(funder: str, form: str = "md") -> str:
    """A form for whoever's folder this is."""
    answers = " --answers answers.toml" if Path("answers.toml").exists() else ""
    return run(f"export application --for {funder} --format {form}{answers}")
