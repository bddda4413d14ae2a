"""The answers of import and move."""

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Output, Tracker
from tracker.imports.service import imports
from tracker.installation import install_line

TOGGL = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End "
    "date,End time,Duration,Tags,"
    "Amount ()\n"
)
ROWS = (
    "Ada,a@x.org,,fastai,,lesson 3,No,2026-11-02,09:00:00,2026-11-02,10:30:00,"
    "01:30:00,,\n"
    "Ada,a@x.org,,Deep Work!,,essay,No,2026-11-03,09:00:00,2026-11-03,11:00:00,"
    "02:00:00,,\n"
    "Ada,a@x.org,,Deep Work!,,,No,2026-11-03,12:00:00,,,00:00:00,,\n"
)
WATSON = [
    [1793000000, 1793003600, "fastai", "aa", ["reading"], 0],
    [1793010000, 1793010600, "ppo", "bb", [], 0],
]


@pytest.fixture(name="toggl")
def _toggl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "toggl.csv"
    place.write_text(TOGGL + ROWS, encoding="utf-8")
    return place


@pytest.fixture(name="watson")
def _watson(tmp_path: Path) -> Path:
    place = tmp_path / "frames"
    place.write_text(json.dumps(WATSON), encoding="utf-8")
    return place


@pytest.fixture(autouse=True)
def _made(tracker: Tracker) -> None:
    tracker("items")


def seconds(tracker: Tracker) -> dict[str, int]:
    """Seconds logged, by item."""
    return {row["key"]: row["seconds"] for row in tracker.json("report --all")["rows"]}


def test_import(tracker: Tracker, toggl: Path) -> None:
    """An import says what was added, to which items, what was skipped, and how to undo it."""
    assert tracker("import toggl.csv") == Output(
        0,
        "toggl.csv is a Toggl export: 3 entries, times in Europe/Berlin.\n"
        "  Added 2 entries, 3h30m, Mon 2 Nov to Tue 3 Nov; 1 skipped.\n"
        "  2h00m  deep-work  Deep Work!, new item in track unsorted\n"
        "  1h30m  fastai     fastai, matched by name\n"
        "  line 4: still running\n"
        "To move sessions to another item: tracker move 'Deep Work!' ITEM\n"
        "Undo: tracker undo\n",
        "",
    )
    assert seconds(tracker) == {"deep-work": 7200, "fastai": 5400}


def test_import_json(tracker: Tracker, toggl: Path) -> None:
    """The JSON has the agreed keys, and its figures add up."""
    answer = tracker.json("import toggl.csv --zone UTC")

    assert answer["batch"] and answer.pop("batch")
    assert answer == {
        "schema": 1,
        "kind": "import",
        "file": "toggl.csv",
        "format": "toggl",
        "zone": "UTC",
        "entries": 3,
        "added": 2,
        "duplicates": 0,
        "corrected": 0,
        "changes": [],
        "skipped": [{"line": 4, "why": "still running"}],
        "seconds": 12600,
        "projects": [
            {
                "project": "Deep Work!",
                "item": "deep-work",
                "how": "new",
                "entries": 1,
                "seconds": 7200,
            },
            {
                "project": "fastai",
                "item": "fastai",
                "how": "name",
                "entries": 1,
                "seconds": 5400,
            },
        ],
    }
    assert (
        tracker.json("sessions")["sessions"][0]["started_at"]
        == "2026-11-02T09:00:00+00:00"
    )


def test_equal_rows_without_times(tracker: Tracker, tmp_path: Path) -> None:
    """Equal rows without times are a session each; the same file again adds none."""
    row, others = (
        "2026-01-05,fastai,1\n",
        [f"2026-02-05,fastai,{minutes}\n" for minutes in range(2, 602)],
    )
    place = tmp_path / "log.csv"
    place.write_text(
        f"date,project,minutes\n{row}{row}{''.join(others)}{row}", encoding="utf-8"
    )

    first, again = tracker.json(f"import {place}"), tracker.json(f"import {place}")

    assert (first["added"], first["duplicates"]) == (603, 0)
    assert (again["added"], again["duplicates"]) == (0, 603)
    place.write_text(
        f"date,project,minutes\n{row * 4}{''.join(others)}", encoding="utf-8"
    )
    assert tracker.json(f"import {place}")["added"] == 1


