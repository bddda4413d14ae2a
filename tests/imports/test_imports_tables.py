"""Tables: Toggl, Clockify, Harvest, spreadsheets; made up, each with its traits."""

from pathlib import Path

import pytest

from tests.imports.reading import read
from tracker.errors import Refused, Unreadable

TOGGL = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End "
    "date,End time,Duration,Tags,"
    "Amount ()\n"
)
CLOCKIFY = (
    '"Project","Client","Description","Task","User","Email","Tags","Billable",'
    '"Start Date","Start Time","End Date",'
    '"End Time","Duration (h)","Duration (decimal)","Billable Rate (USD)"\r\n'
)


def toggl(*rows: str) -> str:
    """A row of Toggl's export becomes a session."""
    return (
        "\ufeff"
        + TOGGL
        + "".join(f"Ada,ada@example.org,,{row},,0.00\n" for row in rows)
    )


def test_toggl(tmp_path: Path) -> None:
    """Running, zero, negative and overlong rows are skipped with their reasons."""
    log = read(
        tmp_path,
        toggl(
            'Maths,,"limits, series",No,2026-06-07,11:45:58,2026-06-07,12:30:58,'
            "00:45:00",
            "Maths,,x,No,2026-06-08,11:00:00,,,00:00:00",
            "Maths,,x,No,2026-06-08,11:00:00,2026-06-08,11:00:00,00:00:00",
            "Maths,,x,No,2026-06-08,11:00:00,2026-06-08,10:00:00,-01:00:00",
            "Maths,,x,No,2026-06-08,11:00:00,2026-06-10,12:00:00,49:00:00",
            "Maths,,x,No,2026-02-30,11:00:00,2026-02-30,12:00:00,01:00:00",
            "Maths,,x,No,2026-11-24,11:00:00,2026-11-24,12:00:00,01:00:00",
        ),
    )

    assert (log.format, log.amounts) == ("toggl", [("2026-06-07", "Maths", 2700)])
    assert log.settled[0].note == "limits, series"
    assert log.starts == ["2026-06-07 09:45:58"]
    assert log.skipped == [
        (3, "still running"),
        (4, "zero length"),
        (5, "negative length"),
        (6, "over 24 h"),
        (7, "'2026-02-30' does not exist"),
        (8, "in the future"),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Description,Duration,Member,Email,Project,Tags,Start date,Start time,Stop "
        "date,Stop time",
        "Beschreibung,Dauer,Benutzer,E-Mail,Projekt,Tags,Startdatum,Startzeit,"
        "Enddatum,Endzeit",
        "Descripción,Duración,Usuario,Correo,Proyecto,Etiquetas,Fecha inicio,Hora "
        "inicio,Fecha de fin,Hora de fin",
        "Description,Durée,Utilisateur,E-mail,Projet,Étiquettes,Date de début,Heure "
        "de début,Date de fin,Heure de fin",
    ],
)
def test_headers_in_other_words(tmp_path: Path, header: str) -> None:
    """Columns are found by their headers in any order and many languages."""
    log = read(
        tmp_path,
        header + '\nx,1:30:00,Ada,a@example.org,Maths,"a, b",2026-06-07,10:00:00,'
        "2026-06-07,11:30:00\n",
    )

    assert (log.format, log.amounts) == ("toggl", [("2026-06-07", "Maths", 5400)])
    assert (log.settled[0].note, log.settled[0].tags) == ("x", ("a", "b"))


def test_stated_length_counts(tmp_path: Path) -> None:
    """A stated length counts before the two times."""
    log = read(
        tmp_path, toggl("Maths,,x,No,2026-06-07,10:00:00,2026-06-07,12:00:00,01:15:00")
    )

    assert log.amounts == [("2026-06-07", "Maths", 4500)]


def test_twelve_hour_clock(tmp_path: Path) -> None:
    """9:05:00 PM is five past twenty-one, 12:30 AM half past midnight."""
    log = read(
        tmp_path,
        toggl(
            "Maths,,x,No,2026-01-07,9:05:00 PM,2026-01-07,10:05:00 PM,01:00:00",
            "Maths,,x,No,2026-01-08,12:30:00 AM,2026-01-08,01:00:00 am,00:30:00",
        ),
    )

    assert log.starts == ["2026-01-07 20:05:00", "2026-01-07 23:30:00"]


