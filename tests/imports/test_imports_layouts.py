"""Columns found by headers in many languages, by cells, or asked about; invented."""

from pathlib import Path

import pytest

from tests.imports.reading import read
from tracker.errors import FileProblem, Refused, Unreadable


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        # The day that holds days, and the project that says so, though others come first.
        ("Day,Date,Activity,Project,Hours\nWed,2026-01-21,reading,Maths,1.5\n", 5400),
        ("ID, Zeit, Dauer, Thema\n1,21.01.2026, 50 min, Maths\n", 3000),
        ("Tanggal,Mapel,Durasi (menit)\n2026-01-21,Maths,45\n", 2700),
        ("날짜,과목,공부 시간(분)\n2026. 1. 21.,Maths,45\n", 2700),
        ("日付,科目,開始時刻,経過時間\n2026/01/21,Maths,13:55:02,0:27:29\n", 1649),
        ("Jour,Matière,Durée (min)\n21/01/2026,Maths,90\n", 5400),
        (
            '"Date","Project","Time (h)","Time (decimal)"\n'
            "2026-01-21,Maths,08:41:30,8.7\n",
            31290,
        ),
        ("Date,Project,Duration of study\n2026-01-21,Maths,1.5\n", 5400),
        ("Date,Project,Time spent (hh:mm)\n2026-01-21,Maths,1:30\n", 5400),
        ("date,project,time spent\n2026-01-21,Maths,1:30 hrs\n", 5400),
        ("日期,科目,時長\n2026-01-21,Maths,1小時30分鐘\n", 5400),
        ("date,project,estimated hours,actual hours\n2026-01-21,Maths,9,1.5\n", 5400),
        ("Date,Project,Total time worked\n2026-01-21,Maths,1:30:00.5\n", 5401),
        ("date,project,hours\n2026-01-21,Maths,0.0166666666666666666\n", 60),
    ],
)
def test_headers(tmp_path: Path, text: str, seconds: int) -> None:
    """The plainest header for a part counts; lengths are found in many languages."""
    assert read(tmp_path, text).amounts == [("2026-01-21", "Maths", seconds)]


@pytest.mark.parametrize(
    "header",
    [
        "Projekt,Kunde,Beschreibung,Aufgabe,Benutzer,Gruppe,E-Mail,Tags,Abrechenbar,"
        "Startdatum,Startzeit,Enddatum,"
        "Endzeit,Dauer (h),Dauer (dezimal)",
        "Projet,Client,Description,Tâche,Utilisateur,Groupe,E-mail,Mots-clés,"
        "Facturable,Date de début,Heure de début,"
        "Date de fin,Heure de fin,Durée (h),Durée (décimal)",
        "Proyecto,Cliente,Descripción,Tarea,Usuario,Grupo,Correo electrónico,"
        "Etiquetas,Facturable,Fecha de inicio,"
        "Hora de inicio,Fecha de finalización,Hora de finalización,Duración (h),"
        "Duración (decimal)",
        "Projekt,Klient,Opis,Zadanie,Użytkownik,Grupa,E-mail,Tagi,Płatne,Data "
        "rozpoczęcia,Czas rozpoczęcia,"
        "Data zakończenia,Czas zakończenia,Czas trwania (h),Czas trwania (dziesiętny)",
        "Проект,Клиент,Описание,Задача,Пользователь,Группа,Email,Теги,Оплачиваемый,"
        "Дата начала,Время начала,"
        "Дата окончания,Время окончания,Длительность (ч),Длительность (десятичная)",
        "プロジェクト,クライアント,説明,タスク,ユーザー,グループ,メール,タグ,請求可能,"
        "開始日,開始時間,終了日,終了時間,期間 (h),期間 (10 進数)",
        "프로젝트,클라이언트,설명,작업,사용자,그룹,이메일,태그,청구 가능,"
        "시작 날짜,시작 시간,종료 날짜,종료 시간,기간 (h),기간 (십진수)",
    ],
)
def test_clockify_in_other_languages(tmp_path: Path, header: str) -> None:
    """Clockify's report is known as its own in whatever language its owner had set."""
    row = (
        'Maths,,limits,,Ada,,a@x,"a, b",Yes,'
        '21.01.2026,09:00:00,21.01.2026,10:30:00,01:30:00,"1,50"\n'
    )
    log = read(tmp_path, f"{header}\n{row}")

    assert (log.format, log.amounts) == ("clockify", [("2026-01-21", "Maths", 5400)])
    assert (log.settled[0].note, log.settled[0].tags) == ("limits", ("a", "b"))


