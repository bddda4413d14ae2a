"""The commands in `ready --if`: read as they are elsewhere, by the same options."""

import shlex
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from tracker.app import App
from tracker.arguments import match_words, read_values
from tracker.command import find_command
from tracker.errors import Unreadable
from tracker.milestones.rules.claims import Claim
from tracker.modules import load_module
from tracker.readiness.rules.ratings import make_rating
from tracker.readiness.rules.what_if import (
    Supposed,
    SupposedDone,
    SupposedKnown,
    SupposedRating,
    SupposedReach,
)
from tracker.text.columns import join_words, quoted

COMMANDS = ("reach", "rate", "done", "known")
HINT = 'For example: tracker ready --if "rate research-taste moderate; done fastai"'


def read_what_if(texts: Iterable[str], app: App) -> list[Supposed]:
    """The commands of all texts, several in one divided by `;`.

    Each may have `tracker` before it. Raises Unreadable for any but those of
    COMMANDS, and what these raise.
    """
    commands = []
    for text in texts:
        words_of_each = list(_split_commands(text))
        if not words_of_each:
            raise Unreadable(f"{quoted(text)} has no command.", HINT)
        commands += [_read_command(words, app) for words in words_of_each]
    return commands


def say_what_if(texts: Iterable[str]) -> str:
    """The commands as typed, without `tracker`: `reach ppo; rate python basic`."""
    return "; ".join(text.strip().removeprefix("tracker ") for text in texts)


def _split_commands(text: str) -> Iterator[list[str]]:
    """The words of each command; blanks and `;` within quotes divide nothing."""
    lexer = shlex.shlex(text, posix=True, punctuation_chars=";")
    lexer.whitespace_split, lexer.commenters = True, ""
    words: list[str] = []
    try:
        for word in [*lexer, ";"]:
            if word.strip(";"):
                words.append(word)
            elif words:
                yield words
                words = []
    except ValueError:
        raise Unreadable(f"{quoted(text)} has a quote without an end.", HINT) from None


def _read_command(words: list[str], app: App) -> Supposed:
    name, *arguments = words[1:] if words[0] == "tracker" and words[1:] else words
    if name not in COMMANDS:
        message = f"{quoted(name)} is not {join_words(COMMANDS, 'or')}."
        raise Unreadable(message, HINT)
    command = find_command(name)
    texts = match_words(command, arguments)
    if texts is None:
        values = load_module("tracker.click_group").read_values(name, arguments, app)
    else:
        values = read_values(command, texts, app)
    return _make_supposed(name, values, app.today)


def _make_supposed(name: str, values: dict[str, Any], today: date) -> Supposed:
    if name == "reach":
        milestone = values.pop("milestone")
        # Within quotes, as a title is, an option cannot be added after it.
        typed = "" if " " in milestone else milestone
        return SupposedReach(milestone, Claim(**values, name=typed))
    if name == "known":
        if not values["words"]:
            raise Unreadable("known claims nothing without a word.", HINT)
        return SupposedKnown(values["words"], values["day"] or today)
    if name == "done":
        return SupposedDone(values["names"], values["day"])
    for argument in ("skill", "level"):
        if values[argument] is None:
            message = f"rate: Missing argument '{argument.upper()}'."
            raise Unreadable(message, "For help on it: tracker rate --help")
    evidence = values.pop("evidence")
    return SupposedRating(make_rating(**values, day=today), evidence)
