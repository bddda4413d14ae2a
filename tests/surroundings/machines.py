"""Pythons called in odd ways, libraries that are old, and machines with little."""

from tests.surroundings.homes import FIRST_RUN, REFUSED
from tests.surroundings.surrounding import Surrounding
from tests.surroundings.zones import COPY, MOUNT_ETC, NO_ZONE_FILES, OWN_ETC

OLD_SQLITE = "old-sqlite"
NO_LOCKS = "no_locks.so"
ALPINE = (
    OWN_ETC
    + 'rm -f "$ROOM/etc/passwd" "$ROOM/etc/default/locale"\n'
    + COPY
    + MOUNT_ETC
    + NO_ZONE_FILES
    + "mount --bind $(command -v busybox) /bin/sh\n"
)

MACHINES = (
    Surrounding(
        "an empty environment, as cron has it",
        {"LANG": None, "COLUMNS": None, "PATH": "/usr/bin:/bin"},
    ),
    Surrounding(
        "the layout of Alpine: /etc/localtime a copy, no zone files, no passwd, busybox"
        " for sh, no locale (glibc)",
        {"TZ": None, "LANG": None},
        ALPINE,
        needs=("busybox",),
    ),
    Surrounding("PYTHONOPTIMIZE=2", {"PYTHONOPTIMIZE": "2"}),
    Surrounding("PYTHONUTF8=0", {"PYTHONUTF8": "0"}),
    Surrounding("PYTHONSAFEPATH=1", {"PYTHONSAFEPATH": "1"}),
    Surrounding("PYTHONWARNINGS=error", {"PYTHONWARNINGS": "error"}),
    Surrounding("PYTHONDEVMODE=1", {"PYTHONDEVMODE": "1"}),
    Surrounding("20 open files", around='ulimit -n 20; "$@"'),
    Surrounding("300 MB of address space", around='ulimit -v 300000; "$@"'),
    Surrounding(
        "files of 100 kB at most",
        around='ulimit -f 100; "$@"',
        codes=REFUSED,
        makes_database=True,
    ),
    Surrounding("no /proc", layout="umount -l /proc"),
    Surrounding(
        "EDITOR=no-such-editor, SHELL=no-such-shell",
        {"EDITOR": "no-such-editor", "SHELL": "no-such-shell"},
        more=("edit --day",),
        codes={"edit": 2},
    ),
    Surrounding(
        "EDITOR a path with blanks, and an option",
        {"EDITOR": "'$ROOM/my editor' --wait"},
        'cp /bin/true "$ROOM/my editor"',
        more=("edit --day",),
    ),
    Surrounding(
        "SQLite 3.35, the first run",
        around='LD_LIBRARY_PATH="$TOOLS/old-sqlite" "$@"',
        codes={"*": 5},
        refusal="3.37",
        needs=(OLD_SQLITE,),
        makes_database=True,
    ),
    Surrounding(
        "SQLite 3.35, a database from another machine",
        layout=FIRST_RUN,
        around='LD_LIBRARY_PATH="$TOOLS/old-sqlite" "$@"',
        codes={"*": 5},
        refusal="3.37",
        needs=(OLD_SQLITE,),
    ),
    Surrounding(
        "a file system without locks, as an old NFS",
        around='LD_PRELOAD="$TOOLS/no_locks.so" "$@"',
        codes=REFUSED,
        needs=(NO_LOCKS,),
    ),
)
