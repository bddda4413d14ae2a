"""Which sheets of a spreadsheet are imported: the only log, or those that are named."""

import shlex
from collections.abc import Sequence
from dataclasses import replace

from tracker.errors import FileProblem, Unreadable
from tracker.imports.formats.detect import detect_format
from tracker.imports.formats.source import ARCHIVE, Source
from tracker.imports.formats.workbook import Sheet, read_sheets
from tracker.imports.rules.questions import answers
from tracker.text.columns import join_words, quoted

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
    sheets = {sheet.name: sheet for sheet in read_sheets(source)}
    if names:
        return [_named_sheet(source, sheets, name) for name in dict.fromkeys(names)]
    return [_only_log(source, list(sheets.values()), form, columns)]


def _as_source(source: Source, sheet: Sheet) -> Source:
    return replace(source, encoding="utf-8", content=sheet.content)


def _named_sheet(source: Source, sheets: dict[str, Sheet], name: str) -> Source:
    if name not in sheets:
        raise Unreadable(
            f"{source.path} has no sheet {quoted(name)}.",
            f"Its sheets are: {join_words(list(map(quoted, sheets)))}.",
            typed=name,
            instead=list(sheets),
        )
    return replace(_as_source(source, sheets[name]), sheet=name)


def _only_log(
    source: Source, sheets: Sequence[Sheet], form: str | None, columns: str | None
) -> Source:
    """The one sheet that can be read as a log, with remarks on the others."""
    filled = [sheet for sheet in sheets if sheet.content.strip(b",\n")]
    visible = [sheet for sheet in filled if not sheet.is_hidden]
    logs = [
        sheet
        for sheet in visible
        if len(visible) == 1 or _is_log(_as_source(source, sheet), form, columns)
    ]
    if len(logs) != 1:
        raise _question(source, logs, [sheet.name for sheet in visible])
    others = [sheet for sheet in filled if sheet is not logs[0]]
    return replace(_as_source(source, logs[0]), remarks=_remarks(others))


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
    source: Source, logs: Sequence[Sheet], visible: Sequence[str]
) -> FileProblem | Unreadable:
    """The question which of several logs is meant; without any, the refusal."""
    if not logs:
        return FileProblem(
            f"No sheet of {source.path} has a column that is a day and one that is a"
            " length.",
            f"Its sheets are: {join_words(list(map(quoted, visible)))}."
            if visible
            else "All its sheets are empty or hidden.",
        )
    options = {
        f"Only {quoted(sheet.name)}": f"--sheet {shlex.quote(sheet.name)}"
        for sheet in logs
    }
    options["All of them"] = " ".join(options.values())
    return Unreadable(
        f"{source.path} has {len(logs)} sheets that can be read. Which of them count?",
        answers(options),
    )


def _remarks(others: Sequence[Sheet]) -> tuple[str, ...]:
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
