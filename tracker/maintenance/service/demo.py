"""The demo database: made whole beside its place, then moved there."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path
from shutil import copymode
from sqlite3 import Connection

from tracker.curriculum.store.changes import set_progress, set_state
from tracker.curriculum.store.items import read_items
from tracker.database import create
from tracker.database.backups import make_backup, side_files
from tracker.database.command_log import list_commands
from tracker.database.connect import connect, database_exists
from tracker.database.history import transaction
from tracker.database.settings import read_settings, write_setting
from tracker.database.values import instant_to_seconds, new_uid
from tracker.errors import Refused
from tracker.export.rules.applications import Application
from tracker.export.rules.pledges import plan_on
from tracker.export.store.applications import save_application
from tracker.imports.rules.entries import Part, ReadySession
from tracker.imports.rules.reports import ReadFile
from tracker.imports.service.file_import import FileImport
from tracker.imports.service.item_map import ItemMap
from tracker.journal.rules.days import split_by_day
from tracker.journal.rules.records import Piece, SessionDetails
from tracker.journal.store.items import choose_item
from tracker.journal.store.sessions import add_pieces
from tracker.journal.store.timer import add_recollection
from tracker.maintenance.rules.demo_person import SETTINGS, TAGS, DemoYear, demo_year
from tracker.maintenance.rules.demo_sessions import Evening, demo_evenings
from tracker.milestones.store.changes import save_attempt, save_result
from tracker.plans.rules.plans import given_up_slugs, plan_end_days
from tracker.plans.store.breaks import add_break
from tracker.plans.store.forecasts import save_forecast
from tracker.plans.store.notes import save_note
from tracker.plans.store.plans import read_plans, save_plan
from tracker.readiness.store.facts import read_facts
from tracker.readiness.store.ratings import add_evidence, save_rating

ToUTC = Callable[[date], int]  # a day -> UTC seconds of its evening
ONE_DAY, EVENING = timedelta(days=1), time(22)


def make_demo(place: Path, now: datetime, zone: tzinfo) -> Path | None:
    """Make the demo database at `place`: a year that ends today.

    It replaces an earlier demo; where a command has changed that, it returns a backup of
    it. The history stays empty, so there is nothing to undo.
    Raises Refused where another file is there, DatabaseProblem where the database
    cannot be made.
    """
    place = Path(os.path.realpath(place))
    check_replaceable(place)
    now_utc = instant_to_seconds(now)

    def evening_of(day: date) -> int:
        evening = datetime.combine(day, EVENING, zone)
        return min(instant_to_seconds(evening), now_utc)

    year = demo_year(now.date())
    evenings = demo_evenings(now.date(), year.breaks)
    with create.temporary_beside(place) as fresh:
        create.fill_database(fresh)
        with closing(connect(fresh, write=True)) as db, transaction(db):
            for key, value in SETTINGS.items():
                write_setting(db, key, value, now_utc)
            _add_sessions(db, evenings, zone, evening_of)
            _add_results(db, year, evening_of)
            _add_plans(db, year, evening_of)
        check_replaceable(place)  # it may be another one by now
        kept = make_backup(place, "before-demo") if _has_history(place) else None
        with suppress(FileNotFoundError):
            copymode(place, fresh)
        # A stopped write may have left a journal there, which is not this file's.
        for file in side_files(place).values():
            file.unlink(missing_ok=True)
        fresh.replace(place)
    return kept


def check_replaceable(place: Path) -> None:
    """Raises Refused where there is a file at `place` that is no demo."""
    if database_exists(place) and not _is_demo(place):
        raise Refused(
            f"{place} exists already and is no demo; it was not changed.",
            "Move that file, or name another one: tracker --db FILE demo",
        )


def _is_demo(place: Path) -> bool:
    try:
        with closing(connect(place, write=False)) as db:
            return read_settings(db).is_demo
    except sqlite3.Error:
        return False


def _has_history(place: Path) -> bool:
    """Whether a person has changed the demo at `place`, if there is one."""
    try:
        with closing(connect(place, write=False)) as db:
            return bool(list_commands(db, 1))
    except sqlite3.Error:
        return False


def _add_sessions(
    db: Connection, evenings: Iterable[Evening], zone: tzinfo, evening_of: ToUTC
) -> None:
    """Log the sessions that were not imported one by one, then import the others."""
    imported = []
    for evening in evenings:
        if evening.source == "imported":
            imported.append(evening)
        else:
            _log(db, evening, zone, evening_of)
    _import(db, imported, zone, evening_of)


def _log(db: Connection, evening: Evening, zone: tzinfo, evening_of: ToUTC) -> None:
    """A timer's session is logged when it ends, any other that evening or the next."""
    (piece,) = _pieces(evening, zone)
    is_later = evening.source == "later"
    logged_at = evening_of(evening.day + ONE_DAY if is_later else evening.day)
    if piece.span:
        logged_at = piece.span[1]
    item_id = choose_item(db, evening.item).id
    details = SessionDetails(
        item_id, evening.note, TAGS, source=evening.source, logged_at=logged_at
    )
    add_pieces(db, details, [piece], logged_at)


