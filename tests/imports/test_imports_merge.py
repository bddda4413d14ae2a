"""The merge of two machines' databases, in any order."""

import itertools
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tracker.database.schema.tables import metadata
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
Content = dict[str, list[tuple[object, ...]]]


@pytest.fixture(name="at")
def _at(tracker: Tracker, tmp_path: Path) -> Callable[..., Output]:
    """Runs a command on the machine of that name; all begin with the same database."""
    tracker("items")

    def run(machine: str, words: str, now: str | None = None) -> Output:
        place = tmp_path / f"{machine}.db"
        if not place.exists():
            shutil.copy(tracker.db, place)
        output = tracker(f"--db '{place}' {words}", now)
        assert output.code in (0, 3, 4), output
        return output

    return run


def content(place: Path) -> Content:
    """All of the person's rows with all columns, without the row numbers."""
    contents: Content = {}
    with sqlite3.connect(place) as db:
        db.row_factory = sqlite3.Row
        names = {
            t: {row["id"]: _name(row) for row in db.execute(f"select * from {t}")}
            for t in metadata.tables
        }
        for table in metadata.tables.values():
            if not table.info.get("personal"):
                continue
            rows = []
            for row in db.execute(f"select * from {table.name}"):
                links = {
                    c.name: next(iter(c.foreign_keys)).column.table.name
                    for c in table.c
                    if c.foreign_keys
                }
                rows.append(
                    tuple(
                        names[links[k]].get(row[k]) if k in links else row[k]
                        for k in row.keys()  # noqa: SIM118 - a sqlite3.Row is no dict
                        if k != "id"
                    )
                )
            contents[table.name] = sorted(rows, key=repr)
    db.close()
    return contents


def _name(row: sqlite3.Row) -> object:
    keys = row.keys()
    return row["slug"] if "slug" in keys else row["uid"] if "uid" in keys else row["id"]


def test_both_get_the_same(at: Callable[..., Output], tmp_path: Path) -> None:
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
    assert content(tmp_path / "a.db") == content(tmp_path / "b.db")
    assert (
        at("a", f"merge '{tmp_path}/b.db'").out
        == "Merged b.db: nothing to add or change.\n"
    )
    assert '"seconds": 14400' in at("a", "report --all --json").out


def test_slices(
    at: Callable[..., Output], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
    assert content(tmp_path / "a.db") == content(tmp_path / "b.db")
    assert (
        at("a", f"merge '{tmp_path}/b.db'").out
        == "Merged b.db: nothing to add or change.\n"
    )


def test_newest_edit_wins(at: Callable[..., Output], tmp_path: Path) -> None:
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


def test_renamed_item(at: Callable[..., Output], tmp_path: Path) -> None:
    """An item renamed on one machine has the hours of both machines."""
    at("a", "add notes --title Notes --track alignment")
    shutil.copy(tmp_path / "a.db", tmp_path / "b.db")
    at("a", "log notes 1h")
    at("b", "rename notes --slug diary", now="2026-11-23T15:00")
    at("b", "log diary 2h")
    at("a", f"merge '{tmp_path}/b.db'")
    at("b", f"merge '{tmp_path}/a.db'")

    assert content(tmp_path / "a.db") == content(tmp_path / "b.db")
    assert '"key": "diary"' in at("a", "report --all --json").out
    assert '"seconds": 10800' in at("a", "report --all --json").out


@pytest.mark.parametrize("other", ["none.db", "text.db", "damaged.db", "."])
def test_refused(
    at: Callable[..., Output], tracker: Tracker, tmp_path: Path, other: str
) -> None:
    """A file that is no tracker database is refused."""
    (tmp_path / "text.db").write_text("no database")
    at("a", "log fastai 1h")
    whole = (tmp_path / "a.db").read_bytes()
    (tmp_path / "damaged.db").write_bytes(
        whole[:200_000] + b"\7" * 60_000 + whole[260_000:]
    )

    assert tracker(f"--db '{tmp_path}/a.db' merge '{tmp_path}/{other}'").code == 6


def test_replaced_setting_and_timer(at: Callable[..., Output], tmp_path: Path) -> None:
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


WORDS = (
    "log fastai 10m",
    "log ppo 20m",
    "rm last",
    "edit last --amount 30m",
    "edit last --item ppo",
    "undo",
    "done learnpython",
    "reopen learnpython",
    "progress fastai 3/7",
    "rate python moderate",
    "add notes --title N --track math",
    "log notes 5m",
    "reach transformer-in-pytorch --with ppo --evidence repo:https://e.org/x",
    "start ppo",
    "stop",
    "cancel",
    "recall fastai 3h --over 2026-05",
    "config zone UTC",
    "attempt few-hundred-hour-replication --with ppo",
)
HISTORY = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(WORDS)), max_size=9
)


@settings(max_examples=4)
@given(shared=st.lists(st.sampled_from(WORDS), max_size=3), history=HISTORY)
def test_any_order(
    at: Callable[..., Output],
    tmp_path: Path,
    shared: list[str],
    history: list[tuple[str, str]],
) -> None:
    """Three machines merged in any order are the same; again changes nothing."""
    for left in tmp_path.glob("[abcxyz]*.db*"):
        left.unlink()
    minutes = itertools.count()

    def clock() -> str:
        return f"2026-11-23T{8 + (minute := next(minutes)) // 60:02}:{minute % 60:02}"

    for words in shared:
        at("a", words, clock())
    at("a", "status", clock())
    for machine in "bc":
        shutil.copy(tmp_path / "a.db", tmp_path / f"{machine}.db")
    for machine, words in history:
        at(machine, words, clock())
    results = []
    for first, second, third in ("abc", "bca", "cba"):
        shutil.copy(tmp_path / f"{first}.db", tmp_path / "x.db")
        for other in (second, third):
            at("x", f"merge '{tmp_path}/{other}.db'", "2026-11-23T20:00")
        results.append(content(tmp_path / "x.db"))
    at("x", f"merge '{tmp_path}/a.db'", "2026-11-23T21:00")

    assert all(result == results[0] for result in results)
    assert content(tmp_path / "x.db") == results[-1]


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
