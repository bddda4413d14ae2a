"""import."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.backups import backup_if_needed
from tracker.database.values import instant_to_seconds
from tracker.imports.formats.encodings import parse_encoding
from tracker.imports.formats.known_formats import FORMAT_NAMES
from tracker.imports.rules.dates import ORDERS
from tracker.imports.rules.entries import ReadySession, Skipped
from tracker.imports.rules.item_rules import Rule
from tracker.imports.rules.people import identity_of
from tracker.imports.rules.questions import with_typed_command
from tracker.imports.rules.reports import ImportReport
from tracker.imports.service.dry_run import dry_run_database
from tracker.imports.service.imports import draft_rules_file, import_files
from tracker.imports.service.prepare import ImportOptions, PreparedFile, prepare_file
from tracker.imports.view.import_json import import_data
from tracker.imports.view.import_report import import_text
from tracker.imports.view.map_hints import map_lines
from tracker.input_file import is_there
from tracker.modules import load_module
from tracker.system import join
from tracker.text.columns import join_words, plain
from tracker.text.counts import CountParam
from tracker.text.screen import is_terminal
from tracker.text.zones import parse_zone

# From so many entries on: a progress bar; a backup before the import.
WITH_BAR, WITH_BACKUP = 5_000, 1_000
_MOVE = " To move what was imported before: tracker move PROJECT ITEM"


@command(
    "import",
    examples="""tracker import toggl.csv --dry-run
                tracker import toggl.csv --zone Europe/Berlin
                tracker import log.csv --columns date,project,minutes,note
                tracker import toggl.csv --map projects.toml""",
)
@argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    is_path=True,
)
@option(
    "--format",
    "form",
    choices=FORMAT_NAMES,
    metavar="FORMAT",
    help=f"What the files are: {', '.join(FORMAT_NAMES)}.",
)
@option(
    "--encoding",
    metavar="ENCODING",
    help="How the files are encoded, like shift_jis (default: UTF-8, Windows-1252).",
)
@option(
    "--sheet",
    "sheets",
    multiple=True,
    metavar="SHEET",
    help="The sheet of a spreadsheet (may be repeated; default: the only log).",
)
@option(
    "--map",
    "rules_file",
    is_path=True,
    metavar="FILE",
    help="Rules that say which project is which item.",
)
@option(
    "--zone", metavar="ZONE", help="Time zone of times without one (default: yours)."
)
@option(
    "--user",
    metavar="NAME",
    help="Whose rows to import, if a file has several people's.",
)
@option(
    "--columns",
    metavar="COLUMNS",
    help="The columns of a table: date,project,minutes,note.",
)
@option(
    "--dates",
    choices=ORDERS,
    metavar="ORDER",
    help=f"How days like 3/4/2026 are written: {join_words(ORDERS, 'or')}.",
)
@option("--year", kind=CountParam(1900, 2199), help="First year, if days have no year.")
@option(
    "--dry-run",
    "dry",
    is_flag=True,
    help="Show what would be added; write nothing.",
)
def import_(
    app: App,
    /,
    files: Sequence[Path],
    rules_file: Path | None,
    zone: str | None,
    encoding: str | None,
    dry: bool,
    **options: Any,
) -> None:
    """Import sessions from other logs; - reads the standard input.

      Logs     Watson, Timewarrior, Toggl, Clockify, Harvest, klog, Org, timeclock
      Tables   CSV, TSV, Markdown, .xlsx, .ods: a day and a length, or start and end
      By hand  # 2026-05-08 and below it - 1h30m maths, or 9:00-10:30 maths;
               or a day in each line: 2026-05-08 maths 1h30m
      Plans    calendars (ics) are read, but nothing in them counts as a session

    tracker detects the format from the content. It imports a file whole or not at all.
    Importing it again adds only what is new. Entries that cannot be sessions are
    skipped and listed. With --dry-run, --map creates the rules file if it is missing.
    """
    draft = rules_file if dry and rules_file and not is_there(rules_file) else None
    rules = _read_rules(app, rules_file, draft) if rules_file else []
    options["encoding"] = parse_encoding(encoding) if encoding else None
    prepared = _prepare(app, files, zone, options)
    if dry:
        report = _dry_run(app, prepared, rules, draft=draft)
    else:
        with _backup(app, prepared) as keep_backup:
            report = import_files(app, prepared, rules, dry=False, entries_of=_with_bar)
            if report.changes:
                keep_backup()
    for remark in report.remarks():
        app.remark(with_typed_command(remark, _typed_command(app)))
    hints = map_lines(report, _program(app), _arguments(app))
    with_option = app.with_db_option
    data = partial(import_data, with_option=with_option)
    text = partial(import_text, today=app.today, with_option=with_option, hints=hints)
    app.show("import", report, data, text)


def _prepare(
    app: App, files: Sequence[Path], zone: str | None, options: dict[str, Any]
) -> list[PreparedFile]:
    import_options = ImportOptions(
        command=_typed_command(app),
        zone=parse_zone(zone) if zone else app.zone,
        today=app.today,
        now_utc=instant_to_seconds(app.now),
        day_start=app.settings.day_starts,
        owner=identity_of(app.settings.values),
        **options,
    )
    prepared = [prepare_file(path, import_options) for path in files]
    return list(chain.from_iterable(prepared))


def _read_rules(app: App, rules_file: Path, draft: Path | None) -> list[Rule]:
    """The rules of a file; none where it is a `draft` that is to be created."""
    # Only a rules file needs msgspec.
    from tracker.imports.store.rules_file import check_new_rules_file, read_rules

    if draft is None:
        return read_rules(rules_file)
    check_new_rules_file(draft, app.path)
    return []


def _typed_command(app: App) -> str:
    """The command as typed, without what comes before `import`."""
    return join(["tracker", "import", *_arguments(app)])


def _arguments(app: App) -> list[str]:
    """What was typed after `import`."""
    return app.arguments[app.arguments.index("import") + 1 :]


def _program(app: App) -> list[str]:
    """How tracker was called: with the option `--db`, if it was typed."""
    return ["tracker", *(("--db", app.db_option) if app.db_option else ())]


def _backup(
    app: App, files: Sequence[PreparedFile]
) -> AbstractContextManager[Callable[[], None]]:
    """The backup before an import of many entries."""
    entries = sum(file.profile.entries for file in files)
    if entries < WITH_BACKUP:
        return nullcontext(lambda: None)
    return backup_if_needed(Path(app.path), "before-import", app.remark)


def _dry_run(
    app: App, files: Sequence[PreparedFile], rules: Sequence[Rule], draft: Path | None
) -> ImportReport:
    """Import without writing; write the rules file `draft` if one is named."""
    with dry_run_database(app):
        report = import_files(app, files, rules, dry=True, entries_of=_with_bar)
        text = draft_rules_file(app, report) if draft else ""
    if draft is None:
        return report
    if not text:
        app.remark(f"No entry needs a rule, so {draft} was not created.{_MOVE}")
        return report
    from tracker.imports.store.rules_file import create_rules_file

    create_rules_file(draft, text)
    app.file = str(draft)
    return replace(report, drafted=str(draft))


def _with_bar(file: PreparedFile) -> Iterator[ReadySession | Skipped]:
    """A file's entries, with a progress bar on a terminal where there are many."""
    if file.profile.entries < WITH_BAR or not is_terminal(sys.stderr):
        yield from file.entries()
        return
    with load_module("click").progressbar(
        file.entries(),
        length=file.profile.entries,
        label=plain(file.source.name),
        file=sys.stderr,
    ) as bar:
        yield from bar
