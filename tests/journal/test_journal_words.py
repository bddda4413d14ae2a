"""Words in any order: what `log` reads in them, and what it asks about."""

import shlex
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tests.journal.harness import calm, dump, rows, start_days_at_four
from tracker.errors import Unreadable
from tracker.journal.rules.word_kinds import BEFORE
from tracker.journal.rules.words import FILLERS, without_commas
from tracker.text.slugs import check_slug

EVENING = "2026-11-23T21:40"
TODAY, YESTERDAY = "2026-11-23", "2026-11-22"


@pytest.mark.parametrize(
    ("words", "day", "clock", "seconds"),
    [
        ("1h fastai", TODAY, "", 3600),
        ("20:00-21:00 fastai", TODAY, "20:00", 3600),
        ("fastai 1h yesterday", YESTERDAY, "", 3600),
        ("fastai yesterday 1h", YESTERDAY, "", 3600),
        ("yesterday fastai 1h", YESTERDAY, "", 3600),
        ("yesterday 1h on fastai", YESTERDAY, "", 3600),
        ("fastai 1h at 18:00", TODAY, "18:00", 3600),
        ("fastai 18:00 for 1h", TODAY, "18:00", 3600),
        ("at 18:00 for 1h 30m fastai", TODAY, "18:00", 5400),
        ("fastai 1h until 19:00", TODAY, "18:00", 3600),
        ("1h yesterday at 9pm fastai", YESTERDAY, "21:00", 3600),
        ("from 9am until 10am fastai", TODAY, "09:00", 3600),
        ("fastai 19 oct 21:00-22:00", "2026-10-19", "21:00", 3600),
        ("21:00 - 22:00 fastai 19 oct", "2026-10-19", "21:00", 3600),
        ("fastai wed 20:00-20:50", "2026-11-18", "20:00", 3000),
        ("20:00-20:50 fastai wed", "2026-11-18", "20:00", 3000),
        ("fastai 2 hours and 5 minutes 2 days ago", "2026-11-21", "", 7500),
        ("fastai 23:30-0:30 yesterday", YESTERDAY, "23:30", 1800),
        ("'fastai 1h'", TODAY, "", 3600),
        ("fastai '18:00 for 1h'", TODAY, "18:00", 3600),
        ("fastai '1h at 18:00'", TODAY, "18:00", 3600),
        ("'yesterday 20:00 for 1h' fastai", YESTERDAY, "20:00", 3600),
        ("yesterday 'fastai 1h'", YESTERDAY, "", 3600),
        ("fastai 1:30 yesterday", YESTERDAY, "", 5400),
        ("fastai yesterday --from 9:00 --to 10:00", YESTERDAY, "09:00", 3600),
        ("fastai 1h yesterday --on yesterday", YESTERDAY, "", 3600),
    ],
)
def test_any_order(
    tracker: Tracker, words: str, day: str, clock: str, seconds: int
) -> None:
    """Item, length, times and day are read wherever they stand."""
    session = tracker.json(f"log {words}", EVENING)["sessions"][0]

    assert (session["item"], session["note"], session["tags"]) == ("fastai", "", [])
    assert (session["day"], session["seconds"]) == (day, seconds)
    assert (session["started_at"] or "T")[11:16] == clock


@pytest.mark.parametrize(
    ("words", "tags", "note"),
    [
        ("fastai 8:00-10:45 'reading code'", [], "reading code"),
        ("'reading code' +deep 1h fastai +pair", ["deep", "pair"], "reading code"),
        ("+pair 1h fastai 'lesson 3'", ["pair"], "lesson 3"),
        ("'+pair +deep' 1h fastai", ["deep", "pair"], ""),
        ("fastai 1h 'deep learning'", [], "deep learning"),
        ("fastai 1h '2 papers at 9:00'", [], "2 papers at 9:00"),
        ("'fastai 1h' -n 'lesson 3'", [], "lesson 3"),
    ],
)
def test_tags_and_note(
    tracker: Tracker, words: str, tags: list[str], note: str
) -> None:
    """A text in quotes that is no item, time or day is the note."""
    (session,) = tracker.json(f"log {words}", EVENING)["sessions"]

    assert (session["item"], session["tags"], session["note"]) == ("fastai", tags, note)


