"""Facts of `tracker help`: exit codes, variables, files, and what JSON promises.

docs/reference.md and the man page are made from them too.
"""

from typing import NamedTuple


class ExitCode(NamedTuple):
    """An exit code: what it means, and a command that ends with it."""

    code: int
    meaning: str
    example: str


EXIT_CODES = (
    ExitCode(0, "Done.", "log fastai 1h30m"),
    ExitCode(
        1, "An unexpected error, or Ctrl-C. With --debug the traceback is shown.", ""
    ),
    ExitCode(2, "What you typed cannot be read.", "log fastai 90"),
    ExitCode(3, "There is no such thing, or more than one.", "show nosuch"),
    ExitCode(4, "A rule refuses it.", "log fastai 25h"),
    ExitCode(
        5,
        "The database cannot be opened, created, written or understood.",
        "--db . status",
    ),
    ExitCode(
        6,
        "Another file cannot be read or written, or the answer cannot be printed.",
        "import nosuch.csv",
    ),
)
NOTHING_WRITTEN = (
    "Where the code is not 0, nothing was written. One exception says so itself: "
    "a change that is saved, whose answer could not be printed (6)."
)

VARIABLES = {
    "TRACKER_DB": "The database, unless --db names one.",
    "XDG_DATA_HOME": "The folder in which tracker/tracker.db lies without those two.",
    "TRACKER_NOW": "The time to go by, like 2026-11-23T14:30, for trials and tests.",
    "TZ": "The time zone, unless tracker config zone names one.",
    "VISUAL, EDITOR": "The editor of edit --day, edit --week, review and ask.",
    "PAGER": "The pager of answers longer than the screen (default: less); cat: none.",
    "BROWSER": "The browser of open and page.",
    "COLUMNS": "The width of answers, unless the terminal reports it.",
    "TERM": "With linux, pictures are drawn in ASCII.",
}

# What lies in the folder of the database.
FILES = {
    "tracker.db": "Your record and your settings: one SQLite database.",
    "tracker.db.backup-*": "Backups: those you asked for, and those before large changes.",
    "demo.db": "The database of tracker demo.",
    "page.html": "The page of tracker page.",
    "budget.toml": "Your budget for applications, if you write one.",
    "funders/": "Forms of funders that you write yourself.",
}

JSON_PROMISE = """
With --json a command prints one JSON object on one line, and nothing else; a document
that export prints has several lines. It begins with "schema": 1 and "kind", which says
what other keys follow.

  Days       ISO text in local time: "2026-11-23"; null where there is none
  Moments    with their offset from UTC: "2026-11-23T21:40:00+01:00"
  Lengths    "seconds" is a whole number; "hours" of an estimate is low, likely, high
  Names      slugs and ids, as you type them
  Remarks    a list of sentences under "remarks", if there are any
  Unchanged  "changed": false where the command wrote only what was there before
  Errors     {"error": {"code", "message", "hint", "candidates"}} on stderr alone;
             candidates are what can be typed for the wrong text, if anything

Later versions may add keys. If a key goes or changes its meaning, "schema" becomes 2.
Every kind has a JSON Schema: docs/json.md says where, and what else is promised.
"""
