"""The commands as they are declared: names, parameters, help. Reading them is elsewhere.

Nothing of click is imported here: that takes as long as a whole everyday call.
"""

import os
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tracker.command_table import PLACES
from tracker.modules import load_module

if TYPE_CHECKING:
    from tracker.app import App

Run = TypeVar("Run", bound=Callable[..., None])
_DECLARED = "declared_parameters"  # of a function: its parameters, the last one first


class Kind(Protocol):
    """What a parameter takes."""

    name: str  # in capitals, help shows it

    def convert(self, text: str, clock: Any) -> object:
        """The value that a text stands for; raises TrackerError where it is none."""


class Parameter:
    """An argument or an option of a command.

    `kind` reads its text, `finish` what was read; `choices` are the texts it takes, if
    not all. With `is_path` it is a Path. `click_options` are passed to click unchanged.
    """

    def __init__(
        self,
        names: tuple[str, ...],
        kind: Kind | None = None,
        choices: Iterable[str] = (),
        is_path: bool = False,
        finish: Callable[[Any], object] | None = None,
        **click_options: Any,
    ) -> None:
        self.names, self.click_options = names, click_options
        positive = [name.partition("/")[0] for name in names]  # of `--yes/--no`
        self.opts = [name for name in positive if name.startswith("-")]
        self.name = _name_of(positive)
        self.kind, self.choices = kind, list(choices)
        self.is_path, self.finish = is_path, finish
        self.is_flag: bool = click_options.get("is_flag", positive != list(names))
        self.has_many: bool = (
            click_options.get("multiple", False) or click_options.get("nargs") == -1
        )
        is_word = not self.opts and not self.has_many
        self.is_required: bool = click_options.get("required", is_word)

    def takes(self, text: str) -> bool:
        """Whether a text is one of the choices, or no file that cannot be read."""
        if self.choices:
            return text in self.choices
        return not (self.is_path and os.path.lexists(text)) or os.access(text, os.R_OK)

    def read(self, texts: list[str], clock: object) -> object:
        """The value of the texts typed. Raises TrackerError."""
        value: object = bool(texts) or self.click_options.get("default", False)
        if self.has_many:
            value = tuple(self._convert(text, clock) for text in texts)
        elif not self.is_flag:
            value = self._convert(
                texts[0] if texts else self.click_options.get("default"), clock
            )
        return self.finish(value) if self.finish else value

    def _convert(self, value: object, clock: object) -> object:
        if not isinstance(value, str):
            return value  # a default
        if self.is_path:
            return load_module("pathlib").Path(value)  # slow to import
        return self.kind.convert(value, clock) if self.kind else value


def _name_of(names: Sequence[str]) -> str:
    """The name of the function's parameter: the bare one, else the first long one."""
    dashes = [len(name) - len(name.lstrip("-")) for name in names]
    plain = names[dashes.index(0 if 0 in dashes else max(dashes))]
    return plain.lstrip("-").replace("-", "_").lower()


JSON = Parameter(("--json",), is_flag=True, help="Answer as JSON.")


class Command:
    """A command: the function to run, and what it takes.

    Of its parameters only those in `emptied` may be "", which unsets something. With
    `takes_dashes` it gets unknown options as words, and refuses them itself.
    """

    def __init__(
        self,
        name: str,
        function: Callable[..., None],
        examples: str = "",
        emptied: Container[str] = (),
        takes_dashes: bool = False,
    ) -> None:
        self.name, self.function, self.help = name, function, function.__doc__
        self.examples, self.emptied = examples, emptied
        self.takes_dashes = takes_dashes
        self.params = [*reversed(getattr(function, _DECLARED, ())), JSON]

    def run(self, app: "App", values: Mapping[str, Any]) -> None:
        """Run it; raises what it raises."""
        app.command = self.name
        self.function(app, **values)


def command(name: str, **keywords: Any) -> Callable[[Callable[..., None]], Command]:
    """Make a function the command `name`; its docstring is the help, after `examples`.

    The function gets the App, and each parameter by name. `keywords` are as for Command.
    """
    return lambda function: Command(name, function, **keywords)


def argument(name: str, **keywords: Any) -> Callable[[Run], Run]:
    """Give a command an argument; `keywords` are as for Parameter."""
    return _declare((name,), keywords)


def option(*names: str, **keywords: Any) -> Callable[[Run], Run]:
    """Give a command an option; `keywords` are as for Parameter."""
    return _declare(names, keywords)


def _declare(names: tuple[str, ...], keywords: dict[str, Any]) -> Callable[[Run], Run]:
    def add(function: Run) -> Run:
        earlier = getattr(function, _DECLARED, ())
        setattr(function, _DECLARED, (*earlier, Parameter(names, **keywords)))
        return function

    return add


def find_command(name: str) -> Command:
    """The command of that name, whose module is imported now."""
    module, function = PLACES[name]
    found: Command = getattr(load_module(module), function)
    return found


class NotPlain(Exception):
    """A command found an unknown option among its words, which click has not read."""


def no_such_option(name: str) -> Exception:
    """The error for an option that a command with `takes_dashes` refuses, as click's."""
    click = load_module("click")
    context = click.get_current_context(silent=True)
    error: Exception = click.NoSuchOption(name, ctx=context)
    return error if context else NotPlain(name)
