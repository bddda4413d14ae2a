"""The invented person's database: made whole beside its place, then put there."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path

from sqlalchemy import Connection

from tracker.care.rules.invented import SETTINGS, TAGS, Life
from tracker.care.rules.studying import Evening
from tracker.curriculum.store.reading import items
from tracker.curriculum.store.writing import say_progress, say_state
from tracker.database import making
from tracker.database.bridge import over, raw
from tracker.database.connect import connect, is_there
from tracker.database.history import transaction
from tracker.database.settings import read_settings, write_setting
from tracker.database.values import instant_in, new_uid
from tracker.errors import Refused
from tracker.export.rules.pledges import Application, standing_on
from tracker.export.store.applications import keep_application
from tracker.intake.rules.entries import Part, Settled
from tracker.intake.store.assigning import Items
from tracker.intake.store.importing import File, Import
from tracker.journal.rules.days import split
from tracker.journal.rules.records import Entry, Piece
from tracker.journal.store.items import choose_item
from tracker.journal.store.sessions import add_pieces
from tracker.journal.store.timer import recall
from tracker.milestones.store.writing import keep_attempt, keep_result
from tracker.outlook.rules.plans import given_up, plans_ended
from tracker.outlook.store.breaks import add_break
from tracker.outlook.store.forecasts import keep_forecast
from tracker.outlook.store.notes import keep_note
from tracker.outlook.store.plans import plans, say_plan
from tracker.readiness.store.reading import facts
from tracker.readiness.store.writing import add_evidence, rate

Moment = Callable[[date], int]
ONE_DAY, WRITING = timedelta(days=1), time(22)


def demand_free(place: Path) -> None:
    """Raises Refused where something lies at `place` that is no demo."""
    if is_there(place) and not _is_demo(place):
        raise Refused(
            f"{place} is there already, and is no demo; it was not touched.",
            "Move it away, or name a database in another folder with --db.",
        )


def make_demo(place: Path, life: Life, studied: Sequence[Evening], zone: tzinfo, now: int) -> None:
    """Make the database of an invented person at `place`, instead of an earlier demo; `now` is UTC seconds.

    None of it is in the history: there is nothing to undo. Raises DatabaseProblem where it cannot be made.
    """

    def moment(day: date) -> int:
        return min(instant_in(datetime.combine(day, WRITING, zone)), now)

    with making.beside(place) as fresh:
        making.fill(fresh)
        with closing(connect(fresh, write=True)) as own, over(own) as db, transaction(own):
            for key, value in SETTINGS.items():
                write_setting(own, key, value, now)
            _log(db, [each for each in studied if each.source != "imported"], zone, moment)
            _import(db, [each for each in studied if each.source == "imported"], zone, moment)
            _reach(db, life, moment)
            _mean(db, life, moment)
        Path(f"{place}-journal").unlink(missing_ok=True)  # what a killed write left there is not of this file
        fresh.replace(place)


def _is_demo(place: Path) -> bool:
    try:
        with closing(connect(place, write=False)) as db:
            return read_settings(db).is_demo
    except sqlite3.Error:
        return False


def _log(db: Connection, studied: Iterable[Evening], zone: tzinfo, moment: Moment) -> None:
    """Sessions of a timer, which are written down when they end, and others, written down that evening or the next."""
    for each in studied:
        (piece,) = _pieces(each, zone)
        later = moment(each.day + ONE_DAY if each.source == "later" else each.day)
        written = piece.span[1] if piece.span else later
        number = choose_item(raw(db), each.item).id
        add_pieces(raw(db), Entry(number, each.note, TAGS, each.source, written), [piece], written)


def _import(db: Connection, studied: Sequence[Evening], zone: tzinfo, moment: Moment) -> None:
    """Sessions of another log, read on the evening of its last."""
    now = moment(studied[-1].day)
    entries = (_settled(line, each, zone) for line, each in enumerate(studied, 2))
    Import(db, File("toggl.csv", "toggl", "invented"), Items(db, (), "", now), now).bring(entries)


def _settled(line: int, each: Evening, zone: tzinfo) -> Settled:
    parts = tuple(Part(piece.day.isoformat(), *piece[1:]) for piece in _pieces(each, zone))
    return Settled(line, new_uid(), False, each.item, each.note, TAGS, each.seconds, parts)


def _pieces(each: Evening, zone: tzinfo) -> tuple[Piece, ...]:
    if each.start is None:
        return (Piece(each.day, each.seconds),)
    return split(instant_in(datetime.combine(each.day, each.start, zone)), each.seconds, timedelta(), zone)


def _reach(db: Connection, life: Life, moment: Moment) -> None:
    """What is done and can be shown, and whose word there is on it."""
    item, seconds, since, until = life.remembered
    recall(raw(db), choose_item(raw(db), item), seconds, since, until, moment(until))
    known = {item.slug: item for item in items(db)}
    for slug, state, day in life.states:
        say_state(db, known[slug], state, day, moment(day))
    for slug, part, whole, day in life.progress:
        say_progress(db, known[slug], part, whole, day, moment(day))
    for attempt in life.attempts:
        keep_attempt(db, attempt, moment(attempt.entered))
    for result in life.results:
        keep_result(db, result, moment(result.day))
    for rating in life.ratings:
        rate(db, rating, moment(rating.day))
        add_evidence(db, rating, [(each.kind, each.place) for each in rating.evidence], moment(rating.day))


def _mean(db: Connection, life: Life, moment: Moment) -> None:
    """What is meant, foreseen, noted and promised."""
    for off in life.breaks:
        add_break(db, off, moment(off.since))
    for plan in life.plans:
        say_plan(db, plan.subject, plan.due, plan.because, plan.day, moment(plan.day))
    for given in life.forecasts:
        keep_forecast(db, given, moment(given.day))
    for note in life.notes:
        keep_note(db, note, moment(note.day))
    funder, asked, day = life.applied
    known, said = facts(db), plans(db)
    promised = standing_on(said, plans_ended(known, said), given_up(known), day)
    keep_application(db, Application(funder, day, asked, None, promised), moment(day))