def test_order_from_the_whole_file(tmp_path: Path) -> None:
    """One row that can only be day first makes all rows day first."""
    row = (
        '"Çalışma","","ö","","Ada","a@x","","No",'
        '"{0}","11:00:00","{0}","12:00:00","01:00:00","1.00","0"\r\n'
    )
    log = read(tmp_path, CLOCKIFY + row.format("03/02/2026") + row.format("21/01/2026"))

    assert (log.format, log.amounts) == (
        "clockify",
        [("2026-02-03", "Çalışma", 3600), ("2026-01-21", "Çalışma", 3600)],
    )


def test_order_is_asked_for(tmp_path: Path) -> None:
    """Days that fit both orders are asked about; --dates answers."""
    table = "date,hours\n03/04/2026,1\n05/06/2026,2\n"

    with pytest.raises(Unreadable) as refused:
        read(tmp_path, table)

    assert (
        refused.value.hint
        == "Day first:\n  tracker import FILE --dates day-first\nMonth first:\n"
        "  tracker import FILE --dates month-first"
    )
    assert [day for day, *_ in read(tmp_path, table, dates="month-first").amounts] == [
        "2026-03-04",
        "2026-05-06",
    ]
    assert [
        day for day, *_ in read(tmp_path, "date,hours\n04/04/2026,1\n").amounts
    ] == ["2026-04-04"]


def test_two_orders_in_one_file(tmp_path: Path) -> None:
    """A file with days of both orders is refused."""
    with pytest.raises(
        Unreadable, match="Some of the days are written day first, others month first"
    ):
        read(tmp_path, "date,hours\n21/01/2026,1\n01/22/2026,1\n")


def test_several_people(tmp_path: Path) -> None:
    """Several people's rows are refused without --user; with it the others are skipped."""
    table = (
        "User,Date,Project,Hours\nAda,2026-01-05,Maths,1.5\n"
        "Ben,2026-01-05,Maths,2.0\nAda,2026-01-06,Maths,1.0\n"
    )

    with pytest.raises(Refused, match="the hours of 2 people: 'Ada', 'Ben'"):
        read(tmp_path, table)
    log = read(tmp_path, table, user="ben")

    assert log.amounts == [("2026-01-05", "Maths", 7200)]
    assert log.skipped == [(2, "recorded by Ada"), (4, "recorded by Ada")]


def test_harvest(tmp_path: Path) -> None:
    """Harvest's decimal hours become whole seconds; a note may have several lines."""
    log = read(
        tmp_path,
        "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,First Name,"
        "Last Name\n"
        '2026-01-05,C,Maths,,Exercises,"one\n\ntwo, three",1.33,Yes,Ada,Example\n'
        "2026-01-06,C,Maths,,Exercises,,0.0,Yes,Ada,Example\n"
        '2026-01-07,C,Maths,,Reading,"",0.25,Yes,Ada,Example\n',
    )

    assert (log.format, log.amounts) == (
        "harvest",
        [("2026-01-05", "Maths", 4788), ("2026-01-07", "Maths", 900)],
    )
    assert log.settled[0].note == "Exercises: one\n\ntwo, three"
    assert log.skipped == [(5, "zero length")]


def test_quote_never_closed(tmp_path: Path) -> None:
    """An open quote is reported with the lines that it covers."""
    log = read(
        tmp_path,
        'date,project,hours,note\n2026-01-05,Maths,1.5,a\n2026-01-06,Maths,1.5,"b\n'
        "2026-01-07,Maths,2,c\n",
    )

    assert log.amounts == [("2026-01-05", "Maths", 5400)]
    assert log.skipped == [(3, "quote never closed, up to line 4")]


