"""Where things lie: the database, the migrations, the seed. Nothing is made here."""

import os
from pathlib import Path

import click

from tracker.errors import DatabaseProblem

PACKAGE = Path(__file__).parent


def database_path(named: str | None, environ: "os._Environ[str] | dict[str, str]") -> Path:
    """The database's place: `--db`, else `$TRACKER_DB`, else the person's own application folder."""
    chosen = named or environ.get("TRACKER_DB")
    return Path(chosen).expanduser() if chosen else Path(click.get_app_dir("tracker")) / "tracker.db"


def migrations_folder() -> Path:
    """The revisions, in the package of a wheel or beside it in a checkout."""
    return _shipped("migrations")


def seed_folder() -> Path:
    """The shipped curriculum, in the package of a wheel or beside it in a checkout."""
    return _shipped("seed")


def _shipped(name: str) -> Path:
    for place in (PACKAGE / name, PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise DatabaseProblem(f"This installation lacks its folder {name}.", "Install learning-plan-tracker again.")
