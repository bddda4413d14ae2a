"""The command line of click: help, completion, and all that is unusual or wrong."""

from collections.abc import Sequence
from typing import Any

import click

from tracker.app import App
from tracker.arguments import choose_database
from tracker.click_commands import (
    JSON_OPTION,
    HelpContext,
    Helped,
    refuse_empty,
    show_version,
    to_click,
)
from tracker.command import find_command
from tracker.command_table import PLACES, SECTIONS, TOPICS
from tracker.errors import Unreadable
from tracker.modules import load_module
from tracker.text.placeholders import check_no_placeholder

HELP = """
Track what you study on the way into AI alignment work.

  tracker log fastai 1h30m      log what you studied
  tracker ready                 see how ready you are for a role
  tracker export progress       export your record for others

Without a command, tracker shows this week. Help on a command begins with examples:
tracker COMMAND --help

Words of Watson, Timewarrior and Toggl work too, such as delete, frames and track.
"""


class Tracker(Helped, click.Group):
    """The commands of the table; each is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the table."""
        return list(PLACES)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command called `name`; None if there is none."""
        if name not in PLACES:
            return None
        return to_click(find_command(name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name and command of the first word, and the other words.

        Raises Unreadable, with lines to paste, where there is no such command.
        """
        if args[0] not in PLACES and not args[0].startswith("-"):
            args = load_module("tracker.unknown_commands").to_known(args, ctx.obj)
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


def _set_database(ctx: click.Context, _: click.Parameter, db: str | None) -> None:
    """Tell the app which database; also for no command.

    Raises Unreadable for an empty name: `--db "$UNSET"` must not open the default one.
    """
    if db == "":
        raise refuse_empty("'--db'")
    check_no_placeholder(db or "")
    choose_database(ctx.obj, db or "")


@click.group(
    cls=Tracker,
    help=HELP,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--db",
    metavar="FILE",
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


tracker.params.append(JSON_OPTION)  # `tracker --json` is `tracker week --json`


def run(app: App) -> int:
    """Run what was typed; return the exit code."""
    try:
        # Not `tracker.main`, which ends by itself where a pipe's reader has gone.
        with tracker.make_context("tracker", list(app.arguments), obj=app) as ctx:
            tracker.invoke(ctx)
    except click.exceptions.Exit as end:
        return end.exit_code
    return 0


def read_values(name: str, words: Sequence[str], app: App) -> dict[str, Any]:
    """The values of a command's parameters; nothing is run.

    Raises TrackerError, and SystemExit where help was asked for and is shown.
    """
    here = HelpContext(tracker, info_name="tracker", obj=app)
    command = to_click(find_command(name))
    try:
        return command.make_context(name, list(words), parent=here).params
    except click.exceptions.Exit:
        raise SystemExit(0) from None
    except click.UsageError as fault:
        message = f"{name}: {' '.join(fault.format_message().split())}"
        raise Unreadable(message, f"For help on it: tracker {name} --help") from None


def help_text(name: str, app: App) -> str:
    """The help on a command; without a name, that of tracker itself."""
    root = HelpContext(tracker, info_name="tracker", obj=app)
    if not name:
        return root.get_help()
    command = to_click(find_command(name))
    with HelpContext(command, info_name=name, parent=root) as context:
        return command.get_help(context)
