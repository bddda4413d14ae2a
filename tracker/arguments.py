"""What was typed: the database, the command, and its values where that is plain.

A call is plain if it can be read in one way only: known options as whole words, values
that cannot be options, as many words as there are arguments. Nearly all calls are, and
importing click, which reads all others, would double their time.
"""

import os
from collections.abc import Mapping, Sequence
from typing import Any

from tracker.app import App
from tracker.command import JSON, Command, NotPlain, Parameter, find_command
from tracker.command_table import PLACES
from tracker.errors import DatabaseProblem, Unreadable
from tracker.modules import load_module
from tracker.paths import database_path
from tracker.text.placeholders import check_no_placeholder

Texts = dict[str, list[str]]  # by the names of the parameters, in the order typed


def place_of_command(arguments: Sequence[str]) -> int:
    """Where the name of the command stands; after all words where there is none."""
    for at, word in enumerate(arguments):
        if not word.startswith("-") and (at == 0 or arguments[at - 1] != "--db"):
            return at
    return len(arguments)


def choose_database(app: App, db: str) -> None:
    """Tell the app which database: that of `--db`, or the usual one for no text.

    Raises DatabaseProblem where there is no home folder; there is still help.
    """
    app.db_option = db
    try:
        app.path = database_path(db, os.environ)
    except DatabaseProblem:
        if not _asks_for_help(app.arguments):
            raise


def _asks_for_help(arguments: Sequence[str]) -> bool:
    at = place_of_command(arguments)
    return "help" in arguments[at : at + 1] or not {"-h", "--help"}.isdisjoint(
        arguments
    )


def run(app: App) -> int:
    """Run what was typed and return the exit code; click reads what is not plain.

    Raises what the command raises, and what its values raise.
    """
    if run_plain(app):
        return 0
    code: int = load_module("tracker.click_group").run(app)
    return code


def run_plain(app: App) -> bool:
    """Run the command if the call is plain; else return False.

    Raises what the command raises, and what its values raise: the same as with click.
    """
    db, words = "", app.arguments
    if words[:1] == ["--db"]:
        db, words = "".join(words[1:2]), words[2:]
        if _is_odd(db):
            return False
    if not words or words == ["--json"]:
        words = ["week", *words]
    if words[0].startswith("-"):
        return False
    choose_database(app, db)
    if words[0] not in PLACES:
        words = load_module("tracker.unknown_commands").to_known(words, app)
    command = find_command(words[0])
    texts = match_words(command, words[1:])
    if texts is None:
        return False
    app.as_json = JSON.name in texts
    try:
        command.run(app, read_values(command, texts, app))
    except NotPlain:
        return False
    return True


def match_words(command: Command, words: Sequence[str]) -> Texts | None:
    """The texts of each parameter; None where the words are not plain."""
    options = {name: param for param in command.params for name in param.opts}
    texts: Texts = {}
    others, rest = [], iter(words)
    for word in rest:
        param = options.get(word)
        if param is None:
            others.append(word)
        elif param.name in texts and not param.has_many:
            return None
        else:
            value = "" if param.is_flag else next(rest, "")
            texts.setdefault(param.name, []).append(value)
    if not _give_words(command, others, texts) or not _are_taken(command, texts):
        return None
    return texts


def _give_words(command: Command, words: list[str], texts: Texts) -> bool:
    """Give the arguments the words, from the left; whether there are just enough."""
    for param in command.params:
        if not param.opts:
            count = len(words) if param.has_many else 1
            taken, words = words[:count], words[count:]
            if taken:
                texts[param.name] = taken
        if param.is_required and param.name not in texts:
            return False
    return not words


def _are_taken(command: Command, texts: Texts) -> bool:
    """Whether no text is odd, and each is one that its parameter takes."""
    return not any(
        (_is_odd(text) and not _is_week(text, param, command)) or not param.takes(text)
        for param in command.params
        if not param.is_flag
        for text in texts.get(param.name, ())
    )


def _is_odd(text: str) -> bool:
    """Whether a text is empty or a placeholder, or may be an option; `-` is none."""
    try:
        check_no_placeholder(text)
    except Unreadable:
        return True
    return not text or (text.startswith("-") and text != "-")


def _is_week(text: str, param: Parameter, command: Command) -> bool:
    """Whether it is `-1` where that is a week."""
    is_word = command.takes_dashes and not param.opts
    return is_word and load_module("tracker.text.weeks").is_number_back(text)


def read_values(
    command: Command, texts: Mapping[str, list[str]], app: App
) -> dict[str, Any]:
    """The value of each parameter, in the order typed; raises TrackerError.

    That of `--json` is not among them: it is for the answer.
    """
    by_name: dict[str, Parameter] = {param.name: param for param in command.params}
    return {
        name: by_name[name].read(texts.get(name, []), app)
        for name in dict.fromkeys((*texts, *by_name))
        if name != JSON.name
    }
