"""The first word: those of other programs, items alone, hours without `log`, misspellings."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tests.maintenance.completed_lines import answer, offered
from tests.test_undo_everything import READING
from tracker.command_table import HARMFUL, PLACES
from tracker.familiar_words import SAME, SEVERAL, to_own_words

# Commands that write, and take nothing away that was recorded before.
HARMLESS = {
    "log",
    "start",
    "stop",
    "pause",
    "continue",
    "edit",
    "recall",
    "add",
    "alias",
    "progress",
    "attempt",
    "reach",
    "feature",
    "target",
    "known",
    "rate",
    "plan",
    "break",
    "note",
    "review",
    "ask",
    "import",
    "applied",
    "config",
    "catalogue",
}
SESSION = "Logged 1h00m on fastai, Mon 23 Nov"


@pytest.mark.parametrize(
    ("typed", "own_words"),
    [
        ("delete last", "rm last"),
        ("ls fastai", "sessions fastai"),
        ("frames --json", "sessions --json"),
        ("track fastai 1h", "log fastai 1h"),
        ("aggregate --month", "report --by day --month"),
        ("tags", "report --all --by tag"),
        ("projects", "report --all --by item"),
        ("stat", "status"),
        ("resume", "continue"),
        ("switch fastai +pair", "start fastai +pair"),
        ("summary", "report"),
        ("help", "--help"),
        ("man log", "log --help"),
        ("help log", "log --help"),
        ("help delete", "rm --help"),
        ("log help", "log --help"),
        ("quit", "--help"),
        ("today", "sessions today"),
        ("yesterday --json", "sessions yesterday --json"),
        ("mon fastai", "sessions mon fastai"),
        ("2026-11", "sessions 2026-11"),
        ("version", "--version"),
    ],
)
def test_words_of_other_programs(tracker: Tracker, typed: str, own_words: str) -> None:
    """A word of Watson, Timewarrior, Toggl or a shell does what tracker's own does."""
    tracker.ok("log fastai 1h")
    before = tracker.db.read_bytes()
    expected = tracker(own_words)
    tracker.db.write_bytes(before)

    assert without_id(tracker(typed)) == without_id(expected)


def without_id(output: Output) -> tuple[int, list[str]]:
    """What was printed, without the lines that name a session, which is random."""
    lines = (output.out + output.err).splitlines()
    return output.code, [line for line in lines if SESSION not in line]


def test_words_and_the_database(tracker: Tracker, place: Path) -> None:
    """--db and --json are passed on; the history keeps the words that were typed."""
    other = ["--db", str(place)]
    tracker.ok([*other, "track", "fastai", "1h"])
    removed = tracker.json([*other, "delete", "last"])

    assert removed["kind"] == "removed"
    assert [row["words"] for row in tracker.json([*other, "history"])["commands"]] == [
        f"--db {place} delete last --json",
        f"--db {place} track fastai 1h",
    ]


def test_completion_of_words(tracker: Tracker, place: Path) -> None:
    """A shell completes the words after one of another program as after tracker's own."""
    for typed in ("track fasta", "track --ov", "help l", "sync x", "nosuch x"):
        answer(tracker, typed)

    assert offered(tracker, "track fasta").keys() == {"fastai"}
    assert offered(tracker, "track --ov").keys() == {"--overlap"}
    assert offered(tracker, "nosuch x") == {}


@pytest.mark.parametrize(
    "typed",
    ["fastai 1h", "1h fastai", "fri fastai 1h", "yesterday 9-10am fastai +pair"],
)
def test_log_is_left_out(tracker: Tracker, place: Path, typed: str) -> None:
    """Words that say an amount are logged; their errors are those of `log`."""
    assert tracker.ok(typed).startswith("Logged 1h00m on fastai")
    assert tracker("fastai 1h --foo").err.endswith("type: tracker log --help\n")
    assert tracker("fastai 45").err.endswith(
        "Type 45m for minutes.\n  tracker log fastai 45m\n"
    )


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        ("goal 12h", "log explain-instrumental-convergence 12h"),
        ("8h sleep", "log 8h sleeper-agents"),
        ("gpu 1h", "log data-parallel 1h"),
        ("log goal 12h", "log explain-instrumental-convergence 12h"),
        ("log leep 1h", "log sleeper-agents 1h"),
        ("rlhf 1h", "log rlhf-shakespeare 1h"),
    ],
)
def test_part_of_a_name(
    tracker: Tracker, place: Path, typed: str, corrected: str
) -> None:
    """A word that is only a part of a title, or inside one of its words, is asked about."""
    output = tracker(typed)

    assert output.code == 3
    assert output.err.splitlines()[-1] == f"  tracker {corrected}"
    tracker.ok(corrected)


