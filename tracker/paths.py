"""Where things lie: the database, the migrations, the seed. Nothing is made here.

Paths of the everyday commands are text: `pathlib` takes 3 ms to import, of the 20 that a call has.
"""

import os
from collections.abc import Mapping

import click

from tracker.errors import DatabaseProblem

PACKAGE = os.path.dirname(os.path.abspath(__file__))


def database_path(named: str | None, environ: Mapping[str, str]) -> str:
    """The database's place: `--db`, else `$TRACKER_DB`, else the person's own application folder."""
    chosen = named or environ.get("TRACKER_DB")
    return (
        os.path.expanduser(chosen)
        if chosen
        else os.path.join(click.get_app_dir("tracker"), "tracker.db")
    )


def migrations_folder() -> str:
    """The revisions, in the package of a wheel or beside it in a checkout."""
    return _shipped("migrations")


def seed_folder() -> str:
    """The shipped curriculum, in the package of a wheel or beside it in a checkout."""
    return _shipped("seed")


def _shipped(name: str) -> str:
    for folder in (PACKAGE, os.path.dirname(PACKAGE)):
        place = os.path.join(folder, name)
        if os.path.isdir(place):
            return place
    raise DatabaseProblem(
        f"This installation lacks its folder {name}.",
        "Install learning-plan-tracker again.",
    )
