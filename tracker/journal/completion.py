"""What the shell completes: names, from the database alone.

Nothing slow is imported for it, and no database is created.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import click

from tracker.app import App
from tracker.command_table import COMPLETION_VARIABLE
from tracker.database.connect import connect, database_exists
from tracker.output import print_answer

if TYPE_CHECKING:  # everyday commands import this module, and complete nothing
    from click.shell_completion import CompletionItem

# What the first argument of a command names, where its module is slow to import.
_EITHER = ("item", "milestone")
COMPLETED_KINDS = {
    **dict.fromkeys(("done", "drop", "reopen", "plan", "forecast"), _EITHER),
    "show": (*_EITHER, "role"),
    **dict.fromkeys(("progress", "skip", "rename"), ("item",)),
    **dict.fromkeys(("attempt", "reach"), ("milestone",)),
    **dict.fromkeys(("target", "ready", "gaps", "road"), ("role",)),
    **dict.fromkeys(("rate", "skills"), ("skill",)),
    "feature": ("work",),
    "ask": ("subject", "question"),
    "known": ("skill", *_EITHER),
}
_MANY_ARGUMENTS = ("done", "known", "feature")


class CompletedCommand(click.Command):
    """A command as far as completion needs it.

    Its names are completed without importing the command's module; only its options
    need `load`, which imports it.
    """

    def __init__(self, name: str, load: Callable[[], click.Command | None]) -> None:
        complete = partial(_complete, COMPLETED_KINDS[name])
        count = -1 if name in _MANY_ARGUMENTS else 1
        argument = click.Argument(
            ["name"], required=False, nargs=count, shell_complete=complete
        )
        super().__init__(name, params=[argument])
        self._load = load

    def shell_complete(
        self, ctx: click.Context, incomplete: str
    ) -> "list[CompletionItem]":
        """The options that begin with what was typed."""
        command = self._load()
        return command.shell_complete(ctx, incomplete) if command else []


def find_completed_command(
    name: str, load: Callable[[], click.Command | None]
) -> CompletedCommand | None:
    """The command of that name as far as completion needs it.

    None where its own module is as quick, or its arguments are no names.
    """
    return CompletedCommand(name, load) if name in COMPLETED_KINDS else None


def complete_items(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[str]:
    """Slugs that begin with what was typed, items in progress first.

    Without a database there are none, and none is created.
    """
    return _complete(("item",), ctx, param, incomplete)


def complete_works(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[str]:
    """The works that begin with what was typed."""
    return _complete(("work",), ctx, param, incomplete)


def _complete(
    kinds: tuple[str, ...], ctx: click.Context, _: click.Parameter, incomplete: str
) -> list[str]:
    path, typed = ctx.find_root().obj.path, incomplete.casefold()
    if not database_exists(path):
        return []
    try:
        with closing(connect(path, write=False)) as db:
            names = [slug for kind in kinds for slug in _slugs(db, kind)]
    except sqlite3.Error:  # no completion is better than an error in the prompt
        return []
    return [slug for slug in names if slug.startswith(typed) and slug.isprintable()]


def _slugs(db: sqlite3.Connection, kind: str) -> list[str]:
    # 4 ms, and most calls of a command complete nothing
    from tracker.journal.store.items import item_names, slugs

    if kind != "item":
        return slugs(db, kind)
    begun_first = sorted(item_names(db), key=lambda name: not name.begun)
    return [name.slug for name in begun_first]


def answer_shell(request: str, root: click.Command, app: App) -> None:
    """Print what a shell asks for: `bash_source` its script, `bash_complete` names."""
    from click.shell_completion import get_completion_class

    shell, _, part = request.partition("_")
    shell_class = get_completion_class(shell)
    if shell_class:
        made = shell_class(root, {"obj": app}, "tracker", COMPLETION_VARIABLE)
        print_answer(made.source() if part == "source" else made.complete())
