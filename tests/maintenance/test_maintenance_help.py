"""`tracker help`: commands, topics, and spellings that are read as they say."""

import shlex
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.conftest import Output, Tracker
from tracker.command_table import PLACES, TOPICS
from tracker.database.connect import connect
from tracker.errors import TrackerError
from tracker.journal.store.items import item_names
from tracker.maintenance.rules.help_topics import EXIT_CODES, ExitCode
from tracker.maintenance.rules.spellings import READ_AT, SPELLINGS, SpellingGroup
from tracker.text.amounts import parse_amount, say_amount, say_bound
from tracker.text.days import parse_day, say_day
from tracker.text.evidence import parse_evidence
from tracker.text.fractions import parse_progress
from tracker.text.hours import parse_hours
from tracker.text.moments import latest_moment
from tracker.text.names import Name, choose
from tracker.text.periods import parse_period, say_period, week_of
from tracker.text.stretches import parse_stretch, split_tags
from tracker.text.times import parse_clock
from tracker.text.weeks import parse_week

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime.strptime(READ_AT, "%A %d %B %Y, %H:%M").replace(tzinfo=ZONE)
TODAY = NOW.date()
LINES, COLUMNS = 60, 80  # of a screen


def say_moment(text: str) -> str:
    return f"{latest_moment(text, NOW, TODAY):%a %d %b, %H:%M}"


def say_range(text: str) -> str:
    stretch = parse_stretch(text, NOW, TODAY, ZONE)
    assert stretch.start
    end = stretch.start + timedelta(seconds=stretch.seconds)
    return f"{stretch.start:%a, %H:%M}-{end:%H:%M}"


def say_days(text: str) -> str:
    """A period, with its year where it does not end in this one."""
    words = say_period(parse_period(text, TODAY))
    return words.removesuffix(" 2026") if " to " in words else words


def say_week(text: str) -> str:
    return say_period(week_of(parse_week(text, TODAY))).removesuffix(" 2026")


READERS: dict[str, Callable[[str], str]] = {
    "Amount": lambda text: say_amount(parse_amount(text)),
    "Estimate": lambda text: say_bound(*parse_hours(text)),
    "Time": lambda text: f"{parse_clock(text):%H:%M}",
    "Moment": say_moment,
    "Range": say_range,
    "Day": lambda text: say_day(parse_day(text, TODAY), TODAY),
    "Deadline": lambda text: say_day(parse_day(text, TODAY, ahead=True), TODAY),
    "Period": say_days,
    "Week": say_week,
    "Tag": lambda text: split_tags([text]).tags[0],
    "Progress": lambda text: "{} of {}".format(*parse_progress(text)),
    "Evidence": lambda text: parse_evidence(text)[0],
}


@pytest.fixture(name="items", scope="session")
def _items(template: Path) -> list[Name]:
    """The items of a new database."""
    with closing(connect(str(template), write=False)) as db:
        return item_names(db)


@pytest.mark.parametrize("group", SPELLINGS, ids=lambda group: group.name)
def test_spellings(group: SpellingGroup, items: list[Name]) -> None:
    """Each spelling of `tracker help spellings` has the value beside it, or is refused."""
    readers = READERS | {"Item": lambda text: choose(text, items).slug}
    read = readers[group.name]
    for value, spellings in group.meanings.items():
        for spelling in shlex.split(spellings):
            assert read(spelling) == value, spelling
    for spelling in shlex.split(group.refused):
        with pytest.raises(TrackerError):
            read(spelling)


def test_spellings_fit_a_screen(tracker: Tracker) -> None:
    """The list of spellings is one screen; it has every group and makes no database."""
    lines = tracker.ok("help spellings").splitlines()

    assert len(lines) < LINES
    assert max(map(len, lines)) <= COLUMNS
    assert not tracker.db.exists()
    assert [line.split()[0] for line in lines if line[:1].isupper()][-13:] == [
        group.name for group in SPELLINGS
    ]


@pytest.mark.parametrize("name", PLACES)
def test_help_on_a_command(tracker: Tracker, name: str) -> None:
    """`tracker help X` prints what `tracker X --help` prints."""
    assert tracker(f"help {name}") == tracker(f"{name} --help")


def test_help_names_its_topics(tracker: Tracker) -> None:
    """The list of commands ends with the topics, and each of them has a page."""
    lines = tracker.ok("help").splitlines()[-len(TOPICS) :]

    assert [line.split()[0] for line in lines] == list(TOPICS)
    assert {tracker(f"help {topic}").code for topic in TOPICS} == {0}


def test_help_as_json(tracker: Tracker) -> None:
    """With --json the text stands in one object."""
    answer = tracker.json("help exit-codes")

    assert answer == {
        "schema": 1,
        "kind": "help",
        "topic": "exit-codes",
        "text": tracker.ok("help exit-codes").removesuffix("\n"),
    }


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (
            "help spelings",
            "There is no help on 'spelings'.\nDid you mean one of these?\n"
            "  tracker help spellings\n",
        ),
        (
            "help quantum",
            "There is no help on 'quantum'.\nTo list all: tracker help\n",
        ),
    ],
)
def test_unknown_topic(tracker: Tracker, words: str, error: str) -> None:
    """An unknown topic leads to the nearest ones, or to the list."""
    assert tracker(words) == Output(3, "", error)


def test_help_on_two_commands(tracker: Tracker) -> None:
    """Help is on one command at a time: a second word is refused, not left out."""
    assert tracker("help log stop") == Output(
        2, "", "Got unexpected extra argument (stop).\n  tracker help log\n"
    )


def test_help_on_a_word_of_others(tracker: Tracker) -> None:
    """A word that means several commands here is answered with their lines."""
    output = tracker("help sync")

    assert (output.code, output.out) == (2, "")
    assert output.err == tracker("sync").err


@pytest.mark.parametrize("example", [each for each in EXIT_CODES if each.example])
def test_exit_codes(example: ExitCode, tracker: Tracker, place: Path) -> None:
    """The example of each exit code ends with it."""
    assert tracker(example.example).code == example.code
