"""The command `page`: the file that it writes, what it refuses, and an empty record."""

import re
import sqlite3
import stat
import sys
import webbrowser
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import Tracker

TARGET = "target research-contributor-empirical"
# `<code>tracker target</code>`: a command of a page.
CODE = re.compile(r"<code>(tracker [^<]*)</code>")
# `<section id="year"`: a section of a page.
SECTION = re.compile(r'<section id="(\w+)"')
EMPTY_FACTS = {
    "today": "2026-11-23",
    "name": None,
    "invented": False,
    "ready": None,
    "road": None,
    "limits": [],
    "plans": [],
    "forecast": None,
    "no_forecast": [
        "A forecast needs 8 whole weeks of your log; it has 0. "
        "To see dates at a pace you plan: tracker config hours-a-week 12h"
    ],
    "next": {"actions": [], "more_in_progress": 0, "apply_now": []},
}


@pytest.fixture(name="_in_a_folder", autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test is in a folder of its own."""
    monkeypatch.chdir(tmp_path)


def _mode(place: Path) -> int:
    return stat.S_IMODE(place.stat().st_mode)


def test_the_page_lies_beside_the_database(tracker: Tracker) -> None:
    """It is written there, for its owner's eyes only, and replaced the next time."""
    tracker.ok("log fastai 1h")
    place = tracker.db.with_name("page.html")

    for _ in range(2):
        answer = tracker.ok("page")
        kilobytes = round(place.stat().st_size / 1000)
        assert answer == (
            f"Wrote {place}, {kilobytes} kB.\n"
            f"To look at it, open this address in a browser:\n{place.as_uri()}\n"
        )
        assert _mode(place) == 0o600


def test_a_page_of_today_replaces_that_of_yesterday(tracker: Tracker) -> None:
    """The same name, another day, and no question."""
    tracker.ok("page -o study.html", now="2026-11-22T20:00")
    tracker.ok("page -o study.html", now="2026-11-23T20:00")

    assert (
        "<title>Your record, Mon 23 Nov 2026</title>" in Path("study.html").read_text()
    )


def test_names_with_blanks_and_umlauts(tracker: Tracker, tmp_path: Path) -> None:
    """The address is written as browsers read it."""
    answer = tracker.ok(["page", "-o", str(tmp_path / "für mich.html")])

    assert answer.endswith("/f%C3%BCr%20mich.html\n")


@pytest.mark.parametrize("options", ["-o notes.html", ""])
def test_another_file_is_kept(tracker: Tracker, options: str) -> None:
    """A file that is not a page of tracker is refused (4) without --force."""
    tracker.ok("log fastai 1h")
    place = tracker.db.with_name("page.html")
    if options:
        place = Path("notes.html")
    place.write_text("mine")

    refused = tracker(f"page {options}")

    shown = "notes.html" if options else str(place)
    assert (refused.code, place.read_text()) == (4, "mine")
    assert refused.err.startswith(
        f"{shown} exists and is not a page of tracker; nothing was written.\n"
        "Name another file with -o, or replace it with --force.\n"
    )
    tracker.ok(f"page {options} --force")
    assert place.read_text().startswith("<!DOCTYPE html>")


def test_notes_that_quote_a_page_are_kept(tracker: Tracker) -> None:
    """A file that only has the line of a page in it is not one."""
    Path("notes.html").write_text('x <meta name="generator" content="tracker">')

    assert tracker("page -o notes.html").code == 4


def test_the_first_command_of_all(tracker: Tracker, tmp_path: Path) -> None:
    """The page is written into the folder of the database."""
    place = tmp_path / "new" / "tracker.db"
    place.parent.mkdir()

    tracker.ok(["--db", str(place), "page"])

    assert place.with_name("page.html").exists()


def test_a_target_that_is_gone(tracker: Tracker) -> None:
    """The page is there all the same, without readiness and road."""
    tracker.ok(TARGET)
    with closing(sqlite3.connect(tracker.db)) as db, db:
        db.execute("update setting set value = 'gone' where key = 'target'")

    assert SECTION.findall(tracker.ok("page -o -")) == ["later"]


def test_an_export_is_another_file(tracker: Tracker) -> None:
    """A page for others is not replaced by one's own."""
    tracker.ok("export progress -o mine.html")

    assert tracker("page -o mine.html").code == 4


@pytest.mark.parametrize("name", ["tracker.db", "link.html", "tracker.db-wal"])
def test_the_database_is_kept(tracker: Tracker, name: str) -> None:
    """It is refused by any name, with --force too."""
    tracker.ok("log fastai 1h")
    before = tracker.db.read_bytes()
    tracker.db.with_name("link.html").symlink_to(tracker.db)

    refused = tracker(["page", "--force", "-o", str(tracker.db.with_name(name))])

    assert refused.code == 4
    assert "belongs to the database; nothing was written." in " ".join(
        refused.err.split()
    )
    assert tracker.db.read_bytes() == before


def test_a_folder_that_is_missing(tracker: Tracker, tmp_path: Path) -> None:
    """It is said how to create it."""
    place = tmp_path / "pages" / "me.html"

    refused = tracker(f"page -o {place}")

    assert refused.code == 6
    assert refused.err == (
        f"There is no folder {place.parent}.\nCreate it: mkdir -p {place.parent}\n"
        "Or leave -o out:\n  tracker page\n"
    )


def test_a_folder_that_cannot_be_written(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way out is another file."""
    tracker.ok("log fastai 1h")
    place = tracker.db.with_name("page.html")

    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tracker.export.output_file.os.open", refuse)
    refused = tracker("page")

    assert refused.code == 6
    assert refused.err == (
        f"{place} could not be written: Permission denied.\n"
        "Name another file with -o.\n  tracker page -o FILE\n"
    )


def test_nothing_of_the_database_changes(tracker: Tracker) -> None:
    """No row, no entry of the history, and no forecast that would be graded."""
    tracker.ok("config hours-a-week 10h")
    tracker.ok("plan ziegler-2019 --by 2027-03-01")
    before = tracker.db.read_bytes()

    tracker.ok("page")
    tracker.ok("page --json")

    assert tracker.db.read_bytes() == before


def test_facts_as_json(tracker: Tracker) -> None:
    """Every number of the page is printed, and no file is written."""
    tracker.ok("log fastai 1h30m")

    answer = tracker.json("page")

    assert (answer["schema"], answer["kind"], answer["today"]) == (
        1,
        "page",
        "2026-11-23",
    )
    assert answer["week"]["seconds"] == answer["hours"]["seconds"] == 5400
    assert answer["hours"]["weeks"] == [
        {
            "since": "2026-11-23",
            "until": "2026-11-29",
            "seconds": 5400,
            "shared": 0,
            "by_track": [
                {
                    "track": "deep-learning",
                    "title": "Basic deep learning",
                    "seconds": 5400,
                }
            ],
        }
    ]
    assert not tracker.db.with_name("page.html").exists()
    refused = tracker("page --json -o mine.html")
    assert (refused.code, Path("mine.html").exists()) == (2, False)


def test_an_empty_record(tracker: Tracker) -> None:
    """One list says what comes later, each with a command that works; no fact is there."""
    html = tracker.ok("page -o -")

    assert SECTION.findall(html) == ["later"]
    assert html.count("Nothing logged yet.") == 1
    facts = tracker.json("page")
    assert {key: facts[key] for key in EMPTY_FACTS} == EMPTY_FACTS
    commands = set(map(unescape, CODE.findall(html)))
    assert len(commands) == 8
    tracker.pastes = False
    for command in commands - {"tracker import toggl.csv --dry-run"}:
        tracker.ok(command.removeprefix("tracker "))


def test_no_hours_but_a_target(tracker: Tracker) -> None:
    """Readiness and the road are there before the first hour."""
    tracker.ok(TARGET)

    html = tracker.ok("page -o -")

    assert "0 of 4 shown, 0 claimed, 4 open." in html
    assert "You have no target yet." not in html


def test_the_database_of_an_option(tracker: Tracker, tmp_path: Path) -> None:
    """A command of the page is for the database that was named."""
    other = tmp_path / "at work.db"

    html = tracker.ok(["--db", str(other), "page", "-o", "-"])

    commands = list(map(unescape, CODE.findall(html)))
    assert f"tracker --db '{other}' target" in commands
    assert all(command.startswith(f"tracker --db '{other}' ") for command in commands)


def test_the_demo_has_a_page_of_its_own(tracker: Tracker) -> None:
    """It does not replace that of the person, beside whose database it lies."""
    tracker.ok("page")
    tracker.ok("demo")

    tracker.ok(["--db", str(tracker.db.with_name("demo.db")), "page"])

    pages = sorted(tracker.db.parent.glob("*.html"))
    assert [page.name for page in pages] == ["demo-page.html", "page.html"]
    are_invented = ["This person is invented" in page.read_text() for page in pages]
    assert are_invented == [True, False]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_browser(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    """On a terminal the page is opened; without a browser its address is printed."""
    opened: list[str] = []
    place = tracker.db.with_name("page.html")

    def open_address(address: str) -> bool:
        opened.append(address)
        return is_there

    monkeypatch.setattr(webbrowser, "open", open_address)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    answer = tracker.ok("page")

    assert opened == [place.as_uri()]
    assert ("Opened it in your browser." in answer) == is_there
    assert (place.as_uri() in answer) != is_there
    tracker.ok("page -o other.html")
    assert len(opened) == 1


def test_a_page_is_not_shown_by_a_pipe(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a terminal nothing is opened."""
    monkeypatch.setattr(webbrowser, "open", lambda _: pytest.fail("opened"))

    tracker.ok("page")
