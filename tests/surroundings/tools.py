"""Libraries that make a surrounding: compiled here, where there is a compiler."""

import shutil
import subprocess
import tarfile
from pathlib import Path

from tests.surroundings.machines import NO_LOCKS, OLD_SQLITE

HERE = Path(__file__).parent
# An npm package with the source of SQLite 3.35.2 in it.
SOURCE_OF_OLD_SQLITE = "better-sqlite3@7.1.4"
COMPILE = ("cc", "-O1", "-shared", "-fPIC", "-DSQLITE_ENABLE_DESERIALIZE", "-o")


def make_tools(folder: Path, *, old_sqlite: bool) -> Path:
    """A new folder with the libraries that can be made; an old SQLite takes a while."""
    folder.mkdir()
    if shutil.which("cc"):
        source = HERE / "no_locks.c"
        subprocess.run([*COMPILE, folder / NO_LOCKS, source, "-ldl"], check=True)
        if old_sqlite and shutil.which("npm"):
            _make_old_sqlite(folder)
    return folder


def _make_old_sqlite(folder: Path) -> None:
    pack = ["npm", "pack", "--silent", SOURCE_OF_OLD_SQLITE]
    packed = subprocess.run(
        pack, cwd=folder, capture_output=True, text=True, check=False
    )
    if packed.returncode:
        return
    with tarfile.open(folder / packed.stdout.strip()) as package:
        package.extract("package/deps/sqlite3.tar.gz", folder, filter="data")
    with tarfile.open(folder / "package/deps/sqlite3.tar.gz") as source:
        source.extractall(folder, filter="data")
    (folder / OLD_SQLITE).mkdir()
    library = folder / OLD_SQLITE / "libsqlite3.so.0"
    command = [*COMPILE, library, folder / "sqlite3.c", "-lpthread", "-ldl", "-lm"]
    subprocess.run(command, check=True)
