"""Undo and redo a command: what stands in the way, and what it did."""

from collections.abc import Iterable, Sequence
from datetime import date
from sqlite3 import Connection

from tracker.database.command_log import (
    HistoryEntry,
    LoggedChange,
    find_command,
    find_latest,
    last_step,
    net_changes,
    read_changes,
    read_time,
)
from tracker.database.obstacles import Obstructed, check_unchanged
from tracker.database.undo import take_back
from tracker.database.values import text_to_day
from tracker.errors import NotFound, Refused
from tracker.journal.rules.checks import check_day_total
from tracker.journal.rules.history_steps import (
    HISTORY_HINT,
    HistoryStep,
    check_state,
    refuse_obstructed,
    refuse_older,
)
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.undo_effects import list_effects
from tracker.journal.service.history_list import row_words, sessions_of
from tracker.journal.store.clock_hours import clock_seconds
from tracker.journal.store.overlaps import rewrite_overlaps
from tracker.journal.store.step_checks import (
    check_many_neighbours,
    check_neighbours,
    read_latest_step,
)


def walk_history(
    db: Connection, verb: str, number: int | None, moment: LocalMoment, *, older: bool
) -> HistoryStep:
    """Undo or redo (`verb`) the command of that number, or the last one.

    Call it in a transaction. Raises NotFound for no such command, Refused where there
    is none, where another command depends on it, and for what is of another day unless
    `older`.
    """
    if number is None:
        entry = find_latest(db, verb)
        if entry is None:
            raise Refused(f"There is nothing to {verb}.", HISTORY_HINT)
    else:
        entry = find_command(db, number)
        if entry is None:
            message = f"There is no command {number} in the history."
            raise NotFound(message, HISTORY_HINT)
    check_state(entry, verb)
    since = last_step(db, entry.id, verb)
    if number is None and not older:
        # What is undone today can be redone today, whatever day it is of.
        day = moment.day_of(entry.at if verb == "undo" else read_time(db, since))
        if day != moment.today:
            sessions = sessions_of(db, entry, moment)
            raise refuse_older(entry, day, moment.today, sessions, verb=verb)
    return _take_step(db, entry, moment, since=since, verb=verb)


def _take_step(
    db: Connection, entry: HistoryEntry, moment: LocalMoment, *, since: int, verb: str
) -> HistoryStep:
    """Restore the rows of a command, and check that the rules hold.

    `since` is the step that did or undid it: what came after it may be in the way.
    """
    is_latest, step = read_latest_step(db) == since, since
    if verb == "undo":  # an import's sessions are not in the log of its redo
        step = entry.id
    changes = net_changes(read_changes(db, step))
    try:
        clocks = {}
        if not is_latest:
            check_unchanged(db, entry.id, changes, since)
            clocks = _clocks(db, _session_days(changes) | _days_away(db, step))
        new_step, many = take_back(db, step, entry, moment.now_utc, verb=verb)
        if verb == "undo":
            done = net_changes(read_changes(db, new_step))
        else:
            done = [change.reverse() for change in changes]
        days = {text_to_day(day) for part in many for day in part.days}
        rewrite_overlaps(db, _session_days(done) | days)
        if not is_latest:
            check_neighbours(db, done, since)
            if verb == "redo":
                check_many_neighbours(db, many, since)
            for day, before in clocks.items():
                check_day_total(day, before, clock_seconds(db, day, day), moment.today)
    except Obstructed as obstacle:
        words = row_words(db, changes, moment)
        raise refuse_obstructed(obstacle, words, verb, moment) from obstacle
    day, words = moment.day_of(entry.at), row_words(db, done, moment)
    removed, back = (many, ()) if verb == "undo" else ((), many)
    effects = list_effects(words, done, day, removed=removed, back=back)
    return HistoryStep(entry, day, tuple(effects))


def _days_away(db: Connection, step: int) -> set[date]:
    """The days of the sessions that a step put away in bulk."""
    # Only where it was not the last step.
    from tracker.database.many_sessions import days_put_away

    return set(map(text_to_day, days_put_away(db, step)))


def _clocks(db: Connection, days: Iterable[date]) -> dict[date, int]:
    """The seconds on the clock of each day to which a session may come back."""
    return {day: clock_seconds(db, day, day) for day in days}


def _session_days(changes: Sequence[LoggedChange]) -> set[date]:
    """The days that sessions are of, or were of."""
    rows = [
        row
        for change in changes
        if change.table == "session"
        for row in (change.before, change.after)
    ]
    return {text_to_day(str(row["day"])) for row in rows if row}
