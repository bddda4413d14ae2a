"""The machine's zone: found by every way a machine says it, and never guessed."""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import TZPATH, ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tracker import clock, machine_zones, system
from tracker.clock import LocalZone, machine_zone
from tracker.errors import Unreadable
from tracker.machine_zones import read_zone_file

FOLDER = next(
    (Path(path) for path in TZPATH if Path(path, "Asia/Tokyo").exists()), None
)
needs_files = pytest.mark.skipif(FOLDER is None, reason="the machine has no zone files")
JULY, NOVEMBER = datetime(2026, 7, 1, 12), datetime(2026, 11, 28, 12)


def zone_file(name: str) -> Path:
    """The machine's file of the zone `name`."""
    assert FOLDER
    return FOLDER / name


def offsets(zone: ZoneInfo) -> list[str]:
    """The offsets of a summer's and a winter's day."""
    return [f"{day.replace(tzinfo=zone):%z}" for day in (JULY, NOVEMBER)]


@pytest.mark.parametrize(
    ("typed", "key", "summer", "winter"),
    [
        ("Europe/Berlin", "Europe/Berlin", "+0200", "+0100"),
        (":Asia/Tokyo", "Asia/Tokyo", "+0900", "+0900"),
        ("EST5EDT", "EST5EDT", "-0400", "-0500"),
        ("", "UTC", "+0000", "+0000"),
        ("UTC0", "UTC", "+0000", "+0000"),
        ("UTC+2", "UTC+2", "-0200", "-0200"),
        ("<+03>-3", "<+03>-3", "+0300", "+0300"),
        ("PST8PDT,M3.2.0,M11.1.0", "PST8PDT,M3.2.0,M11.1.0", "-0700", "-0800"),
        (
            "CET-1CEST,M3.5.0,M10.5.0/3",
            "CET-1CEST,M3.5.0,M10.5.0/3",
            "+0200",
            "+0100",
        ),
        (
            "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
            "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
            "+1030",
            "+1100",
        ),
    ],
)
def test_zone_of_a_variable(typed: str, key: str, summer: str, winter: str) -> None:
    """$TZ is a zone's name or a rule of POSIX, with a colon before it or not."""
    zone = machine_zone({"TZ": typed})

    assert (zone.zone.key, str(zone.zone), zone.source) == (key, key, "TZ")
    assert offsets(zone.zone) == [summer, winter]


@needs_files
@pytest.mark.parametrize("colon", ["", ":"])
def test_zone_of_a_path(tmp_path: Path, colon: str) -> None:
    """$TZ can be the path of a file: that of a named zone, or any other."""
    mine = shutil.copy(zone_file("Asia/Tokyo"), tmp_path / "mine")

    assert machine_zone({"TZ": f"{colon}{zone_file('Asia/Tokyo')}"}) == LocalZone(
        ZoneInfo("Asia/Tokyo"), "TZ"
    )
    zone = machine_zone({"TZ": f"{colon}{mine}"}).zone
    assert (zone.key, offsets(zone)) == (str(mine), ["+0900", "+0900"])


@needs_files
def test_zone_of_a_folder_that_looks_like_it(tmp_path: Path) -> None:
    """A file in a folder called zoneinfo is what its bytes say, not what its name does."""
    false = tmp_path / "zoneinfo" / "Asia" / "Tokyo"
    false.parent.mkdir(parents=True)
    shutil.copy(zone_file("America/Denver"), false)

    zone = machine_zone({"TZ": str(false)}).zone

    assert offsets(zone) == ["-0600", "-0700"]
    assert zone.key == str(false)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the C library sets no zone")
@pytest.mark.parametrize(
    "rule",
    [
        "PST8PDT,M3.2.0,M11.1.0",
        "CET-1CEST,M3.5.0,M10.5.0/3",
        "<+03>-3",
        "IST-1GMT0,M10.5.0,M3.5.0/1",
        "<-03>3<-02>,M3.5.0/-2,M10.5.0/-1",
        "NZST-12NZDT,M9.5.0,M4.1.0/3",
        "XXX-5:30YYY-6:30,J60,J300/1:30",
        "XXX3:15YYY,J59,J300",
    ],
)
def test_rules_as_the_c_library_reads_them(
    rule: str, monkeypatch: pytest.MonkeyPatch, restored_zone: None
) -> None:
    """At any moment a rule gives the offset that the C library gives for it."""
    zone = machine_zone({"TZ": rule}).zone
    monkeypatch.setenv("TZ", rule)
    time.tzset()
    draw = random.Random(rule)
    moments = [draw.randrange(1, 2**32) for _ in range(2000)]

    assert [
        datetime.fromtimestamp(at, zone).replace(tzinfo=None) for at in moments
    ] == [datetime.fromtimestamp(at) for at in moments]


