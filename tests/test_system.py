"""What one system does otherwise than another: in one module, with a branch for Windows.

`test_windows.py` runs tracker on a Python for Windows; here the branch gets what it would.
"""

import ast
import errno
import fcntl
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.conftest import ROOT, Output, Tracker
from tests.test_house import read_trees
from tracker import system
from tracker.database.unfinished import remove_unfinished, unfinished_folder
from tracker.text.columns import wrap
from tracker.text.fit import fit

# Modules that Python has on POSIX systems only, and one that knows only their shells.
MODULES = (
    "curses",
    "fcntl",
    "grp",
    "pty",
    "pwd",
    "readline",
    "resource",
    "termios",
    "tty",
)
# What `os` of Python 3.12 has on Linux and not on Windows, as far as it is of files and
# processes; and what is there, but does something else.
NAMES = """
O_ACCMODE O_ASYNC O_CLOEXEC O_DIRECT O_DIRECTORY O_DSYNC O_FSYNC O_NDELAY O_NOATIME O_NOCTTY
O_NOFOLLOW O_NONBLOCK O_PATH O_SYNC O_TMPFILE WNOHANG chown chroot ctermid environb fchdir
fchmod fchown fdatasync fork forkpty fstatvfs fwalk getegid geteuid getgid getgroups
getloadavg getpgid getpgrp getpriority getrandom getsid getuid getxattr killpg lchown lockf
memfd_create mkfifo mknod nice openpty pidfd_open pipe2 posix_fadvise posix_spawn pread
preadv pwrite pwritev readv sched_getaffinity sendfile setpgid setsid setuid splice statvfs
sync sysconf tcgetpgrp ttyname uname wait3 waitid chmod umask link strerror symlink
"""
METHODS = {"hardlink_to", "symlink_to", "st_uid", "st_gid", "flock", "lchmod"}
# A line for a POSIX shell, after a colon or alone; a file that only such systems have.
TEXT = re.compile(r"(?:: |\n|^ *)(?:rm|mv|mkdir) (?:-p|-i|\{|/)|/dev/|/proc/|/etc/")
# Where one of these stands all the same.
EXCEPTIONS = {
    "app.py": {"shlex"},  # the history keeps the same words on every system
    "journal/rules/history_steps.py": {"shlex"},
    "readiness/commands/what_if.py": {"shlex"},  # a text that a person types
    "maintenance/rules/shell_lines.py": {"shlex"},  # of bash, zsh and fish
    "clock.py": {"/etc/"},  # it may be missing
    "journal/store/prompt_line.py": {"/etc/"},
}


def _modules(node: ast.AST) -> Iterator[str]:
    """The modules that an import or `load_module` names."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield node.module or ""
    elif isinstance(node, ast.Call) and ast.unparse(node.func) == "load_module":
        yield from (arg.value for arg in node.args if type(arg) is ast.Constant)


def _posix_parts(tree: ast.AST) -> Iterator[str]:
    """The modules, names and texts that only POSIX systems have."""
    for node in ast.walk(tree):
        yield from {*_modules(node)} & {*MODULES, "shlex"}
        if isinstance(node, ast.Attribute):
            is_os = isinstance(node.value, ast.Name) and node.value.id == "os"
            if node.attr in METHODS or (is_os and node.attr in NAMES.split()):
                yield node.attr
        elif isinstance(node, ast.JoinedStr):
            parts = (getattr(part, "value", "") for part in node.values)
            text = "".join(p if isinstance(p, str) else "{" for p in parts)
            yield from TEXT.findall(text)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from TEXT.findall(node.value)


def test_one_module_knows_the_system() -> None:
    """What only POSIX systems have is used in tracker/system.py and nowhere else."""
    found = {name: {*_posix_parts(tree)} for name, tree in read_trees().items()}
    assert {"flock", "geteuid", "O_NOFOLLOW", "shlex"} <= found.pop("system.py")

    assert {
        name: parts - EXCEPTIONS.get(name, set())
        for name, parts in found.items()
        if parts - EXCEPTIONS.get(name, set())
    } == {}


def test_no_posix_module_is_needed() -> None:
    """Every module of tracker can be imported where none of the POSIX modules is."""
    names = ["tracker." + name[:-3].replace("/", ".") for name in read_trees()]
    names = [name.removesuffix(".__init__") for name in names]
    script = f"""
import importlib, sys
sys.modules.update(dict.fromkeys({MODULES}))
for name in {names}:
    importlib.import_module(name)
"""
    run = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )

    assert (run.returncode, run.stderr) == (0, "")


@pytest.fixture(name="windows")
def _windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The branch for Windows, with its module for locks."""

    def locking(descriptor: int, mode: int, count: int) -> None:
        assert count == 1
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            code = errno.EACCES if mode == 2 else errno.EDEADLK
            raise OSError(code, os.strerror(code)) from fault

    fake = SimpleNamespace(locking=locking, LK_LOCK=1, LK_NBLCK=2)
    monkeypatch.setitem(sys.modules, "msvcrt", fake)
    monkeypatch.setattr(system, "WINDOWS", True)


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("fastai", "fastai"),
        ("2026-11-23T14:30", "2026-11-23T14:30"),
        ("+deep", "+deep"),
        ("", '""'),
        ("two words", '"two words"'),
        ("don't", '''"don't"'''),
        ('say "yes"', '"say ""yes"""'),
        (r"C:\my logs\a.csv", r'"C:\my logs\a.csv"'),
        (r"C:\logs\a.csv", r"C:\logs\a.csv"),
        ("a&b", '"a&b"'),
        ("Über", "Über"),
    ],
)
@pytest.mark.usefixtures("windows")
def test_words_for_windows(word: str, shown: str) -> None:
    """A word for a Windows shell has double quotes where it needs any, and is read back."""
    assert system.quote(word) == shown
    assert system.split(system.join(["tracker", word, "1h"])) == ["tracker", word, "1h"]
    assert system.split(f"tracker --note={shown}")[1:] == [f"--note={word}"]


