"""`edit --day` and its like: the sessions of a span as lines in an editor."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT, Output, Tracker
from tests.journal.harness import calm, dump, rows
from tracker.database.unfinished import unfinished_folder
from tracker.errors import Unreadable
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.session_lines import (
    ShownLine,
    TypedLine,
    split_line,
    take_day,
    write_lines,
)
from tracker.text.days import say_day

# An editor: each time it runs, it keeps what it sees, and does what the next of the
# rounds says: replace texts, and add lines; with nothing left it leaves the file as it is.
SCRIPT = """
import json, pathlib, sys
place, file = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
rounds = json.loads((place / "rounds.json").read_text())
text = file.read_text()
seen = len(list(place.glob("seen*")))
(place / f"seen{seen}").write_text(text)
if seen < len(rounds):
    for old, new in rounds[seen]:
        assert old in text, (old, text)
        text = text.replace(old, new) if old else text + new + "\\n"
    file.write_text(text)
"""
Round = Sequence[tuple[str, str]]


class Editor:
    """Runs `edit` with an editor that does what the rounds say."""

    def __init__(
        self, tracker: Tracker, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.tracker, self.place = tracker, place
        (place / "editor.py").write_text(SCRIPT)
        command = f"{sys.executable} {place / 'editor.py'} {place}"
        monkeypatch.setenv("EDITOR", command)
        monkeypatch.delenv("VISUAL", raising=False)

    def __call__(self, words: str, *rounds: Round) -> Output:
        """What `edit` answers."""
        for seen in self.place.glob("seen*"):
            seen.unlink()
        (self.place / "rounds.json").write_text(json.dumps(rounds))
        return self.tracker(f"edit {words}")

    def seen(self, number: int = 0) -> str:
        """The text that the editor saw, with each id as `ID`."""
        text = (self.place / f"seen{number}").read_text()
        return re.sub(r"^[0-9a-z]{4}(?=  [A-Z])", "ID", text, flags=re.MULTILINE)

    def kept(self) -> list[str]:
        """The texts that are left in files."""
        return [file.read_text() for file in self.kept_files()]

    def kept_files(self) -> list[Path]:
        """The files left beside the database; no other place has one."""
        return list(self.tracker.db.parent.glob("tracker-*.txt"))


@pytest.fixture(name="editor")
def _editor(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Editor:
    place = tmp_path / "editor"
    place.mkdir()
    return Editor(tracker, place, monkeypatch)


@pytest.fixture(name="studied")
def _studied(editor: Editor) -> Editor:
    """Three sessions: one without times, one over midnight, one with a note and tags."""
    editor.tracker.ok("log ppo 1h30m --on 2026-11-22")
    editor.tracker.ok("log ppo 'yesterday 23:00-0:30' -n 'say \"hi\"'")
    editor.tracker.ok("log fastai 9:00-10:00 +pair -n 'KL sweep'")
    return editor


def sessions(tracker: Tracker) -> list[tuple[object, ...]]:
    """Item, day, start, seconds, note and tags of each session."""
    names = ("item", "day", "started_at", "seconds", "note", "tags")
    listed = tracker.json("sessions --limit 99")["sessions"]
    return [tuple(session[name] for name in names) for session in listed]


def test_the_text_of_a_week(studied: Editor) -> None:
    """The sessions stand in columns, one over midnight once, after what can be done."""
    assert studied("--period 2026-11-22..2026-11-23") == Output(
        0, "Nothing was changed.\n", ""
    )
    assert studied.seen() == (
        "# 22 Nov to 23 Nov 2026: 3 sessions, 4 h.\n"
        "# Change a line, also its day. Delete it to remove the session.\n"
        "# Add a line without an id for a new session, like:\n"
        '#   Mon 23 Nov  1h30m fastai "lesson 3" +pair\n'
        "# Save and close. To change nothing, close the file as it is.\n"
        "\n"
        'ID  Sun 22 Nov  23:00-00:30  ppo     "say \\"hi\\""\n'
        "ID  Sun 22 Nov  1h30m        ppo\n"
        'ID  Mon 23 Nov  09:00-10:00  fastai  "KL sweep"  +pair\n'
    )
    assert studied.kept() == []


def test_all_changes_at_once(studied: Editor) -> None:
    """Lines changed, moved, deleted and added are one command, and one undo."""
    tracker = studied.tracker
    before = dump(tracker.db)
    (removed,) = rows(
        tracker.db, "select uid from session where note like '%hi%' limit 1"
    )
    line = f'{removed[0][:4]}  Sun 22 Nov  23:00-00:30  ppo     "say \\"hi\\""\n'

    answer = studied(
        "--period 2026-11-22..2026-11-23",
        [
            (line, ""),
            ("Sun 22 Nov  1h30m  ", "Fri 20 Nov  45m"),
            ("09:00-10:00", "9-10:30"),
            ('"KL sweep"', "KL sweep two"),
            ("", "mon 11:00-11:30 ppo lesson 3 +deep"),
        ],
    )

    assert (answer.code, answer.err) == (0, "")
    assert calm(answer.out) == (
        "Changed to 45m on ppo, Fri 20 Nov (ID).\n"
        "  Before: 1h30m on ppo, Sun 22 Nov.\n"
        "Changed to 1h30m on fastai +pair, Mon 23 Nov, 09:00-10:30 (ID).\n"
        "  Before: 1h00m on fastai +pair, Mon 23 Nov, 09:00-10:00.\n"
        "  Note: KL sweep two\n"
        "Logged 30m on ppo +deep, Mon 23 Nov, 11:00-11:30 (ID).\n"
        "  Note: lesson 3\n"
        "Removed 1h30m on ppo, Sun 22 Nov, 23:00-00:30 (ID).\n"
        "2 changed, 1 added, 1 removed. 22 Nov to 23 Nov 2026: 2 h, before 4 h.\n"
        "Undo: tracker undo\n"
    )
    assert sessions(tracker) == [
        ("ppo", "2026-11-20", None, 2700, "", []),
        (
            "fastai",
            "2026-11-23",
            "2026-11-23T09:00:00+01:00",
            5400,
            "KL sweep two",
            ["pair"],
        ),
        (
            "ppo",
            "2026-11-23",
            "2026-11-23T11:00:00+01:00",
            1800,
            "lesson 3",
            ["deep"],
        ),
    ]
    assert len(tracker.json("history")["commands"]) == 4
    tracker.ok("undo")
    assert dump(tracker.db) == before


def test_the_answer_as_json(studied: Editor) -> None:
    """JSON has the sessions changed, added and removed, and the seconds of the span."""
    answer = studied("--day --json", [("09:00-10:00", "09:00-09:30"), ("", "1h ppo")])

    data = json.loads(answer.out)
    assert [(name, len(data[name])) for name in ("changed", "added", "removed")] == [
        ("changed", 1),
        ("added", 1),
        ("removed", 0),
    ]
    assert (data["kind"], data["seconds"]) == ("edit", 1800 + 1800 + 3600)


def test_what_changes_nothing(studied: Editor) -> None:
    """A file saved with other blanks, or the same said otherwise, changes nothing."""
    before = dump(studied.tracker.db)

    for old, new in [("  fastai", " fastai"), ("09:00-10:00", "9am to 10am")]:
        assert studied("--day", [(old, new)]) == Output(0, "Nothing was changed.\n", "")

    assert dump(studied.tracker.db) == before
    assert len(studied.tracker.json("history")["commands"]) == 3


def test_a_wrong_line_opens_again(studied: Editor) -> None:
    """Lines that cannot be used have their errors above them, and can be corrected."""
    answer = studied(
        "--day",
        [("09:00-10:00", "45"), ("", "1h nobody-knows"), ("", "2h ppo")],
        [("Mon 23 Nov  45", "Mon 23 Nov  45m"), ("1h nobody-knows", "1h ppo")],
    )

    assert studied.seen(1).partition("\n\n")[2] == (
        'ID  Sun 22 Nov  23:00-00:30  ppo     "say \\"hi\\""\n'
        "#! '45' could be minutes or hours. Type 45m for minutes.\n"
        'ID  Mon 23 Nov  45  fastai  "KL sweep"  +pair\n'
        "#! There is no item called 'nobody-knows'.\n"
        "1h nobody-knows\n"
        "2h ppo\n"
    )
    assert studied.seen(1).startswith(
        "#! 2 lines could not be used, so nothing is changed yet. Correct them, or\n"
        "#! close the file as it is to give up.\n"
        "# Mon 23 Nov 2026: 2 sessions, 1h30m.\n"
    )
    assert (answer.code, answer.out.splitlines()[-1]) == (
        0,
        "1 changed, 2 added. Mon 23 Nov 2026: 4h15m, before 1h30m. Undo: tracker undo",
    )
    assert studied.kept() == []


def test_giving_up(studied: Editor) -> None:
    """A wrong line that is left writes nothing; the text is kept, and the file named."""
    before = studied.tracker.db.read_bytes()

    answer = studied("--day", [("09:00-10:00", "45"), ("", "1h ppo")])

    (kept,) = studied.kept()
    assert "1h ppo\n" in kept
    assert (answer.code, answer.out) == (2, "")
    assert re.sub(r"in \S+\.txt|'[0-9a-z]{4} ", "...", answer.err) == (
        "Nothing was changed. In ...Mon 23 Nov 45 fastai \"KL sweep\" +p…': '45' could\n"
        "be minutes or hours.\n"
        "Your text is ....\n"
        "To open it again: tracker edit --day 2026-11-23\n"
    )
    assert studied.tracker.db.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("09:00-10:00", "0:00-1:00", 4, "That overlaps ppo, Sun 22 Nov, 23:00-00:30"),
        ("09:00-10:00", "13:00-15:00", 4, "15:00 on Mon 23 Nov is in the future"),
        ("09:00-10:00", "25h", 4, "A session has at most 24 h; 25h00m is longer."),
        ("Mon 23 Nov", "Tue 24 Nov", 4, "10:00 on Tue 24 Nov is in the future"),
        ("Mon 23 Nov", "Mon 22 Nov", 2, "'mon 22 nov 2026' has the wrong weekday"),
        ("Mon 23 Nov", "", 2, "On which day?"),
        ("Mon 23 Nov", "Mon 23 Nov sun", 2, "The line has two days."),
        ("09:00-10:00", "", 2, "How long?"),
        ("fastai", "", 2, "Which item?"),
        ("fastai", "nobody-knows", 3, "There is no item called 'nobody-knows'."),
        ('"KL sweep"', '"KL sweep', 2, "The quotes in '\"KL' could not be read."),
        ('"KL sweep"', '"a" "b"', 2, "'a' and 'b' are both notes."),
        ('"KL sweep"', "for 2h", 2, "'for 2h' could be the note, a time or a day."),
        ("", "1h ppo mon tue", 2, "'"),
        ("", "23h ppo", 4, "Mon 23 Nov would have 24h30m on the clock"),
    ],
)
def test_lines_that_are_refused(
    studied: Editor, old: str, new: str, code: int, message: str
) -> None:
    """What cannot be read, and what a rule refuses, ends with the exit code of its kind."""
    before = dump(studied.tracker.db)

    answer = studied("--day", [(old, new)])

    assert (answer.code, dump(studied.tracker.db) == before) == (code, True)
    assert message in answer.err.replace("\n", " ")
    assert message[:20] in studied.seen(1).replace("\n#! ", " ")


def test_an_overlap_can_be_allowed(studied: Editor) -> None:
    """The hint of an overlap is the same command with --overlap, which takes the text kept."""
    refused = studied("--day", [("09:00-10:00", "0:00-1:00")])
    allowed = studied("--day --overlap")

    assert refused.err.endswith(
        "\nIf both ran at once: tracker edit --day 2026-11-23 --overlap\n"
    )
    assert calm(allowed.out) == (
        "Changed to 1h00m on fastai +pair, Mon 23 Nov, 00:00-01:00 (ID).\n"
        "  Before: 1h00m on fastai +pair, Mon 23 Nov, 09:00-10:00.\n"
        "  It ran at the same time as 1h30m on ppo, Sun 22 Nov, 23:00-00:30. Totals count\n"
        "  that time once.\n"
        "1 changed. Mon 23 Nov 2026: 1 h, before 1h30m. Undo: tracker undo\n"
    )


def test_two_sessions_change_places(studied: Editor) -> None:
    """Only what is there in the end may not overlap."""
    studied.tracker.ok("log ppo 10:00-11:00")

    answer = studied(
        "--day", [("09:00-10:00", "@"), ("10:00-11:00", "9-10am"), ("@", "10:00-11:00")]
    )

    assert answer.code == 0
    assert [session[:3] for session in sessions(studied.tracker)[-2:]] == [
        ("ppo", "2026-11-23", "2026-11-23T09:00:00+01:00"),
        ("fastai", "2026-11-23", "2026-11-23T10:00:00+01:00"),
    ]


def test_an_id_twice(studied: Editor) -> None:
    """A copied line is a new session only without its id."""
    studied("--day")
    line = studied.place.joinpath("seen0").read_text().splitlines()[-1]

    answer = studied("--day", [("", line)])

    assert answer.code == 2
    assert f"#! {line[:4]} has a line already." in studied.kept()[0]


def test_all_lines_deleted(studied: Editor) -> None:
    """An empty file, and one without any of several lines, change nothing, and say `rm`."""
    before = dump(studied.tracker.db)
    studied("--day")
    text = studied.place.joinpath("seen0").read_text()
    lines = text.partition("\n\n")[2]
    ids = " ".join(line[:4] for line in lines.splitlines())

    assert studied("--day", [(text, "")]) == Output(
        2,
        "",
        "The file was empty, so nothing was changed.\n"
        f"To remove all its sessions: tracker rm {ids}\n",
    )
    assert studied("--day", [(lines, "")]) == Output(
        2,
        "",
        "No session was left in the file, so nothing was changed.\n"
        f"To remove all its sessions: tracker rm {ids}\n",
    )
    assert (dump(studied.tracker.db), studied.kept()) == (before, [])
    studied.tracker.ok(f"rm {ids}")
    assert len(sessions(studied.tracker)) == 1


def test_the_only_line_deleted(editor: Editor) -> None:
    """Where there is one session, its line may be deleted, as the text says."""
    editor.tracker.ok("log ppo 1h")
    editor("--day")
    line = editor.place.joinpath("seen0").read_text().splitlines()[-1]

    assert editor("--day", [(line, "")]).out.splitlines()[-1] == (
        "1 removed. Mon 23 Nov 2026: 0 h, before 1 h. Undo: tracker undo"
    )


def test_a_kept_text_opens_again(studied: Editor) -> None:
    """The hint of a refused text opens that text, and its lines are used when corrected."""
    studied("--day", [("09:00-10:00", "45"), ("", "1h ppo")])
    refused = studied("--day 2026-11-23", [("1h ppo", "1h ppo mon tue")])
    (kept,) = studied.kept()

    assert (refused.code, "1h ppo mon tue\n" in kept) == (2, True)
    assert studied.seen().startswith(
        "#! This is your text from before. Delete this line to use it, all to begin anew.\n"
        "#! 1 line could not be used, so nothing is changed yet. Correct it, or\n"
    )
    corrected = [("23 Nov  45", "23 Nov  45m"), (" mon tue", "")]
    assert studied("--day", corrected).out.splitlines()[-1] == (
        "1 changed, 1 added. Mon 23 Nov 2026: 2h15m, before 1h30m. Undo: tracker undo"
    )
    assert studied.kept() == []


def test_a_kept_text_is_left(studied: Editor) -> None:
    """A text opens again only on the same sessions; deleted, it is gone."""
    tracker = studied.tracker
    studied("--day", [("09:00-10:00", "45")])
    (kept,) = studied.kept()
    studied("--day yesterday")
    tracker.ok("log fastai 5m")
    studied("--day")
    assert (studied.seen().count("#!"), studied.kept()) == (0, [kept])

    tracker.ok("undo")
    studied("--day", [(kept, "")])
    assert "This is your text from before" in studied.seen()
    assert studied.kept() == []
    studied("--day")
    assert studied.seen().count("#!") == 0


@pytest.mark.parametrize("again", ["--day", "--day --overlap"])
def test_a_kept_text_is_given_up(studied: Editor, again: str) -> None:
    """A text from before that is left as it is stays in its file, but opens no more."""
    before = dump(studied.tracker.db)
    studied("--day", [("09:00-10:00", "3x5m")])

    answer = studied(again)
    (file,) = studied.kept_files()

    assert "3x5m" in file.read_text()
    assert answer == Output(
        0, f"Given up: nothing was changed.\nYour text is still in {file}.\n", ""
    )
    says = f"{file} is a text from your editor that was not used."
    remark = f"{says}\nTo remove it: rm {file}\n"
    assert studied(again) == Output(0, "Nothing was changed.\n", remark)
    assert "3x5m" not in studied.seen()
    assert says in " ".join(studied.tracker("doctor").out.split())
    assert dump(studied.tracker.db) == before


def test_a_kept_text_waits_for_an_editor(studied: Editor) -> None:
    """Where no editor runs, a text from before is not given up."""
    studied("--day", [("09:00-10:00", "3x5m")])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EDITOR", "false")
        assert studied("--day").code == 2

    assert studied("--day", [("3x5m", "45m")]).code == 0
    assert studied.kept() == []


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("--day", "--day 2026-11-23"),
        ("--day yesterday", "--day 2026-11-22"),
        ("-d 22 nov --overlap", "--day 2026-11-22 --overlap"),
        ("--week", "--week 2026-W48"),
        ("--week -1", "--week 2026-W47"),
        ("--period 'last 2 days'", "--period 2026-11-22..2026-11-23"),
        ("--period 2026-11..", "--period 2026-11-01.."),
    ],
)
def test_the_line_to_open_it_again(studied: Editor, typed: str, printed: str) -> None:
    """It names the same days after midnight, and opens the text then."""
    refused = studied(typed, [("", "3x5m ppo")])
    last = refused.err.splitlines()[-1]
    studied.tracker.now = "2026-11-30T08:00"
    studied(last.partition("tracker edit ")[2])

    assert last == f"To open it again: tracker edit {printed}"
    assert "\n3x5m ppo\n" in studied.seen()


@pytest.mark.parametrize("words", ["--day yesteday", "-d foo", "--week foo"])
def test_no_editor_for_a_refused_day(
    tracker: Tracker, editor: Editor, words: str
) -> None:
    """A day that cannot be read is asked about, and no editor opens for that."""
    output = tracker(f"edit {words}")

    assert output.code == 2
    assert "  tracker edit -" in output.err
    assert list(editor.place.glob("seen*")) == []


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("", "There is no terminal for an editor."),
        ("false", "false: Editing failed."),
        ("'", "$EDITOR could not be read."),
        ("no-such-editor", "no-such-editor: Editing failed: "),
    ],
)
def test_without_an_editor(
    studied: Editor, command: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no editor runs, a sentence says so, and what to do."""
    monkeypatch.setenv("EDITOR", command)

    answer = studied("--day")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(message)
    assert answer.err.endswith(
        "Set $EDITOR to your editor, or change sessions one by one: tracker edit --help\n"
    )
    assert studied.kept() == []


