"""The file itself and what lies beside it: rights, and what killed first runs and backups left."""

import os
import stat
from pathlib import Path

from tracker.database.create import list_stale_files, remove_stale_files
from tracker.maintenance.rules.findings import Finding

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def rights(place: Path) -> list[Finding]:
    """A file that others can read or write, or a folder in which they can write."""
    found = []
    file, folder = (
        stat.S_IMODE(place.stat().st_mode),
        stat.S_IMODE(place.parent.stat().st_mode),
    )
    if file & OTHERS:
        says = f"Others can open {place} (rights {file:04o}): chmod 600 makes it yours alone."
        found.append(
            Finding("rights", says, figures={"path": str(place), "mode": f"{file:04o}"})
        )
    if folder & (stat.S_IWGRP | stat.S_IWOTH) and not folder & stat.S_ISVTX:
        says = f"Others can write in {place.parent} (rights {folder:04o}): chmod 700 makes it yours alone."
        found.append(
            Finding(
                "rights",
                says,
                figures={"path": str(place.parent), "mode": f"{folder:04o}"},
            )
        )
    return found


def leftovers(place: Path) -> list[Finding]:
    """What was left half-made over an hour ago, and is removed now."""
    left = list_stale_files(place)
    remove_stale_files(place)
    return [
        Finding(
            "leftover",
            f"Removed {path.name}, which was left half-made.",
            False,
            {"path": str(path)},
        )
        for path in left
        if not os.path.lexists(path)
    ]
