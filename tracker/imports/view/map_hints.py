"""How to assign new projects to items: the commands at the end of an import's answer."""

from collections.abc import Sequence

from tracker.imports.rules.entries import BY_RULE
from tracker.imports.rules.projects import move_words
from tracker.imports.rules.reports import ImportReport, ProjectShare
from tracker.system import join
from tracker.text.columns import plain

RULES_FILE = "projects.toml"


def map_lines(
    report: ImportReport, program: Sequence[str], arguments: Sequence[str]
) -> list[str]:
    """Lines that end with a command to paste; none where no item is new or skipped.

    `program` is how tracker was called, `arguments` what was typed after `import`.
    """
    lines = _skip_lines(report, program, arguments)
    shares = [share for file in report.reports for share in file.shares]
    new = [share for share in shares if share.how == "new"]
    if not new or report.drafted:
        return lines
    lines += [] if report.dry else _move_lines(new, program)
    has_map = any(word.startswith("--map") for word in arguments)
    if not has_map and (report.dry or len(new) > 1):
        words = [word for word in arguments if word != "--dry-run"]
        draft = [*program, "import", *words, "--dry-run", "--map", RULES_FILE]
        first = "" if report.dry else "all at once, undo this import, then"
        lines.append(_line(f"To assign {first or 'projects to items'}", draft))
    return lines


def _skip_lines(
    report: ImportReport, program: Sequence[str], arguments: Sequence[str]
) -> list[str]:
    """That a project skipped by rule comes in with the next file without the rules."""
    skipped = [entry for file in report.reports for entry in file.skipped]
    if report.dry or not any(entry.why == BY_RULE for entry in skipped):
        return []
    at = next(at for at, word in enumerate(arguments) if word.startswith("--map"))
    option = arguments[at : at + 2 - ("=" in arguments[at])]
    command = [*program, "import", "FILE", *option]
    return [_line("Rules that skip count only with --map", command)]


def _move_lines(new: Sequence[ProjectShare], program: Sequence[str]) -> list[str]:
    """The command that moves the new project with most hours that can be typed."""
    names = (share.project or share.item for share in new)
    name = next((name for name in names if name == plain(name)), None)
    if name is None:
        return []
    command = [*program, *move_words(name, "ITEM")]
    return [_line("To move sessions to another item", command)]


def _line(sentence: str, words: Sequence[str]) -> str:
    return f"{sentence}: {plain(join(words))}"