def test_an_editor_that_fails_late(
    studied: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text is kept where the editor fails after it was saved, or saves no UTF-8."""
    for number, change in enumerate(["1h ppo", "1h ppo \\377"]):
        script = tmp_path / f"editor{number}.sh"
        script.write_text(f'#!/bin/sh\nprintf "{change}" > $1\nexit {1 - number}\n')
        script.chmod(0o700)
        monkeypatch.setenv("EDITOR", str(script))

        answer = studied("--day")

        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith("Nothing was changed. ")
        assert len(studied.kept_files()) == 1


def test_an_editor_that_writes_the_same_again(
    studied: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script that saves the same wrong text each time is asked twice, and no more."""
    script, calls = tmp_path / "editor.sh", tmp_path / "calls"
    script.write_text(f'#!/bin/sh\necho >> {calls}\nyes "1h x" | head -9999 > $1\n')
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))

    answer = studied("--day")

    assert (answer.code, calls.read_text()) == (3, "\n\n")
    assert answer.err.startswith("Nothing was changed. In '1h x': ")


@pytest.mark.parametrize("name", ["SIGHUP", "SIGINT", "SIGKILL", "SIGTERM"])
def test_a_window_that_is_closed(studied: Editor, tmp_path: Path, name: str) -> None:
    """A text that was saved stays, whatever ends tracker, and opens again."""
    script = tmp_path / "close.py"
    script.write_text(
        "import os, pathlib, signal, sys\n"
        "file = pathlib.Path(sys.argv[1])\n"
        "assert file.stat().st_mode & 0o777 == 0o600\n"
        "file.write_text(file.read_text().replace('09:00-10:00', '45m'))\n"
        "signal.signal(signal.SIGINT, signal.SIG_DFL)\n"
        f"os.killpg(0, signal.{name})\n"
    )
    tracker = studied.tracker
    environ = os.environ | {
        "EDITOR": f"{sys.executable} {script}",
        "TRACKER_DB": str(tracker.db),
        "TRACKER_NOW": tracker.now,
        "TZ": "Europe/Berlin",
    }
    # A run in the background ignores these two, and so would the processes it starts.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    ended = subprocess.run(
        [sys.executable, "-m", "tracker", "edit", "--day"],
        start_new_session=True,
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
    )
    tracker.ok("status")
    (file,) = studied.kept_files()

    assert ended.returncode
    if name == "SIGINT":
        assert ended.stderr == (
            f"Nothing was changed. Interrupted.\nYour text is in {file}.\n"
            "To open it again: tracker edit --day 2026-11-23\n"
        )
    again = "#! This is your text from before. Delete this line to use it, all to begin anew.\n"
    assert studied("--day", [(again, "")]).out.startswith("Changed ")
    assert "Mon 23 Nov  45m" in studied.seen()
    assert studied.kept() == []


