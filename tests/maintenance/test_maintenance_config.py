"""`config`: settings."""

from pathlib import Path

import pytest

from tests.conftest import Output, Tracker

ALL = """\
Database: {}
day-starts    -  the time at which a new day begins (default 00:00)
zone          -  the time zone of times without one (now Europe/Berlin, from TZ)
hours-a-week  -  the time you plan to study each week, such as 12h
target        -  the role you are working towards
variant       -  the variant of that role
name          -  your name, as exports show it
email         -  your e-mail address, as exports show it
links         -  the addresses of your work, as exports show them
pictures      -  how pictures are drawn: blocks (default), ascii or none
"""


def test_all_settings_are_listed(tracker: Tracker, place: Path) -> None:
    """Without a key, config lists every setting and names the database."""
    assert tracker("config") == Output(0, ALL.format(tracker.db), "")
    assert set(tracker.json("config")["settings"].values()) == {None}


def test_values_are_shown_whole(tracker: Tracker, place: Path) -> None:
    """A value is shown whole in its row."""
    tracker.ok("config target research-contributor-empirical")
    tracker.ok("config hours-a-week 12")

    assert tracker.ok("config") == ALL.format(tracker.db).replace(
        "-  the time you plan to study each week, such as 12h\n", "12h00m\n"
    ).replace(
        "-  the role you are working towards\n", "research-contributor-empirical\n"
    )


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("day-starts 4:00", "day-starts is 04:00."),
        ("day-starts 4am", "day-starts is 04:00."),
        ("zone America/New_York", "zone is America/New_York."),
        ("hours-a-week 12h", "hours-a-week is 12h00m."),
        ("hours-a-week 10", "hours-a-week is 10h00m."),
        ("hours-a-week 7.5h", "hours-a-week is 7h30m."),
        (
            "target research-contributor-empirical",
            "target is research-contributor-empirical.",
        ),
        ("target lead-emp", "target is research-lead-empirical."),
        ("name 'Ada  Lovelace'", "name is Ada Lovelace."),
        ("email ada@example.org", "email is ada@example.org."),
        ("links 'https://example.org/ada'", "links is https://example.org/ada."),
        ("pictures ASCII", "pictures is ascii."),
    ],
)
def test_setting_is_changed(
    tracker: Tracker, place: Path, command: str, answer: str
) -> None:
    """A setting has one form; it is shown when changed, shown alone, and undone."""
    key = command.split()[0]
    unset = tracker.ok(f"config {key}")

    assert tracker(f"config {command}") == Output(0, f"{answer}\n", "")
    assert tracker(f"config {key}") == Output(0, f"{answer}\n", "")
    tracker.ok("undo")
    assert tracker.ok(f"config {key}") == unset
    assert unset.startswith(f"{key} is not set")


@pytest.mark.parametrize(
    ("code", "command"),
    [
        (2, "day-starts 25:00"),
        (2, "day-starts 13:00"),
        (2, "day-starts dawn"),
        (2, "zone Nowhere/At_All"),
        (2, "zone CET+1"),
        (2, "hours-a-week 200h"),
        (2, "hours-a-week lots"),
        (2, "name '  '"),
        (2, "email nobody"),
        (2, "name NAME"),
        (2, "links javascript:alert(1)"),
        (2, "links data:text/html,x"),
        (2, "links 'https://a.example/<b>'"),
        (2, "links mailto:a@b.example"),
        (2, "links ada"),
        (2, "links ftp://a.example/x"),
        (2, "links https://localhost/x"),
        (2, "links file:///home/ada/cv.pdf"),
        (2, "links URL"),
        (2, "pictures png"),
        (3, "target astronaut"),
        (3, "colour blue"),
        (3, "colour"),
        (4, "variant any"),
    ],
)
def test_invalid_settings_are_refused(
    tracker: Tracker, place: Path, code: int, command: str
) -> None:
    """An impossible value or key is refused with a hint, and nothing is written."""
    before = place.read_bytes()
    output = tracker(f"config {command}")

    assert (output.code, output.out) == (code, "")
    assert len(output.err.splitlines()) >= 2
    assert max(map(len, output.err.splitlines())) <= 80
    assert place.read_bytes() == before


def test_links_are_asked_about(tracker: Tracker, place: Path) -> None:
    """An address without its beginning is written whole in the line to paste."""
    assert tracker("config links 'git.example/ada, git@git.example:ada/b.git'").err == (
        "'git.example/ada,' is no whole web address that others can open.\n"
        "Type whole addresses, with blanks between them:\n"
        "  tracker config links 'https://git.example/ada https://git.example/ada/b.git'\n"
    )


def test_setting_is_cleared(tracker: Tracker, place: Path) -> None:
    """An empty value clears a setting; clearing an empty one is not in the history."""
    tracker.ok("config name Ada")
    tracker.ok(["config", "name", ""])
    tracker.ok(["config", "email", ""])

    assert tracker.json("config name")["settings"] == {"name": None}
    assert [entry["words"] for entry in tracker.json("history")["commands"]] == [
        "config name ''",
        "config name Ada",
    ]


def test_variant_belongs_to_the_target(tracker: Tracker, place: Path) -> None:
    """A new target clears the variant, in the same command."""
    tracker.ok("config target research-lead-theoretical")
    chosen = tracker.ok("config variant mathematical")
    refused = tracker("config variant nothing-like-it")
    tracker.ok("config target research-lead-empirical")
    unset = tracker.json("config")["settings"]
    tracker.ok("undo")

    assert chosen == "variant is mathematical.\n"
    assert refused.code == 3
    assert (unset["target"], unset["variant"]) == ("research-lead-empirical", None)
    assert tracker.ok("config variant") == chosen


def test_day_starts_changes_no_sessions(tracker: Tracker, place: Path) -> None:
    """A new start of the day counts from the next command on."""
    tracker.ok("log fastai 10m", now="2026-11-24T02:00")
    tracker.ok("config day-starts 04:00")
    tracker.ok("log fastai 20m")

    assert [(s["day"], s["seconds"]) for s in tracker.json("sessions")["sessions"]] == [
        ("2026-11-23", 1200),
        ("2026-11-24", 600),
    ]
