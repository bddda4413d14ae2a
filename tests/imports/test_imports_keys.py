"""Which entries of two files are the same: keys by id, old keys, and questions."""

import json
import shlex
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT, Tracker
from tracker.imports.rules.keys import id_key, is_lasting_id, state_of

HEAD = "id,date,project,hours,note\n"
ROWS = "101,2026-11-02,ppo,1.5,a\n102,2026-11-03,ppo,2.5,b\n"
LASTING = "f" * 32

Import = Callable[..., Any]


@pytest.fixture(name="load")
def _load(tracker: Tracker, tmp_path: Path) -> Import:
    """Imports a text as a file of this name."""

    def import_text(name: str, text: str, *options: str) -> Any:
        place = tmp_path / name
        place.write_text(text, encoding="utf-8")
        return tracker.json(["import", str(place), *options])

    return import_text


def _total(tracker: Tracker) -> int:
    """The seconds of all sessions."""
    return sum(s["seconds"] for s in tracker.json("sessions")["sessions"])


def _answer(tracker: Tracker, answer: Any, number: int) -> None:
    """Run the command of an answer to the one question, as a person pastes it."""
    (skipped,) = answer["skipped"]
    command = skipped["answers"][number].partition(": tracker ")[2]
    tracker.ok(shlex.split(command))


# Ids.
@pytest.mark.parametrize("entry_id", ["3456789012", LASTING, "5f1c99aa-bb"])
def test_lasting_ids(entry_id: str) -> None:
    """A long id names its entry whatever it says."""
    is_lasting = entry_id in ("3456789012", LASTING)

    assert is_lasting_id(entry_id) is is_lasting
    assert (id_key(entry_id, 1, "a") == id_key(entry_id, 2, "b")) is is_lasting


@pytest.mark.parametrize(
    "entry_id", ["101", "20260409", "2026-04-09-0001-x", "entry-0000000000001"]
)
def test_short_ids(entry_id: str) -> None:
    """A short id, or one that a person made up, may be another log's too."""
    assert not is_lasting_id(entry_id)


@given(st.text(), st.text(), st.text())
def test_a_project_in_front_of_the_note(project: str, note: str, tags: str) -> None:
    """A project that is read as a note leaves the entry's state as it was."""
    joined = f"{project}: {note}" if project and note else project or note

    assert state_of(1, 2, project, note, tags) == state_of(1, 2, "", joined, tags)


@pytest.mark.parametrize("form", ["clockify", "toggl", "harvest", "csv"])
def test_one_table_by_several_names(tracker: Tracker, load: Import, form: str) -> None:
    """The same rows are added once, whatever the table is called."""
    load("log.csv", HEAD + ROWS)
    again = load("log.csv", HEAD + ROWS, "--format", form)

    assert (again["added"], again["duplicates"]) == (0, 2)
    assert _total(tracker) == 4 * 3600


def test_one_short_id_in_two_logs(tracker: Tracker, load: Import) -> None:
    """101 of one program and 101 of another are two entries: nothing is rewritten."""
    load("toggl.csv", HEAD + ROWS)
    other = load(
        "harvest.csv", HEAD + "101,2026-10-05,maths,1,\n102,2026-10-06,ppo,2,\n"
    )

    assert (other["added"], other["corrected"], other["skipped"]) == (2, 0, [])
    assert _total(tracker) == 7 * 3600
    assert load("toggl.csv", HEAD + ROWS)["duplicates"] == 2


@pytest.mark.parametrize(("number", "hours"), [(0, 5), (1, 6.5)])
def test_one_short_id_and_day_in_two_logs(
    tracker: Tracker, load: Import, number: int, hours: float
) -> None:
    """If day and project are equal and nothing else is, tracker asks; both answers work."""
    load("toggl.csv", HEAD + ROWS)
    other = HEAD + "101,2026-11-02,ppo,2.5,c\n"
    answer = load("harvest.csv", other)

    assert (answer["added"], answer["corrected"]) == (0, 0)
    _answer(tracker, answer, number)
    assert load("harvest.csv", other)["duplicates"] == 1
    assert load("toggl.csv", HEAD + ROWS)["corrected"] == 0
    assert _total(tracker) == hours * 3600


def test_one_short_id_and_day_in_a_later_edition(
    tracker: Tracker, load: Import
) -> None:
    """If the file has other entries of the import, it is the same log: a correction."""
    load("october.csv", HEAD + ROWS)
    answer = load("november.csv", HEAD + ROWS.replace("1.5,a", "2,c"))

    assert (answer["duplicates"], answer["corrected"]) == (2, 1)


