"""`forecast`."""

from functools import partial

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.library import library, unrecorded_transaction
from tracker.database.values import instant_to_seconds
from tracker.errors import DatabaseProblem, Refused
from tracker.plans.rules.forecasts import ForecastAnswer
from tracker.plans.service.forecasts import forecast as make_forecasts
from tracker.plans.service.forecasts import list_forecasts
from tracker.plans.store.forecasts import save_forecast
from tracker.plans.view.forecast_list import forecast_list_data, forecast_list_text
from tracker.plans.view.forecasts import forecast_data, forecast_text
from tracker.readiness.rules.pace_sentences import say_missing_pace
from tracker.readiness.service.pace import read_pace


@command(
    "forecast",
    examples="""
    tracker forecast ziegler-2019
    tracker forecast few-hundred-hour-replication
    tracker forecast
    tracker forecast --list
    """,
)
@argument("name", required=False, metavar="[ITEM-or-MILESTONE]")
@option("--list", "is_list", is_flag=True, help="List the forecasts given so far.")
def forecast(app: App, name: str | None, is_list: bool) -> None:
    """Forecast when you will finish, as two ranges of days.

    Without a name it forecasts what you planned, else what is in progress. A forecast
    rests on your own weeks and needs eight whole ones. Before that, you see dates at
    the pace that you set. Each forecast is saved, and later compared with the day on
    which you finish. Forecasts are not in the history, so undo does not remove them:
    to withdraw one, list them and type rm with its id.
    """
    if is_list:
        with library(app) as db:
            given, ended = list_forecasts(db, name)
        text = partial(forecast_list_text, app.today, ended)
        app.show("forecasts", given, forecast_list_data, text)
        return
    answer = save_forecasts(app, name)
    app.show("forecast", answer, forecast_data, forecast_text)


def save_forecasts(app: App, name: str | None = None) -> ForecastAnswer:
    """Make forecasts and save them.

    Raises Refused where nothing can be forecast.
    """
    with library(app) as db:
        answer, skipped = make_forecasts(db, name, app.today, app.settings)
    for reason in skipped:
        app.remark(f"{reason.message} {reason.hint}")
    if not answer.forecasts:
        raise Refused(
            "Nothing with an estimate is planned or in progress.",
            "Name an item or a milestone: tracker forecast fastai",
        )
    return answer._replace(saved=_save(app, answer))


def save_measured_forecasts(app: App) -> ForecastAnswer:
    """As `save_forecasts`, of what is planned, for the option --forecast of `export`.

    Raises Refused also where the pace is only set: that is no forecast for others.
    """
    with library(app) as db:
        pace = read_pace(db, app.settings, app.today)
    if pace.measured is None:
        raise Refused(
            say_missing_pace(pace), "Leave the forecast out.", without=["--forecast"]
        )
    return save_forecasts(app)


def _save(app: App, answer: ForecastAnswer) -> bool:
    """Save the forecasts outside the history; return whether they were saved.

    Asking is nothing to undo. Where the database cannot be written, a remark says so.
    """
    made = [one.ranges for one in answer.forecasts if one.ranges]
    if not made:
        return False
    try:
        with unrecorded_transaction(app) as db:
            for ranges in made:
                save_forecast(db, ranges, instant_to_seconds(app.now))
    except DatabaseProblem as fault:
        app.remark(f"{fault.message} This forecast was not saved.")
        return False
    return True
