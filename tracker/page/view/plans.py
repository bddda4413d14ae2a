"""Plans with what became of them, and forecasts with their record."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from tracker.page.rules.answer import PageAnswer
from tracker.page.view.names import say_names
from tracker.page.view.range_picture import draw_range
from tracker.page.view.templates import fill
from tracker.plans.rules.forecasts import Forecast, ForecastAnswer
from tracker.plans.rules.plans import PlanStatus
from tracker.plans.view.days import say_date, say_moves
from tracker.plans.view.forecasts import (
    forecast_sentences,
    say_left,
    say_record,
    say_share,
)
from tracker.plans.view.plans import say_distance, say_done, say_given_up
from tracker.plans.view.week_plans import propose_day

TO_PLAN = (
    "As soon as you plan an item or a milestone: tracker plan fastai --by 2027-01-31"
)
TO_FORECAST = (
    "As soon as something with an estimate is planned or in progress: "
    "tracker forecast fastai"
)
NO_TRACK_RECORD = (
    "No past forecast is due yet. To save one, and see later whether it held: "
    "tracker forecast"
)
DONE = ("kept", "late")
# The states of plans, in the order in which they are listed.
STATES = (
    ("Planned", ("open",)),
    ("Done", DONE),
    ("No longer planned", ("withdrawn", "left")),
)
# Beside this day, every day is said with its year.
ANY_YEAR = date.min


class TitledLines(NamedTuple):
    """A title, sentences about it with what they rest on, and perhaps a picture."""

    title: str
    sentences: tuple[str, ...]
    notes: tuple[str, ...] = ()
    picture: Markup = Markup("")


def plans_section(answer: PageAnswer) -> Markup | None:
    """Open plans, then finished ones, then those given up; None without any.

    Reasons are left out.
    """
    moves = dict(_moves(answer))
    groups = [
        (name, [_plan(plan, answer.week.today, moves) for plan in plans])
        for name, states in STATES
        if (plans := [plan for plan in answer.plans if plan.state in states])
    ]
    return fill("plans.html", groups=groups, notes=()) if groups else None


def _moves(answer: PageAnswer) -> Iterator[tuple[str, str]]:
    """By subject, how to move a plan whose day has passed."""
    today = answer.week.today
    for outlook in answer.week.planned:
        plan = outlook.plan
        if plan.due < today:
            day = propose_day(outlook, today)
            command = f"tracker plan {plan.subject} --by {day}"
            yield plan.subject, f"To move it: {command}"


def _plan(plan: PlanStatus, today: date, moves: dict[str, str]) -> TitledLines:
    sentences = (_say_plan(plan, today), moves.get(plan.subject))
    return TitledLines(plan.title, tuple(filter(None, sentences)))


def _say_plan(plan: PlanStatus, today: date) -> str:
    """`Planned for 31 Jan 2027, in 69 days; set 23 Nov 2026, moved once`, as a sentence."""
    if plan.state == "open":
        due, made = say_date(plan.due, ANY_YEAR), say_date(plan.made_on, ANY_YEAR)
        distance = say_distance((plan.due - today).days)
        said = f"planned for {due}, {distance}; set {made}, {say_moves(plan.moves)}"
    elif plan.state in DONE:
        said = say_done(plan, ANY_YEAR)
    else:
        said = say_given_up(plan, ANY_YEAR)
    return f"{said[:1].upper()}{said[1:]}."


def forecasts_section(answer: PageAnswer) -> Markup | None:
    """Each forecast with its ranges and what it rests on, then the track record.

    None where there is neither.
    """
    answered = answer.forecast
    if answered is None or not (answered.forecasts or answered.record.due):
        return None
    forecasts = [_forecast(each, answered, answer) for each in answered.forecasts]
    notes = (*_say_why_not(answer), say_record(answered) or NO_TRACK_RECORD)
    return fill("plans.html", groups=[("", forecasts)], notes=notes)


def say_how_to_forecast(answer: PageAnswer) -> str:
    """What a forecast needs."""
    return " ".join(_say_why_not(answer)) or TO_FORECAST


def _say_why_not(answer: PageAnswer) -> Iterator[str]:
    """Why some of what is planned or in progress has no forecast."""
    titles = {plan.subject: plan.title for plan in answer.plans}
    doing = [item for item in answer.next.items.values() if item.status == "doing"]
    titles |= {item.slug: item.title for item in doing}
    for sentence in answer.no_forecast:
        yield say_names(sentence, titles)


def _forecast(
    forecast: Forecast, answered: ForecastAnswer, answer: PageAnswer
) -> TitledLines:
    titles = {slug: answer.titles[slug] for slug in forecast.subject.items}
    return TitledLines(
        forecast.subject.title,
        tuple(forecast_sentences(forecast, answered.basis)),
        (
            f"Left: {say_names(say_left(forecast), titles)}.",
            f"Pace: {say_share(forecast, answered.basis)}.",
        ),
        draw_range(forecast, answer.week.today),
    )
