"""Questions about a table's columns: each refusal, and what its commands bring in."""

from pathlib import Path

import pytest

from tests.conftest import Tracker
from tests.imports.cases import commands_of

H = 3600
ASKED = {
    "an hour of the day": (
        "Date,Hour\n2026-11-02,9\n2026-11-03,14\n2026-11-04,20\n",
        "log.csv: 'Hour' could be a time of day or a length.",
        [43 * H],
    ),
    "a time of four digits": (
        "Date,Time\n2026-11-02,0930\n2026-11-03,1752\n",
        "log.csv: 'Time' could be a time of day or a length.",
        None,
    ),
    "times of day": (
        "Date,Time\n2026-11-02,9:30\n2026-11-03,17:52\n",
        "log.csv: 'Time' could be a time of day or a length.",
        [9 * H + 1800 + 17 * H + 52 * 60],
    ),
    "a length far from its two times": (
        "Date,Start,End,Hours\n2026-11-02,9:00,10:00,5\n2026-11-03,9:00,10:00,6\n"
        "2026-11-04,9:00,11:00,7\n",
        "log.csv: In most rows, 'Hours' is not the time from start to end.",
        [4 * H, 18 * H],
    ),
    "minutes and seconds": (
        "Date,Time\n2026-11-02,25:00\n2026-11-03,15:30\n",
        "log.csv: 'Time' could be hours and minutes, or minutes and seconds.",
        [15 * H + 1800, 40 * 60 + 30],
    ),
    "two columns of one name": (
        "Date,Duration,Duration\n2026-11-02,1:30,2:00\n2026-11-03,1:00,2:00\n",
        "log.csv: 'Duration' and 'Duration' could both be the length.",
        [9000, 4 * H],
    ),
    "hours of two subjects": (
        "Date,Maths hours,Art hours\n2026-11-02,1.5,2\n2026-11-03,1,0.5\n",
        "log.csv: 'Maths hours' and 'Art hours' could both be the length.",
        [9000, 9000],
    ),
    "an unknown length beside start and end": (
        "Date,Start,End,Counted\n2026-11-02,9:00,12:00,2:30\n2026-11-03,9:00,12:00,2:15\n",
        "log.csv: 'Counted' could be the length, without breaks between start and end.",
        [4 * H + 2700, 6 * H],
    ),
    "a length with and without its break": (
        "Date,Time,Break,Net\n2026-11-02,3:00,0:30,2:30\n2026-11-03,3:00,0:45,2:15\n",
        "log.csv: 'Time' and 'Net' could both be the length.",
        None,
    ),
    "two clocks of unknown names": (
        "Day,Who knows,Begin,Over\n2026-11-02,x,9:00,10:00\n",
        "No column of log.csv is headed as a length of time.",
        [H],
    ),
    "lengths of unknown names": (
        "Date,One,Two\n2026-11-02,1h,2h\n2026-11-03,30m,2h\n",
        "No column of log.csv is headed as a length of time.",
        [5400, 4 * H],
    ),
    "hours or minutes": (
        "Day,Topic,Time spent\n2026-11-02,Maths,2\n2026-11-03,Maths,15\n",
        "log.csv: The lengths could be hours or minutes.",
        [17 * H, 17 * 60],
    ),
    "hours or minutes, without a header": (
        "2026-11-02,Maths,2\n2026-11-03,Maths,15\n",
        "log.csv: The lengths could be hours or minutes.",
        [17 * H, 17 * 60],
    ),
    "a total that only rises": (
        "Date,Total hours\n2026-11-02,1.5\n2026-11-03,3.5\n2026-11-04,6\n2026-11-05,7.5\n",
        "log.csv: 'Total hours' only rises from row to row. It could be a running total.",
        [18 * H + 1800],
    ),
}
# Tables that tracker does not read, nor has a command for.
UNREAD = {
    "three numbers": "2026-11-02,4,5\n2026-11-03,5,6\n",
    "days that could be numbers": "4.5,1h30m\n5.5,2h\n",
    "two times and a length far from them": (
        "2026-11-02,9:00,10:00,3:00\n2026-11-03,9:00,10:00,4:00\n"
    ),
    "counts": "Date,Pages,Chapters\n2026-11-02,24,1\n2026-11-03,12,2\n",
    "a total of nothing": "Date,Total\n2026-11-02,1.5\n2026-11-03,3.5\n",
    "planned time": "Date,Planned hours\n2026-11-02,1.5\n2026-11-03,3.5\n",
    "a score": "Date,Points\n2026-11-02,1.5\n2026-11-03,3.5\n",
}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("about", ASKED)
def test_question(tracker: Tracker, about: str) -> None:
    """A table of two readings is asked about; each command brings in what it says."""
    table, message, seconds = ASKED[about]
    Path("log.csv").write_text(table)
    output = tracker("import log.csv --zone UTC --dry-run")

    assert (output.code in (2, 6), output.out) == (True, "")
    assert " ".join(output.err.split()).startswith(message)
    commands = commands_of(output.err)
    assert commands
    assert {tuple(words[:5]) for words in commands} == {
        ("import", "log.csv", "--zone", "UTC", "--dry-run")
    }
    answers = [tracker([*words, "--json"]) for words in commands]
    assert {answer.code for answer in answers} == {0}
    if seconds is not None:
        assert [tracker.json(words)["seconds"] for words in commands] == seconds


