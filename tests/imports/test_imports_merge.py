"""The merge of two machines' databases, in any order."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import Tracker
from tests.imports.machines import Machines
from tracker.imports.rules.merge import (
    MergeReport,
    TableCount,
    Version,
    last_slugs,
    merge_versions,
)
from tracker.imports.store.versions import merged_tables
from tracker.imports.view.merge_report import merge_text

WATSON = (
    '[[1780000000, 1780003600, "maths", "a1", [], 0],'
    ' [1780010000, 1780013600, "fastai", "a2", [], 0]]'
)


@pytest.fixture(name="at")
def _at(tracker: Tracker, tmp_path: Path) -> Machines:
    """Runs a command on the machine of that name; all begin with the same database."""
    tracker("items")
    return Machines(tracker, tmp_path)


def test_both_get_the_same(at: Machines, tmp_path: Path) -> None:
    """Merged both ways, two databases are the same; again changes nothing."""
    (tmp_path / "frames").write_text(WATSON)
    for machine, item in (("a", "fastai"), ("b", "ppo")):
        at(machine, f"log {item} 1h", now="2026-11-23T14:30")
        at(machine, f"import '{tmp_path}/frames'")
    at("b", "done learnpython")
    output = at("a", f"merge '{tmp_path}/b.db'")
    before = (tmp_path / "b.db").read_bytes()

    assert output.out.startswith(
        "Merged b.db.\n  Added: 1 import, 1 item status, 1 session.\n"
    )
    assert (tmp_path / "b.db").read_bytes() == before
    at("b", f"merge '{tmp_path}/a.db'")
    assert at.content("a") == at.content("b")
    assert (
        at("a", f"merge '{tmp_path}/b.db'").out
        == "Merged b.db: nothing to add or change.\n"
    )
    assert '"seconds": 14400' in at("a", "report --all --json").out


def test_slices(at: Machines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sessions are merged slice by slice, wherever slices begin."""
    monkeypatch.setattr("tracker.imports.store.versions.SLICE", 2)
    at("a", "log fastai 1h")
    at("a", "log fastai 1h --on yesterday")
    shutil.copy(tmp_path / "a.db", tmp_path / "b.db")
    at("a", "rm last")
    for hour in range(5):
        at("a", f"log ppo {hour}:00-{hour}:30")
        at("b", f"log fastai {hour}:30-{hour + 1}:00")
    output = at("a", f"merge '{tmp_path}/b.db'")
    at("b", f"merge '{tmp_path}/a.db'")

    assert output.out.startswith("Merged b.db.\n  Added: 5 sessions.\n")
    assert at.content("a") == at.content("b")
    assert (
        at("a", f"merge '{tmp_path}/b.db'").out
        == "Merged b.db: nothing to add or change.\n"
    )


