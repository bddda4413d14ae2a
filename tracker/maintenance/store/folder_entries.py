"""Files that begin with what was typed, for bash, which sees `a:b` as two words."""

import os
from contextlib import suppress


def list_entries(typed: str, *, only_folders: bool) -> list[str]:
    """The files and folders whose path begins with `typed`; a folder's ends with `/`."""
    start = typed.rpartition("/")[2]
    folder = typed.removesuffix(start)
    names: list[str] = []
    with suppress(OSError), os.scandir(os.path.expanduser(folder) or ".") as entries:
        for entry in entries:
            is_folder = entry.is_dir()
            if is_folder or not only_folders:
                names.append(f"{entry.name}/" if is_folder else entry.name)
    is_shown = start.startswith(".")
    return [
        f"{folder}{name}"
        for name in sorted(names)
        if name.startswith(start) and (is_shown or not name.startswith("."))
    ]
