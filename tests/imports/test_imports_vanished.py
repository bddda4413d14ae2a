"""Entries that were corrected in a log without ids: asked about, never added twice."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Tracker

Import = Callable[..., Any]
HEAD = "date,project,duration,note\n"
FIRST = "2026-03-06,Algebra,1:15,Lektion 1\n"
SECOND = "2026-03-07,Algebra,2:15,Lektion 2\n"
LAST = "2026-03-09,Algebra,0:30,x\n"
LOG = HEAD + FIRST + SECOND + LAST


@pytest.fixture(name="load")
def _load(tracker: Tracker, tmp_path: Path) -> Import:
    """Imports a text as a file of this name."""

    def import_text(text: str, *options: str, name: str = "log.csv") -> Any:
        place = tmp_path / name
        place.write_text(text, encoding="utf-8")
        return tracker.json(["import", str(place), *options])

    return import_text


def _total(tracker: Tracker) -> int:
    """The minutes of all sessions."""
    return sum(row["seconds"] for row in tracker.json("report --all")["rows"]) // 60


def _paste(tracker: Tracker, text: str) -> None:
    """Run the command at the end of a sentence, as a person pastes it."""
    tracker.ok(shlex.split(text.partition(": tracker ")[2]))


def test_a_corrected_note_is_asked_about(tracker: Tracker, tmp_path: Path) -> None:
    """The question names what was here, and the commands of both answers."""
    place = tmp_path / "log.csv"
    place.write_text(LOG)
    tracker.ok(["import", str(place)])
    sessions = tracker.json("sessions")["sessions"]
    uid = next(row["id"] for row in sessions if row["note"] == "Lektion 2")[:4]
    place.write_text(LOG.replace("Lektion 2", "Lektion 2 und 3"))

    assert tracker.ok(["import", str(place)]) == (
        "log.csv is a table: 3 entries, times in Europe/Berlin.\n"
        "  Added 0 entries; 2 already imported; 1 skipped.\n"
        "  line 3: 2h15m of Algebra on Sat 7 Mar, 'Lektion 2' is not in the log any more\n"
        f"    If it was changed: tracker edit {uid} --note 'Lektion 2 und 3'\n"
        "    If it is another session:\n"
        "      tracker log algebra 2h15m --on 2026-03-07"
        " --note 'Lektion 2 und 3'\n"
    )


TIMED = "date,start,end,project,note,tags\n2026-03-07,9:00,10:00,Algebra,x,a\n"
# A log, and its correction.
CORRECTIONS = {
    "note": (LOG, LOG.replace("Lektion 2", "Lektion 2 und 3")),
    "no note": (LOG, LOG.replace("Lektion 2", "")),
    "project": (LOG, LOG.replace("07,Algebra", "07,Algebra II")),
    "note and length": (LOG, LOG.replace("2:15,Lektion 2", "3:15,Lektion 3")),
    "only row": (HEAD + SECOND, HEAD + SECOND.replace("Algebra", "Maths")),
    "timed": (TIMED, TIMED.replace("Algebra,x", "Maths,y")),
    "a moved end": (TIMED, TIMED.replace("10:00,Algebra,x", "11:00,Maths,x")),
}


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize(("before", "after"), CORRECTIONS.values(), ids=CORRECTIONS)
def test_each_answer_works(
    tracker: Tracker, load: Import, before: str, after: str, number: int
) -> None:
    """Pasted, it gives the right total, and the question is not asked again."""
    load(before)
    total = _total(tracker)
    answer = load(after)
    assert (answer["added"], len(answer["skipped"]), _total(tracker)) == (0, 1, total)

    _paste(tracker, answer["skipped"][0]["answers"][number])
    again, last = load(after), load(after)

    assert (again["skipped"], last["added"], last["skipped"]) == ([], 0, [])
    assert "remarks" not in last
    longer = 60 * ("3:15" in after or "11:00" in after)
    more = longer + (135 if before != TIMED else 60)
    assert _total(tracker) == total + (more if number else longer)


def test_an_edited_note_and_a_changed_length(tracker: Tracker, load: Import) -> None:
    """A session that was edited here is not doubled by a change in its log."""
    load(HEAD + LAST)
    tracker.ok("edit last --note mine")
    answer = load(HEAD + LAST.replace("0:30", "0:35"))
    assert (answer["added"], len(answer["skipped"])) == (0, 1)

    _paste(tracker, answer["skipped"][0]["answers"][0])
    assert load(HEAD + LAST.replace("0:30", "0:35"))["duplicates"] == 1
    assert _total(tracker) == 35


def test_the_same_length_is_preferred(tracker: Tracker, load: Import) -> None:
    """Of two sessions that the log has no more, the one of the same length is meant."""
    rows = "2026-03-07,Algebra,1:00,a\n2026-03-07,Algebra,2:00,b\n"
    load(HEAD + rows)
    answer = load(HEAD + "2026-03-07,Algebra,2:00,c\n")

    assert "'b' is not in the log any more" in answer["skipped"][0]["why"]
    assert answer["remarks"][0].startswith("1 session is not in this log any more")


def test_one_session_is_one_entry(tracker: Tracker, load: Import) -> None:
    """Of two new entries, one may be the session of old; the other is added."""
    load(LOG)
    rows = SECOND.replace("Lektion 2", "a") + SECOND.replace("Lektion 2", "b")
    answer = load(HEAD + FIRST + rows + LAST)

    assert (answer["added"], len(answer["skipped"])) == (1, 1)


def test_a_removed_row_is_told(tracker: Tracker, load: Import) -> None:
    """It stays here; the remark has the command that removes it, and then is silent."""
    load(LOG)
    answer = load(HEAD + FIRST + LAST)
    (remark,) = answer["remarks"]
    assert _total(tracker) == 240
    assert remark.startswith(
        "1 session is not in this log any more, though an earlier import brought it."
        " If it was removed there: tracker rm "
    )

    _paste(tracker, remark)
    assert "remarks" not in load(HEAD + FIRST + LAST)
    assert _total(tracker) == 105


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (HEAD + "2026-04-01,Algebra,1:00,\n2026-04-30,Algebra,1:00,\n", "log.csv"),
        (HEAD + FIRST.replace("1:15", "4:00") + "2026-04-01,Maths,1:00,\n", "b.csv"),
    ],
)
def test_another_log(tracker: Tracker, load: Import, text: str, name: str) -> None:
    """Neither another month's log nor one of another name lacks anything."""
    load(LOG.replace("06,Algebra,1:15,Lektion 1", "06,Algebra,1:15,other"))
    answer = load(text, name=name)

    assert (answer["added"], answer["skipped"]) == (2, [])
    assert "remarks" not in answer


