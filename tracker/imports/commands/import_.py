"""import and move."""

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click
from sqlalchemy import Connection

from tracker.app import App, command, pass_app
from tracker.database import backups
from tracker.database.bridge import raw_connection
from tracker.database.connect import database_exists
from tracker.database.library import library
from tracker.database.values import instant_to_seconds, text_to_day
from tracker.errors import NotFound
from tracker.imports.commands.dry_run import dry_run_database
from tracker.imports.commands.prepare import ImportOptions, PreparedFile, prepare
from tracker.imports.formats.detect import NAMES
from tracker.imports.formats.rules_file import read_rules, write_draft
from tracker.imports.rules.dates import ORDERS
from tracker.imports.rules.entries import ReadySession, Skipped
from tracker.imports.rules.mapping import Rule, draft, likeliest
from tracker.imports.rules.remarks import remarks, unused_rule
from tracker.imports.rules.reports import FileReport, ImportReport, ProjectShare
from tracker.imports.store.crowded_days import crowded
from tracker.imports.store.import_run import File, Import, hold_back, make_room
from tracker.imports.store.item_mapping import Items
from tracker.imports.view import import_data, import_text, moved_data, moved_text
from tracker.journal.store.imported_sessions import move_project, project_counts
from tracker.journal.store.items import choose_item, item_names
from tracker.text.columns import quoted
from tracker.text.counts import CountParam
from tracker.text.names import Name
from tracker.text.zones import parse_zone

LONG, LARGE = 5_000, 1_000


class _Rehearsed(Exception):
    """A dry run has come to its end, and what it wrote is to be rolled back."""


@command(
    "import",
    examples="""tracker import toggl.csv --dry-run
                tracker import toggl.csv --zone Europe/Berlin
                tracker import log.csv --columns date,project,minutes,note
                tracker import toggl.csv --map projects.toml""",
)
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option(
    "--format",
    "form",
    type=click.Choice(NAMES),
    metavar="F",
    help=f"What they are: {', '.join(NAMES)}.",
)
@click.option(
    "--map",
    "rules_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Which project is which item.",
)
@click.option(
    "--zone", metavar="Z", help="The zone of times that have none (default: yours)."
)
@click.option(
    "--user", metavar="U", help="Whose rows, where there are several people's."
)
@click.option(
    "--columns",
    metavar="...",
    help="What the columns of a table are: date,project,minutes,note.",
)
@click.option(
    "--dates", type=click.Choice(ORDERS), help="How days like 3/4/2026 are written."
)
@click.option(
    "--year", type=CountParam(1900, 2199), help="The first year, where days have none."
)
@click.option(
    "--dry-run",
    "dry",
    is_flag=True,
    help="Show what would come of it, and write nothing.",
)
@pass_app
def import_files(
    app: App,
    /,
    files: Sequence[Path],
    rules_file: Path | None,
    zone: str | None,
    dry: bool,
    **told: Any,
) -> None:
    """Bring sessions from other logs, exported or kept by hand.

      Logs     Watson, Timewarrior, Toggl, Clockify, Harvest, klog, org, timeclock
      Tables   CSV, TSV, Markdown: a day and a length, or start and end, in a row
      By hand  # 2026-05-08 and below it - 1h30m maths, or 9:00-10:30 maths;
               or a day in each line: 2026-05-08 maths 1h30m
      Plans    calendars (ics) are looked at, and none of it is a session

    What a file is, is found from its content. It goes in whole or not at all; the same file again adds only what is
    new. What cannot be a session is kept out and listed. With --dry-run, --map drafts its file where there is none.
    """
    asked = ImportOptions(parse_zone(zone) if zone else app.zone, **told)
    drafting = rules_file if rules_file and dry and not rules_file.exists() else None
    rules = read_rules(rules_file) if rules_file and not drafting else []
    ready = [prepare(app, path, asked) for path in files]
    if (
        not dry
        and sum(each.survey.entries for each in ready) >= LARGE
        and database_exists(app.path)
    ):
        app.remark(
            f"Backup first: {backups.make_backup(Path(app.path), 'import').name}"
        )
    with dry_run_database(app, dry=dry):
        whole, known = _brought(app, ready, rules, dry=dry)
    if drafting:
        write_draft(drafting, _drafted(whole, known))
        whole = ImportReport(whole.reports, dry, str(drafting))
    for report in whole.reports:
        for said in report.remarks:
            app.remark(said if len(files) == 1 else f"{report.file}: {said}")
    app.show("import", whole, import_data, partial(import_text, today=app.today))


