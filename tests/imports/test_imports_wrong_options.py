"""Options of import that cannot be: what is wrong, and the whole command to paste."""

from pathlib import Path

import pytest

from tests.conftest import Output, Tracker
from tests.imports.cases import commands_of

LOG = "date,hours,project\n2026-11-02,1.5,ppo\n"
KNOWN = (
    "You can import files of Clockify, Harvest, klog, Org, timeclock, Timewarrior,\n"
    "Toggl and Watson, tables with a day and a length in each row, and handwritten\n"
    "logs of days and hours.\nFor examples: tracker import --help\n"
)
YEARS = (
    "is not a number from 1900 to 2199.\nType a whole number in digits, like 1900.\n"
    "  tracker import log.csv --year 1900\n"
)


@pytest.fixture(autouse=True)
def _folder(tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    tracker("items")
    Path("log.csv").write_text(LOG)


@pytest.mark.parametrize(
    ("options", "code", "error"),
    [
        (
            "--format nonsense",
            2,
            "Invalid value for '--format': 'nonsense' is not one of 'clockify', 'csv',\n"
            "'harvest', 'ics', 'klog', 'markdown', 'org', 'timeclock', 'timewarrior',\n"
            "'toggl', 'tracker', 'watson'.\n"
            "  tracker import log.csv --format clockify\n",
        ),
        (
            "--format watson",
            6,
            "log.csv: The JSON cannot be read: it is neither a list nor an object.\n"
            "Export the file again.\n",
        ),
        (
            "--dates dayfirst",
            2,
            "Invalid value for '--dates': 'dayfirst' is not one of 'day-first',\n"
            "'month-first', 'year-first'.\n"
            "  tracker import log.csv --dates day-first\n",
        ),
        ("--year 1899", 2, f"'1899' {YEARS}"),
        ("--year 2200", 2, f"'2200' {YEARS}"),
        ("--year twenty", 2, f"'twenty' {YEARS}"),
        (
            "--zone Mars/Base",
            2,
            "'Mars/Base' is not a time zone.\nType one like Europe/Berlin or UTC.\n"
            "  tracker import log.csv --zone Europe/Berlin\n",
        ),
        (
            "--encoding utf-99",
            2,
            "'utf-99' is not an encoding.\nType one like shift_jis or windows-1250.\n"
            "  tracker import log.csv --encoding shift_jis\n"
            "  tracker import log.csv --encoding windows-1250\n",
        ),
        (
            "--encoding utf-16 --zone UTC",
            2,
            "log.csv is not utf-16.\nLeave --encoding out, or name another.\n"
            "  tracker import log.csv --zone UTC\n",
        ),
        (
            "--sheet One --dry-run",
            2,
            "log.csv has no sheets.\nLeave --sheet out.\n"
            "  tracker import log.csv --dry-run\n",
        ),
        (
            "--columns date,hourz",
            2,
            "log.csv: --columns does not know 'hourz'.\n"
            "It knows date, start, end, hours, minutes, seconds, duration, mm:ss, break,\n"
            "project, note, tags, user, id and -. For example:\n"
            "  tracker import log.csv --columns date,project,minutes,note\n",
        ),
        (
            "--columns date,project --zone UTC",
            2,
            "log.csv: --columns needs a date or a start, and a length or an end.\n"
            "For example, with - for a column to leave out:\n"
            "  tracker import log.csv --zone UTC --columns date,project,minutes,note\n",
        ),
        (
            "--columns date=Day,hours=Hours",
            2,
            "log.csv: No row has the header 'Day'.\n"
            "The headers of the table are 'date', 'hours' and 'project'.\n"
            "For help, type: tracker import --help\n",
        ),
        (
            "--map none.toml",
            6,
            "none.toml cannot be read: No such file or directory.\n"
            "To create it, type:\n"
            "  tracker import log.csv --map none.toml --dry-run\n",
        ),
        (
            "--map .",
            6,
            ". cannot be read: it is a folder.\nName another file with --map.\n",
        ),
        (
            "--nonsense",
            2,
            "There is no option '--nonsense'.\nFor help, type: tracker import --help\n",
        ),
        (
            "--year",
            2,
            "Option '--year' requires an argument.\n"
            "For help, type: tracker import --help\n",
        ),
    ],
)
def test_wrong_option(tracker: Tracker, options: str, code: int, error: str) -> None:
    """A wrong option is refused before anything is written, with what to type."""
    before = tracker.db.read_bytes()

    assert tracker(f"import log.csv {options}") == Output(code, "", error)
    assert tracker.db.read_bytes() == before


@pytest.mark.parametrize(
    "options",
    [
        "--format nonsense",
        "--dates dayfirst",
        "--year 1899",
        "--zone Mars/Base",
        "--encoding utf-99",
        "--encoding utf-16 --zone UTC",
        "--sheet One --dry-run",
    ],
)
def test_corrected_command(tracker: Tracker, options: str) -> None:
    """Each corrected command of a wrong option runs, and reads the row or asks on."""
    commands = commands_of(tracker(f"import log.csv {options}").err)

    assert commands
    for command in commands:
        output = tracker([*command, "--dry-run", "--json"])
        assert '"entries": 1' in output.out, output


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        ("import", 2, "Missing argument 'FILE...'.\n  tracker import FILE\n"),
        (
            "import none.csv",
            6,
            "none.csv cannot be read: No such file or directory.\n"
            "Name an existing, readable file.\n  tracker import FILE\n",
        ),
        (
            "import empty.csv",
            6,
            "empty.csv is empty.\nName a file with entries.\n",
        ),
        (
            "import blank.csv",
            6,
            "blank.csv is empty.\nName a file with entries.\n",
        ),
        (
            "move",
            2,
            "Missing argument 'PROJECT'.\n  tracker move PROJECT ITEM\n",
        ),
        ("move ppo", 2, "Missing argument 'ITEM'.\n  tracker move ppo ITEM\n"),
        (
            "merge",
            2,
            "Missing argument 'OTHER.db'.\nFor help, type: tracker merge --help\n",
        ),
        (
            "merge none.db",
            6,
            "There is no file none.db.\n"
            "Name the tracker database of your other machine: tracker merge FILE\n",
        ),
    ],
)
def test_missing_argument(tracker: Tracker, words: str, code: int, error: str) -> None:
    """What is missing is named, be it an argument, a file or its content."""
    Path("empty.csv").write_text("")
    Path("blank.csv").write_text("\n \n\n")

    assert tracker(words) == Output(code, "", error)


