"""`ask`."""

import sys
from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.choices import PROMPT_KINDS
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.errors import Unreadable
from tracker.plans.rules.notes import Note, Prompt, answer_to, choose_prompt
from tracker.plans.store.notes import read_notes, read_prompts, save_note
from tracker.plans.view.notes import (
    NOT_ANSWERED,
    answer_saved_text,
    note_saved_text,
    notes_data,
    prompt_data,
    prompt_text,
)


@command(
    "ask",
    examples="""
    tracker ask
    tracker ask decision
    tracker ask wellbeing --editor
    tracker ask view --answer "mostly inner alignment, less sure than in May"
    """,
)
@click.argument("kind", required=False, metavar=f"[{'/'.join(PROMPT_KINDS)}]")
@click.option("--answer", metavar="TEXT", help="Give the answer here.")
@click.option("--editor", is_flag=True, help="Write the answer in your editor.")
@click.option(
    "--private",
    is_flag=True,
    help="Leave this answer out of every export (always so for wellbeing).",
)
@pass_app
def ask(
    app: App, kind: str | None, answer: str | None, editor: bool, private: bool
) -> None:
    """Answer one of the guide's questions.

    It asks a question that you have not answered yet, else the one that you answered
    longest ago. It shows your earlier answers. An empty line saves nothing. To
    answer one question in particular, type its name.
    """
    if answer is not None and editor:
        raise Unreadable(
            "--answer and --editor do not go together.",
            "Type only one of them.",
            without=["--editor", "--answer"],
        )
    with library(app) as db:
        prompt = choose_prompt(read_prompts(db, read_notes(db)), kind)
    if answer is not None:
        note = answer_to(prompt, answer, app.today, private=private)
        _save(app, note)
        app.show("note", [note], notes_data, partial(answer_saved_text, app.today))
        return
    app.show("ask", prompt, prompt_data, partial(prompt_text, app.today))
    if not app.as_json:
        _answer_now(app, prompt, editor=editor, private=private)


def _answer_now(app: App, prompt: Prompt, *, editor: bool, private: bool) -> None:
    typed = _edit_answer() if editor else _type_answer()
    if not typed.strip():
        app.remark(NOT_ANSWERED)
        return
    note = answer_to(prompt, typed, app.today, private=private)
    _save(app, note)
    app.show("note", [note], notes_data, partial(note_saved_text, app.today))


def _save(app: App, note: Note) -> None:
    with library(app, write=True) as db:
        save_note(db, note, instant_to_seconds(app.now))


def _edit_answer() -> str:
    """The answer written in the editor; empty where nothing was saved.

    Raises Unreadable where the editor does not run.
    """
    try:
        return click.edit(require_save=True) or ""
    except click.ClickException as fault:
        raise Unreadable(
            f"{fault.message}.",
            "Set $EDITOR to your editor, or type the answer here:",
            without=["--editor"],
        ) from fault


def _type_answer() -> str:
    """The line typed at the prompt; empty at the end of the input."""
    try:
        typed: str = click.prompt(
            ">", default="", show_default=False, prompt_suffix=" "
        )
    except click.Abort:
        typed = ""
    if not sys.stdin.isatty():  # no return key ended the line on the screen
        click.echo()
    return typed
