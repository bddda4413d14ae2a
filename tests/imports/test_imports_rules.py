"""Days, clocks, lengths, zones and keys, one by one."""

import tomllib
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.imports.reading import read
from tracker.imports.rules import calendar
from tracker.imports.rules.calendar import Calendar
from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.dates import read_numbers
from tracker.imports.rules.day_order import order_of
from tracker.imports.rules.draft import draft_rules, item_spellings, likeliest_item
from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.file_profile import unit_of
from tracker.imports.rules.item_rules import FreeSlugs, Rule, slug_of
from tracker.imports.rules.lengths import read_length
from tracker.imports.rules.reports import ProjectShare
from tracker.journal.rules.days import split_by_day
from tracker.text.amounts import say_amount
from tracker.text.names import Name
from tracker.text.slugs import check_slug

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1h30m", 5400),
        ("1h30", 5400),
        ("~1 tunti", 3600),
        ("1 tuntia 30 min", 5400),
        ("0.5 hour", 1800),
        ("1,33", 4788),
        ("1.33", 4788),
        ("1:30", 5400),
        ("00:45:00", 2700),
        ("45:00 min", 2700),
        ("2,5 Std.", 9000),
        ("PT1H30M", 5400),
        ("-30m", -1800),
        ("\u221230 min", -1800),
        ("1 hour and 5 minutes", 3900),
        ("2h+", 7200),
        ("1 ч 5 мин", 3900),
        ("2h 30'", 9000),
        ("+/- 3h 30", 12600),
        ("1 1/2 h", 5400),
        ("6 and 1/2 hours", 23400),
        ("½ h", 1800),
        ("3+ hours", 10800),
        ("6+", 21600),
        ("0.3333333", 1200),
        ("7", 25200),
        ("0", 0),
        ("x", None),
        ("5 apples", None),
        ("1h 75x", None),
        ("1:75", None),
        ("", None),
        ("1.2.3", None),
        ("0.12345678901234567890", 444),
        ("1:30:15.4", 5415),
        ("1:30:15,5", 5416),
        ("7" * 9, 2799999997200),
        ("7" * 10, None),
        ("7" * 28, None),
    ],
)
def test_lengths(text: str, seconds: int | None) -> None:
    """A length is read whole or not at all; fractions of a second are rounded."""
    assert read_length(text, "h") == seconds


@given(st.integers(1, 86400))
def test_own_amounts(seconds: int) -> None:
    """Every amount that tracker prints is read as the same amount."""
    assert read_length(say_amount(seconds), "") == seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("9:30", 34200),
        ("09:30:15", 34215),
        ("9:30 PM", 77400),
        ("12:05 a.m.", 300),
        ("12:05 p. m.", 43500),
        ("9.30", 34200),
        ("9h30", 34200),
        ("0930", 34200),
        ("24:00", 86400),
        ("10:00:00.123", 36000),
        ("25:00", None),
        ("9", None),
        ("13:00 PM", None),
        ("", None),
        ("noon", None),
    ],
)
def test_clocks(text: str, seconds: int | None) -> None:
    """Times of day are read in many spellings; 24:00 is the end of a day."""
    assert read_clock(text) == seconds


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2026-01-21", (2026, 1, 21, False)),
        ("20260121", (2026, 1, 21, False)),
        ("21.1.26", (2026, 1, 21, False)),
        ("21. 1.", (None, 1, 21, False)),
        ("21/01/2026", (2026, 21, 1, True)),
        ("1/21", (None, 1, 21, True)),
        ("Wed, 21 January 2026", (2026, 1, 21, False)),
        ("Jan 21st, 2026", (2026, 1, 21, False)),
        ("### 21. tammikuuta 2026", (2026, 1, 21, False)),
        ("21 août 2026", (2026, 8, 21, False)),
        ("2026年1月21日", (2026, 1, 21, False)),
        ("Wed Jan 21 09:10:11 2026 +0200", (2026, 1, 21, False)),
        ("21/1-2026", (2026, 21, 1, True)),
        ("Fri 1/21", (None, 1, 21, True)),
        ("1st Febuary", (None, 2, 1, False)),
        ("21.1.2026 ke", (2026, 1, 21, False)),
        ("1/21/2026, Wed", (2026, 1, 21, True)),
        ("2026-01-21 late", None),
        ("Jan 99 2026", (2026, 1, 99, False)),
        ("Jan 100 2026", None),
        ("7 Mar", (None, 3, 7, False)),
        ("Mar 7. Mar", None),
        ("Version 1.2", None),
        ("2 marked pages", None),
        ("2 h lisää", None),
        ("Week 1", None),
        ("12", None),
        ("May", None),
        ("2026", None),
    ],
)
def test_days(text: str, written: tuple[object, ...] | None) -> None:
    """Days with numbers and names of months, in several languages; dots put the day first."""
    found = read_numbers(text)

    assert (found and found[:4]) == written


