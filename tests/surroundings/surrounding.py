"""What a surrounding is: how it is laid out, how a command is called, what is right.

The scripts are for `sh`. They run as root in a mount namespace of their own, in
`$ROOM/work`, and know `$ROOM`, a folder of their own with `home` in it, `$TOOLS`, a
folder of compiled libraries, and `$PROGRAM`, the installed tracker.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

# A moment that lies on another day in UTC than in the zone of the person.
NOW = "2026-11-23T22:30+00:00"
ZONE = "Asia/Tokyo"
DAY, UTC_DAY = "2026-11-24", "2026-11-23"

ORDINARY = {
    "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
    "LANG": "C.UTF-8",
    "TZ": ZONE,
    "COLUMNS": "80",
    "PAGER": "cat",
    "TRACKER_NOW": NOW,
}
# Each command of the long form, in this order; the short form runs those of SHORT.
STEPS = (
    "--version",
    "log --help",
    "log fastai 1h -n 機械",
    "status",
    "sessions --json",
    "ready research-contributor-empirical",
    "export progress -o progress.md",
    "doctor",
    "undo",
)
SHORT = (STEPS[2], STEPS[4], STEPS[-1])
# Steps that need no database; they are right wherever Python starts.
WITHOUT_DATABASE = STEPS[:2]


@dataclass(frozen=True)
class Surrounding:
    """One surrounding. `environ` is laid over ORDINARY; None takes a variable away.

    `layout` runs once, `around` for every step, with the step as `"$@"`. `codes` are
    the exit codes of steps, by their first word, where it is not 0; `*` is all that
    read or write the database. `refusal` is what a refusal must say. `more` are steps
    of its own, before the last one.
    """

    name: str
    environ: Mapping[str, str | None] = field(default_factory=dict)
    layout: str = ""
    around: str = '"$@"'
    day: str = DAY
    codes: Mapping[str, int] = field(default_factory=dict)
    refusal: str = ""
    more: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    makes_database: bool = False  # also in the short form

    @property
    def days(self) -> list[str]:
        """The days of the sessions that are there after the session was logged."""
        return [] if self.code("log fastai") else [self.day]

    def code(self, step: str) -> int:
        """The right exit code of a step."""
        if step in WITHOUT_DATABASE:
            return self.codes.get(step, 0)
        return self.codes.get(step.split()[0], self.codes.get("*", 0))
