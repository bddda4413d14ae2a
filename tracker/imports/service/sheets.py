"""Which sheets of a spreadsheet are imported: the only log, or those that are named."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.errors import FileProblem, Unreadable
from tracker.imports.formats.detect import detect_format
from tracker.imports.formats.line_count import LineCount
from tracker.imports.formats.source import ARCHIVE, Source
from tracker.imports.rules.questions import answers
from tracker.system import quote
from tracker.text.columns import join_words, quoted

if TYPE_CHECKING:
    from tracker.imports.formats.workbook import Sheet

# Of very many sheets, so many are named.
MOST_SHEETS = 12


def open_sheets(
    source: Source, names: Sequence[str], form: str | None, columns: str | None
) -> list[Source]:
    """The file itself, or the sheets of a spreadsheet that are to be imported.

    `names` are those the person names. `form` and `columns` are the options --format
    and --columns. Raises Unreadable where there is no such sheet, or several are logs.
    """
    if source.encoding != ARCHIVE:
        if names:
            raise Unreadable(
                f"{source.path} has no sheets.",
                "Leave --sheet out.",
                without=["--sheet"],
            )
        return [source]
    # Only a spreadsheet needs zip and XML.
    from tracker.imports.formats.workbook import read_sheets

    sheets = {sheet.name: sheet for sheet in read_sheets(source)}
    filled = [sheet for sheet in sheets.values() if sheet.content.strip(b",\n")]
    logs = _visible_logs(source, filled, form, columns)
    if not names:
        return [_only_log(source, logs, filled)]
    named = [_named_sheet(source, sheets, name) for name in dict.fromkeys(names)]
    is_of_several = len(named) > 1 or len(logs) > 1
    return [
        replace(_as_source(source, sheet), sheet=sheet.name if is_of_several else "")
        for sheet in named
    ]


def _as_source(source: Source, sheet: "Sheet") -> Source:
    digest, count = hashlib.sha256(sheet.content).hexdigest(), LineCount()
    count.add(sheet.content)
    return replace(
        source, encoding="utf-8", content=sheet.content, digest=digest, count=count
    )


def _named_sheet(source: Source, sheets: "dict[str, Sheet]", name: str) -> "Sheet":
    if name not in sheets:
        raise Unreadable(
            f"{source.path} has no sheet {quoted(name)}.",
            f"Its sheets are: {join_words(list(map(quoted, sheets)))}.",
            typed=name,
            instead=list(sheets)[:MOST_SHEETS],
        )
    return sheets[name]


def _only_log(
    source: Source, logs: "Sequence[Sheet]", filled: "Sequence[Sheet]"
) -> Source:
    """The one sheet that can be read as a log, with remarks on the others."""
    if len(logs) != 1:
        raise _question(source, logs, filled)
    others = [sheet for sheet in filled if sheet is not logs[0]]
    return replace(_as_source(source, logs[0]), remarks=_remarks(others))


def _visible_logs(
    source: Source, filled: "Sequence[Sheet]", form: str | None, columns: str | None
) -> "list[Sheet]":
    """The sheets that can be read as logs; the only visible one in any case."""
    visible = [sheet for sheet in filled if not sheet.is_hidden]
    if len(visible) == 1:
        return visible
    return [
        sheet for sheet in visible if _is_log(_as_source(source, sheet), form, columns)
    ]


def _is_log(sheet: Source, form: str | None, columns: str | None) -> bool:
    """Whether a sheet can be read, or could be if a question were answered."""
    try:
        detect_format(sheet, form, columns)
    except FileProblem:
        return False
    except Unreadable:
        return True
    return True


def _question(
    source: Source, logs: "Sequence[Sheet]", filled: "Sequence[Sheet]"
) -> FileProblem | Unreadable:
    """The question which of several logs is meant; without any, the refusal."""
    if not logs:
        names = join_words([quoted(sheet.name) for sheet in filled])
        return FileProblem(
            f"No sheet of {source.path} has a column that is a day and one that is a"
            " length.",
            f"Its sheets are: {names}." if names else "All its sheets are empty.",
        )
    words = {sheet.name: f"--sheet {quote(sheet.name)}" for sheet in logs}
    first = list(words.items())[:MOST_SHEETS]
    options = {f"Only {quoted(name)}": option for name, option in first}
    options["All of them"] = " ".join(words.values())
    return Unreadable(
        f"{source.path} has {len(logs)} sheets that can be read. Which of them count?",
        answers(options),
    )


def _remarks(others: "Sequence[Sheet]") -> tuple[str, ...]:
    """The remark on the sheets that are not read."""
    if not others:
        return ()
    names = [
        f"{quoted(sheet.name)}{' (hidden)' * sheet.is_hidden}"
        for sheet in others[:MOST_SHEETS]
    ]
    were = "sheet was" if len(others) == 1 else "sheets were"
    more = f" and {len(others) - MOST_SHEETS} more" * (len(others) > MOST_SHEETS)
    return (
        f"{len(others)} {were} not read: {', '.join(names)}{more}."
        " To import one, name it with --sheet.",
    )