def test_the_note_is_said_back(tracker: Tracker) -> None:
    """A note read from the words is in the answer; one after -n too."""
    words = tracker.ok("log fastai 1h 'lesson 3'")
    option = tracker.ok("log fastai 1h -n 'lesson 3'")

    assert calm(words) == (
        "Logged 1h00m on fastai, Mon 23 Nov (ID).\n"
        "  Note: lesson 3\n"
        "Total 1 h. Undo: tracker undo\n"
    )
    assert calm(option) == (
        "Logged 1h00m on fastai, Mon 23 Nov (ID).\n"
        "  Note: lesson 3\n"
        "Total 2 h. Undo: tracker undo\n"
    )


def test_the_last_item(tracker: Tracker) -> None:
    """Without an item it is the last one logged or timed, and the answer says so."""
    tracker.ok("log fastai 1h")
    tracker.ok("log ppo 1h --on 2026-11-02")

    logged = tracker.ok("log 1h 'reading code' yesterday")
    tracker.ok("start fastai")
    tracker.ok("stop", "2026-11-23T16:00")

    assert calm(logged) == (
        "Logged 1h00m on ppo, the last item, Sun 22 Nov (ID).\n"
        "  Note: reading code\n"
        "Total 2 h. Undo: tracker undo\n"
    )
    assert tracker.json("log 5m")["sessions"][0]["item"] == "fastai"
    assert tracker.json("log last 5m")["sessions"][0]["item"] == "fastai"


def test_no_last_item(tracker: Tracker) -> None:
    """Where nothing was logged here, the last imported items are offered."""
    nothing = tracker("log 1h")
    rows(
        tracker.db,
        """insert into session (uid, edited_at, item_id, day, seconds, note, tags,
                                source, logged_at)
           select 'uid' || id, 0, id, '2026-10-0' || (id % 9 + 1), 60, '', '',
                  'imported', 0
           from item where slug in ('fastai', 'ppo')""",
    )

    assert nothing == Output(
        2, "", "Which item?\nType its name:\n  tracker log 1h ITEM\n"
    )
    imported = tracker("log 1h")
    assert imported.err.splitlines()[:2] == ["Which item?", "These were imported last:"]
    assert sorted(imported.err.splitlines()[2:]) == [
        "  tracker log 1h fastai",
        "  tracker log 1h ppo",
    ]
    assert tracker.json("sessions --limit 9")["sessions"][0]["source"] == "imported"


