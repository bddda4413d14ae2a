"""`export plan`: plans and breaks as a calendar, read back by two other programs."""

import json
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime

import icalendar
import pytest
import vobject

from tests.conftest import Tracker
from tracker.installation import install_line

NASTY = "a, b; c \\n d: \"e\" 'f' " + "🎉é" * 90 + "\u202e\x07 end"
# A life with one plan of each kind, and a break.
LIFE = (
    ("2026-11-01T09:00", "config name Ada"),
    ("2026-11-01T09:00", "plan ppo --by 2026-12-01 --because holidays"),
    ("2026-11-02T09:00", "plan ppo --by 2026-12-20 --because influenza --private"),
    ("2026-11-02T09:00", "plan vae --by 2026-11-10"),
    ("2026-11-02T09:00", "plan dqn --by 2026-11-30"),
    ("2026-11-03T09:00", "plan dqn --withdraw --because 'ppo is enough'"),
    ("2026-11-04T09:00", "break 2026-12-24 2027-01-03"),
    ("2026-11-12T09:00", "done vae"),
)


_MADE: list[bytes] = []


@pytest.fixture(name="planner")
def _planner(tracker: Tracker) -> Tracker:
    """A tracker that holds it all; written once, then copied."""
    if _MADE:
        tracker.db.write_bytes(_MADE[0])
        tracker.now = LIFE[-1][0]
    else:
        for now, words in LIFE:
            tracker.ok(words, now)
        _MADE.append(tracker.db.read_bytes())
    return tracker


def export_events(tracker: Tracker, words: str = "") -> list[icalendar.Event]:
    """The events of `export plan`, as icalendar reads them."""
    calendar = icalendar.Calendar.from_ical(tracker.ok(f"export plan {words}"))
    return list(calendar.walk("VEVENT"))


def days(events: Sequence[icalendar.Event]) -> list[tuple[str, str, str]]:
    """The first day, the title and the status of each event."""
    return [(str(e.start), str(e["summary"]), str(e["status"])) for e in events]


def uids(events: Sequence[icalendar.Event]) -> dict[str, str]:
    """The uid of each event by its title."""
    return {str(e["summary"]): str(e["uid"]) for e in events}


PPO = "Planned: Replication of Schulman et al. (2017): Proximal Policy Optimization Algorithms"
VAE = (
    "Planned: Replication of Kingma and Welling (2013): Auto-Encoding Variational Bayes"
)
DQN = "Planned: Replication of Mnih et al. (2013): Playing Atari with Deep Reinforcement Learning"
BREAK = "Planned break"


def test_each_plan_and_break(planner: Tracker) -> None:
    """A plan is an event on the day it was last planned for; a withdrawn one is cancelled."""
    assert days(export_events(planner)) == [
        ("2026-11-10", VAE, "CONFIRMED"),
        ("2026-11-30", DQN, "CANCELLED"),
        ("2026-12-20", PPO, "CONFIRMED"),
        ("2026-12-24", BREAK, "CONFIRMED"),
    ]


def test_the_whole_file(tracker: Tracker) -> None:
    """The file has CRLF, whole days, no private reason, and of moments the record's alone."""
    for now, words in LIFE[:3]:
        tracker.ok(words, now)

    content = tracker.ok("export plan", "2027-03-01T09:00")

    (uid,) = uids(export_events(tracker)).values()
    assert content.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//learning-plan-tracker//EN",
        "NAME:Learning plan\\, Ada",
        "X-WR-CALNAME:Learning plan\\, Ada",
        "BEGIN:VEVENT",
        "SUMMARY:Planned: Replication of Schulman et al. (2017): Proximal Policy Op",
        " timization Algorithms",
        "DTSTART;VALUE=DATE:20261220",
        "DTEND;VALUE=DATE:20261221",
        "DTSTAMP:20261102T080000Z",
        f"UID:{uid}",
        "SEQUENCE:29893440",
        "CATEGORIES:Plan",
        "DESCRIPTION:planned on 1 Nov 2026: holidays\\nmoved to 20 Dec 2026 on 2 Nov",
        "  2026",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_what_was_done_is_said(planner: Tracker) -> None:
    """A done plan stays on its planned day, and says when it was done and by whose word."""
    descriptions = {
        str(e["summary"]): e.get("description") for e in export_events(planner)
    }

    assert descriptions == {
        VAE: "claimed done 12 Nov 2026, 2 days late; no evidence yet; no hours logged\n"
        "planned on 2 Nov 2026",
        DQN: "planned on 2 Nov 2026\nwithdrawn on 3 Nov 2026: ppo is enough",
        PPO: "planned on 1 Nov 2026: holidays\nmoved to 20 Dec 2026 on 2 Nov 2026",
        BREAK: None,
    }


