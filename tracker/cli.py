"""The command line: commands found by name, and the one place that prints errors."""

import os
import re
import sys
from collections.abc import Sequence
from typing import Any

import click

from tracker.app import App
from tracker.command import JSON, Helped, refuse_empty, show_version
from tracker.command_table import COMPLETION_VARIABLE, PLACES, SECTIONS, TOPICS
from tracker.database.locks import LOCK_WAIT
from tracker.errors import DatabaseProblem, FileProblem, TrackerError
from tracker.modules import load_module
from tracker.output import NotPrinted, print_aside, print_json
from tracker.paths import database_path
from tracker.text.placeholders import check_no_placeholder
from tracker.text.screen import SCREEN

HELP = """
Track what you study on the way into AI alignment work.

  tracker log fastai 1h30m      log what you studied
  tracker ready                 see how ready you are for a role
  tracker export progress       export your record for others

Without a command, tracker shows this week. Help on a command begins with examples:
tracker COMMAND --help

Words of Watson, Timewarrior and Toggl work too, such as delete, frames and track.
"""


# Errors that no help on the command can mend: unexpected ones, and those of a file.
_WITHOUT_HELP = (
    TrackerError.exit_code,
    DatabaseProblem.exit_code,
    FileProblem.exit_code,
)


class Tracker(Helped, click.Group):
    """The commands of the table; each is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the table."""
        return list(PLACES)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command called `name`; None if there is none."""
        if name not in PLACES:
            return None
        if ctx.resilient_parsing:  # a shell completes
            light: click.Command = _completion().light_command(name)
            return light
        module, function = PLACES[name]
        command: click.Command = getattr(load_module(module), function)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name and command of the first word, and the other words.

        Raises Unreadable, with lines to paste, where there is no such command.
        """
        if args[0] not in PLACES and not args[0].startswith("-"):
            args = load_module("tracker.unknown_commands").to_known(args, ctx)
        return super().resolve_command(ctx, args)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """The lines of the table, section by section; no command is imported."""
        for section, summaries in SECTIONS.items():
            with formatter.section(section):
                formatter.write_dl(list(summaries.items()), col_max=12)
        with formatter.section("More help: tracker help TOPIC"):
            formatter.write_dl(list(TOPICS.items()), col_max=12)


def _completion() -> Any:
    return load_module("tracker.maintenance.completion")


def _asks_for_help(arguments: Sequence[str]) -> bool:
    at = place_of_command(arguments)
    return "help" in arguments[at : at + 1] or not {"-h", "--help"}.isdisjoint(
        arguments
    )


def _set_database(ctx: click.Context, _: click.Parameter, db: str | None) -> None:
    """Tell the app which database; also while a shell completes, and for no command.

    Raises Unreadable for an empty name: `--db "$UNSET"` must not open the default one.
    """
    if not ctx.resilient_parsing:
        if db == "":
            raise refuse_empty("'--db'")
        check_no_placeholder(db or "")
    ctx.obj.db_option = db or ""
    try:
        ctx.obj.path = database_path(db, os.environ)
    except DatabaseProblem:  # without a home folder, there is still help
        if not (ctx.resilient_parsing or _asks_for_help(ctx.obj.arguments)):
            raise


@click.group(
    cls=Tracker,
    help=HELP,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--db",
    metavar="FILE",
    # The type click.Path would do the same, but asks for translations, for 1 ms.
    shell_complete=lambda _ctx, _param, typed: _completion().complete_file(typed),
    expose_value=False,
    callback=_set_database,
    help="Use this database (default: $TRACKER_DB, else tracker/tracker.db in the "
    "folder for your data; tracker config names it).",
)
@click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    help="Show the traceback of an unexpected error.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show_version,
    help="Show the version and exit.",
)
@click.pass_context
def tracker(ctx: click.Context) -> None:
    """Run a command; without one, show this week."""
    if ctx.invoked_subcommand is None:
        week = ctx.command.get_command(ctx, "week")  # type: ignore[attr-defined]
        ctx.invoke(week)


tracker.params.append(JSON)  # `tracker --json` is `tracker week --json`


def main(typed: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code, 0 to 6.

    This is the only place that prints errors and knows exit codes.
    """
    arguments = list(sys.argv[1:] if typed is None else typed)
    app = App("", arguments, PLACES)
    try:
        LOCK_WAIT.remark, LOCK_WAIT.for_prompt = app.remark, False
        SCREEN.adapt(os.environ, sys.stdout)
        at = place_of_command(arguments)
        if at < len(arguments) and (
            arguments[at] not in PLACES or "help" in (arguments[at], arguments[-1])
        ):
            words = load_module("tracker.familiar_words")
            app.arguments[at:] = words.to_own_words(arguments[at:])
        request = os.environ.get(COMPLETION_VARIABLE)
        if request:
            _completion().answer_shell(request, tracker, app)
        else:
            # Not `tracker.main`, which ends by itself where a pipe's reader has gone.
            with tracker.make_context("tracker", list(app.arguments), obj=app) as ctx:
                tracker.invoke(ctx)
    except click.exceptions.Exit as end:
        return end.exit_code
    except BaseException as fault:
        return _print_fault(fault, app, app.arguments)
    finally:
        app.close()
    return 0


def _print_fault(fault: BaseException, app: App, arguments: Sequence[str]) -> int:
    """Print what went wrong on stderr and return the exit code."""
    has_enough = isinstance(fault, NotPrinted) and fault.has_enough
    if has_enough and not (app.saved or app.file):
        return 0  # the reader, such as `head`, has read enough
    if isinstance(fault, DatabaseProblem) and {"status", "--line"} <= {*arguments}:
        return 0  # a prompt would show it
    faults = load_module("tracker.faults")  # most calls have none
    error: TrackerError = faults.to_error(fault, app, arguments)
    if "--debug" in arguments and error.exit_code == 1:
        traceback = load_module("traceback")  # slow to import
        app.print_error("".join(traceback.format_exception(fault)))
    hint, commands = _complete_hint(error, arguments)
    if "--json" in arguments:
        hint = "\n".join(filter(None, (app.with_db_option(hint), *commands)))
        data = load_module("tracker.corrections").error_data(error, hint)
        print_json(data, aside=True)
    else:
        app.print_error("\n".join(filter(None, (error.message, hint))))
        for line in commands:
            print_aside(line)
    return error.exit_code


def _complete_hint(
    error: TrackerError, arguments: Sequence[str]
) -> tuple[str, list[str]]:
    """The hint, and the commands as typed but corrected, each on a line of its own.

    Where there is no command to paste, the hint ends with the one for help.
    """
    at = place_of_command(arguments)
    name = arguments[at] if at < len(arguments) else ""
    commands: list[str] = []
    if error.instead or error.without or error.added or error.swaps:
        commands = load_module("tracker.rehearsal").correct(error, arguments)
    corrections = load_module("tracker.corrections")
    hint = error.hint
    if len(commands) == 1:
        hint = re.sub("Type one of (these|them):", "Type it like this:", hint)
    if commands or error.exit_code in _WITHOUT_HELP:
        return hint, [f"  {command}" for command in commands]
    if not corrections.has_command(hint):
        for_help = f"For help, type: {' '.join(('tracker', name)).strip()} --help"
        hint = "\n".join(filter(None, (hint, for_help)))
    return hint, []


def place_of_command(arguments: Sequence[str]) -> int:
    """Where the name of the command stands; after all words where there is none."""
    for at, word in enumerate(arguments):
        if not word.startswith("-") and (at == 0 or arguments[at - 1] != "--db"):
            return at
    return len(arguments)