ASKED = [
    (
        "fastai 1h lesson 3",
        "'lesson 3' is no item, time, day or tag.",
        ["log fastai 1h -n 'lesson 3'"],
    ),
    (
        "'fastai 1h lesson 3'",
        "A sentence in quotes is a note; the item and the time stand beside it.",
        ["log fastai 1h -n 'fastai 1h lesson 3'"],
    ),
    (
        "'1h on fastai yesterday, watched lesson 6 and cried'",
        "A sentence in quotes is a note; the item and the time stand beside it.",
        [
            "log fastai 1h --on yesterday "
            "-n '1h on fastai yesterday, watched lesson 6 and cried'"
        ],
    ),
    (
        "fastai '1h of lesson 6'",
        "A sentence in quotes is a note; the item and the time stand beside it.",
        ["log fastai 1h -n '1h of lesson 6'"],
    ),
    (
        "'saw lesson 6 for 1h'",
        "A sentence in quotes is a note; the item and the time stand beside it.",
        ["log ITEM 1h -n 'saw lesson 6 for 1h'"],
    ),
    (
        "fastai 1h -n a --note=b -nc",
        "A session has one note, and -n is typed twice.",
        ["log fastai 1h -n 'a; b; c'"],
    ),
    (
        "fastai 1h zieglr",
        "'zieglr' could be a note or another item.",
        ["log fastai 1h -n zieglr", "log ziegler-2019 1h"],
    ),
    (
        "fastai 1h lesson 3 -n seen",
        "'lesson 3' is no item, time, day or tag.",
        ["log fastai 1h -n 'seen lesson 3'"],
    ),
    (
        "fastai 1h -- lesson 3",
        "'lesson 3' is no item, time, day or tag.",
        ["log fastai 1h -n 'lesson 3' --"],
    ),
    (
        "fastai 12:30 13:45",
        "'12:30' and '13:45' do not go together.",
        ["log fastai 12:30-13:45"],
    ),
    (
        "lesson fastai 1h 3",
        "'lesson 3' is no item, time, day or tag.",
        ["log fastai 1h -n 'lesson 3'"],
    ),
    (
        "fastai ppo 1h",
        "'fastai' and 'ppo' are both items.",
        ["log fastai 1h", "log ppo 1h"],
    ),
    (
        "practical deep 1h",
        "'practical deep' is no item, time, day or tag.",
        ["log fastai 1h", "log practical 1h -n deep", "log 1h -n 'practical deep'"],
    ),
    (
        "fastai 1 30",
        "'1 30' is not a range of times.",
        ["log fastai 1h30m"],
    ),
    (
        "fastai 1h 'lesson 3' 'part 2'",
        "'lesson 3' and 'part 2' are both notes.",
        ["log fastai 1h -n 'lesson 3; part 2'"],
    ),
    (
        "fastai 1h 'lesson 3' -n 'part 2'",
        "'part 2' and 'lesson 3' are both notes.",
        ["log fastai 1h -n 'part 2; lesson 3'"],
    ),
    (
        "fastai 1h mon tue",
        "'mon' and 'tue' do not go together.",
        ["log fastai 1h mon", "log fastai 1h tue"],
    ),
    (
        "fastai 9:00-10:00 2h",
        "'9:00-10:00' and '2h' do not go together.",
        ["log fastai 9:00-10:00", "log fastai 2h"],
    ),
    (
        "fastai 13:00 1h",
        "Did it start or end at 13:00?",
        ["log fastai at 13:00 1h", "log fastai until 13:00 1h"],
    ),
    (
        "fastai 18-06 1h",
        "'18-06' could be the item or the day.",
        ["log fastai 1h --on 18-06", "log 18-06 1h"],
    ),
    (
        "fastai 1h yesterday --on fri",
        "'yesterday' is 2026-11-22, but --on says 2026-11-20.",
        ["log fastai 1h yesterday", "log fastai 1h --on fri"],
    ),
    (
        "fastai 'yesterday 9:00-10:00' fri",
        "'yesterday 9:00-10:00' is on 2026-11-22, but 'fri' is 2026-11-20.",
        ["log fastai 'yesterday 9:00-10:00'"],
    ),
    (
        "fastai 9:00-10:00 --from 9:30 --to 10:00",
        "'9:00-10:00' and --from or --to do not go together.",
        ["log fastai 9:00-10:00"],
    ),
    ("fastai", "How long?", ["log fastai AMOUNT"]),
    ("yesterday", "How long?", ["log yesterday AMOUNT"]),
    (
        "fastai ppo 1h lesson 3",
        "'fastai' and 'ppo' are both items.",
        ["log fastai 1h -n 'lesson 3'", "log ppo 1h -n 'lesson 3'"],
    ),
    ("+pair", "How long?", ["log +pair AMOUNT"]),
    ("fastai 'lesson 3'", "How long?", ["log fastai 'lesson 3' AMOUNT"]),
    ("fastai 9am", "How long?", ["log fastai 09:00-14:30"]),
    (
        "fastai lesson 3",
        "'lesson 3' is no item, time, day or tag.",
        ["log fastai AMOUNT -n 'lesson 3'"],
    ),
    (
        "90",
        "'90' could be minutes or hours.",
        ["log 90m"],
    ),
    (
        "9-11 yesterday fastai",
        "'9-11' could be morning or afternoon.",
        ["log 9am-11am yesterday fastai", "log 9pm-11pm yesterday fastai"],
    ),
    (
        "fastai today 18:00-19:00",
        "19:00 on Mon 23 Nov is in the future; it is 14:30.",
        ["log fastai yesterday 18:00-19:00"],
    ),
]


@pytest.mark.parametrize(("words", "message", "lines"), ASKED)
def test_what_is_asked(
    tracker: Tracker, words: str, message: str, lines: list[str]
) -> None:
    """What can be read in no way or in two is asked about; each line offered works."""
    tracker.ok("log fastai 1m")
    before = tracker.db.read_bytes()

    asked = tracker(f"log {words}")
    offered = [
        line.removeprefix("  tracker ")
        for line in asked.err.splitlines()
        if line.startswith("  tracker log")
    ]

    assert (asked.code in (2, 4), asked.err.splitlines()[0]) == (True, message)
    assert tracker.db.read_bytes() == before
    assert offered == lines
    for line in offered:
        tracker.db.write_bytes(before)
        tracker.ok(line.replace("AMOUNT", "1m").replace("ITEM", "ppo"))


