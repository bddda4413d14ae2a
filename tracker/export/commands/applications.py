"""funders, applied and applications."""

from datetime import date
from functools import partial
from pathlib import Path

import click

from tracker.app import App, command, pass_app
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.errors import FileProblem, Unreadable
from tracker.export.commands.funder_forms import known_forms, titles
from tracker.export.rules.pledges import (
    Application,
    check_day,
    has_currency,
    pledge,
    standing_on,
)
from tracker.export.store.applications import read_applications as read_applications
from tracker.export.store.applications import save_application
from tracker.export.store.forms import find_form
from tracker.export.view import (
    applications_data,
    applications_text,
    applied_data,
    applied_text,
    funders_data,
    funders_text,
)
from tracker.plans.rules.plans import given_up, plans_ended
from tracker.plans.store.plans import read_plans
from tracker.readiness.store.facts import read_facts
from tracker.text.params import DayParam


@command("funders", examples="tracker funders\ntracker funders --json")
@pass_app
def funders(app: App) -> None:
    """List the forms that an export can be for, each true as of its day only: check the live one before sending.

    Your own go into a folder `funders` beside the database; docs/export.md shows how one is written.
    """
    app.show("funders", tuple(known_forms(app).values()), funders_data, funders_text)


@command(
    "applied",
    examples="tracker applied taif --asked '30,000 USD' --on yesterday --file taif.md",
)
@click.argument("funder")
@click.option(
    "--asked", metavar="AMOUNT", help="How much was asked for, with its currency."
)
@click.option(
    "--on", "day", type=DayParam(), help="The day it went out (default: today)."
)
@click.option("--file", metavar="FILE", help="What was sent.")
@pass_app
def applied(
    app: App, funder: str, asked: str | None, day: date | None, file: str | None
) -> None:
    """Keep that an application went out, with your plan as it stood that day: frozen, as promised.

    Later exports set what was delivered against it, every change with its day and reason.
    """
    form = find_form(funder, known_forms(app, funder))
    _check(asked, file)
    on = day or app.today
    check_day(on, app.today)
    with library(app, write=True) as db:
        known, said = read_facts(db), read_plans(db)
        twice = [
            each
            for each in read_applications(db)
            if (each.funder, each.day) == (form.slug, on)
        ]
        ended = plans_ended(known, said)
        plan = standing_on(said, ended, given_up(known), on)
        new = Application(form.slug, on, asked and asked.strip(), file, plan)
        save_application(db, new, instant_to_seconds(app.now))
        found = pledge(new, form.title, said, ended)
    if twice:
        told = f", asked for {twice[-1].asked}" if twice[-1].asked else ""
        app.remark(
            f"One to {form.title} of {on} is kept already{told}. If this is the same: tracker undo"
        )
    if new.asked and not has_currency(new.asked):
        app.remark(
            f"{new.asked} names no currency. To say it: tracker undo, then --asked '{new.asked} USD'"
        )
    if form.status == "closed":
        app.remark(f"{form.title} is closed, as of {form.as_of}.")
    if passed := ", ".join(
        f"{each.subject} ({each.due})" for each in plan if each.due < on
    ):
        later = " To promise later ones: tracker undo, then tracker plan X --by DAY, and applied again."
        app.remark(
            f"Promised for days that had passed by then: {passed}.{later if on == app.today else ''}"
        )
    app.show("applied", (new, found), applied_data, partial(applied_text, app.today))


@command("applications", examples="tracker applications\ntracker applications --json")
@pass_app
def applications(app: App) -> None:
    """List the applications that went out, with what was promised and what came of it."""
    named = titles(known_forms(app))
    with library(app) as db:
        said = read_plans(db)
        ended, sent = plans_ended(read_facts(db), said), read_applications(db)
        found = [
            (each, pledge(each, named.get(each.funder, each.funder), said, ended))
            for each in sent
        ]
    app.show(
        "applications", found, applications_data, partial(applications_text, app.today)
    )


def _check(asked: str | None, file: str | None) -> None:
    if asked is not None and not asked.strip():
        raise Unreadable(
            "--asked says nothing.",
            "Type the amount and its currency: --asked '30,000 USD'",
        )
    if file is not None and not _is_there(Path(file)):
        raise FileProblem(
            f"There is no file {file}.", "Name what was sent, or leave --file out."
        )


def _is_there(file: Path) -> bool:
    """Whether it is a file; one whose name no disk takes is none."""
    try:
        return file.is_file()
    except OSError:
        return False