@pytest.mark.parametrize(
    ("text", "starts", "seconds"),
    [
        ("Date,Time,What\n2026-01-21,9:00-10:30,x\n", "08:00", 5400),
        ("Date,Time,What\n2026-01-21,9:00 am to 10:30 am,x\n", "08:00", 5400),
        (
            "Checkin,Checkout,Worktime\n21.01.2026-09:00:10,21.01.2026-10:30:10,1.5\n",
            "08:00",
            5400,
        ),
        (
            '"Start_____Zeitpunkt";"End_____Zeitpunkt"\n'
            '"21.01.2026 09:00:00";"21.01.2026 10:30:00"\n',
            "08:00",
            5400,
        ),
        (
            "Start Date,End Date,Duration\n2026-01-21 09:00,2026-01-21 10:30,1:30\n",
            "08:00",
            5400,
        ),
        (
            "start,end\n2026-01-21 08:00:00 UTC,2026-01-21 10:30:00 +0100\n",
            "08:00",
            5400,
        ),
        ("date,start,end\n2026-01-21,0900,9am\n2026-01-22,0900,1030\n", "08:00", 5400),
        ("2026-01-21,09:00 AM,10:30 AM\n", "08:00", 5400),
        ("2026-01-21 09:00:00,2026-01-21 10:30:00,x\n", "08:00", 5400),
        ("2026-01-21,09:00:00,x,90 min\n", "08:00", 5400),
        ("ada\t2026-01-21\t09:00-10:30\tx\n", "08:00", 5400),
    ],
)
def test_clocks(tmp_path: Path, text: str, starts: str, seconds: int) -> None:
    """Starts and ends may be in one cell or two, with or without a day or header."""
    session = read(tmp_path, text).settled[-1]

    assert read(tmp_path, text).starts[-1][11:16] == starts
    assert session.seconds == seconds


def test_more_starts_in_a_row(tmp_path: Path) -> None:
    """A row with a second start and end is two entries; one that states its length is one."""
    timed = read(
        tmp_path,
        "Date,In,Out,In,Out\n2026-01-21,9:00,12:00,13:00,14:00\n"
        "2026-01-22,9:00,10:00,,\n",
    )
    named = read(
        tmp_path,
        "Date,Time in 1,Time out 1,Time in 2,Time out 2\n"
        "2026-01-21,9:00,12:00,13:00,14:00\n",
    )
    stated = read(
        tmp_path, "Date,In,Out,In,Out,Hours\n2026-01-21,9:00,12:00,13:00,14:00,4.0\n"
    )

    assert [entry.seconds for entry in timed.settled] == [10800, 3600, 3600]
    assert timed.starts[1] == "2026-01-21 12:00:00"
    assert [entry.seconds for entry in named.settled] == [10800, 3600]
    assert [entry.seconds for entry in stated.settled] == [14400]
    with pytest.raises(Unreadable, match="several starts or ends"):
        read(tmp_path, "Date,In,In,Out\n2026-01-21,9:00,13:00,14:00\n")


def test_unit_from_the_times(tmp_path: Path) -> None:
    """Bare lengths that could be hours or minutes are what the two times beside them make."""
    log = read(
        tmp_path,
        "date,start,end,duration\n2026-01-21,9:00,11:00,2\n2026-01-22,9:00,10:00,1\n",
    )

    assert [seconds for *_, seconds in log.amounts] == [7200, 3600]