def test_a_word_that_is_no_item(tracker: Tracker) -> None:
    """One word that is no item is offered as the note on the last one."""
    tracker.ok("log fastai 1h")

    assert tracker("log 1h zzzz") == Output(
        3,
        "",
        "'zzzz' could be a note or another item.\n"
        "A note of one word goes after -n:\n"
        "  tracker log 1h fastai -n zzzz\n",
    )


def test_an_unclear_item_without_a_length(tracker: Tracker) -> None:
    """The lines for an unclear item have a length where none was typed."""
    assert tracker("log 3b1b") == Output(
        3,
        "",
        "'3b1b' could be 3b1b-calculus, 3b1b-linear-algebra or 3b1b-neural-networks.\n"
        "Type more of the name.\n"
        "  tracker log 3b1b-calculus AMOUNT\n"
        "  tracker log 3b1b-linear-algebra AMOUNT\n"
        "  tracker log 3b1b-neural-networks AMOUNT\n",
    )


def test_a_name_that_looks_like_a_day(tracker: Tracker) -> None:
    """A name of an item is no day, nor times, where no other item stands."""
    assert tracker.json("log 18-06 1h yesterday")["sessions"][0]["item"] == "mit-1806"


def test_too_many_words(tracker: Tracker) -> None:
    """A page of words is refused at once."""
    assert tracker(["log", *(["9:00"] * 2000)]) == Output(
        2,
        "",
        "2000 words are too many to read.\n"
        'Type a note in quotes: -n "lesson 3".\n'
        "For help, type: tracker log --help\n",
    )


def test_a_day_and_times_are_of_the_day_studied(tracker: Tracker) -> None:
    """Where days start at 04:00, `yesterday 1:00-2:00` is the night after yesterday."""
    start_days_at_four(tracker.db)
    orders = ("yesterday 1:00-2:00 fastai", "1:00-2:00 fastai yesterday")

    sessions = []
    for words in orders:
        sessions += tracker.json(f"log {words}")["sessions"]
        tracker.ok("undo")

    assert [(each["day"], each["started_at"]) for each in sessions] == [
        ("2026-11-22", "2026-11-23T01:00:00+01:00")
    ] * 2


LENGTHS = st.one_of(
    st.integers(1, 300).map(lambda minutes: [f"{minutes}m"]),
    st.tuples(st.integers(1, 9), st.integers(0, 59)).map(
        lambda time: [f"{time[0]}h", f"{time[1]:02}m"]
    ),
    st.tuples(st.integers(0, 12), st.integers(0, 59), st.integers(1, 90)).map(
        lambda time: [
            f"{time[0]}:{time[1]:02}-"
            f"{time[0] + (time[1] + time[2]) // 60}:{(time[1] + time[2]) % 60:02}"
        ]
    ),
)
DAYS = st.one_of(
    st.sampled_from(
        [[], ["yesterday"], ["2", "days", "ago"], ["last", "tue"], ["12", "may"]]
    ),
    st.dates(date(2026, 1, 1), date(2026, 11, 22)).map(lambda day: [str(day)]),
)
TAGS = st.lists(st.sampled_from(["+pair", "+deep", "+ml-2"]), unique=True)
NOTES = st.sampled_from([[], ["reading code"], ["lesson 3, twice"], ["why 1h?  yes"]])


@settings(max_examples=25)
@given(
    parts=st.tuples(
        st.sampled_from([["fastai"], ["ziegler"], ["18-06"], ["Fast AI"], []]),
        LENGTHS,
        DAYS,
        NOTES,
    ),
    tags=TAGS,
    data=st.data(),
)
def test_permutations(
    tracker: Tracker, parts: tuple[list[str], ...], tags: list[str], data: st.DataObject
) -> None:
    """The same words in another order log the same session."""
    tracker.ok("log ppo 1m --on 2025-01-01")
    before = tracker.db.read_bytes()
    groups = [*parts, *([tag] for tag in tags)]
    sessions = []
    for order in (groups, data.draw(st.permutations(groups))):
        tracker.db.write_bytes(before)
        words = [word for group in order for word in group]
        answer = tracker.json(["log", *words], EVENING)
        sessions.append([{**each, "id": ""} for each in answer["sessions"]])
    tracker.db.write_bytes(before)
    tracker.ok("undo")

    assert sessions[0] == sessions[1]
    assert len(sessions[0][0]["tags"]) == len(tags)
    assert sessions[0][0]["note"] == " ".join((parts[3] or [""])[0].split())


