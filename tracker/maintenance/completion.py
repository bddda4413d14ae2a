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
from click.shell_completion import CompletionItem, ShellComplete

from tracker.app import App, load_module
from tracker.command import Helped
from tracker.command_table import COMPLETION_VARIABLE, SECTIONS
from tracker.database.connect import connect, database_exists
from tracker.database.settings import NO_SETTINGS, read_settings
from tracker.errors import TrackerError
from tracker.maintenance.rules.shell_lines import Line, read_line, to_bash
from tracker.maintenance.rules.value_kinds import Named, value_kinds
from tracker.maintenance.store import name_lists
from tracker.maintenance.store.folder_entries import list_entries
from tracker.output import print_answer
from tracker.text.columns import plain, shorten

# Kinds that the shell completes by itself, by what click calls them.
_OF_SHELL = {"file": "file", "folder": "dir"}
_SHIPPED = ("backup", "bundle", "field", "funder", "zone")
_LONGEST_HELP = 60  # letters
# What the scripts of the shells set: the line up to the cursor, and bash's separators.
_LINE, _BREAKS = "_TRACKER_LINE", "_TRACKER_BREAKS"


def light_command(name: str) -> click.Command:
    """The command of that name as far as completion needs it."""
    summaries = (lines[name] for lines in SECTIONS.values() if name in lines)
    params = [_parameter(name, **given) for given in _read_parameters().get(name, ())]
    return Helped(name, params=params, short_help=next(summaries, ""))


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
    db = _open(app)
    offers: list[Named] = [(choice, "") for choice in choices]
    for kind in kinds:
        # No value is better than an error in a prompt: the rest may be whole.
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
    of_shell = [_OF_SHELL[kind] for kind in kinds if kind in _OF_SHELL]
    return items or [CompletionItem(typed, type=each) for each in of_shell]


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


class _Shell(ShellComplete):
    """A shell, which sends the line up to the cursor and reads a line for each value."""

    def source(self) -> str:
        """The script that the shell runs."""
        return read_script(self.name)

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is completed, and that."""
        self.text = os.environ.get(_LINE, "")
        self.line: Line = read_line(self.text)
        return self.line.before, self.line.word

    def format_completion(self, item: CompletionItem) -> str:
        """What the shell reads: kind, value and what it is, with tabs between them."""
        return f"{item.type}\t{item.value}\t{item.help or ''}"


class _Bash(_Shell):
    """Bash, which inserts what it is told as it is, after its last separator."""

    name = "bash"

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """The values, and the files where they are meant."""
        items: list[CompletionItem] = []
        for item in super().get_completions(args, incomplete):
            if item.type == "plain":
                items.append(item)
                continue
            only_folders = item.type == _OF_SHELL["folder"]
            names = list_entries(str(item.value), only_folders=only_folders)
            items += map(CompletionItem, names)
        return items

    def format_completion(self, item: CompletionItem) -> str:
        """The value, quoted as the line is."""
        breaks = os.environ.get(_BREAKS, "")
        return to_bash(str(item.value), self.line, self.text, breaks)


class _Zsh(_Shell):
    name = "zsh"


class _Fish(_Shell):
    """Fish, which reads whole words: with the option before `=`."""

    name = "fish"

    def format_completion(self, item: CompletionItem) -> str:
        """As all shells, with the option."""
        if item.type == "plain":
            item.value = f"{self.line.option}{item.value}"
        return super().format_completion(item)


SHELLS: dict[str, type[_Shell]] = {"bash": _Bash, "zsh": _Zsh, "fish": _Fish}


def read_script(shell: str) -> str:
    """The script that completes tracker's commands in a shell."""
    folder = os.path.join(os.path.dirname(__file__), "shells")
    with open(os.path.join(folder, f"tracker.{shell}"), encoding="utf-8") as script:
        return script.read()


def answer_shell(request: str, root: click.Command, app: App) -> None:
    """Print what a shell asks for: `bash_source` its script, `bash_complete` names."""
    name, _, part = request.partition("_")
    shell = SHELLS.get(name)
    if shell:
        made = shell(root, {"obj": app}, "tracker", COMPLETION_VARIABLE)
        print_answer(made.source() if part == "source" else made.complete())
