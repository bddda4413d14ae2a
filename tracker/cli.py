"""The command line: a lazy table of commands, and the one place where errors become exit codes."""

import json
import os
import shlex
import sys
from collections.abc import Sequence

import click

from tracker import __version__
from tracker.app import App, load_module
from tracker.command import keep_tables, refuse_empty
from tracker.command_table import PLACES, SECTIONS
from tracker.errors import FileProblem, TrackerError, Unreadable
from tracker.paths import database_path
from tracker.text.columns import fit, quoted


class Tracker(click.Group):
    """Commands by name from the table, imported when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the table's order."""
        return list(PLACES)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command called `name`, from the place that the table names."""
        if name not in PLACES:
            return None
        module, function = PLACES[name]
        command: click.Command = getattr(load_module(module), function)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names, and the rest; while a shell completes, without importing it.

        Raises Unreadable, with the nearest, where there is no such command.
        """
        if ctx.resilient_parsing and not any(word.startswith("-") for word in args[1:]):
            light = load_module("tracker.journal.completion").named(
                args[0], lambda: self.get_command(ctx, args[0])
            )
            if light:
                return args[0], light, args[1:]
        if args[0] in PLACES or args[0].startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        near = load_module("tracker.text.names").find_nearest(args[0], PLACES)
        hint = (
            f"Did you mean tracker {near[0]}?"
            if near
            else "tracker --help lists them all."
        )
        raise Unreadable(f"There is no command {quoted(args[0])}.", hint)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """The table, section by section, without importing a single command."""
        for section, summaries in SECTIONS.items():
            with formatter.section(section):
                formatter.write_dl(list(summaries.items()), col_max=12)


def _choose(ctx: click.Context, _: click.Parameter, db: str | None) -> None:
    """Keep which database is meant, also where no command is found and while the shell completes.

    Raises Unreadable for an empty one: `--db "$UNSET"` must not be about the person's own.
    """
    if db == "" and not ctx.resilient_parsing:
        raise refuse_empty("'--db'")
    ctx.obj.path, ctx.obj.db_option = database_path(db, os.environ), db or ""


HELP = """
Track what you study on the way into AI alignment work.

  tracker log fastai 1h30m      write down what you studied
  tracker ready                 see how far it is to the role you want
  tracker export progress       hand it over, with nothing made up

`tracker` alone shows this week. `tracker COMMAND --help` begins with examples.
"""


@click.group(
    cls=Tracker,
    help=keep_tables(HELP),
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.option(
    "--db",
    metavar="FILE",
    expose_value=False,
    callback=_choose,
    help="The database (default: $TRACKER_DB, else your application folder).",
)
@click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    help="Show the traceback of an unexpected error.",
)
@click.version_option(__version__, message="tracker %(version)s")
@click.pass_context
def tracker(ctx: click.Context) -> None:
    """Run a command, or show this week where none is named."""
    if ctx.invoked_subcommand is None:
        week = ctx.command.get_command(ctx, "week")  # type: ignore[attr-defined]
        ctx.invoke(week)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (0 to 6). Nothing below it prints an error or exits."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    app = App("", shlex.join(words), PLACES)
    try:
        tracker.main(args=words, prog_name="tracker", standalone_mode=False, obj=app)
    except click.exceptions.Exit as done:
        return done.exit_code
    except (
        SystemExit
    ) as done:  # how click ends when it has answered a shell that completes
        return int(done.code or 0)
    except BaseException as fault:
        return _fail(fault, app, words)
    finally:
        app.close()
    return 0


def _fail(fault: BaseException, app: App, words: Sequence[str]) -> int:
    """Say what went wrong, on stderr, and return the exit code."""
    if isinstance(fault, BrokenPipeError):
        _leave_stdout()
    error = _as_error(fault, app, words)
    if isinstance(fault, BrokenPipeError) and not app.saved:
        return 0  # whoever read the list had seen enough
    if "--debug" in words and error.exit_code == 1:
        sys.__excepthook__(
            type(fault), fault, fault.__traceback__
        )  # `traceback`, without importing it for every call
    if "--json" in words:
        told = {
            "code": error.code,
            "message": error.message,
            "hint": app.with_db_option(error.hint),
        }
        click.echo(json.dumps({"error": told}, ensure_ascii=False), err=True)
    else:
        app.print_error(fit("\n".join(filter(None, (error.message, error.hint)))))
    return error.exit_code


def _as_error(fault: BaseException, app: App, words: Sequence[str]) -> TrackerError:
    if isinstance(fault, TrackerError):
        return fault
    if isinstance(fault, click.UsageError):
        named = next((word for word in words if word in PLACES), "")
        where = fault.ctx.command_path if fault.ctx else f"tracker {named}".strip()
        return Unreadable(
            " ".join(fault.format_message().split()), f"{where} --help shows how."
        )
    if isinstance(fault, click.ClickException):
        return Unreadable(fault.format_message())
    if isinstance(fault, KeyboardInterrupt | click.Abort):
        return TrackerError(
            "Interrupted; it is saved."
            if app.saved
            else "Interrupted; nothing was written."
        )
    if isinstance(fault, UnicodeEncodeError):
        return Unreadable(
            "What was typed is not text in UTF-8.",
            "Type it again, without what cannot be shown.",
        )
    if isinstance(fault, OSError) and fault.filename is None:
        _leave_stdout()
        kept = "It is saved, but the" if app.saved else "The"
        return FileProblem(
            f"{kept} answer could not be printed: {fault.strerror}.",
            "tracker history shows what was done.",
        )
    return TrackerError(
        f"Something unexpected happened: {type(fault).__name__}: {fault}.",
        "Run it again with --debug before the command to see where.",
    )


def _leave_stdout() -> None:
    """Point stdout away from what does not take it, so that Python does not fail again when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