def test_another_log_of_the_same_name(tracker: Tracker, load: Import) -> None:
    """A log that has none of many sessions, nor their lengths, is no edition of theirs."""
    rows = "".join(
        f"2026-03-0{day},Algebra,{day * 3 % 7 + 1}h,\n" for day in range(1, 8)
    )
    load(HEAD + rows)
    answer = load(HEAD + rows.replace("Algebra", "Maths").replace("h,", "h30m,"))

    assert (answer["added"], answer["skipped"]) == (7, [])
    assert "remarks" not in answer


def test_a_project_renamed_in_all_rows(tracker: Tracker, load: Import) -> None:
    """A log with the same lengths on the same days is the same log: nothing is doubled."""
    rows = "".join(
        f"2026-03-0{day},Algebra,{day * 3 % 7 + 1}h,\n" for day in range(1, 8)
    )
    load(HEAD + rows)
    answer = load(HEAD + rows.replace("Algebra", "Maths"))

    assert (answer["added"], len(answer["skipped"])) == (0, 7)


def test_logs_of_one_name_in_one_command(tracker: Tracker, tmp_path: Path) -> None:
    """Two logs of the same name are each other's copies in no import."""
    for folder, project in (("a", "Algebra"), ("b", "Maths")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "log.csv").write_text(LOG.replace("Algebra", project))
    words = ["import", *(str(tmp_path / folder / "log.csv") for folder in "ab")]

    assert tracker.json(words)["added"] == 6
    with (tmp_path / "a" / "log.csv").open("a") as log:
        log.write("2026-03-07,Algebra,1:00,new\n")
    again = tracker.json(words)

    assert (again["added"], again["skipped"]) == (1, [])
    assert "remarks" not in again


def test_a_skipped_row_is_in_the_log(tracker: Tracker, load: Import) -> None:
    """A row that a rule skips now is no row that was removed."""
    load(LOG)
    rules = tracker.db.parent / "rules.toml"
    rules.write_text("[[rule]]\nnote = 'Lektion 2'\nskip = true\n")
    answer = load(LOG + "2026-03-07,Algebra,1:00,\n", "--map", str(rules))

    assert answer["added"] == 1
    assert "remarks" not in answer


def test_a_night_is_one_session(tracker: Tracker, load: Import) -> None:
    """A session over midnight, which is two here, is in its log while its row is."""
    night = "date,start,end,project\n2026-03-07,22:00,1:00,Algebra\n"
    load(night)
    longer = night + "2026-03-08,10:00,11:00,Algebra\n2026-03-09,9:00,10:00,Algebra\n"
    answer = load(longer)

    assert (answer["added"], answer["skipped"]) == (2, [])
    assert "remarks" not in answer


# The same content again.
def test_equal_files_in_one_command(tracker: Tracker, tmp_path: Path) -> None:
    """The remark on the same file is about an earlier command only."""
    text = "date,hours\n2026-03-07,1\n"
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(text)
    words = ["import", *(str(tmp_path / name) for name in ("a.csv", "b.csv"))]

    assert "remarks" not in tracker.json([*words, "--dry-run"])


def test_an_entry_that_was_removed_to_be_read_again(
    tracker: Tracker, load: Import
) -> None:
    """Who removed a session as advised is not warned of counting it twice."""
    night = "date,start,end,project\n2026-03-07,22:00,1:00,Algebra\n"
    load(night)
    text = night.replace("1:00,A", "2:00,A") + "2026-03-09,9:00,10:00,Algebra\n"
    answer = load(text)
    _paste(tracker, answer["skipped"][0]["answers"][0])
    again = load(text)

    assert again["added"] == 1
    assert "remarks" not in again