def test_an_id_of_all_rows(tracker: Tracker, load: Import) -> None:
    """An id that all rows have is a person's: each row is an entry of its own."""
    rows = "".join(f"7,2026-10-{day:02},ppo,1,\n" for day in range(1, 13))
    load("log.csv", HEAD + rows)
    longer = load("log.csv", HEAD + rows + "7,2026-10-20,ppo,2,\n")

    assert (longer["added"], longer["duplicates"]) == (1, 12)
    assert _total(tracker) == 14 * 3600


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("102,2026-11-04,ppo,3,b\n", "Tue 3 Nov -> Wed 4 Nov, 2h30m -> 3h00m"),
        ("102,2026-11-03,rl,2.5,b\n", "project 'ppo' -> 'rl'"),
    ],
)
def test_a_short_id_on_another_day(
    tracker: Tracker, load: Import, row: str, text: str
) -> None:
    """In a later edition of the log, a row may change its day or its project."""
    load("november.csv", HEAD + ROWS)
    before = tracker.json("report --all")["rows"][0]["sessions"]
    text_now = HEAD + ROWS.splitlines(keepends=True)[0] + row
    answer = load("december.csv", text_now)

    assert [change["text"] for change in answer["changes"]] == [
        f"ppo on Tue 3 Nov, {text}"
    ]
    assert load("december.csv", text_now)["changes"] == []
    assert tracker.json("report --all")["rows"][0]["sessions"] == before


def test_a_short_id_that_moved_is_asked_about(tracker: Tracker, load: Import) -> None:
    """If only the name of the file is the same, it may be another log: tracker asks."""
    load("log.csv", HEAD + "101,2026-11-02,ppo,1.5,\n")
    answer = load("log.csv", HEAD + "101,2026-11-09,ppo,2,\n")

    assert (answer["added"], answer["corrected"]) == (0, 0)
    assert [skipped["line"] for skipped in answer["skipped"]] == [2]
    _answer(tracker, answer, 0)
    assert _total(tracker) == 7200
    assert load("log.csv", HEAD + "101,2026-11-09,ppo,2,\n")["skipped"] == []


def test_a_removed_entry_stays_removed(tracker: Tracker, load: Import) -> None:
    """Also where its file changes it later."""
    load("log.csv", HEAD + ROWS)
    tracker.ok("rm last")
    answer = load("log.csv", HEAD + ROWS.replace("2.5", "3"))

    assert (answer["added"], answer["duplicates"]) == (0, 2)
    assert _total(tracker) == 5400


# Imports up to revision 0001.
def _old_key(form: str, entry_id: str) -> str:
    """The key that an entry with an id had, as the program computed it then."""
    return blake2b(f"{form}\x1f{entry_id}".encode(), digest_size=8).hexdigest()


def _old_database(place: Path, rows: list[tuple[str, str, int, str]]) -> None:
    """The frozen database of revision 0001, with entries imported from `old.csv`.

    Each has a uid, a day, seconds and a note.
    """
    shutil.copy(ROOT / "tests" / "frozen" / "0001.db", place)
    with closing(sqlite3.connect(place)) as db, db:
        batch = db.execute(
            "insert into import_batch (uid, edited_at, file, format, digest, read_at,"
            " added, seconds) values ('b', 1, 'old.csv', 'csv', '', 1, 1, 1)"
        ).lastrowid
        (item,) = db.execute("select id from item where slug = 'ppo'").fetchone()
        db.executemany(
            "insert into session (uid, edited_at, item_id, day, seconds, note, tags,"
            " source, logged_at, project, batch_id)"
            " values (?, 1, ?, ?, ?, ?, '', 'imported', 1, 'ppo', ?)",
            [(uid, item, day, length, note, batch) for uid, day, length, note in rows],
        )


@pytest.fixture(name="old")
def _old(tracker: Tracker) -> Path:
    """A database of revision 0001 with two entries, of a short and of a lasting id."""
    rows = [
        (_old_key("csv", "101"), "2026-11-02", 5400, "a"),
        (_old_key("csv", LASTING), "2026-11-03", 9000, "b"),
    ]
    _old_database(tracker.db, rows)
    return tracker.db


OLD_ROWS = ROWS.replace("102", LASTING)


