"""`review`."""

import sys
from contextlib import nullcontext
from datetime import date
from functools import partial

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.errors import Unreadable
from tracker.plans.commands.prompts import text_of_editor, type_line
from tracker.plans.commands.shared import read_week_words
from tracker.plans.rules.notes import Note
from tracker.plans.rules.review import check_can_plan, default_monday, plan_note
from tracker.plans.rules.week_hours import ONE_WEEK
from tracker.plans.service.review import read_review
from tracker.plans.store.notes import save_note
from tracker.plans.store.week_plans import read_week_plan
from tracker.plans.view.notes import note_saved_text, notes_data
from tracker.plans.view.review import ask_text, review_data, review_text
from tracker.system import join
from tracker.text.screen import is_terminal


@command(
    "review",
    examples="""
    tracker review
    tracker review --plan "two evenings on ppo, then write it up"
    tracker review -1
    """,
    takes_dashes=True,  # `-1` is a week
)
@argument("words", nargs=-1, metavar="[WEEK]")
@option("--plan", "plan", metavar="TEXT", help="The plan of the next week.")
@option("--editor", is_flag=True, help="Write that plan in your editor.")
def review(app: App, words: tuple[str, ...], plan: str | None, editor: bool) -> None:
    """Look back at a week, and plan the next one in a line.

    It shows your hours, what you planned and what changed. Then it asks for the plan of
    the next week, which `week` shows and the next review compares. An empty line saves
    nothing. Without a terminal it does not ask.

    WEEK is this week; on a Monday it is last week. Or name it: -1, last, 2026-W40.
    """
    monday = read_week_words(words, app.today) if words else default_monday(app.today)
    next_monday = monday + ONE_WEEK
    if plan is not None or editor:
        _check_options(next_monday, app.today, both=plan is not None and editor)
    if plan is not None:
        _save(app, plan_note(plan, next_monday, app.today))
    with library(app) as db:
        answer = read_review(db, monday, app.now, app.today, app.settings)
    answer = answer._replace(is_saved=plan is not None)
    can_ask = not app.as_json and (editor or is_terminal(sys.stdin))
    asks = can_ask and plan is None and answer.can_plan
    hint = "" if asks else join(["tracker", "review", *words, "--plan", "TEXT"])
    app.show("review", answer, review_data, partial(review_text, app.zone, hint))
    if asks:
        _plan_now(app, next_monday, editor=editor)


def _check_options(next_monday: date, today: date, *, both: bool) -> None:
    """Raises Unreadable for two ways to plan, Refused where that week is over."""
    if both:
        raise Unreadable(
            "--plan and --editor do not go together.",
            "Type only one of them.",
            without=["--editor", "--plan"],
        )
    check_can_plan(next_monday, today)


def _plan_now(app: App, monday: date, *, editor: bool) -> None:
    """Ask for the plan of the week of `monday`, and save it."""
    if not editor:
        app.print_text(ask_text(monday, app.today))
    with text_of_editor(app) if editor else nullcontext(type_line()) as typed:
        if not typed.strip():
            app.remark("Nothing was saved.")
            return
        note = plan_note(typed, monday, app.today)
        _save(app, note)
    app.show("note", [note], notes_data, partial(note_saved_text, app.today))


def _save(app: App, note: Note) -> None:
    with library(app, write=True) as db:
        before = read_week_plan(db, note.week) if note.week else ""
        save_note(db, note, instant_to_seconds(app.now))
    if before and before != note.text:
        app.remark(f"This replaces the plan that you had: {before}")
