"""Logs of Watson, Timewarrior, timeclock, Org, klog, Toggl and calendars; invented."""

import json
from pathlib import Path

import pytest

from tests.conftest import Tracker
from tests.imports.reading import read
from tracker.imports.formats.detect import detect_format
from tracker.imports.formats.source import open_source


def test_watson_frames(tmp_path: Path) -> None:
    """Watson's frames are UTC seconds; the third item is the project."""
    log = read(
        tmp_path,
        '[\n [1780000000, 1780003600, "maths", "a1", ["deep work"], 1780003600],\n'
        ' [5, 5, "x", "a2", [], 5]]',
    )

    assert log.format == "watson"
    assert log.amounts == [("2026-05-28", "maths", 3600)]
    assert log.settled[0].tags == ("deep work",)
    assert log.skipped == [(3, "zero length")]


def test_watson_log_json(tmp_path: Path) -> None:
    """What `watson log --json` prints is the same log with its offsets."""
    frame = {
        "id": "a1",
        "project": "maths",
        "tags": [],
        "start": "2026-05-28T10:00:00+02:00",
        "stop": "2026-05-28T11:30:00+02:00",
    }
    log = read(tmp_path, json.dumps([frame]))

    assert (log.format, log.starts, log.amounts) == (
        "watson",
        ["2026-05-28 08:00:00"],
        [("2026-05-28", "maths", 5400)],
    )


def test_timewarrior_lines(tmp_path: Path) -> None:
    """The project is the tag project:..., else the first tag; a second # begins a note."""
    log = read(
        tmp_path,
        'inc 20260214T174504Z - 20260214T193020Z # "deep work" maths # "chapter 2"\n'
        "  inc 20260215T100000Z - 20260215T110000Z # reading project:ppo\n"
        "inc 20260216T100000Z # maths\n"
        "inc 20260217T100000Z - 20260217T100000Z\n"
        "inc 20260230T100000Z - 20260230T110000Z # maths\n",
    )

    assert log.format == "timewarrior"
    assert log.amounts == [
        ("2026-02-14", "deep work", 6316),
        ("2026-02-15", "ppo", 3600),
    ]
    assert (log.settled[0].tags, log.settled[0].note) == (("maths",), "chapter 2")
    assert log.skipped == [
        (3, "still running"),
        (4, "zero length"),
        (5, "a time that does not exist"),
    ]


def test_timewarrior_export(tmp_path: Path) -> None:
    """What `timew export` prints is read as the files are."""
    log = read(
        tmp_path,
        '[\n{"id":2,"start":"20260214T174504Z","end":"20260214T193020Z",'
        '"tags":["maths","b"],"annotation":"x"},\n'
        '{"id":1,"start":"20260216T100000Z","tags":["maths"]}\n]',
    )

    assert (log.format, log.amounts) == ("timewarrior", [("2026-02-14", "maths", 6316)])
    assert log.skipped == [(3, "still running")]


def test_timeclock(tmp_path: Path) -> None:
    """An account ends at two blanks; a clock-in or clock-out alone is skipped."""
    log = read(
        tmp_path,
        "; a comment\n"
        "i 2026-01-02 22:30:00 study:deep work  chapter 2\n"
        "o 2026-01-03 00:30:00   \n"
        "o 2026-01-03 01:00:00\n"
        "i 2026/01/04 9:00 study:maths\n"
        "i 2026-01-05 09:00:00 study:maths\n"
        "o 2026-01-05 08:00:00\n",
    )

    assert log.format == "timeclock"
    assert log.amounts == [("2026-01-02", "study:deep work", 7200)]
    assert [part.seconds for part in log.settled[0].parts] == [5400, 1800]
    assert log.settled[0].note == "chapter 2"
    assert log.skipped == [
        (4, "clock-out without a clock-in"),
        (5, "no end"),
        (6, "negative length"),
    ]


