"""`applied`: record that an application or a report was sent."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.damage import check_whole
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.errors import FileProblem, Unreadable
from tracker.export.render.form_dates import say_dated
from tracker.export.rules.applications import has_currency
from tracker.export.rules.forms import Funder, find_form
from tracker.export.service.applications import (
    MILESTONE,
    RecordedApplication,
    SentDetails,
    record_application,
)
from tracker.export.service.forms import read_forms
from tracker.export.view.applications import applied_text
from tracker.export.view.applications_json import applied_data
from tracker.input_file import InputFile
from tracker.system import join, say_reason
from tracker.text.days import check_not_future, say_day
from tracker.text.params import DayParam


@command(
    "applied",
    examples="""tracker applied taif --asked '30,000 USD' --on yesterday --file taif.md
                tracker applied taif --report""",
)
@argument("funder")
@option(
    "--asked", metavar="AMOUNT", help="The amount you asked for, with its currency."
)
@option("--on", "day", kind=DayParam(), help="The day you sent it (default: today).")
@option("--file", metavar="FILE", help="The file you sent.")
@option("--report", is_flag=True, help="It is a report on your work, no application.")
def applied(
    app: App,
    funder: str,
    asked: str | None,
    day: date | None,
    file: str | None,
    *,
    report: bool,
) -> None:
    """Record that you applied, or sent a report. Your plan is saved as promised.

    A form for reports, such as manifund-update, needs no --report.

    With --on, your plan of that day is saved. Later exports for the same funder compare
    it with what you delivered, and list each change with its date and reason. The next
    export update begins on that day.
    """
    form = find_form(funder, read_forms(app.path, app.remark, funder))
    details = SentDetails(day or app.today, _amount(asked), _file(file), report)
    hint = "Record it once it is sent."
    check_not_future(details.day, app.today, hint, without=["--on"])
    check_whole(app.path, app.open(write=False))
    with library(app, write=True) as db:
        recorded = record_application(db, form, details, instant_to_seconds(app.now))
    for remark in _remarks(recorded, form, app):
        app.remark(remark)
    show = partial(applied_text, app.today)
    app.show("applied", recorded.status, applied_data, show)


def _amount(asked: str | None) -> str | None:
    """The amount without outer blanks; raises Unreadable where nothing is left."""
    if asked is not None and not asked.strip():
        raise Unreadable(
            "--asked is empty.",
            "Type an amount with its currency, such as --asked '30,000 USD'.",
            without=["--asked"],
            added=[("--asked", "AMOUNT")],
        )
    return asked and asked.strip()


def _file(file: str | None) -> str | None:
    """The file as typed; raises FileProblem where there is none that can be read."""
    try:
        if file is not None:
            InputFile(file)
    except OSError as fault:
        is_missing = isinstance(fault, FileNotFoundError)
        reason = f"{file} cannot be read: {say_reason(fault)}."
        raise FileProblem(
            f"There is no file {file}." if is_missing else reason,
            "Check its name, or leave --file out.",
            without=["--file"],
        ) from fault
    return file


def _remarks(recorded: RecordedApplication, form: Funder, app: App) -> Iterator[str]:
    """What the person should check or do about what was just recorded."""
    application = recorded.status.application
    if recorded.earlier:
        yield _say_earlier(recorded, app.today)
    if application.asked and not has_currency(application.asked):
        yield (
            f"{application.asked} has no currency. To add it:\n  tracker undo\n"
            f"  {_with_currency(app, application.asked)}"
        )
    if form.status == "closed" and not application.is_report:
        yield f"{form.title} is closed as of {say_dated(form.as_of)}."
    late = [line for line in application.plan if line.due < application.day]
    if late:
        plans = ", ".join(f"{line.subject} ({line.due})" for line in late)
        yield f"Promised for a date that had already passed: {plans}."
    if late and application.day == app.today:
        yield (
            "To promise a later date:\n  tracker undo\n"
            f"  tracker plan {late[0].subject} --by DAY\n  {_join(app.arguments)}"
        )
    if not application.is_report and not recorded.reached:
        yield (
            "To mark the milestone of an application as reached:\n"
            f"  tracker reach {MILESTONE}{_on(application.day, app.today)}"
        )


def _with_currency(app: App, asked: str) -> str:
    """The command as typed, with a currency after the amount."""
    amounts = {word: f"{word} USD" for word in (asked, f"--asked={asked}")}
    return _join(amounts.get(word.strip(), word) for word in app.arguments)


def _join(words: Iterable[str]) -> str:
    return join(["tracker", *words])


def _on(day: date, today: date) -> str:
    return "" if day == today else f" --on {day}"


def _say_earlier(recorded: RecordedApplication, today: date) -> str:
    """That one of this kind and day was recorded before."""
    application, asked = recorded.status.application, recorded.earlier[-1].asked
    amount = f", asked for {asked}" if asked else ""
    day = say_day(application.day, today)
    sent = recorded.status.pledge.title
    if not application.is_report:
        sent = f"an application to {sent}"
    return (
        f"You already recorded {sent} on {day}{amount}. "
        "If this is the same one: tracker undo"
    )
