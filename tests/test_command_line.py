"""The command line itself: help of every command, and errors that no command makes."""

import json
import re
from pathlib import Path

import click
import pytest

from tests.conftest import Output, Tracker
from tracker.app import App
from tracker.choices import PROMPT_KINDS
from tracker.click_commands import ClickCommand, HelpContext, to_click
from tracker.click_group import tracker as command_line
from tracker.command import command as app_command
from tracker.command_table import PLACES, SECTIONS
from tracker.text.columns import join_words
from tracker.text.placeholders import PLACEHOLDERS


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (
            "stop",
            "To start one: tracker{0} start fastai\n"
            "To log the time: tracker{0} log fastai 1h30m",
        ),
        ("histry", "Did you mean: tracker{0} history --json"),
        ("log --foo", "For help, type: tracker{0} log --help"),
    ],
)
def test_hints_name_the_database(
    tracker: Tracker, place: Path, words: str, hint: str
) -> None:
    """If --db was typed, the commands of a hint have it too, quoted for the shell."""
    other = place.rename(place.with_name("an other.db"))
    with_option = tracker(["--db", str(other), *words.split(), "--json"])
    tracker.db = other
    without_option = tracker([*words.split(), "--json"])

    assert json.loads(with_option.err)["error"]["hint"] == hint.format(
        f" --db '{other}'"
    )
    assert json.loads(without_option.err)["error"]["hint"] == hint.format("")


def test_answers_name_the_database(tracker: Tracker, place: Path) -> None:
    """If --db was typed, the commands of answers and remarks have it too."""
    other = place.rename(place.with_name(f"{'o' * 70}.db"))
    output = tracker(["--db", str(other), "done", "ppo"])

    assert output.out.splitlines()[-1] == f"  Undo: tracker --db {other} undo"
    command = "reach rl-replication --with ppo --evidence repo:URL"
    assert f"tracker --db {other} {command}" in output.err


def test_notes_are_not_changed(tracker: Tracker, place: Path) -> None:
    """A note that looks like a command is shown as it was written."""
    tracker.pastes = False
    note = "tracker log docs: tracker undone"
    database = ["--db", str(place)]
    tracker.ok([*database, "log", "ppo", "1h", "-n", note])

    assert note in tracker.ok([*database, "sessions"])


def test_commands_of_answers_keep_the_database(tracker: Tracker, place: Path) -> None:
    """A command that an answer prints is for the database that --db named."""
    tracker.pastes = False
    database = ["--db", str(place)]
    target = tracker.ok([*database, "target", "research-contributor-empirical"])
    funder = tracker.ok([*database, "funders", "taif"])

    assert f"tracker --db {place} ready" in target
    assert f"tracker --db {place} applied taif" in funder


def test_missing_argument(tracker: Tracker) -> None:
    """A missing argument is named with its choices and the command for help."""
    message = (
        "Missing argument '{bash|zsh|fish}'. Choose from: bash, zsh, fish.\n"
        "  tracker completion bash\n"
    )

    assert tracker("completion") == Output(2, "", message)


def test_empty_database_name(tracker: Tracker) -> None:
    """`--db ""`, such as from a variable that is not set, opens no other database."""
    assert tracker(["--db", "", "log", "fastai", "1h"]) == Output(
        2,
        "",
        "'--db' is empty.\nType a value, or leave it out.\n"
        "For help, type: tracker log --help\n",
    )
    assert json.loads(tracker.ok("sessions --json"))["sessions"] == []


@pytest.mark.parametrize(
    ("words", "placeholder"),
    [
        ("log ITEM 1h", "ITEM"),
        ("items --search WORD", "WORD"),
        ("plan fastai --by DAY", "DAY"),
        ("reach replication-done --with ITEM", "ITEM"),
        ("reach MILESTONE", "MILESTONE"),
        ("done ITEM-or-MILESTONE", "ITEM-or-MILESTONE"),
        ("known WHAT", "WHAT"),
        ("reach arxiv-paper --evidence paper:URL", "URL"),
        ("reach arxiv-paper --evidence letter:WHO", "WHO"),
        ("reach arxiv-paper --evidence 'paper: <your paper>'", "<your paper>"),
        ("reach arxiv-paper --evidence paper:...", "paper:..."),
        ("reach arxiv-paper --evidence paper:https://...", "paper:https://..."),
        (
            "reach gpt2-small --evidence repo:git.example/<you>",
            "repo:git.example/<you>",
        ),
        ("reach replication-done --claimed FIGURE", "FIGURE"),
        ("reach replication-done --part TEXT", "TEXT"),
        ("rate SKILL strong", "SKILL"),
        ("rate python LEVEL", "LEVEL"),
        ("rate python strong --by NAME", "NAME"),
        ("rate python strong --by Ann --evidence review:WHERE", "WHERE"),
        ("ready professor --if 'reach arxiv-paper --evidence paper:URL'", "URL"),
        ("ready professor --if 'reach MILESTONE'", "MILESTONE"),
        ("plan fastai --because WHY", "WHY"),
        ("add notes --title TITLE --track math", "TITLE"),
        ("config name NAME", "NAME"),
        ("note TEXT", "TEXT"),
    ],
)
def test_placeholders(tracker: Tracker, words: str, placeholder: str) -> None:
    """A placeholder of a hint that was pasted is refused, whatever the command."""
    output = tracker(words)

    assert (output.code, output.out) == (2, "")
    assert output.err.startswith(f"{placeholder} is a placeholder, to be replaced.\n")


