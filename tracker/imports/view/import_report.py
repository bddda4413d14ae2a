"""An import as text."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tracker.imports.formats.known_formats import FORMAT_LABELS
from tracker.imports.rules.counts import counted, say_lines
from tracker.imports.rules.entries import Skipped
from tracker.imports.rules.reports import FileReport, ImportReport, ProjectShare
from tracker.imports.view.entry_lines import (
    WithOption,
    change_lines,
    question_lines,
)
from tracker.imports.view.import_json import MATCH_LABELS
from tracker.text.amounts import say_amount
from tracker.text.columns import plain, wrap
from tracker.text.days import say_day
from tracker.text.tables import table

# At most so many line numbers of a reason, projects, and reasons are shown.
MOST_LINES = 24
MOST_PROJECTS = MOST_REASONS = 12


def import_text(
    report: ImportReport,
    today: date,
    with_option: WithOption,
    hints: Sequence[str] = (),
) -> str:
    """What was read and what came of it, file by file, and how to undo it.

    `hints` are lines on how to go on.
    """
    lines = []
    for file in report.reports:
        lines += _file_lines(file, today, with_option, dry=report.dry)
    if report.drafted:
        lines.append(
            wrap(
                f"Created {report.drafted}. Check the items that are guesses, fill in"
                " the empty ones, then run the same command again."
            )
        )
    lines += hints
    if report.dry:
        lines.append("Dry run: nothing was written to the database.")
    elif any(file.added or file.corrected for file in report.reports):
        lines.append("Undo: tracker undo")
    return "\n".join(lines)


def _file_lines(
    file: FileReport, today: date, with_option: WithOption, *, dry: bool
) -> list[str]:
    label = FORMAT_LABELS[file.format]
    entries = counted(file.entries, "entry", "entries")
    name = Path(file.file).name
    return [
        wrap(f"{name} is {label}: {entries}, times in {file.zone}."),
        wrap(_outcome(file, today, dry=dry), 2),
        *_project_lines(file.shares),
        *change_lines(file.changes, with_option),
        *_skipped_lines([entry for entry in file.skipped if not entry.answers]),
        *question_lines(
            [entry for entry in file.skipped if entry.answers], with_option
        ),
    ]


def _outcome(file: FileReport, today: date, *, dry: bool) -> str:
    """`Added 2 entries, 3h30m, Mon 2 Nov to Tue 3 Nov; 4 already imported; 1 skipped`."""
    parts = [", ".join(_added_parts(file, today, dry=dry))]
    if file.duplicates > file.corrected:
        parts.append(f"{file.duplicates - file.corrected:,} already imported")
    if file.corrected:
        parts.append(f"{file.corrected:,} corrected, because the file changed")
    if file.skipped:
        parts.append(f"{len(file.skipped):,} skipped")
    return "; ".join(parts) + "."


def _added_parts(file: FileReport, today: date, *, dry: bool) -> list[str]:
    entries = counted(file.added, "entry", "entries")
    parts = [f"{'Would add' if dry else 'Added'} {entries}"]
    if file.added:
        parts.append(say_amount(file.seconds))
    if file.days:
        days = [say_day(day, today) for day in (file.days[0], file.days[-1])]
        parts.append(" to ".join(dict.fromkeys(days)))
    return parts


def _project_lines(shares: Sequence[ProjectShare]) -> list[str]:
    """The projects with most hours, and the items they went to."""
    rows = [_project_row(share) for share in shares[:MOST_PROJECTS]]
    lines = [table(rows, "rll", indent=2)] if rows else []
    rest = shares[MOST_PROJECTS:]
    if rest:
        amount = say_amount(sum(share.seconds for share in rest))
        lines.append(f"  and {amount} of {len(rest)} more projects (all with --json)")
    return lines


def _project_row(share: ProjectShare) -> list[str]:
    project = plain(share.project) or "(no project)"
    return [
        say_amount(share.seconds),
        share.item,
        f"{project}, {MATCH_LABELS[share.how]}",
    ]


def _skipped_lines(skipped: Sequence[Skipped]) -> list[str]:
    """Each reason with its lines, the most frequent reason first."""
    reasons: dict[str, list[int]] = {}
    for entry in skipped:
        reasons.setdefault(plain(entry.why), []).append(entry.line)
    by_count = sorted(reasons.items(), key=lambda reason: -len(reason[1]))
    lines = [
        wrap(f"{say_lines(numbers, MOST_LINES)}: {why}", 2)
        for why, numbers in by_count[:MOST_REASONS]
    ]
    rest = sum(len(numbers) for _, numbers in by_count[MOST_REASONS:])
    if rest:
        more = counted(rest, "line", "lines")
        lines.append(f"  {more} more for other reasons (all with --json)")
    return lines
