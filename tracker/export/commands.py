"""`export`: one's record for others."""

from pathlib import Path
from typing import Any

import click

from tracker.app import App, command, pass_app
from tracker.database.library import library
from tracker.export.render import reports, tables
from tracker.export.rules.asking import KINDS, Asked, chosen_days, chosen_form, chosen_kind
from tracker.export.store.progress import progress
from tracker.export.store.sessions import log
from tracker.export.writing import check_place, write_whole
from tracker.words.columns import wrap
from tracker.words.params import DayParam, PeriodParam


@command(
    "export",
    examples="""tracker export progress
                tracker export progress --period 2026Q4 -o progress.md
                tracker export sessions --since "1 may" -o sessions.csv --redact""",
)
@click.argument("kind", metavar="KIND", required=False, type=click.Choice(list(KINDS)))
@click.option("--format", "form", help="progress: md (default), txt, html or json; sessions: csv (default) or json.")
@click.option("--since", type=DayParam(), help="From this day on.")
@click.option("--until", type=DayParam(), help="Up to this day, included.")
@click.option("--period", type=PeriodParam(), help='A period: 2026-05, 2026-W24, 2026Q2, "last month".')
@click.option("-o", "--output", "place", type=click.Path(path_type=Path), help="Write to this file.")
@click.option("--force", is_flag=True, help="Replace the file.")
@click.option("--redact", is_flag=True, help="Leave out notes and reasons.")
@pass_app
def export(
    app: App, /, kind: str | None, form: str | None, place: Path | None, force: bool, redact: bool, **days: Any
) -> None:
    """Facts from your record, for a mentor, a grant or a spreadsheet.

    KIND is progress (what can be looked at, what is open, hours and how they were written down) or sessions (each of
    them). What is not known stays out, and no sentence is written for you.
    """
    kind = chosen_kind(kind)
    form = chosen_form(kind, form, place.name if place else "", app.as_json)
    asked = Asked(kind, form, chosen_days(**days, today=app.today), redact)
    if place:
        check_place(place, force=force)
    text = _text(app, asked)
    if place is None:
        click.echo(text, nl=False)
        return
    size = write_whole(place, text, force=force)
    written = {"file": str(place), "format": asked.form, "bytes": size}
    app.show("export", written, dict, lambda _: wrap(f"Wrote {place}: {kind} as {form}, {size:,} bytes."))


def _text(app: App, asked: Asked) -> str:
    """The whole export. The database is closed again before anything is printed, so that no pager holds it."""
    with library(app) as db:
        if asked.kind == "sessions":
            text = tables.sessions(log(db, asked.period, redact=asked.redact), asked.form)
        else:
            text = reports.progress(
                progress(db, asked.period, app.today, app.settings, redact=asked.redact), asked.form
            )
    return reports.with_remarks(text, app.remarks) if app.as_json and asked.form == "json" else text