@pytest.mark.parametrize("form", ["csv", "clockify"])
def test_old_imports_are_recognised(
    tracker: Tracker, old: Path, load: Import, form: str
) -> None:
    """What was imported before this revision is not added again, under any name."""
    answer = load("new.csv", HEAD + OLD_ROWS, "--format", form)

    assert (answer["added"], answer["duplicates"], answer["changes"]) == (0, 2, [])


def test_old_imports_are_corrected(tracker: Tracker, old: Path, load: Import) -> None:
    """If their file changed since, they are corrected, once."""
    text = HEAD + OLD_ROWS.replace("1.5", "2").replace("2.5", "3")
    answer = load("new.csv", text)

    assert (answer["added"], answer["corrected"]) == (0, 2)
    assert load("new.csv", text)["changes"] == []


def test_old_imports_keep_their_edits(
    tracker: Tracker, old: Path, load: Import
) -> None:
    """If they were edited since, they stay; it is told, and told once."""
    uids = [_old_key("csv", "101"), _old_key("csv", LASTING)]
    for uid in uids:
        tracker.ok(f"edit {uid[:8]} --amount 1h")
    answer = load("new.csv", HEAD + OLD_ROWS)

    assert [change["what"] for change in answer["changes"]] == ["kept", "kept"]
    assert load("new.csv", HEAD + OLD_ROWS)["changes"] == []


def test_old_removals_stay(tracker: Tracker, old: Path, load: Import) -> None:
    """What was removed of them stays removed."""
    for uid in (_old_key("csv", "101"), _old_key("csv", LASTING)):
        tracker.ok(f"rm {uid[:8]}")

    assert load("new.csv", HEAD + OLD_ROWS)["added"] == 0


def test_old_short_ids_of_another_log(
    tracker: Tracker, old: Path, load: Import
) -> None:
    """A short id with another day and project is another log's entry."""
    assert load("new.csv", HEAD + "101,2026-10-05,maths,1,\n")["added"] == 1


# Without ids: an amount that grew is a question.
DAYS = "date,project,hours,note\n2026-04-09,ppo,2,\n2026-04-10,ppo,1,\n"
TIMES = "date,start,end,project\n2026-04-09,9:00,10:00,ppo\n"


def test_an_amount_that_grew(tracker: Tracker, load: Import) -> None:
    """It is not added as a second session, but asked about, with the lines to paste."""
    load("log.csv", DAYS)
    grown = DAYS.replace("ppo,2", "ppo,3") + "2026-04-11,ppo,1,\n"
    answer = load("log.csv", grown)

    assert (answer["added"], answer["duplicates"]) == (1, 1)
    (skipped,) = answer["skipped"]
    uid = skipped["answers"][0].split()[5]
    assert skipped == {
        "line": 2,
        "why": "ppo on Thu 9 Apr was 2h00m when imported, now 3h00m",
        "answers": [
            f"If it changed: tracker edit {uid} --amount 3h00m",
            "If it is another session: tracker log ppo 3h00m --on 2026-04-09",
        ],
    }
    assert _total(tracker) == 4 * 3600


@pytest.mark.parametrize(("number", "hours"), [(0, 4), (1, 6)])
def test_both_answers_work(
    tracker: Tracker, load: Import, number: int, hours: int
) -> None:
    """Each command works as printed, and the question is not asked again."""
    load("log.csv", DAYS)
    grown = DAYS.replace("ppo,2", "ppo,3")
    _answer(tracker, load("log.csv", grown), number)
    again = load("log.csv", grown)

    assert (again["added"], again["duplicates"], again["skipped"]) == (0, 2, [])
    assert _total(tracker) == hours * 3600


@pytest.mark.parametrize(
    "row",
    [
        "2026-04-09,ppo,3,evening\n",
        "2026-04-09,rl,3,\n",
        "2026-04-12,ppo,3,\n",
        "2026-04-09,ppo,2,\n",
    ],
)
def test_another_row_is_another_session(
    tracker: Tracker, load: Import, row: str
) -> None:
    """A row with another note, project or day is added; so is a second equal one."""
    load("log.csv", DAYS)

    assert load("log.csv", DAYS + row)["added"] == 1


def test_a_second_row_of_the_day(tracker: Tracker, load: Import) -> None:
    """If the file has the earlier amount too, another amount is another session."""
    load("log.csv", DAYS)
    more = "2026-04-09,ppo,3,\n"

    assert load("log.csv", DAYS + more)["added"] == 1
    assert load("log.csv", DAYS.replace("2026-04-09,ppo,2,\n", more))["added"] == 0