@pytest.fixture(name="restored_zone")
def _restored_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The C library's zone is as it was after the test."""
    yield
    monkeypatch.undo()
    time.tzset()


UNKNOWN = [
    "Mars/Phobos",
    "Europe",
    "europe/berlin!",
    "../Berlin",
    "Berlin",
    "CET-1CEST",  # C libraries differ about the days on which its clocks change
    "CET-1CEST,M13.5.0,M10.5.0",
    "CET-1CEST,J0,J400",
    "A3",
    "FOO24",
    "FOO25",
    "XXX3YYY24,J1,J300",
    "XXX3YYY,59,300",  # days from 0: Python takes each for the day before
    "/dev/zero",
    "/nowhere",
    "/",
    "é",
    "\udcff",
]


@pytest.mark.parametrize("typed", UNKNOWN)
def test_variable_that_is_no_zone(typed: str) -> None:
    """A $TZ that is no zone is refused; the C library would say UTC."""
    with pytest.raises(Unreadable) as caught:
        machine_zone({"TZ": typed})

    assert caught.value.message == f"TZ is '{typed}', which is not a time zone."


@needs_files
@pytest.mark.parametrize(
    ("named", "key"),
    [
        ("America/Los_Angeles\n", "America/Los_Angeles"),
        ("Europe/Berlin\n", "PST8PDT,M3.2.0,M11.1.0"),  # left by the zone before
        ("../../etc/passwd\n", "PST8PDT,M3.2.0,M11.1.0"),
        ("Åland\n", "PST8PDT,M3.2.0,M11.1.0"),
        ("", "PST8PDT,M3.2.0,M11.1.0"),
        (None, "PST8PDT,M3.2.0,M11.1.0"),
    ],
)
def test_copied_file(tmp_path: Path, named: str | None, key: str) -> None:
    """A copied /etc/localtime has the name beside it if the bytes agree; else its rule."""
    localtime = shutil.copy(zone_file("America/Los_Angeles"), tmp_path / "localtime")
    if named is not None:
        (tmp_path / "timezone").write_text(named, encoding="utf-8")

    zone = machine_zone({}, str(localtime))

    assert (zone.zone.key, zone.source) == (key, str(localtime))
    assert offsets(zone.zone) == ["-0700", "-0800"]


@needs_files
@pytest.mark.parametrize("target", ["../etc/zoneinfo/Asia/Tokyo", "copy"])
def test_linked_file(tmp_path: Path, target: str) -> None:
    """A link to a zone's file names it, also where that file is gone; others are read."""
    shutil.copy(zone_file("Asia/Tokyo"), tmp_path / "copy")
    localtime = tmp_path / "localtime"
    localtime.symlink_to(target)

    zone = machine_zone({}, str(localtime)).zone

    assert offsets(zone) == ["+0900", "+0900"]
    assert zone.key == ("JST-9" if target == "copy" else "Asia/Tokyo")


@pytest.mark.parametrize("content", [b"", b"Asia/Tokyo\n", b"TZif2", os.urandom(2000)])
def test_file_that_is_no_zone(tmp_path: Path, content: bytes) -> None:
    """An /etc/localtime that is no zone file is not taken for UTC."""
    localtime = tmp_path / "localtime"
    localtime.write_bytes(content)

    with pytest.raises(Unreadable) as caught:
        machine_zone({}, str(localtime))

    assert (caught.value.message, caught.value.hint) == (
        "The time zone of this computer is not known: "
        f"{localtime} cannot be read as a zone file.",
        "Say which it is: tracker config zone Europe/Berlin",
    )


def test_link_to_nothing(tmp_path: Path) -> None:
    """A link to a file that is gone and has no zone's name is not taken for UTC."""
    localtime = tmp_path / "localtime"
    localtime.symlink_to("gone")

    with pytest.raises(Unreadable):
        machine_zone({}, str(localtime))


