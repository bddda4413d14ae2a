"""What the shell completes: items, those begun first."""

import sqlite3
from contextlib import closing

import click

from tracker.app import app_for
from tracker.database.connect import connect, is_there
from tracker.journal.store.items import names


def items_begun(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Slugs that begin with what was typed, of items begun first; none, and nothing made, without a database."""
    path, typed = app_for(ctx).path, incomplete.casefold()
    if not is_there(path):
        return []
    try:
        with closing(connect(path, write=False)) as db:
            found = [name for name in names(db) if name.slug.startswith(typed)]
    except sqlite3.Error:  # a shell that completes nothing is better than one that prints an error
        return []
    return [name.slug for name in sorted(found, key=lambda name: not name.begun)]
