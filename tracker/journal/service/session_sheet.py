"""The sessions of a span as a sheet for an editor, and what the saved text changes."""

from collections.abc import Iterable
from sqlite3 import Connection
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.session_lines import show_line, split_line, write_lines
from tracker.journal.rules.session_sheet import (
    ChangedMeanwhile,
    LineFaults,
    SessionSheet,
    SheetAnswer,
    SheetLine,
    numbered_lines,
)
from tracker.journal.service.changes import check_written, read_parts, write_changes
from tracker.journal.service.edits import remove_stretches
from tracker.journal.service.sheet_lines import LinePlan, plan_line
from tracker.journal.service.summaries import summarise_written
from tracker.journal.store.clock_hours import total_between
from tracker.journal.store.session_ids import short_id
from tracker.journal.store.session_lists import sessions_between
from tracker.text.periods import Period


class _Change(NamedTuple):
    """A line that changes something: its number, its stretch so far, and its plan."""

    number: int
    known: SheetLine | None
    plan: LinePlan


def read_sheet(db: Connection, period: Period, moment: LocalMoment) -> SessionSheet:
    """The stretches that have a part in the period."""
    uids = [session.uid for session in sessions_between(db, *period)]
    stretches = list(dict.fromkeys(read_parts(db, uid) for uid in uids))
    ids = [short_id(db, parts[0].uid) for parts in stretches]
    shown = [show_line(parts, moment) for parts in stretches]
    lines = map(SheetLine, ids, stretches, shown, write_lines(ids, shown))
    return SessionSheet(period, tuple(lines), total_between(db, *period).clock)


def apply_sheet(
    db: Connection,
    sheet: SessionSheet,
    text: str,
    moment: LocalMoment,
    *,
    overlap: bool,
) -> SheetAnswer:
    """Make the sessions what the lines of `text` say.

    Raises WrongLines, and ChangedMeanwhile where a session did since the sheet was read.
    """
    changes, kept = _plan_changes(db, sheet, text, moment)
    removed = [line for line in sheet.lines if line.short not in kept]
    known = [change.known for change in changes if change.known]
    _check_current(db, sheet.period, [*removed, *known], moment)
    plans = [change.plan for change in changes]
    written = write_changes(db, [plan.change for plan in plans], moment)
    remove_stretches(db, [line.parts for line in removed], moment.now_utc)
    faults = LineFaults()
    for change, stretch in zip(changes, written, strict=True):
        with faults.at(change.number):
            check_written(db, stretch, moment, overlap=overlap)
    faults.check()
    answers = [
        summarise_written(
            db,
            stretch.sessions,
            moment.today,
            before=plan.change.parts,
            item=plan.item,
        )
        for plan, stretch in zip(plans, written, strict=True)
    ]
    return SheetAnswer(
        period=sheet.period,
        written=tuple(zip((plan.typed_item for plan in plans), answers, strict=True)),
        removed=tuple((line.parts, line.short) for line in removed),
        before=sheet.seconds,
        after=total_between(db, *sheet.period).clock,
    )


def _plan_changes(
    db: Connection, sheet: SessionSheet, text: str, moment: LocalMoment
) -> tuple[list[_Change], set[str]]:
    """The lines that change something, and the ids that still have a line."""
    by_id = {line.short: line for line in sheet.lines}
    since, until = sheet.period
    day = since if since == until else None
    changes: list[_Change] = []
    kept: set[str] = set()
    faults = LineFaults()
    for number, line in numbered_lines(text):
        with faults.at(number):
            typed = split_line(line)
            known = by_id.get(typed.words[0].casefold()) if typed.words else None
            if known:
                _check_once(known, kept)
                kept.add(known.short)
                if typed == split_line(known.text):
                    continue
                typed = typed._replace(words=typed.words[1:])
            plan = plan_line(db, typed, known, day, moment)
            if plan:
                changes.append(_Change(number, known, plan))
    faults.check()
    return changes, kept


def _check_once(known: SheetLine, kept: set[str]) -> None:
    if known.short in kept:
        raise Unreadable(
            f"{known.short} has a line already.",
            "For another session, leave the id out.",
        )


def _check_current(
    db: Connection, period: Period, touched: Iterable[SheetLine], moment: LocalMoment
) -> None:
    """Refuse to overwrite what was changed while the editor was open."""
    current = {line.parts for line in read_sheet(db, period, moment).lines}
    for line in touched:
        if line.parts not in current:
            message = f"{line.short} was changed while the editor was open."
            raise ChangedMeanwhile(message)
