"""From what was asked to the export: the packet is read, the document built; nothing is printed here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from tracker.app import App
from tracker.database.bridge import raw
from tracker.database.library import library
from tracker.export.render import reports, tables
from tracker.export.render.documents.task import cap_line
from tracker.export.render.slots import say_counts
from tracker.export.rules.asking import Asked
from tracker.export.rules.filling import Form, fill
from tracker.export.rules.forms import Funder
from tracker.export.rules.tasks import Rules
from tracker.export.rules.telling import Packet
from tracker.export.store.applications import applications
from tracker.export.store.files import read_answers, read_budget
from tracker.export.store.forms import find_form, form_folders, forms
from tracker.export.store.packet import packet
from tracker.export.store.progress import progress
from tracker.export.store.sessions import log
from tracker.export.store.tasks import task
from tracker.paths import seed_folder

HOUR = 3600


@dataclass(frozen=True, slots=True)
class Made:
    """An export: a report to lay out, or a table as it is; what is `told` of it, and remarks beside it."""

    report: reports.Report | str
    remarks: tuple[str, ...] = ()
    told: str = ""


def known_forms(app: App) -> dict[str, Funder]:
    """All forms: those shipped, and the person's own."""
    return forms(form_folders(seed_folder(), app.path))


def made(app: App, asked: Asked) -> Made:
    """The whole export. The database is closed again before anything is printed, so that no pager holds it."""
    known = known_forms(app) if asked.funder else {}
    form = find_form(asked.funder, known) if asked.funder else None
    with library(app) as db:
        return _MAKERS[asked.kind](db, app, asked, form)


def _sessions(db: Connection, app: App, asked: Asked, _: Funder | None) -> Made:
    return Made(tables.sessions(log(db, asked.period, redact=asked.redact), asked.form))


def _progress(db: Connection, app: App, asked: Asked, _: Funder | None) -> Made:
    told = progress(db, asked.period, app.today, app.settings, _titles(db, app), redact=asked.redact)
    return Made(reports.progress(told))


def _update(db: Connection, app: App, asked: Asked, form: Funder | None) -> Made:
    told = _packet(db, app, asked)
    mine = tuple(each for each in told.progress.pledges if form and each.funder == form.slug)
    if mine:
        told = replace(told, progress=replace(told.progress, pledges=mine))
    return Made(reports.update(told, form))


def _application(db: Connection, app: App, asked: Asked, form: Funder | None) -> Made:
    assert form
    answers = read_answers(Path(asked.answers)) if asked.answers else {}
    filled = fill(form, _packet(db, app, asked), answers, _titles(db, app, always=True))
    told = f" for {form.title}, {filled.empty} of {filled.slots} slots empty,"
    return Made(reports.application(filled), tuple(_remarks(filled, answers)), told)


def _hours(db: Connection, app: App, asked: Asked, form: Funder | None) -> Made:
    rules = form.hours if form else None
    cap = asked.cap or (rules.cap * HOUR if rules else None)
    said = Rules(form.title, form.as_of, rules.counted, rules.not_counted, rules.extra_rule) if form and rules else None
    found = task(raw(db), asked.period, app.today, item=asked.item, cap=cap, rules=said)
    remarks = (cap_line(found),) if cap and found.counted >= cap else ()
    return Made(tables.task(found) if asked.form == "csv" else reports.task(found), remarks)


_MAKERS: dict[str, Callable[[Connection, App, Asked, Funder | None], Made]] = {
    "progress": _progress,
    "update": _update,
    "application": _application,
    "hours": _hours,
    "sessions": _sessions,
}


def _packet(db: Connection, app: App, asked: Asked) -> Packet:
    budget = read_budget(Path(asked.budget) if asked.budget else None, app.path)
    return packet(db, asked.period, app.today, app.settings, _titles(db, app), budget, redact=asked.redact)


def _titles(db: Connection, app: App, *, always: bool = False) -> Mapping[str, str]:
    """Funders' titles by slug; no file is read while nothing went out to anybody."""
    if not always and not applications(db):
        return {}
    return {slug: form.title for slug, form in known_forms(app).items()}


def _remarks(filled: Form, answers: Mapping[str, str]) -> Iterator[str]:
    """What the person should know before sending: closed, over a limit, answers that no field asks for."""
    if filled.funder.status == "closed":
        to = filled.funder.succeeded_by
        yield f"{filled.funder.title} is closed{f'; it went over to {to}' if to else ''}."
    for each, count in filled.over:
        yield f"{each.field.key}: {say_counts((count,))}, {count.over:,} over; nothing was cut."
    for key in sorted(answers.keys() - {each.field.key for each in filled.fields}):
        yield f"{filled.funder.slug} has no field {key}; its answer is left out."
