"""The commands for click: it shows their help, and reads and refuses what is unusual."""

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import click

from tracker import __version__
from tracker.command import JSON, Command, Kind, Parameter
from tracker.errors import Unreadable
from tracker.modules import load_module
from tracker.output import print_answer, print_paged
from tracker.text.placeholders import PLACEHOLDERS, check_no_placeholder

if TYPE_CHECKING:
    ParamType = click.ParamType[object]
else:  # generic only from click 8.4 on
    ParamType = click.ParamType


class HelpContext(click.Context):
    """A call of a command, with its help in the columns of the terminal."""

    def make_formatter(self) -> click.HelpFormatter:
        """Its module is imported when somebody asks for help."""
        from tracker.text.help import HelpFormatter

        return HelpFormatter()


def _show_help(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        print_paged(ctx.get_help())
        ctx.exit()


_HELP = click.Option(
    ["-h", "--help"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_help,
    help="Show this message and exit.",
)


class Helped(click.Command):
    """A command that has its help in the columns of the terminal."""

    context_class = HelpContext

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option `--help`; that of click asks for translations, which takes 1 ms."""
        return _HELP


def _set_json(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.find_root().obj.as_json = True


JSON_OPTION = click.Option(
    JSON.names,
    expose_value=False,
    is_eager=True,
    callback=_set_json,
    **JSON.click_options,
)


def show_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    """Print the version where `--version` is typed."""
    if value:
        print_answer(f"tracker {__version__}")
        ctx.exit()


class ClickCommand(Helped):
    """A command whose help begins with examples."""

    def __init__(self, command: Command) -> None:
        super().__init__(
            command.name,
            callback=partial(_run, command),
            params=[_to_parameter(param) for param in command.params],
            help=command.help,
            context_settings={
                "help_option_names": ["-h", "--help"],
                "ignore_unknown_options": command.takes_dashes,
            },
        )
        self.examples, self.emptied = command.examples, command.emptied

    def format_help_text(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Examples first, then what the command does."""
        if self.examples:
            with formatter.section("Examples"):
                for line in self.examples.strip().splitlines():
                    formatter.write(f"  {line.strip()}\n")
        super().format_help_text(ctx, formatter)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments.

        Raises Unreadable for an empty value: `--tag "$UNSET"` must not be taken for no
        option at all, nor a file called "" for the folder `.`. Raises Unreadable for a
        placeholder, such as `--by DAY` of a hint that was pasted.
        """
        typed = self._split_args(ctx, args)
        for param in self.params:
            value = typed.get(param.name or "")
            if value == "" and param.name not in self.emptied:
                raise refuse_empty(
                    param.get_error_hint(ctx), _required_value(param, ctx)
                )
            option = f"{param.opts[0]} " if isinstance(param, click.Option) else ""
            example = PLACEHOLDERS.get(param.metavar or "", "")
            for text in _single_values(param, value):
                check_no_placeholder(text, option=option, example=example)
        return super().parse_args(ctx, args)

    def _split_args(self, ctx: click.Context, args: list[str]) -> dict[str, Any]:
        """The text of each parameter; an error knows the command, for its hint."""
        try:
            typed, _, _ = self.make_parser(ctx).parse_args(list(args))
        except click.UsageError as fault:
            fault.ctx = ctx
            raise
        return dict(typed)


@cache
def to_click(command: Command) -> ClickCommand:
    """The command for click."""
    return ClickCommand(command)


def _run(command: Command, /, **values: Any) -> None:
    command.run(click.get_current_context().find_root().obj, values)


def _to_parameter(param: Parameter) -> click.Parameter:
    if param is JSON:
        return JSON_OPTION
    make = click.Option if param.opts else click.Argument
    return make(
        param.names,
        type=_to_type(param),
        callback=_finish(param),
        **param.click_options,
    )


def _to_type(param: Parameter) -> click.ParamType[Any] | None:
    if param.choices:
        return click.Choice(param.choices)
    if param.is_path:
        return click.Path(path_type=load_module("pathlib").Path, allow_dash=True)
    return KindType(param.kind) if param.kind else None


def _finish(param: Parameter) -> Callable[..., object] | None:
    finish = param.finish
    if finish is None:
        return None
    return lambda _ctx, _param, value: finish(value)


class KindType(ParamType):
    """A kind of value, as click knows it."""

    def __init__(self, kind: Kind) -> None:
        self.kind, self.name = kind, kind.name

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The value; one that is no text is a default. Raises TrackerError."""
        if not isinstance(value, str):
            return value
        context = ctx or click.get_current_context()
        return self.kind.convert(value, context.find_root().obj)


def _single_values(param: click.Parameter, value: object) -> list[str]:
    """The texts typed for a parameter; none for several words, such as a note's."""
    values = value if isinstance(value, list | tuple) else [value]
    if isinstance(param, click.Argument) and len(values) > 1:
        return []
    return [text for text in values if isinstance(text, str)]


def refuse_empty(name: str, placeholder: str = "") -> Unreadable:
    """The refusal of an empty value, often that of a variable that is not set.

    `placeholder` stands for the value of an option that cannot be left out.
    """
    message, option = f"{name} is empty.", name.strip("'")
    without = [option] if option.startswith("-") else []
    if placeholder:
        added = [(option, placeholder)]
        return Unreadable(message, "Type a value.", without=without, added=added)
    return Unreadable(message, "Type a value, or leave it out.", without=without)


def _required_value(param: click.Parameter, ctx: click.Context) -> str:
    """The placeholder of a required option, such as TITLE; empty for all others."""
    is_required_option = isinstance(param, click.Option) and param.required
    return param.make_metavar(ctx) if is_required_option else ""