def test_timeclock_offsets(tmp_path: Path) -> None:
    """Times with a UTC offset are instants; both times need one, or neither."""
    log = read(
        tmp_path,
        "i 2026-01-02 22:30:00+0200 maths\no 2026-01-02 21:30:00Z\n"
        "i 2026/1/5 9:00-05:00 maths\no 2026/1/5 10:00-0500\n"
        "i 2026-01-06 09:00:00+0100 maths\no 2026-01-06 10:00:00\n"
        "i 2026-01-07 09:00:00+9900 maths\no 2026-01-07 10:00:00+0100\n"
        "i 2026-01-08 9:00pm maths\no 2026-01-08 10:00pm\n",
    )

    assert [
        (start, entry.seconds)
        for start, entry in zip(log.starts, log.settled, strict=True)
    ] == [
        ("2026-01-02 20:30:00", 3600),
        ("2026-01-05 14:00:00", 3600),
        ("2026-01-08 20:00:00", 3600),
    ]
    assert log.skipped == [
        (5, "only one of its times has a UTC offset"),
        (7, "a time that does not exist"),
    ]


def test_org(tmp_path: Path) -> None:
    """The first heading is the project, the nearest one the note, without TODO words."""
    log = read(
        tmp_path,
        "#+TODO: OPEN | SHUT\n* OPEN [#A] Maths  :uni:\n** TODO Chapter 2\n:LOGBOOK:\n"
        "CLOCK: [2026-01-05 Mon 09:00]--[2026-01-05 Mo 10:30] =>  1:30\n"
        "CLOCK: [2026-01-06 mar. 09:00]\n"
        "CLOCK: [2026-02-30 Mon 09:00]--[2026-02-30 Mon 10:00] =>  1:00\n"
        "CLOCK: something\n:END:\n* Reading\n"
        "CLOCK: [2026-01-07 Wed 23:00]--[2026-01-08 Thu 01:00] =>  2:00\n",
    )

    assert log.format == "org"
    assert log.amounts == [
        ("2026-01-05", "Maths", 5400),
        ("2026-01-07", "Reading", 7200),
    ]
    assert (log.settled[0].note, log.settled[0].tags) == ("Chapter 2", ("uni",))
    assert log.skipped == [
        (6, "still running"),
        (7, "'2026-02-30' does not exist"),
        (8, "unreadable CLOCK line"),
    ]


def test_klog(tmp_path: Path) -> None:
    """Open ranges are skipped, breaks come off; the first tag is the project."""
    log = read(
        tmp_path,
        "2026-11-20 (8h!)\nA day of #maths\n"
        "    1h30m #fastai lesson 3\n        and its exercises\n"
        "    <23:30 - 0:30\n    11:00pm - 1:00am> late\n"
        "    -30m lunch\n    13:00 - ?\n    10:00 - 9:00\n\n"
        "2026/11/21\n\t45m\n\t9:00-24:00 #ppo=3\n",
    )

    assert log.format == "klog"
    assert log.amounts == [
        ("2026-11-20", "fastai", 5400),
        ("2026-11-19", "maths", 3600),
        ("2026-11-20", "maths", 5400),
        ("2026-11-21", "", 2700),
        ("2026-11-21", "ppo=3", 54000),
    ]
    assert log.settled[0].note == "#fastai lesson 3\nand its exercises"
    assert log.skipped == [
        (8, "still running"),
        (9, "negative length"),
    ]


def test_klog_times(tmp_path: Path) -> None:
    """Either time of a klog range may be of the day before or after."""
    log = read(
        tmp_path,
        "2026-11-20   (8h!)\n  <23:00 - <23:30\n  0:30> - 1:30>\n  24:00 - 0:15>\n"
        "  8:00am-9:00am\n  9:00> - ???\n"
        "  1h\n    told below\n  10:00 - 10:00\n\n2026-11-21 gone wrong\n  1h lost\n"
        "\n2026-11-22\n  5m\n",
    )

    assert log.amounts == [
        ("2026-11-19", "", 1800),
        ("2026-11-21", "", 3600),
        ("2026-11-21", "", 900),
        ("2026-11-20", "", 3600),
        ("2026-11-20", "", 3600),
        ("2026-11-22", "", 300),
    ]
    assert log.settled[4].note == "told below"
    assert log.skipped == [
        (6, "still running"),
        (9, "zero length"),
        (11, "not under a day"),
        (12, "not under a day"),
    ]