@pytest.mark.parametrize("about", ASKED)
def test_question_writes_nothing(tracker: Tracker, about: str) -> None:
    """A question leaves the database as it was, and is the same the second time."""
    tracker("items")
    before = tracker.db.read_bytes()
    Path("log.csv").write_text(ASKED[about][0])

    assert tracker("import log.csv") == tracker("import log.csv")
    assert tracker.db.read_bytes() == before


@pytest.mark.parametrize("about", UNREAD)
def test_unread(tracker: Tracker, about: str) -> None:
    """A table whose numbers are no lengths is refused, and never summed up."""
    Path("log.csv").write_text(UNREAD[about])
    output = tracker("import log.csv")

    assert (output.code in (2, 6), output.out) == (True, "")
    assert "log.csv" in output.err
    assert tracker.json("sessions")["sessions"] == []


@pytest.mark.parametrize(
    ("columns", "seconds"),
    [
        ("date,hours", 2 * H + 1800),
        ("date,minutes", 150),
        ("date=Day,hours=How much", 2 * H + 1800),
        ("hours=How much,date=Day", 2 * H + 1800),
        ("DATE, Hours", 2 * H + 1800),
        ("date=day,minutes=HOW MUCH", 150),
        ("date,duration,-", 2 * H + 1800),
        ("date,hours,project,note,tags", 2 * H + 1800),
    ],
)
def test_columns(tracker: Tracker, columns: str, seconds: int) -> None:
    """--columns names parts in order or by header, in any case; more than there are too."""
    Path("log.csv").write_text("Day,How much\n2026-11-02,1.0\n2026-11-03,1.5\n")

    assert (
        tracker.json(["import", "log.csv", "--columns", columns])["seconds"] == seconds
    )


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ("date", "--columns needs a date or a start, and a length or an end."),
        ("hours", "--columns needs a date or a start, and a length or an end."),
        ("-,-", "--columns needs a date or a start, and a length or an end."),
        ("date,how", "--columns does not know 'how'."),
        ("when=Day,hours=How much", "--columns does not know 'when'."),
        ("date=Day,hours=Much", "No row has the header 'Much'."),
        ("date=Day,hours", "--columns names no header for 'hours'"),
    ],
)
def test_wrong_columns(tracker: Tracker, columns: str, said: str) -> None:
    """--columns without a day or a length, or with an unknown word, is refused."""
    Path("log.csv").write_text("Day,How much\n2026-11-02,1.0\n2026-11-03,1.5\n")
    output = tracker(["import", "log.csv", "--columns", columns])

    assert (output.code, output.out) == (2, "")
    assert output.err.startswith(f"log.csv: {said}")