def test_what_was_given_up_is_cancelled(planner: Tracker) -> None:
    """The plan of a dropped item is cancelled, and says why."""
    planner.ok("drop ppo", "2026-11-20T09:00")

    event = export_events(planner)[2]

    assert (str(event["summary"]), event["status"]) == (PPO, "CANCELLED")
    assert event["description"].startswith("given up\nplanned on 1 Nov 2026")


def test_an_open_plan_says_nothing_of_today(planner: Tracker) -> None:
    """The same record gives the same bytes on every later day."""
    assert planner.ok("export plan") == planner.ok("export plan", "2027-03-01T09:00")


def test_breaks_include_their_last_day(planner: Tracker) -> None:
    """The end of a break is the day after it, as the standard has it."""
    *_, days_off = export_events(planner)

    assert (days_off.start, days_off.end) == (date(2026, 12, 24), date(2027, 1, 4))


def test_redacted(planner: Tracker) -> None:
    """With --redact no reason is there, and no name."""
    content = planner.ok("export plan --redact")

    assert not [word for word in ("Ada", "holidays", "enough") if word in content]


def test_a_second_export_updates(planner: Tracker) -> None:
    """A changed plan keeps its uid, with a higher sequence and a later stamp; also after undo."""
    first = export_events(planner)
    planner.ok("plan ppo --by 2027-02-01", "2026-11-20T09:00")
    second = export_events(planner)
    planner.ok("undo", "2026-11-20T09:05")
    third = export_events(planner)

    assert uids(first) == uids(second) == uids(third)
    assert days(first) == days(third) != days(second)
    stamps = [events[0]["dtstamp"].dt for events in (first, second, third)]
    assert stamps == [
        datetime(2026, 11, 12, 8, 0, tzinfo=UTC),
        datetime(2026, 11, 20, 8, 0, tzinfo=UTC),
        datetime(2026, 11, 20, 8, 5, tzinfo=UTC),
    ]
    sequences = [events[0]["sequence"] for events in (first, second, third)]
    assert sequences == sorted(set(sequences))


def test_a_renamed_item_keeps_its_event(tracker: Tracker) -> None:
    """The event of an own item keeps its uid when the item gets another name."""
    tracker.ok("add notes --title Notes --track math")
    tracker.ok("plan notes --by 2027-01-31")
    (before,) = export_events(tracker)
    tracker.ok("rename notes --slug jots --title Jots")
    (after,) = export_events(tracker)

    assert (before["uid"], "Planned: Jots") == (after["uid"], after["summary"])


@pytest.mark.parametrize(
    ("typed", "gone"),
    [
        (["break 2026-12-24 2027-01-03 --remove", "break 2026-12-24 2026-12-30"], 1),
        (["plan grokking --by 2027-01-01", "undo"], 1),
        (["plan grokking --by 2027-01-01", "undo", "plan grokking --by 2027-01-02"], 1),
        (["plan ppo --by 2027-01-01", "undo"], 0),
        (["break 2026-12-24 2027-01-03 --remove", "undo"], 0),
    ],
)
def test_what_was_removed_is_cancelled(
    planner: Tracker, typed: list[str], gone: int
) -> None:
    """A removed break and an undone plan are cancelled under their uids; no other event is."""
    exported = [export_events(planner)]
    for words in typed:
        planner.ok(words, "2026-11-20T09:00")
        exported.append(export_events(planner))

    last = {str(event["uid"]): str(event["status"]) for event in exported[-1]}
    known = {str(event["uid"]) for events in exported for event in events}
    nameless = [event for event in exported[-1] if event["summary"] == "Removed"]
    assert known == last.keys()
    assert len(nameless) == gone
    assert {str(event["status"]) for event in nameless} <= {"CANCELLED"}


