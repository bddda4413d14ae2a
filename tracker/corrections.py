"""The commands to paste that end an error: those typed, corrected."""

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, TypedDict

from tracker.errors import TrackerError
from tracker.system import join
from tracker.text.columns import plain
from tracker.text.placeholders import PLACEHOLDERS
from tracker.text.programs import PROGRAM

_KINDS: list[type[TrackerError]] = [TrackerError, *TrackerError.__subclasses__()]
_CODES = tuple(dict.fromkeys(kind.code for kind in _KINDS))


class ErrorKeys(TypedDict):
    """What is wrong, what to type instead, and what the wrong text may stand for."""

    code: Annotated[str, _CODES]
    message: str
    hint: str
    candidates: list[str]


class ErrorData(TypedDict):
    """An error, on stderr."""

    error: ErrorKeys


# A command in a hint: `: tracker undo`, `: mkdir -p x`, or one on a line of its own.
_COMMAND = rf"(?:: |^ *){PROGRAM}"


def error_data(error: TrackerError, hint: str) -> ErrorData:
    """An error as JSON, with the whole hint; candidates are texts that can be typed."""
    candidates = [
        text
        for text in dict.fromkeys(error.candidates)
        if text and PLACEHOLDERS.keys().isdisjoint(re.split("[ :=]", text))
    ]
    return {
        "error": {
            "code": error.code,
            "message": error.message,
            "hint": hint,
            "candidates": candidates,
        }
    }


def has_command(hint: str) -> bool:
    """Whether a hint names a command."""
    return re.search(_COMMAND, hint, re.MULTILINE) is not None


def correct_command(
    error: TrackerError, head: Sequence[str], words: Sequence[str], command: object
) -> list[str]:
    """The corrected commands, each one line to paste; empty where none is known.

    `head` is what was typed up to the name of the `command`, `words` what follows.
    """
    versions = [_replace(words, error.typed, new) for new in error.instead]
    versions += [_swap(words, old, new, command) for old, new in error.swaps]
    if error.without or error.added:
        versions += _leave_out_and_add(error, words, command)
    lines = [
        join(["tracker", *head, *version])
        for version in versions
        if version is not None and version != list(words)
    ]
    return [plain(line) for line in dict.fromkeys(lines)]


def _leave_out_and_add(
    error: TrackerError, words: Sequence[str], command: object
) -> Iterator[list[str]]:
    shorter = [_leave_out(words, opts.split(), command) for opts in error.without]
    for base in shorter or [list(words)]:
        for added in error.added or [()]:
            yield _add(base, _to_words(added))


def retype(
    words: Sequence[str],
    command: object,
    *,
    added: Sequence[str] = (),
    without: Sequence[str] = (),
) -> list[str]:
    """The words typed after a `command`, without some options, `added` at the end."""
    return _add(_leave_out(words, without, command), added)


def _add(words: Sequence[str], new: Sequence[str]) -> list[str]:
    """`words` with `new` at the end, before `--`, after which nothing is an option."""
    end = words.index("--") if "--" in words else len(words)
    return [*words[:end], *new, *words[end:]]


def _to_words(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


def _replace(
    words: Sequence[str], typed: str, new: str | tuple[str, ...]
) -> list[str] | None:
    """`words` with `new` in place of `typed`; None where `typed` is not among them.

    Several words can make up `typed`, as in `log ppo yesterday 9am - 10am`; a word can
    be more, as in `--on=friday`.
    """
    wanted = _normal(typed)
    new_words = _to_words(new)
    for first in range(len(words)):
        for end in range(first + 1, len(words) + 1):
            if _normal(" ".join(words[first:end])) == wanted:
                return [*words[:first], *new_words, *words[end:]]
    # The text beside other letters: `--on=friday`, `reach pppo` within quotes.
    pattern = rf"(?<![\w-]){re.escape(typed)}(?![\w-])"
    for at, word in enumerate(words):
        changed = re.sub(pattern, lambda _: " ".join(new_words), word, count=1)
        if wanted and changed != word:
            return [*words[:at], changed, *words[at + 1 :]]
    return None


def _swap(
    words: Sequence[str], old: Sequence[str], new: Sequence[str], command: object
) -> list[str]:
    """`words` with `new` in place of the first of `old`, and without the others.

    Options among `old` go with their values; those among `new` come last. The words of
    a text in quotes are words too: `log "fastai 1h lesson 3"`.
    """
    params = getattr(command, "params", ())
    known = {name for param in params for name in param.opts if name.startswith("-")}
    options = [word for word in old if word in known]
    left = _leave_out(words, options, command)
    plain_words = [word for word in old if word not in options]
    left = [_without_comma(word, plain_words) for word in left]
    if not set(plain_words) <= set(left):
        split = [
            _split_commas(word) if _has_all(word, plain_words) else [word]
            for word in left
        ]
        left = [part for parts in split for part in parts]
    place = len(left)
    for word in plain_words:
        if word in left:
            place = min(place, left.index(word))
            left.remove(word)
    count = next((at for at, word in enumerate(new) if word[:1] == "-"), len(new))
    return _add([*left[:place], *new[:count], *left[place:]], new[count:])


def _without_comma(word: str, known: Sequence[str]) -> str:
    """The word as the journal reads it: `25m` of `25m,`."""
    bare = word.rstrip(",;")
    return bare if bare in known and word not in known else word


def _split_commas(text: str) -> list[str]:
    return [word.rstrip(",;") for word in text.split()]


def _has_all(text: str, words: Sequence[str]) -> bool:
    return set(words) <= {*text.split(), *_split_commas(text)}


def _normal(text: str) -> str:
    """`text` as it is compared: `9:00 - 10:00` and `09:00-10:00` are the same."""
    without_zeros = re.sub(r"\b0(?=[0-9]:)", "", text.casefold())
    return re.sub(" ?- ?", "-", " ".join(_split_commas(without_zeros)))


def _leave_out(
    words: Sequence[str], options: Sequence[str], command: object
) -> list[str]:
    """`words` without these options and their values."""
    takes_value = {
        name: not getattr(param, "is_flag", False)
        for param in getattr(command, "params", ())
        if set(param.opts) & set(options)
        for name in param.opts
    }
    left, skip = [], False
    for word in words:
        name, has_value, _ = word.partition("=")
        if word[:1] == "-" != word[1:2] and len(word) > 2:  # -nTEXT
            name, has_value = word[:2], word[2:]
        if skip:
            skip = False
        elif name in takes_value:
            skip = takes_value[name] and not has_value
        else:
            left.append(word)
    return left
