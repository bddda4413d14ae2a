"""Days that start after midnight: a day typed with a time is the day studied."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.journal.harness import calm, start_days_at_four
from tracker.errors import TrackerError
from tracker.journal.rules.pieces import LocalMoment, split_stretch
from tracker.journal.rules.records import Piece
from tracker.journal.rules.word_times import TimeOptions, read_stretch
from tracker.journal.rules.words import read_words

NEW_YORK = ZoneInfo("America/New_York")
NIGHT = "2026-11-27T02:20"  # in Thu 26 Nov, where days start at 04:00
LATE = ("2026-11-26", "2026-11-27T00:30:00+01:00", 1800)


@pytest.fixture(name="late")
def _late(tracker: Tracker) -> Tracker:
    start_days_at_four(tracker.db)
    return tracker


def latest(tracker: Tracker, now: str = NIGHT) -> tuple[str, str, int]:
    """Day, start and seconds of the latest session."""
    session = tracker.json("sessions --limit 99", now)["sessions"][-1]
    return session["day"], session["started_at"], session["seconds"]


@pytest.mark.parametrize(
    "words",
    [
        "0:30-1:00",
        "0:30-1:00 today",
        "today 0:30-1:00",
        "'today 0:30 - 1:00'",
        "0:30-1:00 thu",
        "0:30-1:00 26 nov",
        "0:30-1:00 2026-11-26",
        "0:30-1:00 --on today",
        "0:30-1:00 --on thu",
        "30m at 0:30 today",
        "at 0:30 today for 30m",
        "30m until 1:00 today",
        "--from 'today 0:30' --to 1:00",
        "--from 'today 0:30' --to 'today 1:00'",
        "30m --from 'thu 0:30'",
        "30m --to 1:00 --on thu",
        "'2026-11-27T0:30 - 1:00'",
        "30m --from 2026-11-27T0:30",
    ],
)
def test_the_night_after_a_day(late: Tracker, words: str) -> None:
    """A time before the day's start, with a day, is that of the night after the day."""
    late.ok(f"log fastai {words}", NIGHT)
    assert latest(late) == LATE

    late.ok("log fastai 2m --on 2026-11-24", NIGHT)
    late.ok("rm last", NIGHT)


@pytest.mark.parametrize(
    "words",
    [
        "0:30-1:00 today",
        "today 0:30-1:00",
        "--from 'today 0:30' --to 1:00",
        "--from 'today 0:30' --amount 30m",
        "at 0:30 today for 30m",
        "30m until 1:00 thu",
    ],
)
def test_edit_to_the_night_after_a_day(late: Tracker, words: str) -> None:
    """`edit` reads a day with a time as `log` does."""
    late.ok("log fastai 10m", NIGHT)
    late.ok(f"edit last {words}", NIGHT)

    assert latest(late) == LATE


def test_another_end_after_midnight(late: Tracker) -> None:
    """Another start or end may name its day, or the next one of the calendar."""
    late.ok("log fastai '23:00 - 0:30'", NIGHT)
    late.ok("edit last --to 'today 1:00'", NIGHT)
    assert latest(late) == ("2026-11-26", "2026-11-26T23:00:00+01:00", 7200)

    late.ok("edit last --from 'today 0:30'", NIGHT)
    assert latest(late) == LATE


@pytest.mark.parametrize(
    "words", ["'wed 23:00 - 1:00'", "'wed 23:00 - thu 1:00'", "'wed 23:00 - wed 1:00'"]
)
def test_ranges_over_midnight(late: Tracker, words: str) -> None:
    """The end of a range is the first such time after its start."""
    late.ok(f"log fastai {words}", NIGHT)
    assert latest(late) == ("2026-11-25", "2026-11-25T23:00:00+01:00", 7200)


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("1:30", "Started fastai at 01:30."),
        ("today 1:30", "Started fastai at 01:30."),
        ("--at 'thu 1:30'", "Started fastai at 01:30."),
        ("today 22:30", "Started fastai at Thu 26 Nov, 22:30."),
        ("--at 2026-11-26T22:30", "Started fastai at Thu 26 Nov, 22:30."),
    ],
)
def test_start_in_the_night(late: Tracker, start: str, said: str) -> None:
    """A start on another day of the calendar than now names its day."""
    answer = late.ok(f"start fastai {start}", NIGHT)
    assert answer.splitlines()[0] == f"{said} When done: tracker stop"
    assert late.json("status", NIGHT)["running"]["seconds"] < 4 * 3600


def test_stop_in_the_night(late: Tracker) -> None:
    """A day with the end of a timer is the day studied too."""
    late.ok("start fastai today 0:30", NIGHT)
    assert calm(late.ok("stop today 1:00", NIGHT)).splitlines()[0].endswith("(ID).")
    assert latest(late) == LATE


def test_a_night_of_25_hours(late: Tracker) -> None:
    """Where the clocks go back, the end is the time that was typed, or is refused."""
    now = "2026-10-25T02:20+01:00"  # the second 02:20 in Berlin

    output = late("log fastai 0:00-3:00 today", now)
    assert output.code == 4
    assert output.err.splitlines()[0] == (
        "03:00 on Sun 25 Oct is in the future; it is 02:20."
    )
    assert late("log fastai 0:00-2:10 today", now).code == 4  # twice
    late.ok("log fastai 0:00-2:10 yesterday", now)
    assert latest(late, now) == ("2026-10-23", "2026-10-24T00:00:00+02:00", 7800)


INSTANTS = st.integers(1_735_000_000, 1_900_000_000).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC).astimezone(NEW_YORK)
)


def pieces(
    words: list[str], day: date | None, moment: LocalMoment
) -> tuple[Piece, ...]:
    """What a `log` of the words stores; nothing where it is refused."""
    try:
        stretch = read_stretch(read_words(words, moment), TimeOptions(day), moment)
        return split_stretch(stretch, moment)
    except TrackerError:
        return ()


@given(
    INSTANTS,
    st.integers(0, 6),
    st.integers(0, 1439),
    st.integers(1, 600),
    st.integers(0, 12),
)
def test_a_day_word_is_as_on(
    now: datetime, days: int, minute: int, length: int, day_starts: int
) -> None:
    """A day among the words means what `--on` does, whatever the times and day's start."""
    starts = timedelta(hours=day_starts)
    today = (now.replace(tzinfo=None) - starts).date()
    moment = LocalMoment(now, today, NEW_YORK, starts)
    day, end = today - timedelta(days=days), minute + length
    times = f"{minute // 60}:{minute % 60:02}-{end // 60 % 24}:{end % 60:02}"
    amount = [f"{length}m", "at", times.partition("-")[0]]

    for words in ([times], amount):
        with_option = pieces(words, day, moment)
        assert pieces([*words, day.isoformat()], None, moment) == with_option
        assert pieces([f"{day:%a}", *words], None, moment) == with_option
        assert not with_option or with_option[0].day == day


def test_the_answer_says_after_midnight(late: Tracker) -> None:
    """An answer says where a clock time lies on the calendar day after the day studied."""
    assert calm(late.ok("log fastai 0:30-1:00 today", NIGHT)).splitlines()[0] == (
        "Logged 30m on fastai, Thu 26 Nov, 00:30-01:00 after midnight (ID)."
    )
    assert calm(late.ok("edit last 22:00-1:00", NIGHT)).splitlines()[:3] == [
        "Changed to 3h00m on fastai, Thu 26 Nov, 22:00-01:00 (ID).",
        "  Before: 30m on fastai, Thu 26 Nov, 00:30-01:00 after midnight.",
        "Total 3 h. Undo: tracker undo",
    ]
