"""forecast."""

from collections.abc import Iterator, Sequence

import click
from sqlalchemy import Connection

from tracker.app import App, command, pass_app
from tracker.database.library import aside, library
from tracker.database.values import instant_in
from tracker.errors import DatabaseProblem, Refused
from tracker.milestones.store.naming import find_either
from tracker.outlook.rules.forecasts import Forecast, Ground, check_ground
from tracker.outlook.rules.forecasts import forecast as foresee
from tracker.outlook.rules.plans import Planned, given_up, plans_ended, plans_meant
from tracker.outlook.rules.subjects import Subject, meant_first, subject_of
from tracker.outlook.store.forecasts import ground, keep_forecast, lately, record
from tracker.outlook.store.plans import plans
from tracker.outlook.view.forecasts import Foretold, forecast_data, forecast_text
from tracker.readiness.rules.records import Facts
from tracker.readiness.store.reading import facts


@command(
    "forecast",
    examples="tracker forecast ziegler-2019\ntracker forecast few-hundred-hour-replication\ntracker forecast",
)
@click.argument("name", required=False, metavar="[ITEM-or-MILESTONE]")
@pass_app
def forecast(app: App, name: str | None) -> None:
    """When something will be done, from your own weeks: as two ranges of days, never as one.

    Without a name, what is planned, else what is under way. It takes eight whole weeks of your own; before that you see
    only the pace you mean to keep. Each forecast is kept and graded when it comes due, where you can see it; keeping it
    is no step of the history, so undo passes it by.
    """
    with library(app) as db:
        known, base = facts(db), ground(db, app.today, app.settings)
        check_ground(base)
        said = plans(db)
        meant = plans_meant(said, plans_ended(known, said), given_up(known))
        subjects = [subject_of(find_either(db, name).slug, known)] if name else _first(app, meant, known)
        graded = record(db, known, app.today)
        answers = tuple(_answers(db, subjects, base, meant))
    kept = _keep(app, answers)
    app.show("forecast", Foretold(answers, base, graded, kept), forecast_data, forecast_text)


def _keep(app: App, answers: Sequence[Forecast]) -> bool:
    """Keep what was foreseen, beside the history: asking is nothing that a person would undo. Whether it is kept."""
    given = [answer.given for answer in answers if answer.given]
    if not given:
        return False
    try:
        with aside(app) as db:
            for each in given:
                keep_forecast(db, each, instant_in(app.now))
    except DatabaseProblem as fault:
        app.remark(f"{fault.message} What is foreseen here is not kept, and will not be graded.")
        return False
    return True


def _first(app: App, meant: Sequence[Planned], known: Facts) -> list[Subject]:
    """What is planned, else what is under way; what cannot be foreseen is remarked."""
    found = []
    for slug in meant_first(meant, known.items):
        try:
            found.append(subject_of(slug, known))
        except Refused as why:
            app.remark(f"{why.message} {why.hint}")
    if not found:
        raise Refused("Nothing that has an estimate is planned or under way.", "Name it: tracker forecast fastai")
    return found


def _answers(db: Connection, subjects: Sequence[Subject], base: Ground, meant: Sequence[Planned]) -> Iterator[Forecast]:
    for subject in subjects:
        due = next((p.due for p in meant if p.subject == subject.slug and p.state == "open"), None)
        yield foresee(subject, base, lately(db, subject.items, base.today), due)