@pytest.mark.usefixtures("windows")
def test_corrected_commands_on_windows(tracker: Tracker) -> None:
    """A corrected command has the quotes of Windows, and was tried before it is printed."""
    tracker.pastes = False
    tracker.ok("log fastai 1h")

    assert tracker(["log", "fastai", "1h", "tomorrow", "-n", "it's long"]).err == (
        "Tue 24 Nov is in the future; today is Mon 23 Nov.\n"
        "To plan ahead: tracker plan --help\n"
        """  tracker log fastai 1h -n "it's long"\n"""
    )


@pytest.mark.usefixtures("windows")
def test_lines_for_windows(tmp_path: Path) -> None:
    """Lines for the shell are those of cmd.exe."""
    old, new = r"C:\an old", r"C:\new"

    assert system.say_move(old, new) == r'move "C:\an old" C:\new'
    assert system.say_new_folder(old) == r'mkdir "C:\an old"'
    assert system.say_remove(new) == r"del C:\new"
    assert system.say_merge(old, new) == r'move "C:\an old" C:\new'
    assert system.say_merge("old", str(tmp_path)) == (
        f"move {tmp_path} {tmp_path}-before && move old {tmp_path}"
    )


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (r"C:\Users\a b\tracker.db", "file:///C:/Users/a b/tracker.db"),
        (r"C:\100%\#1?.db", "file:///C:/100%25/%231%3f.db"),
        (r"\\server\share\tracker.db", "file:////server/share/tracker.db"),
    ],
)
@pytest.mark.usefixtures("windows")
def test_addresses_for_windows(path: str, uri: str) -> None:
    """SQLite gets the path of Windows as the address that its manual names."""
    assert system.file_uri(path) == uri


@pytest.mark.usefixtures("windows")
def test_reading_on_windows() -> None:
    """A part of a file is read where Windows has no call for that."""
    descriptor = system.open_to_read(__file__)
    content = Path(__file__).read_bytes()

    assert system.read_at(descriptor, 20, 100) == content[100:120]
    assert system.read_at(descriptor, 20, len(content)) == b""
    os.close(descriptor)


@pytest.mark.usefixtures("windows")
def test_errors_of_windows() -> None:
    """A file in use is said so, other errors in English, and a closed pipe is noticed."""
    in_use = OSError(errno.EACCES, "Der Prozess kann nicht zugreifen")
    in_use.winerror = 32  # type: ignore[attr-defined]
    refused = OSError(errno.EACCES, "Zugriff verweigert")
    refused.winerror = 5  # type: ignore[attr-defined]
    missing = OSError(errno.ENOENT, "Datei nicht gefunden")
    missing.winerror = 2  # type: ignore[attr-defined]

    assert system.say_reason(in_use) == "another program is using it"
    assert system.say_reason(refused) == (
        "Permission denied, or another program is using it"
    )
    assert system.say_reason(missing) == "No such file or directory"
    assert system.say_reason(OSError(errno.EFBIG, "it has 3 GB")) == "it has 3 GB"
    assert system.is_closed_pipe(OSError(errno.EINVAL, "Invalid argument"))
    assert not system.is_closed_pipe(OSError(errno.ENOSPC, "No space left"))


@pytest.mark.usefixtures("windows")
def test_locks_of_windows(tmp_path: Path) -> None:
    """A file in the folder is locked; a folder in use stays, and what was left is removed."""
    left = tmp_path / ".tracker-01ab23cd.unfinished"
    left.mkdir()
    (left / "new.db").write_text("half")
    (tmp_path / ".tracker-00000000.unfinished").write_text("a file")
    with unfinished_folder(tmp_path / "a.db") as folder:
        assert [path.name for path in folder.iterdir()] == ["lock"]
        assert remove_unfinished(tmp_path / "a.db") == []
        assert folder.is_dir()

    assert [path.name for path in tmp_path.iterdir()] == [
        ".tracker-00000000.unfinished"
    ]


@pytest.mark.usefixtures("windows")
def test_rights_on_windows(tracker: Tracker, place: Path) -> None:
    """On Windows, doctor says that it cannot check permissions, which is no fault."""
    place.chmod(0o666)
    zone = "  Time zone: Europe/Berlin, from TZ.\n"
    says = "Windows keeps the permissions of the database in its folder; tracker cannot check them."

    assert tracker("doctor") == Output(0, f"All is well.\n{wrap(says, 2)}\n{zone}", "")
    assert tracker.json("doctor")["ok"]


def test_a_disk_without_rights(
    tracker: Tracker, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a disk keeps no permissions, doctor does not ask to change them."""
    monkeypatch.setattr(
        "tracker.maintenance.service.doctor_files.permissions", lambda _: 0o777
    )
    zone = "  Time zone: Europe/Berlin, from TZ.\n"
    says = (
        f"The disk of {place} keeps no permissions: who has the disk can open the database."
        " To keep it to yourself, move it to another disk."
    )

    assert tracker("doctor") == Output(0, f"All is well.\n{wrap(says, 2)}\n{zone}", "")


def test_paths_of_windows_are_whole() -> None:
    """A path of Windows is not broken, however long it is."""
    path = (
        "C:\\Users\\somebody\\AppData\\Local\\tracker\\" + "long" * 12 + "\\tracker.db"
    )

    assert fit(f"Created {path} with the guide's 384 items.") == (
        f"Created {path} with the guide's 384 items."
    )
    assert wrap(f"It is in {path}.", 2).splitlines() == ["  It is in", f"{path}."]