def test_several_lengths(tmp_path: Path) -> None:
    """Several lengths in a row are asked about; the same one twice is not."""
    table = "date,maths hours,art hours\n2026-01-21,1.5,2\n"
    with pytest.raises(
        Unreadable, match="'maths hours' and 'art hours' could both be the length"
    ) as refused:
        read(tmp_path, table)

    assert refused.value.hint == (
        "If 'maths hours' counts:\n"
        "  tracker import FILE --columns 'date=date,hours=maths hours'\n"
        "If 'art hours' counts:\n  tracker import FILE --columns 'date=date,"
        "hours=art hours'"
    )
    assert read(tmp_path, table, columns="date=date,hours=art hours").amounts == [
        ("2026-01-21", "", 7200)
    ]
    assert read(tmp_path, "date,sleep hours,art hours\n2026-01-21,8.5,2\n").amounts == [
        ("2026-01-21", "", 7200)
    ]
    assert read(
        tmp_path, "date,time (h),time (decimal)\n2026-01-21,2:00,2.0\n"
    ).amounts == [("2026-01-21", "", 7200)]


def test_rounded_lengths(tmp_path: Path) -> None:
    """Rounded hours agree with the minutes or times that they were rounded from."""
    beside = read(
        tmp_path, "date,hours,minutes\n2026-01-21,0.3,20\n2026-01-22,1.5,88\n"
    )
    timed = read(
        tmp_path,
        "date,start,end,length\n2026-01-21,9:00,11:02,2\n2026-01-22,9:00,9:58,1\n",
    )

    assert [seconds for *_, seconds in beside.amounts] == [1200, 5280]
    assert [seconds for *_, seconds in timed.amounts] == [7200, 3600]


def test_starts_that_are_places(tmp_path: Path) -> None:
    """Columns headed `From` and `To` without times are no start and end."""
    log = read(
        tmp_path, "Date,From,To,Project,Hours\n2026-01-21,Turku,Oulu,Maths,1.5\n"
    )

    assert log.amounts == [("2026-01-21", "Maths", 5400)]


def test_total_of_each_row(tmp_path: Path) -> None:
    """A column of totals is the length if it is nowhere more than the two times."""
    own = read(
        tmp_path,
        "Date,In,Out,Total hours\n2026-01-21,9:00,17:00,7.5\n"
        "2026-01-22,9:00,17:00,7.0\n",
    )
    paused = read(
        tmp_path, "Date,In,Out,Break,Total\n2026-01-21,9:00,17:00,0:30,7:30\n"
    )
    running = read(
        tmp_path,
        "Date,In,Out,Total hours\n2026-01-21,9:00,17:00,8.0\n"
        "2026-01-22,9:00,17:00,16.0\n",
    )

    assert [seconds for *_, seconds in own.amounts] == [27000, 25200]
    assert [seconds for *_, seconds in running.amounts] == [28800, 28800]
    assert [seconds for *_, seconds in paused.amounts] == [27000]


def test_when_it_was_written(tmp_path: Path) -> None:
    """A timestamp, or a date with a clock, says the day of a length and not when it began."""
    stamped = read(tmp_path, "Timestamp,Subject,Hours\n1/21/2026 20:11:05,Maths,1.5\n")
    dated = read(
        tmp_path,
        "date,subject,hours\n2026-01-21 00:00:00,Maths,1.5\n2026-01-22,Maths,2\n",
    )
    beside = read(
        tmp_path,
        "timestamp,date,subject,minutes\n2026-01-22T00:30:00,2026-01-21,Maths,90\n",
    )
    begun = read(
        tmp_path, "timestamp,end,subject\n2026-01-21 09:00,2026-01-21 10:30,Maths\n"
    )

    midnight = read(
        tmp_path,
        "date,subject,hours\n2026-01-21T00:00:00.000Z,Maths,1.5\n",
        zone="America/New_York",
    )

    assert (
        stamped.amounts
        == beside.amounts
        == begun.amounts
        == midnight.amounts
        == [("2026-01-21", "Maths", 5400)]
    )
    assert dated.amounts == [
        ("2026-01-21", "Maths", 5400),
        ("2026-01-22", "Maths", 7200),
    ]
    assert [log.settled[0].parts[0].started_at for log in (stamped, dated, beside)] == [
        None,
        None,
        None,
    ]
    assert begun.starts == ["2026-01-21 08:00:00"]


