"""Whatever goes wrong, as an error of tracker: with an exit code and plain words."""

import sys
from collections.abc import Sequence
from sqlite3 import Error

from tracker.app import App
from tracker.errors import DatabaseProblem, FileProblem, TrackerError, Unreadable
from tracker.modules import load_module
from tracker.output import NotPrinted, to_file_problem
from tracker.system import join


def to_error(fault: BaseException, app: App, arguments: Sequence[str]) -> TrackerError:
    """`fault` as an error of tracker, with an exit code and plain words."""
    if _is_interrupt(fault):
        outcome = "The change is saved." if app.saved else "Nothing was written."
        return TrackerError(f"Interrupted. {outcome}")
    if isinstance(fault, TrackerError):
        return (isinstance(fault.__cause__, Error) and _damage_of(fault, app)) or fault
    if isinstance(fault, _of_click("ClickException")):
        usage_errors = load_module("tracker.usage_errors")
        return usage_errors.to_unreadable(fault, arguments)  # type: ignore[no-any-return]
    if isinstance(fault, UnicodeEncodeError):
        hint = "Type it again without the characters that cannot be shown."
        return Unreadable("The input is not UTF-8 text.", hint)
    if isinstance(fault, NotPrinted):
        return to_file_problem(fault, saved=app.saved, file=app.file)
    if isinstance(fault, FileNotFoundError) and not fault.filename and _is_nowhere():
        return FileProblem("The folder you are in is gone.", "Go to another: cd ~")
    message = f"Unexpected error: {type(fault).__name__}: {fault}."
    hint = f"To see where: tracker --debug {join(arguments)}"
    return _damage_of(fault, app) or TrackerError(message, hint)


def _is_nowhere() -> bool:
    """Whether the working folder was removed, so that no relative name can be used."""
    try:
        return not load_module("pathlib").Path.cwd()  # slow to import
    except OSError:
        return True


def _is_interrupt(fault: BaseException) -> bool:
    """Whether it is Ctrl-C, or what failed because of it: ending a transaction, say."""
    if isinstance(fault, TrackerError) and not isinstance(fault.__cause__, Error):
        return False  # it says itself what an interrupted command has done
    earlier = fault.__context__
    while earlier and not isinstance(earlier, KeyboardInterrupt):
        earlier = earlier.__context__
    ends = _of_click("Abort")
    return isinstance(earlier or fault, (KeyboardInterrupt, EOFError, *ends))


def _of_click(name: str) -> tuple[type[BaseException], ...]:
    """The errors of click by that name; none can be raised before it is imported."""
    click = sys.modules.get("click")
    return (getattr(click, name),) if click else ()


def _damage_of(fault: BaseException, app: App) -> DatabaseProblem | None:
    """The damage of the database that an unexpected error may come from, or None."""
    app.close()
    explain = load_module("tracker.database.damage").explain
    return explain(app.path, fault)  # type: ignore[no-any-return]
