"""What a shell completes: commands, options and values, with what each is.

No command is imported for it: `parameters.json` says which options each has. No
database is created, and one that cannot be read offers nothing.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache, partial
from typing import Any, cast

import click
from click.shell_completion import CompletionItem

from tracker.app import App
from tracker.click_commands import Helped
from tracker.command_table import COMPLETION_VARIABLE, SECTIONS
from tracker.database.connect import connect, database_exists
from tracker.database.locks import LOCK_WAIT
from tracker.database.settings import NO_SETTINGS, read_settings
from tracker.errors import TrackerError
from tracker.maintenance.rules.value_kinds import FILE, FOLDER, Named, value_kinds
from tracker.maintenance.shells import SHELLS
from tracker.maintenance.store import name_lists
from tracker.modules import load_module
from tracker.output import print_answer
from tracker.text.columns import plain, shorten

_SHIPPED = ("backup", "bundle", "field", "funder", "zone")
_LONGEST_HELP = 60  # letters


class _LightCommand(Helped):
    """A command as far as completion needs it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words typed, but for an option at the end, whose value is to come.

        At that click would stop, and know none of the other words.
        """
        options = (param for param in self.params if isinstance(param, click.Option))
        names = {name for each in options if not each.is_flag for name in each.opts}
        typed = args[:-1] if args and args[-1] in names else args
        return super().parse_args(ctx, typed)


def light_command(name: str) -> click.Command:
    """The command of that name as far as completion needs it."""
    summaries = (lines[name] for lines in SECTIONS.values() if name in lines)
    params = [_parameter(name, **given) for given in _read_parameters().get(name, ())]
    return _LightCommand(name, params=params, short_help=next(summaries, ""))


@cache
def _read_parameters() -> dict[str, list[dict[str, Any]]]:
    """The parameters of each command, as `tests/maintenance` writes them."""
    path = os.path.join(os.path.dirname(__file__), "parameters.json")
    with open(path, encoding="utf-8") as file:
        table: dict[str, list[dict[str, Any]]] = json.load(file)
    return table


def _parameter(
    command: str,
    names: list[str],
    choices: Iterable[str] = (),
    **attributes: Any,
) -> click.Parameter:
    """A parameter that completes its values, or the `choices` of its type."""
    complete = partial(_complete, command, tuple(choices))
    if names[0].startswith("-"):
        return click.Option(names, shell_complete=complete, **attributes)
    return click.Argument(names, required=False, shell_complete=complete, **attributes)


def _complete(
    command: str,
    choices: tuple[str, ...],
    ctx: click.Context,
    param: click.Parameter,
    typed: str,
) -> list[CompletionItem]:
    """The values of a parameter that begin with what was typed, but for those there."""
    app, values = ctx.find_root().obj, ctx.params
    kinds = value_kinds(command, param.name or "", values)
    named = [kind for kind in kinds if kind not in (FILE, FOLDER)]
    offers: list[Named] = [(choice, "") for choice in choices]
    db = _open(app) if named else None
    for kind in named:
        # No value is better than an error in a prompt, and other kinds may be whole.
        with suppress(TrackerError, sqlite3.Error, OSError, ValueError, LookupError):
            offers += _list_values(kind, app, db, values, typed)
    before = values.get(param.name or "")
    items = [
        CompletionItem(value, help=shorten(plain(what), _LONGEST_HELP))
        for value, what in offers
        if value.casefold().startswith(typed.casefold())
        and value.isprintable()
        and not (isinstance(before, tuple) and value in before)
    ]
    files = [CompletionItem(typed, type=kind) for kind in kinds if kind not in named]
    return items or files


def complete_file(typed: str) -> list[CompletionItem]:
    """Any file that begins with what was typed, for the shell to find."""
    return [CompletionItem(typed, type=FILE)]


def _open(app: App) -> sqlite3.Connection | None:
    """The database, and its settings for `app`; None where it is missing or faulty."""
    app.settings = NO_SETTINGS
    with suppress(TrackerError, sqlite3.Error):
        if database_exists(app.path):
            db = connect(app.path, write=False)
            app.use(db)
            app.settings = read_settings(db)
            return db
    return None


def _list_values(
    kind: str,
    app: App,
    db: sqlite3.Connection | None,
    values: Mapping[str, Any],
    typed: str,
) -> Iterable[Named]:
    """All values of a kind, each with what it is."""
    if kind in name_lists.KINDS:
        return name_lists.list_names(db, kind, values) if db else ()
    if kind in _SHIPPED:
        module = "tracker.maintenance.store.shipped_names"
        shipped = load_module(module).list_shipped(kind, app.path, values)
        return cast(Iterable[Named], shipped)
    module = "tracker.maintenance.rules.fixed_values"
    fixed = load_module(module).list_fixed(kind, app.today, values, typed)
    return cast(Iterable[Named], fixed)


def answer_shell(request: str, root: click.Command, app: App) -> None:
    """Print what a shell asks for: `bash_source` its script, `bash_complete` names."""
    LOCK_WAIT.for_prompt = True
    name, _, part = request.partition("_")
    shell = SHELLS.get(name)
    if shell:
        made = shell(root, {"obj": app}, "tracker", COMPLETION_VARIABLE)
        print_answer(made.source() if part == "source" else made.complete())
