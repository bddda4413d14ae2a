"""One table written in every frame, and what becomes of it in each."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tests.imports.cases import Case
from tests.imports.reading import NOW, TODAY
from tracker.errors import TrackerError
from tracker.imports.formats.headers import part_of
from tracker.imports.formats.length_units import LENGTHS
from tracker.imports.rules.entries import Skipped
from tracker.imports.rules.people import Identity
from tracker.imports.service.prepare import ImportOptions, prepare_file

Rows = Sequence[Sequence[str]]
# The option of a command in a hint: `--user Ada` of `tracker import log --user Ada`.
_OPTION = re.compile(r"(?m)^  tracker import log\S* (--.*)$")


class Frame(NamedTuple):
    """A way to write a table: its name, how, and which cells it can hold."""

    name: str
    write: Callable[[Rows], str]
    can_hold: Callable[[Rows], bool]


class Outcome(NamedTuple):
    """What becomes of a table: sessions and reasons, or a question with its answers.

    A session is its day, seconds, start in UTC, project, note and tags.
    """

    sessions: tuple[tuple[str, int, str, str, str, tuple[str, ...]], ...] = ()
    skipped: tuple[str, ...] = ()
    question: str = ""
    answers: tuple[str, ...] = ()

    @property
    def seconds(self) -> int:
        """The seconds of all sessions."""
        return sum(session[1] for session in self.sessions)


NO_LOG = Outcome(question="no log")


def outcome(path: Path, text: str, **options: str) -> Outcome:
    """What becomes of a file with this content. No entry is `NO_LOG`."""
    path.write_text(text, encoding="utf-8")
    try:
        (file,) = prepare_file(path, _options(path, **options))
        entries = list(file.entries())
    except TrackerError as refusal:
        answers = _OPTION.findall(refusal.hint)
        question = refusal.message.removeprefix(f"{path}: ")
        return Outcome(
            question=question.replace(str(path), "log"), answers=tuple(answers)
        )
    skipped = [entry.why for entry in entries if isinstance(entry, Skipped)]
    sessions = [
        (
            entry.parts[0].day,
            entry.seconds,
            _start(entry.parts[0].started_at),
            entry.project,
            entry.note,
            tuple(entry.tags),
        )
        for entry in entries
        if not isinstance(entry, Skipped)
    ]
    return Outcome(tuple(sessions), tuple(skipped)) if entries else NO_LOG


def _start(seconds: int | None) -> str:
    return "" if seconds is None else f"{datetime.fromtimestamp(seconds, UTC):%F %T}"


def _options(path: Path, **options: str) -> ImportOptions:
    return ImportOptions(
        command=f"tracker import {path.name}",
        zone=ZoneInfo("Europe/Berlin"),
        today=TODAY,
        now_utc=NOW,
        day_start=timedelta(),
        owner=Identity("", ""),
        **options,
    )


def _delimited(delimiter: str) -> Callable[[Rows], str]:
    def write(rows: Rows) -> str:
        stream = io.StringIO()
        csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerows(rows)
        return stream.getvalue()

    return write


def _write_bars(rows: Rows) -> str:
    header, *body = (f"| {' | '.join(row)} |" for row in rows)
    rule = "|---" * len(rows[0]) + "|"
    return "\n".join([header, rule, *body, ""])


def _write_open_bars(rows: Rows) -> str:
    header, *body = (" | ".join(row) for row in rows)
    rule = "|".join(["---"] * len(rows[0]))
    return "\n".join([header, rule, *body, ""])


def _write_html(rows: Rows) -> str:
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    body = "\n".join(f"  <tr>{line}</tr>" for line in lines)
    return f"<table>\n{body}\n</table>\n"


def _write_blanks(rows: Rows) -> str:
    return "".join("  ".join(row) + "\n" for row in rows)


def _without(signs: str) -> Callable[[Rows], bool]:
    """Whether no cell has one of some signs."""
    return lambda rows: not any(set(cell) & set(signs) for row in rows for cell in row)


def _fits_open_bars(rows: Rows) -> bool:
    """Whether bars between cells show them: one bar alone is text, an outer one a frame."""
    has_bars = len(rows[0]) > 2 and not any("|" in cell for row in rows for cell in row)
    return has_bars and all(row[0] and row[-1] for row in rows)


def _fits_blanks(rows: Rows) -> bool:
    """Whether columns of blanks show the cells.

    None is blank, and the header names a day and a length.
    """
    header, body = rows[0], [cell for row in rows[1:] for cell in row]
    parts = set(map(part_of, header))
    is_named = "day" in parts and not parts.isdisjoint(LENGTHS)
    is_full = all(cell and "  " not in cell for cell in (*header, *body))
    is_even = len({len(row) for row in rows}) == 1
    return is_named and is_full and is_even


FRAMES = (
    Frame("csv", _delimited(","), _without("|;")),
    Frame("semicolons", _delimited(";"), _without("|;")),
    Frame("tsv", _delimited("\t"), _without("|\t")),
    Frame("bars", _write_bars, _without("|")),
    Frame("open bars", _write_open_bars, _fits_open_bars),
    Frame("html", _write_html, lambda rows: True),
    Frame("blanks", _write_blanks, _fits_blanks),
)


def outcomes(path: Path, rows: Rows, **options: str) -> dict[str, Outcome]:
    """What becomes of a table in each frame that can hold its cells."""
    return {
        frame.name: outcome(path / "log", frame.write(rows), **options)
        for frame in FRAMES
        if frame.can_hold(rows)
    }


def table_of(case: Case) -> Rows | None:
    """The rows of a case that is a table and nothing else; else None."""
    lines = case.text.removeprefix("\ufeff").splitlines()
    if case.file.endswith(".csv"):
        delimiter = ";" if ";" in lines[0] else ","
        return list(csv.reader(lines, delimiter=delimiter))
    if all(line.startswith("|") for line in lines):
        rows = [re.split(r"\s*\|\s*", line.strip())[1:-1] for line in lines]
        return [rows[0], *rows[2:]]
    return None


def tables(cases: Sequence[Case]) -> Iterator[tuple[Case, Rows]]:
    """The cases that are tables, each with its rows."""
    for case in cases:
        if rows := table_of(case):
            yield case, rows
