"""The files of a catalogue, and a hash that changes with any of them.

Standard library only.
"""

import hashlib
from pathlib import Path

from tracker.errors import FileProblem
from tracker.limits import MOST_FILES

CHOOSE = "Choose a folder with .toml files."
# Funders' forms lie beside the curriculum but are no part of it. Each is read from its
# file when it is needed, so a corrected form syncs no database, and a faulty one stops
# nobody from logging.
FORMS = "funders"
# So do the bundles of `tracker known`, and for the same reason.
BUNDLES = "known.toml"


def toml_files(folder: Path) -> dict[str, Path]:
    """The TOML files in a folder, at any depth, sorted by relative name.

    Without `FORMS` and `BUNDLES`. Raises FileProblem for a folder of very many files.
    """
    files = {}
    for number, path in enumerate(folder.rglob("*")):
        if number == MOST_FILES:
            raise FileProblem(f"{folder} has over {MOST_FILES:,} files.", CHOOSE)
        name = path.relative_to(folder).as_posix()
        is_apart = name == BUNDLES or name.startswith(f"{FORMS}/")
        if path.suffix == ".toml" and _is_there(path) and not is_apart:
            files[name] = path
    return dict(sorted(files.items()))


def _is_there(path: Path) -> bool:
    """Whether it is no folder, and no link to nothing, such as an editor's lock."""
    return path.exists() and not path.is_dir()


def seed_digest(folder: Path) -> str:
    """A hash of the names and contents of the TOML files, wherever the folder is."""
    digest = hashlib.sha256()
    for name, path in toml_files(folder).items():
        for part in (name.encode(), path.read_bytes()):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
    return digest.hexdigest()