def test_dry_run_makes_nothing(tracker: Tracker, toggl: Path) -> None:
    """Where there is no database, a dry run shows its report and creates none."""
    tracker.db.unlink()

    output = tracker("import toggl.csv --dry-run")

    assert (output.code, output.err) == (0, "")
    assert (
        output.out.splitlines()[1]
        == "  Would add 2 entries, 3h30m, Mon 2 Nov to Tue 3 Nov; 1 skipped."
    )
    assert not tracker.db.exists()


def test_dry_run(tracker: Tracker, toggl: Path) -> None:
    """A dry run gives the same report and changes neither the database file nor its time."""
    before = tracker.db.read_bytes(), tracker.db.stat().st_mtime_ns
    dry = tracker.json("import toggl.csv --dry-run")

    assert (tracker.db.read_bytes(), tracker.db.stat().st_mtime_ns) == before
    wet = tracker.json("import toggl.csv")
    assert wet.pop("batch")
    assert dry.pop("batch") is None
    assert dry == wet


def test_again_and_longer(tracker: Tracker, toggl: Path) -> None:
    """The same file again adds nothing to the history; a longer one adds what is new."""
    tracker.ok("import toggl.csv")
    again = tracker.json("import toggl.csv")

    assert (again["entries"], again["added"], again["duplicates"], again["batch"]) == (
        3,
        0,
        2,
        None,
    )
    assert len(tracker.json("history")["commands"]) == 1
    more = "Ada,a@x.org,,Deep Work!,,essay,No,2026-11-04,09:00:00,2026-11-04,10:00:00,01:00:00,,\n"
    toggl.write_text(TOGGL + more + ROWS, encoding="utf-8")
    longer = tracker.json("import toggl.csv --zone Asia/Tokyo")
    assert (longer["added"], longer["duplicates"], longer["seconds"]) == (1, 2, 3600)
    assert longer["projects"][0]["how"] == "before"


def test_removed_stays_removed(tracker: Tracker, toggl: Path) -> None:
    """A session that was removed does not come back with its file; an undone import does."""
    tracker.ok("import toggl.csv")
    tracker.ok("rm last")
    assert tracker.json("import toggl.csv")["added"] == 0

    tracker.ok("undo")
    tracker.ok("undo")
    assert seconds(tracker) == {}
    assert tracker.json("import toggl.csv")["added"] == 2


def test_corrected(tracker: Tracker, watson: Path) -> None:
    """An entry with an id that changed in the file is corrected; undo takes it back."""
    tracker.ok(["import", str(watson)])
    was = tracker.json("sessions")
    watson.write_text(
        json.dumps(
            [[*WATSON[0][:1], 1793000000 + 90000 - 7200, *WATSON[0][2:]], WATSON[1]]
        ),
        encoding="utf-8",
    )
    answer = tracker.json(["import", str(watson)])

    assert (answer["added"], answer["duplicates"], answer["corrected"]) == (0, 2, 1)
    now = tracker.json("sessions")["sessions"]
    assert [s["seconds"] for s in now if s["item"] == "fastai"] == [55600, 27200]
    assert was["sessions"][0]["id"] in {s["id"] for s in now}
    assert tracker.json(["import", str(watson)])["corrected"] == 0
    tracker.ok("undo")
    assert tracker.json("sessions") == was


def test_map(tracker: Tracker, toggl: Path, tmp_path: Path) -> None:
    """--dry-run --map creates a missing rules file and tests an existing one."""
    output = tracker.ok("import toggl.csv --dry-run --map rules.toml")
    draft = (tmp_path / "rules.toml").read_text(encoding="utf-8")

    assert "Created rules.toml." in output
    assert draft.splitlines()[4:] == [
        "",
        "# 2.0 h in 1 entry",
        "[[rule]]",
        'project = "Deep Work!"',
        'item = ""',
        "",
        "# 1.5 h in 1 entry",
        "[[rule]]",
        'project = "fastai"',
        'item = "fastai"',
    ]
    filled = (
        draft.replace('item = ""', 'item = "ppo"')
        + '[[rule]]\ntag = "none"\nitem = "ppo"\n'
    )
    (tmp_path / "rules.toml").write_text(filled, encoding="utf-8")
    tested = tracker.json("import toggl.csv --dry-run --map rules.toml")
    assert tested["remarks"] == ["The rule for tag 'none' fits no entry."]
    assert (tmp_path / "rules.toml").read_text(encoding="utf-8") == filled
    tracker.ok("import toggl.csv --map rules.toml")
    assert seconds(tracker) == {"ppo": 7200, "fastai": 5400}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[[rule]]\nproject = 'x'\nitem = 'no-such-item'\n", 3),
        ("[[rule]]\nproject = 'x'\n", 6),
        ("[[rule]]\nitem = 'ppo'\nwhat = 'x'\n", 6),
        ("nonsense", 6),
        (None, 6),
    ],
)
def test_map_refused(
    tracker: Tracker, toggl: Path, tmp_path: Path, text: str | None, code: int
) -> None:
    """A rules file that is missing, unreadable or names no item is refused."""
    if text is not None:
        (tmp_path / "rules.toml").write_text(text, encoding="utf-8")

    assert tracker("import toggl.csv --map rules.toml").code == code
    assert seconds(tracker) == {}