def _brought(
    app: App, ready: Sequence[PreparedFile], rules: Sequence[Rule], *, dry: bool
) -> tuple[ImportReport, list[Name]]:
    """All files in one transaction, and the items there were before; a dry run does the same and takes it back."""
    reports: list[FileReport] = []
    known: list[Name] = []
    try:
        with library(app, write=True) as db:
            known = item_names(raw_connection(db))
            make_room(db)
            if dry:
                hold_back(db)
            reports = [_bring_one(app, db, each, rules, dry=dry) for each in ready]
            if dry:
                raise _Rehearsed
    except _Rehearsed:
        pass
    return ImportReport(tuple(reports), dry), known


def _bring_one(
    app: App, db: Connection, ready: PreparedFile, rules: Sequence[Rule], *, dry: bool
) -> FileReport:
    now, source = instant_to_seconds(app.now), ready.source
    items = Items(db, rules, source.path.stem, now)
    file = File(source.name, ready.found.name, source.digest)
    tally = Import(db, file, items, now).bring(_watched(ready))
    said = ready.found.told() + remarks(
        ready.survey,
        ready.settling,
        tally.kept,
        crowded(db, tally.days),
        source.encoding,
    )
    if dry:
        said += tuple(map(unused_rule, items.unused))
    shares = sorted(tally.shares.items(), key=lambda pair: (-pair[1].seconds, pair[0]))
    return FileReport(
        file=str(source.path),
        format=ready.found.name,
        zone=str(ready.settling.calendar.zone),
        entries=tally.entries,
        added=tally.added,
        duplicates=tally.duplicates,
        corrected=tally.corrected,
        skipped=tuple(tally.skipped),
        seconds=tally.seconds,
        batch=None if dry else tally.batch,
        went=tuple(
            ProjectShare(name, slug, each.target.how, each.entries, each.seconds)
            for (name, slug), each in shares
        ),
        days=tuple(sorted(map(text_to_day, tally.days))),
        remarks=said,
    )


def _watched(ready: PreparedFile) -> Iterator[ReadySession | Skipped]:
    """A file's entries, with a bar on a terminal where there are many."""
    if ready.survey.entries < LONG or not sys.stderr.isatty():
        yield from ready.entries()
        return
    label, length = ready.source.name, ready.survey.entries
    with click.progressbar(
        ready.entries(), length=length, label=label, file=sys.stderr
    ) as bar:
        yield from bar


def _drafted(whole: ImportReport, known: Sequence[Name]) -> str:
    """A rules file for the projects of all files, with the likeliest item of each; what has none goes by its note."""
    sums: dict[str, tuple[int, int]] = {}
    items: dict[str, str] = {}
    for went in (
        each
        for report in whole.reports
        for each in report.went
        if each.project or each.how != "name"
    ):
        entries, seconds = sums.get(went.project, (0, 0))
        sums[went.project] = (entries + went.entries, seconds + went.seconds)
        items[went.project] = (
            likeliest(went.project, known) if went.how == "new" else went.item
        )
    return draft(sums, items)


@command("move", examples='tracker move "Deep learning" fastai')
@click.argument("project")
@click.argument("item")
@pass_app
def move(app: App, project: str, item: str) -> None:
    """Put what was imported as PROJECT to ITEM, and later imports of it too.

    What came without a project is meant by the item it went to.
    """
    with library(app, write=True) as db:
        sessions, seconds, named = project_counts(raw_connection(db), project)
        if not sessions:
            raise NotFound(
                f"Nothing was imported as {quoted(project)}.",
                "tracker import FILE --dry-run names the projects of a file.",
            )
        target = choose_item(raw_connection(db), item)
        moved = move_project(
            raw_connection(db), project, target.id, instant_to_seconds(app.now)
        )
    answer = (project, target.slug, moved, sessions, seconds)
    app.show(
        "move",
        answer,
        lambda each: moved_data(*each),
        lambda each: moved_text(*each, lasting=named > 0),
    )