def test_parts_in_slices(
    at: Machines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session over midnight counts once, as in undo, wherever slices begin."""
    monkeypatch.setattr("tracker.imports.store.versions.SLICE", 1)
    for day in range(10, 15):
        at("b", f"log ppo 23:00-1:00 --on 2026-11-{day}")
    at("a", "items")

    merged = at("a", f"merge '{tmp_path}/b.db'")
    assert "Added: 5 sessions." in merged.out
    undone = " ".join(at("a", "undo").out.split())
    assert "removed 5 sessions on ppo (10 h)" in undone


def test_newest_edit_wins(at: Machines, tmp_path: Path) -> None:
    """Of two edits of a session the newest wins; a later removal stays."""
    at("a", "log fastai 1h")
    at("a", "log ppo 1h")
    shutil.copy(tmp_path / "a.db", tmp_path / "b.db")
    at("a", "edit last --amount 2h", now="2026-11-23T15:00")
    at("b", "edit last --amount 3h", now="2026-11-23T16:00")
    at("a", "merge b.db".replace("b.db", f"'{tmp_path}/b.db'"), now="2026-11-23T17:00")
    assert '"seconds": 14400' in at("a", "report --all --json").out

    at("b", "rm last", now="2026-11-23T18:00")
    at("a", f"merge '{tmp_path}/b.db'")
    assert '"seconds": 3600' in at("a", "report --all --json").out
    at("a", "undo")
    assert '"seconds": 14400' in at("a", "report --all --json").out


def test_renamed_item(at: Machines, tmp_path: Path) -> None:
    """An item renamed on one machine has the hours of both machines."""
    at("a", "add notes --title Notes --track alignment")
    shutil.copy(tmp_path / "a.db", tmp_path / "b.db")
    at("a", "log notes 1h")
    at("b", "rename notes --slug diary", now="2026-11-23T15:00")
    at("b", "log diary 2h")
    at("a", f"merge '{tmp_path}/b.db'")
    at("b", f"merge '{tmp_path}/a.db'")

    assert at.content("a") == at.content("b")
    assert '"key": "diary"' in at("a", "report --all --json").out
    assert '"seconds": 10800' in at("a", "report --all --json").out


@pytest.mark.parametrize("other", ["none.db", "text.db", "damaged.db", "."])
def test_refused(at: Machines, tracker: Tracker, tmp_path: Path, other: str) -> None:
    """A file that is no tracker database is refused."""
    (tmp_path / "text.db").write_text("no database")
    at("a", "log fastai 1h")
    whole = (tmp_path / "a.db").read_bytes()
    (tmp_path / "damaged.db").write_bytes(
        whole[:200_000] + b"\7" * 60_000 + whole[260_000:]
    )

    assert tracker(f"--db '{tmp_path}/a.db' merge '{tmp_path}/{other}'").code == 6


def test_replaced_setting_and_timer(at: Machines, tmp_path: Path) -> None:
    """A replaced setting or timer is named, with how to log the timer's time."""
    at("a", "config zone UTC", "2026-11-23T10:00")
    at("a", "start fastai", "2026-11-23T11:00")
    at("b", "config zone Europe/Paris", "2026-11-23T12:00")
    at("b", "start ppo", "2026-11-23T13:00")

    output = at("a", f"merge '{tmp_path}/b.db'", "2026-11-23T14:00")

    assert output.err.splitlines()[1:] == [
        "Setting zone is now 'Europe/Paris', the later choice. It was 'UTC' here.",
        "The timer on fastai was replaced by the other machine's timer on ppo. To "
        "log its",
        "time:",
        f"  tracker --db {tmp_path}/a.db log fastai AMOUNT",
    ]
    assert at("b", f"merge '{tmp_path}/a.db'", "2026-11-23T14:00").err == ""


def test_each_table_has_a_name() -> None:
    """The answer names what was merged in words, never by a table's name."""
    counts = [TableCount(table.name, 1, 0, 0, 0) for table in merged_tables()]
    text = merge_text(MergeReport("o.db", tuple(counts)))

    assert not [
        table.name
        for table in merged_tables()
        if "_" in table.name and table.name in text
    ]


def row(key: str, uid: str, at: int, text: str = "") -> Version:
    """A version with one value."""
    return Version(key, uid, at, (("said", text),))


def test_ties() -> None:
    """Of two edits in one second, the larger text wins."""
    assert merge_versions([row("k", "a", 5, "x"), row("k", "a", 5, "y")], {}).remaining[
        "k"
    ].values == (("said", "y"),)


def test_removal_is_of_the_thing() -> None:
    """A removal on either machine removes every row of the thing that is not newer."""
    done_there, done_here, removed_there = row("k", "a", 5), row("k", "b", 3), {"a": 6}

    assert merge_versions([done_there, done_here], removed_there).remaining == {}
    assert (
        merge_versions([done_there, row("k", "c", 7)], removed_there).remaining["k"].uid
        == "c"
    )


def test_names_may_hold_anything() -> None:
    """A tombstone of what a row stood for is read right, whatever the thing's name."""
    given_way = merge_versions(
        [row("x stood for y", "a", 5), row("x stood for y", "b", 6)], {}
    ).tombstones

    assert given_way == {"a stood for x stood for y": 0}
    assert (
        merge_versions([row("x stood for y", "b", 6)], given_way | {"a": 7}).remaining
        == {}
    )


def test_renamed() -> None:
    """Of two slugs of an item, the last one counts."""
    assert last_slugs(
        {"u": (1, "old"), "v": (1, "same")}, {"u": (2, "new"), "v": (1, "same")}
    ) == {"u": "new"}