@given(
    st.lists(st.dates(date(2000, 1, 1), date(2030, 12, 31)), min_size=1),
    st.sampled_from(["day-first", "month-first"]),
)
def test_order(days: list[date], order: str) -> None:
    """The order of days is found if one of them shows it."""
    said = [
        f"{d.day}/{d.month}/{d.year}"
        if order == "day-first"
        else f"{d.month}/{d.day}/{d.year}"
        for d in days
    ]
    if any(d.day > 12 for d in days):
        assert order_of(said, None) == order


@given(st.datetimes(), st.integers(1, 86400), st.sampled_from([0, 4, 6]))
def test_cutting(moment: object, seconds: int, hours: int) -> None:
    """A span is cut into the same days as by the journal."""
    starts = timedelta(hours=hours)
    start = hash(moment) % 2_000_000_000
    parts = Calendar(BERLIN, starts).parts(start, seconds)

    assert [tuple(part)[1:] for part in parts] == [
        tuple(piece)[1:] for piece in split_by_day(start, seconds, starts, BERLIN)
    ]
    assert sum(part.seconds for part in parts) == seconds


def test_units_of_bare_numbers() -> None:
    """Bare lengths are minutes if one is over 24, seconds if one is over 1,440."""
    longest = ("24.5", "25", "1440", "1441")
    units = [
        unit_of({length: 1, "3": 1}, columns_in=str, unit_of_total=lambda _: "")
        for length in longest
    ]

    assert units == ["m", "m", "m", "s"]


