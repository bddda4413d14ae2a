"""Columns that name the project of an entry."""

from pathlib import Path

import pytest

from tests.imports.reading import read


@pytest.mark.parametrize("header", ["Sheet", "Sheet name", "Tag", "TAG", "Activity"])
def test_headers_of_projects(tmp_path: Path, header: str) -> None:
    """A sheet, an activity and a single tag are projects."""
    log = read(tmp_path, f"Date,Hours,{header}\n2026-01-21,1.5,Maths\n")

    assert log.amounts == [("2026-01-21", "Maths", 5400)]


@pytest.mark.parametrize(
    ("text", "project", "tags"),
    [
        ("date,hours,tag\n2026-01-21,1.5,\n2026-01-22,1,rl\n", "", ()),
        ("date,hours,tag\n2026-01-21,1.5,rl\n2026-01-22,1,\n", "rl", ()),
        ('date,hours,tag\n2026-01-21,1.5,"rl, ppo"\n', "", ("rl", "ppo")),
        ("date,hours,tag\n2026-01-21,1.5,rl\n2026-01-22,1,#a #b\n", "", ("rl",)),
        ("date,hours,tag,project\n2026-01-21,1.5,rl,PPO\n", "PPO", ("rl",)),
        ("start,end,tag\n2026-01-21 9:00,2026-01-21 10:30,rl\n", "rl", ()),
        ("Datum;Tag;Stunden\n21.01.2026;Mi.;1,5\n", "", ("Mi.",)),
        ("Datum;Tag;Stunden\n21.01.2026;3;1,5\n", "", ("3",)),
        ("Tag;Stunden;Projekt\n21.01.2026;1,5;PPO\n", "PPO", ()),
        ("Tag;Von;Bis\n21.01.2026;9:00;10:30\n", "", ()),
    ],
)
def test_tag(tmp_path: Path, text: str, project: str, tags: tuple[str, ...]) -> None:
    """A column `Tag` is the project, or tags, or in German the day: its cells say."""
    first = read(tmp_path, text).settled[0]

    assert (first.parts[0].day, first.seconds) == ("2026-01-21", 5400)
    assert (first.project, first.tags) == (project, tags)