def test_one_refused_of_two_files(tracker: Tracker) -> None:
    """A refused file is named; of the file before it nothing is imported."""
    Path("two.csv").write_text("date,hours\n03/04/2026,1\n")
    output = tracker("import log.csv two.csv")

    assert (output.code, output.out) == (2, "")
    assert output.err.startswith("two.csv: The days can be read in two ways:")
    assert commands_of(output.err) == [
        ["import", "log.csv", "two.csv", "--dates", order]
        for order in ("day-first", "month-first")
    ]
    assert tracker.json("sessions")["sessions"] == []


def test_a_file_twice_in_one_call(tracker: Tracker) -> None:
    """The same file named twice is imported once."""
    answer = tracker.json("import log.csv log.csv")

    assert [(f["added"], f["duplicates"]) for f in answer["files"]] == [(1, 0), (0, 1)]
    assert answer["seconds"] == 5400


@pytest.mark.parametrize(
    ("options", "day"),
    [
        ("", "2026-06-05"),
        ("--year 2024", "2024-06-05"),
        ("--year 1900", "1900-06-05"),
        ("--dates month-first", "2026-06-05"),
    ],
)
def test_day_without_a_year(tracker: Tracker, options: str, day: str) -> None:
    """`5.6.` is 5 June, dots put the day first whatever --dates says; --year counts."""
    Path("days.csv").write_text("date,hours\n5.6.,1.5\n")
    answer = tracker.json(f"import days.csv {options}")

    (session,) = tracker.json("sessions")["sessions"]
    assert session["day"] == day
    assert answer["remarks"][0] == (
        f"Its days have no year. The first was read as {day[:4]}; set another with"
        " --year."
    )


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        ("day-first", "2026-04-03"),
        ("month-first", "2026-03-04"),
        ("year-first", None),
    ],
)
def test_dates(tracker: Tracker, dates: str, day: str | None) -> None:
    """--dates says which number is the day, for rows that could be read in two ways."""
    Path("days.csv").write_text("date,hours\n03/04/26,1.5\n")
    answer = tracker.json(f"import days.csv --dates {dates}")

    days = [session["day"] for session in tracker.json("sessions")["sessions"]]
    assert days == ([day] if day else ["2003-04-26"])
    assert answer["skipped"] == []


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("UTC", "2026-11-02T09:00:00+00:00"),
        ("Asia/Tokyo", "2026-11-02T09:00:00+09:00"),
        ("America/New_York", "2026-11-02T09:00:00-05:00"),
        ("Asia/Kathmandu", "2026-11-02T09:00:00+05:45"),
    ],
)
def test_zone(tracker: Tracker, zone: str, start: str) -> None:
    """A time without a zone is in --zone; in another zone it is no other entry."""
    Path("times.csv").write_text("start,end\n2026-11-02 09:00,2026-11-02 10:00\n")
    tracker.ok(f"import times.csv --zone {zone}")

    (session,) = tracker.json("sessions")["sessions"]
    assert session["started_at"] == start
    assert tracker.json("import times.csv --zone Europe/Paris")["added"] == 0


