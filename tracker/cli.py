"""The command line: one call, and the one place that prints errors."""

import os
import re
import sys
from collections.abc import Sequence

from tracker.app import App
from tracker.arguments import place_of_command, run
from tracker.command_table import PLACES
from tracker.database.locks import LOCK_WAIT
from tracker.errors import DatabaseProblem, FileProblem, TrackerError
from tracker.modules import load_module
from tracker.output import NotPrinted, print_aside, print_json
from tracker.text.screen import SCREEN

# Errors that no help on the command can mend: unexpected ones, and those of a file.
_WITHOUT_HELP = (
    TrackerError.exit_code,
    DatabaseProblem.exit_code,
    FileProblem.exit_code,
)


def main(typed: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code, 0 to 6.

    This is the only place that prints errors and knows exit codes.
    """
    arguments = list(sys.argv[1:] if typed is None else typed)
    app = App("", arguments, PLACES)
    try:
        LOCK_WAIT.remark, LOCK_WAIT.for_prompt = app.remark, False
        SCREEN.adapt(os.environ, sys.stdout)
        at = place_of_command(arguments)
        if at < len(arguments) and (
            arguments[at] not in PLACES or "help" in (arguments[at], arguments[-1])
        ):
            words = load_module("tracker.familiar_words")
            app.arguments[at:] = words.to_own_words(arguments[at:])
        return run(app)
    except SystemExit:  # help was shown
        return 0
    except BaseException as fault:
        return print_fault(fault, app, app.arguments)
    finally:
        app.close()


def print_fault(fault: BaseException, app: App, arguments: Sequence[str]) -> int:
    """Print what went wrong on stderr and return the exit code."""
    has_enough = isinstance(fault, NotPrinted) and fault.has_enough
    if has_enough and not (app.saved or app.file):
        return 0  # the reader, such as `head`, has read enough
    if isinstance(fault, DatabaseProblem) and {"status", "--line"} <= {*arguments}:
        return 0  # a prompt would show it
    faults = load_module("tracker.faults")  # most calls have none
    error: TrackerError = faults.to_error(fault, app, arguments)
    if "--debug" in arguments and error.exit_code == 1:
        traceback = load_module("traceback")  # slow to import
        app.print_error("".join(traceback.format_exception(fault)))
    hint, commands = _complete_hint(error, arguments)
    if "--json" in arguments:
        hint = "\n".join(filter(None, (app.with_db_option(hint), *commands)))
        data = load_module("tracker.corrections").error_data(error, hint)
        print_json(data, aside=True)
    else:
        app.print_error("\n".join(filter(None, (error.message, hint))))
        for line in commands:
            print_aside(line)
    return error.exit_code


def _complete_hint(
    error: TrackerError, arguments: Sequence[str]
) -> tuple[str, list[str]]:
    """The hint, and the commands as typed but corrected, each on a line of its own.

    Where there is no command to paste, the hint ends with the one for help.
    """
    at = place_of_command(arguments)
    name = arguments[at] if at < len(arguments) else ""
    commands: list[str] = []
    if error.instead or error.without or error.added or error.swaps:
        commands = load_module("tracker.rehearsal").correct(error, arguments)
    corrections = load_module("tracker.corrections")
    hint = error.hint
    if len(commands) == 1:
        hint = re.sub("Type one of (these|them):", "Type it like this:", hint)
    if commands or error.exit_code in _WITHOUT_HELP:
        return hint, [f"  {command}" for command in commands]
    if not corrections.has_command(hint):
        for_help = f"For help, type: {' '.join(('tracker', name)).strip()} --help"
        hint = "\n".join(filter(None, (hint, for_help)))
    return hint, []
