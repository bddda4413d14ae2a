"""The invented person's database: made whole beside its place, then put there."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path

from sqlalchemy import Connection

from tracker.curriculum.store.changes import set_progress, set_state
from tracker.curriculum.store.items import read_items
from tracker.database import create
from tracker.database.bridge import raw_connection, sqlalchemy_over
from tracker.database.connect import connect, database_exists
from tracker.database.history import transaction
from tracker.database.settings import read_settings, write_setting
from tracker.database.values import instant_to_seconds, new_uid
from tracker.errors import Refused
from tracker.export.rules.pledges import Application, standing_on
from tracker.export.store.applications import save_application
from tracker.imports.rules.entries import Part, ReadySession
from tracker.imports.store.import_run import File, Import
from tracker.imports.store.item_mapping import Items
from tracker.journal.rules.days import split
from tracker.journal.rules.records import Piece, SessionDetails
from tracker.journal.store.items import choose_item
from tracker.journal.store.sessions import add_pieces
from tracker.journal.store.timer import recall
from tracker.maintenance.rules.demo_person import SETTINGS, TAGS, Life
from tracker.maintenance.rules.demo_sessions import Evening
from tracker.milestones.store.changes import save_attempt, save_result
from tracker.plans.rules.plans import given_up, plans_ended
from tracker.plans.store.breaks import add_break
from tracker.plans.store.forecasts import save_forecast
from tracker.plans.store.notes import save_note
from tracker.plans.store.plans import read_plans, save_plan
from tracker.readiness.store.facts import read_facts
from tracker.readiness.store.ratings import add_evidence, save_rating

Moment = Callable[[date], int]
ONE_DAY, WRITING = timedelta(days=1), time(22)


def demand_free(place: Path) -> None:
    """Raises Refused where something lies at `place` that is no demo."""
    if database_exists(place) and not _is_demo(place):
        raise Refused(
            f"{place} is there already, and is no demo; it was not touched.",
            "Move it away, or name a database in another folder with --db.",
        )


def make_demo(
    place: Path, life: Life, studied: Sequence[Evening], zone: tzinfo, now: int
) -> None:
    """Make the database of an invented person at `place`, instead of an earlier demo; `now` is UTC seconds.

    None of it is in the history: there is nothing to undo. Raises DatabaseProblem where it cannot be made.
    """

    def moment(day: date) -> int:
        return min(instant_to_seconds(datetime.combine(day, WRITING, zone)), now)

    with create.temporary_beside(place) as fresh:
        create.fill_database(fresh)
        with (
            closing(connect(fresh, write=True)) as own,
            sqlalchemy_over(own) as db,
            transaction(own),
        ):
            for key, value in SETTINGS.items():
                write_setting(own, key, value, now)
            _log(
                db,
                [each for each in studied if each.source != "imported"],
                zone,
                moment,
            )
            _import(
                db,
                [each for each in studied if each.source == "imported"],
                zone,
                moment,
            )
            _reach(db, life, moment)
            _mean(db, life, moment)
        Path(f"{place}-journal").unlink(
            missing_ok=True
        )  # what a killed write left there is not of this file
        fresh.replace(place)


def _is_demo(place: Path) -> bool:
    try:
        with closing(connect(place, write=False)) as db:
            return read_settings(db).is_demo
    except sqlite3.Error:
        return False


def _log(
    db: Connection, studied: Iterable[Evening], zone: tzinfo, moment: Moment
) -> None:
    """Sessions of a timer, which are written down when they end, and others, written down that evening or the next."""
    for each in studied:
        (piece,) = _pieces(each, zone)
        later = moment(each.day + ONE_DAY if each.source == "later" else each.day)
        written = piece.span[1] if piece.span else later
        number = choose_item(raw_connection(db), each.item).id
        add_pieces(
            raw_connection(db),
            SessionDetails(number, each.note, TAGS, each.source, written),
            [piece],
            written,
        )


def _import(
    db: Connection, studied: Sequence[Evening], zone: tzinfo, moment: Moment
) -> None:
    """Sessions of another log, read on the evening of its last."""
    now = moment(studied[-1].day)
    entries = (_settled(line, each, zone) for line, each in enumerate(studied, 2))
    Import(
        db, File("toggl.csv", "toggl", "invented"), Items(db, (), "", now), now
    ).bring(entries)


def _settled(line: int, each: Evening, zone: tzinfo) -> ReadySession:
    parts = tuple(
        Part(piece.day.isoformat(), *piece[1:]) for piece in _pieces(each, zone)
    )
    return ReadySession(
        line, new_uid(), False, each.item, each.note, TAGS, each.seconds, parts
    )


def _pieces(each: Evening, zone: tzinfo) -> tuple[Piece, ...]:
    if each.start is None:
        return (Piece(each.day, each.seconds),)
    return split(
        instant_to_seconds(datetime.combine(each.day, each.start, zone)),
        each.seconds,
        timedelta(),
        zone,
    )


def _reach(db: Connection, life: Life, moment: Moment) -> None:
    """What is done and can be shown, and whose word there is on it."""
    item, seconds, since, until = life.remembered
    recall(
        raw_connection(db),
        choose_item(raw_connection(db), item),
        seconds,
        since,
        until,
        moment(until),
    )
    known = {item.slug: item for item in read_items(db)}
    for slug, state, day in life.states:
        set_state(db, known[slug], state, day, moment(day))
    for slug, part, whole, day in life.progress:
        set_progress(db, known[slug], part, whole, day, moment(day))
    for attempt in life.attempts:
        save_attempt(db, attempt, moment(attempt.entered))
    for result in life.results:
        save_result(db, result, moment(result.day))
    for rating in life.ratings:
        save_rating(db, rating, moment(rating.day))
        add_evidence(
            db,
            rating,
            [(each.kind, each.place) for each in rating.evidence],
            moment(rating.day),
        )


def _mean(db: Connection, life: Life, moment: Moment) -> None:
    """What is meant, foreseen, noted and promised."""
    for off in life.breaks:
        add_break(db, off, moment(off.since))
    for plan in life.plans:
        save_plan(db, plan.subject, plan.due, plan.because, plan.day, moment(plan.day))
    for given in life.forecasts:
        save_forecast(db, given, moment(given.day))
    for note in life.notes:
        save_note(db, note, moment(note.day))
    funder, asked, day = life.applied
    known, said = read_facts(db), read_plans(db)
    promised = standing_on(said, plans_ended(known, said), given_up(known), day)
    save_application(db, Application(funder, day, asked, None, promised), moment(day))
