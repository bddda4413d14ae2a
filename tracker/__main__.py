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
        if sys.argv[-1] == "--line":  # a shell waits for its prompt
            from tracker.journal.store.prompt_line import print_line

            if print_line(sys.argv[1:]):
                os._exit(0)  # freeing its memory would take Python 3 of 24 ms
        from tracker.cli import main

        gc.freeze()
        gc.enable()
        return main()
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        return 1


if __name__ == "__main__":
    sys.exit(run())