def test_equal_timed_rows(tmp_path: Path) -> None:
    """Equal timed rows have one key: they are one session."""
    timed = read(
        tmp_path,
        "start,end,project\n" + "2026-01-05 09:00,2026-01-05 10:00,Maths\n" * 2,
    )

    assert len({entry.uid for entry in timed.settled}) == 1


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("date;stunden;thema\n21.01.2026;1,5;Maths\n", 5400),
        ("Date\tSubject\tDuration (min)\n2026-01-21\tMaths\t90\n", 5400),
        ("date,duration,subject\n2026-01-21,90,Maths\n2026-01-22,15,Maths\n", 5400),
        ("Datum,Dauer (h),Projekt\n21.01.2026,1:30,Maths\n", 5400),
        ("pvm;aika;aihe\n21.1.2026;1 h 30 min;Maths\n", 5400),
        ("2026-01-21,Maths,90,limits\n2026-01-22,Maths,15,series\n", 5400),
        ("Tag;von;bis;Projekt\n21.01.2026;23:00;00:30;Maths\n", 5400),
        ("sep=;\ndate;hours;project\n2026-01-21;1.5;Maths\n", 5400),
        ("Report of Ada\n\nDay,Hours,Project\n2026-01-21,1.5,Maths\n", 5400),
        ("date,time,duration,project\n2026-01-21,09:00,1h30m,Maths\n", 5400),
        (
            "Subject,Hours,Date,Start,End,Duration (mins)\n"
            "Maths,1.5,2026-01-21,09:00,10:30,90\n",
            5400,
        ),
        ("timestamp,duration_seconds,topic\n2026-01-21T09:00:00Z,5400,Maths\n", 5400),
        (
            "started_at,ended_at,course\n"
            "2026-01-21T09:00:00Z,2026-01-21T10:30:00Z,Maths\n",
            5400,
        ),
    ],
)
def test_spreadsheets(tmp_path: Path, text: str, seconds: int) -> None:
    """Columns, delimiter, unit and header are found from the table itself."""
    log = read(tmp_path, text)

    assert log.format == "csv"
    assert log.amounts[0] == ("2026-01-21", "Maths", seconds)


def test_hours_or_minutes(tmp_path: Path) -> None:
    """Whole numbers up to 24 without a unit are asked about."""
    table = "2026-01-21,Maths,2,limits\n2026-01-22,Maths,15,series\n"

    with pytest.raises(Unreadable, match="could be hours or minutes"):
        read(tmp_path, table)

    assert read(tmp_path, table, columns="date,project,minutes,note").amounts[1] == (
        "2026-01-22",
        "Maths",
        900,
    )
    assert read(tmp_path, table, columns="date,project,hours,-").amounts[0] == (
        "2026-01-21",
        "Maths",
        7200,
    )


def test_hours_and_minutes(tmp_path: Path) -> None:
    """Columns of hours and minutes are one length, or the same length twice."""
    both = read(
        tmp_path, "date,hours,minutes\n2026-01-05,1,30\n2026-01-06,,45\n2026-01-07,2,\n"
    )
    each = read(tmp_path, "date,hours,minutes\n2026-01-05,1.5,90\n")

    assert [seconds for *_, seconds in both.amounts] == [5400, 2700, 7200]
    assert [seconds for *_, seconds in each.amounts] == [5400]


def test_hours_and_minutes_at_odds(tmp_path: Path) -> None:
    """Hours and minutes that contradict each other are refused."""
    with pytest.raises(Unreadable, match="hours and minutes contradict each other"):
        read(tmp_path, "date,hours,minutes\n2026-01-05,1.5,30\n")


def test_unknown_header_of_a_note(tmp_path: Path) -> None:
    """In a narrow table the text under an unknown header is the note."""
    log = read(tmp_path, "date,hours,gibberish\n2026-01-05,1.5,limits\n")

    assert log.settled[0].note == "limits"


def test_columns_by_header(tmp_path: Path) -> None:
    """--columns may name headers; columns of texts that it leaves out are still read."""
    table = "When exactly,What for,How much,Notes\n2026-01-21,Maths,2,limits\n"
    log = read(
        tmp_path, table, columns="date=When exactly,project=What for,hours=How much"
    )

    assert (log.amounts, log.settled[0].note) == (
        [("2026-01-21", "Maths", 7200)],
        "limits",
    )


@pytest.mark.parametrize(
    "columns", ["date,project", "dat,hours", "date=No such,hours=How long"]
)
def test_columns_refused(tmp_path: Path, columns: str) -> None:
    """--columns without a length, a known part or a header of the file is refused."""
    with pytest.raises(Unreadable):
        read(tmp_path, "When,How long\n2026-01-21,2\n", columns=columns)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    """A BOM, UTF-16 and Windows-1252 are read."""
    log = read(tmp_path, "date,project,hours\n2026-01-21,Übung,1.5\n".encode(encoding))

    assert log.amounts == [("2026-01-21", "Übung", 5400)]