def test_org_times(tmp_path: Path) -> None:
    """CLOCK lines may have seconds, two times in one stamp, or a length alone."""
    log = read(
        tmp_path,
        "- DONE read\n  :LOGBOOK:\n  CLOCK: [2026-01-05 Mon 09:00:10]--[2026-01-05 "
        "Mon 09:30:40] =>  00:30:30\n"
        "  :END:\n* Maths\nclock: <2026-01-06 Tue 10:00> -- <2026-01-06 Tue 11:00> "
        "=> 9:99\n"
        "CLOCK: [2026-01-07 10:00-11:30]\nCLOCK: [2026-01-08 Thu] =>  2:00\n"
        "CLOCK: =>  1:00\n"
        "CLOCK: [2026-03-29 So 01:00]--[2026-03-29 So 04:00] => 3:00\n",
    )

    assert log.amounts == [
        ("2026-01-05", "", 1830),
        ("2026-01-06", "Maths", 3600),
        ("2026-01-07", "Maths", 5400),
        ("2026-01-08", "Maths", 7200),
        ("2026-03-29", "Maths", 7200),
    ]
    assert log.skipped == [(9, "unreadable CLOCK line")]


def test_org_blocks(tmp_path: Path) -> None:
    """What an example or a source block holds was not clocked."""
    clock = "CLOCK: [2026-01-05 Mon 09:00]--[2026-01-05 Mon 1{}:00]\n"
    log = read(
        tmp_path,
        f"* Maths\n{clock.format(0)}#+BEGIN_EXAMPLE\n{clock.format(1)}#+END_EXAMPLE\n"
        f"#+begin_src org\n{clock.format(2)}#+end_src\n{clock.format(3)}",
    )

    assert [seconds // 3600 for *_, seconds in log.amounts] == [1, 4]


def test_org_far_below(tmp_path: Path) -> None:
    """CLOCK lines that come after long notes are found as well."""
    log = read(
        tmp_path,
        "* Notes\n"
        + "- nothing\n" * 8000
        + "* Maths\nCLOCK: [2026-01-05 Mon 09:00]--[2026-01-05 Mon 10:00]\n",
    )

    assert (log.format, log.amounts) == ("org", [("2026-01-05", "Maths", 3600)])


def test_timeclock_accounts(tmp_path: Path) -> None:
    """A clock-out ends the account that it names, else the last one begun."""
    log = read(
        tmp_path,
        "i 2026-04-02 12:00:00 long one  ; a remark\nb 2026-04-02 1:00\n"
        "  ; more of it\ni 2026-04-02 13:00 short\n"
        "i 2026-04-02 13:30 inner\no 2026-04-02 13:45\n"
        "o 2026-04-02 15:00:00 long one  ; done\n"
        "O 2026-04-02 14:00 lunch\n",
    )

    assert log.amounts == [
        ("2026-04-02", "inner", 900),
        ("2026-04-02", "long one", 10800),
        ("2026-04-02", "short", 3600),
    ]
    assert log.skipped == []


def test_watson_kin(tmp_path: Path) -> None:
    """Frames of a program like Watson, which names their times otherwise."""
    frame = {
        "id": "1",
        "begin_at": "2026-05-28T08:00:00+00:00",
        "end_at": "2026-05-28T09:00:00+00:00",
        "project": "x",
    }
    log = read(tmp_path, json.dumps([frame]))

    assert (log.format, log.amounts) == ("watson", [("2026-05-28", "x", 3600)])


def test_calendar_is_a_plan(tmp_path: Path) -> None:
    """Events of a calendar are plans and no sessions; whole days are no entries."""
    log = read(
        tmp_path,
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        "SUMMARY:Maths\r\nDTSTART:20260906T150000Z\r\n"
        "DTEND:20260906T180000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\n"
        "DTSTART;VALUE=DATE:20260907\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:3\r\n",
    )

    assert log.format == "ics"
    assert log.skipped == [
        (3, "planned: a plan is not a session"),
        (13, "incomplete event"),
    ]


def test_damaged_calendar(tmp_path: Path) -> None:
    """Each event is read by itself, whatever is damaged around it."""
    log = read(
        tmp_path,
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260906T150000Z\nDURATION:PT1H30M\n"
        "no colon\nBEGIN:VALARM\n"
        "TRIGGER:bad\nDTSTART:20200101\nEND:VALARM\nSUMMARY:of two\n lines\n"
        "END:VEVENT\nEND:VEVENT\n"
        "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260907T090000\n"
        "DTEND;VALUE=DATE:20260907T100000\nEND:VEVENT\n"
        "BEGIN:VEVENT\nDTSTART:20260906\nBEGIN:VEVENT\nDTSTART:sometime\n"
        "END:VEVENT\nEND:VCALENDAR\ngarbage\n",
    )

    assert log.skipped == [
        (2, "planned: a plan is not a session"),
        (14, "planned: a plan is not a session"),
        (18, "incomplete event"),
        (20, "planned: a plan is not a session"),
    ]
    assert (
        sum(
            each.planned
            for each in detect_format(open_source(tmp_path / "log")).glances()
        )
        == 9000
    )


def test_toggl_json(tmp_path: Path) -> None:
    """Toggl's entries in JSON have their length in seconds, negative while they run."""
    log = read(
        tmp_path,
        '[{"id":1,"start":"2026-05-01T09:00:00+00:00",'
        '"stop":"2026-05-01T10:00:00+00:00","duration":3600,"description":"x",'
        '"project":"maths","tags":["a"]},\n'
        '{"id":2,"start":"2026-05-02T09:00:00+00:00","stop":null,"duration":-1777}]',
    )

    assert (log.format, log.amounts, log.skipped) == (
        "toggl",
        [("2026-05-01", "maths", 3600)],
        [(2, "still running")],
    )


@pytest.mark.parametrize(
    "text",
    [
        '{"total_currencies":[{"amount":null}],"total_count":1,"data":[{"id":1,'
        '"pid":3,"description":"x",'
        '"start":"2026-05-01T09:00:00+00:00","end":"2026-05-01T10:00:00+00:00",'
        '"dur":3600000,"project":"maths"}]}',
        '[{"user_id":1,"username":"Ada","project_name":"maths","description":"x",'
        '"time_entries":[{"id":1,"seconds":3600,'
        '"start":"2026-05-01T09:00:00+00:00","stop":"2026-05-01T10:00:00+00:00"}]}]',
        '[[{"id":1,"start":"2026-05-01T09:00:00+00:00",'
        '"stop":"2026-05-01T10:00:00+00:00","duration":3600,'
        '"description":"x","project":"maths"}]]',
    ],
)
def test_toggl_json_of_other_generations(tmp_path: Path, text: str) -> None:
    """Toggl's JSON reports of versions 2 and 3 are read, also in pages."""
    log = read(tmp_path, text)

    assert (log.format, log.amounts, log.settled[0].note) == (
        "toggl",
        [("2026-05-01", "maths", 3600)],
        "x",
    )


def test_times_that_cannot_be(tmp_path: Path) -> None:
    """A start before 1900 or in the future is skipped."""
    starts = (0, -2208988800, -2208988801, 7258118401)
    frames = [
        [start, start + 60, "maths", f"id{number}", [], 0]
        for number, start in enumerate(starts)
    ]
    log = read(tmp_path, json.dumps(frames, indent=1))

    assert [why for _, why in log.skipped] == [
        "before 1900",
        "in the future",
    ]
    assert [entry.seconds for entry in log.settled] == [60, 60]


def test_what_still_runs(tmp_path: Path) -> None:
    """An entry that runs is named so in each format that marks it."""
    current = {
        "id": "current",
        "project": "x",
        "start": "2026-11-23T14:00:00+01:00",
        "stop": "2026-11-23T14:30:00+01:00",
    }
    logs = {
        "watson": json.dumps([current]),
        "timewarrior": "inc 20261123T130000Z # x\n",
        "timeclock": "i 2026-11-23 14:00:00 x\n",
        "klog": "2026-11-23\n    14:00 - ?\n",
        "org": "* x\nCLOCK: [2026-11-23 Mon 14:00]\n",
        "toggl": '[{"id":1,"start":"2026-11-23T13:00:00Z","duration":-1,"stop":"-"}]',
    }

    read_logs = {name: read(tmp_path, text) for name, text in logs.items()}

    assert {name: log.format for name, log in read_logs.items()} == {
        name: name for name in logs
    }
    assert {why for log in read_logs.values() for _, why in log.skipped} == {
        "still running"
    }
    assert [log.settled for log in read_logs.values()] == [[]] * len(logs)


def test_toggl_dash_is_nothing(tmp_path: Path) -> None:
    """What Toggl writes as `-` is empty; parts of a second are rounded."""
    log = read(
        tmp_path,
        '[{"id":1,"start":"2026-05-01T09:00:00Z","stop":"2026-05-01T10:00:00Z",'
        '"dur":3599500,"description":"-","project":"-"}]',
    )

    assert log.amounts == [("2026-05-01", "", 3600)]
    assert log.settled[0].note == ""


def test_repeats_of_a_calendar(tracker: Tracker, tmp_path: Path) -> None:
    """Events that repeat are counted, their repeats are not; alarms repeat nothing."""
    place = tmp_path / "plan.ics"
    event = "BEGIN:VEVENT\nDTSTART:20260906T150000Z\nDTEND:20260906T180000Z\n"
    place.write_text(
        f"BEGIN:VCALENDAR\n{event}RRULE:FREQ=WEEKLY;COUNT=9\nEND:VEVENT\n"
        f"{event}RDATE;VALUE=DATE:20260907\nRRULE:FREQ=DAILY\nEND:VEVENT\n"
        f"{event}BEGIN:VALARM\nRRULE:FREQ=DAILY\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR\n",
        encoding="utf-8",
    )

    output = tracker(f"import {place}")

    assert "The calendar plans 9h00m." in output.err
    assert "2 events repeat: repeats not counted." in output.err


def test_toggl_table_of_2026(tracker: Tracker, tmp_path: Path) -> None:
    """Toggl's newest table has `-` for nothing, also where an entry still runs."""
    place = tmp_path / "toggl.csv"
    header = (
        "Description,Duration,Project,Tags,Start date,Start time,Stop date,Stop time"
    )
    place.write_text(
        f"{header}\n-,1:00:00,-,-,2026-07-14,09:00:00,2026-07-14,10:00:00\n"
        "More,0:30:00,PPO,-,2026-07-14,10:00:00,2026-07-14,10:30:00\n"
        "Runs,-,PPO,-,2026-07-14,11:00:00,-,-\n",
        encoding="utf-8",
    )

    answer = tracker.json(f"import {place}")

    assert (answer["format"], answer["seconds"]) == ("toggl", 5400)
    assert answer["skipped"] == [{"line": 4, "why": "still running"}]
    assert [(each["project"], each["item"]) for each in answer["projects"]] == [
        ("", "toggl"),
        ("PPO", "ppo"),
    ]
    sessions = tracker.json("sessions")["sessions"]
    assert [(each["note"], each["tags"]) for each in sessions] == [
        ("", []),
        ("More", []),
    ]