@pytest.mark.parametrize(
    ("user", "seconds"),
    [
        ("Ada Byron", 5400),
        ("ada byron", 5400),
        ("ada@x.org", 5400),
        ("Byr", 5400),
        ("ben", 7200),
        ("  Ben  ", 7200),
    ],
)
def test_user(tracker: Tracker, user: str, seconds: int) -> None:
    """--user is a name, an address or a part that only one person has, in any case."""
    Path("team.csv").write_text(
        "User,Email,Date,Hours\nAda Byron,ada@x.org,2026-11-02,1.5\n"
        "Ben,ben@x.org,2026-11-02,2.0\n"
    )
    answer = tracker.json(["import", "team.csv", "--user", user])

    assert (answer["seconds"], len(answer["skipped"])) == (seconds, 1)
    assert answer["skipped"][0]["why"].startswith("recorded by ")


@pytest.mark.parametrize(
    ("user", "message"),
    [
        ("x.org", "'x.org' is not the name of one person in this file."),
        ("Zed", "'Zed' is not the name of one person in this file."),
    ],
)
def test_user_of_several(tracker: Tracker, user: str, message: str) -> None:
    """A part that several people have, or nobody, is refused; the command works."""
    Path("team.csv").write_text(
        "User,Email,Date,Hours\nAda Byron,ada@x.org,2026-11-02,1.5\n"
        "Ben,ben@x.org,2026-11-02,2.0\n"
    )
    output = tracker(["import", "team.csv", "--user", user])

    assert output.code == 2
    assert message in " ".join(output.err.split())
    (command,) = commands_of(output.err)
    assert tracker.json(command)["seconds"] == 5400


def test_option_with_an_equals_sign_is_replaced(tracker: Tracker) -> None:
    """The command that answers leaves out a wrong option typed as --user=Zed."""
    Path("my team.csv").write_text(
        "User,Date,Hours\nAda,2026-11-02,1.5\nBen,2026-11-02,2.0\n"
    )
    words = ["import", "my team.csv", "--user=Zed", "--zone=UTC"]

    (command,) = commands_of(tracker(words).err)
    assert command == ["import", "my team.csv", "--zone=UTC", "--user", "Ada"]


def test_help_names_every_option(tracker: Tracker) -> None:
    """The help of import says what each option is for."""
    text = tracker.ok("import --help")
    options = (
        "--format --encoding --sheet --map --zone --user --columns --dates --year"
        " --dry-run"
    )

    assert [option for option in options.split() if option not in text] == []
    assert "Usage: tracker import" in text