@pytest.mark.parametrize(
    ("typed", "item"),
    [
        ("log rlhf 1h", "rlhf-shakespeare"),
        ("sleeper agents 1h", "sleeper-agents"),
        ("fast ai 1h", "fastai"),
        ("gan 1h", "gan"),
        ("zieg 1h", "ziegler-2019"),
    ],
)
def test_sure_names(tracker: Tracker, typed: str, item: str) -> None:
    """Without log, an item is named by its whole name, or by a part once it is begun."""
    tracker.ok("log ziegler-2019 1h --on yesterday")

    assert tracker.ok(typed).startswith(f"Logged 1h00m on {item}, ")


def test_quoted_first_word(tracker: Tracker) -> None:
    """A text in quotes stays whole where log is left out."""
    tracker.ok("log ziegler-2019 1h --on yesterday")

    assert tracker.ok("'missed day' 1h fri zieg").splitlines()[1:2] == [
        "  Note: missed day"
    ]
    assert "Note: notes on KL" in tracker.ok("'notes on KL' 20m")


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("last week", ["tracker week -1", "tracker sessions last week"]),
        ("2 days ago", ["tracker sessions 2 days ago"]),
        (
            "fastai last week",
            ["tracker sessions fastai last week", "tracker log fastai AMOUNT"],
        ),
        (
            "fastai yesterday",
            [
                "tracker sessions fastai yesterday",
                "tracker log fastai yesterday AMOUNT",
            ],
        ),
        (
            "fast ai",
            [
                "tracker show fastai",
                "tracker log fastai AMOUNT",
                "tracker start fastai",
            ],
        ),
    ],
)
def test_item_and_period(
    tracker: Tracker, place: Path, typed: str, lines: list[str]
) -> None:
    """An item or a period of several words, or both, is answered with their lines."""
    output = tracker(typed)

    assert output.code == 2
    assert [line.partition(": ")[2] for line in output.err.splitlines()[1:]] == lines


def test_edit_of_a_day(tracker: Tracker, place: Path) -> None:
    """A day in place of an id is never the last session's new day."""
    assert tracker("edit yesterday 45m") == Output(
        3,
        "",
        "'yesterday 45m' begins with a day, not the id of a session.\n"
        "To change the sessions of that day in your editor:\n"
        "  tracker edit --day yesterday\n",
    )


def test_decimal_hours_alone(tracker: Tracker) -> None:
    """`1.5` is hours on the last item, `14.11` a day."""
    tracker.ok("log fastai 1h")

    assert tracker.ok("1.5").startswith("Logged 1h30m on fastai, the last item")
    assert tracker.ok("14.11") == "Sat 14 Nov 2026: no session.\n"


def test_command_of_words(tracker: Tracker, place: Path) -> None:
    """What was logged without `log` is one step to undo, and keeps the words typed."""
    tracker.ok("fastai 20:00-21:00 --on 2026-11-20")

    assert tracker.json("history")["commands"][0]["words"] == (
        "fastai 20:00-21:00 --on 2026-11-20"
    )
    assert tracker("fastai 20:30-20:45 --on 2026-11-20").err.splitlines()[1:3] == [
        "If both ran at once:",
        "  tracker log fastai 20:30-20:45 --on 2026-11-20 --overlap",
    ]


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        (
            "qwertz",
            "There is no command 'qwertz'.\nTo list all commands, type: tracker --help\n",
        ),
        (
            "lgo fastai 1h -n 'lesson 3'",
            "There is no command 'lgo'.\nDid you mean: tracker log fastai 1h -n 'lesson 3'\n",
        ),
        (
            "lag fastai 1h",
            "There is no command 'lag'.\nDid you mean: tracker log fastai 1h\n",
        ),
        (
            "cancl",
            "There is no command 'cancl'.\n"
            "Did you mean cancel? To see what it does: tracker cancel --help\n",
        ),
        (
            "remve last",
            "There is no command 'remve'.\n"
            "Did you mean rm? To see what it does: tracker rm --help\n",
        ),
        (
            "frame fastai",
            "There is no command 'frame'.\nDid you mean: tracker sessions fastai\n",
        ),
        (
            "sync",
            "There is no command 'sync'.\nTo copy your database: tracker backup\n"
            "To see how to take in that of another machine: tracker merge --help\n",
        ),
        (
            "ziegler",
            "'ziegler' (ziegler-2019) is an item, not a command.\n"
            "To see it: tracker show ziegler-2019\n"
            "To log time on it: tracker log ziegler-2019 AMOUNT\n"
            "To start the timer on it: tracker start ziegler-2019\n",
        ),
        (
            "80k-podcast",
            "80k-podcast is an item, not a command.\n"
            "To see it: tracker show 80k-podcast\n"
            "To log time on it: tracker log 80k-podcast AMOUNT\n"
            "To start the timer on it: tracker start 80k-podcast\n",
        ),
        (
            "arxiv-paper",
            "arxiv-paper is a milestone, not a command.\n"
            "To see what it takes: tracker show arxiv-paper\n",
        ),
        (
            "professor",
            "professor is a role, not a command.\nTo see what it takes: tracker show professor\n",
        ),
        (
            "mit",
            "There is no command 'mit'.\nTo list all commands, type: tracker --help\n"
            "To find an item: tracker items --search mit\n",
        ),
    ],
)
def test_no_such_command(tracker: Tracker, place: Path, typed: str, error: str) -> None:
    """A word that is no command is refused with what it may be, and the lines to paste."""
    assert tracker(typed) == Output(2, "", error)


