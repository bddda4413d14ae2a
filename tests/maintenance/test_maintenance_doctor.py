"""`doctor`: what is wrong with the database, and what is worth knowing."""

import json
import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import WELL, Output, Tracker
from tracker.database.revisions import revisions
from tracker.maintenance.commands import doctor
from tracker.maintenance.rules.findings import Finding, old_programmes
from tracker.text.columns import wrap

LONG_AGO = 1_600_000_000


def _change(place: Path, *statements: str) -> None:
    """Change the file at `place` directly."""
    with closing(sqlite3.connect(place)) as db:
        db.execute("pragma writable_schema = on")
        for statement in statements:
            db.execute(statement)
        db.commit()


def _findings(tracker: Tracker) -> list[tuple[str, bool]]:
    """Each finding's key, and whether it is a fault."""
    return [
        (finding["what"], finding["fault"])
        for finding in tracker.json("doctor")["findings"]
    ]


def test_database_in_use_is_well(tracker: Tracker, place: Path) -> None:
    """A database in use is well; examining it changes nothing."""
    tracker.ok("log fastai 1h")
    before = place.read_bytes()

    assert tracker("doctor") == Output(0, WELL, "")
    assert tracker.json("doctor") == {
        "schema": 1,
        "kind": "doctor",
        "ok": True,
        "findings": [],
        "zone": {"name": "Europe/Berlin", "source": "TZ"},
    }
    assert place.read_bytes() == before


