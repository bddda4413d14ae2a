"""note and ask."""

import sys
from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.errors import Unreadable
from tracker.plans.rules.notes import KINDS, Note, answer_to, chosen, latest, said
from tracker.plans.store.notes import read_notes, read_prompts, save_note
from tracker.plans.view.notes import (
    UNANSWERED,
    noted_text,
    notes_data,
    notes_text,
    prompt_data,
    prompt_text,
)
from tracker.text.counts import CountParam

SHOWN = 20


@command(
    "note",
    examples="""
    tracker note "read the paper with Kim"
    tracker note --decision "one more month, then apply"
    tracker note --changed --private "less sure that I like theory"
    tracker note
    """,
)
@click.argument("text", nargs=-1)
@click.option("--changed", is_flag=True, help="A view of yours changed.")
@click.option("--decision", is_flag=True, help="It is a decision.")
@click.option("--private", is_flag=True, help="For nobody else: it is in no export.")
@click.option(
    "--limit",
    type=CountParam(),
    default=SHOWN,
    metavar="N",
    help=f"List so many ({SHOWN}).",
)
@pass_app
def note(
    app: App,
    text: tuple[str, ...],
    changed: bool,
    decision: bool,
    private: bool,
    limit: int,
) -> None:
    """Write a dated line without hours. Without TEXT, list the latest; with --decision, the latest decisions."""
    if not text:
        with library(app) as db:
            found = latest(
                read_notes(db),
                limit,
                changed=changed,
                decision=decision,
                private=private,
            )
        app.show("note", found, notes_data, partial(notes_text, app.today))
        return
    _keep(app, Note(app.today, said(" ".join(text)), changed, decision, private))


@command(
    "ask",
    examples="""
    tracker ask
    tracker ask decision
    tracker ask wellbeing --editor
    tracker ask view --answer "mostly inner alignment, less sure than in May"
    """,
)
@click.argument("kind", required=False, metavar=f"[{'/'.join(KINDS)}]")
@click.option(
    "--answer", metavar="TEXT", help="The answer, instead of being asked for it."
)
@click.option("--editor", is_flag=True, help="Answer in your editor.")
@click.option(
    "--private",
    is_flag=True,
    help="For nobody else; answers about wellbeing always are.",
)
@pass_app
def ask(
    app: App, kind: str | None, answer: str | None, editor: bool, private: bool
) -> None:
    """One of the guide's questions: one you never answered, else the one answered longest ago.

    Your earlier answers are shown. An empty line leaves it for another day. A question's name asks just that one.
    """
    if answer is not None and editor:
        raise Unreadable(
            "--answer is the answer and --editor asks for one.", "Type one of them."
        )
    with library(app) as db:
        prompt = chosen(read_prompts(db), kind)
    asked = answer is None
    if answer is None:
        app.show("ask", prompt, prompt_data, partial(prompt_text, app.today))
        if app.as_json:
            return
        answer = _asked(editor)
        if not answer.strip():
            app.remark(UNANSWERED)
            return
    _keep(app, answer_to(prompt, answer, app.today, private=private), asked)


def _asked(editor: bool) -> str:
    """The answer typed; empty where there is none. Raises Unreadable where the editor does not run."""
    if editor:
        try:
            return click.edit(require_save=True) or ""
        except click.ClickException as fault:
            raise Unreadable(
                f"{fault.message}.",
                "Set $EDITOR to yours, or answer with --answer TEXT.",
            ) from fault
    try:
        typed: str = click.prompt(
            ">", default="", show_default=False, prompt_suffix=" "
        )
    except click.Abort:  # the end of the input
        typed = ""
    if not sys.stdin.isatty():  # nobody's return key has ended the line
        click.echo()
    return typed


def _keep(app: App, new: Note, asked: bool = False) -> None:
    with library(app, write=True) as db:
        save_note(db, new, instant_to_seconds(app.now))
    app.show("note", [new], notes_data, partial(noted_text, app.today, asked))
