"""Where the database, the migrations and the seed are. Nothing is created here.

Paths of everyday commands are text: importing `pathlib` takes 3 of a call's 20 ms.
"""

import os
from collections.abc import Mapping
from contextlib import suppress

from tracker import system
from tracker.errors import DatabaseProblem

PACKAGE = os.path.dirname(os.path.abspath(__file__))


def database_path(db_option: str | None, environ: Mapping[str, str]) -> str:
    """The database of `--db`, else `$TRACKER_DB`, else in the default folder.

    Raises DatabaseProblem as `default_folder`.
    """
    path = db_option or environ.get("TRACKER_DB")
    if path:
        return os.path.expanduser(path)
    return database_in(default_folder())


def database_in(folder: str) -> str:
    """The database in a folder that nobody named."""
    return os.path.join(folder, "tracker.db")


def default_folder() -> str:
    """Where the database is unless a person names another: the user's data folder.

    While the only database is where earlier versions made it, it is that folder. Raises
    DatabaseProblem where the home folder is not known.
    """
    new, old = data_folder(), old_folder()
    is_old = has_database(old) and not has_database(new)
    return old if is_old else new


def data_folder() -> str:
    """The folder for tracker among the user's data; raises as `default_folder`."""
    if system.WINDOWS:
        return _under(os.environ.get("LOCALAPPDATA"), "AppData/Local")
    if system.MACOS:
        return _under(None, "Library/Application Support")
    return _under(os.environ.get("XDG_DATA_HOME"), ".local/share")


def old_folder() -> str:
    """Where earlier versions made the database: where click says that settings are."""
    if system.WINDOWS:
        base = os.environ.get("APPDATA", os.path.expanduser("~"))
    elif system.MACOS:
        base = os.path.expanduser("~/Library/Application Support")
    else:
        usual = os.path.expanduser("~/.config")
        base = os.environ.get("XDG_CONFIG_HOME", usual)
    return os.path.join(base, "tracker")


def has_database(folder: str) -> bool:
    """Whether a folder that nobody named has a database, or a link to one."""
    return os.path.isabs(folder) and os.path.lexists(database_in(folder))


def is_default(folder: str) -> bool:
    """Whether it is the default folder, which tracker makes where it is missing."""
    with suppress(DatabaseProblem):
        return folder == default_folder()
    return False


def _under(base: str | None, in_home: str) -> str:
    """`tracker` in `base`; in the home folder where that is no absolute path."""
    if not base or not os.path.isabs(base):
        base = os.path.join(_home(), *in_home.split("/"))
    return os.path.join(base, "tracker")


def _home() -> str:
    home = os.path.expanduser("~")
    if not os.path.isabs(home) or os.environ.get("HOME") == "":
        raise DatabaseProblem(
            "Your home folder is not known, since HOME is not set.",
            'To keep the database in this folder: export TRACKER_DB="$PWD/tracker.db"',
        )
    return home


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
