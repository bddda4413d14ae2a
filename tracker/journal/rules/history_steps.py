"""Undo and redo as answers, and when they are refused."""

import shlex
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.database.command_log import HistoryEntry
from tracker.errors import Refused
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.row_words import RowWords
from tracker.limits import HOUR
from tracker.text.columns import count_noun, plain, shorten
from tracker.text.days import say_ago, say_day

if TYPE_CHECKING:  # only an undo meets obstacles, `history` none
    from tracker.database.obstacles import Obstructed

# Columns of a command that is shown again: a note in it can be of any length.
LONGEST = 240
_MINUTE = 60
# What a shell reads within double quotes.
_SPECIAL = '"$`\\!'
HISTORY_HINT = "To list the commands: tracker history"


class HistoryStep(NamedTuple):
    """A command that was undone or redone: its day, and what that did, in words."""

    entry: HistoryEntry
    day: date
    effects: tuple[str, ...]


class HistoryLine(NamedTuple):
    """A command in the history, with the sessions that it was about."""

    entry: HistoryEntry
    sessions: str


def say_words(entry: HistoryEntry) -> str:
    """The command as a person types it: `log 1h -n "don't stop"`."""
    try:
        words = shlex.split(entry.words)
    except ValueError:  # kept by an old version
        return plain(entry.words)
    return plain(" ".join(map(_quote, words)))


def _quote(word: str) -> str:
    if "'" in word and not set(word) & set(_SPECIAL):
        return f'"{word}"'
    return shlex.quote(word)


def say_command(step: HistoryStep, moment: LocalMoment) -> str:
    """`log ziegler 22:00-23:30, Tue 3 Nov, 10 weeks ago`, `log ppo 1h, 2 minutes ago`."""
    when = _say_past_day(step.day, moment.today)
    if step.day == moment.today:
        when = _say_age(moment.now_utc - step.entry.at)
    return f"{shorten(say_words(step.entry), LONGEST)}, {when}"


def _say_age(seconds: int) -> str:
    """`just now`, `2 minutes ago`, `3 hours ago`."""
    if seconds < _MINUTE:
        return "just now"
    if seconds < HOUR:
        return f"{count_noun(seconds // _MINUTE, 'minute')} ago"
    return f"{count_noun(seconds // HOUR, 'hour')} ago"


def check_state(entry: HistoryEntry, verb: str) -> None:
    """Refuse to undo what is undone, to redo what is done, and to change what is closed.

    A command is closed by an update that gave the tables another form.
    """
    if entry.state == "closed":
        raise Refused(
            f"Command {entry.id} is older than an update of the database, so it cannot"
            f" be {verb}ne.",
            HISTORY_HINT,
        )
    if verb == "undo" and entry.state == "undone":
        raise Refused(
            f"Command {entry.id} is undone already.",
            f"To redo it: tracker redo {entry.id}",
        )
    if verb == "redo" and entry.state == "done":
        raise Refused(
            f"Command {entry.id} is not undone.",
            f"To undo it: tracker undo {entry.id}",
        )


def refuse_older(
    entry: HistoryEntry, day: date, today: date, sessions: str, *, verb: str
) -> Refused:
    """The refusal to undo a command, or to redo what was undone, of another day.

    `sessions` are those that the command was about.
    """
    last = "command is of {}:" if verb == "undo" else "undo is of {}. It took back:"
    about = f" ({sessions})" if sessions else ""
    return Refused(
        f"The last {last.format(_say_past_day(day, today))}"
        f" {shorten(say_words(entry), LONGEST)}{about}.",
        f"To {verb} it all the same: tracker {verb} --older\n"
        "To choose another command: tracker history",
    )


def _say_past_day(day: date, today: date) -> str:
    """`Tue 3 Nov, 10 weeks ago`."""
    return ", ".join(filter(None, (say_day(day, today), say_ago(day, today))))


def refuse_obstructed(
    obstacle: "Obstructed", words: RowWords, verb: str, moment: LocalMoment
) -> Refused:
    """The refusal because of another command, which has to go first or come back first."""
    other = obstacle.command
    if other is None or obstacle.row is None:
        return Refused(
            f"The command cannot be {verb}ne: a newer curriculum uses the same name."
            " Nothing was changed.",
            HISTORY_HINT,
        )
    noun = words.noun(obstacle.table, obstacle.row)
    day = say_day(moment.day_of(other.at), moment.today)
    command = f'"{shorten(say_words(other), 60)}" of {day}'
    if other.state == "undone":
        return Refused(
            f"It needs {noun}, and {command} is undone.",
            f"To redo that first: tracker redo {other.id}",
        )
    sentence = _SENTENCES[obstacle.how].format(noun, command)
    return Refused(
        f"{sentence[0].upper()}{sentence[1:]}.",
        f"To undo that first: tracker undo {other.id}",
    )


# By `Obstructed.how`, with the row and the other command.
_SENTENCES = {
    "changed": "{1} changed {0} since",
    "used": "{1} builds on it: {0}",
    "taken": "{0} is in its place, by {1}",
    "missing": "it needs {0}, which {1} removed",
    "beside": "it conflicts with {0}, which {1} added",
}
