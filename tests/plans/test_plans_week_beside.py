"""`week` beside earlier weeks: last week, a usual one, the last session; what runs."""

from collections import defaultdict
from datetime import date, timedelta

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.plans.harness import MONDAY, WEEK, log_weeks
from tracker.text.amounts import say_amount

HOUR = 3600
THURSDAY = "2026-11-26T12:00"


def test_last_week_and_a_usual_one_stand_beside(tracker):
    """The header has last week, and the mean of the last whole weeks once there are 4."""
    log_weeks(tracker, 3, "8h")
    tracker.ok("log fastai 2h", THURSDAY)
    assert tracker.ok("").splitlines()[0] == (
        "Thu 26 Nov 2026. This week 2h00m (last week 8h00m)."
    )

    tracker.ok("log ppo 6h --on 2026-10-26")
    assert tracker.ok("").splitlines()[0] == (
        "Thu 26 Nov 2026. This week 2h00m (last week 8h00m, usually 7h30m)."
    )
    week = tracker.json("week")
    assert week["usual"] == 7.5 * HOUR
    assert week["last_week"]["seconds"] == 8 * HOUR
    assert week["last_week"]["rows"] == [{"item": "fastai", "seconds": 8 * HOUR}]


def test_a_break_is_no_usual_week(tracker):
    """Weeks of planned breaks are left out of the mean, and named where one is last."""
    log_weeks(tracker, 6, "8h", MONDAY - WEEK)
    tracker.ok("break 2026-11-16 2026-11-22")
    tracker.ok("log fastai 1h", THURSDAY)

    assert tracker.ok("week").splitlines()[0] == (
        "Thu 26 Nov 2026. This week 1h00m (last week a break, usually 8h00m)."
    )


def test_monday_shows_the_items_of_last_week(tracker):
    """On Monday, and until something is logged, last week's items have a line."""
    tracker.ok("log fastai 2h20m", "2026-11-17T20:00")
    tracker.ok("log ziegler-2019 7h20m", "2026-11-22T20:00")
    last = "Last week 9h40m: ziegler-2019 7h20m, fastai 2h20m.\n"

    assert tracker.ok("", "2026-11-23T08:00").startswith(
        f"Mon 23 Nov 2026. Nothing logged this week yet.\n{last}"
    )
    tracker.ok("log ppo 1h", "2026-11-23T20:00")
    assert tracker.ok("").startswith(f"Mon 23 Nov 2026. This week 1h00m.\n{last}")
    assert tracker.ok("", "2026-11-24T08:00").startswith(
        "Tue 24 Nov 2026. This week 1h00m (last week 9h40m).\n  Mon 1h00m ▆   Tue -\n"
    )


def test_the_last_session_is_named_after_three_days(tracker):
    """It is named where it is more than two days ago, with its item; a timer hides it."""
    tracker.ok("log ppo 8:00-9:00", "2026-11-04T12:00")
    tracker.ok("log fastai 7:00-8:00")

    assert "Last session" not in tracker.ok("", "2026-11-06T12:00")
    assert tracker.ok("", "2026-12-11T12:00") == (
        "Fri 11 Dec 2026. Nothing logged this week yet (last week nothing).\n"
        "Last session Wed 4 Nov, 37 days ago, on ppo.\n"
        "Next: continue fastai (about 79 h left).\n"
    )
    assert tracker.json("week")["last_item"] == "ppo"
    tracker.ok("start ppo")
    assert "Last session" not in tracker.ok("")


def test_many_items_are_folded(tracker):
    """Of more than five items, four have a row, and one row has the others."""
    items = ("fastai", "ppo", "ziegler-2019", "gan", "learnpython", "lesswrong")
    for hours, item in enumerate(reversed(items), start=1):
        tracker.ok(f"log {item} {hours}h")

    assert tracker.ok("").splitlines()[2:7] == [
        "  6h00m  fastai        6h00m of 45-130 h",
        "  5h00m  ppo           5h00m of 25-110 h",
        "  4h00m  ziegler-2019  4h00m of 60-220 h",
        "  3h00m  gan           3h00m of 8-40 h",
        "  3h00m  2 more items  tracker report -w",
    ]
    assert len(tracker.json("week")["rows"]) == 6


def test_a_running_timer_counts_as_in_status(tracker):
    """The header has what runs, says how much that is, and agrees with `status`."""
    tracker.ok("log fastai 20:00-20:45", "2026-11-26T20:50")
    tracker.ok("start ppo --at 20:30")

    assert tracker.ok("week", "2026-11-26T21:43:30") == (
        "Thu 26 Nov 2026. This week 1h43m, 58m of it running.\n"
        "  Mon -   Tue -   Wed -   Thu 1h43m ▆▅\n"
        "    45m  fastai  45m of 45-130 h\n"
        "  1h13m  ppo     running since 20:30\n"
        "  Items share 15m, which the total counts once.\n"
        "Tomorrow: continue fastai (about 79 h left).\n"
    )
    assert tracker.ok("status") == (
        "ppo, 1h13m since 20:30. Today 1h43m, this week 1h43m.\n"
    )
    week = tracker.json("week")
    assert week["running"]["seconds"] == 4410
    assert (week["seconds"], week["with_timer"]) == (2700, 2700 + 3510)