def test_what_is_past_can_be_left_out(planner: Tracker) -> None:
    """With --since, plans and breaks that ended before are left out; open plans stay."""
    assert [
        str(e["summary"]) for e in export_events(planner, "--since 2026-11-12")
    ] == [
        VAE,
        PPO,
        BREAK,
    ]
    planner.ok("log fastai 1h", "2027-01-10T09:00")
    assert days(export_events(planner, "--since 2027-01-04")) == [
        ("2026-12-20", PPO, "CONFIRMED")
    ]


@pytest.mark.parametrize("text", [NASTY, "x" * 5000, "=1+1", "BEGIN:VEVENT"])
def test_hostile_texts(tracker: Tracker, text: str) -> None:
    """Two programs read any title and reason back as they are, from lines of 75 bytes."""
    tracker.ok(["add", "evil", "--title", text, "--track", "math"])
    tracker.ok(["plan", "evil", "--by", "2027-01-31", "--because", text])
    visible = text.replace("\u202e\x07", "")

    content = tracker.ok("export plan")

    lines = content.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not [line for line in lines if b"\n" in line or b"\r" in line]
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    other = vobject.readOne(content).vevent
    assert event["summary"] == other.summary.value == f"Planned: {visible}"
    reason = f"planned on 23 Nov 2026: {visible}"
    assert event["description"] == other.description.value == reason


def test_another_program_reads_the_days(planner: Tracker) -> None:
    """Vobject finds the same days, names and statuses, and validates the file."""
    calendar = vobject.readOne(planner.ok("export plan"))

    assert calendar.validate(raiseException=True)
    assert [
        (e.uid.value, e.dtstart.value, e.dtend.value, e.status.value)
        for e in calendar.vevent_list
    ] == [(e["uid"], e.start, e.end, e["status"]) for e in export_events(planner)]


def test_an_own_calendar_counts_no_hours(planner: Tracker) -> None:
    """Imported again, the calendar adds nothing: plans are not hours."""
    place = planner.db.parent / "plan.ics"
    planner.ok(f"export plan -o {place}")

    answer = planner.json(f"import {place}")

    assert (answer["format"], answer["entries"], answer["added"]) == ("ics", 0, 0)
    assert answer["remarks"] == [
        "4 events last whole days, without times. Such events are not counted."
    ]


def test_an_empty_calendar(tracker: Tracker) -> None:
    """Without plans the calendar is empty, and a remark says how to plan."""
    tracker.ok("log fastai 1h")

    output = tracker("export plan")

    assert output.code == 0
    assert "VEVENT" not in output.out
    assert output.err == (
        "No plan and no break is in this calendar. To plan an item:\n"
        "  tracker plan ITEM --by DAY\n"
    )


def test_json_has_the_same_events(planner: Tracker) -> None:
    """As JSON the events have the same uids, days and texts; it needs no library."""
    answer = planner.json("export plan")

    assert (answer["kind"], answer["name"]) == ("calendar", "Learning plan, Ada")
    assert answer == json.loads(planner.ok("export plan --format json"))
    assert [
        (f"{e['uid']}@learning-plan-tracker", e["since"], e["title"], e["cancelled"])
        for e in answer["events"]
    ] == [
        (str(e["uid"]), str(e.start), str(e["summary"]), e["status"] == "CANCELLED")
        for e in export_events(planner)
    ]


def test_a_demo_says_so(tracker: Tracker) -> None:
    """Every event of a demo says that its person does not exist."""
    tracker.ok("demo")
    demo = f"--db '{tracker.db.parent / 'demo.db'}'"

    events = icalendar.Calendar.from_ical(tracker.ok(f"{demo} export plan")).walk(
        "VEVENT"
    )

    assert len(events) == 6
    assert all("this person does not exist" in event["description"] for event in events)


def test_without_the_library(planner: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the refusal says how to install it; JSON is printed all the same."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.delitem(sys.modules, "tracker.export.render.ics", raising=False)

    output = planner("export plan")

    assert (output.code, output.out) == (2, "")
    assert output.err == (
        "ICS needs icalendar, which is not installed.\n"
        f"To install it: {install_line('icalendar')}\n"
    )
    assert len(planner.json("export plan")["events"]) == 4