def test_a_text_that_is_open(studied: Editor) -> None:
    """Two editors on the same sessions have a text each; neither is a leftover."""
    with unfinished_folder(studied.tracker.db) as folder:
        studied("--day", [("09:00-10:00", "3x5m")])
        (kept,) = studied.kept_files()
        (folder / kept.name).touch()
        assert studied("--day") == Output(0, "Nothing was changed.\n", "")
        assert "3x5m" not in studied.seen()
        assert studied.kept_files() == [kept]


def test_a_session_that_changed_meanwhile(studied: Editor, tmp_path: Path) -> None:
    """What was changed elsewhere while the editor was open is not overwritten."""
    other = tmp_path / "other.py"
    other.write_text(
        "import pathlib, sqlite3, sys\n"
        f"db = sqlite3.connect({str(studied.tracker.db)!r})\n"
        "db.execute(\"update session set note = 'other' where note = 'KL sweep'\")\n"
        "db.commit()\n"
        "file = pathlib.Path(sys.argv[1])\n"
        "file.write_text(file.read_text().replace('09:00-10:00', '09:00-09:30'))\n"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EDITOR", f"{sys.executable} {other}")
        answer = studied("--day")

    assert (answer.code, answer.out) == (4, "")
    assert re.sub(r"in \S+\.txt|\b[0-9a-z]{4} was", "...", answer.err) == (
        "Nothing was changed. ... changed while the editor was open.\n"
        "Your text is ....\n"
        "To begin anew: tracker edit --day 2026-11-23\n"
    )
    assert sessions(studied.tracker)[-1][3:5] == (3600, "other")


def test_seconds_stay(editor: Editor) -> None:
    """A line shows minutes; an end that is not changed keeps its seconds."""
    tracker = editor.tracker
    tracker.ok("log ppo 9:00:20-10:00:40")

    editor("--day", [("09:00-10:00", "09:00-10:30")])
    assert sessions(tracker)[0][2:4] == ("2026-11-23T09:00:20+01:00", 5380)
    editor("--day", [("09:00-10:30", "08:00-10:30")])
    assert sessions(tracker)[0][2:4] == ("2026-11-23T08:00:00+01:00", 9000)
    tracker.ok("undo")
    editor("--day", [("Mon 23 Nov", "Sun 22 Nov")])
    assert sessions(tracker)[0][1:4] == (
        "2026-11-22",
        "2026-11-22T09:00:20+01:00",
        5380,
    )


def test_a_night_is_one_line(studied: Editor) -> None:
    """What a line over midnight becomes, all its parts become."""
    answer = studied("--day", [("Sun 22 Nov  23:00-00:30", "Sat 21 Nov 23:30-1:00")])

    assert calm(answer.out) == (
        "Changed to 1h30m on ppo, Sat 21 Nov, 23:30-01:00 (ID).\n"
        "  By day: 30m Sat 21 Nov, 1h00m Sun 22 Nov.\n"
        "  Before: 1h30m on ppo, Sun 22 Nov, 23:00-00:30.\n"
        "1 changed. Mon 23 Nov 2026: 1 h, before 1h30m. Undo: tracker undo\n"
    )


def test_before_the_day_starts(editor: Editor) -> None:
    """Where days start at 04:00, a line after midnight belongs to the day it shows."""
    editor.tracker.ok("config day-starts 04:00")
    editor.tracker.ok("log ppo 1:00-2:00 --on 2026-11-22")

    editor("--day yesterday", [("01:00-02:00", "01:00-03:00"), ("", "3:00-3:30 ppo")])

    assert editor.seen().endswith("\nID  Sun 22 Nov  01:00-02:00  ppo\n")
    assert [session[1:4] for session in sessions(editor.tracker)] == [
        ("2026-11-22", "2026-11-23T01:00:00+01:00", 7200),
        ("2026-11-22", "2026-11-23T03:00:00+01:00", 1800),
    ]


@pytest.mark.parametrize(
    ("config", "logged", "shown", "moved"),
    [
        (
            "day-starts 04:00",
            "'2026-11-19 0:20-0:50'",
            "Thu 19 Nov  00:20-00:50",
            ["2026-11-18", "2026-11-19T00:20:00+01:00"],
        ),
        (
            "zone America/New_York",
            "'2026-11-19 1:20-2:50'",
            "Thu 19 Nov  01:20-02:50",
            ["2026-11-18", "2026-11-18T01:20:00-05:00"],
        ),
    ],
)
def test_a_session_of_other_settings(
    editor: Editor, config: str, logged: str, shown: str, moved: list[str]
) -> None:
    """A line has the day and times of `sessions`; other times leave it on its day."""
    tracker, day = editor.tracker, "--day 2026-11-19"
    tracker.ok(f"log ppo {logged}")
    ((_, *stored, _, _, _),) = sessions(tracker)
    tracker.ok(f"config {config}")

    editor(day, [(shown, f"{shown[:-2]}59")])
    assert editor.seen().endswith(f"\nID  {shown}  ppo\n")
    assert sessions(tracker)[0][1:3] == tuple(stored)
    editor(day, [(f"{shown[:-2]}59", "Thu 19 Nov  3:00-3:30")])
    assert sessions(tracker)[0][1:4] == (
        "2026-11-19",
        "2026-11-19T03:00:00+01:00",
        1800,
    )
    tracker.ok("undo")
    editor(day, [("Thu 19 Nov  ", "Wed 18 Nov  ")])
    assert list(sessions(tracker)[0][1:3]) == moved


def test_an_imported_session_stays_imported(editor: Editor, tmp_path: Path) -> None:
    """An imported session keeps its id and its source, and its file adds nothing."""
    (tmp_path / "log.csv").write_text("date,project,minutes\n2026-11-23,ppo,90\n")
    words = ["import", str(tmp_path / "log.csv")]
    editor.tracker.ok(words)
    before = rows(editor.tracker.db, "select uid, source, entry_states from session")

    editor("--day", [("1h30m", "45m")])

    after = rows(editor.tracker.db, "select uid, source, entry_states from session")
    assert after == before
    assert editor.tracker.json(words)["added"] == 0
    assert sessions(editor.tracker)[0][3] == 2700


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("--day", "Mon 23 Nov 2026: 2 sessions, 1h30m."),
        ("-d yesterday", "Sun 22 Nov 2026: 2 sessions, 2h30m."),
        ("--day=sun", "Sun 22 Nov 2026: 2 sessions, 2h30m."),
        ("--day 22 nov", "Sun 22 Nov 2026: 2 sessions, 2h30m."),
        ("--week", "23 Nov to 29 Nov 2026: 2 sessions, 1h30m."),
        ("-w last", "16 Nov to 22 Nov 2026: 2 sessions, 2h30m."),
        ("--week last week", "16 Nov to 22 Nov 2026: 2 sessions, 2h30m."),
        ("--week -1", "16 Nov to 22 Nov 2026: 2 sessions, 2h30m."),
        ("--week=-1", "16 Nov to 22 Nov 2026: 2 sessions, 2h30m."),
        ("--week 2026-W47", "16 Nov to 22 Nov 2026: 2 sessions, 2h30m."),
        ("--week sun", "16 Nov to 22 Nov 2026: 2 sessions, 2h30m."),
        ("--period 2026-11", "Nov 2026: 3 sessions, 4 h."),
        ("--period 2026-11..", "since 1 Nov 2026: 3 sessions, 4 h."),
    ],
)
def test_spans(studied: Editor, words: str, head: str) -> None:
    """A day, a week or a period; without one, today and this week."""
    assert studied(words).code == 0
    assert studied.seen().splitlines()[0] == f"# {head}"


