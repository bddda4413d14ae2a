"""Machines that tell their zone in odd ways, or not at all."""

from tests.surroundings.surrounding import UTC_DAY, ZONE, Surrounding

# A folder /etc that can be changed, in the place of the machine's.
OWN_ETC = """
cp -a /etc "$ROOM/etc"
rm -f "$ROOM/etc/localtime" "$ROOM/etc/timezone"
"""
MOUNT_ETC = 'mount --bind "$ROOM/etc" /etc\n'
COPY = f'cp /usr/share/zoneinfo/{ZONE} "$ROOM/etc/localtime"\n'
LINK = f'ln -s ../usr/share/zoneinfo/{ZONE} "$ROOM/etc/localtime"\n'
NO_ZONE_FILES = "mount -t tmpfs none /usr/share/zoneinfo\n"
UNKNOWN_ZONE = {"*": 2, "status": 0, "doctor": 0}
NO_TZ = {"TZ": None}

ZONES = (
    Surrounding("/etc/localtime a link", NO_TZ, OWN_ETC + LINK + MOUNT_ETC),
    Surrounding("/etc/localtime a copy", NO_TZ, OWN_ETC + COPY + MOUNT_ETC),
    Surrounding(
        "/etc/localtime a link, no zone files but the package tzdata",
        NO_TZ,
        OWN_ETC + LINK + MOUNT_ETC + NO_ZONE_FILES,
    ),
    Surrounding(
        "/etc/localtime a copy, no zone files",
        NO_TZ,
        OWN_ETC + COPY + MOUNT_ETC + NO_ZONE_FILES,
    ),
    Surrounding("TZ a name, no zone files", layout=NO_ZONE_FILES),
    Surrounding("TZ a name, PYTHONTZPATH empty", {"PYTHONTZPATH": ""}),
    Surrounding(
        "no TZ, no /etc/localtime",
        NO_TZ,
        OWN_ETC + MOUNT_ETC,
        codes=UNKNOWN_ZONE,
        refusal="tracker config zone",
    ),
    Surrounding(
        "TZ=Nowhere/Land",
        {"TZ": "Nowhere/Land"},
        codes=UNKNOWN_ZONE,
        refusal="tracker config zone",
    ),
    Surrounding("TZ empty, which is UTC", {"TZ": ""}, day=UTC_DAY),
    Surrounding("TZ=JST-9", {"TZ": "JST-9"}),
    Surrounding("TZ=<+09>-9", {"TZ": "<+09>-9"}),
    Surrounding(
        "TZ=AEST-10AEDT,M10.1.0,M4.1.0/3", {"TZ": "AEST-10AEDT,M10.1.0,M4.1.0/3"}
    ),
    Surrounding("TZ a path", {"TZ": f"/usr/share/zoneinfo/{ZONE}"}),
    Surrounding("TZ a path after a colon", {"TZ": f":/usr/share/zoneinfo/{ZONE}"}),
    Surrounding(
        "a computer's clock that shows 1970",
        {"TRACKER_NOW": None},
        around="faketime '1970-01-02 22:30:00' \"$@\"",
        day="1970-01-02",
        needs=("faketime",),
    ),
    Surrounding(
        "a computer's clock that shows 2210",
        {"TRACKER_NOW": None},
        around="faketime '2210-01-02 22:30:00' \"$@\"",
        codes={"*": 2, "status": 0, "doctor": 0},
        refusal="does not show a year from 1970 to 2199.",
        makes_database=True,
        needs=("faketime",),
    ),
)