def test_no_database(tracker: Tracker) -> None:
    """A slip creates no database; the items of the guide are named as later."""
    assert tracker("fastai").err == (
        "fastai is an item, not a command.\nTo see it: tracker show fastai\n"
        "To log time on it: tracker log fastai AMOUNT\n"
        "To start the timer on it: tracker start fastai\n"
    )
    assert not tracker.db.exists()


@pytest.mark.parametrize("name", sorted(HARMFUL))
def test_harm_is_not_offered(tracker: Tracker, name: str) -> None:
    """No slip of the fingers is answered with a line that removes or replaces something."""
    tracker.pastes = False  # `last` is no item, file and so on
    slips = {name[:at] + name[at + 1 :] for at in range(len(name))}
    slips |= {name[:at] + "x" + name[at:] for at in range(len(name) + 1)}
    for slip in slips - {*PLACES, *SAME, *SEVERAL, ""}:
        check_harmless(tracker(f"{slip} last"))


@given(st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=9))
def test_no_word_is_harmful(tracker: Tracker, word: str) -> None:
    """No word that is no command is answered with a harmful line."""
    if word.startswith("-") or word in {*PLACES, *SAME}:
        return
    check_harmless(tracker([word, "last"]))


def check_harmless(output: Output) -> None:
    assert output.code in (0, 2, 3), output
    for line in output.err.splitlines():
        command = line.partition("tracker ")[2].split()
        assert not HARMFUL & {*command[:1]} or command[-1] == "--help", output


def test_harmful_commands() -> None:
    """Each command that writes is harmful or not."""
    assert {*PLACES} - READING - HARMFUL == HARMLESS
    assert {*PLACES} >= HARMFUL


def test_tables() -> None:
    """No word of other programs is a command here; each leads to commands that are."""
    lines = [line for offers in SEVERAL.values() for _, line in offers]

    assert not {*PLACES} & ({*SAME} | {*SEVERAL})
    assert not {*SAME} & {*SEVERAL}
    assert commands(SAME.values()) <= {*PLACES, "--help", "--version"}
    assert commands(lines) <= {*PLACES}
    assert all(
        to_own_words([word])[0] in {*PLACES, "--help", "--version"} for word in SAME
    )


def commands(lines: Iterable[str]) -> set[str]:
    return {line.split()[0] for line in lines}


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        ("log fastai 1h --tag pair", "log fastai 1h +pair"),
        ("log fastai 1h --tag=+pair -n x", "log fastai 1h +pair -n x"),
        ("start fastai -t pair", "start fastai +pair"),
        ("log fastai 1h --date yesterday", "log fastai 1h --on yesterday"),
        ("log fastai 1h -m 'two words'", "log fastai 1h --note 'two words'"),
        ("log fastai --amount 1h", "log fastai 1h"),
        ("log fastai 1h --nots x", "log fastai 1h --note x"),
        ("log fastai --start 9:00 --to 10:00", "log fastai --from 9:00 --to 10:00"),
        ("rm --force last", "rm last"),
        ("edit last --duration 45m", "edit last --amount 45m"),
        ("fastai 1h --tag pair", "log fastai 1h +pair"),
        ("plan ppo --by 20 dec", "plan ppo --by '20 dec'"),
        ("plan ppo 2026-12-20", "plan ppo --by 2026-12-20"),
        ("plan ppo 20 dec", "plan ppo --by '20 dec'"),
        (
            "plan ppo --by 2026-12-20 --because two weeks of flu",
            "plan ppo --by 2026-12-20 --because 'two weeks of flu'",
        ),
        ("log ppo 1h --on 12 nov", "log ppo 1h --on '12 nov'"),
        ("ask view moved", "ask view --answer moved"),
        ("log fastai -30m", "log fastai 30m"),
    ],
)
def test_options_of_other_programs(
    tracker: Tracker, place: Path, typed: str, corrected: str
) -> None:
    """An option of another program is refused with the line that says the same here."""
    tracker.ok("log ppo 2h --on 2026-11-20")
    output = tracker(typed)

    assert output.code == 2
    assert output.err.splitlines()[-1] == f"  tracker {corrected}"
    tracker.ok(corrected)


@pytest.mark.parametrize("words", ["noon-1pm fastai", "fastai noon-1pm yesterday"])
def test_times_in_words_are_logged(tracker: Tracker, words: str) -> None:
    """What `log` reads as a length makes a first word that is no command mean `log`."""
    assert tracker.ok(words).startswith("Logged 1h00m on fastai")
