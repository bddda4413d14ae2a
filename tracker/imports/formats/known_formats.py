"""The formats that can be imported: the one list that help, hints and answers use."""

from typing import NamedTuple

LOG, TABLE, NOTES, PLAN = "log", "table", "notes", "plan"


class KnownFormat(NamedTuple):
    """A format of log files.

    `name` is what `--format` takes, and what JSON and the database hold. `label` says
    what such a file is. `kind` is one of the four above. `module` of
    `tracker.imports.formats` reads it; empty where it is read as a table. `program` is
    the name of the program that writes it, for lists.
    """

    name: str
    label: str
    kind: str
    module: str = ""
    program: str = ""


FORMATS = (
    KnownFormat("clockify", "a Clockify export", TABLE, program="Clockify"),
    KnownFormat("csv", "a table", TABLE),
    KnownFormat("harvest", "a Harvest export", TABLE, program="Harvest"),
    KnownFormat("ics", "a calendar", PLAN, module="calendars"),
    KnownFormat("klog", "a klog file", LOG, module="klog", program="klog"),
    KnownFormat("markdown", "a handwritten log", NOTES, module="markdown"),
    KnownFormat("org", "an Org file", LOG, module="org", program="org"),
    KnownFormat(
        "timeclock", "a timeclock file", LOG, module="timeclock", program="timeclock"
    ),
    KnownFormat(
        "timewarrior",
        "a Timewarrior log",
        LOG,
        module="timewarrior",
        program="Timewarrior",
    ),
    KnownFormat("toggl", "a Toggl export", LOG, module="toggl", program="Toggl"),
    KnownFormat("tracker", "a tracker export", LOG, module="tracker_files"),
    KnownFormat("watson", "a Watson log", LOG, module="watson", program="Watson"),
)

FORMAT_NAMES = tuple(known.name for known in FORMATS)
FORMAT_LABELS = {known.name: known.label for known in FORMATS}
FORMAT_MODULES = {known.name: known.module for known in FORMATS if known.module}
PROGRAMS = tuple(known.program for known in FORMATS if known.program)