NOTES = st.text(st.characters(exclude_categories=["Cs"])) | st.text(
    "\"'\\+#- \n\r\u2028ab"
)
TAGS = st.lists(st.sampled_from(["pair", "deep-work", "\u00e4"]), unique=True).map(
    sorted
)
MONDAY = LocalMoment(
    datetime(2026, 11, 23, 14, 30, tzinfo=ZoneInfo("Europe/Berlin")),
    date(2026, 11, 23),
    ZoneInfo("Europe/Berlin"),
    timedelta(),
)


@given(note=NOTES, tags=TAGS, day=st.dates(date(1990, 1, 1), date(2026, 12, 31)))
def test_lines_are_read_as_they_are_written(
    note: str, tags: list[str], day: date
) -> None:
    """Whatever letters a note has, its line is one line, and says the same again."""
    said = say_day(day, MONDAY.today)
    line = ShownLine(said, "20:15-22:00", "ppo", note, tuple(tags))

    (text,) = write_lines(["7k3f"], [line])

    assert len(text.splitlines()) == 1
    words = ("7k3f", *said.split(), "20:15-22:00", "ppo", *(f"+{tag}" for tag in tags))
    assert split_line(text) == TypedLine(words, (note,) if note else ())
    assert take_day(words[1:], MONDAY.today) == (day, words[1 + len(said.split()) :])