def test_machine_without_a_zone(tmp_path: Path) -> None:
    """Without $TZ and /etc/localtime nothing says the zone, so it is asked for."""
    localtime = str(tmp_path / "localtime")

    with pytest.raises(Unreadable) as refusal:
        machine_zone({}, localtime)

    assert (refusal.value.message, refusal.value.hint) == (
        "The time zone of this computer is not known: TZ is not set, and there is no"
        f" {localtime}.",
        "Say which it is: tracker config zone Europe/Berlin",
    )


@pytest.mark.parametrize(
    ("prints", "key"),
    [("Africa/Nairobi\n", "Africa/Nairobi"), ("", None), ("GMT+03:00\n", None)],
)
def test_phone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prints: str, key: str | None
) -> None:
    """Android, and Termux on it, says its zone by getprop; else it is not known."""
    monkeypatch.setattr(sys, "getandroidapilevel", lambda: 30, raising=False)
    monkeypatch.setattr(
        subprocess, "run", lambda *_, **__: SimpleNamespace(stdout=prints)
    )
    localtime = str(tmp_path / "localtime")

    if key:
        assert machine_zone({}, localtime) == LocalZone(ZoneInfo(key), "getprop")
    else:
        with pytest.raises(
            Unreadable, match=r"getprop persist\.sys\.timezone does not"
        ):
            machine_zone({}, localtime)


def test_phone_without_getprop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where getprop is missing, the zone of a phone is not known."""
    monkeypatch.setattr(sys, "getandroidapilevel", lambda: 30, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Unreadable, match=r"getprop persist\.sys\.timezone does not"):
        machine_zone({}, str(tmp_path / "localtime"))


def test_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows names its zones in its own way; tzlocal knows which they are."""
    windows = SimpleNamespace(get_localzone_name=lambda: "Europe/Paris")
    monkeypatch.setitem(sys.modules, "tzlocal", windows)
    monkeypatch.setattr(system, "WINDOWS", True)

    zone = machine_zone({}, str(tmp_path / "localtime"))

    assert zone == LocalZone(ZoneInfo("Europe/Paris"), "Windows")


def test_windows_without_a_zone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A zone of Windows that tzlocal does not know is not taken for UTC."""

    def fail() -> None:
        raise LookupError("Mars Standard Time")

    windows = SimpleNamespace(get_localzone_name=fail)
    monkeypatch.setitem(sys.modules, "tzlocal", windows)
    monkeypatch.setattr(system, "WINDOWS", True)

    with pytest.raises(Unreadable, match="Windows does not say it"):
        machine_zone({}, str(tmp_path / "localtime"))


@needs_files
@given(st.sampled_from(sorted(available_timezones())), st.data())
def test_copies_of_all_zones(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject
) -> None:
    """A copied zone file has the offsets of its zone, at any moment from 1970 on."""
    if not zone_file(name).exists():
        return
    copy = tmp_path_factory.getbasetemp() / "localtime"
    shutil.copy(zone_file(name), copy)
    zone = machine_zone({}, str(copy)).zone
    moments = st.datetimes(
        datetime(1970, 1, 2), datetime(2199, 12, 30), timezones=st.just(UTC)
    )
    for moment in data.draw(st.lists(moments, min_size=1, max_size=20)):
        assert (
            moment.astimezone(zone).isoformat()
            == moment.astimezone(ZoneInfo(name)).isoformat()
        )


def test_large_file_is_not_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a file that is no zone only the beginning is read."""
    monkeypatch.setattr(machine_zones, "LARGEST", 10)
    (tmp_path / "large").write_bytes(b"TZif2" + bytes(1000))

    with pytest.raises((OSError, ValueError)):
        read_zone_file(str(tmp_path / "large"), ())


REFUSED = """\
TZ is 'Mars/Phobos', which is not a time zone.
Set it: export TZ=Europe/Berlin
Or set it for tracker: tracker config zone Europe/Berlin
"""