def test_shared_time_has_a_footnote(tracker):
    """Where rows add up to more than the week, a line says by how much."""
    tracker.ok("log fastai 9:00-11:00")
    tracker.ok("log ppo 10:00-12:00 --overlap")

    assert (
        tracker.ok("").splitlines()[4]
        == "  Items share 1h00m, which the total counts once."
    )


STRETCHES = st.lists(
    st.tuples(
        st.integers(0, 55),
        st.integers(0, 21 * 60),
        st.integers(1, 119),
        st.sampled_from(["fastai", "ppo", "gan"]),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=15, phases=[Phase.generate])
@given(STRETCHES, st.integers(0, 6), st.integers(0, 200))
def test_weeks_are_sums_of_their_days(tracker, stretches, weekday, minutes):
    """Days add up to the header; last week, usual and timer equal sums made apart."""
    tracker.db.unlink(missing_ok=True)
    today = MONDAY + timedelta(days=weekday)
    now = f"{today}T23:00"
    tracker.ok("config zone UTC", now)  # where no clock changes
    minutes_of: dict[date, set[int]] = defaultdict(set)
    for ago, start, length, item in stretches:
        day = today - timedelta(days=ago)
        minutes_of[day] |= set(range(start, start + length))
        span = f"{_clock(start)}-{_clock(start + length)}"
        tracker.ok(f"log {item} {span} --on {day} --overlap", now)

    def total(first: date) -> int:
        days = (first + timedelta(days=n) for n in range(7))
        return 60 * sum(len(minutes_of[day]) for day in days)

    week = tracker.json("week")
    assert week["seconds"] == sum(day["seconds"] for day in week["days"])
    assert week["seconds"] == week["with_timer"] == total(MONDAY)
    first = min(day for day in minutes_of if minutes_of[day])
    mondays = [MONDAY - n * WEEK for n in range(8, 0, -1)]
    whole = [total(monday) for monday in mondays if monday >= first]
    if len(whole) >= 4:
        assert week["usual"] == (round(sum(whole) / len(whole)) or None)
    else:
        assert week["usual"] is None
    if first < MONDAY:
        assert week["last_week"]["seconds"] == total(MONDAY - WEEK)
    else:
        assert week["last_week"] is None

    start = 23 * 60 - minutes
    tracker.ok(f"start learnpython --at {_clock(start)}")
    minutes_of[today] |= set(range(start, 23 * 60))
    assert tracker.json("week")["with_timer"] == total(MONDAY)
    assert tracker.json("status")["week"] == total(MONDAY)
    amount = say_amount(total(MONDAY))
    header = tracker.ok("").partition(".")[2].split("\n")[0]
    assert not total(MONDAY) or header.startswith(f" This week {amount}")


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def test_a_forgotten_timer_counts_nowhere(tracker):
    """A timer that `stop` asks about is in no hours; the line that stops it works."""
    tracker.ok("log fastai 1h", "2026-11-23T20:00")
    tracker.ok("start ppo --at 22:00", "2026-11-23T22:00")

    assert tracker.ok("", "2026-11-25T08:30").splitlines() == [
        "Wed 25 Nov 2026. This week 1h00m.",
        "  Mon 1h00m ▆   Tue -   Wed -",
        "  1h00m  fastai  1h00m of 45-130 h",
        "The timer on ppo has run for 34h30m, since Mon 23 Nov, 22:00. It may have been",
        "forgotten and is not counted. If so, stop it: tracker stop --at 2026-11-23T23:00",
        "Next: continue fastai (about 79 h left).",
    ]
    assert tracker.ok("status", "2026-11-25T08:30") == (
        "ppo, 34h30m since Mon 23 Nov, 22:00. Today 0m, this week 1h00m, without the\n"
        "timer: it may have been forgotten.\n"
        "Say when you stopped, for example: tracker stop --at 2026-11-23T23:00\n"
    )
    week = tracker.json("week", "2026-11-25T08:30")
    assert (week["seconds"], week["with_timer"]) == (3600, 3600)
    assert tracker.json("status", "2026-11-25T08:30")["week"] == 3600

    tracker.ok("stop --at 2026-11-23T23:00", "2026-11-25T08:30")
    assert tracker.json("week", "2026-11-25T08:30")["seconds"] == 7200


def test_day_that_starts_later_in_the_night(tracker):
    """Hours of a night that counts for tomorrow now stay in the week, as in `report`."""
    tracker.ok("log ziegler yesterday 22:30-0:25", "2026-11-05T00:26")
    tracker.ok("log fastai 20m", "2026-11-05T00:30")
    tracker.ok("config day-starts 04:00", "2026-11-05T00:33")

    seconds = [
        tracker.json(words, "2026-11-05T00:34")["seconds"]
        for words in ("week", "report")
    ]
    assert seconds == [8100, 8100]
    assert "Wed 1h30m ▆▃   Thu 45m ▅" in tracker.ok("week")
