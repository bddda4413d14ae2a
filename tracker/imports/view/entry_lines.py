"""What a file says otherwise of entries that are here, as text and JSON."""

from collections.abc import Callable, Sequence
from typing import Annotated, NotRequired, TypedDict

from tracker.imports.rules.counts import counted
from tracker.imports.rules.entries import Skipped
from tracker.imports.rules.entry_changes import CHANGES, EntryChange
from tracker.text.columns import plain, wrap

# Adds the --db option that was typed to the commands of a text.
WithOption = Callable[[str], str]
# At most so many changes, and so many questions, are shown.
MOST_SHOWN = 12


class EntryChangeData(TypedDict):
    """An entry that the file says otherwise, and what came of it.

    `answers` are sentences with the command that takes over what the file says.
    """

    line: int
    what: Annotated[str, CHANGES]
    text: str
    answers: list[str]


class SkippedData(TypedDict):
    """An entry that was not imported; `answers` say how to add it."""

    line: int
    why: str
    answers: NotRequired[list[str]]


def change_data(change: EntryChange, with_option: WithOption) -> EntryChangeData:
    """The JSON of a change."""
    answers = list(map(with_option, change.answers))
    return {
        "line": change.line,
        "what": change.what,
        "text": change.text,
        "answers": answers,
    }


def skipped_data(skipped: Skipped, with_option: WithOption) -> SkippedData:
    """The JSON of an entry that was skipped."""
    data: SkippedData = {"line": skipped.line, "why": skipped.why}
    if skipped.answers:
        data["answers"] = list(map(with_option, skipped.answers))
    return data


def change_lines(changes: Sequence[EntryChange], with_option: WithOption) -> list[str]:
    """Each change, and the command that takes over what stayed."""
    lines = []
    for change in changes[:MOST_SHOWN]:
        lines += _lines(change.line, change.text, change.answers, with_option)
    return lines + _rest("change", len(changes))


def question_lines(questions: Sequence[Skipped], with_option: WithOption) -> list[str]:
    """Each entry that tracker asks about, with the possible answers."""
    lines = []
    for skipped in questions[:MOST_SHOWN]:
        lines += _lines(skipped.line, skipped.why, skipped.answers, with_option)
    return lines + _rest("question", len(questions))


def _lines(
    line: int, text: str, answers: Sequence[str], with_option: WithOption
) -> list[str]:
    """A sentence with its line, and below it the answers: each whole, to be copied."""
    shown = [f"    {plain(with_option(answer))}" for answer in answers]
    return [wrap(f"line {line}: {text}", 2), *shown]


def _rest(what: str, count: int) -> list[str]:
    """How many were not shown."""
    rest = count - MOST_SHOWN
    if rest <= 0:
        return []
    return [f"  {counted(rest, what, f'{what}s')} more (all with --json)"]
