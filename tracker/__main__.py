"""Start tracker: `tracker` and `python -m tracker`."""

import atexit
import gc
import os
import sys
from contextlib import suppress

TYPE_CHECKING = False  # importing `typing` takes 2 ms
if TYPE_CHECKING:
    from typing import NoReturn


def run() -> "NoReturn":
    """Run one command, as `main` does, and end the process with its exit code."""
    code = _run()
    # What Python does at its end, but for freeing its memory: that takes 2 of the 45 ms
    # of `status`. Databases are closed, and answers are printed.
    atexit._run_exitfuncs()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _run() -> int:
    """Run one command; Ctrl-C is heard while modules load, too.

    No garbage is collected while they load: there is none, and it takes 3 ms.
    """
    try:
        gc.disable()
        code = _answer_shell()
        if code is not None:
            return code
        from tracker.cli import main

        gc.freeze()
        gc.enable()
        return main()
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        return 1


def _answer_shell() -> int | None:
    """Answer a shell that waits, for Tab or its prompt, and return the exit code.

    None where there is more to do: in a prompt, all that is unusual is left to `main`.
    """
    request = os.environ.get("_TRACKER_COMPLETE")
    if request:
        return _complete(request)
    if sys.argv[-1] == "--line":
        from tracker.journal.store.prompt_line import print_line

        return 0 if print_line(sys.argv[1:]) else None
    return None


def _complete(request: str) -> int:
    from tracker.maintenance.completion import answer_shell

    try:
        answer_shell(request)
    except Exception as fault:
        from tracker.app import App
        from tracker.cli import print_fault

        return print_fault(fault, App(""), ())
    return 0


if __name__ == "__main__":
    run()
