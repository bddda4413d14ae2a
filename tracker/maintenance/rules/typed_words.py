"""The words of a line that a shell completes, read as far as they can be.

They are read as click reads those of a call: after an option that is not known, or that
lacks its value, nothing more is read.
"""

from collections.abc import Sequence
from typing import NamedTuple

Texts = dict[str, list[str]]  # what was typed, by the names of the parameters


class TypedParameter(NamedTuple):
    """A parameter as far as completion needs it; an argument has no `options`."""

    name: str
    options: tuple[str, ...] = ()
    help: str = ""
    is_flag: bool = False
    has_many: bool = False
    choices: tuple[str, ...] = ()

    @property
    def takes_value(self) -> bool:
        """Whether it is an option with a value."""
        return bool(self.options) and not self.is_flag

    def value(self, texts: Texts) -> str | tuple[str, ...] | None:
        """What was typed for it: all texts where it has many, else the last one."""
        given = texts.get(self.name, [])
        if self.has_many:
            return tuple(given)
        return given[-1] if given else None


Parameters = Sequence[TypedParameter]


def read_words(params: Parameters, words: Sequence[str]) -> Texts:
    """What the words say of each parameter; the value of a last option is to come."""
    reader = _Reader(params, words)
    last = reader.options.get(words[-1]) if words else None
    if last and last.takes_value:
        reader.rest.pop()
    others: list[str] = []
    while reader.rest:
        word = reader.rest.pop(0)
        if word == "--":
            others += reader.rest
            break
        if not _is_option(word):
            others.append(word)
        elif not reader.read_option(word):
            return reader.texts
    for param in params:
        count = len(others) if param.has_many else 1
        if others and not param.options:
            reader.texts[param.name], others = others[:count], others[count:]
    return reader.texts


def read_options(params: Parameters, words: Sequence[str]) -> tuple[Texts, list[str]]:
    """What the options before a command say; and the command, with its words."""
    reader = _Reader(params, words)
    while reader.rest and _is_option(reader.rest[0]):
        word = reader.rest.pop(0)
        if word == "--":
            break
        if not reader.read_option(word):
            return reader.texts, []
    return reader.texts, reader.rest


def find_parameter(
    params: Parameters, words: Sequence[str], texts: Texts
) -> TypedParameter | None:
    """The parameter whose value follows the words; None where there is none."""
    for param in params:
        if param.takes_value and words and words[-1] in param.options:
            return param
    for param in params:
        if not param.options and (param.has_many or param.name not in texts):
            return param
    return None


def _is_option(word: str) -> bool:
    return word.startswith("-") and len(word) > 1


class _Reader:
    """Reads options one after the other, with their values from the `rest`."""

    def __init__(self, params: Parameters, words: Sequence[str]) -> None:
        self.options = {name: param for param in params for name in param.options}
        self.rest = list(words)
        self.texts = Texts()

    def read_option(self, word: str) -> bool:
        """Read `--on`, `--on=fri`, `-n`, `-dw` or `-nTEXT`; whether that can be done."""
        if not word.startswith("--"):
            return self._read_letters(word[1:])
        name, joined, value = word.partition("=")
        param = self.options.get(name)
        if param is None or (param.is_flag and joined):
            return False
        if joined:
            self.rest.insert(0, value)
        return self._take(param)

    def _read_letters(self, letters: str) -> bool:
        for at, letter in enumerate(letters, 1):
            param = self.options.get(f"-{letter}")
            if param is None:
                return False
            if param.takes_value and letters[at:]:
                self.rest.insert(0, letters[at:])
            if not self._take(param):
                return False
            if param.takes_value:
                break
        return True

    def _take(self, param: TypedParameter) -> bool:
        if param.takes_value and not self.rest:
            return False
        text = self.rest.pop(0) if param.takes_value else ""
        self.texts.setdefault(param.name, []).append(text)
        return True
