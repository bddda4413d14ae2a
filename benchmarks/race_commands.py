"""What is raced: what one types in each program for the same thing."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

LAST_DAY = date.today() - timedelta(days=2)  # with a session; the day after is empty


class Action(NamedTuple):
    """What one types in each program; {at} and {until} are another minute in each round.

    `env` is what all get. `pause` is how many seconds pass before the first program,
    `codes` are the exit codes of success.
    """

    title: str
    words: dict[str, str]
    env: Mapping[str, str] = {}
    pause: float = 0
    codes: tuple[int, ...] = (0,)


SINCE = LAST_DAY - timedelta(days=12)
LOG = Action(
    "log",
    {
        "tracker": "log fastai 1m",
        "floor": "log fastai 1",
        "Watson": "add --from {at} --to {until} fastai",
        "Timewarrior": "track {at} - {until} fastai",
    },
)
UNDO = Action("undo", {"tracker": "undo", "floor": "undo", "Timewarrior": "undo"})
_START = ("tracker", "floor", "Watson", "Timewarrior")
START = Action("start", dict.fromkeys(_START, "start fastai"))
# Of a timer that was started in the same second there is nothing to log.
STOP = Action("stop", dict.fromkeys(_START, "stop"), pause=1.1)
STATUS = Action(
    "status",
    {"tracker": "status", "floor": "status", "Watson": "status", "Timewarrior": ""},
    codes=(0, 1),  # Timewarrior says so that no timer runs
)
LINE = Action("status --line", {"tracker": "status --line", "floor": "status"})
COMPLETE = {"_TRACKER_COMPLETE": "bash_complete", "_FLOOR_COMPLETE": "bash_complete"}


def completion(of: str, words: str) -> Action:
    """What a shell asks for where Tab is pressed after some words."""
    line = {"_TRACKER_LINE": f"tracker {words}", "COMP_WORDS": f"floor {words}"}
    env = {**COMPLETE, **line, "COMP_CWORD": str(len(words.split()))}
    return Action(f"completion of {of}", {"tracker": "", "floor": ""}, env)


NAMES = completion("a command", "s")
ITEMS = completion("an item", "log fas")
SESSIONS = Action(
    "sessions --since",
    {
        "tracker": f"sessions --since {SINCE}",
        "floor": f"sessions {SINCE}",
        "Watson": f"log --no-pager --from {SINCE}",
        "Timewarrior": f"summary {SINCE} - tomorrow",
        "hledger": f"register --begin {SINCE}",
    },
)
TOTALS = Action(
    "report --all",
    {
        "tracker": "report --all",
        "floor": "report",
        "Watson": "report --no-pager --all",
        "Timewarrior": "summary :all",
        "hledger": "balance",
    },
)
_THINK = ("ready", "gaps", "next", "week")
THINKING = [Action(name, {"tracker": name, "floor": name}) for name in _THINK]
# What is typed one after the other.
CYCLES = [
    [LOG, UNDO],
    [START, STOP],
    *([action] for action in (STATUS, LINE, NAMES, ITEMS, SESSIONS, TOTALS, *THINKING)),
]