def test_days_are_cut_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A span inside a known day of one offset is not cut again."""
    monkeypatch.setattr(calendar, "split_by_day", None)
    berlin = Calendar(BERLIN, timedelta(hours=4))
    night = 1768863600  # 20 January 2026, 0:00 there

    days = [
        part.day for hour in range(24) for part in berlin.parts(night + hour * 3600, 60)
    ]

    assert days == ["2026-01-19"] * 4 + ["2026-01-20"] * 20


def test_clock_change(tmp_path: object) -> None:
    """A skipped local time is None; of one that comes twice the first counts."""
    calendar = Calendar(BERLIN, timedelta())

    assert calendar.instant(date(2026, 3, 29), 2 * 3600 + 1800) is None
    assert calendar.instant(date(2026, 10, 25), 2 * 3600 + 1800) == 1792888200
    assert calendar.twice == 1


def test_day_start(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """An entry over midnight is cut where the day starts; its key is that of any zone."""
    text = "start,end,project\n2026-01-05 23:00,2026-01-06 05:00,Maths\n"
    at_midnight, at_four = (
        read(tmp_path, text).settled[0],
        read(tmp_path, text, starts=4).settled[0],
    )

    assert [(p.day, p.seconds) for p in at_midnight.parts] == [
        ("2026-01-05", 3600),
        ("2026-01-06", 18000),
    ]
    assert [(p.day, p.seconds) for p in at_four.parts] == [
        ("2026-01-05", 18000),
        ("2026-01-06", 3600),
    ]
    assert (
        read(tmp_path, text, zone="Asia/Tokyo").settled[0].uid
        == at_midnight.uid
        == at_four.uid
    )


def test_skipped_local_time(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """A row at a skipped time is skipped; one over the change has its true length."""
    log = read(
        tmp_path,
        "start,end\n2026-03-29 02:30,2026-03-29 04:00\n2026-03-29 01:00,2026-03-29 04:00\n",
    )

    assert log.skipped == [
        (2, "2:30 on 2026-03-29 does not exist: the clocks were set forward")
    ]
    assert [entry.seconds for entry in log.settled] == [7200]


@given(st.text(max_size=80))
def test_slugs(project: str) -> None:
    """Any project gets a slug that is valid and free."""
    slug = slug_of(project)

    assert check_slug(slug) == slug
    slugs = FreeSlugs([slug])
    second, third = slugs.take(project), slugs.take(project)
    assert (second[-2:], third[-2:]) == ("-2", "-3")


def test_likeliest_item() -> None:
    """A draft proposes the item most like a project, or none."""
    names = [
        Name("fastai", "Practical Deep Learning for Coders", ("fast.ai",)),
        Name("ppo", "Proximal Policy Optimization"),
    ]

    assert likeliest_item("Fast.AI course", item_spellings(names)) == "fastai"
    assert (
        likeliest_item("proximal policy optimisation", item_spellings(names)) == "ppo"
    )
    assert likeliest_item("Gardening", item_spellings(names)) == ""


def test_short_words_are_not_likely() -> None:
    """A word of at most three letters inside a name makes no match."""
    assert (
        likeliest_item(
            "art", item_spellings([Name("art-of-doing", "The art of doing")])
        )
        == ""
    )
    assert (
        likeliest_item("the art of doing", item_spellings([Name("art", "art")])) == ""
    )
    assert (
        likeliest_item("arts", item_spellings([Name("liberal", "The arts of old")]))
        == "liberal"
    )


def test_rules_fit() -> None:
    """A rule fits by project and tag in any case, and by part of the note."""
    entry = ReadySession(1, "u", False, "Maths", "limits and series", ("Uni",), 60, ())

    assert Rule("x", project="maths", tag="uni", note="Series").fits(entry)
    assert not Rule("x", project="maths", tag="work").fits(entry)


def test_draft() -> None:
    """A draft lists projects by their hours, in valid TOML."""
    shares = [
        ProjectShare('A "b" \\ \n', "a-b", "new", entries=2, seconds=5400),
        ProjectShare("c", "ppo", "name", entries=1, seconds=7200),
    ]

    text = draft_rules(shares, [])

    assert text.splitlines()[4:] == [
        "",
        "# 2.0 h in 1 entry",
        "[[rule]]",
        'project = "c"',
        'item = "ppo"',
        "",
        "# 1.5 h in 2 entries",
        "[[rule]]",
        'project = "A \\"b\\" \\\\ \\u000a"',
        'item = ""',
    ]
    assert [rule["project"] for rule in tomllib.loads(text)["rule"]] == [
        "c",
        'A "b" \\ \n',
    ]


def test_draft_guess() -> None:
    """A draft says which item is the likeliest one, and not found by its name."""
    shares = [
        ProjectShare("deep RL", "deep-rl", "new", entries=1, seconds=7200),
        ProjectShare("ppo", "ppo", "name", entries=1, seconds=3600),
    ]

    text = draft_rules(shares, [Name("deep-rl-course", "Deep RL Course")])

    assert text.splitlines()[5:] == [
        "# 2.0 h in 1 entry; the item is a guess",
        "[[rule]]",
        'project = "deep RL"',
        'item = "deep-rl-course"',
        "",
        "# 1.0 h in 1 entry",
        "[[rule]]",
        'project = "ppo"',
        'item = "ppo"',
    ]
