"""Homes, folders and file systems as people have them."""

from tests.surroundings.surrounding import Surrounding

# A root whom rights bind, as they bind everybody else.
BOUND = 'setpriv --bounding-set -dac_override,-dac_read_search,-fowner "$@"'
# A user without an entry in /etc/passwd, who may look into the folder of the program.
NOBODY = (
    "setpriv --reuid 54321 --regid 54321 --clear-groups"
    ' --inh-caps +dac_read_search --ambient-caps +dac_read_search "$@"'
)
OWN_PASSWD = """
sed "s#^root:.*#root:x:0:0:root:$ROOM/home:/bin/sh#" /etc/passwd >"$ROOM/passwd"
mount --bind "$ROOM/passwd" /etc/passwd
"""
FULL_DISK = 'mount -t tmpfs -o size=64k none "$ROOM/home"\n'
FIRST_RUN = 'eval "$PROGRAM items" >/dev/null 2>&1\n'
FILLED_DISK = f"""
mount -t tmpfs -o size=2m none "$ROOM/home"; unset TRACKER_DB
{FIRST_RUN}
cat /dev/zero >"$ROOM/home/filler" 2>/dev/null || true
"""
READ_ONLY = """
mount --bind "$ROOM/home" "$ROOM/home"
mount -o remount,ro,bind "$ROOM/home"
"""
# As `docker run --read-only` lays it out; what is printed goes elsewhere.
READ_ONLY_MACHINE = """
mount --bind "$ROOM" "$ROOM"; mount --bind "$PRINTED" "$PRINTED"
mount -o remount,ro,bind /; cd "$ROOM/work"
"""
EXFAT = """
truncate -s 16M "$ROOM/disk"; mkfs.exfat "$ROOM/disk" >&2
disk=$(losetup --find --show "$ROOM/disk")
mount.exfat-fuse "$disk" "$ROOM/home" >/dev/null
losetup --detach "$disk"
"""
# Where there is no database yet, these say so without making one.
REFUSED = {"*": 5, "status": 0, "doctor": 0}


def _home_called(name: str, printf: str) -> Surrounding:
    """A home and a current folder with an odd name."""
    layout = f"""
odd="$ROOM/$(printf '{printf}')"
mkdir "$odd"; cd "$odd"; export HOME="$odd"
"""
    return Surrounding(f"home called {name}", layout=layout, makes_database=True)


HOMES = (
    Surrounding("an ordinary home", makes_database=True),
    Surrounding("no HOME", {"HOME": None}, OWN_PASSWD, makes_database=True),
    Surrounding(
        "HOME empty",
        {"HOME": ""},
        codes={"*": 5},
        refusal="Your home folder is not known",
        makes_database=True,
    ),
    Surrounding("HOME does not exist", {"HOME": "$ROOM/none/me"}, makes_database=True),
    Surrounding(
        "HOME is a file",
        {"HOME": "$ROOM/file"},
        'touch "$ROOM/file"',
        codes=REFUSED,
        makes_database=True,
    ),
    Surrounding(
        "a home that one may not write",
        layout='chmod 500 "$ROOM/home"',
        around=BOUND,
        codes=REFUSED,
        makes_database=True,
    ),
    Surrounding(
        "a home on a read-only file system",
        layout=READ_ONLY,
        codes=REFUSED,
        makes_database=True,
    ),
    Surrounding(
        "a home on a read-only file system, a database in it",
        layout=FIRST_RUN + READ_ONLY,
        codes={"log": 5, "undo": 4},
    ),
    Surrounding(
        "a home on a full disk",
        layout=FULL_DISK,
        codes=REFUSED,
        makes_database=True,
    ),
    Surrounding(
        "a home on a full disk, a database in it",
        layout=FILLED_DISK,
        codes={"log": 5, "undo": 4},
        makes_database=True,
    ),
    Surrounding(
        "a machine that is read-only but for the home", layout=READ_ONLY_MACHINE
    ),
    Surrounding(
        "a home on exFAT: no rights, no links",
        layout=EXFAT,
        needs=("mkfs.exfat", "mount.exfat-fuse", "losetup"),
        makes_database=True,
    ),
    Surrounding(
        "a user without an entry in /etc/passwd",
        layout='chmod 777 "$ROOM/home" "$ROOM/work" "$ROOM/.."',
        around=NOBODY,
        makes_database=True,
    ),
    Surrounding(
        "a user without an entry in /etc/passwd, no HOME",
        {"HOME": None},
        layout='chmod 777 "$ROOM/home" "$ROOM/work" "$ROOM/.."',
        around=NOBODY,
        codes={"*": 5},
        refusal="Your home folder is not known",
        makes_database=True,
    ),
    Surrounding("umask 000", around='umask 000; "$@"', makes_database=True),
    Surrounding(
        "umask 777", around=f"umask 777; {BOUND}", codes={"*": 5}, makes_database=True
    ),
    Surrounding(
        "a current folder that was deleted",
        layout='mkdir gone; cd gone; rmdir "$ROOM/work/gone"',
        codes={"export": 6},
        makes_database=True,
    ),
    Surrounding("no folder for temporary files", {"TMPDIR": "$ROOM/none"}),
    _home_called("'my home'", "my home"),
    _home_called("'Müller 機械'", "M\\303\\274ller \\346\\251\\237\\346\\242\\260"),
    _home_called("with a new line", "two\\nlines"),
    _home_called("in bytes that are no text", "\\377\\376home"),
    _home_called("with quotes", 'a\\047b"c'),
    Surrounding(
        "XDG_DATA_HOME a relative path, which is ignored",
        {"XDG_DATA_HOME": "data"},
        makes_database=True,
    ),
    Surrounding("XDG_DATA_HOME empty", {"XDG_DATA_HOME": ""}, makes_database=True),
    Surrounding(
        "XDG_DATA_HOME not there yet",
        {"XDG_DATA_HOME": "$ROOM/a/b/data"},
        makes_database=True,
    ),
)