@given(st.text())
def test_any_line(text: str) -> None:
    """Any text is taken apart, or refused for its quotes."""
    try:
        split_line(text)
    except Unreadable as error:
        assert error.message.startswith("The quotes in ")


CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "day": st.sampled_from(["2026-11-19", "2026-11-20", "2026-11-21"]),
        "time": st.sampled_from(["1h", "2h30m", "20:00-21:15", "22:30-1:00"]),
        "item": st.sampled_from(["fastai", "ppo"]),
        "note": NOTES.map(str.strip).filter(bool),
        "tags": TAGS,
    },
)
LOGGED = st.sampled_from(["45m", "9:00-10:15", "23:00-0:20 +pair", "8:00:05-9:00 -n x"])
WRITTEN = """select item_id, day, seconds, started_at, utc_offset, note, tags, source,
             logged_at, part_of is null from session order by 1, 2, 3, 4, 6, 7, 8, 10"""


def edit_options(change: dict[str, Any]) -> list[str]:
    """The options of `edit` that make a change."""
    start, dash, end = change.get("time", "").partition("-")
    options = {
        "on": change.get("day"),
        "amount": start if not dash else None,
        "from": start if dash else None,
        "to": end,
        "item": change.get("item"),
        "note": change.get("note"),
        "tag": " ".join(change["tags"]) if "tags" in change else None,
    }
    return [
        f"--{name}={value}"
        for name, value in options.items()
        if value or (name == "tag" and value is not None)
    ]