def _import(
    db: Connection, evenings: Sequence[Evening], zone: tzinfo, evening_of: ToUTC
) -> None:
    """Import sessions as from a file, on the evening of the last of them."""
    now_utc = evening_of(evenings[-1].day)
    sessions = (_ready(line, evening, zone) for line, evening in enumerate(evenings, 2))
    file = ReadFile("toggl.csv", "toggl", "demo")
    today, items = evenings[-1].day, ItemMap(db, (), {}, "", now_utc)
    FileImport(db, file, items, now_utc, today).run(sessions)


def _ready(line: int, evening: Evening, zone: tzinfo) -> ReadySession:
    parts = tuple(
        Part(piece.day.isoformat(), *piece[1:]) for piece in _pieces(evening, zone)
    )
    return ReadySession(
        line=line,
        uid=new_uid(),
        has_id=False,
        project=evening.item,
        note=evening.note,
        tags=TAGS,
        seconds=evening.seconds,
        parts=parts,
    )


def _pieces(evening: Evening, zone: tzinfo) -> tuple[Piece, ...]:
    if evening.start is None:
        return (Piece(evening.day, evening.seconds),)
    start = datetime.combine(evening.day, evening.start, zone)
    return split_by_day(instant_to_seconds(start), evening.seconds, timedelta(), zone)


def _add_results(db: Connection, year: DemoYear, evening_of: ToUTC) -> None:
    """Save what the person remembers, finished, tried, reached and rated."""
    slug, seconds, since, until = year.remembered
    item = choose_item(db, slug)
    add_recollection(db, item, seconds, since, until, evening_of(until))
    items = {item.slug: item for item in read_items(db)}
    for slug, state, day in year.states:
        set_state(db, items[slug], state, day, evening_of(day))
    for slug, part, whole, day in year.progress:
        set_progress(db, items[slug], part, whole, day, evening_of(day))
    for attempt in year.attempts:
        save_attempt(db, attempt, evening_of(attempt.entered))
    for result in year.results:
        save_result(db, result, evening_of(result.day))
    for rating in year.ratings:
        now_utc = evening_of(rating.day)
        save_rating(db, rating, now_utc)
        add_evidence(db, rating, rating.evidence, now_utc)


def _add_plans(db: Connection, year: DemoYear, evening_of: ToUTC) -> None:
    """Save breaks, plans, forecasts, notes, and the application with its plan."""
    for days in year.breaks:
        add_break(db, days, evening_of(days.since))
    for plan in year.plans:
        now_utc = evening_of(plan.day)
        save_plan(
            db,
            plan.subject,
            plan.due,
            because=plan.because,
            day=plan.day,
            now_utc=now_utc,
        )
    for forecast in year.forecasts:
        save_forecast(db, forecast, evening_of(forecast.day))
    for note in year.notes:
        save_note(db, note, evening_of(note.day))
    funder, amount, day = year.applied
    facts, plans = read_facts(db), read_plans(db)
    promised = plan_on(day, plans, plan_end_days(facts, plans), given_up_slugs(facts))
    application = Application(funder, day, amount, file=None, plan=promised)
    save_application(db, application, evening_of(day))
