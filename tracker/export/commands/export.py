"""`export`: one's record for others."""

from pathlib import Path
from typing import Any

import click

from tracker.app import App, command, pass_app
from tracker.export.commands.dispatch import make_export
from tracker.export.output_file import check_place, write_whole
from tracker.export.render.demo_notice import add_demo_notice
from tracker.export.render.formats import missing
from tracker.export.render.reports import ExportReport, lay_out, with_remarks
from tracker.export.rules.options import (
    KINDS,
    ExportOptions,
    check_options,
    chosen_days,
    chosen_form,
    chosen_kind,
)
from tracker.text.columns import wrap
from tracker.text.params import AmountParam, DayParam, PeriodParam


@command(
    "export",
    examples="""tracker export progress
                tracker export application --for taif --answers taif.toml -o taif.md
                tracker export update --for manifund-update --period 2026Q4
                tracker export hours --item ziegler-2019 --cap 20h
                tracker export sessions --since "1 may" -o sessions.csv --redact""",
)
@click.argument("kind", metavar="KIND", required=False, type=click.Choice(list(KINDS)))
@click.option(
    "--for",
    "funder",
    metavar="FUNDER",
    help="Whose form: one that tracker funders lists.",
)
@click.option(
    "--format",
    "form",
    help="md (default), txt, html, pdf, json; hours: csv too; sessions: csv or json.",
)
@click.option("--since", type=DayParam(), help="From this day on.")
@click.option("--until", type=DayParam(), help="Up to this day, included.")
@click.option(
    "--period",
    type=PeriodParam(),
    help='A period: 2026-05, 2026-W24, 2026Q2, "last month".',
)
@click.option(
    "--answers", metavar="FILE", help="Your own words, in TOML: field = text."
)
@click.option(
    "--budget",
    metavar="FILE",
    help="Your budget, in TOML (else budget.toml beside the database).",
)
@click.option("--item", metavar="ITEM", help="hours: of this item alone.")
@click.option(
    "--cap",
    type=AmountParam(),
    help="hours: say when what counts passes it; nothing is trimmed.",
)
@click.option("-o", "--output", metavar="FILE", help="Write to this file; - prints.")
@click.option("--force", is_flag=True, help="Replace the file.")
@click.option(
    "--redact", is_flag=True, help="Leave out notes, reasons and your own tags."
)
@pass_app
def export(
    app: App,
    /,
    kind: str | None,
    form: str | None,
    output: str | None,
    force: bool,
    **said: Any,
) -> None:
    """Facts from your record, for a mentor, a grant or a spreadsheet.

    KIND is progress (what can be looked at, what is open, hours), update (what came in a --period, with views that
    changed and decisions), application (a funder's form, its facts filled in), hours (of a time-boxed task: tags
    +not-counted, +extra and +agent keep sessions apart) or sessions (each of them). What is not known stays out, and no
    sentence is written for you.
    """
    place = None if output in (None, "-") else Path(output)
    asked = _asked(app, chosen_kind(kind), form, place, said)
    if place:
        check_place(place, force=force)
    text, wrote = _text(app, asked)
    if place is None:
        click.echo(text, nl=False)
        return
    size = write_whole(place, text, force=force)
    written = {"file": str(place), "format": asked.form, "bytes": size}
    app.show(
        "export",
        written,
        dict,
        lambda _: wrap(f"Wrote {place}: {wrote} as {asked.form}, {size:,} bytes."),
    )


def _asked(
    app: App, kind: str, form: str | None, place: Path | None, said: dict[str, Any]
) -> ExportOptions:
    days = chosen_days(
        said.pop("since"), said.pop("until"), said.pop("period"), app.today
    )
    redact = said.pop("redact")
    given = {name: value for name, value in said.items() if value is not None}
    check_options(kind, given)
    chosen = chosen_form(kind, form, place.name if place else "", app.as_json)
    return ExportOptions(kind, chosen, days, redact, **given)


def _text(app: App, asked: ExportOptions) -> tuple[str | bytes, str]:
    """The whole export, and what it is in a word or two."""
    found = make_export(app, asked)
    if not isinstance(found.report, ExportReport):
        text: str | bytes = found.report
    else:
        report = add_demo_notice(found.report) if app.settings.is_demo else found.report
        text = lay_out(report, asked.form)
        lacking = missing(report.document, asked.form)
        if lacking:
            app.remark(
                f"The fonts of a PDF lack these letters, set as empty boxes: {' '.join(lacking)}"
            )
    for remark in found.remarks:
        app.remark(remark)
    if app.as_json and asked.form == "json" and isinstance(text, str):
        text = with_remarks(text, app.remarks)
    return text, f"{asked.kind}{found.told}"