def test_move(tracker: Tracker, toggl: Path) -> None:
    """A move covers a project's sessions and later imports; one undo takes it back."""
    tracker.ok("import toggl.csv")
    assert tracker("move 'Deep Work!' ppo") == Output(
        0,
        "Moved 1 session of Deep Work! (2h00m) to ppo. Later imports of this project go\n"
        "there too. Removed deep-work, now empty.\nUndo: tracker undo\n",
        "",
    )
    assert seconds(tracker) == {"fastai": 5400, "ppo": 7200}
    assert tracker("show deep-work").code == 3
    toggl.write_text(TOGGL + ROWS.replace("2026-11-03", "2026-11-04"), encoding="utf-8")
    assert tracker.json("import toggl.csv")["projects"][0]["item"] == "ppo"
    tracker.ok("undo")
    tracker.ok("undo")
    assert seconds(tracker) == {"deep-work": 7200, "fastai": 5400}
    assert tracker("move nothing ppo").code == 3


def test_move_without_project(tracker: Tracker, tmp_path: Path) -> None:
    """Sessions imported without a project are moved by their item, without logged ones."""
    (tmp_path / "old.csv").write_text(
        "date,hours\n2026-11-02,1.5\n2026-11-03,2.5\n", encoding="utf-8"
    )
    tracker.ok(["import", str(tmp_path / "old.csv")])
    tracker.ok("log old 1h")

    assert (
        tracker.ok("move old ppo")
        == "Moved 2 sessions of old (4h00m) to ppo.\nUndo: tracker undo\n"
    )
    assert seconds(tracker) == {"old": 3600, "ppo": 14400}


@pytest.mark.parametrize(
    "words",
    ["progress deep-work 3/7", "plan deep-work --by 2027-03-01", "alias dw deep-work"],
)
def test_moved_item_in_use(tracker: Tracker, toggl: Path, words: str) -> None:
    """An item that an import made stays after a move if something else refers to it."""
    tracker.ok("import toggl.csv")
    tracker.ok(words)

    assert tracker.json("move 'Deep Work!' ppo")["removed_items"] == []
    assert tracker("show deep-work").code == 0


def test_hours_on_a_moved_item(tracker: Tracker, toggl: Path, tmp_path: Path) -> None:
    """Hours that another machine logged on an item that a move removed are kept."""
    tracker.ok("import toggl.csv")
    other = str(tmp_path / "other.db")
    tracker.ok(f"backup {other}")
    tracker.ok(["--db", other, "log", "deep-work", "1h"], "2026-11-23T14:31")
    tracker.ok("move 'Deep Work!' ppo", "2026-11-23T14:32")
    tracker.ok(["merge", other])

    assert seconds(tracker) == {"deep-work": 3600, "fastai": 5400, "ppo": 7200}


def test_undo_redo(tracker: Tracker, toggl: Path) -> None:
    """Undo removes an import and the items it created; redo brings both back."""
    items = tracker.json("items")
    tracker.ok("import toggl.csv")
    was = tracker.json("sessions")
    tracker.ok("undo")

    assert (tracker.json("sessions")["sessions"], tracker.json("items")) == ([], items)
    tracker.ok("redo")
    assert tracker.json("sessions") == was


def test_several_files(tracker: Tracker, toggl: Path, watson: Path) -> None:
    """Several files are one undo; if one is refused, none is imported."""
    answer = tracker.json(["import", "toggl.csv", str(watson)])

    assert (answer["format"], answer["entries"], answer["added"]) == (
        "toggl, watson",
        5,
        4,
    )
    assert [each["entries"] for each in answer["files"]] == [3, 2]
    tracker.ok("undo")
    assert tracker(["import", "toggl.csv", "none.csv"]).code == 6
    assert seconds(tracker) == {}


