"""Words of Watson, Timewarrior, Toggl, git and shells: what each is called here."""

from collections.abc import Sequence

from tracker.errors import Unreadable
from tracker.text.columns import quoted

# Words that mean one thing here -> the words that take their place.
SAME = {
    **dict.fromkeys(("man", "quit", "exit"), "help"),
    "version": "--version",
    **dict.fromkeys(("delete", "remove", "del"), "rm"),
    **dict.fromkeys(("ls", "list", "frames"), "sessions"),
    "day": "sessions today",
    "track": "log",
    **dict.fromkeys(("resume", "restart", "begin", "switch"), "start"),
    **dict.fromkeys(("stat", "now", "current"), "status"),
    **dict.fromkeys(("summary", "sum", "stats"), "report"),
    "aggregate": "report --by day",
    "month": "report --month",
    "projects": "report --all --by item",
    "tags": "report --all --by tag",
    **dict.fromkeys(("cont", "unpause"), "continue"),
    "timesheet": "report --by day,item",
    "daily": "report --by day",
    "total": "report --all",
    "info": "show",
    "settings": "config",
    "diagnostics": "doctor",
}
_EDIT = ("To see how to change a session", "edit --help")
_AMOUNT = ("To change the amount of the latest session", "edit last --amount AMOUNT")
_LOG = ("To log a session", "log ITEM AMOUNT")
_UNDO = (
    ("To see what you did last", "history"),
    ("To see how to undo it", "undo --help"),
)
_FIND = (
    ("To find an item", "items --search WORD"),
    ("To list the sessions of an item", "sessions ITEM"),
)
_COPY = (
    ("To copy your database", "backup"),
    ("To see how to take in that of another machine", "merge --help"),
)
# Words that mean several things here, or something that is said in another way -> what
# each line is for, and the line.
SEVERAL = {
    "annotate": (
        ("To change the note of the latest session", "edit last --note TEXT"),
        _EDIT,
    ),
    **dict.fromkeys(
        ("resize", "lengthen", "shorten", "split", "join"), (_AMOUNT, _EDIT)
    ),
    **dict.fromkeys(("tag", "untag", "retag", "modify"), (_EDIT,)),
    **dict.fromkeys(("revert", "reset"), _UNDO),
    **dict.fromkeys(("find", "search", "grep"), _FIND),
    **dict.fromkeys(("sync", "push", "pull"), _COPY),
    **dict.fromkeys(
        ("new", "create"),
        (_LOG, ("To add an item", "add SLUG --title TITLE --track TRACK")),
    ),
    **dict.fromkeys(
        ("end", "finish", "complete"),
        (
            ("To stop the timer", "stop"),
            ("To see how to mark an item as done", "done --help"),
        ),
    ),
    **dict.fromkeys(
        ("abort", "discard"),
        (
            ("To see how to stop the timer without logging", "cancel --help"),
            ("To see how to delete a session", "rm --help"),
        ),
    ),
    "mv": (
        ("To move a session to another item", "edit last --item ITEM"),
        ("To see how to move a project", "move --help"),
        ("To see how to rename an item", "rename --help"),
    ),
    "set": (_EDIT, ("To see and change settings", "config")),
}
# Options of those programs, and near ones -> what may stand in their place, the first
# that a command has: an option, "+" for a tag, "" for the value alone or nothing.
OPTIONS = {
    **dict.fromkeys(("--tag", "--tags", "-t", "-T"), ("+", "--tag")),
    **dict.fromkeys(("--date", "--day", "--when", "--on"), ("--on", "--over", "")),
    **dict.fromkeys(("--start", "--begin"), ("--from", "--since", "--at")),
    **dict.fromkeys(("--end", "--stop", "--till"), ("--to", "--until", "--at")),
    "--at": ("--from",),
    "--from": ("--since", "--at"),
    "--to": ("--until", "--at"),
    "--since": ("--from",),
    "--until": ("--to",),
    **dict.fromkeys(("-m", "--message", "--description"), ("--note",)),
    "--comment": ("--note",),
    **dict.fromkeys(("-p", "--project", "--item"), ("--item", "")),
    **dict.fromkeys(("--amount", "--duration", "--length", "--time"), ("--amount", "")),
    **dict.fromkeys(("-f", "--force", "-y", "--yes"), ("",)),
    "--count": ("--limit",),
    "--number": ("--limit",),
    "--period": ("--over",),
    "--name": ("--slug",),
    "--because": ("--note",),
}
# Options of Watson's `log`, which lists sessions.
SPANS = frozenset(
    ["-d", "--day", "-w", "--week", "-m", "--month", "-y", "--year", "-a", "--all"]
)


def to_own_words(words: Sequence[str]) -> list[str]:
    """`words`, the command first, as tracker calls it: `delete 7k3f` is `rm 7k3f`.

    `COMMAND help` is `COMMAND --help`, and `help delete` is `help rm`. Raises
    Unreadable, with the lines to paste, for a word that means several things here.
    """
    first, *others = words
    if others == ["help"]:
        return [*to_own_words([first])[:1], "--help"]
    if first == "help" and others:
        return [first, to_own_words(others)[0], *others[1:]]
    if first in SEVERAL:
        raise Unreadable(f"There is no command {quoted(first)}.", offer_lines(first))
    return [*SAME[first].split(), *others] if first in SAME else list(words)


def offer_lines(word: str) -> str:
    """What each line is for that a word of `SEVERAL` can mean, and the line."""
    return "\n".join(f"{purpose}: tracker {line}" for purpose, line in SEVERAL[word])