def test_rows_that_are_no_entries(tmp_path: Path) -> None:
    """Sums, repeated headers, headings and rows of one word are no entries."""
    log = read(
        tmp_path,
        "date,project,hours\n2026-01-21,Maths,1.5\n,,1.5\n Total,,1.5\nWeek 2,,\n"
        "date,project,hours\n"
        "2026-01-22,Maths,2\n,Total hours,3.5\nsomeday,Maths,1\n2026-01-23,,\n",
    )

    assert log.amounts == [("2026-01-21", "Maths", 5400), ("2026-01-22", "Maths", 7200)]
    assert log.skipped == [(9, "'someday' is not a day")]


def test_another_table_below(tmp_path: Path) -> None:
    """A table ends where the header of another one stands, such as one of sums for each project."""
    log = read(
        tmp_path,
        "Activity type,Duration,From,To,Comment\n"
        "Maths,1:30,2026-01-21 09:00,2026-01-21 10:30,x\n\n"
        "Activity type,Duration,%\nMaths,1:30,100.0\n,1:30,100.0\n",
    )

    assert (log.amounts, log.skipped) == ([("2026-01-21", "Maths", 5400)], [])


def test_blank_day(tmp_path: Path) -> None:
    """A blank day is that of the row above; a blank start is none."""
    merged = read(
        tmp_path,
        "date,project,hours\n,Maths,1.5\n2026-01-21,Maths,2\n,Art,1.5\n"
        "Jan 22 2026,Maths,1\n",
    )
    timed = read(
        tmp_path,
        "start,end,project\n2026-01-21 09:00,2026-01-21 10:00,Maths\n"
        ",2026-01-21 11:00,Maths\n",
    )

    assert merged.amounts == [
        ("2026-01-21", "Maths", 7200),
        ("2026-01-21", "Art", 5400),
        ("2026-01-22", "Maths", 3600),
    ]
    assert merged.skipped == [(2, "no day")]
    assert (timed.amounts, len(timed.skipped)) == ([("2026-01-21", "Maths", 3600)], 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("date,hours\n18-01-15,1.5\n18-01-16,1.5\n18-02-01,2\n", "2018-01-15"),
        ("date,hours\n21/01/26,1.5\n22/01/26,1.5\n03/02/26,1.5\n", "2026-01-21"),
        ("date,hours\n1/21/26,1.5\n1/22/26,1.5\n", "2026-01-21"),
        ("date,hours\n21-Jan-26,1.5\n", "2026-01-21"),
        ("date,hours\n2026-01-21 (Wed),1.5\n", "2026-01-21"),
        ("日付,hours\n1月21日,1.5\n", "2026-01-21"),
    ],
)
def test_days(tmp_path: Path, text: str, day: str) -> None:
    """Two-digit years are first or last, whichever changes less."""
    assert read(tmp_path, text).amounts[0][0] == day


def test_year_first_option(tmp_path: Path) -> None:
    """--dates says that the year comes first in a file with one day."""
    assert (
        read(tmp_path, "date,hours\n18-01-15,1.5\n", dates="year-first").amounts[0][0]
        == "2018-01-15"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Date,Time,Task\n2026-01-21,09:30,x\n2026-01-21,21:15,y\n",
        "2026-01-21,x,09:30\n2026-01-22,y,21:15\n",
    ],
)
def test_time_of_day_or_length(tmp_path: Path, text: str) -> None:
    """Clocks late in the day are no lengths, unless --columns says so."""
    with pytest.raises((Unreadable, FileProblem)) as refused:
        read(tmp_path, text)

    columns = (
        "date=Date,duration=Time" if text.startswith("Date") else "date,note,duration"
    )
    assert refused.value.hint.startswith(
        (
            "If it is a length:\n  tracker import FILE --columns date=Date,"
            "duration=Time",
            "Say what",
        )
    )
    assert [
        seconds for *_, seconds in read(tmp_path, text, columns=columns).amounts
    ] == [34200, 76500]


