"""The files of a catalogue, and a hash that changes with any of them.

Standard library only.
"""

import hashlib
from pathlib import Path

# Funders' forms lie beside the curriculum but are no part of it. Each is read from its
# file when it is needed, so a corrected form syncs no database, and a faulty one stops
# nobody from logging.
FORMS = "funders"
# So do the bundles of `tracker known`, and for the same reason.
BUNDLES = "known.toml"


def toml_files(folder: Path) -> dict[str, Path]:
    """The TOML files in a folder, at any depth, sorted by relative name.

    Without `FORMS` and `BUNDLES`.
    """
    files = {}
    for path in folder.rglob("*.toml"):
        name = path.relative_to(folder).as_posix()
        is_apart = name == BUNDLES or name.startswith(f"{FORMS}/")
        if path.is_file() and not is_apart:
            files[name] = path
    return dict(sorted(files.items()))


def seed_digest(folder: Path) -> str:
    """A hash of the names and contents of the TOML files, wherever the folder is."""
    digest = hashlib.sha256()
    for name, path in toml_files(folder).items():
        for part in (name.encode(), path.read_bytes()):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
    return digest.hexdigest()
