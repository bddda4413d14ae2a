"""forecast."""

from collections.abc import Iterator, Sequence

import click
from sqlalchemy import Connection

from tracker.app import App, command, pass_app
from tracker.database.library import library, unrecorded_transaction
from tracker.database.values import instant_to_seconds
from tracker.errors import DatabaseProblem, Refused
from tracker.milestones.store.names import find_item_or_milestone
from tracker.plans.rules.forecast_subject import Subject, meant_first, subject_of
from tracker.plans.rules.forecasts import Forecast, ForecastBasis, check_ground
from tracker.plans.rules.forecasts import forecast as foresee
from tracker.plans.rules.plans import PlanStatus, given_up, plan_statuses, plans_ended
from tracker.plans.store.forecasts import (
    forecast_basis,
    lately,
    save_forecast,
    track_record,
)
from tracker.plans.store.plans import read_plans
from tracker.plans.view.forecasts import ForecastAnswer, forecast_data, forecast_text
from tracker.readiness.rules.records import Facts
from tracker.readiness.store.facts import read_facts


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
        known, base = read_facts(db), forecast_basis(db, app.today, app.settings)
        check_ground(base)
        said = read_plans(db)
        meant = plan_statuses(said, plans_ended(known, said), given_up(known))
        subjects = (
            [subject_of(find_item_or_milestone(db, name).slug, known)]
            if name
            else _first(app, meant, known)
        )
        graded = track_record(db, known, app.today)
        answers = tuple(_answers(db, subjects, base, meant))
    kept = _keep(app, answers)
    app.show(
        "forecast",
        ForecastAnswer(answers, base, graded, kept),
        forecast_data,
        forecast_text,
    )


def _keep(app: App, answers: Sequence[Forecast]) -> bool:
    """Keep what was foreseen, beside the history: asking is nothing that a person would undo. Whether it is kept."""
    given = [answer.given for answer in answers if answer.given]
    if not given:
        return False
    try:
        with unrecorded_transaction(app) as db:
            for each in given:
                save_forecast(db, each, instant_to_seconds(app.now))
    except DatabaseProblem as fault:
        app.remark(
            f"{fault.message} What is foreseen here is not kept, and will not be graded."
        )
        return False
    return True


def _first(app: App, meant: Sequence[PlanStatus], known: Facts) -> list[Subject]:
    """What is planned, else what is under way; what cannot be foreseen is remarked."""
    found = []
    for slug in meant_first(meant, known.items):
        try:
            found.append(subject_of(slug, known))
        except Refused as why:
            app.remark(f"{why.message} {why.hint}")
    if not found:
        raise Refused(
            "Nothing that has an estimate is planned or under way.",
            "Name it: tracker forecast fastai",
        )
    return found


def _answers(
    db: Connection,
    subjects: Sequence[Subject],
    base: ForecastBasis,
    meant: Sequence[PlanStatus],
) -> Iterator[Forecast]:
    for subject in subjects:
        due = next(
            (p.due for p in meant if p.subject == subject.slug and p.state == "open"),
            None,
        )
        yield foresee(subject, base, lately(db, subject.items, base.today), due)