def test_crowded_days(tracker: Tracker, tmp_path: Path) -> None:
    """Overlaps and days over 24 hours are imported with a remark; totals count once."""
    place = tmp_path / "log.csv"
    place.write_text(
        "start,end,project\n2026-11-02 09:00,2026-11-02 11:00,a\n"
        "2026-11-02 10:00,2026-11-02 12:00,b\n"
    )
    assert tracker.json(["import", str(place)])["remarks"] == [
        "Sessions overlap on 1 day, by 1h00m together. Totals count that time once."
    ]
    assert tracker.json("report --all")["overlap"] == 3600
    place.write_text("date,hours,project\n2026-11-03,20.0,a\n2026-11-03,10.0,b\n")
    assert tracker.json(["import", str(place)])["remarks"] == [
        "1 day has more than 24 h. To list them: tracker doctor"
    ]


def test_backup_before_many(tracker: Tracker, tmp_path: Path) -> None:
    """An import of a thousand entries leaves a backup, unless it brings nothing."""
    place = tmp_path / "log.csv"
    place.write_text("date,minutes\n" + "2026-11-03,1\n" * 1000)
    name = f"{tracker.db.name}.backup-2026-11-23-143000-before-import"
    assert tracker(["import", str(place)]).err == f"Backup first: {name}\n"
    assert "Backup" not in tracker(["import", str(place)]).err
    assert [path.name for path in tmp_path.glob("*.backup-*")] == [name]


def test_interrupt(
    tracker: Tracker, toggl: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interrupted import leaves nothing."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(imports, "find_crowded_days", interrupted)
        assert tracker("import toggl.csv").code == 1

    assert seconds(tracker) == {}
    assert tracker.json("history")["commands"] == []


def test_calendar_adds_nothing(tracker: Tracker, tmp_path: Path) -> None:
    """A calendar adds no hours; a remark says what it plans."""
    place = tmp_path / "plan.ics"
    place.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261101T090000Z\n"
        "DTEND:20261101T110000Z\nSUMMARY:fastai\nEND:VEVENT\n"
        "END:VCALENDAR\n"
    )
    answer = tracker.json(["import", str(place)])

    assert (answer["added"], answer["seconds"], len(answer["skipped"])) == (0, 0, 1)
    assert answer["remarks"] == [
        "The calendar plans 2h00m. Plans are not counted: a calendar does not say "
        "what was done."
    ]


def test_calendar_without_its_library(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the extra a calendar is refused, with the line that installs it."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.delitem(sys.modules, "tracker.imports.formats.calendars", raising=False)
    place = tmp_path / "plan.ics"
    place.write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n")

    output = tracker(["import", str(place)])

    assert (output.code, output.out) == (2, "")
    assert output.err == (
        f"{place} is a calendar. Reading one needs icalendar, which is not installed.\n"
        f"To install it: {install_line('icalendar')}\n"
    )


def test_refusals_name_the_file(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refusal names the file and the whole command to type instead."""
    monkeypatch.chdir(tmp_path)
    Path("log.csv").write_text("date,hours\n03/04/2026,1\n")

    assert tracker("import log.csv") == Output(
        2,
        "",
        "log.csv: The days can be read in two ways: 3/4 could be 3 Apr or 4 Mar.\n"
        "Day first:\n  tracker import log.csv --dates day-first\nMonth first:\n"
        "  tracker import log.csv --dates month-first\n",
    )
    assert tracker("import nothing.csv").code == 6
    assert tracker("import .").code == 6
    assert tracker("import log.csv --zone Nowhere").code == 2


def test_rows_are_as_stored(tracker: Tracker, watson: Path) -> None:
    """An imported session keeps its project, its tags and its batch."""
    tracker.ok(["import", str(watson), "--zone", "UTC"])
    with closing(sqlite3.connect(tracker.db)) as db, db:
        rows = db.execute(
            "select project, tags, source, utc_offset, batch_id from session order "
            "by id"
        ).fetchall()
        batches = db.execute(
            "select id, file, format, added, seconds from import_batch"
        ).fetchall()
    db.close()

    assert rows == [
        ("fastai", " reading ", "imported", 0, 1),
        ("ppo", "", "imported", 0, 1),
    ]
    assert batches == [(1, "frames", "watson", 2, 4200)]
