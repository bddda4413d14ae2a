"""What a shell completes: commands and options; `value_completion` has their values.

A shell waits for it, so nothing of click and no command is imported: `parameters.json`
says which options each has. `tests/maintenance/test_typed_words.py` compares what is
read with what click reads.
"""

import os
from collections.abc import Iterable, Sequence
from typing import Any

from tracker.command_table import PLACES, SECTIONS
from tracker.maintenance.rules.shell_lines import read_line
from tracker.maintenance.rules.typed_words import (
    Parameters,
    Texts,
    TypedParameter,
    find_parameter,
    read_options,
    read_words,
)
from tracker.maintenance.rules.value_kinds import FILE, Offer
from tracker.maintenance.shells import SHELLS, read_script
from tracker.modules import load_module
from tracker.output import print_answer

_HELP = TypedParameter(
    "help", ("-h", "--help"), "Show this message and exit.", is_flag=True
)
_ROOT = ""  # what the table calls the options before a command


def answer_shell(request: str) -> None:
    """Print what a shell asks for: `bash_source` its script, `bash_complete` names.

    Raises NotPrinted.
    """
    name, _, part = request.partition("_")
    if name not in SHELLS:
        return
    if part == "source":
        print_answer(read_script(name))
        return
    text = os.environ.get("_TRACKER_LINE", "")
    line = read_line(text)
    offers = complete(line.before, line.word)
    lines = (shown for offer in offers for shown in SHELLS[name](offer, line, text))
    print_answer("\n".join(lines))


def complete(words: Sequence[str], word: str) -> list[Offer]:
    """What `word` can become after the words.

    Where no command begins so, those of `log`, which may be left out.
    """
    offers = _complete(words, word)
    if offers or not word or not PLACES.keys().isdisjoint(words):
        return offers
    return _complete([*words, "log"], word)


def _complete(words: Sequence[str], word: str) -> list[Offer]:
    begun, rest = _read_root(words)
    command, *others = _to_own_words(rest) or [_ROOT]
    params = read_parameters(command) if command or word or words else ()
    texts = read_words(params, others) if command else begun
    before = list(words)
    if word == "=":
        word = ""
    elif word.startswith("-") and "=" in word:
        name, _, word = word.partition("=")
        before.append(name)
    is_option = word.startswith("-") and "--" not in before
    param = None if is_option else find_parameter(params, before, texts)
    if param is None:
        return [*_commands(command, word), *_options(params, texts, word)]
    if command == _ROOT:
        return [Offer(word, kind=FILE)]
    values = load_module("tracker.maintenance.value_completion")
    database = begun.get("db", [""])[-1]
    offers: list[Offer] = values.complete(command, params, param, texts, database, word)
    return offers


def _read_root(words: Sequence[str]) -> tuple[Texts, list[str]]:
    """What stands before a command; and the command, with its words."""
    if not words or not words[0].startswith("-"):
        return {}, list(words)
    return read_options(read_parameters(_ROOT), words)


def _to_own_words(words: list[str]) -> list[str]:
    """The command and its words, as tracker calls it; nothing where there is none yet.

    Words that begin with no command are those of `log`.
    """
    if not words or words[0] in PLACES:
        return words
    familiar = load_module("tracker.familiar_words")
    if words[0].startswith("-") or words[0] in familiar.SEVERAL:
        return []
    own_words: list[str] = familiar.to_own_words(words)
    return own_words if own_words[0] in PLACES else ["log", *words]


def _commands(command: str, word: str) -> Iterable[Offer]:
    """The commands that begin so, with their lines of `tracker --help`."""
    if command:
        return ()
    lines = {name: line for each in SECTIONS.values() for name, line in each.items()}
    return [Offer(name, lines[name]) for name in PLACES if name.startswith(word)]


def _options(params: Parameters, texts: Texts, word: str) -> Iterable[Offer]:
    """The options that begin so and can still be typed, with their help."""
    if not word or word[0].isalnum():
        return ()
    left = [param for param in params if param.has_many or param.name not in texts]
    return [
        Offer(name, param.help)
        for param in left
        for name in param.options
        if name.startswith(word)
    ]


def read_parameters(command: str) -> Parameters:
    """The parameters of a command, as `tests/maintenance` writes them."""
    path = os.path.join(os.path.dirname(__file__), "parameters.json")
    with open(path, encoding="utf-8") as file:
        table = load_module("json").load(file)
    return [*(_to_parameter(**given) for given in table[command]), _HELP]


def _to_parameter(
    names: list[str], help: str = "", **click_options: Any
) -> TypedParameter:
    """A parameter of the table; `--yes/--no` are two options."""
    return TypedParameter(
        names[-1],
        tuple(option for name in names[:-1] for option in name.split("/")),
        help,
        is_flag=click_options.get("is_flag", False),
        has_many=click_options.get("multiple", False)
        or click_options.get("nargs") == -1,
        choices=tuple(click_options.get("choices", ())),
    )
