"""Headers of columns: what each says, in many words, and what only looks alike."""

import pytest

from tracker.imports.formats.cells import Length, plain_day, split_length
from tracker.imports.formats.column_groups import group_offsets
from tracker.imports.formats.headers import part_of, unit_of_header
from tracker.imports.formats.sum_rows import is_sum_name

# By part: headers that name it. `|` stands between headers.
NAMED = {
    "day": "Date|DATE|Day|Datum|Päivä|Fecha|日付|날짜|Tarih|Dzień|Work date|Log-Date",
    "start_clock": "Start time|startTime|Time In|Clock in|Uhrzeit|Klo|Hora de inicio",
    "end_clock": "End time|endTime|Time Out|Clock out|Endzeit|Hora de fin",
    "start": "Start|From|Von|Started at|Session start|Start (UTC)|Alku|開始",
    "end": "End|To|Bis|Ended at|Session end|End (local time)|Loppu|終了",
    "duration": (
        "Duration|Dauer|Kesto|Time spent|Elapsed|Actual|Duration (hh:mm)|学習時間"
        "|Time worked|Session duration|Duration of session|Study time"
    ),
    "hours": (
        "Hours|Hrs|h|Stunden|Tunnit|Std.|Study hours|Hours per day|Time (h)"
        "|Duration (hours)|Hours spent on it|Zeit in Stunden|Study time, hours|小时"
    ),
    "minutes": "Minutes|Min|mins|Minuten|Time (min)|Study minutes|Duration [minutes]|分",
    "seconds": "Seconds|sec|Duration (seconds)|Time in seconds|Dauer (Sekunden)|秒",
    "break": "Break|Pause|Lunch|Break (min)|Pause in Minuten|Tauko|休憩|Lunch break",
    "break_start": "Lunch out|Break start|Pause von|Lunch start time",
    "break_end": "Lunch in|Break end|Pause bis|Lunch end time",
    "total": "Total time|Total hours|Total hours (h)|Sum of hours|Total minutes",
    "sum": "Total|Sum|Summe|Yhteensä|合計",
    "user": "User|Who|Assigned|Done by|Logged by|Mitarbeiter|Student|Employee name|Member|担当者|Кто",
    "name": "Name|Names|Nimi|名前|이름",
    "project": "Project|Subject|Topic|Course|Activity|科目|Fach|Kategorie|Item",
    "task": "Task|Aufgabe|Tarea|タスク|Issue",
    "note": "Notes|Comment|Description|What|Beschreibung|内容|Memo|Kuvaus",
    "tags": "Tags|Labels|Etiketten|タグ",
    "weak": "Spent|Worked|Length|Effort|Aufwand",
    "stamp": "Timestamp|Created at|Datetime|日時",
    "email": "E-mail|Email|Courriel|メール",
}
PARTS = [(h, part) for part, headers in NAMED.items() for h in headers.split("|")]


@pytest.mark.parametrize(("header", "part"), PARTS)
def test_header(header: str, part: str) -> None:
    """A header names its part in any case, with accents and signs, and with a unit."""
    assert part_of(header) == part


NO_LENGTHS = (
    # It only begins like a unit, or like a length.
    "Section|Secret|Minerva|Minor|Minimum|Hourglass|Second language"
    # It was planned, or is left.
    "|Est. hours|Estimated time (h)|Planned hours|Geplante Stunden|Soll-Stunden"
    "|Durée estimée (h)|Horas previstas|Arvio tunteina|План часов|予定時間|预计分钟"
    "|Goal (h)|Target hours|Budget hours|Remaining hours|Hours left|Max hours"
    "|Suunnitellut tunnit|Szacowany czas (h)|예상 시간|Tavoite (h)"
    # It runs on, or is a mean.
    "|Cumulative hours|Running total (h)|Kumulierte Stunden|Average hours|Ø Stunden mean"
    # It is something else than work.
    "|Sleep hours|Sleep (h)|Schlaf (h)|Screen time|Screen time (min)|Hourly rate"
    "|Credit hours|ECTS|Pages|Page count|Score|Points|Grade|Chapter|Lesson|Reps|Sets"
    "|Overtime|Saldo|Amount|Cost|Price|Distance (km)|Weight|Rank|Deadline|Due|Phone (h)"
    "|Hours needed|Hours required|Available hours|Hours since last|Hours of daylight"
    "|Vacation hours|Sick hours|Opening hours|Hours lost|Commute time (min)"
    "|H index|Hours in bed|TV hours|Accumulated time (h)|YTD hours|Weekly hours"
    "|Overall hours|Wochenstunden"
)


