"""Which files make up a catalogue, and one short word that changes when any of them does (standard library only)."""

import hashlib
from pathlib import Path

# Forms of funders lie beside the curriculum and are no part of it: they are read from their files when asked for, so
# a form that is put right syncs no database, and a fault in one keeps nobody from logging.
FORMS = "funders"


def toml_files(folder: Path) -> dict[str, Path]:
    """The TOML files of a folder and of those within it, by their name from there, in order of name; no `FORMS`."""
    found = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*.toml")
        if path.is_file()
    }
    return {
        name: path
        for name, path in sorted(found.items())
        if not name.startswith(f"{FORMS}/")
    }


def seed_digest(folder: Path) -> str:
    """A hash of the names and contents of the TOML files; a folder moved or copied keeps it."""
    whole = hashlib.sha256()
    for name, path in toml_files(folder).items():
        for part in (name.encode(), path.read_bytes()):
            whole.update(len(part).to_bytes(8, "big"))
            whole.update(part)
    return whole.hexdigest()