PIECES = st.sampled_from(
    [
        *("fastai", "ppo", "ziegler", "zieglr", "mit", "18-06", "fast ai", "lesson 3"),
        *("1h", "90", "30m", "half an hour", "9-11", "13:00-14:00", "at 12:00", "9am"),
        *("10:00 - 11:00", "12:15", "for 1h", "yesterday", "fri", "12 may", "tomorrow"),
        *("+pair", "'reading code'", "'fastai 1h'", "watched video", "Lesson"),
        *("-n seen", "--on fri", "--to 10:00"),
    ]
)


@settings(max_examples=40)
@given(
    pieces=st.lists(PIECES, max_size=3, unique=True),
    command=st.sampled_from(["log", "edit last"]),
)
def test_offered_lines_work(tracker: Tracker, pieces: list[str], command: str) -> None:
    """Each line that a refusal offers works, or is refused by a rule alone."""
    tracker.ok("log fastai 7:00-7:30")
    before = tracker.db.read_bytes()

    answer = tracker(
        " ".join([command, *sorted(pieces, key=lambda piece: piece[0] == "-")])
    )
    after = tracker.db.read_bytes()
    for line in answer.err.splitlines() if answer.code else []:
        tracker.db.write_bytes(before)
        if line.startswith("  tracker "):
            line = line.removeprefix("  tracker ").replace("AMOUNT", "1m")
            pasted = tracker(line)
            assert pasted.code in (0, 4), (answer, pasted)

    tracker.db.write_bytes(before)
    tracker.ok("undo")
    assert answer.code in (0, 2, 3, 4)
    assert (after == before) or not answer.code


