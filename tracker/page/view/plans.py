"""Plans with what became of them, and forecasts with their record."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from tracker.page.rules.answer import PageAnswer
from tracker.page.view.range_picture import draw_range
from tracker.page.view.templates import fill
from tracker.plans.rules.forecasts import Forecast, ForecastAnswer
from tracker.plans.rules.plans import PlanStatus
from tracker.plans.view.forecasts import (
    forecast_sentences,
    say_left,
    say_record,
    say_share,
)
from tracker.plans.view.plans import say_done, say_given_up, say_open
from tracker.plans.view.week_plans import propose_day

NO_PLANS = (
    "Nothing is planned. To plan an item or a milestone: "
    "tracker plan fastai --by 2027-01-31"
)
NOTHING_TO_FORECAST = (
    "Nothing with an estimate is planned or in progress. To forecast an item or a "
    "milestone: tracker forecast fastai"
)
NO_RECORD = (
    "No past forecast is due yet. To save one, and see later whether it held: "
    "tracker forecast"
)
# The states of plans, and how to say what became of them.
STATES = (
    ("Planned", ("open",), say_open),
    ("Done", ("kept", "late"), say_done),
    ("No longer planned", ("withdrawn", "left"), say_given_up),
)


class TitledLines(NamedTuple):
    """A title, sentences about it with what they rest on, and perhaps a picture."""

    title: str
    sentences: tuple[str, ...]
    notes: tuple[str, ...] = ()
    picture: Markup = Markup("")


def plans_section(answer: PageAnswer) -> Markup:
    """Open plans, then finished ones, then those given up; reasons are left out."""
    moves = dict(_moves(answer))
    groups = [
        (name, [_plan(plan, say(plan, answer.week.today), moves) for plan in plans])
        for name, states, say in STATES
        if (plans := [plan for plan in answer.plans if plan.state in states])
    ]
    return fill("plans.html", groups=groups, empty=NO_PLANS)


def _moves(answer: PageAnswer) -> Iterator[tuple[str, str]]:
    """By subject, how to move a plan whose day has passed."""
    today = answer.week.today
    for outlook in answer.week.planned:
        plan = outlook.plan
        if plan.due < today:
            day = propose_day(outlook, today)
            command = f"tracker plan {plan.subject} --by {day}"
            yield plan.subject, f"To move it: {command}"


def _plan(plan: PlanStatus, sentence: str, moves: dict[str, str]) -> TitledLines:
    how_to_move = moves.get(plan.subject)
    return TitledLines(plan.title, tuple(filter(None, (sentence, how_to_move))))


def forecasts_section(
    answer: ForecastAnswer | None, why_not: Sequence[str], today: date
) -> Markup:
    """Each forecast with its ranges and what it rests on, then the track record."""
    if answer is None:
        return fill("plans.html", groups=(), empty=" ".join(why_not))
    forecasts = [_forecast(each, answer, today) for each in answer.forecasts]
    record = say_record(answer) or NO_RECORD
    groups = [("", forecasts)] if forecasts else []
    notes = (*why_not, record)
    return fill("plans.html", groups=groups, empty=NOTHING_TO_FORECAST, notes=notes)


def _forecast(forecast: Forecast, answer: ForecastAnswer, today: date) -> TitledLines:
    return TitledLines(
        forecast.subject.title,
        tuple(forecast_sentences(forecast, answer.basis)),
        (
            f"Left: {say_left(forecast)}.",
            f"Pace: {say_share(forecast, answer.basis)}.",
        ),
        draw_range(forecast, today),
    )
