"""The person of `tracker demo`: what they planned, reached and wrote in one year.

Every day is counted back from today; a negative number is a day to come.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from tracker.export.rules.tasks import DEMO_TAG
from tracker.limits import HOUR
from tracker.milestones.rules.records import Attempt, Evidence, Result
from tracker.plans.rules.breaks import Break
from tracker.plans.rules.forecasts import SavedForecast
from tracker.plans.rules.notes import Note
from tracker.plans.rules.plans import Plan
from tracker.readiness.rules.records import Rating

DaysAgo = Callable[[int], date]
REPLICATION = "few-hundred-hour-replication"
PPO = "ppo"
TRANSFORMER = "transformer-from-scratch"
COURSE = "bluedot-technical-ai-safety"
LINEAR_ALGEBRA = "3b1b-linear-algebra"
ADDRESS = "https://example.org/demo"
TAGS = (DEMO_TAG,)  # of every session, so that each row of a table says so
SETTINGS = {
    "demo": "yes",
    "name": "Demo Person",
    "email": "demo@example.org",
    "links": ADDRESS,
    "hours-a-week": "10h00m",
    "target": "research-contributor-empirical",
}
# Items done, and how many days ago.
DONE = {LINEAR_ALGEBRA: 330, "fastai": 250, TRANSFORMER: 205, PPO: 105, COURSE: 95}


@dataclass(frozen=True, slots=True)
class DemoYear:
    """What the demo person recorded besides sessions, each thing on its day.

    `remembered` is an item with its seconds from memory over a period, `applied` a
    funder with the amount asked for, `states` are items done or skipped, `progress`
    items with the part done of the whole.
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
    forecasts: tuple[SavedForecast, ...]
    notes: tuple[Note, ...]


def demo_year(today: date) -> DemoYear:
    """The year that ends on `today`."""
    ago = partial(_days_before, today)
    return DemoYear(
        remembered=("stat110", 60 * HOUR, ago(1000), ago(900)),
        applied=("taif", "30,000 USD", ago(80)),
        breaks=(Break(ago(236), ago(223)), Break(ago(-25), ago(-35))),
        states=tuple(_states(ago)),
        progress=(("ziegler-2019", 11, 20, ago(3)),),
        attempts=(_attempt(ago),),
        results=tuple(_results(ago)),
        ratings=tuple(_ratings(ago)),
        plans=tuple(_plans(ago)),
        forecasts=tuple(_forecasts(ago)),
        notes=tuple(_notes(ago)),
    )


def _days_before(today: date, days: int) -> date:
    return today - timedelta(days=days)


def _states(ago: DaysAgo) -> list[tuple[str, str, date]]:
    done = [(item, "done", ago(days)) for item, days in DONE.items()]
    return [("learnpython", "skipped", ago(360)), *done]


def _attempt(ago: DaysAgo) -> Attempt:
    return Attempt(
        REPLICATION,
        "ziegler-2019",
        since=ago(90),
        entered=ago(88),
        low=200 * HOUR,
        high=260 * HOUR,
    )


def _results(ago: DaysAgo) -> list[Result]:
    def result(slug: str, item: str, kind: str, place: str = "") -> Result:
        """A result on the day its item was done, with one piece of evidence."""
        day = ago(DONE[item])
        return Result(slug, item, day, day, evidence=(Evidence(kind, place, day),))

    grades, code = f"{ADDRESS}/grades", f"{ADDRESS}/transformer"
    transformer = result("transformer-in-pytorch", TRANSFORMER, "repo", code)
    ppo = result("rl-replication", PPO, "self")
    certificate = f"BlueDot Impact, {ago(DONE[COURSE])}"
    return [
        result("linear-algebra-done", LINEAR_ALGEBRA, "self"),
        result("basic-dl-done", "fastai", "certificate", grades),
        transformer._replace(part="all"),
        ppo._replace(claimed="return 2,300", reproduced="return 2,190"),
        result("aisf-course-done", COURSE, "certificate", certificate),
    ]


def _ratings(ago: DaysAgo) -> list[Rating]:
    review = Evidence("review", f"{ADDRESS}/review", ago(40))
    return [
        Rating("software-engineering", "strong", "", ago(300)),
        Rating("ml-breadth", "moderate", "", ago(60)),
        Rating(
            "technical-communication",
            "moderate",
            "a demo reader",
            day=ago(40),
            evidence=(review,),
        ),
    ]


def _plans(ago: DaysAgo) -> list[Plan]:
    """Plans as they were made: what, due how many days ago, why, made when."""
    rows = [
        (PPO, 120, "", 200),
        ("alphazero-small", 60, "", 190),
        ("alphazero-small", None, "one RL replication is enough", 150),
        ("aisf-course-done", 90, "", 150),
        (PPO, 110, "I had the flu for two weeks", 125),
        (REPLICATION, -40, "I want the main result by then", 88),
        (REPLICATION, -66, "I had to train the reward model again", 20),
    ]
    plans = []
    for slug, due_ago, reason, day_ago in rows:
        due = None if due_ago is None else ago(due_ago)
        plans.append(Plan(slug, slug, due, because=reason, day=ago(day_ago)))
    return plans


def _forecasts(ago: DaysAgo) -> list[SavedForecast]:
    """Forecasts: of what, made when, narrow range, wide range, hours a week."""
    rows = [
        (TRANSFORMER, 240, (215, 200), (222, 185), 4.5),
        (PPO, 180, (140, 125), (150, 112), 6),
        (COURSE, 140, (102, 88), (110, 75), 7),
        (REPLICATION, 30, (-40, -75), (-20, -120), 8.5),
    ]
    return [
        SavedForecast(
            subject=slug,
            day=ago(day_ago),
            half=(ago(half[0]), ago(half[1])),
            most=(ago(most[0]), ago(most[1])),
            pace=int(pace * HOUR),
        )
        for slug, day_ago, half, most, pace in rows
    ]


def _notes(ago: DaysAgo) -> list[Note]:
    return [
        Note(
            ago(100),
            "After PPO I am less sure about RL, and more interested in evaluations.",
            changed=True,
        ),
        Note(
            ago(91),
            "I will do one long replication, up to 400 h, then decide about applying.",
            decision=True,
        ),
        Note(
            ago(90),
            "I expect about 260 h, most of them on the reward model.",
            prompt="replication-hours",
        ),
        Note(ago(55), "From now on I take two evenings off a week.", private=True),
    ]
