"""Where the database, the migrations and the seed are. Nothing is created here.

Paths of everyday commands are text: importing `pathlib` takes 3 of a call's 20 ms.
"""

import os
from collections.abc import Mapping

import click

from tracker.errors import DatabaseProblem

PACKAGE = os.path.dirname(os.path.abspath(__file__))


def database_path(db_option: str | None, environ: Mapping[str, str]) -> str:
    """The database of `--db`, else `$TRACKER_DB`, else in the application folder."""
    path = db_option or environ.get("TRACKER_DB")
    if path:
        return os.path.expanduser(path)
    return os.path.join(default_folder(), "tracker.db")


def default_folder() -> str:
    """The application folder, where the database is unless a person names another."""
    return click.get_app_dir("tracker")


def migrations_folder() -> str:
    """The folder of the migrations, in an installed package or in a checkout."""
    return _shipped("migrations")


def seed_folder() -> str:
    """The folder of the curriculum, in an installed package or in a checkout."""
    return _shipped("seed")


def _shipped(name: str) -> str:
    for folder in (PACKAGE, os.path.dirname(PACKAGE)):
        path = os.path.join(folder, name)
        if os.path.isdir(path):
            return path
    raise DatabaseProblem(
        f"The folder {name} is missing from this installation.",
        "To reinstall: pip install --force-reinstall learning-plan-tracker",
    )