def test_trying_opens_no_editor(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A corrected line that would open an editor is printed without opening it."""
    opened = tmp_path / "opened"
    monkeypatch.setenv("EDITOR", f"touch {opened}")
    tracker.ok("log fastai 1h")

    asked = tracker("edit --dayy")

    assert (asked.code, asked.err.splitlines()[-1]) == (2, "  tracker edit --day")
    assert not opened.exists()


WORDS = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        [
            "fastai",
            "ppo",
            "1h",
            "90",
            "30m",
            "9-5",
            "20:00-21:00",
            "at",
            "18:00",
            "until",
            "for",
            "yesterday",
            "fri",
            "12",
            "may",
            "lesson",
            "3",
            "+pair",
            "+3",
            "+",
            "-",
            "-n",
            "--on",
            "1.30",
            "24:00",
            "20:15",
            "to",
            "ago",
            "now",
            "last",
            "help",
            "18-06",
            "half",
            "an",
            "hour",
            "2026",
            "day's",
        ]
    ),
    st.sampled_from(["reading code", "fastai 1h", "yesterday 9:00 - 10:00", "fast ai"]),
)


@settings(max_examples=60)
@given(words=st.lists(WORDS, max_size=7))
def test_random_words(tracker: Tracker, words: list[str]) -> None:
    """Any words are read or refused in plain words; what is refused writes nothing."""
    before = dump(tracker.db)

    answer = tracker(["log", *words], EVENING)

    assert answer.code in (0, 2, 3, 4), (shlex.join(words), answer)
    if answer.code:
        assert dump(tracker.db) == before
        assert len(answer.err.splitlines()) > 1, (shlex.join(words), answer)


def test_a_day_before(tracker: Tracker) -> None:
    """A day in the words makes a session that is logged `later`."""
    day = date(2026, 11, 23) - timedelta(days=2)

    (session,) = tracker.json(f"log 1h fastai {day}")["sessions"]

    assert (session["day"], session["source"]) == (str(day), "later")


@pytest.mark.parametrize(
    ("words", "message", "lines"),
    [
        ("log fastai 1h firday", "'firday' is not a day.", ["friday", "-n firday"]),
        (
            "log 1h yesterdya",
            "'yesterdya' is not a day.",
            ["yesterday", "-n yesterdya"],
        ),
        ("log fastai 1h 31.11.", "There is no day '31.11.'.", []),
        ("log fastai 1h 2026-02-30", "There is no day '2026-02-30'.", []),
        ("edit last 31.11.", "There is no day '31.11.'.", []),
        (
            "log fastai 1h 5/11",
            "'5/11' can be read in more than one way.",
            ["2026-05-11", "2026-11-05", "-n 5/11"],
        ),
    ],
)
def test_near_days(
    tracker: Tracker, words: str, message: str, lines: list[str]
) -> None:
    """A word that is nearly a day is asked about as a day, and is at most a note."""
    tracker.ok("log fastai 1h", EVENING)
    asked = tracker(words)
    start, _, word = words.rpartition(" ")
    offered = [line for line in asked.err.splitlines() if line.startswith("  ")]

    assert (asked.code, asked.err.splitlines()[0]) == (2, message)
    assert offered == [f"  tracker {start} {line}" for line in lines], word


@pytest.mark.parametrize("word", ["morning", "done"])
@pytest.mark.parametrize("command", ["edit last", "start", "log 1h"])
def test_words_of_a_title(tracker: Tracker, command: str, word: str) -> None:
    """A word that only the title of an item not begun has is asked about."""
    tracker.ok("log fastai 1h", EVENING)
    before = dump(tracker.db)
    asked = tracker(f"{command} {word}")

    assert asked.code == 3
    assert asked.err.startswith(f"'{word}' could be a note or another item.\n")
    assert dump(tracker.db) == before


@pytest.mark.parametrize("word", ["noon", "midday", "midnight"])
def test_noon_is_a_time(tracker: Tracker, word: str) -> None:
    """Noon, midday and midnight are times of day, and never part of a name."""
    tracker.ok("log fastai 1h", EVENING)

    assert tracker(f"edit last {word}").err.startswith(
        f"Did it start or end at {word}?"
    )


def test_a_start_alone_asks_about_the_time_until_now(tracker: Tracker) -> None:
    """`log fastai 1h ago` names a start, so the line offered is a range up to now."""
    asked = tracker("log fastai 1h ago", EVENING)

    assert asked.err.splitlines()[-1] == "  tracker log fastai 20:40-21:40"


def test_no_range_is_made_up(tracker: Tracker) -> None:
    """A range with a time that no day has is refused without any other range."""
    assert tracker("log fastai 25:00-26:00", EVENING) == Output(
        2,
        "",
        "There is no such time of day as '25:00'.\n"
        'Type it like 9am-11am, 20:15-22:00 or "yesterday 9am - 5pm"; or an amount,'
        " like\n1h30m.\nFor help, type: tracker log --help\n",
    )


def test_a_number_after_a_word_is_a_note(tracker: Tracker) -> None:
    """`stop lesson 3` ends the timer with that note; `stop 3` is asked about."""
    tracker.ok("start fastai", EVENING)

    assert tracker("stop 3", "2026-11-23T22:00").code == 2
    assert "Note: lesson 3" in tracker.ok("stop lesson 3")


def test_no_timer_starts_more_than_a_day_ago(tracker: Tracker) -> None:
    """An amount longer than a session is no line for `log`, and no start of a timer."""
    asked = tracker("start fastai 25:00", EVENING)

    assert (asked.code, asked.err.splitlines()[1:]) == (
        2,
        ["Type one time.", "For help, type: tracker start --help"],
    )


def test_words_around_times_are_no_names() -> None:
    """No short name is a word that is read beside amounts, times and days."""
    before = {word.strip() for words in BEFORE.values() for word in words}
    for word in {*before, *FILLERS, "last", "ago", "noon", "midnight", "hour"}:
        with pytest.raises(Unreadable):
            check_slug(word)


def test_own_alias_is_an_item(tracker: Tracker) -> None:
    """A leftover word beside an alias is named alone."""
    tracker.ok("alias fa fastai")

    assert tracker("log fa kaggle 1h").err == (
        "'kaggle' could be a note or another item.\n"
        "A note of one word goes after -n:\n"
        "  tracker log fa 1h -n kaggle\n"
    )


TWO_SESSIONS = [
    "zieg 25m, fa 10m",
    "zieg 25m fa 10m",
    "25m zieg, 10m fa",
    "zieg 25m , fa 10m",
    "zieg 25m; fa 10m",
    "zieg 25m and fa 10m",
    "'zieg 25m, fa 10m'",
]


@pytest.mark.parametrize("words", TWO_SESSIONS)
def test_two_sessions(tracker: Tracker, words: str) -> None:
    """Two items with an amount each are two sessions, and each has its line."""
    tracker.ok("log ziegler-2019 1m", EVENING)
    tracker.ok("alias fa fastai")
    before = dump(tracker.db)

    assert tracker(f"log {words}") == Output(
        2,
        "",
        "'25m' and '10m' are of two sessions.\nOne session at a time:\n  tracker log zieg 25m\n  tracker log fa 10m\n",
    )
    assert dump(tracker.db) == before
    tracker.ok("log zieg 25m")
    tracker.ok("log fa 10m")


@pytest.mark.parametrize(
    "words",
    [
        "log fastai 25m, ppo 10m yesterday",
        "log 25m, 10m, fastai ppo",
        "log fastai 25m, ppo 10m -n seen",
        "log fastai 25m, 3b1b 10m",
        "edit last fastai 25m, ppo 10m",
    ],
)
def test_two_sessions_without_lines(tracker: Tracker, words: str) -> None:
    """Where it is not clear what is of which session, no line is offered."""
    tracker.ok("log fastai 1m", EVENING)
    before = dump(tracker.db)

    assert tracker(words) == Output(
        2,
        "",
        "'25m' and '10m' are of two sessions.\n"
        "Type one item and one amount.\n"
        f"For help, type: tracker {words.split()[0]} --help\n",
    )
    assert dump(tracker.db) == before


@given(st.lists(st.sampled_from(["", ",", ";"]), min_size=4, max_size=4))
@settings(deadline=None, max_examples=12)
def test_commas_after_words(ends: list[str]) -> None:
    """A comma or semicolon at the end of a word says nothing; one in quotes stays."""
    typed = ["fastai", "1h", "yesterday", "+pair"]
    words = [word + end for word, end in zip(typed, ends, strict=True)]

    assert without_commas([*words, ",", "seen, read,"]) == [*typed, "seen, read,"]


def test_a_comma_after_the_item(tracker: Tracker) -> None:
    """Item, amount, day and tag with commas are read as without."""
    (session,) = tracker.json("log fastai, 1h, yesterday, +pair,", EVENING)["sessions"]

    assert (session["item"], session["day"]) == ("fastai", YESTERDAY)
    assert (session["seconds"], session["tags"]) == (3600, ["pair"])
    assert tracker("log fastia, 1h yesterday").err.splitlines()[2:] == [
        "  tracker log fastai 1h yesterday -n fastia",
        "  tracker log fastai 1h yesterday",
    ]


@pytest.mark.parametrize(
    ("words", "word", "lines"),
    [
        (
            "log 30m ppo yesterday zieg",
            "zieg",
            [
                "log 30m ppo yesterday -n zieg",
                "log 30m olsson-ziegler-podcast yesterday",
                "log 30m ziegler-2019 yesterday",
            ],
        ),
        ("log 20m planning", "planning", ["log 20m fastai -n planning"]),
        ("log ppo 20m planning", "planning", ["log ppo 20m -n planning"]),
        ("edit last planning", "planning", ["edit last -n planning"]),
        (
            "edit last morning",
            "morning",
            ["edit last -n morning", "edit last slog-check"],
        ),
        ("start fast quiz", "quiz", ["start fast -n quiz"]),
        ("start ppo quiz", "quiz", ["start ppo -n quiz"]),
        ("start quiz", "quiz", ["start fastai -n quiz"]),
    ],
)
def test_a_note_of_one_word(
    tracker: Tracker, words: str, word: str, lines: list[str]
) -> None:
    """One word that the shell took out of its quotes is first offered as the note."""
    tracker.ok("log fastai 1h", EVENING)
    before = tracker.db.read_bytes()
    asked = tracker(words, EVENING)

    assert asked.err.splitlines() == [
        f"'{word}' could be a note or another item.",
        "A note of one word goes after -n:",
        *(f"  tracker {line}" for line in lines),
    ]
    for line in lines:
        tracker.db.write_bytes(before)
        tracker.ok(line, EVENING)


def test_one_word_beside_a_note(tracker: Tracker) -> None:
    """One more word beside a note is offered as more of that note."""
    tracker.ok("log fastai 1h", EVENING)

    assert tracker("log 1h quiz 'lesson 3'").err == (
        "'quiz' could be a note or another item.\n"
        "As one note:\n"
        "  tracker log 1h fastai -n 'lesson 3 quiz'\n"
    )


@pytest.mark.parametrize("command", ["rm", "edit"])
def test_what_last_is(tracker: Tracker, command: str) -> None:
    """The help says that `last` is what was recorded last, not the newest day."""
    assert "recorded last" in " ".join(tracker.ok(f"{command} --help").split())
