"""Which files make up a catalogue, and one short word that changes when any of them does (standard library only)."""

import hashlib
from pathlib import Path


def toml_files(folder: Path) -> dict[str, Path]:
    """The TOML files of a folder and of those within it, by their name from there, in order of name."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.toml") if path.is_file()}
    return dict(sorted(found.items()))


def seed_digest(folder: Path) -> str:
    """A hash of the names and contents of the TOML files; a folder moved or copied keeps it."""
    whole = hashlib.sha256()
    for name, path in toml_files(folder).items():
        for part in (name.encode(), path.read_bytes()):
            whole.update(len(part).to_bytes(8, "big"))
            whole.update(part)
    return whole.hexdigest()
