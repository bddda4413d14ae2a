"""`export`: reports for other people."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.damage import check_whole, checked_meanwhile
from tracker.database.library import library
from tracker.export.input_files import input_files
from tracker.export.output_file import (
    Content,
    WrittenFileData,
    check_place,
    hold_back,
    write_whole,
)
from tracker.export.protected_files import check_unprotected
from tracker.export.render.demo_notice import add_demo_notice
from tracker.export.render.formats import missing_letters
from tracker.export.render.reports import ExportReport, lay_out, with_remarks
from tracker.export.rules.formats import is_binary
from tracker.export.rules.kinds import KINDS, choose_format, say_formats
from tracker.export.rules.options import (
    ExportOptions,
    check_kind,
    check_options,
    check_tags,
    choose_days,
)
from tracker.export.service.request import ExportRequest, ExportResult
from tracker.modules import load_module
from tracker.output import print_document
from tracker.system import join
from tracker.text.columns import wrap
from tracker.text.params import AmountParam, DayParam, PeriodParam
from tracker.text.screen import SCREEN, USUAL, is_terminal


@command(
    "export",
    examples="""tracker export progress
                tracker export cv -o cv.pdf
                tracker export application --for taif --answers taif.toml -o taif.md
                tracker export application --for taif --field track-record
                tracker export update --for manifund-update --period 2026Q4
                tracker export hours --item ziegler-2019 --cap 20h --by day
                tracker export sessions --since "1 may" -o sessions.csv --redact
                tracker export plan -o plan.ics""",
)
@argument("kind", metavar="KIND", required=False, choices=KINDS)
@option(
    "--for", "funder", metavar="FUNDER", help="Whose form; tracker funders lists them."
)
@option("--format", "form", help=f"{say_formats()}")
@option("--since", kind=DayParam(), help="From this day.")
@option("--until", kind=DayParam(), help="Up to and including this day.")
@option(
    "--period",
    kind=PeriodParam(),
    help='A period: 2026-05, 2026-W24, 2026Q2, "last month".',
)
@option(
    "--answers",
    metavar="FILE",
    help="Your answers to a form, in TOML; a missing file is created for you.",
)
@option("--field", metavar="KEY", help="Print one field of a form, to paste.")
@option(
    "--worksheet",
    is_flag=True,
    default=None,
    help="Print all that a form asks: limits, notes, empty fields, facts to use.",
)
@option(
    "--budget",
    metavar="FILE",
    help="Your budget, in TOML (default: budget.toml beside the database).",
)
@option(
    "--forecast",
    is_flag=True,
    default=None,
    help="Add a new forecast of each plan; without it there is none.",
)
@option(
    "--only",
    metavar="WORK",
    multiple=True,
    help="Only this work; repeat it for more, in the order to list them.",
)
@option("--item", metavar="ITEM", help="hours: only this item.")
@option(
    "--cap",
    kind=AmountParam(),
    help="hours: warn when the counted hours reach this; nothing is cut.",
)
@option("--by", choices=["day"], help="hours: add a table with a row a day.")
@option(
    "--tags",
    is_flag=True,
    default=None,
    help="hours: show your own tags, which may name somebody.",
)
@option("-o", "--output", metavar="FILE", help="Write to this file; - prints it.")
@option("--force", is_flag=True, help="Replace the file if it exists.")
@option(
    "--redact",
    is_flag=True,
    help="Leave out your name, email and profile links, notes, reasons, your part and "
    "summaries of works, and your own tags; titles and links of works stay.",
)
def export(
    app: App, /, kind: str | None, output: str | None, force: bool, **typed: Any
) -> None:
    """Export your record for a mentor, a grant or a spreadsheet.

    KIND is one of: progress (evidence, open requirements, hours); cv (one page: work,
    what is in progress, courses, letters, hours); update (what you produced since the
    last one or the application, changes of view, decisions; --for a report's form
    fills in that form); application (a funder's form, filled in with your facts);
    hours (of a time-boxed task: the tags +not-counted, +extra and +agent keep sessions
    apart); sessions (one line each); plan (planned days and breaks, for the calendar
    of a phone).

    Facts that are not recorded are left out. No sentence is written for you.
    """
    file = None if output in (None, "-") else Path(output)
    options = _options(app, check_kind(kind), file, typed)
    if file:
        check_unprotected(file, app.path, input_files(options, app.path))
        check_place(file, force=force)
    result = _build(app, options)
    content = _lay_out(app, result, options.form, _width(file))
    if file is None:
        # One field is printed as it is, for a clipboard; a prompt needs a line of its own.
        is_bare = options.field and options.form != "json"
        for part in hold_back(content):
            print_document(part, nl=bool(is_bare))
        return
    size = write_whole(file, content, force=force)
    app.file = str(file)
    data = WrittenFileData(file=str(file), format=options.form, bytes=size)
    summary = f"{options.kind}{result.summary} as {options.form}, {size:,} bytes"
    text = wrap(f"Wrote {file}: {summary}.")
    app.show("export", data, lambda data: data, lambda _: text)


def _options(
    app: App, kind: str, file: Path | None, typed: dict[str, Any]
) -> ExportOptions:
    since, until, period = (typed.pop(name) for name in ("since", "until", "period"))
    days = choose_days(since, until, period, app.today)
    form, redact = typed.pop("form"), typed.pop("redact")
    others = {name: value for name, value in typed.items() if value not in (None, ())}
    check_options(kind, others)
    check_tags(redact=redact, tags="tags" in others)
    chosen = choose_format(
        kind,
        form,
        file.name if file else "",
        as_json=app.as_json,
        on_terminal=is_terminal(sys.stdout),
        is_field="field" in others,
    )
    return ExportOptions(kind, chosen, days, redact, **others)


def _build(app: App, options: ExportOptions) -> ExportResult:
    forecasts = None
    if options.forecast:
        plans = load_module("tracker.plans.commands.forecast")
        forecasts = plans.save_measured_forecasts(app)
    request = ExportRequest(
        options=options,
        today=app.today,
        settings=app.settings,
        database=app.path,
        open=partial(_open_checked, app),
        remark=app.remark,
        retype=partial(_retype, app.arguments, options),
        forecasts=forecasts,
    )
    # A kind's module is imported when it is asked for, as a command's is.
    service = load_module(f"tracker.export.service.kinds.{options.kind}")
    result: ExportResult = service.build(request)
    return result


@contextmanager
def _open_checked(app: App, *, meanwhile: bool = False) -> Iterator[Connection]:
    """The database, known to be whole; with `meanwhile` that is known at the end."""
    opened = app.open(write=False)
    if not meanwhile:
        check_whole(app.path, opened)
    check = checked_meanwhile(app.path) if meanwhile else nullcontext()
    with check, library(app) as db:
        yield db


def _retype(
    typed: Sequence[str],
    options: ExportOptions,
    *added: str,
    without: Sequence[str] = (),
    kind: str = "",
) -> str:
    """The command as typed, but changed, and without the file that it writes.

    What comes before `export` is left out, and so is a format that needs a file.
    """
    without = [*without, "-o", "--output", "--force"]
    if is_binary(options.form):
        without.append("--format")
    words = list(typed[typed.index("export") + 1 :])
    words[words.index(options.kind)] = kind or options.kind
    corrections = load_module("tracker.corrections")
    changed = corrections.retype(words, export, added=added, without=without)
    return join(["tracker", "export", *changed])


def _width(file: Path | None) -> int:
    """The columns of the terminal; in a file or a pipe, the same ones everywhere."""
    if file or not is_terminal(sys.stdout):
        return USUAL
    return SCREEN.columns


def _lay_out(app: App, result: ExportResult, form: str, width: int) -> Content:
    """The export in its format; what the person should know is remarked."""
    content: ExportReport | Content = result.report
    if isinstance(content, ExportReport):
        report = add_demo_notice(content) if app.settings.is_demo else content
        content = lay_out(report, form, width)
        letters = missing_letters(report.document, form)
        if letters:
            app.remark(
                f"The fonts of a {form.upper()} lack these letters; they appear as "
                f"empty boxes: {' '.join(letters)}"
            )
    if app.as_json and form == "json" and not isinstance(content, bytes):
        parts = [content] if isinstance(content, str) else content
        return with_remarks(parts, app.remarks)
    return content
