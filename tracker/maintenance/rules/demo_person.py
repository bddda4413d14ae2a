"""The invented person of `tracker demo`: all that they said and reached, on days before (or after) today."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from tracker.export.rules.tasks import INVENTED
from tracker.milestones.rules.records import Attempt, Evidence, Result
from tracker.plans.rules.breaks import Break
from tracker.plans.rules.forecasts import KeptForecast
from tracker.plans.rules.notes import Note
from tracker.plans.rules.plans import Plan
from tracker.readiness.rules.records import Rating

Ago = Callable[[int], date]
HOUR = 3600
LONG, PPO, TRANSFORMER = (
    "few-hundred-hour-replication",
    "ppo",
    "transformer-from-scratch",
)
COURSE, ADDRESS = "bluedot-technical-ai-safety", "https://example.org/invented"
TAGS = (INVENTED,)  # of every session, so that a table of them says so
SETTINGS = {
    "demo": "invented",
    "name": "Invented Person",
    "email": "invented@example.org",
    "links": ADDRESS,
    "hours-a-week": "10h00m",
    "target": "research-contributor-empirical",
}


@dataclass(frozen=True, slots=True)
class Life:
    """What the invented person said, each thing on its day.

    `states` are items done or skipped, `progress` parts of wholes; `remembered` are seconds on an item over a period,
    `applied` is a funder with what was asked of it.
    """

    remembered: tuple[str, int, date, date]
    applied: tuple[str, str, date]
    breaks: tuple[Break, ...]
    states: tuple[tuple[str, str, date], ...]
    progress: tuple[tuple[str, int, int, date], ...]
    attempts: tuple[Attempt, ...]
    results: tuple[Result, ...]
    ratings: tuple[Rating, ...]
    plans: tuple[Plan, ...]
    forecasts: tuple[KeptForecast, ...]
    notes: tuple[Note, ...]


def life_until(today: date) -> Life:
    """The year that ends on `today`."""
    ago = partial(_ago, today)
    done = {
        "3b1b-linear-algebra": 330,
        "fastai": 250,
        TRANSFORMER: 205,
        PPO: 105,
        COURSE: 95,
    }
    return Life(
        remembered=("stat110", 60 * HOUR, ago(1000), ago(900)),
        applied=("taif", "30,000 USD", ago(80)),
        breaks=(Break(ago(236), ago(223)), Break(ago(-25), ago(-35))),
        states=(
            ("learnpython", "skipped", ago(360)),
            *((item, "done", ago(day)) for item, day in done.items()),
        ),
        progress=(("ziegler-2019", 11, 20, ago(3)),),
        attempts=(
            Attempt(LONG, "ziegler-2019", ago(90), ago(88), 200 * HOUR, 260 * HOUR),
        ),
        results=tuple(_results(ago)),
        ratings=tuple(_ratings(ago)),
        plans=tuple(_plans(ago)),
        forecasts=tuple(_forecasts(ago)),
        notes=tuple(_notes(ago)),
    )


def _ago(today: date, days: int) -> date:
    return today - timedelta(days=days)


def _results(ago: Ago) -> list[Result]:
    def result(slug: str, item: str, day: int, kind: str, place: str = "") -> Result:
        return Result(
            slug, item, ago(day), ago(day), evidence=(Evidence(kind, place, ago(day)),)
        )

    return [
        result("linear-algebra-done", "3b1b-linear-algebra", 330, "self"),
        result("basic-dl-done", "fastai", 250, "repo", f"{ADDRESS}/training-loop"),
        replace(
            result(
                "transformer-in-pytorch",
                TRANSFORMER,
                205,
                "repo",
                f"{ADDRESS}/transformer",
            ),
            part="all",
        ),
        replace(
            result("rl-replication", PPO, 105, "self"),
            claimed="return 2,300",
            reproduced="return 2,190",
        ),
        result("aisf-course-done", COURSE, 95, "certificate", "on request"),
    ]


def _ratings(ago: Ago) -> list[Rating]:
    review = Evidence("review", f"{ADDRESS}/review", ago(40))
    return [
        Rating("software-engineering", "strong", "", ago(300)),
        Rating("ml-breadth", "moderate", "", ago(60)),
        Rating(
            "technical-communication",
            "moderate",
            "an invented reader",
            ago(40),
            (review,),
        ),
    ]


def _plans(ago: Ago) -> list[Plan]:
    said = [
        (PPO, 120, "", 200),
        ("alphazero-small", 60, "", 190),
        ("alphazero-small", None, "one paper of reinforcement learning is enough", 150),
        ("aisf-course-done", 90, "", 150),
        (PPO, 110, "two weeks of flu", 125),
        (LONG, -40, "main result", 88),
        (LONG, -66, "the reward model had to be trained again", 20),
    ]
    return [
        Plan(slug, slug, None if due is None else ago(due), why, ago(day))
        for slug, due, why, day in said
    ]


def _forecasts(ago: Ago) -> list[KeptForecast]:
    given = [
        (TRANSFORMER, 240, (215, 200), (222, 185), 4.5),
        (PPO, 180, (140, 125), (150, 112), 6),
        (COURSE, 140, (102, 88), (110, 75), 7),
        (LONG, 30, (-40, -75), (-20, -120), 8.5),
    ]
    return [
        KeptForecast(
            slug,
            ago(day),
            (ago(half[0]), ago(half[1])),
            (ago(most[0]), ago(most[1])),
            int(pace * HOUR),
        )
        for slug, day, half, most, pace in given
    ]


def _notes(ago: Ago) -> list[Note]:
    return [
        Note(
            ago(100),
            "After PPO: less sure that RL is my field, more sure that evaluations are.",
            changed=True,
        ),
        Note(
            ago(91),
            "One long replication, up to 400 h; then decide whether to apply.",
            decision=True,
        ),
        Note(
            ago(90),
            "About 260 h, most of them on the reward model.",
            prompt="replication-hours",
        ),
        Note(ago(55), "Two evenings a week off from now on.", private=True),
    ]