def test_placeholder_in_a_note(tracker: Tracker) -> None:
    """A word in capitals among others is a word."""
    tracker.ok("note read TEXT again")

    assert tracker.json("note")["notes"][0]["text"] == "read TEXT again"


@pytest.mark.parametrize("now", ["9999-12-31T23:59", "0001-01-01T00:00"])
def test_clock_out_of_bounds(tracker: Tracker, place: Path, now: str) -> None:
    """A clock at the ends of the calendar is refused: days around it are counted."""
    message = (
        f"TRACKER_NOW is '{now}', which is not a time from 1970 to 2199.\n"
        "Set it: export TRACKER_NOW=2026-11-23T14:30; or remove it: unset TRACKER_NOW\n"
    )

    assert tracker("status", now) == Output(2, "", message)


@pytest.fixture(name="command", params=PLACES)
def _command(request: pytest.FixtureRequest) -> ClickCommand:
    """Each command of the table, from its module."""
    command = command_line.get_command(click.Context(command_line), request.param)
    assert isinstance(command, ClickCommand)
    assert command.name == request.param
    return command


def test_examples(command: ClickCommand) -> None:
    """Every command says what it does and has examples, one a line."""
    examples = command.examples.strip().splitlines()

    assert command.help
    assert examples
    assert all("tracker" in line for line in examples)


def test_metavars(command: ClickCommand) -> None:
    """Every word in capitals that help gives for a text is refused when it is pasted."""
    context = click.Context(command)
    for param in command.params:
        if isinstance(param.type, click.types.StringParamType):
            words = re.findall(r"[A-Z]+", param.make_metavar(context))
            assert {*words} - {"HOURS"} <= {*PLACEHOLDERS}, param.name


def test_help(command: ClickCommand) -> None:
    """Help begins with examples, explains every option, and fits 80 columns.

    A path that is longer has a line of its own.
    """
    with HelpContext(command_line, info_name="tracker", obj=App("")) as parent:
        context = HelpContext(command, info_name=command.name, parent=parent)
        lines = command.get_help(context).splitlines()
    options = [option for option in command.params if isinstance(option, click.Option)]

    assert lines[2] == "Examples:"
    assert [line for line in lines if len(line) > 80 and " " in line.strip()] == []
    assert [option.name for option in options if not option.help] == []


def test_tables_in_help() -> None:
    """An indented paragraph of a docstring, such as a table, keeps its lines."""

    @app_command("try", examples="tracker try")
    def show() -> None:
        """Do something.

          One    a line
          Two    another

        The words of a sentence
        are filled.
        """

    with HelpContext(to_click(show), info_name="try") as context:
        text = to_click(show).get_help(context)

    assert "\n  One    a line\n  Two    another\n" in text
    assert "\n  The words of a sentence are filled.\n" in text


def test_list_of_commands() -> None:
    """`tracker --help` shows every command on a short line without a full stop."""
    lines = [line for section in SECTIONS.values() for line in section.values()]
    with HelpContext(command_line, info_name="tracker") as context:
        text = command_line.get_help(context)

    assert [line for line in lines if not re.match(r"[A-Z].{5,62}[^.]$", line)] == []
    assert [name for section in SECTIONS.values() for name in section] == list(PLACES)
    assert max(map(len, text.splitlines())) <= 80
    assert all(re.search(rf"^  {name} ", text, re.MULTILINE) for name in PLACES)


def test_help_of_ask(tracker: Tracker) -> None:
    """It names each kind of question."""
    text = " ".join(tracker.ok("ask --help").split())

    assert f"by kind ({join_words(tuple(PROMPT_KINDS), 'or')})" in text


@pytest.mark.parametrize(
    "command",
    ["backup copy.db", "export progress -o progress.md"],
)
def test_folder_that_is_gone(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """In a folder that was removed, a command with a relative name says so."""
    tracker.ok("log fastai 1h")
    folder = tmp_path / "folder"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()

    output = tracker(command)

    assert (output.code, output.out) == (6, "")
    assert output.err == "The folder you are in is gone.\nGo to another: cd ~\n"
