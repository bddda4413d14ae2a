"""Start tracker: `tracker` and `python -m tracker`."""

import gc
import os
import sys


def run() -> int:
    """Run one command, as `main` does; Ctrl-C is heard while modules load, too.

    No garbage is collected while they load: there is none, and it takes 3 ms.
    """
    try:
        gc.disable()
        if _answer_shell():
            os._exit(0)  # freeing its memory would take Python 3 of 24 ms
        from tracker.cli import main

        gc.freeze()
        gc.enable()
        return main()
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        return 1


def _answer_shell() -> bool:
    """Answer a shell that waits, for Tab or its prompt; whether that is all there is to do.

    What goes wrong, and all that is unusual, is left to `main`.
    """
    request = os.environ.get("_TRACKER_COMPLETE")
    if request:
        from tracker.maintenance.completion import answer_shell

        try:
            answer_shell(request)
        except Exception:
            return False
        return True
    if sys.argv[-1] == "--line":
        from tracker.journal.store.prompt_line import print_line

        return print_line(sys.argv[1:])
    return False


if __name__ == "__main__":
    sys.exit(run())