def test_commands_without_a_zone(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What needs a day is refused and creates nothing; a set zone ends that."""
    tracker.pastes = False
    monkeypatch.setenv("TZ", "Mars/Phobos")

    for words in ("log fastai 1h", "start fastai", "week", "demo", "report"):
        assert tracker(words) == Output(2, "", REFUSED)
    assert not tracker.db.exists()

    tracker.ok("config zone Europe/Berlin")

    assert tracker.ok("log fastai 20:00-21:00", "2026-11-23T22:00").startswith(
        "Logged 1h00m on fastai, Mon 23 Nov, 20:00-21:00"
    )
    assert tracker.json("sessions")["sessions"][0]["started_at"].endswith("+01:00")


def test_commands_that_need_no_zone(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    """Backups are made, and what needs no day is shown, where the zone is not known."""
    tracker.pastes = False
    monkeypatch.setenv("TZ", "Mars/Phobos")

    assert tracker("config").err == REFUSED
    assert "now not known" in tracker.ok("config zone").replace("\n", " ")
    assert tracker.json("config")["zone"] is None
    assert tracker.json("config")["remarks"] == [REFUSED.rstrip()]
    assert tracker("backup").code == 0
    assert tracker("status --line") == Output(0, "", "")
    assert tracker.json("doctor")["findings"] == [
        {"what": "clock", "says": " ".join(REFUSED.split()), "fault": True}
    ]
    assert tracker.json("doctor")["ok"] is False
    assert tracker("doctor").out == (
        "1 fault found.\n"
        "! TZ is 'Mars/Phobos', which is not a time zone.\n"
        "    Set it: export TZ=Europe/Berlin\n"
        "    Or set it for tracker: tracker config zone Europe/Berlin\n"
    )


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("Europe/Berlin", "Europe/Berlin, from TZ"),
        ("<+03>-3", "<+03>-3, from TZ"),
        ("PST8PDT,M3.2.0,M11.1.0", "PST8PDT,M3.2.0,M11.1.0, from TZ"),
    ],
)
def test_zone_is_named(
    tracker: Tracker,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    says: str,
    place: Path,
) -> None:
    """`config` and `doctor` name the zone in use and where it came from."""
    monkeypatch.setenv("TZ", typed)

    assert tracker("config zone").out.replace("\n", " ") == (
        f"zone is not set. It is the time zone of times without one (now {says}). "
    )
    assert f"  Time zone: {says}.\n" in tracker.ok("doctor")
    assert tracker.json("doctor")["zone"] == {"name": typed, "source": "TZ"}
    assert tracker.json("config")["zone"] == {"name": typed, "source": "TZ"}

    tracker.ok("config zone Asia/Tokyo")

    assert "  Time zone: Asia/Tokyo, as set by config zone.\n" in tracker.ok("doctor")
    assert tracker.json("doctor")["zone"] == {"name": "Asia/Tokyo", "source": "config"}


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("/etc/localtime", "UTC, this computer's (/etc/localtime)"),
        ("getprop", "UTC, this computer's (getprop)"),
    ],
)
def test_zone_of_the_machine_is_named(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, source: str, says: str
) -> None:
    """A zone that the computer says is called the computer's."""
    zone = LocalZone(ZoneInfo("UTC"), source)
    monkeypatch.setattr("tracker.app.machine_zone", lambda _: zone)

    assert f"(now {says})" in tracker.ok("config zone").replace("\n", " ")


def test_import_in_a_zone_without_a_name(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An import says the rule by which it read times, and sessions have its offset."""
    monkeypatch.setenv("TZ", "PST8PDT,M3.2.0,M11.1.0")
    log = tmp_path / "log.csv"
    log.write_text("Project,Start,End\nfastai,2026-07-01 20:00,2026-07-01 21:00\n")

    answer = tracker.json(["import", str(log)])

    assert answer["zone"] == "PST8PDT,M3.2.0,M11.1.0"
    assert tracker.json("sessions --all")["sessions"][0]["started_at"] == (
        "2026-07-01T20:00:00-07:00"
    )


def test_everyday_path_reads_no_more() -> None:
    """A zone with a name needs neither the zone files' module nor a process."""
    code = (
        "import sys; from tracker.clock import machine_zone;"
        "machine_zone({'TZ': 'Europe/Berlin'});"
        "print({'tracker.machine_zones', 'dateutil', 'subprocess'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )

    assert done.stdout == "set()\n"
    assert clock.machine_day({"TZ": "nonsense", "TRACKER_NOW": "2026-11-23T01:00"})
