"""The option `--columns`: what each column is, said by order or by header."""

from pathlib import Path

import pytest

from tests.conftest import Tracker
from tests.imports.frames import FRAMES, Frame, outcome

WEEK = "2026-04-09,2,net,1\n2026-04-10,30,heads,2\n"


@pytest.mark.parametrize(
    ("text", "columns", "seconds"),
    [
        # By order; `-` leaves out, and so does an empty part.
        (WEEK, "date,-,-,hours", 3 * 3600),
        (WEEK, "date,minutes", 32 * 60),
        (WEEK, "date,seconds,note", 32),
        (WEEK, "date,-,note,hours", 3 * 3600),
        (WEEK, "date,,note,hours", 3 * 3600),
        # Below a header, which is then no row.
        (f"Day,Time,What,No\n{WEEK}", "date,minutes,note,-", 32 * 60),
        # By header, in any order and case; the parts too.
        (f"Day,Time,What,No\n{WEEK}", "minutes=Time,date=Day", 32 * 60),
        (f"Day,Time,What,No\n{WEEK}", "Date=day, Hours=no", 3 * 3600),
        # A length with units needs none of its own.
        ("A,B\n2026-04-09,1h30m\n2026-04-10,0:45\n", "date=A,duration=B", 8100),
        # Minutes and seconds.
        ("A,B\n2026-04-09,25:30\n2026-04-10,50:00\n", "date=A,mm:ss=B", 4530),
        # Two times, with a break.
        (
            "A,B,C,D\n2026-04-09,9:00,11:00,0:15\n2026-04-10,9:00,10:00,\n",
            "date,start,end,break",
            9900,
        ),
        # A day above another header counts where the person says so.
        (
            "Date,Planned hours\n2026-04-09,2\n2026-04-10,1\n",
            "date=Date,hours=Planned hours",
            3 * 3600,
        ),
        # A start with its day, and a length.
        ("A,B\n2026-04-09 9:00,2\n2026-04-10 9:00,1\n", "start=A,hours=B", 3 * 3600),
    ],
)
def test_what_is_said_counts(
    tmp_path: Path, text: str, columns: str, seconds: int
) -> None:
    """A column is what `--columns` says, whatever its header says."""
    found = outcome(tmp_path / "log", text, columns=columns)

    assert (found.seconds, found.question, found.skipped) == (seconds, "", ())


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
@pytest.mark.parametrize("columns", ["date,minutes,note", "date=Day,minutes=Time"])
def test_columns_in_all_frames(tmp_path: Path, frame: Frame, columns: str) -> None:
    """The option means the same in each frame."""
    rows = [
        ["Day", "Time", "What"],
        ["2026-04-09", "20", "a"],
        ["2026-04-10", "5", "b"],
    ]

    found = outcome(tmp_path / "log", frame.write(rows), columns=columns)

    assert [session[:5] for session in found.sessions] == [
        ("2026-04-09", 1200, "", "", "a"),
        ("2026-04-10", 300, "", "", "b"),
    ]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ("date,pages", "--columns does not know 'pages'."),
        (
            "date,project,note",
            "--columns needs a date or a start, and a length or an end.",
        ),
        ("hours,note", "--columns needs a date or a start, and a length or an end."),
        ("date=Day,hours=Tme", "No row has the header 'Tme'."),
        ("day=Day,hours=Time", "--columns does not know 'day'."),
    ],
)
def test_refusals(tracker: Tracker, tmp_path: Path, columns: str, message: str) -> None:
    """A part or a header that does not exist is refused; nothing is written."""
    file = tmp_path / "log.csv"
    file.write_text(f"Day,Time,What,No\n{WEEK}", encoding="utf-8")

    refusal = tracker(["import", str(file), "--columns", columns])

    assert (refusal.code, refusal.out) == (2, "")
    assert refusal.err.startswith(f"{file}: {message}\n")
    assert not tracker.db.exists()


@pytest.mark.parametrize(
    ("header", "texts"),
    [
        ("Day,Time,Project,What", ("ppo", "sweep")),
        ("Day,Time,Task,What", ("", "ppo: sweep")),
        ("Day,Time,A,B", ("", "")),
    ],
)
def test_texts_have_their_own_headers(
    tmp_path: Path, header: str, texts: tuple[str, str]
) -> None:
    """Columns that the option does not name are projects and notes by their headers."""
    text = f"{header}\n2026-04-09,20,ppo,sweep\n2026-04-10,5,ppo,sweep\n"

    found = outcome(tmp_path / "log", text, columns="date=Day,minutes=Time")

    assert [session[3:5] for session in found.sessions] == [texts, texts]
    assert found.seconds == 1500
