"""ready."""

from datetime import date

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.library import library
from tracker.errors import Unreadable
from tracker.readiness.commands.variant import VARIANT
from tracker.readiness.commands.what_if import read_what_if, say_what_if
from tracker.readiness.service.ready import (
    read_changes,
    read_comparison,
    read_ready,
    suppose,
)
from tracker.readiness.service.role_choice import choose_role
from tracker.readiness.view.changes import changes_data, changes_text
from tracker.readiness.view.ready import ready_text
from tracker.readiness.view.ready_json import ready_data, roles_data
from tracker.readiness.view.roles import roles_text
from tracker.text.params import DayParam


@command(
    "ready",
    examples="""
    tracker ready
    tracker ready professor --helpful
    tracker ready research-lead-theoretical --variant mathematical
    tracker ready --roles
    tracker ready --since 2026-09-01
    tracker ready --if "reach gpt2-small --evidence repo:git.example/gpt2"
    tracker ready --if "rate research-taste moderate; done ppo"
    """,
)
@argument("role", required=False)
@VARIANT
@option("--roles", "compare", is_flag=True, help="Compare all roles.")
@option(
    "--helpful", "--helps", "show_helpful", is_flag=True, help="List helpful lines too."
)
@option("--since", kind=DayParam(), metavar="DAY", help="Show what changed after DAY.")
@option(
    "--if",
    "what_if",
    multiple=True,
    metavar="COMMAND",
    help="Show what reach, rate, done or known would change, several divided by ; or each "
    "with its own --if. Writes nothing.",
)
def ready(
    app: App,
    role: str | None,
    variant: str | None,
    compare: bool,
    show_helpful: bool,
    since: date | None,
    what_if: tuple[str, ...],
) -> None:
    """Show how ready you are for a role, line by line, with the reason for each.

    Without ROLE it is about your target. Each line is open, claimed, practised, shown
    (there is evidence that others can open) or verified (a letter or review confirms
    it). ~ marks our inference from the guide, ^ a level that is ours; the number is the
    guide's line. All about a role: tracker show ROLE.
    """
    questions = {"--roles": compare, "--since": since, "--if": what_if}
    _check_one_question([key for key, value in questions.items() if value], role)
    if compare and (role or variant or show_helpful):
        hint = "To compare them: tracker ready --roles"
        raise Unreadable("--roles compares all roles.", hint)
    if compare:
        _show_comparison(app)
    elif since:
        _show_changes(app, role, variant, since)
    else:
        _show_ready(app, role, variant, what_if, show_helpful=show_helpful)


def _check_one_question(asked: list[str], role: str | None) -> None:
    """Raises Unreadable, with a command for each, where several options are `asked`."""
    if len(asked) < 2:
        return
    # --roles goes with no role.
    possible = [option for option in asked if option != "--roles" or not role]
    raise Unreadable(
        "--roles, --since and --if are three different questions.",
        "Type one at a time.",
        without=[" ".join({*asked} - {option}) for option in possible],
    )


def _show_comparison(app: App) -> None:
    with library(app) as db:
        answer = read_comparison(db)
    app.show("readiness", answer, roles_data, roles_text)


def _show_changes(app: App, role: str | None, variant: str | None, since: date) -> None:
    with library(app) as db:
        choice = choose_role(db, app.settings, role, variant)
        answer = read_changes(db, choice, app.today, since)
    app.show("readiness", answer, changes_data, changes_text)


def _show_ready(
    app: App,
    role: str | None,
    variant: str | None,
    what_if: tuple[str, ...],
    *,
    show_helpful: bool,
) -> None:
    commands = read_what_if(what_if, app)
    with library(app) as db:
        choice = choose_role(db, app.settings, role, variant)
        if commands:
            answer = suppose(
                db,
                choice,
                app.today,
                commands,
                text=say_what_if(what_if),
                show_helpful=show_helpful,
            )
        else:
            answer = read_ready(
                db,
                choice,
                app.today,
                show_helpful=show_helpful,
                is_target=not role and not variant,
            )
    app.show("readiness", answer, ready_data, ready_text)
