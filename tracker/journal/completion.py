"""What the shell completes: names, from the database alone. Nothing slow is imported for it, and nothing is made."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import click

from tracker.database.connect import connect, database_exists
from tracker.journal.store.items import item_names, slugs

if TYPE_CHECKING:  # everyday commands import this module, and complete nothing
    from click.shell_completion import CompletionItem

# What the word after a command names, where the command's own module would be slow to import.
_EITHER = ("item", "milestone")
NAMED = {
    **dict.fromkeys(("show", "done", "drop", "reopen", "plan", "forecast"), _EITHER),
    **dict.fromkeys(("progress", "skip", "rename"), ("item",)),
    **dict.fromkeys(("attempt", "reach"), ("milestone",)),
    **dict.fromkeys(("target", "ready", "gaps"), ("role",)),
    **dict.fromkeys(("rate", "skills"), ("skill",)),
}
_MANY = ("done",)


class Named(click.Command):
    """A command as far as completing goes: names are known without importing it, its options are `whole`'s."""

    def __init__(self, name: str, whole: Callable[[], click.Command | None]) -> None:
        complete = partial(_complete, NAMED[name])
        many = -1 if name in _MANY else 1
        super().__init__(
            name,
            params=[
                click.Argument(
                    ["name"], required=False, nargs=many, shell_complete=complete
                )
            ],
        )
        self._whole = whole

    def shell_complete(
        self, ctx: click.Context, incomplete: str
    ) -> "list[CompletionItem]":
        """The options that begin with what was typed."""
        whole = self._whole()
        return whole.shell_complete(ctx, incomplete) if whole else []


def named(name: str, whole: Callable[[], click.Command | None]) -> Named | None:
    """The command of that name as far as completing goes; None where its own module is as quick, or names nothing."""
    return Named(name, whole) if name in NAMED else None


def items_begun(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[str]:
    """Slugs that begin with what was typed, of items begun first; none, and nothing made, without a database."""
    return _complete(("item",), ctx, param, incomplete)


def _complete(
    kinds: tuple[str, ...], ctx: click.Context, _: click.Parameter, incomplete: str
) -> list[str]:
    path, typed = ctx.find_root().obj.path, incomplete.casefold()
    if not database_exists(path):
        return []
    try:
        with closing(connect(path, write=False)) as db:
            known = [slug for kind in kinds for slug in _known(db, kind)]
    except (
        sqlite3.Error
    ):  # a shell that completes nothing is better than one that prints an error
        return []
    return [slug for slug in known if slug.startswith(typed)]


def _known(db: sqlite3.Connection, kind: str) -> list[str]:
    if kind == "item":
        return [
            name.slug
            for name in sorted(item_names(db), key=lambda name: not name.begun)
        ]
    return slugs(db, kind)
