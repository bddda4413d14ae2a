"""Imports, moves and merges as text and JSON."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tracker.imports.rules.entries import Skipped
from tracker.imports.rules.merge import TableCount
from tracker.imports.rules.reports import FileReport, ImportReport, ProjectShare
from tracker.text.amounts import say_amount
from tracker.text.columns import plain, table, wrap
from tracker.text.days import say_day

LISTED = 24
PROJECTS = REASONS = 12
_NAMES = {
    "csv": "a table",
    "ics": "a calendar",
    "markdown": "days and hours by hand",
    "tracker": "sessions of tracker",
}
_HOW = {
    "rule": "by rule",
    "before": "as before",
    "name": "by its name",
    "new": "new, in track unsorted",
}


def import_data(whole: ImportReport) -> dict[str, Any]:
    """The JSON of an import; of several files the sums, and each file by itself."""
    reports = whole.reports
    if len(reports) == 1:
        return _report_data(reports[0])
    summed = {
        name: sum(getattr(r, name) for r in reports)
        for name in ("entries", "added", "duplicates", "corrected")
    }
    return {
        "format": ", ".join(dict.fromkeys(report.format for report in reports)),
        **summed,
        "skipped": [
            {"file": r.file, "line": s.line, "why": s.why}
            for r in reports
            for s in r.skipped
        ],
        "seconds": sum(report.seconds for report in reports),
        "batch": None,
        "files": [_report_data(report) for report in reports],
    }


def _report_data(report: FileReport) -> dict[str, Any]:
    return {
        "file": report.file,
        "format": report.format,
        "zone": report.zone,
        "entries": report.entries,
        "added": report.added,
        "duplicates": report.duplicates,
        "corrected": report.corrected,
        "skipped": [{"line": each.line, "why": each.why} for each in report.skipped],
        "seconds": report.seconds,
        "batch": report.batch,
        "projects": [
            {
                "project": w.project,
                "item": w.item,
                "how": w.how,
                "entries": w.entries,
                "seconds": w.seconds,
            }
            for w in report.went
        ],
    }


def import_text(whole: ImportReport, today: date) -> str:
    """What was found and what came of it, file by file, and the way back."""
    lines = [
        line
        for report in whole.reports
        for line in _report_lines(report, today, dry=whole.dry)
    ]
    if whole.drafted:
        lines.append(
            f"Drafted {whole.drafted}: fill in what is empty, and try it again with --dry-run."
        )
    if whole.dry:
        lines.append("Nothing was written to the database (--dry-run).")
    elif any(report.added or report.corrected for report in whole.reports):
        lines.append("Undo: tracker undo")
    return "\n".join(lines)


def _report_lines(report: FileReport, today: date, *, dry: bool) -> list[str]:
    what = _NAMES.get(report.format, report.format.capitalize())
    entries = _counted(report.entries, "entry", "entries")
    head = wrap(
        f"{Path(report.file).name} is {what}: {entries}, times in {report.zone}."
    )
    lines = [head, wrap(_outcome(report, today, dry=dry), 2)]
    lines += _went_lines(report.went)
    return lines + _skipped_lines(report.skipped)


def _outcome(report: FileReport, today: date, *, dry: bool) -> str:
    parts = [f"{'Would add' if dry else 'Added'} {report.added:,}"]
    if report.added:
        parts[0] += f", {say_amount(report.seconds)}"
    if report.days:
        days = [say_day(day, today) for day in (report.days[0], report.days[-1])]
        parts[0] += f", {' to '.join(dict.fromkeys(days))}"
    if report.duplicates:
        parts.append(f"{report.duplicates - report.corrected:,} here already")
    if report.corrected:
        parts.append(f"{report.corrected:,} corrected, as the file has them now")
    if report.skipped:
        parts.append(f"{len(report.skipped):,} kept out")
    return "; ".join(parts) + "."


def _went_lines(went: Sequence[ProjectShare]) -> list[str]:
    rows = [
        [
            say_amount(each.seconds),
            each.item,
            f"{plain(each.project) or '(no project)'}, {_HOW[each.how]}",
        ]
        for each in went[:PROJECTS]
    ]
    lines = [table(rows, "rll", indent=2)] if rows else []
    if len(went) > PROJECTS:
        rest = went[PROJECTS:]
        lines.append(
            f"  and {say_amount(sum(w.seconds for w in rest))} of {len(rest)} more projects (all with --json)"
        )
    return lines


def _skipped_lines(skipped: Sequence[Skipped]) -> list[str]:
    """Each reason with the lines it is about, the most frequent first."""
    reasons: dict[str, list[int]] = {}
    for line, why in skipped:
        reasons.setdefault(plain(why), []).append(line)
    most_first = sorted(reasons.items(), key=lambda each: -len(each[1]))
    lines = [
        wrap(f"{_lines(numbers)}: {why}", 2) for why, numbers in most_first[:REASONS]
    ]
    rest = sum(len(numbers) for _, numbers in most_first[REASONS:])
    return (
        [
            *lines,
            f"  {_counted(rest, 'line', 'lines')} more for other reasons (all with --json)",
        ]
        if rest
        else lines
    )


def _lines(numbers: Sequence[int]) -> str:
    """`line 7`, `lines 7, 9, 12`; of very many the first and how many more."""
    named = ", ".join(map(str, numbers[:LISTED]))
    more = f" and {len(numbers) - LISTED:,} more" if len(numbers) > LISTED else ""
    return f"{'line' if len(numbers) == 1 else 'lines'} {named}{more}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def moved_text(
    project: str, item: str, moved: int, sessions: int, seconds: int, *, lasting: bool
) -> str:
    """What was moved, where to, and the way back; `lasting`: later imports follow, which have that project."""
    said = f"{_counted(sessions, 'session', 'sessions')} of {plain(project)}, {say_amount(seconds)}"
    if not moved:
        return f"{said}: on {item} already."
    follow = "; later imports of it go there too" if lasting else ""
    return wrap(f"Moved {said}, to {item}{follow}. Undo: tracker undo")


def moved_data(
    project: str, item: str, moved: int, sessions: int, seconds: int
) -> dict[str, Any]:
    """A move's JSON."""
    return {
        "project": project,
        "item": item,
        "moved": moved,
        "sessions": sessions,
        "seconds": seconds,
    }


