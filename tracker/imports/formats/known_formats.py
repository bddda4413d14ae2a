"""The formats that can be imported: the one list that help, hints and answers use."""

from typing import NamedTuple

from tracker.labels import LOG_LABELS

LOG, TABLE, NOTES, PLAN = "log", "table", "notes", "plan"


class KnownFormat(NamedTuple):
    """A format of log files.

    `name` is what `--format` takes, and what JSON and the database hold. `label` says
    what such a file is. `kind` is one of the four above. `module` of
    `tracker.imports.formats` reads it; empty where it is read as a table.
    `is_of_program` says that another program than tracker writes it.
    """

    name: str
    label: str
    kind: str
    module: str = ""
    is_of_program: bool = False


FORMATS = (
    KnownFormat("clockify", "a Clockify export", TABLE, is_of_program=True),
    KnownFormat("csv", "a table", TABLE),
    KnownFormat("harvest", "a Harvest export", TABLE, is_of_program=True),
    KnownFormat("ics", "a calendar", PLAN, module="calendars"),
    KnownFormat("klog", "a klog file", LOG, module="klog", is_of_program=True),
    KnownFormat("markdown", "a handwritten log", NOTES, module="markdown"),
    KnownFormat("org", "an Org file", LOG, module="org", is_of_program=True),
    KnownFormat(
        "timeclock", "a timeclock file", LOG, module="timeclock", is_of_program=True
    ),
    KnownFormat(
        "timewarrior",
        "a Timewarrior log",
        LOG,
        module="timewarrior",
        is_of_program=True,
    ),
    KnownFormat("toggl", "a Toggl export", LOG, module="toggl", is_of_program=True),
    KnownFormat("tracker", "an export of tracker", LOG, module="tracker_files"),
    KnownFormat("watson", "a Watson log", LOG, module="watson", is_of_program=True),
)

FORMAT_NAMES = tuple(known.name for known in FORMATS)
FORMAT_LABELS = {known.name: known.label for known in FORMATS}
FORMAT_MODULES = {known.name: known.module for known in FORMATS if known.module}
PROGRAMS = tuple(LOG_LABELS[known.name] for known in FORMATS if known.is_of_program)
