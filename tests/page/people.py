"""Pages of people who are made up: each is written once a run, with its packet."""

import json
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from tests.conftest import ROOT
from tests.readiness.lives import Life

ROLES = tuple(sorted(path.stem for path in (ROOT / "seed" / "roles").glob("*.toml")))
# A title that is long, has no space to wrap at, and reads as a tag where it is not escaped.
HOSTILE = f"<b>'Notes'</b> & \"more\" {'long' * 40}"
TODAY = date(2026, 11, 23)
SESSION = """insert into session (uid, edited_at, item_id, day, seconds, note, tags, source, logged_at)
             values (?, 0, ?, ?, ?, 'a note', '', 'live', 0)"""


class Written(NamedTuple):
    """A page: its file and text, and the facts that it is made of, as JSON."""

    path: Path
    text: str
    packet: dict[str, Any]


class Town:
    """The people, by name: `empty`, `demo`, `hostile`, `busy`, or `demo ROLE`."""

    def __init__(self, folder: Path, template: Path) -> None:
        self._folder = folder
        self._template = template
        self._pages: dict[str, Written] = {}

    def life(self, name: str) -> Life:
        """A person's own database."""
        first, _, role = name.partition(" ")
        place = self._folder / f"of-{name.replace(' ', '-')}.db"
        if place.exists():
            return Life(place)
        life = Life(Path(shutil.copy(self._template, place)))
        if first in ("demo", "busy"):
            shutil.copy(self._demo(), place)
        if first == "hostile":
            _live_hostile(life)
        if first == "busy":
            _add_sessions(place, 100_000)
        if role:
            life.ok(f"target {role}")
        return life

    def _demo(self) -> Path:
        place = self._folder / "demo.db"
        if not place.exists():
            Life(self._folder / "any.db").ok("demo")
        return place

    def __getitem__(self, name: str) -> Written:
        """The page of a person."""
        if name not in self._pages:
            self._pages[name] = write_page(self.life(name))
        return self._pages[name]


def write_page(life: Life) -> Written:
    """A person's page, beside the database."""
    path = life.db.with_suffix(".html")
    life.ok(f"page -o {path}")
    packet = json.loads(life.ok("page --json"))
    return Written(path, path.read_text("utf-8"), packet)


def _live_hostile(life: Life) -> None:
    """An own paper with a hostile title, attempted; its hours, plan and notes."""
    words = ["add", "notes", "--title", HOSTILE, "--hours", "5-12"]
    assert life([*words, "--track", "replications", "--kind", "replication"]).code == 0
    life.ok("attempt replication-done --with notes")
    assert life(["log", "notes", "1h30m", "-n", HOSTILE]).code == 0
    assert life(["plan", "notes", "--by", "2027-01-31", "--because", HOSTILE]).code == 0
    life.ok("target research-contributor-empirical")


def _add_sessions(place: Path, count: int) -> None:
    """Some 27 short sessions a day for ten years, of any item."""
    chance = random.Random()
    with closing(sqlite3.connect(place)) as db, db:
        items = [item for (item,) in db.execute("select id from item")]
        rows = _sessions(chance, items, count)
        db.executemany(SESSION, rows)


def _sessions(
    chance: random.Random, items: list[int], count: int
) -> Iterator[tuple[str, int, str, int]]:
    for number in range(count):
        day = TODAY - timedelta(number * 3650 // count)
        seconds = chance.randrange(60, 1800, 60)
        uid = f"{number:016x}"
        yield uid, chance.choice(items), day.isoformat(), seconds
