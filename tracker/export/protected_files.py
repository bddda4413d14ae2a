"""Files that no export writes to, with --force either: the database, and its inputs."""

import os
from collections.abc import Iterable
from pathlib import Path

from tracker.database.protected_files import is_same_file, say_protection
from tracker.errors import Refused
from tracker.export.funder_files import form_folders
from tracker.export.output_file import OUTPUT
from tracker.paths import seed_folder


def check_unprotected(
    place: Path, database: str, inputs: Iterable[Path], option: str = OUTPUT
) -> None:
    """Refuse the database by any name, any SQLite file, and what this export reads.

    `inputs` are its files of answers and budgets; it also reads the seed and each
    funder's form. `option` is where `place` was typed. Raises Refused.
    """
    reason = say_protection(place, database)
    if not reason and _is_input(place, database, inputs):
        reason = f"tracker reads {place}"
    if reason:
        raise Refused(
            f"{reason}; nothing was written.",
            f"Name another file with {option}.",
            without=[f"{option} --force"],
            added=[(option, "FILE")],
        )


def _is_input(place: Path, database: str, inputs: Iterable[Path]) -> bool:
    """Whether a file is read, or would be read from now on."""
    if any(is_same_file(place, file) for file in inputs):
        return True
    real, seed = Path(os.path.realpath(place)), seed_folder()
    forms = map(os.path.realpath, form_folders(seed, database))
    is_form = real.suffix == ".toml" and str(real.parent) in forms
    return is_form or real.is_relative_to(os.path.realpath(seed))