@pytest.mark.parametrize("header", NO_LENGTHS.split("|"))
def test_no_length(header: str) -> None:
    """What was planned, runs on, or is no time of work is no length, though it has a unit."""
    assert part_of(header) not in (
        "duration",
        "duration_h",
        "hours",
        "minutes",
        "seconds",
        "time",
        "total",
        "sum",
    )


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("Break (min)", "minutes"),
        ("Pause in Stunden", "hours"),
        ("Lunch [h]", "hours"),
        ("Break", ""),
        ("Hours and minutes", ""),
        ("Hours in all: 176", "hours"),
        ("作業(分)", "minutes"),
        ("분", "minutes"),
    ],
)
def test_unit_in_a_header(header: str, unit: str) -> None:
    """A header or a line says a unit if it has a word for one, and only one."""
    assert unit_of_header(header) == unit


@pytest.mark.parametrize(
    ("header", "offsets"),
    [
        ("Date,In,Out", (0,)),
        ("Date,In,Out,Date,In,Out", (0, 3)),
        ("Day,Hours,Day,Hours,Day,Hours", (0, 2, 4)),
        # A column behind the last group is no part of it.
        ("Date,Hours,Date,Hours,Sum", (0, 2)),
        # Groups are of equal width and have equal headers, and begin with the day.
        ("Date,In,Out,Date,Hours", (0,)),
        ("Date,In,Out,Date,In", (0,)),
        ("In,Out,Date,In,Out,Date", (0,)),
        ("Date,Date", (0,)),
        ("Hours,Task,Hours,Task", (0,)),
        ("", (0,)),
    ],
)
def test_groups_of_columns(header: str, offsets: tuple[int, ...]) -> None:
    """Columns that say the same again, each group with a day of its own, are groups."""
    assert group_offsets(header.split(",")) == offsets


@pytest.mark.parametrize(
    ("cell", "length"),
    [
        ("1.5 (with a break)", Length("1.5")),
        ("2h (mostly)", Length("2h")),
        ("4h -> 9h", Length("4h")),
        ("4h → 9h", Length("4h")),
        ("1:30 => 10:30", Length("1:30")),
        ("14:00-16:30", Length("", "14:00", "16:30")),
        ("14:00 - 16:30 (2h)", Length("2h", "14:00", "16:30")),
        ("14:00-16:30 = 2.5h", Length("2.5h", "14:00", "16:30")),
        ("9-11am", Length("", "9:00am", "11am")),
        ("-", Length()),
        ("—", Length()),
        ("???", Length()),
        # A length as it stands, or nothing that can be read: the cell counts as it is.
        ("2h", None),
        ("1,5", None),
        ("off", None),
        ("2 or 3", None),
        ("14:00-16:30 in the library", None),
    ],
)
def test_cell_of_a_length(cell: str, length: Length | None) -> None:
    """Words in brackets, a sum behind an arrow, and two times are told from a length."""
    assert split_length(cell) == length


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-04-09 evening", "2026-04-09"),
        ("2026-04-09, night", "2026-04-09"),
        ("9.4.2026 ilta", "9.4.2026"),
        ("2026-04-09", "2026-04-09"),
        ("Apr 9, 2026", "Apr 9, 2026"),
        ("9 April", "9 April"),
        ("2026-04-09/10", "2026-04-09/10"),
        ("2026-04-09 and 10", "2026-04-09 and 10"),
        ("week 15", "week 15"),
        ("3 chapters", "3 chapters"),
    ],
)
def test_cell_of_a_day(cell: str, day: str) -> None:
    """Words behind a day are left out; a cell with more numbers stays as it is."""
    assert plain_day(cell) == day


SUMS = (
    "Total|TOTAL|Total hours|Sum|Total time spent|Totals|Yhteensä|yht.|Yht. tunnit|Summe"
    "|Gesamt|Razem|Suma|Итого|合計|Total 2026|Hours total|Average|In all|Total so far"
    "|Grand total|Week 6 total|Insgesamt"
)
NO_SUMS = (
    "Total score view|sum function of it|totally lost|Reading|PPO|Summer school"
    "|wrote the totals page|Summary|sum of squares lecture|"
)


@pytest.mark.parametrize("text", SUMS.split("|"))
def test_name_of_a_sum(text: str) -> None:
    """A short text with a word for a sum, last or with units, names a sum."""
    assert is_sum_name(text)


@pytest.mark.parametrize("text", NO_SUMS.split("|"))
def test_no_name_of_a_sum(text: str) -> None:
    """A text that speaks of something else names no sum: its row is an entry."""
    assert not is_sum_name(text)
