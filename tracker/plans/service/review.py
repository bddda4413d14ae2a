"""A review read, and the line planned for the next week saved."""

from datetime import date, datetime
from sqlite3 import Connection

from tracker.database.settings import Settings
from tracker.plans.rules.questions import Prompt, choose_prompt
from tracker.plans.rules.review import Review, is_question_due
from tracker.plans.rules.week_hours import ONE_WEEK, reduced_aim
from tracker.plans.service.week_hours import read_week_timer
from tracker.plans.service.week_look import read_week_look
from tracker.plans.store.notes import read_notes
from tracker.plans.store.questions import read_prompts
from tracker.plans.store.week_plans import read_week_plan
from tracker.readiness.service.target import read_target
from tracker.text.periods import week_start


def read_review(
    db: Connection, monday: date, now: datetime, today: date, settings: Settings
) -> Review:
    """The week of `monday` until `today`, and what is planned for the week after it."""
    look = read_week_look(db, monday, today)
    if monday == week_start(today):
        timer = read_week_timer(db, now, monday, settings.day_starts)
        look = look._replace(hours=look.hours._replace(running=timer))
    return Review(
        look,
        aim=reduced_aim(settings.pace, len(look.off)),
        question=_find_question(db, today, settings),
        next_plan=read_week_plan(db, monday + ONE_WEEK),
    )


def _find_question(db: Connection, today: date, settings: Settings) -> Prompt | None:
    """The next question of `ask`, unless one was answered or left this week."""
    prompts = read_prompts(db, read_notes(db))
    if not is_question_due(prompts, today):
        return None
    return choose_prompt(prompts, None, read_target(db, settings, None).subjects)