def test_large_database_is_announced(
    tracker: Tracker, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A remark says that checking a large file takes a while."""
    monkeypatch.setattr(doctor, "LARGE", place.stat().st_size - 1)
    size = f"{place.stat().st_size / 1e6:.1f} MB"

    assert tracker("doctor") == Output(0, WELL, f"Checking all of {place}, {size}.\n")


def test_no_database(tracker: Tracker) -> None:
    """Without a database it says so, and makes none."""
    says = f"There is no database at {tracker.db} yet."

    assert tracker("doctor").out == f"All is well.\n{wrap(says, 2)}\n"
    assert not tracker.db.exists()


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("drop index session_sums", "schema"),
        ("drop table note", "schema trigger"),
        (
            "update sqlite_master set sql = replace(sql, '86400', '99999') where name = 'session'",
            "schema",
        ),
        ("drop trigger keep_session_update", "trigger"),
        ("update item set track_id = 99999 where slug = 'fastai'", "link"),
        (
            "insert into overlap (uid, edited_at, day, seconds) values ('x', 1, '2026-11-23', 60)",
            "overlap-wrong",
        ),
        (
            "insert into overlap (uid, edited_at, day, seconds) values ('x', 1, '2026-11-20', 60)",
            "value",
        ),
        (
            "insert into running (id, command_id) select 1, max(id) from command",
            "running",
        ),
    ],
)
def test_faults_are_found(
    tracker: Tracker, place: Path, statement: str, what: str
) -> None:
    """Each fault is found and is not ok; a table that is wrong is exit code 5."""
    tracker.ok("log fastai 1h")
    _change(place, statement)
    output, listed = tracker("doctor"), tracker("doctor --json")
    answer, text = json.loads(listed.out), output.out
    is_refused = statement.startswith(("drop table", "update sqlite_master"))

    assert output.code == listed.code == (5 if is_refused else 0)
    assert not answer["ok"]
    assert {
        finding["what"] for finding in answer["findings"] if finding["fault"]
    } == set(what.split())
    assert text.splitlines()[0].endswith(("1 fault found.", "faults found."))
    assert text.splitlines()[1].startswith("! ")
    lines = [line for line in text.splitlines() if str(place.parent) not in line]
    assert max(map(len, lines)) <= 80


def _damage(place: Path) -> None:
    """Overwrite the first page of the items."""
    with closing(sqlite3.connect(place)) as db:
        (page,) = db.execute(
            "select rootpage from sqlite_master where name = 'item'"
        ).fetchone()
    with place.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)


@pytest.mark.parametrize("kind", ["a page of it", "cut short"])
def test_damage_is_code_5(tracker: Tracker, place: Path, kind: str) -> None:
    """Damage is listed, and the exit code is 5."""
    if kind == "cut short":
        place.write_bytes(place.read_bytes()[:300_000])
    else:
        _damage(place)
    text, output = tracker("doctor"), tracker("doctor --json")
    answer = json.loads(output.out)

    assert (text.code, output.code) == (5, 5)
    assert {(finding["what"], finding["fault"]) for finding in answer["findings"]} == {
        ("damage", True)
    }
    assert (answer["ok"], text.out.splitlines()[1][:22]) == (
        False,
        "! The file is damaged:",
    )
    assert (
        text.err == f"{place} is damaged.\nTo save what can be read:"
        f" tracker doctor --salvage {place.with_name('tracker-salvaged.db')}\n"
    )


def test_hint_names_the_latest_backup(tracker: Tracker, place: Path) -> None:
    """Where there are backups beside the database, the hint names the latest."""
    tracker.ok("backup")
    back = f"To restore the latest backup: tracker restore {tracker.json('backup')['file']}"
    _change(place, "drop index session_sums")
    assert tracker.ok("doctor").splitlines()[-2] == back

    _damage(place)
    assert tracker("doctor").err.splitlines()[1] == back


def test_other_file_is_refused(tracker: Tracker, place: Path) -> None:
    """A file that is no database is code 5."""
    place.write_text("not a database " * 400)
    output = tracker("doctor")

    assert (output.code, output.out) == (5, "")


def test_findings_that_are_no_faults(tracker: Tracker, place: Path) -> None:
    """Overlaps, a forgotten timer and an unknown table are no faults."""
    tracker.ok("log fastai 9:00-11:00")
    tracker.ok("log ppo 10:00-11:00 --overlap")
    tracker.ok("start fastai", now="2026-11-24T09:00")
    _change(place, "create table hers (a)")
    answer = tracker.json("doctor", now="2026-11-25T09:00")

    assert answer["ok"]
    assert answer["findings"] == [
        {
            "what": "schema",
            "says": "The table hers was not made by tracker.",
            "fault": False,
            "name": "table hers",
        },
        _overlap(),
        _timer(),
    ]


def _overlap() -> dict[str, Any]:
    """The finding for an overlap of one hour."""
    says = "2026-11-23: sessions overlap by 1 h. Exports count that time once."
    return {
        "what": "overlap",
        "says": says,
        "fault": False,
        "day": "2026-11-23",
        "seconds": 3600,
    }


def _timer() -> dict[str, Any]:
    """The finding for a timer of 24 hours."""
    says = (
        "The timer on fastai has run for 24 h, longer than 6 h."
        " Say when you stopped, for example: tracker stop --at 10:00"
    )
    return {
        "what": "timer",
        "says": says,
        "fault": False,
        "item": "fastai",
        "seconds": 86400,
    }


def test_long_day_is_a_fault(tracker: Tracker, place: Path) -> None:
    """A day with more than 24 h on the clock is a fault."""
    tracker.ok("log fastai 20h")
    _change(
        place,
        "insert into session (uid, edited_at, item_id, day, seconds, note, tags, source,"
        " logged_at) select uid || 'x', edited_at, item_id, day, seconds, note, tags,"
        " source, logged_at from session",
    )

    assert _findings(tracker) == [("long-day", True)]
    assert tracker.ok("doctor") == (
        "1 fault found.\n"
        "! 2026-11-23 has 40 h of sessions, more than a day has. To see them:\n"
        "tracker sessions --since 2026-11-23 --until 2026-11-23\n"
        "  Time zone: Europe/Berlin, from TZ.\n"
    )


def test_rights_are_checked(tracker: Tracker, place: Path) -> None:
    """A file or folder that others can write is named, with the command to mend it."""
    place.chmod(0o644)
    place.parent.chmod(0o770)
    findings = tracker.json("doctor")["findings"]

    assert [(f["what"], f["mode"]) for f in findings] == [
        ("rights", "0644"),
        ("rights", "0770"),
    ]
    assert "chmod 600" in findings[0]["says"]
    assert "chmod 700" in findings[1]["says"]
    assert "restore" not in tracker.ok("doctor")


def test_unfinished_files_are_removed(tracker: Tracker, place: Path) -> None:
    """Unfinished files over an hour old are removed and named; younger ones stay."""
    old, young = Path(f"{place}.new-0001"), Path(f"{place}.new-0002")
    part = Path(f"{place}.backup-2026-11-23-143000-asked.part-0001")
    for left in (old, young, part):
        left.touch()
    for left in (old, part):
        os.utime(left, (LONG_AGO, LONG_AGO))

    assert _findings(tracker) == [("leftover", False), ("leftover", False)]
    assert (old.exists(), young.exists(), part.exists()) == (False, True, False)
    assert _findings(tracker) == []


def test_an_idle_journal_is_removed(tracker: Tracker, place: Path) -> None:
    """The journal of a command stopped before its first change goes; one in use stays."""
    journal = Path(f"{place}-journal")
    journal.touch()
    with closing(sqlite3.connect(place)) as other:
        other.execute("begin immediate")
        assert (_findings(tracker), journal.exists()) == ([], True)

    assert _findings(tracker) == [("leftover", False)]
    assert not journal.exists()
    assert _findings(tracker) == []


def test_older_curriculum_is_no_fault(tracker: Tracker, place: Path) -> None:
    """A curriculum that is not yet updated is no fault."""
    _change(place, "update seed_state set digest = 'old'")

    assert _findings(tracker) == [("seed", False)]
    tracker.ok("items")
    assert _findings(tracker) == []


def test_doctor_migrates_nothing(
    tracker: Tracker, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older database stays as it is."""
    newer = (*revisions(), "9999")
    for module in ("tracker.maintenance.service.doctor", "tracker.database.open"):
        monkeypatch.setattr(f"{module}.revisions", lambda: newer)
    before = place.read_bytes()

    assert _findings(tracker) == [("revision", False)]
    assert place.read_bytes() == before


NO_DATES = (
    "update item set as_of = null where kind = 'programme'",
    "update item_gate set as_of = null, closed = 0",
)
GATE = """
    insert into item_gate (item_id, needs, letters, closed, as_of)
    select id, 'a place', 0, {closed}, {as_of} from item where slug = '{slug}'
"""


def _gate(slug: str, as_of: str, closed: int = 0) -> tuple[str, str]:
    """Statements that give an item a gate in place of any that it has."""
    old = (
        "delete from item_gate where item_id = (select id from item where slug = '{}')"
    )
    return old.format(slug), GATE.format(closed=closed, as_of=as_of, slug=slug)


def test_programmes_looked_up_long_ago_are_named(tracker: Tracker, place: Path) -> None:
    """Dates older than nine months are advice, the earliest first, and no fault."""
    looked_up = "update item set as_of = '2026-01' where slug in ('mats', 'arena')"
    _change(place, *NO_DATES, looked_up, *_gate("lasr-labs", "'2026-02-22'"))
    says = (
        "3 programmes were last checked over 9 months ago: arena (2026-01), mats"
        " (2026-01) and lasr-labs (2026-02-22). Look up the dates before you apply:"
        " tracker show arena"
    )

    assert tracker("doctor") == Output(
        0, WELL.replace("\n", f"\n{wrap(says, 2)}\n", 1), ""
    )
    assert tracker.json("doctor") == {
        "schema": 1,
        "kind": "doctor",
        "ok": True,
        "findings": [
            {
                "what": "old-programmes",
                "says": says,
                "fault": False,
                "programmes": [
                    {"slug": "arena", "as_of": "2026-01"},
                    {"slug": "mats", "as_of": "2026-01"},
                    {"slug": "lasr-labs", "as_of": "2026-02-22"},
                ],
            }
        ],
        "zone": {"name": "Europe/Berlin", "source": "TZ"},
    }


@pytest.mark.parametrize(
    "newer",
    [
        _gate("mats", "'2026-03'"),
        _gate("mats", "'2022'", closed=1),
        ("update item set retired = 1 where slug = 'mats'",),
        ("update item set kind = 'paper' where slug = 'mats'", _gate("mats", "0")[0]),
    ],
)
def test_programmes_that_need_no_look(
    tracker: Tracker, place: Path, newer: tuple[str, ...]
) -> None:
    """A later look at the gate counts; what is closed, removed or no programme does not."""
    old = "update item set as_of = '2022' where slug = 'mats'"
    _change(place, *NO_DATES, old)
    assert _findings(tracker) == [("old-programmes", False)]
    _change(place, *newer)

    assert _findings(tracker) == []


def test_programmes_done_need_no_look(tracker: Tracker, place: Path) -> None:
    """A programme that the person has finished or left is not named."""
    _change(place, *NO_DATES, "update item set as_of = '2022' where slug = 'mats'")
    tracker.ok("done mats")

    assert _findings(tracker) == []


@pytest.mark.parametrize(
    ("as_of", "is_old"),
    [
        ("2026-02-23", False),
        ("2026-02-22", True),
        ("2026-02", False),
        ("2026-01", True),
        ("2026", False),
        ("2025", True),
    ],
)
def test_a_look_in_a_year_or_month_counts_from_its_end(
    as_of: str, is_old: bool
) -> None:
    """Nothing is called older than it must be."""
    assert bool(old_programmes([("mats", as_of)], date(2026, 11, 23))) is is_old


def test_few_programmes_are_named() -> None:
    """At most five are named; the figures have all of them."""
    programmes = [(f"p{number}", "2026-01") for number in range(7)]
    (finding,) = old_programmes(programmes, date(2026, 11, 23))

    assert finding == Finding(
        "old-programmes",
        "7 programmes were last checked over 9 months ago: p0 (2026-01), p1 (2026-01),"
        " p2 (2026-01), p3 (2026-01), p4 (2026-01) and 2 more."
        " Look up the dates before you apply: tracker show p0",
        fault=False,
        figures={
            "programmes": [{"slug": slug, "as_of": day} for slug, day in programmes]
        },
    )


def test_evidence_that_others_cannot_check_is_advice(tracker: Tracker) -> None:
    """Saved evidence that does not count is named, with what would; all is well."""
    tracker.ok("reach ml-project-led --evidence 'letter:Not yet, 3 Nov 2026'")
    tracker.ok("reach arxiv-paper --evidence paper:localhost:8000/p")
    tracker.ok("reach arxiv-paper --evidence letter:on-request")
    tracker.ok("reach python-done")
    tracker.ok("rate python strong --by 'Ann Lee' --evidence review:soon")
    answer = tracker.json("doctor")

    assert answer["ok"] is True
    assert [f["says"] for f in answer["findings"]] == [
        "ml-project-led: the letter 'Not yet, 3 Nov 2026' does not count."
        " The name of its giver, and the day, would:"
        " tracker reach ml-project-led --evidence 'letter:Ann Lee, 3 Nov 2026'",
        "arxiv-paper: the paper 'localhost:8000/p' does not count."
        " An address that others can open would:"
        " tracker reach arxiv-paper --evidence paper:https://example.org/you/work",
        "python: the review 'soon' does not count."
        " The name of its giver, and the day, would:"
        " tracker rate python strong --by 'Ann Lee' --evidence 'review:Ann Lee, 3 Nov 2026'",
    ]


def test_evidence_that_counts_is_not_named(tracker: Tracker) -> None:
    """What the doctor offers to type makes its advice true."""
    tracker.ok("reach ml-project-led --evidence 'letter:Ann Lee, 3 Nov 2026'")
    tracker.ok("rate python strong --by 'Ann Lee' --evidence 'letter:3 Nov 2026'")

    assert _findings(tracker) == []


def test_wrong_amount_is_mended_by_the_line_that_is_said(
    tracker: Tracker, place: Path
) -> None:
    """A session's amount that makes no sense comes with its id and what to type."""
    tracker.ok("log fastai 1h")
    short = tracker.json("sessions")["sessions"][0]["id"][:4]
    _change(
        place,
        "pragma ignore_check_constraints = on",
        "update session set seconds = -500",
    )

    assert " ".join(tracker.ok("doctor").split()).startswith(
        f"1 fault found. ! Session {short} (row 1) has seconds -500, which is not from 1"
        f" second to 24 h. To correct it, give its amount: tracker edit {short} 1h"
    )
    tracker.ok(f"edit {short} 2h")
    assert tracker.ok("doctor") == WELL


def test_wrong_values_are_named(tracker: Tracker, place: Path) -> None:
    """Values that make no sense are named by row, the first five of a column, with the lines that mend them."""
    for _ in range(7):
        tracker.ok("log fastai 1h --on 2026-11-20")
    tracker.ok("start ppo")
    _change(
        place,
        "pragma ignore_check_constraints = on",
        "update session set day = '2026-02-30'",
        "update timer set started_at = -77000000000",
        "insert into setting (uid, edited_at, key, value) values ('s', 1, 'zone', 'Mars')",
    )

    with closing(sqlite3.connect(place)) as db:
        ids = [uid[:4] for (uid,) in db.execute("select uid from session order by id")]
    wrong_days = [
        f"! Session {name} (row {row}) has day '2026-02-30', which is not a day."
        for row, name in enumerate(ids[:5], 1)
    ]
    assert tracker.ok("doctor").splitlines() == [
        "8 faults found.",
        "! The setting zone is 'Mars', which is not a time zone. To mend it:",
        "tracker config zone Europe/Berlin",
        *wrong_days,
        "! 2 more rows of session are wrong in day.",
        "! Row 1 of timer has started_at -77000000000, which is not a moment. To discard",
        "it: tracker cancel",
        "To save what can be read: tracker doctor"
        f" --salvage {place.with_name('tracker-salvaged.db')}",
    ]
    tracker.ok("config zone Europe/Berlin")
    tracker.ok("cancel")
    assert {what for what, _ in _findings(tracker)} == {"value"}


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("zone", "Mars/Base", "is 'Mars/Base', which is not a time zone"),
        ("zone", "../../etc/passwd", "is '../../etc/passwd', which is not a time zone"),
        ("day-starts", "99:99", "is '99:99', which is not a time up to 12:00"),
        (
            "day-starts",
            "04:00+01:00",
            "is '04:00+01:00', which is not a time up to 12:00",
        ),
        ("hours-a-week", "much", "is 'much', which is not an amount up to 168 h"),
        ("hours-a-week", "999h", "is '999h', which is not an amount up to 168 h"),
        ("target", "nobody", "is 'nobody', which is not a role"),
        ("variant", "loud", "is 'loud', which is not a variant of the target"),
    ],
)
def test_a_wrong_setting_is_mended_by_the_line(
    tracker: Tracker, place: Path, key: str, value: str, says: str
) -> None:
    """A setting of no sense is code 5 with a line that mends it, which works in that state."""
    tracker.ok("target professor")
    _change(
        place,
        f"delete from setting where key = '{key}'",
        "insert into setting (uid, edited_at, key, value)"
        f" values ('setting:{key}', 1, '{key}', '{value}')",
    )
    gaps = tracker("gaps")
    message, _, line = tracker.json("doctor")["findings"][0]["says"].partition(
        " To mend it: tracker "
    )
    said = f"{message} To mend it: tracker {line}"
    if key not in ("target", "variant"):  # commands answer without those
        said = f"{place} has a fault: {said} To see all faults: tracker doctor"

    assert (gaps.code, gaps.out) == (5, "")
    assert message == f"The setting {key} {says}."
    assert " ".join(gaps.err.split()) == said
    tracker.ok(line)
    assert _findings(tracker) == []
    assert tracker("gaps").code in (0, 4)


def test_what_lies_in_the_future_is_named(tracker: Tracker) -> None:
    """Sessions and evidence of a clock that was ahead are named, with what mends them."""
    ahead = "2199-01-01T10:00"
    uid = tracker.json("log ppo 1h", now=ahead)["sessions"][0]["id"][:4]
    tracker.ok("reach arxiv-paper --evidence paper:https://arxiv.org/abs/1", now=ahead)
    says = [
        f"Session {uid} on ppo is on 2199-01-01, in the future."
        f" To move it: tracker edit {uid} --on yesterday",
        "arxiv-paper was reached on 2199-01-01, in the future. To take that back:"
        " tracker reopen arxiv-paper",
    ]
    answer = tracker.json("doctor", now="2026-11-23T15:00")

    assert answer["ok"]
    found = [f["says"] for f in answer["findings"] if f["what"] == "future"]
    assert found[0] == says[0]
    assert says[1] in found
    tracker.ok(f"edit {uid} --on yesterday")
    tracker.ok("reopen arxiv-paper")
    assert "in the future" not in tracker.ok("doctor")