_THINGS = {
    "session": ("session", "sessions"),
    "item": ("item", "items"),
    "item_state": ("item's state", "items' states"),
    "import_batch": ("import", "imports"),
    "result": ("result", "results"),
    "attempt": ("attempt", "attempts"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "rating": ("rating", "ratings"),
    "note": ("note", "notes"),
    "plan": ("plan", "plans"),
    "setting": ("setting", "settings"),
    "timer": ("running timer", "running timers"),
    "recollection": ("recollection", "recollections"),
    "application": ("application", "applications"),
    "time_off": ("break", "breaks"),
    "forecast": ("forecast", "forecasts"),
    "milestone_state": ("milestone's state", "milestones' states"),
    "item_aka": ("other name of an item", "other names of items"),
    "item_requires": ("prerequisite of an item", "prerequisites of items"),
    "item_skill": ("skill of an item", "skills of items"),
}


def merged_data(other: str, counts: Sequence[TableCount]) -> dict[str, Any]:
    """A merge's JSON: table by table, those with something to tell."""
    tables = {
        count.table: dict(zip(count._fields[1:], count[1:], strict=True))
        for count in counts
        if any(count[1:])
    }
    return {"file": other, "tables": tables}


def merged_text(other: str, counts: Sequence[TableCount]) -> str:
    """What came, changed and went, what both had changed, and the way back."""
    lines = []
    for verb, name in (
        ("Came", "came"),
        ("Changed", "changed"),
        ("Removed", "removed"),
    ):
        told = [
            _thing(count.table, getattr(count, name))
            for count in counts
            if getattr(count, name)
        ]
        if told:
            lines.append(wrap(f"{verb}: {', '.join(told)}.", 2))
    kept = [_thing(count.table, count.kept) for count in counts if count.kept]
    if kept:
        lines.append(
            wrap(
                f"Different there, but edited later here, and kept: {', '.join(kept)}.",
                2,
            )
        )
    if not lines:
        return f"Merged {Path(other).name}: nothing in it that is not here."
    changed = any(count.came or count.changed or count.removed for count in counts)
    return "\n".join(
        [
            f"Merged {Path(other).name}.",
            *lines,
            *(["Undo: tracker undo"] if changed else []),
        ]
    )


def _thing(table: str, number: int) -> str:
    return _counted(number, *_THINGS[table])