def change_line(line: str, change: dict[str, Any]) -> str:
    """A line of a day's text with a change in it."""
    words, quotes = split_line(line)
    note = change.get("note", *quotes or [""])
    tags = [f"+{tag}" for tag in change["tags"]] if "tags" in change else words[6:]
    day = change.get("day", " ".join(words[1:4]))
    time, item = change.get("time", words[4]), change.get("item", words[5])
    return " ".join([words[0], day, time, item, json.dumps(note), *tags])


@settings(max_examples=25)
@given(logged=st.lists(st.tuples(LOGGED, CHANGES), min_size=1, max_size=3))
def test_the_editor_does_what_edit_does(
    logged: list[tuple[str, dict[str, Any]]], editor: Editor, template: Path
) -> None:
    """Changed lines have the effect of the same changes by `edit`, one by one."""
    tracker, changes = editor.tracker, {}
    tracker.db.write_bytes(template.read_bytes())
    for words, change in logged:
        (first, *_) = tracker.json(f"log ppo --on 2026-11-20 --overlap {words}")[
            "sessions"
        ]
        changes[first["id"][:4]] = change
    begun = tracker.db.read_bytes()
    for short, change in changes.items():
        tracker(["edit", short, "--overlap", *edit_options(change)])
    expected = (
        rows(tracker.db, WRITTEN),
        rows(tracker.db, "select day, seconds from overlap order by day"),
    )
    tracker.db.write_bytes(begun)
    editor("--day 2026-11-20")
    text = editor.place.joinpath("seen0").read_text()
    lines = [
        change_line(line, changes[line[:4]]) if line[:4] in changes else line
        for line in text.split("\n")
    ]

    answer = editor("--day 2026-11-20 --overlap", [(text, "\n".join(lines))])

    assert answer.code == 0, answer
    assert (
        rows(tracker.db, WRITTEN),
        rows(tracker.db, "select day, seconds from overlap order by day"),
    ) == expected