@pytest.mark.parametrize(
    "text",
    [
        "date,subject,score,total\n2026-01-21,Maths,68,100\n",
        "Date,Open,High,Close\n2026-01-21,37.92,38.22,37.49\n",
        "2026-01-21T11:29:23,5.08,99\n2026-01-21T11:29:24,4.86,81\n",
        "date\tbackend\tfrontend\ttotal\n09/21/13 01:07 AM\t333\t24\t358\n"
        "09/21/13 11:02 PM\t361\t24\t386\n",
        "date,time,project\n2026-01-21,1554123601.499253,x\n"
        "2026-01-22,1554123601.4,y\n2026-01-23,1554123601.4,z\n",
        "2026-01-21,Maths,120,Morning,5\n2026-01-22,Maths,90,Evening,4\n",
    ],
)
def test_no_log(tmp_path: Path, text: str) -> None:
    """A table without a certain length is refused, with --columns as the answer."""
    with pytest.raises(FileProblem) as refused:
        read(tmp_path, text)

    by_header = (
        "If one is, put its header for HEADER:\n  tracker import FILE --columns "
    )
    by_place = (
        "Say what each column is, with - for one to leave out. For example:\n"
        "  tracker import FILE --columns date,project,minutes,note"
    )
    assert refused.value.hint.startswith((by_header, by_place))


def test_header_that_is_none(tmp_path: Path) -> None:
    """Words are no headers if the cells below them are something else."""
    with pytest.raises(FileProblem, match=r"The format of .* is not known"):
        read(tmp_path, "name,day,hour\na,x,1\nb,y,2\nc,z,3\n")


def test_people_by_number(tmp_path: Path) -> None:
    """Several people may be told apart by their numbers."""
    with pytest.raises(Refused, match="the hours of 2 people: '1', '2'"):
        read(
            tmp_path,
            "employee_id,date,time_in,time_out\n1,2026-01-21,9:00,17:00\n"
            "2,2026-01-21,9:00,17:00\n",
        )


def test_people_by_both_names(tmp_path: Path) -> None:
    """First and last name name a person, whatever the number beside them."""
    with pytest.raises(
        Refused, match="the hours of 2 people: 'Ada Example', 'Ben Example'"
    ):
        read(
            tmp_path,
            "Date,Project,Hours,First Name,Last Name,Employee Id\n"
            "2026-01-21,Maths,1.5,Ada,Example,\n"
            "2026-01-21,Maths,1.5,Ben,Example,7\n",
        )


@pytest.mark.parametrize("length", ["1:30", "90 min", "9:00-10:30"])
def test_unknown_header(tmp_path: Path, length: str) -> None:
    """Below a header of unknown words nothing is a length; what looks like one is asked."""
    table = f"\nLa,Uira,Roa\n2026-01-21,{length},Maths\n"
    with pytest.raises(FileProblem) as refused:
        read(tmp_path, table)

    assert refused.value.hint == (
        "If 'Uira' is the length:\n"
        "  tracker import FILE --columns date=La,duration=Uira"
    )
    log = read(tmp_path, table, columns="date=La,duration=Uira,project=Roa")
    assert log.amounts == [("2026-01-21", "Maths", 5400)]
    with pytest.raises(FileProblem, match="is headed as a length of time"):
        read(tmp_path, "La,Uira,Roa\n2026-01-21,37.5,Maths\n")


def test_lone_text(tmp_path: Path) -> None:
    """The only column of texts is projects if they repeat, else notes."""
    named = read(
        tmp_path, "".join(f"2026-01-0{day}\t1.5h\tMaths\n" for day in range(1, 8))
    )
    said = read(
        tmp_path,
        "".join(f"2026-01-0{day}\t1.5h\tchapter {day}\n" for day in range(1, 8)),
    )

    assert {(entry.project, entry.note) for entry in named.settled} == {("Maths", "")}
    assert [(entry.project, entry.note) for entry in said.settled[:2]] == [
        ("", "chapter 1"),
        ("", "chapter 2"),
    ]


def test_lengths_in_other_scripts(tmp_path: Path) -> None:
    """Of two columns of numbers without a header the one that says its units is the length."""
    log = read(
        tmp_path,
        "2026-01-21,134.032368,0時間2分\n2026-01-22,14859.0158,4.1時間\n"
        "2026-01-23,3600.5,60分鐘\n",
    )

    assert [seconds for *_, seconds in log.amounts] == [120, 14760, 3600]
