"""`ask`."""

from contextlib import nullcontext
from datetime import date
from functools import partial

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.library import library, unrecorded_transaction
from tracker.database.values import instant_to_seconds
from tracker.errors import DatabaseProblem, Unreadable
from tracker.journal.rules.checks import INSTEAD_OF_A_FUTURE_DAY
from tracker.plans.commands.prompts import text_of_editor, type_line
from tracker.plans.rules.notes import Note
from tracker.plans.rules.questions import Prompt, answer_to
from tracker.plans.service.questions import list_questions, next_question
from tracker.plans.store.notes import save_note
from tracker.plans.store.questions import save_left
from tracker.plans.view.notes import note_saved_text, notes_data
from tracker.plans.view.questions import (
    answer_saved_text,
    left_text,
    prompt_data,
    prompt_text,
    prompts_data,
    prompts_text,
)
from tracker.text.days import check_not_future
from tracker.text.params import DayParam


@command(
    "ask",
    examples="""
    tracker ask
    tracker ask --list
    tracker ask phd
    tracker ask decision
    tracker ask wellbeing --editor
    tracker ask view --answer "mostly inner alignment, less sure than in May"
    """,
)
@argument("name", required=False, metavar="[SUBJECT|KIND|NAME]")
@option("--list", "is_list", is_flag=True, help="List the questions instead.")
@option("--answer", metavar="TEXT", help="Give the answer here.")
@option("--on", "day", kind=DayParam(), help="The day of it (default: today).")
@option("--editor", is_flag=True, help="Write the answer in your editor.")
@option(
    "--private",
    is_flag=True,
    help="Leave this answer out of every export (always so for wellbeing).",
)
def ask(
    app: App,
    name: str | None,
    is_list: bool,
    answer: str | None,
    day: date | None,
    editor: bool,
    private: bool,
) -> None:
    """Answer one of the guide's questions.

    It asks a question that you have not seen yet, else the one that you answered or
    left longest ago. Questions that matter for your target come first. An empty line
    saves no answer: the question comes again after the others. Earlier answers are
    shown.

    Choose questions by subject, such as phd, or by kind (view, forecast, decision or
    wellbeing), or one by its name.
    """
    _check_options(is_list=is_list, has_answer=answer is not None, editor=editor)
    if is_list:
        _show_list(app, name)
        return
    with library(app) as db:
        prompt = next_question(db, app.settings, name)
    written = day or app.today
    check_not_future(written, app.today, INSTEAD_OF_A_FUTURE_DAY)
    if answer is not None:
        note = answer_to(prompt, answer, written, private=private)
        _save(app, note)
        app.show("note", [note], notes_data, partial(answer_saved_text, app.today))
        return
    app.show("ask", prompt, prompt_data, partial(prompt_text, app.today))
    if not app.as_json:
        _answer_now(app, prompt, written, editor=editor, private=private)


def _check_options(*, is_list: bool, has_answer: bool, editor: bool) -> None:
    """Raises Unreadable where two options exclude each other."""
    if is_list and (has_answer or editor):
        raise Unreadable(
            "--list answers no question.",
            "Leave --list out to answer, or type it alone.",
            without=["--list", "--answer --editor"],
        )
    if has_answer and editor:
        raise Unreadable(
            "--answer and --editor do not go together.",
            "Type only one of them.",
            without=["--editor", "--answer"],
        )


def _show_list(app: App, name: str | None) -> None:
    with library(app) as db:
        prompts = list_questions(db, name)
    app.show("questions", prompts, prompts_data, prompts_text)


def _answer_now(
    app: App, prompt: Prompt, day: date, *, editor: bool, private: bool
) -> None:
    with text_of_editor(app) if editor else nullcontext(type_line()) as typed:
        if not typed.strip():
            _leave(app, prompt)
            return
        note = answer_to(prompt, typed, day, private=private)
        _save(app, note)
    app.show("note", [note], notes_data, partial(note_saved_text, app.today))


def _leave(app: App, prompt: Prompt) -> None:
    """Save, outside the history, that the question was left: it is nothing to undo.

    Where the database cannot be written, a remark says so.
    """
    try:
        with unrecorded_transaction(app) as db:
            save_left(db, prompt.slug, app.today, instant_to_seconds(app.now))
    except DatabaseProblem as fault:
        app.remark(fault.message)
    app.remark(left_text(prompt))


def _save(app: App, note: Note) -> None:
    with library(app, write=True) as db:
        save_note(db, note, instant_to_seconds(app.now))
