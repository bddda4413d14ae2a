"""A review: a look back at a week, and the line planned for the next."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.errors import Refused
from tracker.plans.rules.notes import Note, check_note_text
from tracker.plans.rules.questions import Prompt
from tracker.plans.rules.week_hours import ONE_WEEK, SIX_DAYS
from tracker.plans.rules.week_look import WeekLook
from tracker.text.columns import clean_title
from tracker.text.days import say_day
from tracker.text.periods import week_start


class Review(NamedTuple):
    """A week, its `aim` in seconds, a question to answer, and the plan of the next week.

    `is_saved` says that this call saved that plan.
    """

    look: WeekLook
    aim: int | None = None
    question: Prompt | None = None
    next_plan: str | None = None
    is_saved: bool = False

    @property
    def next_monday(self) -> date:
        """The first day of the week after it."""
        return self.look.hours.since + ONE_WEEK

    @property
    def can_plan(self) -> bool:
        """Whether the week after it is not over."""
        return self.next_monday + SIX_DAYS >= self.look.today


def default_monday(today: date) -> date:
    """The week to review: on a Monday the one that has ended, else this one."""
    return week_start(today - ONE_WEEK) if today.weekday() == 0 else week_start(today)


def check_can_plan(monday: date, today: date) -> None:
    """Raises Refused where the week of `monday`, to be planned, is over."""
    if monday + SIX_DAYS < today:
        raise Refused(
            f"The week of {say_day(monday, today)} is over.",
            "To plan the coming week: tracker review --plan TEXT",
            without=["--plan --editor"],
        )


def plan_note(text: str, monday: date, today: date) -> Note:
    """The line planned for the week of `monday`; line breaks become blanks.

    Raises Unreadable for no text, and for a placeholder.
    """
    return Note(today, check_note_text(clean_title(text)), week=monday)


def is_question_due(prompts: Sequence[Prompt], today: date) -> bool:
    """Whether no question was answered or left within the last week."""
    left = [prompt.left for prompt in prompts if prompt.left]
    answered = [prompt.answers[-1].day for prompt in prompts if prompt.answers]
    return max([*left, *answered], default=date.min) <= today - ONE_WEEK