def test_each_changed_row_is_asked_about(tracker: Tracker, load: Import) -> None:
    """Of two rows that changed, neither is added; of a third, one is."""
    load("log.csv", "date,project,hours\n2026-04-09,ppo,1\n2026-04-09,ppo,2\n")
    rows = "2026-04-09,ppo,3\n2026-04-09,ppo,4\n2026-04-09,ppo,5\n"
    answer = load("log.csv", f"date,project,hours\n{rows}")

    assert (answer["added"], len(answer["skipped"])) == (1, 2)


@pytest.mark.parametrize(("name", "added"), [("ppo.csv", 0), ("maths.csv", 1)])
def test_a_log_without_projects(
    tracker: Tracker, load: Import, name: str, added: int
) -> None:
    """Rows without a project belong to their file: another file's are others."""
    load("ppo.csv", "date,hours\n2026-04-09,2\n")
    answer = load(name, "date,hours\n2026-04-09,3\n")

    assert (answer["added"], len(answer["skipped"])) == (added, 1 - added)


@pytest.mark.parametrize(("number", "hours"), [(0, 2), (1, 3)])
def test_an_end_that_changed(
    tracker: Tracker, load: Import, number: int, hours: int
) -> None:
    """A session that ends later now is asked about in the same way."""
    load("log.csv", TIMES)
    later = TIMES.replace("10:00", "11:00")
    answer = load("log.csv", later)

    assert answer["added"] == 0
    assert answer["skipped"][0]["why"] == (
        "ppo on Thu 9 Apr at 9:00 was 1h00m when imported, now 2h00m"
    )
    _answer(tracker, answer, number)
    assert load("log.csv", later)["skipped"] == []
    assert _total(tracker) == hours * 3600


def test_an_end_after_midnight_that_changed(tracker: Tracker, load: Import) -> None:
    """A session over midnight is two: it is removed, and imported again."""
    times = TIMES.replace("9:00,10:00", "22:00,1:00")
    load("log.csv", times)
    answer = load("log.csv", times.replace("1:00,ppo", "2:00,ppo"))

    assert "import again after this: tracker rm" in answer["skipped"][0]["answers"][0]
    _answer(tracker, answer, 0)
    assert load("log.csv", times.replace("1:00,ppo", "2:00,ppo"))["added"] == 1
    assert _total(tracker) == 4 * 3600


@pytest.mark.parametrize("number", [0, 1])
def test_answers_with_a_note_of_two_lines(
    tracker: Tracker, load: Import, number: int
) -> None:
    """A command has such a note on one line; the question is answered all the same."""
    load(
        "log.csv", TIMES.replace("project\n", "project,note\n").replace("ppo", "ppo,x")
    )
    later = 'date,start,end,project,note\n2026-04-09,9:00,10:00,ppo,"x\ny"\n'
    (skipped,) = load("log.csv", later)["skipped"]
    text = tracker.ok(["import", str(tracker.db.parent / "log.csv")])
    question = text.partition(skipped["answers"][number][:20])[2]
    command = question.partition("tracker ")[2].splitlines()[0]
    tracker.ok(shlex.split(command))

    assert load("log.csv", later)["skipped"] == []


def test_with_and_without_ids(tracker: Tracker, load: Import) -> None:
    """Equal sessions with times are one, also where one file has ids, or other tags."""
    load("log.csv", TIMES)
    with_ids = TIMES.replace("date", "id,tags,date").replace(
        "2026", f"{LASTING},deep,2026"
    )

    assert load("other.csv", with_ids)["duplicates"] == 1


def test_the_database_that_was_named(
    tracker: Tracker, load: Import, tmp_path: Path
) -> None:
    """The commands of a question name the database that was typed."""
    load("log.csv", DAYS)
    (tmp_path / "log.csv").write_text(DAYS.replace("ppo,2", "ppo,3"), encoding="utf-8")
    words = ["--db", str(tracker.db), "import", str(tmp_path / "log.csv")]
    answer = json.loads(tracker.ok([*words, "--json"]))["skipped"][0]["answers"][0]

    assert f"tracker --db {tracker.db} edit" in answer
    assert f"    {answer}\n" in tracker.ok(words)


def test_two_stretches_in_a_row_with_an_id(tracker: Tracker, load: Import) -> None:
    """The second stretch of a row is no correction of the first: both are added, once."""
    text = f'id,date,time\n{LASTING},2026-04-09,"9:00-10:00, 11:00-12:30"\n'

    assert load("log.csv", text)["seconds"] == 9000
    assert load("log.csv", text)["duplicates"] == 2
